// The word 7-grams of an article as hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/compare/word_runs.h"

namespace newsloupe {

// Calls `found(hash, position)` for every gram of `count` words; `value(i)` tells words apart. The hash rolls: a
// polynomial of the values.
template <class Value, class Found>
void for_each_gram(std::size_t count, Value&& value, Found&& found) {
  constexpr std::uint64_t kBase = 0x100000001B3ULL;
  std::uint64_t leaving = 1, hash = 0;
  for (std::uint32_t i = 0; i < kReuseRunWords; ++i) leaving *= kBase;
  for (std::uint32_t i = 0; i < count; ++i) {
    hash = hash * kBase + value(i);
    if (i >= kReuseRunWords) hash -= leaving * value(i - kReuseRunWords);
    if (i + 1 < kReuseRunWords) continue;
    std::uint64_t mixed = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29;
    found(mixed, i + 1 - kReuseRunWords);
  }
}

}  // namespace newsloupe
