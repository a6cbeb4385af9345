// The same words in other articles: every rendering of one utterance, side by side.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_entities.h"
#include "core/compare/set_words.h"
#include "core/resources/lexicon.h"

namespace newsloupe {

// Utterances that share most of their content words in the same order, by a speaker and on an occasion that do not
// speak against it, are one. Groups grow from the surest pair and take a new rendering only where it resembles half of
// those already there, or shares a stretch of the very words with one: an article may print a longer stretch, others
// pieces of it. What stands in one quotation is one utterance. Direct and mixed quotes that nobody else renders are
// groups of one. Groups of several articles come first, then by first member.
[[nodiscard]] std::vector<QuoteGroup> find_quote_groups(const Comparison& comparison, const SetWords& words,
                                                        const LinkedEntities& entities, const Lexicon& lexicon);

}  // namespace newsloupe
