// Lines of the head that say which outlet the article stands in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clean/piece.h"
#include "core/ingest/date_text.h"
#include "core/resources/resources.h"

namespace newsloupe {

// How much a line proves by itself.
enum class MastheadEvidence : std::uint8_t {
  kName,   // a name of whatever: capitals and no more
  kWord,   // a word that outlets share with much else: "Continental Press", "Velmark Today"
  kOutlet  // "Tarn Valley Observer", a known outlet, or a date or section beside the name
};

struct MastheadReading {
  std::string outlet;  // empty where the line names nothing
  MastheadEvidence evidence = MastheadEvidence::kName;
  bool is_agency = false;    // a known news agency
  bool is_person = false;    // may be: two to four capitalised words, none of them an everyday word, a place or a body
  bool is_body = false;      // an organisation by its last word: "Kestrel Marine Group", "Prime Minister's Office"
  bool is_document = false;  // "Press release", "Transcript": the body it names has issued it
  std::optional<DateReading> published, updated;
  bool weekday_differs = false;
};

// Reads "The Meridian Post", "The Daily Trumpet, 19 May 2025", "Upland Gazette | Politics | 4 May 2025", "Press
// release, Kestrel Marine Group". Nothing where any part of the line is something else: sentences and headlines with
// small words or verbs.
std::optional<MastheadReading> read_masthead(std::string_view line, const Resources& resources);

// Marks such lines among the pieces before `lead` and keeps outlet, dates and authors as candidates. What could be a
// headline is taken only with evidence: the outlet's address, its credit in the dateline, "told the Post", or byline
// and date beside it; and never the only line that could be the headline.
void mark_mastheads(Draft& draft, std::size_t lead, const Resources& resources);

}  // namespace newsloupe
