#include "core/present/amount_words.h"

#include <algorithm>
#include <array>

#include "core/present/presenter.h"

namespace newsloupe {

std::string shown_number(Decimal number) {
  std::string digits = number.to_string();
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = whole; at > sign + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

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
  words += amount.low && amount.high ? shown_number(*amount.low) + " to " + shown_number(*amount.high)
                                     : shown_number(amount.value);
  return amount.unit.empty() ? words : words + " " + amount.unit;
}

std::string stated_amount(const std::string& amount, const std::string& label) {
  constexpr std::ptrdiff_t kMostSpaces = 3;  // a name of what is counted has few words and no number
  const bool names_it = std::count(label.begin(), label.end(), ' ') <= kMostSpaces &&
                        label.find_first_of("0123456789") == std::string::npos;
  return amount + (names_it ? " " : ": ") + lower_first(label);
}

}  // namespace newsloupe
