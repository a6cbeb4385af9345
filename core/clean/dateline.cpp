#include "core/clean/dateline.h"

#include <algorithm>
#include <vector>

#include "core/base/utf8.h"
#include "core/clean/line_tokens.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongest = 48;  // tokens looked at
constexpr std::size_t kLongestBytes = 260;

bool is_one_of(const LineToken& token, std::initializer_list<std::string_view> texts) {
  return std::ranges::find(texts, token.text) != texts.end();
}

bool is_dash(const LineToken& token) {
  return is_one_of(token, {"-", "\u2013", "\u2014", "\u2015", "\u2212", "_", "~"});
}

bool has_number(const LineToken& token) {
  return token.shape == TokenShape::kNumber || token.shape == TokenShape::kAlphanumeric;
}

// "NEW DELHI" as "New Delhi"; "U.S." stays.
std::string toned_down(std::string_view name) {
  std::string out;
  bool inside = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode_utf8(name, at);
    std::string character(name.substr(at, c.length));
    const CharacterKind kind = character_kind(c.value);
    out += inside && kind == CharacterKind::kUpperLetter ? case_folded(character) : character;
    inside = kind != CharacterKind::kSpace && kind != CharacterKind::kPunct;
    at += c.length;
  }
  return out;
}

class DatelineReader {
 public:
  DatelineReader(std::string_view lead, const Resources& resources)
      : lead_(lead),
        lexicon_(resources.lexicon),
        tokens_(line_tokens(lead.substr(0, kLongestBytes), resources.lexicon, kLongest)) {}

  std::optional<DatelineReading> read() {
    read_leading_agency();
    if (!read_place()) return std::nullopt;
    for (bool more = true; more;) more = read_region() || read_brackets() || read_date();
    if (!read_mark()) return std::nullopt;
    read_date_after_mark();
    if (!is_evident() || !lead_follows()) return std::nullopt;
    out_.end = tokens_[at_ - 1].span.end;
    out_.body = tokens_[at_].span.begin;
    return out_;
  }

 private:
  [[nodiscard]] bool has(std::size_t ahead = 0) const { return at_ + ahead < tokens_.size(); }
  [[nodiscard]] const LineToken& token(std::size_t ahead = 0) const { return tokens_[at_ + ahead]; }

  std::string text_of(std::size_t first, std::size_t last) const {
    return std::string(lead_.substr(tokens_[first].span.begin, tokens_[last - 1].span.end - tokens_[first].span.begin));
  }

  // "AFP.- London -"
  void read_leading_agency() {
    if (!has(2) || !token().classes.has(WordClass::kAgency)) return;
    std::size_t mark = 1;
    while (has(mark) && is_one_of(token(mark), {".", "/"})) ++mark;
    if (!has(mark + 1) || !(is_dash(token(mark)) || is_one_of(token(mark), {",", ":"}))) return;
    if (!opens_in_capitals(token(mark + 1))) return;
    out_.agency = token().text;
    at_ += mark + 1;
    strong_ = true;
  }

  // Length in tokens of a name that begins at `at_`: capitalised words, with particles, hyphens and stops inside.
  [[nodiscard]] std::size_t name_length() const {
    std::size_t length = 0, end = 0;
    for (; has(length) && length < 8; ++length) {
      const LineToken& t = token(length);
      const bool joins =
          is_one_of(t, {".", "'", "\u2019"}) || (t.text == "-" && !t.space_before && !spaced_after(length));
      const bool particle =
          length > 0 && (t.classes.has(WordClass::kParticle) ||
                         is_one_of(t, {"de", "la", "al", "el", "of", "del", "do", "da", "and", "upon"}));
      if (t.classes.has(WordClass::kMonth) && has(length + 1) && has_number(token(length + 1))) break;
      if (opens_in_capitals(t)) {
        end = length + 1;
      } else if (!(length > 0 && (joins || particle))) {
        break;
      }
    }
    return end;
  }

  [[nodiscard]] bool spaced_after(std::size_t ahead) const { return has(ahead + 1) && token(ahead + 1).space_before; }

  [[nodiscard]] bool all_capitals(std::size_t first, std::size_t last) const {
    std::size_t letters = 0;
    for (std::size_t i = first; i < last; ++i) {
      const LineToken& t = tokens_[i];
      if (!is_word(t) || t.classes.has(WordClass::kParticle)) continue;
      if (t.shape != TokenShape::kAllCaps && t.shape != TokenShape::kInitial) return false;
      letters += t.text.size();
    }
    return letters >= 2;
  }

  bool read_place() {
    const std::size_t length = has() ? name_length() : 0;
    if (length == 0) return false;
    const std::size_t first = at_;
    at_ += length;
    capitals_ = all_capitals(first, at_);
    words_ = length;
    known_ = is_known_place(first, at_);
    starts_with_given_name_ = tokens_[first].classes.has(WordClass::kGivenName) && !known_;
    is_heading_ = phrase_at(tokens_, first, WordClass::kBoilerplateWord, lexicon_).length >= length ||
                  phrase_at(tokens_, first, WordClass::kBylineWord, lexicon_).length >= length ||
                  tokens_[first].classes.has(WordClass::kMonth) || tokens_[first].classes.has(WordClass::kWeekday);
    const std::string name = text_of(first, at_);
    out_.place = capitals_ ? toned_down(name) : name;
    return true;
  }

  [[nodiscard]] bool is_known_place(std::size_t first, std::size_t last) const {
    for (const WordClass c : {WordClass::kPlace, WordClass::kCountry}) {
      if (phrase_at(tokens_, first, c, lexicon_).length >= last - first) return true;
    }
    return false;
  }

