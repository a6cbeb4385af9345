// Two renderings of one utterance, word by word: what was changed and how.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/word_reader.h"

namespace newsloupe {

// A rendering: its place in an article, and that article's text and words.
struct Rendering {
  const Article* article = nullptr;
  const ArticleWords* words = nullptr;
  TextSpan span;
  QuoteForm form = QuoteForm::kDirect;
};

struct QuoteComparison {
  VariantRelation relation = VariantRelation::kIdentical;
  std::vector<QuoteEdit> edits;  // in order of a, then b
};

// Aligns words, never commas (Needleman and Wunsch, 1970), and reads the gaps: spelling, punctuation, brackets and
// ellipses are house style; the rest is trimmed, extended or reworded. Between direct and reported speech whatever goes
// beyond style is a paraphrase.
[[nodiscard]] QuoteComparison compare_renderings(const Rendering& a, const Rendering& b, const Vocabulary& vocabulary);

}  // namespace newsloupe
