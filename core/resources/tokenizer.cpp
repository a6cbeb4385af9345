#include "core/resources/tokenizer.h"

#include <algorithm>
#include <bit>

#include "core/base/word_hash.h"
#include "core/resources/token_scanner.h"

namespace newsloupe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What a number can be, from its digits alone.
WordClasses number_classes(std::string_view number, TokenShape shape) {
  std::size_t digits = 0;
  int value = 0;
  for (; digits < number.size() && digits < 5 && is_digit(number[digits]); ++digits)
    value = value * 10 + (number[digits] - '0');
  const std::string_view rest = number.substr(digits);
  if (shape == TokenShape::kNumber) {
    if (rest.size() == 3 && rest[0] == ':' && digits <= 2) return WordClass::kClockNumber;
    if (rest.size() == 3 && rest[0] == '.' && digits <= 2 && value < 24 && rest[1] < '6')
      return WordClass::kClockNumber;
    if (!rest.empty()) return {};
    if (digits <= 2 && value >= 1 && value <= 31) return WordClass::kDayNumber;
    if (digits == 4 && value >= 1000 && value < 2200) return WordClass::kYearNumber;
  } else if (digits > 0 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
    return WordClass::kOrdinalNumber;
  } else if (rest == "s" && value % 10 == 0 && (digits == 2 || digits == 4)) {
    return WordClass::kDecadeNumber;
  }
  return {};
}

}  // namespace

Tokenizer::Tokenizer(const Lexicon& lexicon, std::size_t text_size) : lexicon_(&lexicon), next_term_(lexicon.size()) {
  slots_.resize(std::bit_ceil(std::clamp<std::size_t>(text_size / 8, 256, 16384)));
  words_.reserve(text_size / 4);
}

void Tokenizer::append(std::string_view text, TextSpan range, std::vector<RuleToken>& tokens,
                       std::vector<TextSpan>& spans) {
  TokenScanner scanner(text, range, lexicon_);
  for (ScannedToken scanned; scanner.next(scanned);) {
    const Slot& word = slot_of(scanned.folded);
    WordClasses classes = word.classes;
    if (scanned.shape == TokenShape::kNumber || scanned.shape == TokenShape::kAlphanumeric) {
      classes |= number_classes(scanned.folded, scanned.shape);
    }
    tokens.push_back({word.term, scanned.shape, scanned.space_before, word.plain, classes});
    spans.push_back(scanned.span);
  }
}

const Tokenizer::Slot& Tokenizer::slot_of(std::string_view folded) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const std::uint32_t hash = word_hash(folded);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].term != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(words_).substr(slot.begin, slot.length) == folded) return slot;
  }
  const TermId known = lexicon_->find(folded, hash);
  const TermId term = known != 0 ? known : next_term_++;
  slots_[at] = {hash,
                term,
                static_cast<std::uint32_t>(words_.size()),
                static_cast<std::uint32_t>(folded.size()),
                lexicon_->classes(term),
                plain_word(folded)};
  words_.append(folded);
  ++used_;
  return slots_[at];
}

void Tokenizer::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.term == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].term != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace newsloupe
