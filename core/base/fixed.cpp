#include "core/base/fixed.h"

#include <bit>

namespace newsloupe {

std::uint32_t log2_units(std::uint64_t value) {
  if (value == 0) return 0;
  const auto whole = static_cast<std::uint32_t>(std::bit_width(value) - 1);
  // The mantissa in [1, 2) with 31 bits behind the point; each squaring doubles its logarithm.
  std::uint64_t mantissa = whole >= 31 ? value >> (whole - 31) : value << (31 - whole);
  std::uint32_t fraction = 0;
  for (std::uint32_t bit = kLogUnit / 2; bit > 0; bit /= 2) {
    mantissa = (mantissa * mantissa) >> 31;
    if (mantissa >> 32 != 0) {
      fraction |= bit;
      mantissa >>= 1;
    }
  }
  return whole * kLogUnit + fraction;
}

std::uint64_t integer_sqrt(std::uint64_t value) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31; bit > 0; bit >>= 1) {
    const std::uint64_t candidate = root | bit;
    if (candidate * candidate <= value) root = candidate;
  }
  return root;
}

}  // namespace newsloupe
