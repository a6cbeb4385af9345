// A share of work that is divided by hashes.
#pragma once

#include <cstdint>

namespace newsloupe {

// Part `number` (from 0) of `of` parts.
struct Part {
  std::uint32_t number = 0, of = 1;
  [[nodiscard]] bool is_whole() const { return of == 1; }
  // Every hash falls into exactly one of the parts, by its lower bits.
  [[nodiscard]] bool holds(std::uint64_t hash) const { return ((hash & 0xFFFFFFFF) * of) >> 32 == number; }
  friend bool operator==(const Part&, const Part&) = default;
};

}  // namespace newsloupe
