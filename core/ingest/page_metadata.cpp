#include "core/ingest/page_metadata.h"

#include <algorithm>
#include <span>

#include "core/base/utf8.h"
#include "core/ingest/json_ld.h"

namespace newsloupe {
namespace {

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

constexpr int kMostAuthors = 12;
constexpr std::string_view kAuthorClasses[] = {
    "author-name",    "author_name",  "authorname",   "author__name", "byline-name",   "byline__name", "byline-author",
    "byline__author", "meta__author", "author-link",  "author__link", "authorlink",    "auth_name",    "entry-author",
    "article-author", "author vcard", "vcard author", "byline__link", "c-byline__item"};
constexpr std::string_view kDateClasses[] = {
    "published",    "pubdate",       "pub-date",     "pub_date",           "publish-date",
    "post-date",    "entry-date",    "article-date", "story-date",         "date-published",
    "publish_date", "article__date", "post__date",   "dateline__published"};
constexpr std::string_view kUpdateClasses[] = {"updated", "modified"};
// Folders where outlets keep the pages of those who write for them.
constexpr std::string_view kProfilePaths[] = {"/author/",   "/authors/", "/writer/",  "/writers/",   "/staff/",
                                              "/people/",   "/by/",      "/reporter", "/journalist", "/contributor",
                                              "/newsteam/", "/editors/", "/profile/", "/profiles/",  "/columnist"};

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

// "https://paper.example/authors/ada-lind": Ada Lind. Nothing where the last part is not two or three plain words.
std::string name_in_address(std::string_view address) {
  const std::string folded = case_folded(address);
  const bool profile =
      address.find("://") != std::string_view::npos &&
      std::ranges::any_of(kProfilePaths, [&](std::string_view path) { return folded.find(path) != std::string::npos; });
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::size_t slash = address.rfind('/');
  if (!profile || slash == std::string_view::npos) return {};
  std::string name(address.substr(slash + 1));
  const auto hyphens = std::ranges::count(name, '-');
  const bool plain = std::ranges::all_of(name, [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); });
  if (!plain || hyphens < 1 || hyphens > 2 || name.find("--") != std::string::npos) return {};
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '-') name[i] = ' ';
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'a') name[i] = static_cast<char>(name[i] & ~0x20);
  }
  return name;
}

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw)
      : tree_(tree), decoded_(decoded), raw_(raw) {}

  void read() {
    const GumboNode* root = tree_.root();
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
          if (node->v.element.attributes.length > 0 || node->v.element.tag == GUMBO_TAG_TIME) read_marked(node);
          break;
      }
    }
  }

 private:
  [[nodiscard]] SourceSpan source_of(const GumboNode* node) const {
    const TextSpan tag = tree_.source(node);
    return tag.empty() ? SourceSpan() : decoded_.map.source_from_text(tag);
  }

  // Between the tags of an element that holds text alone.
  [[nodiscard]] SourceSpan source_of_content(const GumboNode* node) const {
    if (node->v.element.children.length == 0) return source_of(node);
    const auto* text = static_cast<const GumboNode*>(node->v.element.children.data[0]);
    return is_text(text) ? source_of(text) : source_of(node);
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
      if (known == std::end(kMetaNames)) continue;
      add(known->field, content, known->from, node);
      if (known->field == std::string_view("byline")) add("byline", name_in_address(content), "author address", node);
    }
  }

  void read_link(const GumboNode* node) {
    if (attribute(node, "rel") == "canonical") add("url", attribute(node, "href"), "canonical", node);
  }

  // "Headline | Outlet": both parts are candidates; the whole is one too, where nothing else is known.
  void read_title(const GumboNode* node) {
    if (seen_title_ || node->parent->v.element.tag == GUMBO_TAG_SVG) return;
    seen_title_ = true;
    const std::string title = collapsed(tree_.text_below(node));
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
    const std::string text = tree_.text_below(node);
    JsonLdReading reading;
    reading.add = [&](const char* field, std::string_view value, const char* from) { add(field, value, from, node); };
    read_json_ld(text, reading);
    if (reading.article_body.size() <= raw_.stated_body.text.size()) return;
    raw_.stated_body = {std::move(reading.article_body), source_of_content(node)};
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
      add("published", content.empty() ? std::string_view(tree_.text_below(node)) : content, "meta", node);
    }
    read_dated(node);
    // Elements whose class says that they hold an author's name and nothing else.
    const bool author_class = is_called(node, kAuthorClasses);
    if (author_class && authors_++ < kMostAuthors) add("byline", tree_.spaced_text_below(node), "class", node);
    const bool author_link = attribute(node, "rel") == "author" || itemprop == "author";
    if (author_link && authors_++ < kMostAuthors) read_author(node);
    if (!author_class && !author_link) read_profile_link(node);
  }

  static bool is_called(const GumboNode* node, std::span<const std::string_view> names) {
    const std::string_view classes = attribute(node, "class").substr(0, 200);
    if (classes.empty()) return false;
    const std::string hints = case_folded(classes);
    return std::ranges::any_of(names, [&](std::string_view name) { return hints.find(name) != std::string::npos; });
  }

  // Short elements whose class says that they hold the date, and microformats: <abbr class="published" title="...">.
  void read_dated(const GumboNode* node) {
    constexpr std::size_t kLongest = 60;
    const GumboTag tag = node->v.element.tag;
    if (dates_ >= 6 || (tag == GUMBO_TAG_TIME && !attribute(node, "datetime").empty())) return;
    const bool named = is_called(node, kDateClasses);
    if (!named && tag != GUMBO_TAG_TIME) return;
    const std::string_view title = tag == GUMBO_TAG_ABBR ? attribute(node, "title") : std::string_view();
    const std::string text = title.empty() ? collapsed(tree_.spaced_text_below(node)) : std::string(title);
    if (text.empty() || text.size() > kLongest) return;
    ++dates_;
    const bool updated = is_called(node, kUpdateClasses) || case_folded(text).starts_with("updated");
    add(updated ? "updated" : "published", text, "class", node);
  }

  // "/authors/ada-lind": the text of a link to a person's page is a person's name; "/topics/people/..." is written
  // about.
  void read_profile_link(const GumboNode* node) {
    if (node->v.element.tag != GUMBO_TAG_A || profiles_ >= kMostAuthors) return;
    const std::string address = case_folded(attribute(node, "href").substr(0, 300));
    const bool topic = address.find("/topic") != std::string::npos || address.find("/tag") != std::string::npos;
    const bool profile = !topic && std::ranges::any_of(kProfilePaths, [&](std::string_view path) {
      return address.find(path) != std::string::npos;
    });
    const std::string text = profile ? collapsed(tree_.spaced_text_below(node)) : std::string();
    if (text.empty() || text.size() > 60 || std::ranges::count(text, ' ') == 0) return;
    ++profiles_;
    add("byline", text, "author link", node);
  }

  void read_author(const GumboNode* node) {
    bool named = false;
    for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
      if (!is_element(at) || attribute(at, "itemprop") != "name") continue;
      const std::string_view content = attribute(at, "content");
      add("byline", content.empty() ? std::string_view(tree_.spaced_text_below(at)) : content, "rel=author", node);
      named = true;
    }
    const std::string_view content = attribute(node, "content");
    if (!named)
      add("byline", content.empty() ? std::string_view(tree_.spaced_text_below(node)) : content, "rel=author", node);
  }

  const HtmlTree& tree_;
  const DecodedText& decoded_;
  RawArticle& raw_;
  bool seen_title_ = false;
  int times_ = 0, authors_ = 0, dates_ = 0, profiles_ = 0;
};

}  // namespace

void read_page_metadata(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw) {
  MetadataReader(tree, decoded, raw).read();
}

}  // namespace newsloupe
