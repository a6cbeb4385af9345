// Which articles of a large set share wording, without keeping where: what
// origins are made of.
#pragma once

#include <memory>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/gram_part.h"
#include "core/compare/word_reader.h"

namespace newsloupe {

// Of the articles that have one gram, each is paired with so many that follow it in a set of `articles`.
[[nodiscard]] std::size_t neighbours_looked_at(std::size_t articles);

// An index of common word 7-grams, made in one part of the grams after the other so that it stays small, tells which
// pairs share some; those are measured as find_reuse() does.
class SharedWording {
 public:
  SharedWording();
  ~SharedWording();
  // In canonical order.
  void add(const ArticleWords& words);
  // Once all are added, instead of making an index: what the parts of it counted, each pair once, by a, then b.
  void use(std::vector<SharedGrams> counts);
  // A bounded piece of the work, once all are added; false when nothing is
  // left.
  bool step();
  // By a, then b; without runs. In sets of more than kAllPairsUpTo articles only pairs that may be one origin, and of
  // many that share one passage not every pair, but enough to tie all of them together.
  [[nodiscard]] std::vector<Reuse> take();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace newsloupe
