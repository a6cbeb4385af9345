// Figures of one article that do not fit together: the headline says 19 dead and the text 17; 16, 7 and 4 make more
// than the 26 they are parts of; "450 of 9,000, or 8 percent".
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/figure_candidates.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// By article, then by first member. Only what cannot be right both: parts that make less than their total may have left
// some out, a headline that rounds is no contradiction. `candidates`: of the same comparison.
[[nodiscard]] std::vector<InnerDifference> find_inner_differences(const Comparison& comparison, const SetWords& words,
                                                                  const FigureCandidates& candidates);

}  // namespace newsloupe
