// What a group of renderings of one utterance lets one state.
#pragma once

#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/statement_support.h"

namespace newsloupe {

struct QuoteStatement {
  std::string label;  // "Elena Marsh: “within days, not weeks”"
  bool differs = false;
  bool verbatim = false;        // as Fact::verbatim
  std::vector<FactCell> cells;  // one an article: how it renders the words, or, where they differ, the words
};

// At most two: that several articles print the words of one utterance, as far as they print the same, and that one
// denies what another says. Members that print another part of the utterance, put several together, or change a number,
// a name or a negation are no witnesses of the first.
[[nodiscard]] std::vector<QuoteStatement> quote_statements(const Comparison& comparison, const SetWords& words,
                                                           const QuoteGroup& group, StatementSupport& support);

}  // namespace newsloupe
