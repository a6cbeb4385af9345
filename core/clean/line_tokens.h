// A line cut into tokens and looked up: what the judgements about single lines (furniture, bylines, datelines) read.
#pragma once

#include <string_view>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"
#include "core/resources/tokenizer.h"

namespace newsloupe {

struct LineToken {
  TermId term = 0;  // 0 for a word that no asset mentions
  TokenShape shape = TokenShape::kOther;
  bool space_before = false;
  WordClasses classes;
  TextSpan span;          // in the line
  std::string_view text;  // as written
};

// All tokens of a line, as a document has them.
struct TokenizedLine {
  std::string_view text;
  std::span<const RuleToken> tokens;
  std::span<const TextSpan> spans;  // in `text`, parallel to `tokens`

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  [[nodiscard]] std::string_view word(std::size_t token) const {
    return text.substr(spans[token].begin, spans[token].size());
  }
};

// Tokens that were cut while an article was judged, and the vocabulary that names them.
struct CutTokens {
  Tokenizer tokenizer;
  std::vector<RuleToken> tokens;
  std::vector<TextSpan> spans;  // counted from the beginning of the line that a token stands in
};

// At most `limit` tokens from the line's beginning.
[[nodiscard]] std::vector<LineToken> line_tokens(std::string_view line, const Lexicon& lexicon, std::size_t limit);

// The longest entry of class `c` that begins at token `at`.
[[nodiscard]] PhraseMatch phrase_at(const std::vector<LineToken>& tokens, std::size_t at, WordClass c,
                                    const Lexicon& lexicon);
[[nodiscard]] PhraseMatch phrase_at(const TokenizedLine& line, std::size_t at, WordClass c, const Lexicon& lexicon);

[[nodiscard]] inline bool is_word(const LineToken& token) { return token.shape != TokenShape::kPunct; }
[[nodiscard]] inline bool opens_in_capitals(const LineToken& token) {
  return token.shape == TokenShape::kCapitalized || token.shape == TokenShape::kAllCaps ||
         token.shape == TokenShape::kMixed || token.shape == TokenShape::kInitial;
}

}  // namespace newsloupe
