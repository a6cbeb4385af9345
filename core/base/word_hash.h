// Hash of a short string for tables that live in memory. Never printed, stored or used as a sort key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace newsloupe {

// Eight bytes at a time, multiply and fold (after wyhash, W. Yi, public domain). Depends on the byte order of the
// machine, which is why nothing but a table's layout may depend on it.
[[nodiscard]] inline std::uint32_t word_hash(std::string_view word) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
  std::uint64_t state = word.size() * kMultiplier;
  const char* at = word.data();
  std::size_t left = word.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, at, 8);
    state = (state ^ chunk) * kMultiplier;
    state ^= state >> 29;
  }
  // What is left, read in one or two pieces that may overlap; the length is in the state already.
  std::uint64_t tail = 0;
  if (left >= 4) {
    std::uint32_t low, high;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + left - 4, 4);
    tail = std::uint64_t{high} << 32 | low;
  } else if (left > 0) {
    const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    tail = byte(0) << 16 | byte(left / 2) << 8 | byte(left - 1);
  }
  state = (state ^ tail) * kMultiplier;
  state ^= state >> 32;
  return static_cast<std::uint32_t>(state * kMultiplier >> 32);
}

}  // namespace newsloupe
