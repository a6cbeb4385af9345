// Text to tokens: cut, fold and look up in one pass.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

// Tokenizes the parts of one document. Words that no asset mentions get ids above the lexicon's; equal words of one
// Tokenizer get equal ids, in order of first appearance.
class Tokenizer {
 public:
  // `lexicon` outlives the tokenizer; `text_size` says how many bytes are to come, roughly.
  Tokenizer(const Lexicon& lexicon, std::size_t text_size);

  // Appends the tokens of `range`; the two arrays stay parallel.
  void append(std::string_view text, TextSpan range, std::vector<RuleToken>& tokens, std::vector<TextSpan>& spans);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    TermId term = 0;                      // 0: free
    std::uint32_t begin = 0, length = 0;  // in words_
    WordClasses classes;                  // asked for once a word, not once a token
    PlainWordId plain = 0;
  };
  const Slot& slot_of(std::string_view folded);
  void grow();

  const Lexicon* lexicon_;
  TermId next_term_;
  std::size_t used_ = 0;
  std::vector<Slot> slots_;  // the document's own words: small, so that it stays in the nearest cache
  std::string words_;
};

}  // namespace newsloupe
