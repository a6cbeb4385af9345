#include "core/resources/token_scanner.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

// Kinds of bytes, one bit each, so that a word's bytes can be summed up by or-ing them.
enum ByteKind : std::uint8_t {
  kPunctByte = 0,
  kLowerByte = 1,
  kUpperByte = 2,
  kDigitByte = 4,
  kSpaceByte = 8,
  kHighByte = 16
};
constexpr std::uint8_t kLetterByte = kLowerByte | kUpperByte;

constexpr std::array<std::uint8_t, 256> kByteKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c >= 'a' && c <= 'z') kinds[c] = kLowerByte;
    if (c >= 'A' && c <= 'Z') kinds[c] = kUpperByte;
    if (c >= '0' && c <= '9') kinds[c] = kDigitByte;
    if (c <= ' ' || c == 0x7F) kinds[c] = kSpaceByte;
    if (c >= 0x80) kinds[c] = kHighByte;
  }
  return kinds;
}();

std::uint8_t kind_of(unsigned char c) { return kByteKinds[c]; }
bool is_letter(unsigned char c) { return (kind_of(c) & kLetterByte) != 0; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_upper(unsigned char c) { return kind_of(c) == kUpperByte; }
bool is_word_byte(unsigned char c) { return (kind_of(c) & (kLetterByte | kDigitByte | kHighByte)) != 0; }
unsigned char lowered(unsigned char c) { return is_upper(c) ? static_cast<unsigned char>(c | 0x20) : c; }

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

// Words whose class lets a number stand directly before them ("2.5bn", "40km", "5pm").
constexpr WordClasses kNumberSuffixes =
    WordClass::kUnit | WordClass::kMagnitude | WordClass::kTimeUnit | WordClass::kCurrencyWord;

}  // namespace

struct TokenScanner::WordScan {
  std::size_t begin = 0, at = 0;
  std::size_t segment = 0;  // where the run of letters since the last inner full stop began
  std::uint8_t kinds = 0;   // of all bytes so far
  std::uint32_t letters = 0, uppers = 0;
  bool ascii = true, dotted = false, address = false, stop_kept = false, first_upper = false;

  void take(unsigned char c) {
    const std::uint8_t kind = kind_of(c);
    kinds |= kind;
    letters += (kind & kLetterByte) != 0;
    uppers += kind == kUpperByte;
    ++at;
  }
  // A run of small letters: most of most words.
  void take_lower(std::string_view text) {
    const std::size_t first = at;
    while (at < text.size() && kind_of(static_cast<unsigned char>(text[at])) == kLowerByte) ++at;
    kinds |= kLowerByte;
    letters += static_cast<std::uint32_t>(at - first);
  }
  [[nodiscard]] bool is_folded() const { return ascii && (kinds & kUpperByte) == 0; }
  [[nodiscard]] TokenShape shape() const {
    if (address) return TokenShape::kOther;
    if ((kinds & kDigitByte) != 0) return TokenShape::kAlphanumeric;
    if (uppers == 0) return (kinds & kLowerByte) != 0 ? TokenShape::kLower : TokenShape::kOther;
    if (uppers == letters && letters > 1) return TokenShape::kAllCaps;
    if (uppers == 1 && first_upper) {
      if (letters == 1 && stop_kept) return TokenShape::kInitial;
      return TokenShape::kCapitalized;
    }
    return TokenShape::kMixed;
  }
};

bool TokenScanner::next(ScannedToken& out) {
  out.space_before = skip_space() || at_ == begin_;
  if (at_ >= text_.size()) return false;
  const unsigned char c = byte(at_);
  bool word = is_letter(c);
  if (kind_of(c) == kHighByte) {
    const CharacterKind kind = character_kind(decode_utf8(text_, at_).value);
    word = kind != CharacterKind::kPunct && kind != CharacterKind::kSpace;
  }
  const std::size_t begin = at_;
  if (word) {
    if (!scan_plain_word(out)) scan_word(out);
  } else if (is_digit(c) || (c == '.' && out.space_before && is_digit(byte(at_ + 1)))) {
    scan_number(out);
  } else {
    scan_punct(out);
  }
  out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  after_word_ = out.shape != TokenShape::kPunct;
  after_capitalized_ = word && out.shape != TokenShape::kLower && out.shape != TokenShape::kOther;
  return true;
}

