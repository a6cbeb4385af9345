#include "core/compare/amounts.h"

#include <doctest/doctest.h>

#include <string>

namespace newsloupe {
namespace {

Quantity amount(const std::string& value, const std::string& unit = "", Bound bound = Bound::kNone) {
  Quantity quantity;
  quantity.value = *Decimal::parse(value);
  quantity.unit = unit;
  quantity.bound = bound;
  return quantity;
}

}  // namespace

TEST_CASE("amounts that can both be right agree") {
  struct {
    Quantity a, b;
    bool agree;
  } const table[] = {
      {amount("2300"), amount("2300", "", Bound::kAbout), true},
      {amount("2314"), amount("2300", "", Bound::kAbout), true},
      {amount("14"), amount("20", "", Bound::kAbout), false},
      {amount("14"), amount("12"), false},
      {amount("14"), amount("12", "", Bound::kAtLeast), true},
      {amount("10"), amount("12", "", Bound::kAtLeast), false},
      {amount("395"), amount("400", "", Bound::kNearly), true},
      {amount("88", "mm"), amount("3.5", "inch"), true},
      {amount("88", "mm"), amount("5", "inch"), false},
      {amount("2", "km"), amount("2000", "m"), true},
  };
  for (const auto& row : table) {
    CHECK(can_agree(row.a, row.b) == row.agree);
    CHECK(can_agree(row.b, row.a) == row.agree);
  }
}

TEST_CASE("a bound from above and one from below do not tell the same") {
  CHECK_FALSE(tell_the_same(amount("7", "year", Bound::kMoreThan), amount("7", "year", Bound::kNearly)));
  CHECK_FALSE(tell_the_same(amount("7", "year", Bound::kLessThan), amount("7", "year", Bound::kAtLeast)));
  CHECK(tell_the_same(amount("7", "year", Bound::kMoreThan), amount("7", "year")));
  CHECK_FALSE(tell_the_same(amount("26000", "", Bound::kMoreThan), amount("31000", "", Bound::kMoreThan)));
}

TEST_CASE("a rounding has fewer digits and the same head") {
  CHECK(is_rounding_of(amount("180"), amount("184")));
  CHECK(is_rounding_of(amount("185"), amount("190")));
  CHECK_FALSE(is_rounding_of(amount("184"), amount("194")));
  CHECK_FALSE(is_rounding_of(amount("12"), amount("14")));
  CHECK_FALSE(is_rounding_of(amount("200"), amount("184")));
}

}  // namespace newsloupe
