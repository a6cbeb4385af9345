// Numbers of things, as they are shown.
#pragma once

#include <cstddef>
#include <string>

namespace newsloupe {

// "1,204".
inline std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

// "1 article", "1,204 articles".
inline std::string counted(std::size_t count, const char* one, const char* many) {
  return grouped(count) + " " + (count == 1 ? one : many);
}

}  // namespace newsloupe
