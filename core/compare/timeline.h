// One timeline of dated events over the set.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// An entry for every dated statement: its days, what happened, and the articles that say it. Statements of one day that
// tell the same event are one entry; those of different articles tell the same event where their clauses share most
// content words, or fewer and the kind of event. By first day, then last day, then first member.
struct Timeline {
  std::vector<TimelineEntry> entries;
  // Entries that tell one event on different days, in different articles: two or more indices each.
  std::vector<std::vector<std::uint32_t>> differing;
};
[[nodiscard]] Timeline find_timeline(const Comparison& comparison, const SetWords& words);

}  // namespace newsloupe