bool TokenScanner::skip_space() {
  const std::size_t begin = at_;
  if (byte(at_) == ' ') ++at_;
  while (at_ < text_.size()) {
    const std::uint8_t kind = kind_of(byte(at_));
    if (kind == kSpaceByte) {
      ++at_;
    } else if (kind == kHighByte) {
      const CodePoint c = decode_utf8(text_, at_);
      if (character_kind(c.value) != CharacterKind::kSpace) break;
      at_ += c.length;
    } else {
      break;
    }
  }
  return at_ != begin;
}

std::size_t TokenScanner::apostrophe_length(std::size_t at) const {
  if (byte(at) == '\'') return 1;
  return text_.substr(std::min(at, text_.size())).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : 0;
}

// Length of "'s", "'ll", "'re", "'ve", "'m", "'d" at `at`, or 0.
std::size_t TokenScanner::clitic_length(std::size_t at) const {
  const std::size_t mark = apostrophe_length(at);
  if (mark == 0) return 0;
  const std::size_t first = at + mark;
  const unsigned char a = lowered(byte(first)), b = lowered(byte(first + 1));
  std::size_t length = 0;
  if ((a == 's' || a == 'm' || a == 'd') && !is_word_byte(b)) length = 1;
  if (((a == 'l' && b == 'l') || (a == 'r' && b == 'e') || (a == 'v' && b == 'e')) && !is_word_byte(byte(first + 2))) {
    length = 2;
  }
  // A curly mark or another high byte after the letters is no part of a word.
  if (a == 's' && kind_of(b) == kHighByte &&
      character_kind(decode_utf8(text_, first + 1).value) >= CharacterKind::kSpace) {
    length = 1;
  }
  return length == 0 ? 0 : mark + length;
}

std::string_view TokenScanner::fold(std::size_t begin, std::size_t end, bool ascii) {
  const std::string_view word = text_.substr(begin, end - begin);
  if (ascii) {
    folded_.resize(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
      folded_[i] = static_cast<char>(lowered(static_cast<unsigned char>(word[i])));
    }
  } else {
    folded_ = fold_word(word);
  }
  return folded_;
}

// A word of ASCII letters with at most one capital, its first, before a space or comma: most words of a text.
bool TokenScanner::scan_plain_word(ScannedToken& out) {
  const bool capital = is_upper(byte(at_));
  std::size_t end = at_ + (capital ? 1 : 0);
  while (kind_of(byte(end)) == kLowerByte) ++end;
  if (end < text_.size() && byte(end) != ' ' && byte(end) != ',') return false;
  out.folded = capital ? fold(at_, end, true) : text_.substr(at_, end - at_);
  out.shape = capital ? TokenShape::kCapitalized : TokenShape::kLower;
  at_ = end;
  return true;
}

void TokenScanner::scan_word(ScannedToken& out) {
  if (take_web_address(out)) return;
  WordScan word;
  word.begin = word.at = word.segment = at_;
  word.first_upper = is_upper(byte(at_));
  while (word.at < text_.size()) {
    const unsigned char c = byte(word.at);
    const std::uint8_t kind = kind_of(c);
    if (kind == kLowerByte) {
      word.take_lower(text_);
    } else if (kind == kUpperByte) {
      word.take(c);
    } else if (kind == kDigitByte) {
      // "Rs500", "USD50": a currency code is parted from its amount.
      if ((word.kinds & kDigitByte) == 0 && lexicon_ != nullptr && word.letters > 1 &&
          lexicon_->classes(lexicon_->find(fold(word.begin, word.at, word.ascii))).has(WordClass::kCurrencyWord)) {
        break;
      }
      word.take(c);
    } else if (kind == kHighByte ? !take_high_character(word) : !take_joiner(word)) {
      break;
    }
    if (word.stop_kept) break;
  }
  at_ = word.at;
  out.shape = word.shape();
  out.folded =
      word.is_folded() ? text_.substr(word.begin, word.at - word.begin) : fold(word.begin, word.at, word.ascii);
}

// Letters beyond ASCII, and the curly apostrophe inside a word.
bool TokenScanner::take_high_character(WordScan& word) {
  const CodePoint c = decode_utf8(text_, word.at);
  if (c.value == 0x2019) {
    if (clitic_length(word.at) > 0 || !is_letter(byte(word.at + 3))) return false;
  } else {
    switch (character_kind(c.value)) {
      case CharacterKind::kUpperLetter:
        word.first_upper |= word.at == word.begin;
        word.kinds |= kUpperByte;
        ++word.uppers;
        ++word.letters;
        break;
      case CharacterKind::kLowerLetter:
        word.kinds |= kLowerByte;
        ++word.letters;
        break;
      case CharacterKind::kOtherLetter:
        ++word.letters;
        break;
      case CharacterKind::kMark:
        break;
      case CharacterKind::kDigit:
        word.kinds |= kDigitByte;
        break;
      case CharacterKind::kSpace:
      case CharacterKind::kPunct:
        return false;
    }
  }
  word.ascii = false;
  word.at += c.length;
  return true;
}

