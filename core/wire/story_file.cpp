#include "core/wire/story_file.h"

#include <array>

#include "core/base/base64.h"
#include "core/base/content_hash.h"
#include "core/base/utf8.h"
#include "core/wire/correction_json.h"
#include "core/wire/json.h"

namespace newsloupe {
namespace {

using wire::Json;

constexpr std::string_view kSchema = "newsloupe.story/";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kBlockBegin = "<script type=\"application/json\" id=\"newsloupe-story\" data-sha256=\"";
constexpr std::string_view kBlockEnd = "</script>";
constexpr std::size_t kHexDigits = 64;
constexpr std::array<std::string_view, 7> kRecordKinds = {"",     "text",         "markdown", "html",
                                                          "word", "opendocument", "rtf"};

Error damaged() {
  return {"story", "This story is damaged and cannot be opened. Ask for it again, or open an older copy."};
}
Error too_new() {
  return {"story",
          "This story was saved by a newer Newsloupe. Open it with the newer one, or read it as the page it is."};
}

// ---- Writing

Json given_json(const std::vector<MetadataCandidate>& given) {
  Json list = Json::array();
  for (const MetadataCandidate& c : given) {
    Json row = {{"field", c.field}, {"value", c.value}, {"from", c.from}};
    if (c.source) row["source"] = wire::json_from_span(*c.source);
    list.push_back(std::move(row));
  }
  return list;
}

Json article_json(const KeptArticle& article) {
  if (!article.record) return article.fingerprint;
  const SourceRecord& record = *article.record;
  Json json = {{"fingerprint", article.fingerprint}, {"id", record.id}, {"name", record.name}};
  if (record.kind != SourceRecord::Kind::kSniff) json["kind"] = kRecordKinds[static_cast<std::size_t>(record.kind)];
  if (record.is_file) json["file"] = true;
  if (!record.charset.empty()) json["charset"] = record.charset;
  if (!record.notes.empty()) json["notes"] = record.notes;
  if (article.received) json["received"] = to_iso(*article.received);
  if (!record.given.empty()) json["given"] = given_json(record.given);
  if (is_valid_utf8(record.bytes)) {
    json["text"] = record.bytes;
  } else {
    json["base64"] = base64_from(record.bytes);
  }
  return json;
}

Json changes_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes) {
    Json rows = Json::array();
    for (const Correction& c : change.corrections) rows.push_back(wire::json_from(c));
    list.push_back(std::move(rows));
  }
  return list;
}

// ---- Reading

std::optional<std::string> text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

bool read_given(const Json& json, std::vector<MetadataCandidate>& given) {
  const auto list = json.find("given");
  if (list == json.end()) return true;
  if (!list->is_array()) return false;
  for (const Json& row : *list) {
    if (!row.is_object()) return false;
    MetadataCandidate c;
    c.field = text_at(row, "field").value_or("");
    c.value = text_at(row, "value").value_or("");
    c.from = text_at(row, "from").value_or("given");
    if (const auto span = row.find("source"); span != row.end()) c.source = wire::span_from<SourceSpan>(*span);
    if (c.field.empty()) return false;
    given.push_back(std::move(c));
  }
  return true;
}

std::optional<std::string> bytes_of(const Json& json) {
  if (auto text = text_at(json, "text")) return text;
  const auto packed = text_at(json, "base64");
  return packed ? bytes_from_base64(*packed) : std::nullopt;
}

std::optional<KeptArticle> article_from(const Json& json) {
  KeptArticle article;
  if (json.is_string()) {
    article.fingerprint = json.get<std::string>();
    return article;
  }
  if (!json.is_object()) return std::nullopt;
  auto id = text_at(json, "id");
  auto bytes = bytes_of(json);
  SourceRecord record;
  if (!id || id->empty() || !bytes || !read_given(json, record.given)) return std::nullopt;
  record.id = std::move(*id);
  record.name = text_at(json, "name").value_or(record.id);
  record.bytes = std::move(*bytes);
  const std::string kind = text_at(json, "kind").value_or("");
  for (std::size_t i = 0; i < kRecordKinds.size(); ++i) {
    if (kRecordKinds[i] == kind) record.kind = static_cast<SourceRecord::Kind>(i);
  }
  record.is_file = json.contains("file");
  record.charset = text_at(json, "charset").value_or("");
  if (const auto notes = json.find("notes"); notes != json.end() && notes->is_array()) {
    for (const Json& note : *notes) {
      if (note.is_string()) record.notes.push_back(note.get<std::string>());
    }
  }
  if (const auto day = text_at(json, "received")) article.received = parse_iso_date(*day);
  article.fingerprint = text_at(json, "fingerprint").value_or("");
  article.record = std::move(record);
  return article;
}

