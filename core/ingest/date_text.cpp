#include "core/ingest/date_text.h"

#include <optional>

namespace newsloupe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

// A cursor over one line. Every reader either moves past what it read, or leaves the cursor and gives nothing.
class DateScanner {
 public:
  DateScanner(std::string_view line, const Lexicon& lexicon) : line_(line), lexicon_(lexicon) {}

  std::vector<DateReading> scan() {
    std::vector<DateReading> found;
    while (at_ < line_.size()) {
      const std::size_t begin = at_;
      if (const auto date = read_date()) {
        DateReading reading{*date, to_iso(*date), begin, at_};
        reading.iso += read_time();
        reading.end = at_;
        found.push_back(std::move(reading));
      } else {
        skip_word(begin);
      }
    }
    return found;
  }

 private:
  using Reader = std::optional<CivilDate> (DateScanner::*)();

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0';
  }

  void skip_word(std::size_t begin) {
    at_ = begin;
    if (is_digit(peek())) {
      while (is_digit(peek())) ++at_;
    } else if (is_letter(peek())) {
      while (is_letter(peek())) ++at_;
    } else {
      ++at_;
    }
  }

  std::optional<CivilDate> read_date() {
    static constexpr Reader kReaders[] = {&DateScanner::year_first, &DateScanner::month_name_first,
                                          &DateScanner::day_first, &DateScanner::all_numbers, &DateScanner::compact};
    const std::size_t begin = at_;
    for (const Reader reader : kReaders) {
      if (auto date = (this->*reader)(); date && date->year >= 1600 && is_valid(*date)) return date;
      at_ = begin;
    }
    return std::nullopt;
  }

  // Up to `most` digits; the number must not go on.
  std::optional<int> number(int least, int most, bool may_go_on = false) {
    int value = 0, digits = 0;
    while (digits < most && is_digit(peek())) {
      value = value * 10 + (peek() - '0');
      ++at_, ++digits;
    }
    if (digits < least || (!may_go_on && is_digit(peek()))) return std::nullopt;
    return value;
  }

  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  bool take_any(std::string_view set) {
    if (peek() == '\0' || set.find(peek()) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  void skip_spaces() {
    while (peek() == ' ') ++at_;
  }

  // "August", "Aug."; 0 where no month stands here.
  int month_name() {
    const std::size_t begin = at_;
    while (is_letter(peek())) ++at_;
    std::string name = fold_word(line_.substr(begin, at_ - begin));
    const LexiconEntry* entry = lexicon_.entry(WordClass::kMonth, lexicon_.find(name));
    if (entry == nullptr) entry = lexicon_.entry(WordClass::kMonth, lexicon_.find(name += '.'));
    if (entry == nullptr || entry->columns.empty()) {
      at_ = begin;
      return 0;
    }
    take('.');
    return first_number(*entry);
  }

  static std::optional<CivilDate> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    return CivilDate{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month),
                     static_cast<std::uint8_t>(*day)};
  }

  std::optional<CivilDate> year_first() {
    const auto year = number(4, 4);
    const char separator = peek();
    if (!year || !take_any("-/.")) return std::nullopt;
    const auto month = number(1, 2);
    if (!month || !take(separator)) return std::nullopt;
    return date_of(year, month, number(1, 2));
  }

  std::optional<int> day_with_ending() {
    const auto day = number(1, 2);
    if (!day) return std::nullopt;
    const std::string_view ending = line_.substr(at_, 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") at_ += 2;
    return day;
  }

  std::optional<CivilDate> month_name_first() {
    if (!is_letter(peek())) return std::nullopt;
    const int month = month_name();
    if (month == 0) return std::nullopt;
    skip_spaces();
    const auto day = day_with_ending();
    take(',');
    skip_spaces();
    return date_of(number(4, 4), month, day);
  }

  std::optional<CivilDate> day_first() {
    const auto day = day_with_ending();
    if (!day) return std::nullopt;
    take('.');
    if (!take_any("-/")) skip_spaces();
    const int month = month_name();
    if (month == 0) return std::nullopt;
    take_any(",-/");
    skip_spaces();
    return date_of(number(4, 4), month, day);
  }

  std::optional<CivilDate> all_numbers() {
    const auto first = number(1, 2);
    const char separator = peek();
    if (!first || !take_any("/.-")) return std::nullopt;
    const auto second = number(1, 2);
    if (!second || !take(separator)) return std::nullopt;
    auto year = number(2, 4);
    if (year && *year < 100 && separator == '/') *year += *year < 70 ? 2000 : 1900;
    const bool month_first = separator != '.' && *first <= 12;
    return month_first ? date_of(year, first, second) : date_of(year, second, first);
  }

  std::optional<CivilDate> compact() {
    const auto digits = number(8, 8);
    if (!digits || *digits < 19000101 || *digits > 20991231) return std::nullopt;
    return date_of(*digits / 10000, *digits / 100 % 100, *digits % 100);
  }

  // "T21:30", " 21:30:04+05:30", ", 7:15 pm" after a date, as ISO 8601; moves on only where a time stands there.
  std::string read_time() {
    const std::size_t begin = at_;
    skip_to_time();
    auto hour = number(1, 2);
    const bool colon = hour && (peek() == ':' || (peek() == '.' && is_digit(peek(1)) && is_digit(peek(2))));
    if (colon) ++at_;
    const auto minute = colon ? number(2, 2) : std::nullopt;
    if (!hour || (colon && !minute)) return give_up(begin);
    std::string seconds;
    if (colon && peek() == ':' && is_digit(peek(1))) {
      ++at_;
      if (const auto second = number(2, 2, true); second && *second < 60) seconds = ":" + two_digits(*second);
      if (take('.')) number(1, 9, true);
    }
    const int half = day_half();
    if (!colon && half < 0) return give_up(begin);
    if (half >= 0) hour = *hour % 12 + 12 * half;
    if (*hour > 23 || minute.value_or(0) > 59) return give_up(begin);
    return "T" + two_digits(*hour) + ":" + two_digits(minute.value_or(0)) + seconds + read_zone();
  }

  std::string give_up(std::size_t begin) {
    at_ = begin;
    return {};
  }

  void skip_to_time() {
    if (take('T')) return;
    while (take_any(" ,|-")) {
    }
    if (line_.substr(at_).starts_with("\xc2\xb7") || line_.substr(at_).starts_with("\xe2\x80\xa2")) {
      at_ += line_[at_] == '\xc2' ? 2 : 3;
    }
    skip_spaces();
    const std::string_view rest = line_.substr(at_);
    if (rest.starts_with("at ")) at_ += 3;
  }

  // 0 for a.m., 1 for p.m., -1 where neither stands here.
  int day_half() {
    const std::size_t begin = at_;
    skip_spaces();
    const char first = static_cast<char>(peek() | 0x20);
    if (first == 'a' || first == 'p') {
      ++at_;
      if (take('.')) skip_spaces();
      if ((peek() | 0x20) == 'm' && !is_letter(peek(1))) {
        ++at_;
        take('.');
        return first == 'p' ? 1 : 0;
      }
    }
    at_ = begin;
    return -1;
  }

  std::string read_zone() {
    const std::size_t begin = at_;
    if (take('Z')) return "Z";
    skip_spaces();
    const std::string_view rest = line_.substr(at_);
    if (rest.starts_with("GMT") || rest.starts_with("UTC")) {
      at_ += 3;
      if (peek() != '+' && peek() != '-') return "Z";
    }
    const char sign = peek();
    if (!take_any("+-")) return give_up(begin);
    std::optional<int> hours = is_digit(peek(1)) ? number(2, 2, true) : number(1, 1);
    if (!hours) return give_up(begin);
    take(':');
    const auto minutes = number(2, 2, true);
    if (!minutes || *hours > 14 || *minutes > 59) return give_up(begin);
    return sign + two_digits(*hours) + ":" + two_digits(*minutes);
  }

  std::string_view line_;
  const Lexicon& lexicon_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DateReading> find_dates(std::string_view line, const Lexicon& lexicon) {
  return DateScanner(line, lexicon).scan();
}

}  // namespace newsloupe
