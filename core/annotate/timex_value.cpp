#include "core/annotate/timex_value.h"

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

CivilDate date_of(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

CalendarValue months_value(std::string value, int year, int month, int count) {
  const CivilDate first = date_of(year, month, 1);
  return {std::move(value), first, add_days(add_months(first, count), -1)};
}

// A decade or a century: `years` long, named by the digits they share.
CalendarValue years_value(std::string value, int first, int years) {
  return {std::move(value), date_of(first, 1, 1), date_of(first + years - 1, 12, 31)};
}

CalendarValue week_value(CivilDate day) {
  const IsoWeek week = iso_week(day);
  const CivilDate monday = first_day(week);
  return {padded(week.year, 4) + "-W" + padded(week.week, 2), monday, add_days(monday, 6)};
}

CalendarValue weekend_value(CivilDate day) {
  CalendarValue value = week_value(day);
  return {value.value + "-WE", add_days(*value.first, 5), value.last};
}

}  // namespace

CalendarValue year_value(int year) { return years_value(padded(year, 4), year, 1); }
CalendarValue month_value(int year, int month) {
  return months_value(padded(year, 4) + "-" + padded(month, 2), year, month, 1);
}
CalendarValue quarter_value(int year, int number) {
  return months_value(padded(year, 4) + "-Q" + std::to_string(number), year, number * 3 - 2, 3);
}
CalendarValue half_value(int year, int number) {
  return months_value(padded(year, 4) + "-H" + std::to_string(number), year, number * 6 - 5, 6);
}
CalendarValue season_value(int year, std::string_view code, int first_month) {
  return months_value(padded(year, 4) + "-" + std::string(code), year, first_month, 3);
}
CalendarValue decade_value(int first_year) { return years_value(padded(first_year / 10, 3), first_year / 10 * 10, 10); }
CalendarValue century_value(int number) { return years_value(padded(number - 1, 2), (number - 1) * 100, 100); }

CalendarValue unit_at(DateUnit unit, CivilDate day) {
  switch (unit) {
    case DateUnit::kDay:
      return {to_iso(day), day, day};
    case DateUnit::kWeek:
      return week_value(day);
    case DateUnit::kFortnight:
      return {to_iso(day), day, add_days(day, 13)};
    case DateUnit::kWeekend:
      return weekend_value(day);
    case DateUnit::kMonth:
      return month_value(day.year, day.month);
    case DateUnit::kQuarter:
      return quarter_value(day.year, (day.month + 2) / 3);
    case DateUnit::kHalf:
      return half_value(day.year, day.month <= 6 ? 1 : 2);
    case DateUnit::kSeason:
    case DateUnit::kYear:
      return year_value(day.year);
    case DateUnit::kDecade:
      return decade_value(day.year);
    case DateUnit::kCentury:
      return century_value(day.year / 100 + 1);
  }
  return {};
}

CalendarValue unit_from(DateUnit unit, CivilDate day, int steps) {
  static constexpr std::array<int, 11> kDays = {1, 7, 14, 7, 0, 0, 0, 0, 0, 0, 0};
  static constexpr std::array<int, 11> kMonths = {0, 0, 0, 0, 1, 3, 6, 12, 12, 120, 1200};
  const auto index = static_cast<std::size_t>(unit);
  const bool by_days = kDays[index] > 0;
  const CivilDate start = by_days ? day : date_of(day.year, day.month, 1);
  return unit_at(unit, by_days ? add_days(start, steps * kDays[index]) : add_months(start, steps * kMonths[index]));
}

std::string open_day(int month, int day) { return "XXXX-" + padded(month, 2) + "-" + padded(day, 2); }
std::string open_month(int month) { return "XXXX-" + padded(month, 2); }
std::string open_weekday(Weekday day) { return "XXXX-WXX-" + std::to_string(static_cast<int>(day) + 1); }

std::string open_unit(DateUnit unit) {
  static constexpr std::array<std::string_view, 11> kOpen = {"XXXX-XX-XX", "XXXX-WXX", "XXXX-XX-XX", "XXXX-WXX-WE",
                                                             "XXXX-XX",    "XXXX-QX",  "XXXX-HX",    "XXXX",
                                                             "XXXX",       "XXX",      "XX"};
  return std::string(kOpen[static_cast<std::size_t>(unit)]);
}

std::string duration_value(std::optional<Decimal> amount, std::string_view unit) {
  std::string number = amount ? amount->to_string() : "X";
  const bool clock = unit.starts_with('T');
  if (clock) unit.remove_prefix(1);
  if (unit == "F" || unit == "WE") {  // a fortnight is two weeks, weekends are counted as such
    if (unit == "F" && amount) number = (*amount * Decimal(2, 0)).to_string();
    if (unit == "F") unit = "W";
  } else if (unit == "Q") {
    if (amount) number = (*amount * Decimal(3, 0)).to_string();
    unit = "M";
  } else if ((unit == "DE" || unit == "CE") && amount) {
    number = (*amount * Decimal(1, unit == "DE" ? 1 : 2)).to_string();
    unit = "Y";
  }
  return (clock ? "PT" : "P") + number + std::string(unit);
}

std::optional<DateUnit> date_unit(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, DateUnit>, 8> kCodes{{{"D", DateUnit::kDay},
                                                                                {"W", DateUnit::kWeek},
                                                                                {"F", DateUnit::kFortnight},
                                                                                {"WE", DateUnit::kWeekend},
                                                                                {"M", DateUnit::kMonth},
                                                                                {"Q", DateUnit::kQuarter},
                                                                                {"Y", DateUnit::kYear},
                                                                                {"DE", DateUnit::kDecade}}};
  if (code == "CE") return DateUnit::kCentury;
  const auto found = std::ranges::find(kCodes, code, [](const auto& row) { return row.first; });
  return found == kCodes.end() ? std::nullopt : std::optional(found->second);
}

// Civil abbreviations as news agencies use them; ambiguous ones in their most common sense (IST: India).
std::string_view zone_offset(std::string_view zone) {
  static constexpr std::pair<std::string_view, std::string_view> kZones[] = {
      {"gmt", "Z"},       {"utc", "Z"},      {"ist", "+05:30"},  {"est", "-05:00"},  {"edt", "-04:00"},
      {"et", "-05:00"},   {"cst", "-06:00"}, {"cdt", "-05:00"},  {"mst", "-07:00"},  {"mdt", "-06:00"},
      {"pst", "-08:00"},  {"pdt", "-07:00"}, {"pt", "-08:00"},   {"bst", "+01:00"},  {"cet", "+01:00"},
      {"cest", "+02:00"}, {"eet", "+02:00"}, {"msk", "+03:00"},  {"jst", "+09:00"},  {"kst", "+09:00"},
      {"hkt", "+08:00"},  {"sgt", "+08:00"}, {"aest", "+10:00"}, {"aedt", "+11:00"}, {"nzst", "+12:00"},
      {"nzdt", "+13:00"}, {"pkt", "+05:00"}, {"wib", "+07:00"}};
  const auto* const found = std::ranges::find(kZones, zone, [](const auto& row) { return row.first; });
  return found == std::ranges::end(kZones) ? std::string_view() : found->second;
}

}  // namespace newsloupe
