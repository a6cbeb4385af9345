#include "core/resources/plain_words.h"

namespace newsloupe {
namespace {

constexpr std::size_t kSlots = 1024;  // a power of two, several times the number of words
static_assert(kPlainWords.size() * 2 < kSlots);

constexpr std::uint32_t byte(char c) { return static_cast<unsigned char>(c); }

// From the length and three letters: enough to tell most of our words apart, and no walk over each word of a text.
constexpr std::size_t slot_of(std::string_view word) {
  const std::uint32_t letters = byte(word.front()) | byte(word[word.size() / 2]) << 8U | byte(word.back()) << 16U |
                                static_cast<std::uint32_t>(word.size()) << 24U;
  return (letters * 0x9E3779B1U) >> 22U;
}

// Open addressing by slot_of(), and for each first letter the lengths that its words have: most words of a text are
// told apart from all of ours by these alone.
struct Table {
  std::array<PlainWordId, kSlots> slots{};
  std::array<std::uint32_t, 256> lengths{};
};

constexpr Table kTable = [] {
  Table table;
  for (std::size_t i = 1; i < kPlainWords.size(); ++i) {
    const std::string_view word = kPlainWords[i];
    std::size_t slot = slot_of(word);
    while (table.slots[slot] != 0) slot = (slot + 1) % kSlots;
    table.slots[slot] = static_cast<PlainWordId>(i);
    table.lengths[byte(word[0])] |= 1U << word.size();
  }
  return table;
}();

}  // namespace

PlainWordId plain_word(std::string_view folded) {
  if (folded.empty() || folded.size() >= 32 || (kTable.lengths[byte(folded[0])] >> folded.size() & 1U) == 0) return 0;
  for (std::size_t slot = slot_of(folded); kTable.slots[slot] != 0; slot = (slot + 1) % kSlots) {
    if (folded == kPlainWords[kTable.slots[slot]]) return kTable.slots[slot];
  }
  return 0;
}

}  // namespace newsloupe
