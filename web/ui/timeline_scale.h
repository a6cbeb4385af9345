#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsloupe::ui {

// An axis of days for a story: days that something happened on are equally wide, short gaps keep their days, long gaps
// become one narrow break. So five days in May and a law of 1951 stand on one axis.
class TimelineScale {
 public:
  // `days` in days since 1970, in any order, with repetitions. Empty: one day, 0.
  TimelineScale(std::vector<std::int32_t> days, float x0, float x1);

  struct Column {
    std::int32_t day = 0;  // the day shown; of a break, the day after it
    float x0 = 0, x1 = 0;
    bool is_break = false;  // stands for days that were left out
  };
  const std::vector<Column>& columns() const { return columns_; }
  // Middle of a day's column; of a day inside a break, its middle.
  float x_from_day(std::int32_t day) const;
  float column_width() const { return unit_; }

 private:
  std::vector<Column> columns_;
  float unit_ = 0;
};

// "Sat 3 May", with the year where `year`.
std::string day_words(std::int32_t day, bool year);

}  // namespace newsloupe::ui
