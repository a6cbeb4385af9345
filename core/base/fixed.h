// Arithmetic of scores: integers only, so that every machine and standard library gives the same order.
#pragma once

#include <cstdint>

namespace newsloupe {

// One bit of information is 256 units.
inline constexpr std::uint32_t kLogUnit = 256;

// log2(value) in 1/256, rounded down; 0 for 0. Algorithm: one bit of the fraction for each squaring of the mantissa
// (C. S. Turner, "A fast binary logarithm algorithm", IEEE Signal Processing Magazine 27(5), 2010).
[[nodiscard]] std::uint32_t log2_units(std::uint64_t value);

// log2(numerator / denominator) in 1/256; 0 where it would be negative. Precondition: denominator > 0.
[[nodiscard]] inline std::uint32_t log2_ratio_units(std::uint64_t numerator, std::uint64_t denominator) {
  const std::uint32_t n = log2_units(numerator), d = log2_units(denominator);
  return n > d ? n - d : 0;
}

// The largest integer whose square is not larger.
[[nodiscard]] std::uint64_t integer_sqrt(std::uint64_t value);

// part / whole in thousandths, rounded down; 0 for a whole of 0. Precondition: part < 2^54.
[[nodiscard]] constexpr std::uint32_t thousandths(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<std::uint32_t>(part * 1000 / whole);
}

}  // namespace newsloupe
