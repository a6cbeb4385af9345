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
// line", "record", "feed", "mail header", "document properties", "given"). `saved`, the day when a page was
// saved, is such a field too; nothing is made of it.
struct MetadataCandidate {
  std::string field, value, from;
  std::optional<SourceSpan> source;
};

// One article to read: a file, a part of one, or one line of JSON Lines. `given` fields come from the record or from
// what a person typed.
struct SourceRecord {
  std::string id;    // the record's id or the path below the dropped folder, with '/'
  std::string name;  // file name
  // The file; for a JSON Lines record the UTF-8 bytes of its text or html value; the decoded part of a mail or a saved
  // page; of an office document the part that holds its text (word/document.xml, content.xml).
  std::string bytes;
  enum class Kind : std::uint8_t {
    kSniff,
    kPlainText,
    kMarkdown,
    kHtml,
    kWord,
    kOpenDocument,
    kRichText
  } kind = Kind::kSniff;
  std::vector<MetadataCandidate> given;
  // As a file, also where the kind is known: its encoding is found out and its name counts. Values are UTF-8.
  bool is_file = false;
  std::string charset = {};             // what the carrier of a part calls its encoding; empty where it says nothing
  std::vector<std::string> notes = {};  // what unpacking noticed, a line each
};

}  // namespace newsloupe
