#include "core/annotate/number_reader.h"

#include <algorithm>
#include <string>

namespace newsloupe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// n / d to twelve places.
Decimal fraction(std::int64_t n, std::int64_t d) { return {n * 1'000'000'000'000 / d, -12}; }

struct VulgarFraction {
  std::string_view sign;
  std::int64_t n, d;
};
constexpr VulgarFraction kVulgarFractions[] = {{"\xC2\xBC", 1, 4},     {"\xC2\xBD", 1, 2},     {"\xC2\xBE", 3, 4},
                                               {"\xE2\x85\x93", 1, 3}, {"\xE2\x85\x94", 2, 3}, {"\xE2\x85\x9B", 1, 8},
                                               {"\xE2\x85\x95", 1, 5}};
constexpr VulgarFraction kFractionWords[] = {{"half", 1, 2},    {"halves", 1, 2},   {"third", 1, 3},  {"thirds", 1, 3},
                                             {"quarter", 1, 4}, {"quarters", 1, 4}, {"fourth", 1, 4}, {"fourths", 1, 4},
                                             {"fifth", 1, 5},   {"fifths", 1, 5},   {"eighth", 1, 8}, {"eighths", 1, 8},
                                             {"tenth", 1, 10},  {"tenths", 1, 10}};

class Reader {
 public:
  Reader(const SegmentedDocument& doc, std::uint32_t first, std::uint32_t end, const Lexicon& lexicon)
      : doc_(doc), first_(first), at_(first), end_(end), lexicon_(lexicon) {}

