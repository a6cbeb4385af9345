#include "core/unpack/feed.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/unpack/charset.h"
#include "core/unpack/markup.h"
#include "core/unpack/xml_reader.h"

namespace newsloupe {
namespace {

using Event = XmlReader::Event;

// What a summary does not reach. Descriptions are summaries unless they are long.
constexpr std::size_t kShortestArticle = 80, kShortestDescription = 800;

struct Element {
  std::string_view name;  // with its prefix
  const char* field;
};
constexpr Element kFields[] = {
    {"title", "headline"},           {"dc:title", "headline"},   {"pubDate", "published"},
    {"dc:date", "published"},        {"published", "published"}, {"issued", "published"},
    {"dcterms:issued", "published"}, {"updated", "updated"},     {"dcterms:modified", "updated"},
    {"modified", "updated"},         {"dc:creator", "byline"},   {"author", "byline"},
};

// Titles are plain, but many are written as pages are: with tags and references inside the XML's own.
std::string plain_words(std::string text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool tag = text[at] == '<' && at + 1 < text.size() && (text[at + 1] == '/' || (text[at + 1] | 0x20) >= 'a');
    const std::size_t end = tag ? text.find('>', at) : std::string::npos;
    if (end != std::string::npos) {
      at = end;
    } else {
      text[kept++] = text[at];
    }
  }
  text.resize(kept);
  return std::string(trimmed_ascii(xml_text(text)));
}

// "news@harbour.example (Anna Beck)".
std::string person(const std::string& words) {
  const std::size_t open = words.find('('), close = words.rfind(')');
  if (words.find('@') == std::string::npos) return words;
  return open != std::string::npos && close != std::string::npos && close > open
             ? words.substr(open + 1, close - open - 1)
             : std::string();
}

class FeedReader {
 public:
  FeedReader(const SourceFile& file, const RecordSink& sink, std::string_view text)
      : file_(file), sink_(sink), xml_(text) {}

  void read() {
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      if (event != Event::kStart) continue;
      const std::string_view name = xml_.local_name();
      if (name == "item" || name == "entry") {
        read_item();
      } else if (xml_.name() == "title" && outlet_.empty()) {
        outlet_ = plain_words(xml_.text_inside());
      } else if (xml_.name() == "language" && language_.empty()) {
        language_ = xml_.text_inside();
      } else if (name == "image" || name == "author" || name == "textInput") {
        xml_.skip();
      }
    }
    tell_summaries();
  }

 private:
  struct Text {
    std::string bytes;
    bool is_description = false;
  };

  void read_item() {
    ++items_;
    SourceRecord record;
    record.id = record.name = file_.id + ":" + std::to_string(items_);
    Text text;
    const std::size_t depth = xml_.depth();
    for (Event event = xml_.next(); event != Event::kDone; event = xml_.next()) {
      if (event == Event::kEnd && xml_.depth() < depth) break;
      if (event == Event::kStart) read_part(record, text);
    }
    const std::size_t shortest = text.is_description ? kShortestDescription : kShortestArticle;
    if (visible_size(text.bytes) < shortest) {
      ++summaries_;
      return;
    }
    record.kind = holds_markup(text.bytes) ? SourceRecord::Kind::kHtml : SourceRecord::Kind::kPlainText;
    record.bytes = std::move(text.bytes);
    add(record, "outlet", outlet_);
    add(record, "language", language_);
    sink_({record.id, record.name, std::move(record)});
  }

  void read_part(SourceRecord& record, Text& text) {
    const std::string_view name = xml_.name();
    if (name == "link" || name == "feedburner:origLink") return read_link(record);
    if (name == "content:encoded" || name == "content" || name == "xhtml:body" || name == "body") {
      return take(text, content(), false);
    }
    if (name == "description" || name == "summary") return take(text, content(), true);
    const auto* known = std::ranges::find(kFields, name, &Element::name);
    if (known == std::end(kFields)) return xml_.skip();
    std::string value = name == "author" ? author() : plain_words(xml_.text_inside());
    add(record, known->field, person(value));
  }