// Marks that may stand inside a word: apostrophe ("don't"), full stop ("U.S."), ampersand ("AT&T"), at-sign,
// underscore, and the slash of an address.
bool TokenScanner::take_joiner(WordScan& word) {
  const unsigned char c = byte(word.at), after = byte(word.at + 1);
  if (c == '.') return take_stop(word);
  if (c == '\'') {
    if (clitic_length(word.at) > 0 || !is_letter(after)) return false;
    ++word.at;
    if (is_upper(byte(word.at))) {  // "O'Brien" counts as one capital
      word.kinds |= kUpperByte;
      ++word.at;
    }
    return true;
  }
  if (c == '&' && is_upper(byte(word.at - 1)) && is_upper(after)) return ++word.at, true;
  if (c == '_' && is_word_byte(after)) return ++word.at, true;
  if (c == '/' && word.address && is_word_byte(after)) return ++word.at, true;  // "pic.example.com/Ab3"
  if (c == '@' && is_word_byte(after)) {
    word.address = true;
    return ++word.at, true;
  }
  return false;
}

// A full stop after `word`: inside it ("U.S", "example.com"), its last character ("Mr."), or not part of it.
bool TokenScanner::take_stop(WordScan& word) {
  const std::size_t stop = word.at, length = stop - word.segment;
  const unsigned char after = byte(stop + 1);
  std::size_t next_end = stop + 1;
  bool next_lower = true;
  for (; is_letter(byte(next_end)) || (word.address && is_digit(byte(next_end))); ++next_end) {
    next_lower &= !is_upper(byte(next_end));
  }
  const std::size_t next_length = next_end - stop - 1;
  const auto continue_with = [&](bool dotted, bool address) {
    word.dotted |= dotted;
    word.address |= address;
    word.segment = stop + 1;
    return ++word.at, true;
  };
  if (word.address) return next_length > 0 && continue_with(false, true);
  if (next_length > 0) {
    if (length <= 2 && next_length <= 2 && byte(next_end) == '.') return continue_with(true, false);
    if (length == 1 && next_length == 1 && !is_word_byte(byte(next_end))) return continue_with(true, false);
    if (length >= 2 && !word.dotted && next_length >= 2 && next_lower) return continue_with(false, true);
    std::size_t mailbox = next_end;
    while (is_word_byte(byte(mailbox)) || byte(mailbox) == '.' || byte(mailbox) == '-') ++mailbox;
    if (byte(mailbox) == '@') return continue_with(false, true);
  } else if (is_digit(after) && is_digit(byte(stop - 1))) {
    return continue_with(false, false);  // "v2.0"
  }
  if (after == '.' && byte(stop + 2) == '.') return false;  // an ellipsis
  if (!keeps_stop(word)) return false;
  word.stop_kept = true;
  return ++word.at, true;
}

bool TokenScanner::keeps_stop(const WordScan& word) {
  if (lexicon_ == nullptr || word.dotted) return true;
  const unsigned char first = byte(word.begin), after = byte(word.at + 1);
  std::size_t next = word.at + 1;
  while (byte(next) == ' ') ++next;
  const bool upper_follows = is_upper(byte(next)) || (kind_of(byte(next)) == kHighByte && next > word.at + 1);
  if (word.at - word.begin == 1 && is_upper(first)) {
    return (is_upper(after) || upper_follows) && (first != 'I' || after_capitalized_);
  }
  fold(word.begin, word.at, word.ascii);
  folded_.push_back('.');
  const TermId term = lexicon_->find(folded_);
  if (term == 0) return false;
  const LexiconEntry* entry = lexicon_->entry(WordClass::kAbbreviation, term);
  if (entry == nullptr || entry->columns.empty()) return true;
  const std::string_view behaviour = entry->columns.front();
  if (behaviour == "number") return is_digit(byte(next));
  if (behaviour == "capital" || behaviour == "title" || behaviour == "calendar") return word.first_upper;
  return true;
}

