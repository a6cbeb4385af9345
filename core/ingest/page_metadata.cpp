#include "core/ingest/page_metadata.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

using Json = nlohmann::json;

struct MetaName {
  std::string_view name;  // of the name, property or itemprop attribute, folded
  const char* field;
  const char* from;
};

constexpr MetaName kMetaNames[] = {
    {"og:title", "headline", "og:title"},
    {"twitter:title", "headline", "twitter:title"},
    {"dc.title", "headline", "dc.title"},
    {"sailthru.title", "headline", "meta"},
    {"parsely-title", "headline", "meta"},
    {"headline", "headline", "meta"},
    {"og:site_name", "outlet", "og:site_name"},
    {"application-name", "outlet", "application-name"},
    {"dc.publisher", "outlet", "meta"},
    {"cre", "outlet", "meta"},
    {"author", "byline", "meta"},
    {"byl", "byline", "meta"},
    {"byline", "byline", "meta"},
    {"authors", "byline", "meta"},
    {"article:author", "byline", "meta"},
    {"article:author_name", "byline", "meta"},
    {"dc.creator", "byline", "meta"},
    {"dcterms.creator", "byline", "meta"},
    {"parsely-author", "byline", "meta"},
    {"sailthru.author", "byline", "meta"},
    {"article:published_time", "published", "article:published_time"},
    {"article:published", "published", "article:published_time"},
    {"og:article:published_time", "published", "article:published_time"},
    {"og:published_time", "published", "article:published_time"},
    {"datepublished", "published", "article:published_time"},
    {"parsely-pub-date", "published", "meta"},
    {"sailthru.date", "published", "meta"},
    {"pubdate", "published", "meta"},
    {"pub_date", "published", "meta"},
    {"publishdate", "published", "meta"},
    {"publish-date", "published", "meta"},
    {"publish_date", "published", "meta"},
    {"publication_date", "published", "meta"},
    {"published_date", "published", "meta"},
    {"originalpublicationdate", "published", "meta"},
    {"article.published", "published", "meta"},
    {"article_date_original", "published", "meta"},
    {"dc.date", "published", "meta"},
    {"dc.date.issued", "published", "meta"},
    {"dc.date.created", "published", "meta"},
    {"dcterms.created", "published", "meta"},
    {"dcterms.date", "published", "meta"},
    {"datecreated", "published", "meta"},
    {"date", "published", "meta"},
    {"displaydate", "published", "meta"},
    {"citation_publication_date", "published", "meta"},
    {"article:modified_time", "updated", "meta"},
    {"og:updated_time", "updated", "meta"},
    {"lastmod", "updated", "meta"},
    {"last-modified", "updated", "meta"},
    {"datemodified", "updated", "meta"},
    {"og:url", "url", "og:url"},
    {"og:locale", "language", "og:locale"},
};

constexpr std::string_view kAuthorClasses[] = {"author-name", "author_name",  "authorname",    "author__name",
                                               "byline-name", "byline__name", "byline-author", "byline__author"};

std::string collapsed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value <= ' ' || c.value == 0xA0) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.append(text.substr(at, c.length));
    }
    at += c.length;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

class MetadataReader {
 public:
  MetadataReader(const DecodedText& decoded, RawArticle& raw) : decoded_(decoded), raw_(raw) {}

