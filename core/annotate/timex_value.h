// Calendar arithmetic on TIMEX3 values (ISO-TimeML, "TIMEX3 annotation guidelines" 1.2.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"

namespace newsloupe {

// How fine a date is.
enum class DateUnit : std::uint8_t {
  kDay,
  kWeek,
  kFortnight,
  kWeekend,
  kMonth,
  kQuarter,
  kHalf,
  kSeason,
  kYear,
  kDecade,
  kCentury
};

// A stretch of the calendar: the value that names it, and the days it covers, where they are known.
struct CalendarValue {
  std::string value;
  std::optional<CivilDate> first, last;
};

// The unit of that size which holds `day` ("2025-W35" for kWeek).
[[nodiscard]] CalendarValue unit_at(DateUnit unit, CivilDate day);
// The unit `steps` later (earlier when negative) than the one that holds `day`.
[[nodiscard]] CalendarValue unit_from(DateUnit unit, CivilDate day, int steps);

[[nodiscard]] CalendarValue year_value(int year);
[[nodiscard]] CalendarValue month_value(int year, int month);
// `number` counts from 1.
[[nodiscard]] CalendarValue quarter_value(int year, int number);
[[nodiscard]] CalendarValue half_value(int year, int number);
// `code` is SP, SU, FA or WI, `first_month` its first month; winter ends in the next year.
[[nodiscard]] CalendarValue season_value(int year, std::string_view code, int first_month);
[[nodiscard]] CalendarValue decade_value(int first_year);  // 1990: "199"
[[nodiscard]] CalendarValue century_value(int number);     // 20: "19"
// What is open without a year or a reference: "XXXX-08-29", "XXXX-08", "XXXX-WXX-2".
[[nodiscard]] std::string open_day(int month, int day);
[[nodiscard]] std::string open_month(int month);
[[nodiscard]] std::string open_weekday(Weekday day);
[[nodiscard]] std::string open_unit(DateUnit unit);

// "P2D", "P13Y", "PT30M", "P2.5Y"; `amount` nothing gives "PXY". `unit` is a code of time_units.txt.
[[nodiscard]] std::string duration_value(std::optional<Decimal> amount, std::string_view unit);
// The date unit of a code of time_units.txt; nothing for hours and smaller.
[[nodiscard]] std::optional<DateUnit> date_unit(std::string_view code);

// The offset of a time zone's abbreviation, folded ("ist": "+05:30", "gmt": "Z"); empty where it is unknown.
[[nodiscard]] std::string_view zone_offset(std::string_view zone);

}  // namespace newsloupe
