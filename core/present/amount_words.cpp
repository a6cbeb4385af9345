#include "core/present/amount_words.h"

#include <algorithm>
#include <array>

#include "core/compare/amounts.h"
#include "core/present/presenter.h"

namespace newsloupe {

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
  std::string words = kBounds[static_cast<std::size_t>(amount.bound)];
  words += amount.low && amount.high ? grouped_digits(*amount.low) + " to " + grouped_digits(*amount.high)
                                     : grouped_digits(amount.value);
  return amount.unit.empty() ? words : words + " " + amount.unit;
}

std::string stated_amount(const std::string& amount, const std::string& label) {
  constexpr std::ptrdiff_t kMostSpaces = 3;  // a name of what is counted has few words and no number
  const bool names_it = std::count(label.begin(), label.end(), ' ') <= kMostSpaces &&
                        label.find_first_of("0123456789") == std::string::npos;
  return amount + (names_it ? " " : ": ") + lower_first(label);
}

}  // namespace newsloupe
