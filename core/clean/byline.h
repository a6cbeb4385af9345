// Lines that say who wrote the article and when it came out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/date_text.h"
#include "core/resources/resources.h"

namespace newsloupe {

struct BylineReading {
  std::vector<std::string> names;
  std::string agency, outlet;
  std::optional<DateReading> published, updated;
  bool weekday_differs = false;  // "Monday, 14 October 2025" was a Tuesday: one of the two is wrong
  bool names_authors = false;    // "By ..." stands in it; else the line holds dates alone
};

// Reads "By Ada Lind and Ben Orr, Coast Herald", "By ANI | Updated: August 26, 2025 21:30 IST", "Upland Post · By Hal
// Dorrin · 4 May 2025", "Published 4 May 2025, 18:20", "From our correspondent in Lisk". Nothing where the line holds
// more than that ("By the time the doors opened, ...").
std::optional<BylineReading> read_byline(std::string_view line, const Resources& resources);

// The authors in the value of a metadata field: "By JOSH HASKELL, DAVID CAPLAN and ..." gives three. Addresses,
// agencies, the outlet itself and words like "Staff" are no authors; agencies are returned apart.
struct AuthorReading {
  std::vector<std::string> names;
  std::string agency, outlet;
};
AuthorReading read_authors(std::string_view value, const Resources& resources);

}  // namespace newsloupe