  std::optional<NumberReading> read() {
    if (at_ >= end_ || !(read_share() || read_half() || read_digits() || read_words() || read_article()))
      return std::nullopt;
    NumberReading reading;
    reading.value = total_ + current_;
    reading.tokens = {first_, at_};
    reading.digits = digits_;
    reading.magnitude = magnitude_;
    reading.factor = factor_;
    reading.share = share_;
    reading.letter = magnitude_ && doc_.token_spans[at_ - 1].size() == 1;
    return reading;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const {
    return i < end_ && lexicon_.word(doc_.tokens[i].term) == word;
  }
  [[nodiscard]] bool has(std::uint32_t i, WordClass c) const { return i < end_ && doc_.tokens[i].classes.has(c); }
  [[nodiscard]] std::optional<Decimal> word_value(std::uint32_t i) const {
    if (!has(i, WordClass::kNumberWord)) return std::nullopt;
    const LexiconEntry* entry = lexicon_.entry(WordClass::kNumberWord, doc_.tokens[i].term);
    return entry == nullptr || entry->columns.empty() ? std::nullopt : Decimal::parse(entry->columns[0]);
  }
  [[nodiscard]] std::optional<Decimal> magnitude_value(std::uint32_t i) const;

  bool read_share();
  [[nodiscard]] bool opens_share(bool article) const;
  bool read_half();
  bool read_digits();
  bool read_words();
  bool read_article();
  void read_spaced_groups();
  [[nodiscard]] bool begins_name(std::uint32_t i) const;
  void read_half_after();
  bool read_fraction_signs();
  bool read_fraction_word(Decimal count);
  bool read_magnitudes();
  void multiply(Decimal factor);

  const SegmentedDocument& doc_;
  std::uint32_t first_, at_, end_;
  const Lexicon& lexicon_;
  Decimal total_, current_;
  Decimal factor_{1, 0};
  bool digits_ = false, magnitude_ = false, share_ = false;
};

// The factor of "million"; a bare letter ("5m") counts only where it touches digits.
std::optional<Decimal> Reader::magnitude_value(std::uint32_t i) const {
  if (!has(i, WordClass::kMagnitude)) return std::nullopt;
  const LexiconEntry* entry = lexicon_.entry(WordClass::kMagnitude, doc_.tokens[i].term);
  if (entry == nullptr || entry->columns.empty()) return std::nullopt;
  const bool letter = entry->columns.size() > 2 && entry->columns[2] == "letter";
  if (letter && (doc_.tokens[i].space_before || i == 0 || doc_.tokens[i - 1].shape != TokenShape::kNumber))
    return std::nullopt;
  const std::optional<Decimal> exponent = Decimal::parse(entry->columns[0]);
  const std::optional<Decimal> factor = entry->columns.size() > 1 ? Decimal::parse(entry->columns[1]) : Decimal(1, 0);
  if (!exponent || !factor) return std::nullopt;
  int power = 0;
  while (*exponent > Decimal(power, 0)) ++power;
  return *factor * Decimal(1, power);
}

void Reader::multiply(Decimal factor) {
  magnitude_ = true;
  factor_ = factor_ * factor;
  if (factor == Decimal(1, 2)) {  // "two hundred and five thousand": the hundred stays open for more
    current_ = (current_.is_zero() ? Decimal(1, 0) : current_) * factor;
  } else if (current_.is_zero()) {
    total_ = total_ * factor;  // "lakh crore"
  } else {
    total_ = total_ + current_ * factor;
    current_ = {};
  }
}

bool Reader::read_magnitudes() {
  bool any = false;
  for (auto factor = magnitude_value(at_); factor; factor = magnitude_value(at_)) {
    multiply(*factor);
    ++at_;
    any = true;
  }
  return any;
}

// "1/4", "2 1/2", a vulgar fraction sign. At the first token they are the number, else they are added to it.
bool Reader::read_fraction_signs() {
  const auto small = [&](std::uint32_t i) -> std::int64_t {
    if (i >= end_ || doc_.tokens[i].shape != TokenShape::kNumber || doc_.token_spans[i].size() > 2) return 0;
    const auto value = Decimal::parse(doc_.token_text(i));
    return value && value->is_integer() ? std::stoll(value->to_string()) : 0;
  };
  for (const VulgarFraction& row : kVulgarFractions) {
    if (at_ < end_ && doc_.token_text(at_) == row.sign) {
      current_ = current_ + fraction(row.n, row.d);
      return ++at_, true;
    }
  }
  const std::int64_t n = small(at_), d = small(at_ + 2);
  const bool slash = at_ + 2 < end_ && doc_.token_text(at_ + 1) == "/" && !doc_.tokens[at_ + 1].space_before;
  const bool more = at_ + 3 < end_ && doc_.token_text(at_ + 3) == "/";
  const bool usual = d >= 2 && d <= 16 && (d <= 6 || d % 8 == 0 || d == 10);  // "9/11" and "7/7" are days
  if (!slash || more || n == 0 || !usual || n >= d) return false;
  current_ = current_ + fraction(n, d);
  return at_ += 3, true;
}

// "two-thirds", "three quarters", "one half" after the word `count`.
bool Reader::read_fraction_word(Decimal count) {
  const std::uint32_t next = is(at_, "-") ? at_ + 1 : at_;
  if (next >= end_ || !(count < Decimal(1, 1))) return false;
  for (const VulgarFraction& row : kFractionWords) {
    if (doc_.token_text(next) != row.sign) continue;
    current_ = current_ - count + count * fraction(row.n, row.d);
    share_ = true;
    return at_ = next + 1, true;
  }
  return false;
}

// "and a half", "and three quarters" after a number.
void Reader::read_half_after() {
  if (!is(at_, "and")) return;
  const std::optional<Decimal> count = is(at_ + 1, "a") ? Decimal(1, 0) : word_value(at_ + 1);
  if (!count || at_ + 2 >= end_) return;
  const std::uint32_t next = doc_.token_text(at_ + 2) == "-" ? at_ + 3 : at_ + 2;
  if (next >= end_) return;
  for (const VulgarFraction& row : kFractionWords) {
    if (doc_.token_text(next) != row.sign) continue;
    const Decimal part = *count * fraction(row.n, row.d);
    if (magnitude_ && current_.is_zero()) {
      total_ = total_ + part * factor_;
    } else {
      current_ = current_ + part;
    }
    at_ = next + 1;
    return;
  }
}

// "half of the voters", "a third of members", "a quarter of a million"; not "the second half of the match".
bool Reader::read_share() {
  const bool article = is(at_, "a") || is(at_, "one");
  const std::uint32_t noun = article ? at_ + 1 : at_;
  const bool by =
      article && first_ > 0 && doc_.token_text(first_ - 1) == "by" &&
      (noun + 1 >= end_ || has(noun + 1, WordClass::kPreposition) || has(noun + 1, WordClass::kConjunction) ||
       (doc_.tokens[noun + 1].shape == TokenShape::kPunct && doc_.token_text(noun + 1) != "-"));
  const bool alone =
      article && noun + 1 == end_ && (first_ == 0 || doc_.tokens[first_ - 1].shape == TokenShape::kPunct);
  if (noun >= end_ || !(by || alone || is(noun + 1, "of")) || !opens_share(article)) return false;
  const std::string_view word = doc_.token_text(noun);
  const auto* const row = std::ranges::find_if(kFractionWords, [&](const VulgarFraction& r) {
    return r.sign.substr(1) == word.substr(1) && (word[0] | 0x20) == r.sign[0];
  });
  if (row == std::end(kFractionWords) || (!article && row->d != 2)) return false;
  const bool of_time = has(noun + 2, WordClass::kDeterminer) && has(noun + 3, WordClass::kTimeUnit);
  if (of_time) return false;  // "half of the year"
  current_ = fraction(row->n, row->d);
  at_ = noun + 1;
  share_ = true;
  if (is(at_ + 1, "a") && magnitude_value(at_ + 2)) {
    at_ += 2;
    share_ = false;
    read_magnitudes();
  }
  return true;
}

// What comes before "half of" tells a share from a part: "about half of", "the other half of".
bool Reader::opens_share(bool article) const {
  if (first_ == 0 || article || doc_.tokens[first_].shape == TokenShape::kCapitalized) return true;
  return doc_.tokens[first_ - 1].classes.has_any(WordClass::kPreposition | WordClass::kConjunction |
                                                 WordClass::kApproximator | WordClass::kAuxiliary |
                                                 WordClass::kPastForm);
}

bool Reader::read_half() {
  if (!is(at_, "half")) return false;
  const std::uint32_t next = is(at_ + 1, "a") || is(at_ + 1, "an") ? at_ + 2 : at_ + 1;
  if (next == at_ + 1 || !magnitude_value(next)) return false;
  current_ = Decimal(5, -1);
  at_ = next;
  return read_magnitudes();
}

bool Reader::read_digits() {
  digits_ = true;
  if (read_fraction_signs()) return true;
  digits_ = false;
  if (doc_.tokens[at_].shape != TokenShape::kNumber) return false;
  std::string text(doc_.token_text(at_));
  if (text.starts_with('.')) text.insert(0, 1, '0');
  const std::optional<Decimal> value = Decimal::parse(text);
  if (!value) return false;
  current_ = *value;
  digits_ = true;
  ++at_;
  if (text.size() <= 3) read_spaced_groups();
  read_fraction_signs();
  read_half_after();
  const bool hyphen = is(at_, "-") && !doc_.tokens[at_].space_before;  // "$1-billion", "Rs 20,000-crore"
  if (hyphen && magnitude_value(at_ + 1)) ++at_;
  read_magnitudes();
  read_half_after();
  return true;
}

// "a fleet of 400 737 Max jets": the number belongs to the name behind it, not to the number before.
bool Reader::begins_name(std::uint32_t i) const {
  return i < end_ && doc_.tokens[i].shape == TokenShape::kCapitalized &&
         !doc_.tokens[i].classes.has_any(WordClass::kDemonym | WordClass::kCurrencyWord | WordClass::kUnit |
                                         WordClass::kMagnitude);
}

// "940 000": groups of exactly three digits.
void Reader::read_spaced_groups() {
  while (at_ < end_ && doc_.tokens[at_].shape == TokenShape::kNumber && doc_.token_spans[at_].size() >= 3 &&
         doc_.token_spans[at_].begin <= doc_.token_spans[at_ - 1].end + 3) {
    const std::string_view group = doc_.token_text(at_);
    if (!is_digit(group[0]) || !is_digit(group[1]) || !is_digit(group[2])) return;
    if ((group.size() > 3 && group[3] != '.') || !current_.is_integer() || current_.is_zero()) return;
    if (begins_name(at_ + 1)) return;
    current_ = current_ * Decimal(1, 3) + *Decimal::parse(group);
    ++at_;
  }
}

bool Reader::read_words() {
  Decimal room(0, 0);  // what may still be added: units after tens, tens after hundreds
  for (bool begun = false;; begun = true) {
    if (begun && is(at_, "and") && magnitude_ && word_value(at_ + 1)) {
      const std::uint32_t whole = at_;
      read_half_after();  // "one hundred and three quarters"
      if (at_ > whole) return true;
      ++at_;
    }
    const bool hyphen = begun && is(at_, "-") && word_value(at_ + 1);
    const auto value = word_value(hyphen ? at_ + 1 : at_);
    if (!value || (begun && !(*value < room))) {
      if (!begun) return false;
      break;
    }
    at_ += hyphen ? 2 : 1;
    current_ = current_ + *value;
    if (!begun && read_fraction_word(*value)) return true;
    const Decimal ten(1, 1), twenty(2, 1);
    room = *value >= twenty ? ten : Decimal(0, 0);
    read_half_after();
    if (is(at_, "-") && magnitude_value(at_ + 1)) ++at_;  // "three-million"
    if (read_magnitudes()) room = current_.is_zero() ? factor_ : Decimal(1, 2);
  }
  read_half_after();
  return true;
}

// "a million", "a hundred", "an estimated" is none.
bool Reader::read_article() {
  if (!is(at_, "a") || !magnitude_value(at_ + 1)) return false;
  if (doc_.token_text(at_ + 1).ends_with('s') || doc_.token_text(at_ + 1).size() < 3) return false;
  current_ = Decimal(1, 0);
  ++at_;
  read_magnitudes();
  read_half_after();
  return true;
}

}  // namespace

std::optional<NumberReading> read_number(const SegmentedDocument& doc, std::uint32_t first, std::uint32_t end,
                                         const Lexicon& lexicon) {
  return Reader(doc, first, end, lexicon).read();
}

}  // namespace newsloupe
