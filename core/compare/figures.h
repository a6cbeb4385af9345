// The same figure in several articles: agreeing, or different and why.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"
#include "core/resources/resources.h"

namespace newsloupe {

// Links amounts of one story only where they are about the same thing: one kind and dimension, a compatible noun, the
// same outcome (killed, missing ...) or a like context, and no different date beside them. When in doubt there is no
// group: a false "differs" is worse than ten missed. By first member.
[[nodiscard]] std::vector<FigureGroup> find_figures(const Comparison& comparison, const SetWords& words,
                                                    const Resources& resources);

}  // namespace newsloupe
