// Shared wording: which articles have passages in common, and how much of each
// that is.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"
#include "core/compare/word_runs.h"

namespace newsloupe {

// Every pair of articles that shares at least 3 % of the shorter one's words in
// common runs, with a label by formats.md; sorted by a, then b. Runs do not
// overlap on either side. Algorithm: index of word 7-grams, runs extended to
// their ends, then greedy tiling by length (M. Wise, "String similarity via
// greedy string tiling", 1993).
[[nodiscard]] std::vector<Reuse> find_reuse(const SetWords& words);

}  // namespace newsloupe
