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
  bool translated = false;  // the words were spoken in another language
};

struct QuoteComparison {
  VariantRelation relation = VariantRelation::kIdentical;
  std::vector<QuoteEdit> edits;      // in order of a, then b
  std::uint32_t shared_content = 0;  // content words that stand in both
};

// Aligns the words and reads what lies between them. House style is spelling, short forms, punctuation, brackets and
// numbers written another way; the rest is trimmed, extended or reworded. Reported speech, and renderings that have
// little wording in common, are a paraphrase; what is reworded of translated words is another translation. A negation
// that only one side has is one wherever it denies words that both have ("not weeks" of its own denies nothing).
[[nodiscard]] QuoteComparison compare_renderings(const Rendering& a, const Rendering& b, const Vocabulary& vocabulary);

}  // namespace newsloupe
