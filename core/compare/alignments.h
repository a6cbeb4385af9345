// Sentences of different articles that say the same.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Two sentences by article and index into ArticleWords::sentences; article_a < article_b.
struct AlignedSentences {
  std::uint32_t article_a = 0, sentence_a = 0, article_b = 0, sentence_b = 0;
  std::uint32_t score = 0;  // thousandths
};

// For each sentence of a body its best partner in each other article of the story, where each is the other's best and
// they share enough: content words in one order, weighed by rarity. By article_a, sentence_a, article_b.
[[nodiscard]] std::vector<AlignedSentences> align_sentences(const Comparison& comparison, const SetWords& words);

[[nodiscard]] std::vector<Alignment> alignments_from(const std::vector<AlignedSentences>& aligned,
                                                     const SetWords& words);

}  // namespace newsloupe
