// Whether two amounts are about one thing, and then whether they agree. To say that two differ takes more evidence than
// to say that they agree: that they agree speaks for one thing by itself.
#pragma once

#include "core/compare/figure_candidates.h"

namespace newsloupe {

class FigureLinks {
 public:
  explicit FigureLinks(const FigureCandidates& candidates) : candidates_(candidates) {}

  // One value for one thing.
  [[nodiscard]] bool agree(const FigureCandidate& a, const FigureCandidate& b) const;
  // The same for articles of two stories: only amounts seldom equal by chance, told with the same names.
  [[nodiscard]] bool agree_across_stories(const FigureCandidate& a, const FigureCandidate& b) const;
  // Different values of what is surely one thing: same noun or outcome, same event, same time, told as a fact.
  [[nodiscard]] bool differ(const FigureCandidate& a, const FigureCandidate& b) const;
  // Sums in two currencies for one thing can neither agree nor differ.
  [[nodiscard]] bool in_two_currencies(const FigureCandidate& a, const FigureCandidate& b) const;
  // Something but the time speaks against their being one thing: another place, noun or outcome.
  [[nodiscard]] bool are_two_things(const FigureCandidate& a, const FigureCandidate& b) const;

 private:
  [[nodiscard]] bool is_foreign(const FigureCandidate& a, const FigureCandidate& b) const;

  const FigureCandidates& candidates_;
};

}  // namespace newsloupe