// "@3" names an article of the story.
bool names_article(const std::string& reference, std::size_t articles) {
  if (reference.size() < 2 || reference.size() > 8 || reference[0] != '@') return false;
  std::size_t place = 0;
  for (const char c : reference.substr(1)) {
    if (c < '0' || c > '9') return false;
    place = place * 10 + static_cast<std::size_t>(c - '0');
  }
  return place < articles;
}

bool read_changes(const Json& json, KeptStory& story) {
  const auto list = json.find("changes");
  if (list == json.end()) return true;
  if (!list->is_array()) return false;
  for (const Json& rows : *list) {
    if (!rows.is_array()) return false;
    Change change;
    for (const Json& row : rows) {
      std::optional<Correction> correction = wire::correction_from(row);
      if (!correction) return false;
      bool known = true;
      wire::for_each_article_id(*correction,
                                [&](std::string& id) { known = known && names_article(id, story.articles.size()); });
      if (!known) return false;
      change.corrections.push_back(std::move(*correction));
    }
    story.changes.push_back(std::move(change));
  }
  return true;
}

}  // namespace

std::string story_json(const KeptStory& story) {
  Json json = {{"schema", std::string(kSchema) + std::string(kVersion)}};
  if (!story.view.empty()) json["view"] = story.view;
  json["articles"] = Json::array();
  for (const KeptArticle& article : story.articles) json["articles"].push_back(article_json(article));
  if (!story.changes.empty()) json["changes"] = changes_json(story.changes);
  const std::string line = wire::to_line(json);
  std::string inert;
  inert.reserve(line.size() + line.size() / 64);
  for (const char c : line) {
    if (c == '<') {
      inert += "\\u003c";
    } else {
      inert += c;
    }
  }
  return inert;
}

Result<KeptStory> story_from_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return damaged();
  const std::string schema = text_at(json, "schema").value_or("");
  if (!schema.starts_with(kSchema)) return damaged();
  if (schema.substr(kSchema.size()) != kVersion) return too_new();
  const auto articles = json.find("articles");
  if (articles == json.end() || !articles->is_array()) return damaged();
  KeptStory story;
  for (const Json& row : *articles) {
    std::optional<KeptArticle> article = article_from(row);
    if (!article) return damaged();
    story.articles.push_back(std::move(*article));
  }
  if (!read_changes(json, story)) return damaged();
  story.view = text_at(json, "view").value_or("");
  return story;
}

std::string story_block(const KeptStory& story) {
  const std::string json = story_json(story);
  return std::string(kBlockBegin) + sha256_hex(json) + "\">" + json + std::string(kBlockEnd);
}

Result<KeptStory> story_from_page(std::string_view page) {
  const std::size_t begin = page.rfind(kBlockBegin);
  const Error cut{"story", "This story file is cut: its end is missing. Ask for it again, or open an older copy."};
  if (begin == std::string_view::npos) return cut;
  const std::string_view rest = page.substr(begin + kBlockBegin.size());
  const std::size_t end = rest.find(kBlockEnd);
  if (end == std::string_view::npos || end < kHexDigits + 2) return cut;
  const std::string_view checksum = rest.substr(0, kHexDigits);
  const std::string_view json = rest.substr(kHexDigits + 2, end - kHexDigits - 2);
  if (sha256_hex(json) != checksum) {
    return Error{"story",
                 "This story file was changed after it was saved, so its data cannot be trusted and is not opened. "
                 "Ask for it again, or open an older copy."};
  }
  return story_from_json(json);
}

}  // namespace newsloupe
