// Amounts as people read them.
#pragma once

#include <string>

#include "core/annotate/annotations.h"
#include "core/compare/comparison.h"

namespace newsloupe {

// The amount that a member of a figure states.
[[nodiscard]] Quantity amount_of(const FigureMember& member);
// "14", "about 2,300", "12 to 15", "at least 88 mm", "24 hours", "nearly 5 billion EUR".
[[nodiscard]] std::string amount_words(const Quantity& amount);
// The same where there is little room: "~2,300", "12–15", "≥ 88 mm".
[[nodiscard]] std::string amount_signs(const Quantity& amount);

}  // namespace newsloupe
