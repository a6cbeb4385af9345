#include "core/unpack/json_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/unpack/markup.h"

namespace newsloupe {
namespace {

using Json = nlohmann::json;
using Kind = SourceRecord::Kind;

// Field names of scrapers (trafilatura, news-please, newspaper4k), of readers (Readability, Postlight), of news
// services, of JSON Feed and schema.org, and the field they fill, the surest first.
struct FieldName {
  const char* name;
  const char* field;
};
constexpr FieldName kFieldNames[] = {
    {"title", "headline"},
    {"headline", "headline"},
    {"subtitle", "subtitle"},
    {"authors", "byline"},
    {"author", "byline"},
    {"byline", "byline"},
    {"creator", "byline"},
    {"published", "published"},
    {"date_publish", "published"},
    {"date_published", "published"},
    {"publish_date", "published"},
    {"published_at", "published"},
    {"published_date", "published"},
    {"publication_date", "published"},
    {"publishedAt", "published"},
    {"publishedTime", "published"},
    {"publishDate", "published"},
    {"pubDate", "published"},
    {"datePublished", "published"},
    {"date", "published"},
    {"date_modify", "updated"},
    {"date_modified", "updated"},
    {"updated", "updated"},
    {"dateModified", "updated"},
    {"sitename", "outlet"},
    {"site_name", "outlet"},
    {"siteName", "outlet"},
    {"publisher", "outlet"},
    {"outlet", "outlet"},
    {"source_name", "outlet"},
    {"publication", "outlet"},
    {"source-hostname", "outlet"},
    {"source_domain", "outlet"},
    {"hostname", "outlet"},
    {"domain", "outlet"},
    {"source", "outlet"},
    {"url", "url"},
    {"canonical_link", "url"},
    {"canonical_url", "url"},
    {"link", "url"},
    {"source", "url"},
    {"mainEntityOfPage", "url"},
    {"agency", "agency"},
    {"language", "language"},
    {"lang", "language"},
    {"inLanguage", "language"},
};

// Where the text stands, the best first; some hold a page in one tool and plain words in another.
enum class Holds : std::uint8_t { kText, kPage, kEither };
struct TextName {
  const char* name;
  Holds holds;
};
constexpr TextName kTextNames[] = {
    {"text", Holds::kText},         {"maintext", Holds::kText},   {"articleBody", Holds::kEither},
    {"content_html", Holds::kPage}, {"content", Holds::kEither},  {"textContent", Holds::kText},
    {"content_text", Holds::kText}, {"raw_text", Holds::kText},   {"body", Holds::kEither},
    {"full_text", Holds::kEither},  {"fulltext", Holds::kEither}, {"article_text", Holds::kEither},
    {"html", Holds::kPage},         {"raw_html", Holds::kPage},   {"article_html", Holds::kPage}};

bool is_blank(std::string_view text) { return trimmed_ascii(text).empty(); }

void add_given(SourceRecord& record, const char* field, const Json& value, int depth = 0) {
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    const bool address = text.starts_with("http://") || text.starts_with("https://");
    const bool fits = std::string_view(field) == "url" ? address : std::string_view(field) != "outlet" || !address;
    if (!is_blank(text) && fits) record.given.push_back({field, text, "record", {}});
  } else if (value.is_array() && depth < 2) {
    for (const Json& item : value) add_given(record, field, item, depth + 1);
  } else if (value.is_object() && depth < 2) {
    for (const char* key : {"name", "@id", "url"}) {
      const auto inside = value.find(key);
      if (inside == value.end() || !inside->is_string()) continue;
      if (key[0] == 'n' || std::string_view(field) == "url") return add_given(record, field, *inside, depth + 1);
    }
  }
}

// The first text that says something, else the first there is; null where there is none.
const Json* text_in(const Json& object, Holds& holds) {
  const Json* first = nullptr;
  for (const TextName& t : kTextNames) {
    const auto at = object.find(t.name);
    if (at == object.end() || !at->is_string()) continue;
    const std::string& text = at->get_ref<const std::string&>();
    if (first != nullptr && is_blank(text)) continue;
    const bool page = t.holds == Holds::kPage || (t.holds == Holds::kEither && holds_markup(text));
    holds = page ? Holds::kPage : Holds::kText;
    first = &*at;
    if (!is_blank(text)) break;
  }
  return first;
}

// An empty id names nothing: as if there were none.
std::string id_of(const Json& line, const std::string& fallback) {
  const auto at = line.find("id");
  if (at == line.end()) return fallback;
  if (at->is_string() && !at->get_ref<const std::string&>().empty()) return at->get<std::string>();
  return at->is_number_integer() ? at->dump() : fallback;
}

// Services cut texts off and say by how much: "... the harbour [+1234 chars]".
void cut_count_of_rest(SourceRecord& record) {
  const std::size_t at = record.bytes.rfind("[+");
  if (at == std::string::npos || !record.bytes.ends_with(" chars]")) return;
  const std::string count = record.bytes.substr(at + 2, record.bytes.size() - at - 9);
  if (count.empty() || count.find_first_not_of("0123456789") != std::string::npos) return;
  record.bytes.resize(at);
  record.notes.push_back("The text is cut off; " + count +
                         " more characters stand on its page. Save the page and add it.");
}

// Nothing where the object holds no text.
std::optional<SourceRecord> record_from(const Json& object, const std::string& id) {
  Holds holds = Holds::kText;
  const Json* text = text_in(object, holds);
  if (text == nullptr) return std::nullopt;
  SourceRecord record;
  record.id = record.name = id;
  record.kind = holds == Holds::kPage ? Kind::kHtml : Kind::kPlainText;
  record.bytes = text->get<std::string>();
  cut_count_of_rest(record);
  for (const FieldName& f : kFieldNames) {
    const auto at = object.find(f.name);
    if (at != object.end()) add_given(record, f.field, *at);
  }
  return record;
}

Error bad_line(std::size_t number, const std::string& what) {
  return {"unpack", "Line " + std::to_string(number) + " " + what};
}

// Half of a character that takes two ("\ud83d" alone) makes a whole text unreadable; it becomes U+FFFD.
std::string without_lone_surrogates(std::string_view text) {
  std::string out(text);
  const auto half = [&](std::size_t at, std::string_view digits) {
    return at + 6 <= out.size() && out[at] == '\\' && out[at + 1] == 'u' && lower_ascii(out[at + 2]) == 'd' &&
           digits.find(lower_ascii(out[at + 3])) != std::string_view::npos;
  };
  for (std::size_t at = 0; at + 6 <= out.size(); ++at) {
    if (out[at] != '\\') continue;
    const bool first = half(at, "89ab");
    if (first && half(at + 6, "cdef")) {
      at += 11;
    } else if (first || half(at, "cdef")) {
      out.replace(at, 6, "\\ufffd");
      at += 5;
    } else {
      ++at;
    }
  }
  return out;
}

// Damaged bytes or half a character would make all of it unreadable.
Json parsed(std::string_view text) {
  Json value =
      is_valid_utf8(text) ? Json::parse(text, nullptr, false) : Json::parse(repaired_utf8(text), nullptr, false);
  const bool surrogates = text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
  if (!value.is_discarded() || !surrogates) return value;
  return Json::parse(without_lone_surrogates(repaired_utf8(text)), nullptr, false);
}

// The list of articles that an object wraps; null where it wraps none.
const Json* wrapped_list(const Json& object, int depth = 0) {
  for (const char* name :
       {"articles", "items", "data", "results", "hits", "docs", "news", "entries", "@graph", "response"}) {
    const auto at = object.find(name);
    if (at == object.end()) continue;
    if (at->is_array() && !at->empty()) return &*at;
    const Json* inside = at->is_object() && depth < 2 ? wrapped_list(*at, depth + 1) : nullptr;
    if (inside != nullptr) return inside;
  }
  return nullptr;
}

// Search engines put what they found one level down.
const Json& article_in(const Json& item) {
  const auto source = item.is_object() ? item.find("_source") : item.end();
  return item.is_object() && source != item.end() && source->is_object() ? *source : item;
}

class ListReader {
 public:
  ListReader(const SourceFile& file, const RecordSink& sink) : file_(file), sink_(sink) {}

