// Two articles side by side, sentence by sentence: what stands for what, and which words are different in it.
#pragma once

#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

// Neighbouring sentences of one paragraph.
struct Stretch {
  TextSpan span;
  std::uint32_t first = 0, end = 0;  // sentences of the body, counted from 0
  std::uint32_t paragraph = 0;       // index into SegmentedDocument::paragraphs
  std::uint32_t words = 0;
  [[nodiscard]] bool empty() const { return first == end; }
};

enum class PassageRelation : std::uint8_t {
  kSameWords,   // a good part of it is shared wording, or all of it is the same but for house style
  kOtherWords,  // says the same in other words
  kOnlyA,
  kOnlyB
};

struct PairPassage {
  Stretch a, b;  // one of them may be empty
  PassageRelation relation = PassageRelation::kSameWords;
  std::vector<QuoteEdit> edits;  // from a to b, as of two renderings of one saying
};

struct PairTotals {
  std::uint32_t sentences = 0, words = 0;            // of the body
  std::uint32_t only_sentences = 0, only_words = 0;  // in what the other has not
};

struct PairComparison {
  // In reading order of a; what only b has stands before the passage that follows it there.
  std::vector<PairPassage> passages;
  PairTotals a, b;
  const Reuse* reuse = nullptr;  // of the two, in canonical order; null where they share too little
};

// Sentences go together where they share wording or were aligned for saying the same; one may stand for two neighbours
// of a paragraph. Comparing b with a gives the same passages with the sides exchanged.
[[nodiscard]] PairComparison compare_pair(const Comparison& comparison, ArticleIndex a, ArticleIndex b);

// The two articles with the most words in common passages; null where none share any.
[[nodiscard]] const Reuse* most_shared(const Comparison& comparison);

}  // namespace newsloupe