  // Atom names persons with their addresses beside them.
  std::string author() {
    const std::string_view inside = xml_.source_inside();
    const std::size_t name = inside.find("<name>");
    if (name == std::string_view::npos) return plain_words(xml_text(inside));
    return plain_words(xml_text(inside.substr(name + 6, inside.find('<', name + 6) - name - 6)));
  }

  void read_link(SourceRecord& record) {
    const std::string rel = xml_.attribute("rel"), href = xml_.attribute("href");
    const std::string words = xml_.text_inside();
    if (rel.empty() || rel == "alternate") add(record, "url", href.empty() ? words : href);
  }

  // The words of the element as HTML or text: escaped, in CDATA, or as elements of their own.
  std::string content() {
    const bool elements = xml_.attribute("type") == "xhtml" || xml_.local_name() == "body";
    return elements ? std::string(xml_.source_inside()) : xml_.text_inside();
  }

  static void take(Text& text, std::string bytes, bool is_description) {
    const bool better = text.bytes.empty() || (text.is_description && !is_description) ||
                        (text.is_description == is_description && bytes.size() > text.bytes.size());
    if (better && !bytes.empty()) text = {std::move(bytes), is_description};
  }

  static void add(SourceRecord& record, const char* field, std::string_view value) {
    value = trimmed_ascii(value);
    if (!value.empty() && value.size() < 1000)
      record.given.push_back({field, std::string(value), "feed", std::nullopt});
  }

  void tell_summaries() {
    const std::string way_out = " Open the articles, save their pages and add those.";
    std::string message;
    if (items_ == 0) {
      message = "The feed holds no article." + way_out;
    } else if (summaries_ == items_) {
      message = "The feed gives only summaries." + way_out;
    } else if (summaries_ > 0) {
      message = "Of the feed's " + std::to_string(items_) + " articles it gives " + std::to_string(summaries_) +
                " only as summaries." + way_out;
    }
    if (!message.empty()) sink_({file_.id, file_.name, Error{"unpack", std::move(message)}});
  }

  const SourceFile& file_;
  const RecordSink& sink_;
  XmlReader xml_;
  std::string outlet_, language_;
  std::size_t items_ = 0, summaries_ = 0;
};

// The name of the outermost element; empty where the text does not begin as XML.
std::string_view root_element(std::string_view text) {
  const std::string_view trimmed = trimmed_ascii(text.substr(0, 4096));
  if (!trimmed.starts_with('<')) return {};
  XmlReader xml(text.substr(0, 65'536));
  for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
    if (event == Event::kStart) return xml.local_name();
    if (!trimmed_ascii(xml.text()).empty()) return {};
  }
  return {};
}

}  // namespace

bool unpack_feed(const SourceFile& file, const RecordSink& sink) {
  const bool named = ends_like(file.name, ".xml") || ends_like(file.name, ".rss") || ends_like(file.name, ".atom");
  const std::string_view head = trimmed_ascii(std::string_view(file.bytes).substr(0, 512));
  const bool opens =
      head.find("<?xml") < 4 || head.find("<rss") < 4 || head.find("<feed") < 4 || head.find("<rdf:RDF") < 4;
  if (!named && !opens && !head.starts_with("\xff\xfe<") && !head.starts_with(std::string_view("\xfe\xff\0<", 4))) {
    return false;
  }
  const std::string text = decode_text(file.bytes, SourceRecord::Kind::kPlainText, xml_encoding(file.bytes)).text;
  const std::string_view root = root_element(text);
  if (root == "rss" || root == "feed" || root == "RDF") {
    FeedReader(file, sink, text).read();
    return true;
  }
  if (root.empty() || starts_like(root, "html") || starts_like(root, "!doctype")) return false;
  const bool sitemap = root == "urlset" || root == "sitemapindex";
  const char* message = sitemap ? "A sitemap lists addresses and no articles. Save the pages and add those."
                                : "This XML is no feed of articles. Add the article as text or as a page.";
  sink({file.id, file.name, Error{"unpack", message}});
  return true;
}

}  // namespace newsloupe
