#include "core/base/fixed.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace newsloupe {

TEST_CASE("log2_units gives logarithms in 1/256, rounded down") {
  struct {
    std::uint64_t value;
    std::uint32_t units;
  } const table[] = {{0, 0}, {1, 0}, {2, 256}, {3, 405}, {4, 512}, {10, 850}, {1000, 2551}, {1ULL << 63, 63 * 256}};
  for (const auto& row : table) CHECK(log2_units(row.value) == row.units);
  CHECK(log2_ratio_units(8, 2) == 512);
  CHECK(log2_ratio_units(2, 8) == 0);
}

TEST_CASE("integer_sqrt is exact at the borders of squares") {
  for (std::uint64_t root : {0ULL, 1ULL, 2ULL, 99ULL, 65536ULL, 4294967295ULL}) {
    CHECK(integer_sqrt(root * root) == root);
    if (root > 0) CHECK(integer_sqrt(root * root - 1) == root - 1);
  }
}

TEST_CASE("thousandths of nothing are nothing") {
  CHECK(thousandths(1, 3) == 333);
  CHECK(thousandths(5, 0) == 0);
}

}  // namespace newsloupe
