// What unpack hands on: one article as it came, with what its record says about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/span.h"

namespace newsloupe {

// A reading of one field. `field` is headline, subtitle, byline, credit (who helped), outlet, agency, url, language,
// published or updated; `from` says where it was found ("json-ld", "og:title", "first line", "byline line", "credit
// line", "record", "given").
struct MetadataCandidate {
  std::string field, value, from;
  std::optional<SourceSpan> source;
};

// One article to read: a file, or one line of JSON Lines. `given` fields come from the record or from what a person
// typed.
struct SourceRecord {
  std::string id;     // the record's id or the path below the dropped folder, with '/'
  std::string name;   // file name
  std::string bytes;  // the file; for a JSON Lines record the UTF-8 bytes of its text or html value
  enum class Kind : std::uint8_t { kSniff, kPlainText, kMarkdown, kHtml } kind = Kind::kSniff;
  std::vector<MetadataCandidate> given;
};

}  // namespace newsloupe
