// A line cut into tokens and looked up: what the judgements about single lines (furniture, bylines, datelines) read.
#pragma once

#include <string_view>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

struct LineToken {
  TermId term = 0;  // 0 for a word that no asset mentions
  TokenShape shape = TokenShape::kOther;
  bool space_before = false;
  WordClasses classes;
  TextSpan span;          // in the line
  std::string_view text;  // as written
};

// At most `limit` tokens from the line's beginning.
[[nodiscard]] std::vector<LineToken> line_tokens(std::string_view line, const Lexicon& lexicon, std::size_t limit);

// The longest entry of class `c` that begins at token `at`.
[[nodiscard]] PhraseMatch phrase_at(const std::vector<LineToken>& tokens, std::size_t at, WordClass c,
                                    const Lexicon& lexicon);

[[nodiscard]] inline bool is_word(const LineToken& token) { return token.shape != TokenShape::kPunct; }
[[nodiscard]] inline bool opens_in_capitals(const LineToken& token) {
  return token.shape == TokenShape::kCapitalized || token.shape == TokenShape::kAllCaps ||
         token.shape == TokenShape::kMixed || token.shape == TokenShape::kInitial;
}

}  // namespace newsloupe
