#include <array>

#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string month_name(CivilDate date) { return kMonths[static_cast<std::size_t>(date.month - 1)]; }

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

std::string shown_time(const std::string& iso) {
  const auto date = parse_iso_date(iso);
  if (!date) return iso;
  const bool has_time = iso.size() >= 16 && iso[10] == 'T' && iso[13] == ':';
  return long_date(*date) + (has_time ? ", " + iso.substr(11, 5) : "");
}

}  // namespace newsloupe