  // `feed`: the object around it, whose title names the outlet of a JSON Feed.
  void read(const Json& list, const Json* feed) {
    const bool graph = feed != nullptr && feed->contains("@graph");
    std::size_t read_count = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Json& item = article_in(list[i]);
      const std::string fallback = file_.id + ":" + std::to_string(i + 1);
      std::optional<SourceRecord> record;
      const std::string id = item.is_object() ? id_of(item, fallback) : fallback;
      if (item.is_object()) record = record_from(item, id);
      if (!record) {
        if (!graph) tell_bad(id, i + 1);
        continue;
      }
      ++read_count;
      if (feed != nullptr && feed->contains("version")) add_title(*record, *feed);
      flush();
      sink_({id, id, std::move(*record)});
    }
    if (read_count > 0) return flush();
    sink_({file_.id, file_.name,
           Error{"unpack", "The list names " + std::to_string(list.size()) +
                               " articles and gives the text of none. Save their pages and add those."}});
  }

 private:
  // Held back until an article shows that the list has any.
  void tell_bad(const std::string& id, std::size_t number) {
    waiting_.push_back({id, id, Error{"unpack", "Item " + std::to_string(number) + " has no text and no html field."}});
  }

  void flush() {
    for (UnpackedRecord& record : waiting_) sink_(std::move(record));
    waiting_.clear();
  }

