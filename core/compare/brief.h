// The few sentences that a reader needs first, each with the members it rests on.
#pragma once

#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

// Written from the finished comparison (reuse, origins, stories, facts, quotes, timeline): what the set is, where the
// articles differ, what they agree on, what only one origin has, who is quoted, and when it happened.
[[nodiscard]] std::vector<BriefLine> write_brief(const Comparison& comparison);

// Whether any list of the comparison holds something that two articles tell, sure enough for the Brief or not.
[[nodiscard]] bool shares_anything(const Comparison& comparison);

}  // namespace newsloupe
