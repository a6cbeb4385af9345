// Shared wording: which articles have passages in common, and how much of each that is.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Common runs of at least this many words count as shared wording (formats.md).
inline constexpr std::uint32_t kReuseRunWords = 7;

// Every pair of articles that shares at least 3 % of the shorter one's words in common runs, with a label by
// formats.md; sorted by a, then b. Runs do not overlap on either side. Algorithm: index of word 7-grams, runs extended
// to their ends, then greedy tiling by length (M. Wise, "String similarity via greedy string tiling", 1993).
[[nodiscard]] std::vector<Reuse> find_reuse(const SetWords& words);

}  // namespace newsloupe