  void read(const GumboNode* root) {
    add("language", attribute(root, "lang").substr(0, 2), "html lang", root);
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
      if (!is_element(node)) continue;
      switch (node->v.element.tag) {
        case GUMBO_TAG_META:
          read_meta(node);
          break;
        case GUMBO_TAG_LINK:
          read_link(node);
          break;
        case GUMBO_TAG_SCRIPT:
          read_script(node);
          break;
        case GUMBO_TAG_TITLE:
          read_title(node);
          break;
        default:
          read_marked(node);
          break;
      }
    }
  }

 private:
  [[nodiscard]] SourceSpan source_of(const GumboNode* node) const {
    const GumboStringPiece tag = node->v.element.original_tag;
    if (tag.data == nullptr || tag.length == 0) return {};
    const auto begin = static_cast<std::uint32_t>(tag.data - decoded_.text.data());
    return decoded_.map.source_from_text({begin, begin + static_cast<std::uint32_t>(tag.length)});
  }

  void add(const char* field, std::string_view value, const char* from, const GumboNode* node) {
    std::string text = collapsed(value);
    if (text.empty() || text.size() > 1000 || raw_.candidates.size() > 200) return;
    raw_.candidates.push_back({field, std::move(text), from, source_of(node)});
  }

  void read_meta(const GumboNode* node) {
    std::string_view content = attribute(node, "content");
    if (content.empty()) content = attribute(node, "value");
    for (const char* naming : {"property", "name", "itemprop"}) {
      const std::string name = case_folded(attribute(node, naming));
      const auto* known = std::ranges::find(kMetaNames, std::string_view(name), &MetaName::name);
      if (known != std::end(kMetaNames)) add(known->field, content, known->from, node);
    }
  }

  void read_link(const GumboNode* node) {
    if (attribute(node, "rel") == "canonical") add("url", attribute(node, "href"), "canonical", node);
  }

  // "Headline | Outlet": both parts are candidates; the whole is one too, where nothing else is known.
  void read_title(const GumboNode* node) {
    if (seen_title_ || node->parent->v.element.tag == GUMBO_TAG_SVG) return;
    seen_title_ = true;
    const std::string title = collapsed(text_below(node));
    for (const std::string_view bar :
         {" | ", " \u2013 ", " \u2014 ", " - ", " \u00ab ", " \u00bb ", " :: ", " \u00b7 "}) {
      const std::size_t at = title.rfind(bar);
      if (at == std::string::npos || at < 8) continue;
      const std::string_view rest = std::string_view(title).substr(at + bar.size());
      if (std::ranges::count(rest, ' ') > 4) continue;
      add("headline", title.substr(0, at), "title", node);
      add("outlet", rest, "title", node);
      break;
    }
    add("headline", title, "whole title", node);
  }

  void read_script(const GumboNode* node) {
    if (case_folded(attribute(node, "type")) != "application/ld+json") return;
    const std::string text = text_below(node);
    const Json value = Json::parse(text, nullptr, false, true);
    if (!value.is_discarded()) read_json(value, node, 0);
  }

  // Elements that carry microdata or say by their class that they name authors or dates.
  void read_marked(const GumboNode* node) {
    const std::string_view itemprop = attribute(node, "itemprop");
    const std::string_view datetime = attribute(node, "datetime");
    if (!datetime.empty() && node->v.element.tag == GUMBO_TAG_TIME && times_++ < 8) {
      const bool modified =
          itemprop == "dateModified" || attribute(node, "class").find("updated") != std::string_view::npos;
      const bool published = itemprop == "datePublished" || gumbo_get_attribute(&node->v.element.attributes, "pubdate");
      add(modified ? "updated" : "published", datetime, published ? "meta" : "time", node);
    } else if (itemprop == "datePublished") {
      const std::string_view content = attribute(node, "content");
      add("published", content.empty() ? std::string_view(text_below(node)) : content, "meta", node);
    }
    // Elements whose class says that they hold an author's name and nothing else.
    const std::string hints = case_folded(attribute(node, "class").substr(0, 200));
    const bool author_class = std::ranges::any_of(
        kAuthorClasses, [&](std::string_view name) { return hints.find(name) != std::string::npos; });
    if (author_class && authors_++ < 12) add("byline", text_below(node), "class", node);
    const bool author_link = attribute(node, "rel") == "author" || itemprop == "author";
    if (author_link && authors_++ < 12) read_author(node);
  }

  void read_author(const GumboNode* node) {
    for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
      if (is_element(at) && attribute(at, "itemprop") == "name") {
        return add("byline", text_below(at), "rel=author", node);
      }
    }
    add("byline", text_below(node), "rel=author", node);
  }

  static bool is_article(const Json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto names_article = [](const Json& name) {
      if (!name.is_string()) return false;
      const std::string& text = name.get_ref<const std::string&>();
      return text.find("Article") != std::string::npos || text.ends_with("Posting") || text == "Report" ||
             text == "Review" || text == "WebPage";
    };
    return type->is_array() ? std::ranges::any_of(*type, names_article) : names_article(*type);
  }

  void read_json(const Json& value, const GumboNode* node, int depth) {
    if (depth > 5) return;
    if (value.is_array()) {
      for (const Json& item : value) read_json(item, node, depth + 1);
      return;
    }
    if (!value.is_object()) return;
    if (const auto graph = value.find("@graph"); graph != value.end()) read_json(*graph, node, depth + 1);
    if (is_article(value)) read_json_article(value, node);
  }

  void read_json_article(const Json& article, const GumboNode* node) {
    const bool page = article.value("@type", Json()) == "WebPage";  // says less sure what an article says
    const char* from = page ? "json-ld page" : "json-ld";
    if (!page) add_strings("headline", article, "headline", from, node);
    add_strings("published", article, "datePublished", from, node);
    add_strings("updated", article, "dateModified", from, node);
    add_strings("language", article, "inLanguage", from, node);
    if (!page) add_strings("byline", article, "author", from, node);
    if (!page) add_strings("byline", article, "creator", from, node);
    add_strings("outlet", article, "publisher", from, node);
    if (!page) add_strings("url", article, "url", from, node);
  }

  // A string, an object with a name, or a list of these.
  void add_strings(const char* field, const Json& object, const char* key, const char* from, const GumboNode* node) {
    const auto at = object.find(key);
    if (at != object.end()) add_json(field, *at, from, node, 0);
  }

  void add_json(const char* field, const Json& value, const char* from, const GumboNode* node, int depth) {
    if (value.is_string()) {
      add(field, value.get_ref<const std::string&>(), from, node);
    } else if (value.is_object() && value.contains("name") && depth < 3) {
      const auto type = value.find("@type");
      const bool organization = type != value.end() && type->is_string() && *type == "Organization";
      if (std::string_view(field) != "byline" || !organization) add_json(field, value["name"], from, node, depth + 1);
    } else if (value.is_array() && depth < 3) {
      for (const Json& item : value) add_json(field, item, from, node, depth + 1);
    }
  }

  const DecodedText& decoded_;
  RawArticle& raw_;
  bool seen_title_ = false;
  int times_ = 0, authors_ = 0;
};

}  // namespace

void read_page_metadata(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw) {
  MetadataReader(decoded, raw).read(tree.root());
}

}  // namespace newsloupe
