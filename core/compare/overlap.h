// How much two pieces of text say in the same words: the one measure behind quotes and alignments.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/compare/set_words.h"

namespace newsloupe {

// A content word with what it weighs.
struct WeightedWord {
  WordId stem = 0, word = 0;
  std::uint32_t weight = 0;
  bool name = false;
};

// The content words of a range, in text order.
[[nodiscard]] std::vector<WeightedWord> content_of(const SetWords& set, std::uint32_t article, WordSpan range);

// Content words that two pieces share in the same order, by weight. Shares are in thousandths.
struct Overlap {
  std::uint32_t words = 0;       // shared content words
  std::uint32_t of_lighter = 0;  // share of the piece that weighs less
  std::uint32_t of_heavier = 0;  // share of the piece that weighs more
  friend bool operator==(const Overlap&, const Overlap&) = default;
};

// Heaviest common subsequence of stems. Words that one side moves count with half their weight.
[[nodiscard]] Overlap overlap_of(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b);

// The longest run of content words, no names among them, that follow each other in both.
[[nodiscard]] std::uint32_t common_run(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b);

// The longest run of words, small ones too, that stand in a row in both.
struct SharedRun {
  std::uint32_t a = 0, b = 0, length = 0;  // first word in each, number of words
  std::uint32_t content = 0;               // words of it that carry sense and are no names
};
[[nodiscard]] SharedRun longest_shared_run(std::span<const Word> a, std::span<const Word> b);

// Which pieces share content words: proposes pairs without looking at all of them.
class PieceIndex {
 public:
  struct Proposal {
    std::uint32_t piece = 0, weight = 0, words = 0;  // weight and number of distinct shared stems
  };
  // `pieces` by index; stems that stand in more than `most` pieces propose nothing.
  PieceIndex(const std::vector<std::vector<WeightedWord>>& pieces, std::size_t stems, std::size_t most);
  // Pieces after `piece` that share at least `least_words` stems with it, ascending.
  [[nodiscard]] std::vector<Proposal> later_than(std::uint32_t piece, std::uint32_t least_words);

 private:
  const std::vector<std::vector<WeightedWord>>& pieces_;
  std::vector<std::vector<std::uint32_t>> postings_;  // stem -> pieces, ascending
  std::size_t most_;
  std::vector<std::uint32_t> weight_, words_;
};

}  // namespace newsloupe
