#include "web/ui/timeline_scale.h"

#include <algorithm>
#include <array>

#include "core/base/civil_date.h"
#include "core/base/sorting.h"

namespace newsloupe::ui {

TimelineScale::TimelineScale(std::vector<std::int32_t> days, float x0, float x1) {
  constexpr std::int32_t kShortGap = 3;  // days without anything that are still drawn
  constexpr float kBreak = 0.5F;         // the width of a break, in days
  if (days.empty()) days.push_back(0);
  sort_items(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  float units = 0;
  const auto add = [&](std::int32_t day, float width, bool is_break) {
    columns_.push_back({day, units, units + width, is_break});
    units += width;
  };
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i > 0) {
      const std::int32_t empty = days[i] - days[i - 1] - 1;
      if (empty > kShortGap) {
        add(days[i], kBreak, true);
      } else {
        for (std::int32_t day = days[i - 1] + 1; day < days[i]; ++day) add(day, 1, false);
      }
    }
    add(days[i], 1, false);
  }
  unit_ = (x1 - x0) / units;
  for (Column& column : columns_) column.x0 = x0 + column.x0 * unit_, column.x1 = x0 + column.x1 * unit_;
}

float TimelineScale::x_from_day(std::int32_t day) const {
  const auto after = std::find_if(columns_.begin(), columns_.end(), [day](const Column& c) { return c.day >= day; });
  const Column& column = after == columns_.end() ? columns_.back() : *after;
  if (!column.is_break || column.day != day) return (column.x0 + column.x1) / 2;
  const Column& day_itself = *(after + 1);  // a break is followed by its day
  return (day_itself.x0 + day_itself.x1) / 2;
}

std::string day_words(std::int32_t day, bool year) {
  constexpr std::array kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const CivilDate date = civil_from_days(day);
  std::string out = kDays[static_cast<std::size_t>(weekday(date))];
  out += " " + std::to_string(date.day) + " " + kMonths[static_cast<std::size_t>(date.month) - 1];
  if (year) out += " " + std::to_string(date.year);
  return out;
}

}  // namespace newsloupe::ui