bool TokenScanner::take_web_address(ScannedToken& out) {
  const unsigned char c = lowered(byte(at_));
  if (c != 'h' && c != 'w') return false;
  const std::string_view rest = text_.substr(at_);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return false;
  std::size_t end = at_;
  while (end < text_.size() && kind_of(byte(end)) != kSpaceByte && byte(end) != '<' && byte(end) != '>' &&
         byte(end) != '"' && kind_of(byte(end)) != kHighByte) {
    ++end;
  }
  while (std::string_view(".,;:!?)]'*").find(text_[end - 1]) != std::string_view::npos) --end;
  out.shape = TokenShape::kOther;
  out.folded = fold(at_, end, true);
  at_ = end;
  return true;
}

void TokenScanner::scan_number(ScannedToken& out) {
  const std::size_t begin = at_;
  if (byte(at_) == '.') ++at_;
  const auto digits_from = [&](std::size_t from) {
    std::size_t end = from;
    while (is_digit(byte(end))) ++end;
    return end - from;
  };
  for (;;) {
    at_ += digits_from(at_);
    const unsigned char c = byte(at_);
    const std::size_t group = digits_from(at_ + 1);
    // "1,50,000", not the list "22,24,26"
    const auto lakhs = [&] {
      std::size_t i = at_ + 3;
      while (byte(i) == ',' && digits_from(i + 1) == 2) i += 3;
      return byte(i) == ',' && digits_from(i + 1) == 3;
    };
    const bool indian = c == ',' && group == 2 && lakhs();
    const bool joined = (c == '.' && group > 0) || (c == ',' && (group == 3 || indian)) || (c == ':' && group == 2);
    if (!joined) break;
    ++at_;
  }
  out.shape = TokenShape::kNumber;
  if (is_letter(byte(at_))) take_number_suffix(out, begin);
  out.folded = out.shape == TokenShape::kNumber ? text_.substr(begin, at_ - begin) : fold(begin, at_, true);
}

// What is glued to a number: "12th", "1990s" and "5G" are one token, "2.5bn" is two.
void TokenScanner::take_number_suffix(ScannedToken& out, std::size_t number_begin) {
  std::size_t end = at_;
  while (is_letter(byte(end))) ++end;
  const std::string_view suffix = fold(at_, end, true);
  const bool glued = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "s";
  // "5G" is a name, "$5M" is an amount.
  const bool amount =
      number_begin > 0 && (byte(number_begin - 1) == '$' || kind_of(byte(number_begin - 1)) == kHighByte);
  const unsigned char letter = byte(at_);
  const bool magnitude = letter == 'M' || letter == 'B' || (letter == 'K' && at_ > number_begin + 1);
  // "-5C" and "40C" are temperatures.
  const bool degrees =
      letter == 'C' && (at_ == number_begin + 2 || (number_begin > 0 && byte(number_begin - 1) == '-'));
  const bool single_capital = end - at_ == 1 && is_upper(letter) && !amount && !magnitude && !degrees;
  const bool clock = suffix == "am" || suffix == "pm";
  if (!glued && !single_capital && lexicon_ != nullptr && !is_digit(byte(end)) &&
      (clock || degrees || lexicon_->classes(lexicon_->find(suffix)).has_any(kNumberSuffixes))) {
    return;
  }
  // "5p.m." and "6a.m.": the abbreviation stands alone.
  if (byte(end) == '.' && end - at_ == 1 && is_letter(byte(end + 1)) && byte(end + 2) == '.') return;
  while (is_letter(byte(end)) || is_digit(byte(end))) ++end;
  at_ = end;
  out.shape = TokenShape::kAlphanumeric;
}

void TokenScanner::scan_punct(ScannedToken& out) {
  const std::size_t begin = at_;
  out.shape = TokenShape::kPunct;
  const unsigned char c = byte(at_);
  if (const std::size_t clitic = clitic_length(at_);
      clitic > 0 && (lexicon_ == nullptr || (after_word_ && !out.space_before))) {
    at_ += clitic;
    out.shape = TokenShape::kLower;
  } else if (c == '.' || c == '-') {
    while (byte(at_) == c) ++at_;
  } else {
    at_ += kind_of(c) == kHighByte ? decode_utf8(text_, at_).length : 1;
  }
  const bool ascii = kind_of(c) != kHighByte;
  out.folded = ascii && out.shape == TokenShape::kPunct ? text_.substr(begin, at_ - begin) : fold(begin, at_, ascii);
}

}  // namespace newsloupe
