// Amounts as such: whether two of them can both be right, and whether two units measure one thing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/annotate/annotations.h"

namespace newsloupe {

// What an amount leaves open, as a closed interval: "about 20" is 18 to 22, "at least 12" is 12 to 18. An exact amount
// is an interval of one value. In the base unit of its dimension where the unit has one.
struct AmountRange {
  Decimal low, high;
};
[[nodiscard]] AmountRange range_of(const Quantity& quantity);

// "2,300": from four digits on, thousands are parted.
[[nodiscard]] std::string grouped_digits(Decimal number);

// The base unit of a measure ("millimetre" for inches), or the unit itself.
[[nodiscard]] std::string_view base_unit(std::string_view unit);

// Same value, low and high, unit aside.
[[nodiscard]] bool is_equal(const Quantity& a, const Quantity& b);
// Equal, or both can be right: one bounds, rounds or converts the other. Precondition: the base units are equal.
[[nodiscard]] bool can_agree(const Quantity& a, const Quantity& b);
// Equal, or one is clearly said to be the other: rounded, converted, or bounded close by. "More than 26,000" and "more
// than 31,000" can both be right and do not tell the same; nor do "more than seven" and "nearly seven".
[[nodiscard]] bool tell_the_same(const Quantity& a, const Quantity& b);
// One is the other with fewer digits ("180 million" for 184 million).
[[nodiscard]] bool is_rounding_of(const Quantity& a, const Quantity& b);

}  // namespace newsloupe
