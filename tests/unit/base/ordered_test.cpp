#include "core/base/sorting.h"

#include <doctest/doctest.h>

namespace newsloupe {

TEST_CASE("indices are sorted by what they stand for, equal ones stay as they were") {
  const std::vector<int> values = {3, 1, 3, 2, 1};
  const auto order = ordered(values.size(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  CHECK(order == std::vector<std::uint32_t>{1, 4, 3, 0, 2});
  CHECK(ordered(0, [](std::uint32_t, std::uint32_t) { return true; }).empty());
}

}  // namespace newsloupe
