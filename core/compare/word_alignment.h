// Two stretches of words, put beside each other: which words stand for each other, what lies between, and what moved.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/compare/word_reader.h"

namespace newsloupe {

struct WordPair {
  std::uint32_t a = 0, b = 0;
  bool spelling = false;  // one word in two spellings
};

// A stretch in which the two differ: half-open ranges of words, one of them may be empty.
struct WordGap {
  std::uint32_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0;
  [[nodiscard]] std::uint32_t in_a() const { return a_end - a_begin; }
  [[nodiscard]] std::uint32_t in_b() const { return b_end - b_begin; }
};

// The same words, a verb or a name among them, in two places: `length` words from `a` and from `b`.
struct MovedWords {
  std::uint32_t a = 0, b = 0, length = 0;
};

struct WordAlignment {
  std::vector<WordPair> pairs;  // in order of both
  std::vector<WordGap> gaps;    // between the pairs, in order, without what moved
  std::vector<MovedWords> moves;
};

// Aligns words, never commas (Needleman and Wunsch, 1970). A small word that meets its like in the middle of a change
// is no pair: it would cut one change into two.
[[nodiscard]] WordAlignment align_words(std::span<const Word> a, std::span<const Word> b, const Vocabulary& set);

}  // namespace newsloupe
