#include "core/wire/copy_json.h"

#include <algorithm>

#include "core/wire/json_writer.h"

namespace newsloupe {
namespace {

Decimal jaccard(const NearCopy& pair) {
  return {static_cast<std::int64_t>((pair.common * std::uint64_t{1000} + pair.united / 2) / pair.united), -3};
}

// An id must not break the line.
std::string one_field(std::string_view id) {
  std::string field(id);
  std::ranges::replace_if(
      field, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return field;
}

}  // namespace

std::string copy_json(std::string_view a, std::string_view b, const NearCopy& pair) {
  wire::JsonWriter json;
  json.begin_object();
  json.field("schema", "newsloupe.copy/1");
  json.begin_object("a");
  json.field("id", a);
  json.end_object();
  json.begin_object("b");
  json.field("id", b);
  json.end_object();
  json.field("jaccard", jaccard(pair));
  json.field("common", pair.common);
  json.field("united", pair.united);
  json.end_object();
  return json.take();
}

std::string copy_text(std::string_view a, std::string_view b, const NearCopy& pair) {
  return one_field(a) + '\t' + one_field(b) + '\t' + jaccard(pair).to_string();
}

}  // namespace newsloupe
