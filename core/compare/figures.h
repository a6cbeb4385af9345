// The same figure in several articles: agreeing, or different and why.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/figure_candidates.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Links amounts only where they are about the same thing (figure_links.h). When in doubt there is no group: a false
// "differs" is worse than ten missed. `words` and `candidates`: of the same comparison. By first member.
[[nodiscard]] std::vector<FigureGroup> find_figures(const Comparison& comparison, const SetWords& words,
                                                    const FigureCandidates& candidates);

}  // namespace newsloupe
