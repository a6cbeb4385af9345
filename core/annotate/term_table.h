// One small value for each term of a document. Term ids run over the whole vocabulary, so that an array by term would
// cost an article more than its text.
#pragma once

#include <bit>
#include <cstddef>
#include <vector>

#include "core/resources/lexicon.h"

namespace newsloupe {

// Open addressing; never full, because the room is given. 0 is no term and has no value.
template <class Value>
class TermTable {
 public:
  explicit TermTable(std::size_t most_terms)
      : slots_(std::bit_ceil(most_terms + 2)), shift_(32 - std::countr_zero(slots_.size())) {}

  // The value of a term, made where there is none.
  Value& operator[](TermId term) {
    Slot& slot = slots_[place(term)];
    slot.term = term;
    return slot.value;
  }
  // A default value where the term has none.
  [[nodiscard]] Value at(TermId term) const { return slots_[place(term)].value; }

 private:
  struct Slot {
    TermId term = 0;
    Value value{};
  };
  [[nodiscard]] std::size_t place(TermId term) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = term * 0x9E3779B1U >> shift_;
    while (slots_[at].term != 0 && slots_[at].term != term) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_;
  int shift_;
};

}  // namespace newsloupe