  // ", Kenya", ", Va.", ", Okinawa Prefecture"
  bool read_region() {
    if (!has(1) || token().text != ",") return false;
    ++at_;
    const std::size_t length = name_length();
    if (length == 0 || regions_ == 2) {
      --at_;
      return false;
    }
    if (is_known_place(at_, at_ + length)) known_ = true;
    at_ += length;
    if (has() && token().text == "." && !token().space_before) ++at_;
    ++regions_;
    return true;
  }

  // "[India]", "(Reuters)", "(Borneo Bulletin/ANN)"
  bool read_brackets() {
    const bool square = has() && token().text == "[";
    if (!square && !(has() && token().text == "(")) return false;
    std::size_t end = at_ + 1;
    while (end < tokens_.size() && end < at_ + 10 && !is_one_of(tokens_[end], {"]", ")"})) ++end;
    if (end >= tokens_.size() || !is_one_of(tokens_[end], {"]", ")"}) || end == at_ + 1) return false;
    if (!opens_in_capitals(tokens_[at_ + 1]) && !tokens_[at_ + 1].classes.has(WordClass::kAgency)) return false;
    if (!square) out_.agency = text_of(at_ + 1, end);
    at_ = end + 1;
    strong_ = true;
    return true;
  }

  // ", July 24", " 7 July 2022", ", Mar 03", ", June 2022", ", Monday, July 4"
  bool read_date() {
    const std::size_t begin = at_;
    if (has() && token().text == ",") ++at_;
    if (has() && token().classes.has(WordClass::kWeekday)) {
      ++at_;
      if (has() && token().text == ",") ++at_;
    }
    if (out_.date.empty() && (read_day_and_month() || read_month_and_day())) {
      strong_ = true;
      return true;
    }
    at_ = begin;
    return false;
  }

  [[nodiscard]] int month_at(std::size_t ahead) const {
    if (!has(ahead)) return 0;
    const LexiconEntry* entry = lexicon_.entry(WordClass::kMonth, token(ahead).term);
    return entry == nullptr ? 0 : first_number(*entry);
  }
  [[nodiscard]] int number_at(std::size_t ahead) const {
    if (!has(ahead) || !has_number(token(ahead)) || token(ahead).text.size() > 4) return 0;
    return std::atoi(std::string(token(ahead).text).c_str());
  }
  static std::string padded(int value, int width) {
    std::string digits = std::to_string(value);
    return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0') + digits;
  }

  bool read_day_and_month() {
    const int day = number_at(0), month = month_at(1);
    if (day < 1 || day > 31 || month == 0) return false;
    at_ += 2;
    return take_year(month, day);
  }

  bool read_month_and_day() {
    const int month = month_at(0), day = number_at(1);
    if (month == 0 || day < 1) return false;
    at_ += 2;
    if (day > 31) {
      out_.date = padded(day, 4) + "-" + padded(month, 2);
      return true;
    }
    return take_year(month, day);
  }

  bool take_year(int month, int day) {
    const std::size_t ahead = has() && token().text == "," ? 1 : 0;
    const int year = number_at(ahead);
    const bool has_year = year >= 1800 && year <= 2200;
    if (has_year) at_ += ahead + 1;
    out_.date = (has_year ? padded(year, 4) : std::string("XXXX")) + "-" + padded(month, 2) + "-" + padded(day, 2);
    return true;
  }

  // One or more dashes, or a colon, also after a stop ("GUANAJUATO.-").
  bool read_mark() {
    while (has(1) && token().text == "." && is_dash(token(1))) ++at_;
    if (!has()) return false;
    colon_ = token().text == ":";
    if (!colon_ && !is_dash(token()) && token().text != "--") return false;
    mark_spaced_ = token().space_before || spaced_after(0);
    const std::size_t first = at_;
    while (has() && (is_dash(token()) || token().text == "--" || (colon_ && token().text == ":"))) ++at_;
    // A single hyphen inside a compound is no mark; a longer dash needs no space.
    return mark_spaced_ || at_ - first > 1 || tokens_[first].text.size() > 1;
  }

  // "CAIRO - 7 July 2022: El Sewedy ..."
  void read_date_after_mark() {
    const std::size_t begin = at_;
    if (colon_ || !out_.date.empty() || !(read_day_and_month() || read_month_and_day())) return;
    if (has() && (token().text == ":" || is_dash(token()))) {
      ++at_;
      strong_ = true;
      return;
    }
    at_ = begin;
    out_.date.clear();
  }

  [[nodiscard]] bool is_evident() const {
    if (!has() || is_heading_) return false;
    if (strong_) return true;
    if (known_) return words_ <= 4;
    return capitals_ && !starts_with_given_name_;
  }

  // What follows must begin a sentence.
  [[nodiscard]] bool lead_follows() const {
    const LineToken& t = token();
    return opens_in_capitals(t) || has_number(t) ||
           is_one_of(t, {"\"", "'", "\u201c", "\u2018", "\u00ab", "$", "\u00a3", "\u20ac"}) ||
           t.shape == TokenShape::kOther || (strong_ && is_word(t));
  }

  std::string_view lead_;
  const Lexicon& lexicon_;
  std::vector<LineToken> tokens_;
  DatelineReading out_;
  std::size_t at_ = 0, words_ = 0;
  int regions_ = 0;
  bool capitals_ = false, known_ = false, strong_ = false, colon_ = false, mark_spaced_ = false;
  bool starts_with_given_name_ = false, is_heading_ = false;
};

}  // namespace

std::optional<DatelineReading> read_dateline(std::string_view lead, const Resources& resources) {
  constexpr std::string_view kMarks = "-:_~\xE2";  // the first byte of every longer dash
  if (lead.substr(0, kLongestBytes).find_first_of(kMarks) == std::string_view::npos) return std::nullopt;
  return DatelineReader(lead, resources).read();
}

}  // namespace newsloupe
