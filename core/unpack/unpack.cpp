#include "core/unpack/unpack.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/unpack/archive.h"
#include "core/unpack/office_document.h"
#include "core/unpack/zip_archive.h"

namespace newsloupe {
namespace {

using Json = nlohmann::json;
using Kind = SourceRecord::Kind;

constexpr std::string_view kBlank = " \t\r\n";

std::string_view without_mark(std::string_view bytes) {
  return bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
}

// Field names of scrapers (trafilatura, news-please, newspaper4k) and the field they fill, the surest first.
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
    {"published", "published"},
    {"date_publish", "published"},
    {"date_published", "published"},
    {"publish_date", "published"},
    {"published_at", "published"},
    {"publishedAt", "published"},
    {"datePublished", "published"},
    {"date", "published"},
    {"date_modify", "updated"},
    {"updated", "updated"},
    {"dateModified", "updated"},
    {"sitename", "outlet"},
    {"site_name", "outlet"},
    {"publisher", "outlet"},
    {"outlet", "outlet"},
    {"source_domain", "outlet"},
    {"hostname", "outlet"},
    {"source", "outlet"},
    {"url", "url"},
    {"canonical_link", "url"},
    {"agency", "agency"},
    {"language", "language"},
    {"lang", "language"},
};

void add_given(SourceRecord& record, const char* field, const Json& value) {
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    if (text.find_first_not_of(kBlank) != std::string::npos) record.given.push_back({field, text, "record", {}});
  } else if (value.is_array()) {
    for (const Json& item : value) {
      if (item.is_string()) add_given(record, field, item);
    }
  } else if (value.is_object()) {
    const auto name = value.find("name");
    if (name != value.end() && name->is_string()) add_given(record, field, *name);
  }
}

const std::string* string_in(const Json& line, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto at = line.find(name);
    if (at != line.end() && at->is_string()) return &at->get_ref<const std::string&>();
  }
  return nullptr;
}

// An empty id names nothing: as if there were none.
std::string id_of(const Json& line, const std::string& fallback) {
  const auto at = line.find("id");
  if (at == line.end()) return fallback;
  if (at->is_string() && !at->get_ref<const std::string&>().empty()) return at->get<std::string>();
  return at->is_number_integer() ? at->dump() : fallback;
}

Error bad_line(std::size_t number, const std::string& what) {
  return {"unpack", "Line " + std::to_string(number) + " " + what};
}

}  // namespace

UnpackedRecord record_from_json_line(std::string_view line, std::string_view file_id, std::size_t line_number) {
  const std::string fallback = std::string(file_id) + ":" + std::to_string(line_number);
  // Damaged bytes would make the whole line unreadable.
  Json object =
      is_valid_utf8(line) ? Json::parse(line, nullptr, false) : Json::parse(repaired_utf8(line), nullptr, false);
  if (object.is_discarded()) {
    return {fallback, fallback, bad_line(line_number, "is no JSON. Each line must be one object.")};
  }
  if (!object.is_object()) {
    return {fallback, fallback, bad_line(line_number, "is JSON but no object with a text or html field.")};
  }
  SourceRecord record;
  record.id = record.name = id_of(object, fallback);
  const std::string* html = string_in(object, {"html", "raw_html"});
  const std::string* text = string_in(object, {"text", "maintext", "raw_text", "body", "content", "articleBody"});
  if (text == nullptr && html == nullptr) {
    return {record.id, record.name, bad_line(line_number, "has no text and no html field.")};
  }
  record.kind = text != nullptr ? Kind::kPlainText : Kind::kHtml;
  record.bytes = text != nullptr ? *text : *html;
  for (const FieldName& f : kFieldNames) {
    const auto at = object.find(f.name);
    if (at != object.end()) add_given(record, f.field, *at);
  }
  return {record.id, record.name, std::move(record)};
}

bool is_json_lines(std::string_view name, std::string_view bytes) {
  if (ends_like(name, ".jsonl") || ends_like(name, ".ndjson")) return true;
  if (ends_like(name, ".html") || ends_like(name, ".htm") || ends_like(name, ".md")) return false;
  bytes = without_mark(bytes);
  const std::size_t first = bytes.find_first_not_of(kBlank);
  if (first == std::string_view::npos || bytes[first] != '{') return false;
  const std::string_view line = bytes.substr(first, bytes.substr(first).find('\n'));
  return is_valid_utf8(line) ? Json::accept(line) : Json::accept(repaired_utf8(line));
}

namespace {

void unpack_lines(const SourceFile& file, const RecordSink& sink) {
  std::string_view rest = without_mark(file.bytes);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t newline = rest.find('\n');
    const std::string_view line = rest.substr(0, newline);
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
    if (line.find_first_not_of(kBlank) == std::string_view::npos) continue;
    sink(record_from_json_line(line, file.id, number));
  }
}

// A .json file: one object, or a list of them.
bool unpack_json(const SourceFile& file, const RecordSink& sink) {
  const std::string_view bytes = without_mark(file.bytes);
  const Json value = is_valid_utf8(bytes) ? Json::parse(bytes, nullptr, false) : Json();
  if (value.is_object()) {
    UnpackedRecord record = record_from_json_line(bytes, file.id, 1);
    if (!value.contains("id")) record.id = file.id;
    if (record.record.ok()) record.record.value().id = record.id;
    sink(std::move(record));
    return true;
  }
  if (!value.is_array()) return false;
  for (std::size_t i = 0; i < value.size(); ++i) sink(record_from_json_line(value[i].dump(), file.id, i + 1));
  return !value.empty();
}

class Unpacker {
 public:
  explicit Unpacker(const RecordSink& sink) : sink_(sink) {}

  void read(SourceFile file) {
    if (is_zip(file.bytes)) return open_zip(file);
    if (is_gzip(file.bytes)) return open(file, unpack_gzip);
    if (is_json_lines(file.name, file.bytes)) return unpack_lines(file, sink_);
    if (ends_like(file.name, ".json") && unpack_json(file, sink_)) return;
    SourceRecord record;
    record.id = file.id;
    record.name = file.name;
    record.bytes = std::move(file.bytes);
    sink_({file.id, file.name, std::move(record)});
  }

 private:
  void open_zip(const SourceFile& file) {
    auto document = record_from_office_document(file, ZipArchive(file.bytes), budget_);
    if (!document) return open(file, unpack_zip);
    sink_({file.id, file.name, std::move(*document)});
  }

  void open(const SourceFile& archive, decltype(unpack_zip)* unpack_archive) {
    if (budget_.depth == kDeepestArchive) {
      const char* message =
          "Archives inside archives inside an archive are not read. Unpack it and add what is inside.";
      return sink_({archive.id, archive.name, Error{"unpack", message}});
    }
    ++budget_.depth;
    unpack_archive(
        archive, budget_, [this](SourceFile member) { read(std::move(member)); }, sink_);
    --budget_.depth;
  }

  const RecordSink& sink_;
  ArchiveBudget budget_;
};

}  // namespace

void unpack(SourceFile file, const RecordSink& sink) { Unpacker(sink).read(std::move(file)); }

}  // namespace newsloupe
