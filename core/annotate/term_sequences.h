// Numbers the sequences of terms of one document: equal words, equal number. A name is such a sequence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/segment/segmented_document.h"

namespace newsloupe {

// Keeps no words: a sequence is remembered as the place where it was met first. Borrows the document.
class TermSequences {
 public:
  explicit TermSequences(const SegmentedDocument& doc) : tokens_(doc.tokens), slots_(kFewestSlots) {}

  // The number of the sequence at these tokens; a new one gets the next number, from 0.
  std::size_t number(TokenSpan tokens);
  // The same, where it has a number.
  [[nodiscard]] std::optional<std::size_t> find(TokenSpan tokens) const;

 private:
  static constexpr std::size_t kFewestSlots = 64;  // a power of two
  struct Sequence {
    TokenSpan tokens;
    std::uint32_t hash = 0;
  };
  [[nodiscard]] std::uint32_t hash(TokenSpan tokens) const;
  [[nodiscard]] bool same_terms(TokenSpan a, TokenSpan b) const;
  // The slot that holds the sequence or, free, waits for it.
  [[nodiscard]] std::size_t slot(const Sequence& sequence) const;
  void grow();

  const std::vector<RuleToken>& tokens_;
  std::vector<Sequence> sequences_;   // by number
  std::vector<std::uint32_t> slots_;  // open addressing; one more than a number, 0 is free
};

}  // namespace newsloupe
