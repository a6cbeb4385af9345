#include "core/compare/amount_words.h"

#include <algorithm>
#include <array>

#include "core/compare/amounts.h"

namespace newsloupe {
namespace {

// "312 million" where that says all of it.
std::string number_text(Decimal value) {
  struct Magnitude {
    int power;
    std::string_view word;
  };
  static constexpr std::array<Magnitude, 3> kMagnitudes = {{{12, " trillion"}, {9, " billion"}, {6, " million"}}};
  for (const Magnitude& magnitude : kMagnitudes) {
    if (value < Decimal(1, magnitude.power)) continue;
    std::string digits = (value * Decimal(1, -magnitude.power)).to_string();
    if (digits.size() <= 5) return digits + std::string(magnitude.word);
    break;
  }
  std::int64_t digits = value.mantissa();
  int exponent = value.exponent();
  if (exponent < -6) {  // 2 / 3
    for (; exponent < -3; ++exponent) digits = digits / 10 + (exponent == -4 && digits % 10 >= 5 ? 1 : 0);
  }
  return grouped_digits({digits, exponent});
}

// "months" for more than one; signs and codes stay.
std::string unit_text(const Quantity& m) {
  const bool word = (m.unit.size() > 3 || m.unit == "day") &&
                    std::all_of(m.unit.begin(), m.unit.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!word || (m.value == Decimal(1, 0) && !m.high) || m.unit == "magnitude") return m.unit;
  if (m.unit == "foot") return "feet";
  return m.unit + (m.unit == "inch" ? "es" : "s");
}

std::string with_unit(std::string number, const Quantity& amount) {
  return amount.unit.empty() ? number : number + " " + unit_text(amount);
}

std::string range_text(const Quantity& amount, const char* to) {
  return amount.low && amount.high ? number_text(*amount.low) + to + number_text(*amount.high)
                                   : number_text(amount.value);
}

}  // namespace

Quantity amount_of(const FigureMember& member) {
  Quantity amount;
  amount.value = member.value;
  amount.low = member.low;
  amount.high = member.high;
  amount.unit = member.unit;
  amount.bound = member.bound;
  return amount;
}

std::string amount_words(const Quantity& amount) {
  static constexpr std::array<const char*, 7> kBounds = {"",           "about ",     "at least ", "at most ",
                                                         "more than ", "less than ", "nearly "};
  return kBounds[static_cast<std::size_t>(amount.bound)] + with_unit(range_text(amount, " to "), amount);
}

std::string amount_signs(const Quantity& amount) {
  static constexpr std::array<const char*, 7> kBounds = {"", "~", "≥ ", "≤ ", "> ", "< ", "~"};
  return kBounds[static_cast<std::size_t>(amount.bound)] + with_unit(range_text(amount, "–"), amount);
}

}  // namespace newsloupe
