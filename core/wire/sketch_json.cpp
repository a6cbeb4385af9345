#include "core/wire/sketch_json.h"

#include <algorithm>

#include "core/base/base64.h"
#include "core/base/civil_date.h"
#include "core/compare/packed_words.h"
#include "core/wire/article_json.h"
#include "core/wire/json.h"
#include "core/wire/json_writer.h"

namespace newsloupe {
namespace {

using wire::Json;
using wire::JsonWriter;

constexpr std::string_view kSchema = "newsloupe.sketch/1", kAnyVersion = "newsloupe.sketch/";

// Lists of words end each with a line break here and are parted by spaces there, which no word holds.
std::string spaced(std::string_view lines) {
  std::string text(lines);
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (!text.empty()) text.pop_back();
  return text;
}
std::string lined(std::string text) {
  if (text.empty()) return text;
  std::replace(text.begin(), text.end(), ' ', '\n');
  text += '\n';
  return text;
}

void put_offices(JsonWriter& json, const std::vector<OfficeHolder>& offices) {
  json.begin_array("offices");
  for (const OfficeHolder& holder : offices) {
    json.begin_array();
    json.value(holder.office);
    json.value(holder.surname);
    json.end_array();
  }
  json.end_array();
}

std::string string_at(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

bool read_offices(const Json& json, std::vector<OfficeHolder>& offices) {
  const auto at = json.find("offices");
  if (at == json.end()) return true;
  for (const Json& item : *at) {
    if (!item.is_array() || item.size() != 2 || !item[0].is_string() || !item[1].is_string()) return false;
    offices.push_back({item[0].get<std::string>(), item[1].get<std::string>()});
  }
  return true;
}

Error sketch_error(std::string message) { return {"sketch", std::move(message)}; }

// Why the line is no sketch that can be read; nothing where it is one.
std::optional<Error> objection(const Json& json) {
  if (json.is_discarded()) return sketch_error("is no JSON; was the file cut short?");
  const std::string schema = json.is_object() ? string_at(json, "schema") : std::string();
  if (!schema.starts_with(kAnyVersion)) return sketch_error("is no sketch; newsloupe sketch makes them from articles");
  if (schema != kSchema) {
    return sketch_error("is of version " + schema.substr(kAnyVersion.size()) +
                        ", and this program reads version 1: make the sketch again, or use the program that made it");
  }
  if (const auto error = json.find("error"); error != json.end()) {
    return sketch_error(string_at(json, "id") + " was not read when it was to be sketched: " +
                        (error->is_object() ? string_at(*error, "message") : std::string()));
  }
  return std::nullopt;
}

}  // namespace

std::string sketch_json(const ArticleDigest& digest) {
  const PackedWords packed = packed_words(digest);
  const ArticleMetadata& metadata = digest.metadata;
  JsonWriter json(digest.terms.size() + packed.bytes.size() * 2 + 512);
  json.begin_object();
  json.field("schema", kSchema);
  json.field("id", digest.source.id);
  json.field("sha256", digest.source.sha256);
  json.field_or_null("headline", metadata.headline);
  if (metadata.headline.empty()) json.field("lead", digest.lead);
  json.field_or_null("outlet", metadata.outlet);
  json.field_or_null("agency", metadata.agency);
  json.field_or_null("published", metadata.published.value);
  json.field_or_null("language", metadata.language);
  json.field("words", digest.body_words);
  if (!digest.offices.empty()) put_offices(json, digest.offices);
  json.field("terms", spaced(digest.terms));
  if (!packed.written.empty()) json.field("written", spaced(packed.written));
  json.field("packed", base64_from(packed.bytes));
  json.end_object();
  return json.take();
}

std::string sketch_error_json(const std::string& id, const Error& error) { return error_json(id, error, kSchema); }

Result<DigestPtr> digest_from_sketch(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (const std::optional<Error> error = objection(json)) return *error;
  auto digest = std::make_shared<ArticleDigest>();
  digest->source.id = string_at(json, "id");
  digest->source.sha256 = string_at(json, "sha256");
  ArticleMetadata& metadata = digest->metadata;
  metadata.headline = string_at(json, "headline");
  metadata.outlet = string_at(json, "outlet");
  metadata.agency = string_at(json, "agency");
  metadata.language = string_at(json, "language");
  metadata.published.value = string_at(json, "published");
  metadata.published.date = parse_iso_date(metadata.published.value);
  digest->lead = string_at(json, "lead");
  const auto words = json.find("words");
  const bool counted = words != json.end() && words->is_number_unsigned();
  if (counted) digest->body_words = words->get<std::uint32_t>();
  digest->terms = lined(string_at(json, "terms"));
  const auto bytes = bytes_from_base64(string_at(json, "packed"));
  const bool whole = counted && bytes && !digest->source.id.empty() && read_offices(json, digest->offices) &&
                     unpack_words({*bytes, lined(string_at(json, "written"))}, *digest);
  if (!whole) return sketch_error("is damaged; make the sketch of " + digest->source.id + " again");
  digest->opening.shrink_to_fit();
  return DigestPtr(std::move(digest));
}

}  // namespace newsloupe
