#include "core/compare/amounts.h"

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

struct UnitFactor {
  std::string_view unit, base;
  std::int64_t mantissa;
  int exponent;
};
// Factors by definition (international yard and pound, 1959; US gallon of 231 cubic inches).
constexpr std::array<UnitFactor, 49> kUnits = {{{"m²", "m²", 1, 0},
                                                {"km²", "m²", 1, 6},
                                                {"hectare", "m²", 1, 4},
                                                {"acre", "m²", 40468564224, -7},
                                                {"square mile", "m²", 2589988110336, -6},
                                                {"square foot", "m²", 9290304, -8},
                                                {"litre", "litre", 1, 0},
                                                {"ml", "litre", 1, -3},
                                                {"gallon", "litre", 3785411784, -9},
                                                {"km/h", "km/h", 1, 0},
                                                {"mph", "km/h", 1609344, -6},
                                                {"knot", "km/h", 1852, -3},
                                                {"month", "month", 1, 0},
                                                {"year", "month", 12, 0},
                                                {"decade", "month", 120, 0},
                                                {"day", "day", 1, 0},
                                                {"week", "day", 7, 0},
                                                {"minute", "minute", 1, 0},
                                                {"hour", "minute", 60, 0},
                                                {"mm", "mm", 1, 0},
                                                {"millimetre", "mm", 1, 0},
                                                {"millimeter", "mm", 1, 0},
                                                {"cm", "mm", 1, 1},
                                                {"centimetre", "mm", 1, 1},
                                                {"centimeter", "mm", 1, 1},
                                                {"m", "mm", 1, 3},
                                                {"metre", "mm", 1, 3},
                                                {"meter", "mm", 1, 3},
                                                {"km", "mm", 1, 6},
                                                {"kilometre", "mm", 1, 6},
                                                {"kilometer", "mm", 1, 6},
                                                {"in", "mm", 254, -1},
                                                {"inch", "mm", 254, -1},
                                                {"ft", "mm", 3048, -1},
                                                {"foot", "mm", 3048, -1},
                                                {"yd", "mm", 9144, -1},
                                                {"yard", "mm", 9144, -1},
                                                {"mi", "mm", 1609344, 0},
                                                {"mile", "mm", 1609344, 0},
                                                {"g", "g", 1, 0},
                                                {"gram", "g", 1, 0},
                                                {"kg", "g", 1, 3},
                                                {"kilogram", "g", 1, 3},
                                                {"t", "g", 1, 6},
                                                {"tonne", "g", 1, 6},
                                                {"lb", "g", 45359237, -5},
                                                {"pound", "g", 45359237, -5},
                                                {"oz", "g", 28349523125, -9},
                                                {"ounce", "g", 28349523125, -9}}};

const UnitFactor* factor_of(std::string_view unit) {
  const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitFactor& u) { return u.unit == unit; });
  return found == kUnits.end() ? nullptr : &*found;
}

Decimal in_base(Decimal value, std::string_view unit) {
  if (unit ==
      "\xC2\xB0"
      "F")
    return (value - Decimal(32, 0)) * Decimal(555555556, -9);
  const UnitFactor* factor = factor_of(unit);
  return factor == nullptr ? value : value * Decimal(factor->mantissa, factor->exponent);
}

bool is_bound(Bound bound) {
  return bound == Bound::kAtLeast || bound == Bound::kAtMost || bound == Bound::kMoreThan || bound == Bound::kLessThan;
}

bool is_lower(Bound bound) { return bound == Bound::kAtLeast || bound == Bound::kMoreThan; }
bool is_upper(Bound bound) { return bound == Bound::kAtMost || bound == Bound::kLessThan || bound == Bound::kNearly; }

AmountRange widened(Decimal value, Decimal down, Decimal up) { return {value * down, value * up}; }

// Digits that say something: 2300 has two, 6.5 has two, 184 has three.
int significant_digits(Decimal value) {
  int digits = 0;
  for (std::int64_t m = value.mantissa(); m != 0; m /= 10) ++digits;
  return digits;
}

// `value` cut to as many significant digits, rounded half up.
Decimal rounded(Decimal value, int digits) {
  std::int64_t mantissa = value.mantissa();
  int exponent = value.exponent(), have = significant_digits(value);
  for (; have > digits; --have, ++exponent) mantissa = have == digits + 1 ? (mantissa + 5) / 10 : mantissa / 10;
  return {mantissa, exponent};
}

}  // namespace

AmountRange range_of(const Quantity& quantity) {
  const Decimal one(1, 0), tenth_more(11, -1), tenth_less(9, -1), half_more(15, -1), half(5, -1);
  const Decimal value = in_base(quantity.value, quantity.unit);
  if (quantity.low && quantity.high)
    return {in_base(*quantity.low, quantity.unit), in_base(*quantity.high, quantity.unit)};
  switch (quantity.bound) {
    case Bound::kAbout:
      return widened(value, tenth_less, tenth_more);
    case Bound::kNearly:
      return widened(value, tenth_less, one);
    case Bound::kAtLeast:
    case Bound::kMoreThan:
      return widened(value, one, half_more);
    case Bound::kAtMost:
    case Bound::kLessThan:
      return widened(value, half, one);
    case Bound::kNone:
      break;
  }
  return {value, value};
}

std::string grouped_digits(Decimal number) {
  std::string digits = number.to_string();
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = whole; at > sign + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string_view base_unit(std::string_view unit) {
  if (unit ==
      "\xC2\xB0"
      "F")
    return "\xC2\xB0"
           "C";
  const UnitFactor* factor = factor_of(unit);
  return factor == nullptr ? unit : factor->base;
}

bool is_equal(const Quantity& a, const Quantity& b) {
  return a.value == b.value && a.low == b.low && a.high == b.high && a.unit == b.unit;
}

bool can_agree(const Quantity& a, const Quantity& b) {
  if (is_equal(a, b)) return true;
  if (a.kind == QuantityKind::kScore || b.kind == QuantityKind::kScore) return false;
  AmountRange x = range_of(a), y = range_of(b);
  if (a.unit != b.unit) {  // a converted amount is a rounded one
    x = {x.low * Decimal(97, -2), x.high * Decimal(103, -2)};
  }
  return x.low <= y.high && y.low <= x.high;
}

bool tell_the_same(const Quantity& a, const Quantity& b) {
  if ((is_lower(a.bound) && is_upper(b.bound)) || (is_upper(a.bound) && is_lower(b.bound))) return false;
  if (is_equal(a, b)) return true;
  if (!can_agree(a, b)) return false;
  const Decimal x = in_base(a.value, a.unit), y = in_base(b.value, b.unit), larger = std::max(x, y);
  const bool bounded = is_bound(a.bound) || is_bound(b.bound);
  if (bounded && is_bound(a.bound) == is_bound(b.bound)) return !(std::min(x, y) < larger * Decimal(97, -2));
  return !bounded || !(std::min(x, y) < larger * Decimal(85, -2));
}

bool is_rounding_of(const Quantity& a, const Quantity& b) {
  const Decimal x = in_base(a.value, a.unit), y = in_base(b.value, b.unit);
  const int digits = std::min(significant_digits(x), significant_digits(y));
  if (significant_digits(x) == significant_digits(y) || digits == 0) return false;
  // One digit says little: 200 may be anything; it has to come close.
  const Decimal larger = std::max(x, y), smaller = std::min(x, y);
  if (digits == 1 && smaller < larger * Decimal(95, -2)) return false;
  return rounded(x, digits) == rounded(y, digits);
}

}  // namespace newsloupe
