// What may stand between a reporting cue and the words reported: whom it was told, when and where it was said.
#pragma once

#include "core/annotate/token_reader.h"
#include "core/resolve/token_map.h"

namespace newsloupe {

class SayingCircumstances {
 public:
  SayingCircumstances(const TokenReader& tokens, const TokenMap& map) : tokens_(tokens), map_(map) {}

  // One past the noun phrase at `t`: a pronoun, a name with its title, or a determiner with its words. At most `end`.
  [[nodiscard]] std::uint32_t after_phrase(std::uint32_t t, std::uint32_t end) const;
  // One past all times and places that follow each other from `t` on: "on Tuesday in a statement"; `t` where none do.
  [[nodiscard]] std::uint32_t after_all(std::uint32_t t, std::uint32_t end) const;
  // A preposition, an adverb, a comma or a word of time: such a thing may begin here.
  [[nodiscard]] bool may_begin(std::uint32_t t) const;

 private:
  [[nodiscard]] bool is_preposition(std::uint32_t t) const;

  const TokenReader& tokens_;
  const TokenMap& map_;
};

}  // namespace newsloupe
