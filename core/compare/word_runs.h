// Common runs of words of two texts: which of them count, and what they say.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

// Common runs of at least this many words count as shared wording (formats.md).
inline constexpr std::uint32_t kReuseRunWords = 7;
// A gram that stands in more places than this is a formula and proposes
// nothing.
inline constexpr std::size_t kMostGramPlaces = 512;

struct WordRun {
  std::uint32_t a = 0, b = 0, length = 0;  // first word in each, number of words
};

// Runs that overlap on neither side, the longest first choice; in order of a.
// M. Wise, "String similarity via greedy string tiling", 1993.
[[nodiscard]] std::vector<WordRun> tile(std::vector<WordRun> runs, std::size_t words_a, std::size_t words_b);

// Label and containments, without runs and articles. `quoted`: words of the
// tiles that are quoted in the shorter text. Nothing where the pair shares too
// little.
[[nodiscard]] std::optional<Reuse> judged(const std::vector<WordRun>& tiles, std::size_t words_a, std::size_t words_b,
                                          std::uint64_t quoted);

}  // namespace newsloupe
