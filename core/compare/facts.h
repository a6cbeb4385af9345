// The ledger: what several origins say, where they differ, and what only one has.
#pragma once

#include <vector>

#include "core/compare/alignments.h"
#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Facts from the figures, quotes and timeline of the comparison, from sentences that say the same, and the most
// prominent sentences that only one origin has. Articles of one origin count once; an article published before the day
// of an event is no silent witness. Differing ones first, then agreeing ones, then those of one origin; each by
// prominence, then by first member.
[[nodiscard]] std::vector<Fact> find_facts(const Comparison& comparison, const SetWords& words,
                                           const std::vector<AlignedSentences>& aligned);

}  // namespace newsloupe
