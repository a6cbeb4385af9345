#include <array>

#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string month_name(CivilDate date) { return kMonths[static_cast<std::size_t>(date.month - 1)]; }

// "14th"
std::string ordinal(int number) {
  const int last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
  return std::to_string(number) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

}  // namespace

std::string long_date(CivilDate date) {
  return std::to_string(date.day) + " " + month_name(date) + " " + std::to_string(date.year);
}

std::string date_range(CivilDate first, CivilDate last) {
  if (first == last) return long_date(first);
  if (first.month == last.month && first.year == last.year) {
    return std::to_string(first.day) + " to " + long_date(last);
  }
  const auto day_and_month = [](CivilDate day) {  // two long names would not fit where ranges are shown
    return std::to_string(day.day) + " " + std::string(month_name(day).substr(0, 3));
  };
  std::string head = day_and_month(first);
  if (first.year != last.year) head += " " + std::to_string(first.year);
  return head + " to " + day_and_month(last) + " " + std::to_string(last.year);
}

std::string short_date(CivilDate date) {
  return std::string(kWeekdays[static_cast<std::size_t>(weekday(date))]) + " " + std::to_string(date.day) + " " +
         month_name(date).substr(0, 3);
}

std::string shown_period(const std::string& value, CivilDate first) {
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  const std::string part = value.size() == 7 && value[4] == '-' ? value.substr(5) : std::string();
  if (digits == value.size() && digits == 3) return value + "0s";
  if (digits == value.size() && digits == 2) return ordinal(std::stoi(value) + 1) + " century";
  if (value.size() == 8 && value.compare(4, 2, "-W") == 0) return "week of " + long_date(first);
  if (part.find_first_not_of("0123456789") == std::string::npos && !part.empty()) {
    return month_name(first) + " " + std::to_string(first.year);
  }
  if (part.starts_with('Q') || part.starts_with('H')) return part + " " + value.substr(0, 4);
  if (value.size() == 11 && value.ends_with("-WE")) return "weekend of " + long_date(first);
  static constexpr std::pair<std::string_view, const char*> kSeasons[] = {
      {"SP", "spring "}, {"SU", "summer "}, {"FA", "autumn "}, {"WI", "winter "}};
  for (const auto& [code, name] : kSeasons) {
    if (part == code) return name + value.substr(0, 4);
  }
  return value;
}

std::string shown_days(const TimelineEntry& entry) {
  if (entry.first == entry.last || parse_iso_date(entry.value)) return date_range(entry.first, entry.last);
  const std::string begin = shown_period(entry.value, entry.first);
  return entry.end.empty() ? begin : begin + " to " + shown_period(entry.end, entry.last);
}

std::string shown_time(const std::string& iso) {
  const auto date = parse_iso_date(iso);
  if (!date) return iso;
  const bool has_time = iso.size() >= 16 && iso[10] == 'T' && iso[13] == ':';
  return long_date(*date) + (has_time ? ", " + iso.substr(11, 5) : "");
}

}  // namespace newsloupe
