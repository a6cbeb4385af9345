// Cuts text into tokens, one after the other. Documents, lexicon phrases and rules are all cut here, so that they
// agree.
#pragma once

#include <string>
#include <string_view>

#include "core/base/span.h"
#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

// Shapes: kLower "said"; kCapitalized "Delhi", "O'Brien", "A"; kAllCaps "NATO", "U.S."; kMixed "McKay", "iPhone",
// "Ph.D."; kInitial "J."; kNumber "1,234.5", "21:30", ".5"; kAlphanumeric "12th", "1990s", "G20", "5G"; kPunct; kOther
// for addresses ("example.com", "https://...") and for letters without case.
struct ScannedToken {
  TextSpan span;
  TokenShape shape = TokenShape::kOther;
  bool space_before = false;  // true at the beginning of the range
  std::string_view folded;    // as fold_word() gives it; lives until the next call of next()
};

class TokenScanner {
 public:
  // Scans `range` of `text` (UTF-8; ill-formed bytes become punctuation). `lexicon` decides which words keep their full
  // stop ("Mr.") and which numbers are parted from their unit ("2.5bn"); without one, as for lexicon entries
  // themselves, every stop stays with its word. Both text and lexicon outlive the scanner.
  TokenScanner(std::string_view text, TextSpan range, const Lexicon* lexicon)
      : text_(text.substr(0, range.end)), at_(range.begin), begin_(range.begin), lexicon_(lexicon) {}

  // False at the end of the range.
  bool next(ScannedToken& out);

 private:
  struct WordScan;
  [[nodiscard]] unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  bool skip_space();
  bool scan_plain_word(ScannedToken& out);
  void scan_word(ScannedToken& out);
  bool take_high_character(WordScan& word);
  bool take_joiner(WordScan& word);
  bool take_stop(WordScan& word);
  [[nodiscard]] bool keeps_stop(const WordScan& word);
  bool take_web_address(ScannedToken& out);
  void scan_number(ScannedToken& out);
  void take_number_suffix(ScannedToken& out, std::size_t number_begin);
  void scan_punct(ScannedToken& out);
  [[nodiscard]] std::size_t apostrophe_length(std::size_t at) const;
  [[nodiscard]] std::size_t clitic_length(std::size_t at) const;
  std::string_view fold(std::size_t begin, std::size_t end, bool ascii);

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  const Lexicon* lexicon_;
  std::string folded_;
  bool after_word_ = false;         // the last token was a word: "'s" may follow
  bool after_capitalized_ = false;  // ... with a capital: an "I." may be an initial
};

}  // namespace newsloupe
