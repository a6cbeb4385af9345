#include "core/base/civil_date.h"

#include <doctest/doctest.h>

namespace newsloupe {

TEST_CASE("days and dates convert both ways over four centuries") {
  CHECK(days_from_civil({1970, 1, 1}) == 0);
  CHECK(days_from_civil({2000, 3, 1}) == 11017);
  for (std::int32_t day = -146097; day < 146097; day += 13) CHECK(days_from_civil(civil_from_days(day)) == day);
}

TEST_CASE("weekdays and ISO weeks at the turns of years") {
  struct Row {
    CivilDate date;
    Weekday weekday;
    IsoWeek week;
  };
  const Row rows[] = {{{2025, 8, 26}, Weekday::kTuesday, {2025, 35}},
                      {{2021, 1, 3}, Weekday::kSunday, {2020, 53}},
                      {{2024, 12, 30}, Weekday::kMonday, {2025, 1}},
                      {{2026, 1, 1}, Weekday::kThursday, {2026, 1}}};
  for (const Row& row : rows) {
    CAPTURE(to_iso(row.date));
    CHECK(weekday(row.date) == row.weekday);
    CHECK(iso_week(row.date) == row.week);
    CHECK(iso_week(first_day(row.week)) == row.week);
    CHECK(weekday(first_day(row.week)) == Weekday::kMonday);
  }
}

TEST_CASE("months are added by calendar, the 31st becomes the last day") {
  CHECK(add_months({2025, 1, 31}, 1) == CivilDate{2025, 2, 28});
  CHECK(add_months({2024, 1, 31}, 1) == CivilDate{2024, 2, 29});
  CHECK(add_months({2025, 1, 15}, -1) == CivilDate{2024, 12, 15});
  CHECK(add_months({2025, 12, 1}, 1) == CivilDate{2026, 1, 1});
}

TEST_CASE("parse_iso_date takes valid days only") {
  CHECK(parse_iso_date("2025-08-26") == CivilDate{2025, 8, 26});
  CHECK(parse_iso_date("2025-08-26T21:30:04+05:30") == CivilDate{2025, 8, 26});
  for (const char* bad : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-8-26", "26-08-2025", "", "2025-08-261"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_iso_date(bad).has_value());
  }
}

}  // namespace newsloupe
