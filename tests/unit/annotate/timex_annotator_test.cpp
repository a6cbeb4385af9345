#include <doctest/doctest.h>

#include "core/annotate/annotate.h"
#include "core/annotate/timex_value.h"
#include "tests/support/case_file.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

std::string described(const SegmentedDocument& doc, const Timex& timex) {
  static constexpr std::string_view kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
  std::string out =
      "\"" + std::string(doc.text(timex.span)) + "\" " + std::string(kTypes[static_cast<std::size_t>(timex.type)]);
  out += " " + timex.value;
  if (!timex.end.empty()) out += " end " + timex.end;
  if (!timex.modifier.empty()) out += " " + timex.modifier;
  return out;
}

}  // namespace

TEST_CASE("times are found and read as tests/cases/times.cases says") {
  const std::vector<TextCase> cases = read_cases("times.cases");
  REQUIRE(cases.size() > 20);
  for (const TextCase& one : cases) {
    const SegmentedDocument doc = segmented_text(one.text);
    std::string found, expected;
    for (const Timex& timex : annotate_times(doc, parse_iso_date(one.settings.at("published")), shared_resources())) {
      found += "\n" + described(doc, timex);
    }
    for (const std::string& line : one.expected) expected += "\n" + line;
    CHECK_MESSAGE(found == expected, "times.cases:", one.line, ": ", one.text);
  }
}

TEST_CASE("calendar values name what they cover") {
  const CivilDate day{2025, 8, 26};
  CHECK(unit_at(DateUnit::kWeek, day).value == "2025-W35");
  CHECK(unit_from(DateUnit::kWeek, CivilDate{2024, 12, 30}, 0).value == "2025-W01");
  CHECK(unit_from(DateUnit::kMonth, CivilDate{2025, 1, 31}, 1).value == "2025-02");
  CHECK(to_iso(*unit_from(DateUnit::kQuarter, day, -1).last) == "2025-06-30");
  CHECK(to_iso(*half_value(2026, 1).last) == "2026-06-30");
  CHECK(to_iso(*season_value(2024, "WI", 12).last) == "2025-02-28");
  CHECK(to_iso(*century_value(20).first) == "1900-01-01");
  CHECK(duration_value(Decimal(2, 0), "DE") == "P20Y");
  CHECK(duration_value(std::nullopt, "Y") == "PXY");
  CHECK(duration_value(Decimal(5, -1), "TH") == "PT0.5H");
}

}  // namespace newsloupe
