// Amounts as the screens show them.
#pragma once

#include <optional>
#include <string>

#include "core/annotate/annotations.h"
#include "core/compare/comparison.h"

namespace newsloupe {

// The amount that a member of a figure states.
[[nodiscard]] Quantity amount_of(const FigureMember& member);
// "14", "about 2,300", "12 to 15", "at least 88 mm".
[[nodiscard]] std::string amount_words(const Quantity& amount);
// The amount with what it is about, for one who has to correct it: "14 people missing"; a label that is a statement of
// its own follows a colon.
[[nodiscard]] std::string stated_amount(const std::string& amount, const std::string& label);

}  // namespace newsloupe
