#include "core/ingest/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace newsloupe {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 5;

const std::string* string_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? &at->get_ref<const std::string&>() : nullptr;
}

// "@type" is a string or a list of them.
template <typename Test>
bool any_type(const Json& object, Test test) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto fits = [&](const Json& name) { return name.is_string() && test(name.get_ref<const std::string&>()); };
  return type->is_array() ? std::ranges::any_of(*type, fits) : fits(*type);
}

bool is_page(std::string_view type) { return type == "WebPage"; }

bool is_article(std::string_view type) {
  return type.find("Article") != std::string_view::npos || type.ends_with("Posting") || type == "Report" ||
         type == "Review" || is_page(type);
}

class JsonLdReader {
 public:
  explicit JsonLdReader(JsonLdReading& reading) : reading_(reading) {}

  void read(const Json& value, int depth) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const Json& item : value) read(item, depth + 1);
    } else if (value.is_object()) {
      if (const auto graph = value.find("@graph"); graph != value.end()) read(*graph, depth + 1);
      if (any_type(value, is_article)) read_article(value);
    }
  }

  void collect_names(const Json& value, int depth) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const Json& item : value) collect_names(item, depth + 1);
    } else if (value.is_object()) {
      const std::string *id = string_at(value, "@id"), *name = string_at(value, "name");
      if (id != nullptr && name != nullptr) names_.emplace_back(*id, &value);
      if (const auto graph = value.find("@graph"); graph != value.end()) collect_names(*graph, depth + 1);
    }
  }

 private:
  void read_article(const Json& article) {
    const bool page = any_type(article, is_page);
    const char* from = page ? "json-ld page" : "json-ld";
    if (!page) add("headline", article, "headline", from);
    add("published", article, "datePublished", from);
    add("updated", article, "dateModified", from);
    add("language", article, "inLanguage", from);
    add("outlet", article, "publisher", from);
    if (page) return;  // its name, author and address may be the site's
    add("byline", article, "author", from);
    add("byline", article, "creator", from);
    add("url", article, "url", from);
    const std::string* body = string_at(article, "articleBody");
    if (body != nullptr && body->size() > reading_.article_body.size()) reading_.article_body = *body;
  }

  // A string, an object with a name, a reference to one, or a list of these.
  void add(const char* field, const Json& object, const char* key, const char* from) {
    const auto at = object.find(key);
    if (at != object.end()) add_value(field, *at, from, 0);
  }

  void add_value(const char* field, const Json& value, const char* from, int depth) {
    if (depth > 3) return;
    if (value.is_string()) {
      reading_.add(field, value.get_ref<const std::string&>(), from);
    } else if (value.is_array()) {
      for (const Json& item : value) add_value(field, item, from, depth + 1);
    } else if (value.is_object() && value.contains("name")) {
      const bool organization = any_type(value, [](std::string_view type) { return type == "Organization"; });
      if (std::string_view(field) != "byline" || !organization) add_value(field, value["name"], from, depth + 1);
    } else if (value.is_object()) {
      const std::string* id = string_at(value, "@id");
      if (id == nullptr) return;
      const auto named = std::ranges::find(names_, *id, &std::pair<std::string, const Json*>::first);
      if (named == names_.end()) return;
      // A blog's account that posted the article need not be its author's.
      const bool author = std::string_view(field) == "byline";
      add_value(field, *named->second, author ? "json-ld reference" : from, depth + 1);
    }
  }

  JsonLdReading& reading_;
  std::vector<std::pair<std::string, const Json*>> names_;  // by "@id"
};

}  // namespace

void read_json_ld(std::string_view script, JsonLdReading& reading) {
  const Json value = Json::parse(script, nullptr, false, true);
  if (value.is_discarded()) return;
  JsonLdReader reader(reading);
  reader.collect_names(value, 0);
  reader.read(value, 0);
}

}  // namespace newsloupe
