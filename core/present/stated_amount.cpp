#include "core/present/stated_amount.h"

#include <algorithm>

#include "core/present/presenter.h"

namespace newsloupe {

std::string stated_amount(const std::string& amount, const std::string& label) {
  constexpr std::ptrdiff_t kMostSpaces = 3;  // a name of what is counted has few words and no number
  const bool names_it = std::count(label.begin(), label.end(), ' ') <= kMostSpaces &&
                        label.find_first_of("0123456789") == std::string::npos;
  return amount + (names_it ? " " : ": ") + lower_first(label);
}

}  // namespace newsloupe
