#include "core/ingest/date_text.h"

#include <doctest/doctest.h>

#include "core/resources/resources.h"

namespace newsloupe {
namespace {

std::string dates_of(std::string_view line) {
  static const auto resources = load_resources();
  std::string out;
  for (const DateReading& date : find_dates(line, resources->lexicon)) {
    if (!out.empty()) out += ' ';
    out += date.iso;
  }
  return out;
}

}  // namespace

TEST_CASE("dates of metadata and byline lines") {
  const struct {
    std::string_view line, dates;
  } rows[] = {
      {"2025-08-26", "2025-08-26"},
      {"2025-08-26T21:30:04+05:30", "2025-08-26T21:30:04+05:30"},
      {"2016-12-16T21:19:00.000Z", "2016-12-16T21:19:00Z"},
      {"2025-08-26 21:30:04 +0530", "2025-08-26T21:30:04+05:30"},
      {"IST2025-08-26T21:25:55+5:302025-08-26T21:30:04+5:30", "2025-08-26T21:25:55+05:30 2025-08-26T21:30:04+05:30"},
      {"Updated: August 26, 2025 21:30 IST", "2025-08-26T21:30"},
      {"Sunday, 4 May 2025, 11:05", "2025-05-04T11:05"},
      {"May 5, 2025 6:45 a.m.", "2025-05-05T06:45"},
      {"10 October 2024, 7:15 pm", "2024-10-10T19:15"},
      {"12:05 on Sept. 3rd 2019", "2019-09-03"},
      {"26.08.2025", "2025-08-26"},
      {"08/26/2025", "2025-08-26"},
      {"26/08/2025 at 9 am", "2025-08-26T09:00"},
      {"Fri, 16 Dec 2016 21:19:00 GMT", "2016-12-16T21:19:00Z"},
      {"20161216", "2016-12-16"},
      // no dates, or impossible ones
      {"31 February 2025", ""},
      {"2025-13-01", ""},
      {"August 2025", ""},
      {"the 26 August edition", ""},
      {"call 020 7946 0018", ""},
      {"", ""},
  };
  for (const auto& row : rows) CHECK_MESSAGE(dates_of(row.line) == row.dates, row.line);
}

}  // namespace newsloupe
