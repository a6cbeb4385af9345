// Dates as metadata and byline lines write them. Running text is read by the annotators, not here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/resources/lexicon.h"

namespace newsloupe {

// A full date (day, month and year), with the time of day where one follows.
struct DateReading {
  CivilDate date;
  std::string iso;  // "2025-08-26", "2025-08-26T21:30", "2025-08-26T21:30:04+05:30"
  std::size_t begin = 0, end = 0;
};

// Every full date of the line from left to right: ISO 8601 (also glued to what follows and with a zone like "+5:30"),
// "August 26, 2025 21:30 IST", "26th Aug. 2025, 7:15 pm", "26.08.2025", "08/26/2025", "8/26/25" (month first, unless only day
// first is possible), "20250826". Zones by name are left out but for UTC, GMT and Z. Impossible dates are not read.
[[nodiscard]] std::vector<DateReading> find_dates(std::string_view line, const Lexicon& lexicon);

}  // namespace newsloupe
