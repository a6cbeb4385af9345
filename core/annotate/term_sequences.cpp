#include "core/annotate/term_sequences.h"

namespace newsloupe {

std::uint32_t TermSequences::hash(TokenSpan tokens) const {
  std::uint32_t hash = tokens.size();
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) hash = (hash ^ tokens_[i].term) * 0x9E3779B1U;
  return hash ^ hash >> 16U;
}

bool TermSequences::same_terms(TokenSpan a, TokenSpan b) const {
  if (a.size() != b.size()) return false;
  std::uint32_t same = 0;
  while (same < a.size() && tokens_[a.begin + same].term == tokens_[b.begin + same].term) ++same;
  return same == a.size();
}

std::size_t TermSequences::slot(const Sequence& sequence) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = sequence.hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const Sequence& other = sequences_[slots_[at] - 1];
    if (other.hash == sequence.hash && same_terms(other.tokens, sequence.tokens)) break;
  }
  return at;
}

std::size_t TermSequences::number(TokenSpan tokens) {
  if (sequences_.size() * 2 >= slots_.size()) grow();
  const Sequence sequence{tokens, hash(tokens)};
  std::uint32_t& place = slots_[slot(sequence)];
  if (place == 0) {
    sequences_.push_back(sequence);
    place = static_cast<std::uint32_t>(sequences_.size());
  }
  return place - 1;
}

std::optional<std::size_t> TermSequences::find(TokenSpan tokens) const {
  const std::uint32_t place = slots_[slot({tokens, hash(tokens)})];
  return place == 0 ? std::nullopt : std::optional<std::size_t>(place - 1);
}

void TermSequences::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::uint32_t i = 0; i < sequences_.size(); ++i) slots_[slot(sequences_[i])] = i + 1;
}

}  // namespace newsloupe
