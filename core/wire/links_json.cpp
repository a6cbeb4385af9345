#include "core/wire/links_json.h"

#include "core/wire/comparison_json.h"
#include "core/wire/json_writer.h"

namespace newsloupe {
namespace {

using wire::JsonWriter;

class Writer {
 public:
  Writer(const SetOutline& outline, JsonWriter& json) : outline_(outline), json_(json) {}

  void article(const OutlinedArticle& article) {
    const ArticleMetadata& metadata = article.article->metadata;
    json_.field("id", article.article->source.id);
    json_.field_or_null("headline", metadata.headline);
    json_.field_or_null("outlet", metadata.outlet);
    json_.field_or_null("published", metadata.published.value);
    json_.field("words", article.article->body_words);
    json_.field("story", article.story);
    json_.field("origin", article.origin);
  }
  void story(std::size_t number) {
    json_.field("id", number);
    json_.field("label", outline_.stories[number].label);
    members(outline_.stories[number].articles);
  }
  void origin(std::size_t number) {
    json_.field("id", number);
    members(outline_.origins[number].articles);
    json_.field("basis", name_of(outline_.origins[number].basis));
  }
  void pair(const Reuse& pair) {
    end_of_pair("a", pair.a);
    end_of_pair("b", pair.b);
    json_.field("label", name_of(pair.label));
    json_.begin_array("containment");
    json_.value(Decimal(pair.containment_a, -3));
    json_.value(Decimal(pair.containment_b, -3));
    json_.end_array();
  }

 private:
  void members(const std::vector<ArticleIndex>& articles) {
    json_.begin_array("articles");
    for (const ArticleIndex a : articles) json_.value(outline_.article(a).source.id);
    json_.end_array();
  }
  void end_of_pair(std::string_view key, ArticleIndex article) {
    json_.begin_object(key);
    json_.field("id", outline_.article(article).source.id);
    json_.end_object();
  }

  const SetOutline& outline_;
  JsonWriter& json_;
};

}  // namespace

std::string links_json(const SetOutline& outline, const std::vector<Reuse>& reuse) {
  JsonWriter json(outline.articles.size() * 400);
  Writer writer(outline, json);
  const auto list = [&json](std::string_view key, std::size_t count, auto&& put) {
    json.begin_array(key);
    for (std::size_t i = 0; i < count; ++i) {
      json.begin_object();
      put(i);
      json.end_object();
    }
    json.end_array();
  };
  json.begin_object();
  json.field("schema", "newsloupe.links/1");
  list("articles", outline.articles.size(), [&](std::size_t i) { writer.article(outline.articles[i]); });
  list("stories", outline.stories.size(), [&](std::size_t i) { writer.story(i); });
  list("origins", outline.origins.size(), [&](std::size_t i) { writer.origin(i); });
  list("reuse", reuse.size(), [&](std::size_t i) { writer.pair(reuse[i]); });
  json.end_object();
  return json.take();
}

std::string links_json_lines(const SetOutline& outline, const std::vector<Reuse>& reuse,
                             const std::function<bool(const std::vector<ArticleIndex>&)>& is_listed) {
  std::string lines;
  const auto put = [&](const char* record, auto&& put_fields) {
    JsonWriter json;
    Writer writer(outline, json);
    json.begin_object();
    json.field("record", record);
    put_fields(writer);
    json.end_object();
    lines.append(json.take()) += '\n';
  };
  for (std::size_t i = 0; i < outline.stories.size(); ++i) {
    if (is_listed(outline.stories[i].articles)) put("story", [i](Writer& writer) { writer.story(i); });
  }
  for (std::size_t i = 0; i < outline.origins.size(); ++i) {
    if (is_listed(outline.origins[i].articles)) put("origin", [i](Writer& writer) { writer.origin(i); });
  }
  for (const Reuse& pair : reuse) {
    if (is_listed({pair.a, pair.b})) put("reuse", [&pair](Writer& writer) { writer.pair(pair); });
  }
  return lines;
}

}  // namespace newsloupe
