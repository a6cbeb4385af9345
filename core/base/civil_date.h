// Calendar dates without a clock or a time zone, on the proleptic Gregorian calendar.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsloupe {

// A day. `month` 1..12, `day` 1..31. Compares in calendar order.
struct CivilDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

enum class Weekday : std::uint8_t { kMonday, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };

[[nodiscard]] bool is_valid(CivilDate date);
[[nodiscard]] int days_in_month(int year, int month);

// Days since 1970-01-01, and back. Algorithm: H. Hinnant, "chrono-compatible low-level date algorithms".
[[nodiscard]] std::int32_t days_from_civil(CivilDate date);
[[nodiscard]] CivilDate civil_from_days(std::int32_t days);

[[nodiscard]] Weekday weekday(CivilDate date);
[[nodiscard]] CivilDate add_days(CivilDate date, int days);
// The same day of another month; the 31st becomes the month's last day.
[[nodiscard]] CivilDate add_months(CivilDate date, int months);

// ISO 8601 week: the year it belongs to and its number 1..53.
struct IsoWeek {
  int year = 0;
  int week = 0;
  friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};
[[nodiscard]] IsoWeek iso_week(CivilDate date);
// The Monday on which that week begins.
[[nodiscard]] CivilDate first_day(IsoWeek week);

// "2025-08-26". Years below 1000 are padded.
[[nodiscard]] std::string to_iso(CivilDate date);
// Reads "2025-08-26", also as the head of "2025-08-26T21:30:04+05:30". Nothing where it is no valid day.
[[nodiscard]] std::optional<CivilDate> parse_iso_date(std::string_view text);

}  // namespace newsloupe
