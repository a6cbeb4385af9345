// The ledger: what several origins say, where they differ, and what only one has.
#pragma once

#include <vector>

#include "core/compare/alignments.h"
#include "core/compare/comparison.h"
#include "core/compare/event_differences.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// What facts are made of besides the comparison itself.
struct FactMaterial {
  std::vector<AlignedSentences> aligned;
  std::vector<std::vector<std::uint32_t>> differing_days;  // indices into Comparison::timeline
  std::vector<ActorDifference> differing_actors;
};

// Facts from the figures, quotes and timeline of the comparison, from sentences that say the same, and the most
// prominent sentences that only one origin has. Articles of one origin count once; an article published before the day
// of an event is no silent witness. Differing ones first, then agreeing ones, then those of one origin; each by
// prominence, then by first member.
[[nodiscard]] std::vector<Fact> find_facts(const Comparison& comparison, const SetWords& words,
                                           const FactMaterial& material);

}  // namespace newsloupe
