#include "core/base/civil_date.h"

namespace newsloupe {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

CivilDate make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::optional<int> read_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool is_valid(CivilDate d) {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month);
}

std::int32_t days_from_civil(CivilDate d) {
  const int y = d.year - (d.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int32_t days) {
  const int z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return make_date(year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

Weekday weekday(CivilDate date) {
  const int since_monday = (days_from_civil(date) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(since_monday < 0 ? since_monday + 7 : since_monday);
}

CivilDate add_days(CivilDate date, int days) { return civil_from_days(days_from_civil(date) + days); }

CivilDate add_months(CivilDate date, int months) {
  const int index = date.year * 12 + date.month - 1 + months;
  const int year = index >= 0 ? index / 12 : (index - 11) / 12;
  const int month = index - year * 12 + 1;
  const int last = days_in_month(year, month);
  return make_date(year, month, date.day < last ? date.day : last);
}

IsoWeek iso_week(CivilDate date) {
  const CivilDate thursday = add_days(date, 3 - static_cast<int>(weekday(date)));
  const int day_of_year = days_from_civil(thursday) - days_from_civil(make_date(thursday.year, 1, 1));
  return {thursday.year, day_of_year / 7 + 1};
}

CivilDate first_day(IsoWeek week) {
  const CivilDate fourth = make_date(week.year, 1, 4);  // 4 January always lies in week 1
  return add_days(fourth, (week.week - 1) * 7 - static_cast<int>(weekday(fourth)));
}

std::string to_iso(CivilDate date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::optional<CivilDate> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4)), month = read_digits(text.substr(5, 2)),
             day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const CivilDate date = make_date(*year, *month, *day);
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace newsloupe