  static void add_title(SourceRecord& record, const Json& feed) {
    const auto title = feed.find("title");
    if (title != feed.end()) add_given(record, "outlet", *title);
  }

  const SourceFile& file_;
  const RecordSink& sink_;
  std::vector<UnpackedRecord> waiting_;
};

}  // namespace

UnpackedRecord record_from_json_line(std::string_view line, std::string_view file_id, std::size_t line_number) {
  const std::string fallback = std::string(file_id) + ":" + std::to_string(line_number);
  const Json object = parsed(line);
  if (object.is_discarded()) {
    return {fallback, fallback, bad_line(line_number, "is no JSON. Each line must be one object.")};
  }
  if (!object.is_object()) {
    return {fallback, fallback, bad_line(line_number, "is JSON but no object with a text or html field.")};
  }
  const std::string id = id_of(object, fallback);
  std::optional<SourceRecord> record = record_from(article_in(object), id);
  if (!record) return {id, id, bad_line(line_number, "has no text and no html field.")};
  return {id, id, std::move(*record)};
}

bool unpack_json(const SourceFile& file, const RecordSink& sink) {
  std::string_view bytes = file.bytes;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const Json value = parsed(bytes);
  if (value.is_array() && !value.empty()) {
    ListReader(file, sink).read(value, nullptr);
    return true;
  }
  if (!value.is_object()) return false;
  const std::string id = id_of(value, file.id);
  if (std::optional<SourceRecord> record = record_from(value, id)) {
    sink({id, id, std::move(*record)});
  } else if (const Json* list = wrapped_list(value)) {
    ListReader(file, sink).read(*list, &value);
  } else {
    sink({file.id, file.name,
          Error{"unpack",
                "The JSON holds no text: no \"text\", \"content\" or \"html\" field. Add the article's text."}});
  }
  return true;
}

bool names_text(const std::vector<std::string>& names) {
  return std::ranges::any_of(kTextNames,
                             [&](const TextName& t) { return std::ranges::find(names, t.name) != names.end(); });
}

UnpackedRecord record_from_cells(const std::vector<std::string>& names, const std::vector<std::string>& cells,
                                 std::string_view file_id, std::size_t row) {
  Json object = Json::object();
  for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) object.emplace(names[i], cells[i]);
  const std::string id = id_of(object, std::string(file_id) + ":" + std::to_string(row));
  std::optional<SourceRecord> record = record_from(object, id);
  if (!record || is_blank(record->bytes)) {
    return {id, id, Error{"unpack", "Row " + std::to_string(row) + " has no text. Fill its cell or take the row out."}};
  }
  return {id, id, std::move(*record)};
}

bool is_json_lines(std::string_view name, std::string_view bytes) {
  if (ends_like(name, ".jsonl") || ends_like(name, ".ndjson")) return true;
  if (ends_like(name, ".html") || ends_like(name, ".htm") || ends_like(name, ".md")) return false;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '{') return false;
  const std::string_view line = bytes.substr(first, bytes.substr(first).find('\n'));
  return is_valid_utf8(line) ? Json::accept(line) : Json::accept(repaired_utf8(line));
}

}  // namespace newsloupe
