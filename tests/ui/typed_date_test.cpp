#include "web/app/typed_date.h"

#include <doctest/doctest.h>

#include "web/ui/timeline_scale.h"

namespace newsloupe {
namespace {

TEST_CASE("a day is read as readers type it; what could be two days is asked again") {
  struct Row {
    const char* typed;
    const char* iso;  // empty: not read
  };
  const Row rows[] = {
      {"2025-08-26", "2025-08-26"},
      {"26 Aug 2025", "2025-08-26"},
      {"26 August 2025", "2025-08-26"},
      {"August 26, 2025", "2025-08-26"},
      {"26. 8. 2025", "2025-08-26"},
      {"26/8/2025", "2025-08-26"},
      {"8/26/2025", "2025-08-26"},
      {"the 4th", ""},
      {"4th of May 2025", "2025-05-04"},
      {"4/5/2025", ""},
      {"5/5/2025", "2025-05-05"},
      {"31 Feb 2025", ""},
      {"26 Aug", ""},
      {"", ""},
      {"yesterday", ""},
      {"Sept 3 2024", "2024-09-03"},
      {"2025-13-01", ""},
      {"26 Aug 25", ""},
  };
  for (const Row& row : rows) {
    const std::string typed = row.typed;
    CAPTURE(typed);
    const std::optional<CivilDate> date = date_from_typed(row.typed);
    CHECK((date ? to_iso(*date) : "") == row.iso);
  }
  CHECK(typed_from_date({2025, 8, 26}) == "26 Aug 2025");
}

TEST_CASE("days stand equally wide, long gaps become one break") {
  const ui::TimelineScale scale({10, 12, 10, 400}, 0, 450);
  REQUIRE(scale.columns().size() == 5);  // 10, 11, 12, break, 400
  CHECK(scale.columns()[3].is_break);
  CHECK(scale.column_width() == doctest::Approx(100));
  CHECK(scale.x_from_day(10) == doctest::Approx(50));
  CHECK(scale.x_from_day(11) == doctest::Approx(150));
  CHECK(scale.x_from_day(400) == doctest::Approx(400));
  CHECK(scale.x_from_day(200) == doctest::Approx(325));  // in the break
  CHECK(ui::TimelineScale({}, 0, 100).columns().size() == 1);
  CHECK(ui::day_words(20208, false) == "Wed 30 Apr");
  CHECK(ui::day_words(20208, true) == "Wed 30 Apr 2025");
}

}  // namespace
}  // namespace newsloupe
