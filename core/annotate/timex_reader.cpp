#include "core/annotate/timex_reader.h"

#include <algorithm>
#include <cstdlib>

#include "core/annotate/number_reader.h"
#include "core/annotate/timex_words.h"
#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

// "the Fire Safety Order 2005"
bool is_law(std::string_view word) {
  static constexpr std::string_view kLaws[] = {"act",       "order",      "law",       "regulations", "treaty",
                                               "directive", "convention", "amendment", "rules",       "ordinance"};
  return is_one_of(kLaws, word);
}

}  // namespace

TimexReader::Form TimexReader::form_named(std::string_view name) {
  static constexpr std::pair<std::string_view, Form> kForms[] = {{"day", &TimexReader::day},
                                                                 {"day_range", &TimexReader::day_range},
                                                                 {"month", &TimexReader::month},
                                                                 {"year", &TimexReader::year},
                                                                 {"year_range", &TimexReader::year_range},
                                                                 {"numeric", &TimexReader::numeric},
                                                                 {"weekday", &TimexReader::weekday_name},
                                                                 {"offset", &TimexReader::offset},
                                                                 {"from_anchor", &TimexReader::from_anchor},
                                                                 {"unit", &TimexReader::unit},
                                                                 {"duration", &TimexReader::duration},
                                                                 {"ago", &TimexReader::ago},
                                                                 {"set", &TimexReader::set},
                                                                 {"fixed_set", &TimexReader::fixed_set},
                                                                 {"season", &TimexReader::season},
                                                                 {"quarter", &TimexReader::quarter},
                                                                 {"half", &TimexReader::half},
                                                                 {"week_of_year", &TimexReader::week_of_year},
                                                                 {"decade", &TimexReader::decade},
                                                                 {"century", &TimexReader::century},
                                                                 {"fiscal", &TimexReader::fiscal},
                                                                 {"day_of_month", &TimexReader::day_of_month},
                                                                 {"holiday", &TimexReader::holiday},
                                                                 {"fixed", &TimexReader::fixed},
                                                                 {"clock", &TimexReader::clock},
                                                                 {"fixed_clock", &TimexReader::fixed_clock}};
  const auto* const found = std::ranges::find(kForms, name, [](const auto& row) { return row.first; });
  return found == std::ranges::end(kForms) ? nullptr : found->second;
}

Reading TimexReader::read(const RuleMatch& match, const Rule& rule, TokenSpan sentence, const Anchor& anchor,
                          Timex& out) {
  match_ = &match;
  rule_ = &rule;
  sentence_ = sentence;
  anchor_ = anchor;
  out_ = &out;
  const Form form = form_named(rule.field("form"));
  return form == nullptr ? Reading::kNoTime : (this->*form)();
}

// --- captures and context ---

std::string_view TimexReader::word(std::string_view name) const {
  const TokenSpan span = match_->capture(name);
  return span.empty() ? std::string_view() : lexicon_.word(doc_.tokens[span.begin].term);
}

int TimexReader::number(std::string_view name) const {
  const TokenSpan span = match_->capture(name);
  int sum = -1;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    int value = digits_at(doc_.token_text(i));
    for (const WordClass c : {WordClass::kOrdinalWord, WordClass::kNumberWord}) {
      const LexiconEntry* entry = lexicon_.entry(c, doc_.tokens[i].term);
      if (value < 0 && entry != nullptr && !entry->columns.empty()) value = digits_at(entry->columns[0]);
    }
    if (value >= 0) sum = std::max(sum, 0) + value;
  }
  return sum;
}

int TimexReader::year_number() const {
  const int year = has("y") ? digits_at(text("y")) : -1;
  if (year < 0 || text("y").size() != 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

std::string_view TimexReader::column(WordClass c, std::string_view name) const {
  const TokenSpan span = match_->capture(name);
  const LexiconEntry* entry = span.empty() ? nullptr : lexicon_.entry(c, doc_.tokens[span.begin].term);
  return entry == nullptr || entry->columns.empty() ? std::string_view() : entry->columns[0];
}

int TimexReader::column_number(WordClass c, std::string_view name) const { return digits_at(column(c, name)); }

// The captured number of units: "two and a half", "a"; nothing for "several".
std::optional<Decimal> TimexReader::amount() const {
  const TokenSpan span = match_->capture("n");
  if (span.empty()) return std::nullopt;
  if (word("n") == "a" || word("n") == "an") return Decimal(1, 0);
  const auto reading = read_number(doc_, span.begin, span.end, lexicon_);
  return reading ? std::optional(reading->value) : std::nullopt;
}

const RuleToken* TimexReader::before() const {
  return match_->tokens.begin > sentence_.begin ? &doc_.tokens[match_->tokens.begin - 1] : nullptr;
}
const RuleToken* TimexReader::after() const {
  return match_->tokens.end < sentence_.end ? &doc_.tokens[match_->tokens.end] : nullptr;
}
std::string_view TimexReader::word_of(const RuleToken* token) const {
  if (token == nullptr) return {};
  const std::string_view known = lexicon_.word(token->term);
  return known.empty() ? doc_.token_text(static_cast<std::uint32_t>(token - doc_.tokens.data())) : known;
}

// A month's name alone is also a verb ("may", "march") or a person ("June Lee").
bool TimexReader::month_is_meant() const {
  const RuleToken& month = doc_.tokens[match_->capture("m").begin];
  const std::string_view previous = word_of(before()), name = lexicon_.word(month.term);
  const bool licensed = is_time_preposition(previous) || has("k");
  if (!is_capital(month))
    return (licensed || previous == "the") && name != "may" && name != "march" && name != "mar" && name != "sun";
  if (name == "may" || name == "march" || name == "jan" || name == "mar") {
    return licensed && !(after() != nullptr && after()->shape == TokenShape::kCapitalized && previous != "in");
  }
  if (previous == "by" && signs_by_month()) return false;
  if (licensed && previous != "and" && previous != "or") return true;
  const bool named = before() != nullptr && before()->shape == TokenShape::kCapitalized &&
                     !before()->classes.has(WordClass::kStopWord) && match_->tokens.begin > sentence_.begin + 1;
  const bool name_follows =
      after() != nullptr && after()->shape == TokenShape::kCapitalized && !after()->classes.has(WordClass::kStopWord);
  return !named && !name_follows;
}

// "By April Drovik", alone or before a mark or a date: somebody's name.
bool TimexReader::signs_by_month() const {
  const std::uint32_t family = match_->tokens.end, behind = family + 1;
  if (match_->tokens.begin != sentence_.begin + 1 || family >= sentence_.end) return false;
  if (!is_capital(doc_.tokens[family])) return false;
  return behind >= sentence_.end || doc_.tokens[behind].shape != TokenShape::kLower;
}

// Four digits are a year after "in", between "the" and a noun, in brackets; alone they are a number.
bool TimexReader::year_is_meant() const {
  const int year = year_number();
  if (is_before_christ()) return false;
  if (year < kEarliestYear || year > kLatestYear) return false;
  if (has("k") || match_->tokens.size() > 1) return true;
  const RuleToken* next = after();
  const std::string_view previous = word_of(before()), following = word_of(next);
  if (next != nullptr && (next->classes.has_any(WordClass::kUnit | WordClass::kMagnitude | WordClass::kCurrencyWord) ||
                          following == "%" || following == "percent" || next->shape == TokenShape::kNumber)) {
    return false;
  }
  const bool modern = year >= 1500;
  const bool noun_follows = next != nullptr && (next->shape == TokenShape::kLower || is_capital(*next)) &&
                            !next->classes.has(WordClass::kStopWord);
  const bool plural_follows =
      noun_follows && next->shape == TokenShape::kLower && doc_.token_text(match_->tokens.end).ends_with('s');
  if (is_house_number()) return false;
  constexpr int kAhead = 45;  // "the 2080 Ti": years so far ahead are named with a preposition
  const bool far = reference_ && year > reference_->year + kAhead;
  if ((far && !is_time_preposition(previous)) || is_law(previous)) return false;
  // "as early as 2022"
  const std::uint32_t first = match_->tokens.begin;
  if (previous == "as" && first > sentence_.begin + 1 &&
      is_one_of(lower_ascii(doc_.token_text(first - 2)), {"early", "soon", "late", "recently"}))
    return modern;
  if (is_time_preposition(previous)) {
    return !(plural_follows && year % 100 == 0) && (modern || previous == "in");
  }
  if (previous == "(" || previous == "[")
    return modern && (following == ")" || following == "]" || following == "," || following == ";" || following == "-");
  const bool determined = before() != nullptr && (before()->classes.has(WordClass::kDeterminer) || previous == "'s");
  if (determined && modern) return noun_follows ? !(plural_follows && year % 10 == 0) : previous != "a";
  if (previous == "," || previous == ";" || previous == "-" || previous == "\xE2\x80\x93") {  // one of several years
    constexpr std::uint32_t kListReach = 9;
    for (std::uint32_t i = match_->tokens.begin; i > sentence_.begin && i + kListReach > match_->tokens.begin; --i) {
      if (doc_.tokens[i - 1].classes.has(WordClass::kYearNumber)) return modern;
    }
  }
  const bool name_before =
      before() != nullptr && before()->shape == TokenShape::kCapitalized && match_->tokens.begin > sentence_.begin + 1;
  return name_before && year >= 1900 && (next == nullptr || next->shape == TokenShape::kPunct) && following != "/";
}

// "scored at 7:14 of the second period", "17:46 into the game", "with 2:31 left".
bool TimexReader::is_game_clock() const {
  static constexpr std::string_view kRunning[] = {"into", "left", "remaining"};
  static constexpr std::string_view kParts[] = {"period", "periods", "inning", "innings", "overtime", "touchdown"};
  static constexpr std::string_view kNumbered[] = {"quarter", "half", "period"};
  constexpr std::uint32_t kReach = 16;
  if (is_one_of(kRunning, word_of(after()))) return true;
  const std::uint32_t from = std::max(sentence_.begin + kReach, match_->tokens.begin) - kReach;
  const std::uint32_t to = std::min(sentence_.end, match_->tokens.end + kReach);
  for (std::uint32_t i = from; i < to; ++i) {
    const std::string_view word = word_of(&doc_.tokens[i]);
    if (is_one_of(kParts, word)) return true;
    const bool counted =
        i > from && doc_.tokens[i - 1].classes.has_any(WordClass::kOrdinalWord | WordClass::kOrdinalNumber);
    if (counted && is_one_of(kNumbered, word)) return true;
  }
  return false;
}

// "1909 Orla Drive"; "in 1987 Wall Street fell" is a year.
bool TimexReader::is_house_number() const {
  static constexpr std::string_view kStreets[] = {"drive",   "street",   "st",   "avenue",  "ave",
                                                  "road",    "rd",       "lane", "blvd",    "boulevard",
                                                  "terrace", "crescent", "dr",   "parkway", "highway"};
  static constexpr std::string_view kTimes[] = {"in", "since", "by", "during", "until", "before", "after"};
  constexpr std::uint32_t kLongestName = 4;
  const std::uint32_t first = match_->tokens.end, end = std::min(sentence_.end, first + kLongestName);
  if (is_one_of(kTimes, word_of(before()))) return false;
  for (std::uint32_t i = first; i < end && is_capital(doc_.tokens[i]); ++i) {
    std::string_view word = word_of(&doc_.tokens[i]);
    if (word.ends_with('.')) word.remove_suffix(1);
    if (i > first && is_one_of(kStreets, word)) return true;
  }
  return false;
}

// "the third century BC": no value of a calendar tells it.
bool TimexReader::is_before_christ() const {
  static constexpr std::string_view kSigns[] = {"bc", "b.c.", "bce", "b.c.e."};
  return is_one_of(kSigns, lower_ascii(word_of(after())));
}

// "the 1970 Controlled Substances Act": the year that the law is called after.
bool TimexReader::names_law() const {
  constexpr std::uint32_t kLongestName = 5;
  const std::uint32_t first = match_->tokens.end, end = std::min(sentence_.end, first + kLongestName);
  for (std::uint32_t i = first; i < end && is_capital(doc_.tokens[i]); ++i) {
    if (i > first && is_law(word_of(&doc_.tokens[i]))) return true;
  }
  return false;
}

// "adjourned until Monday", "has until Monday to answer", but "stayed until Monday".
bool TimexReader::is_put_off() const {
  static constexpr std::string_view kUntil[] = {"until", "till", "through"};
  static constexpr std::string_view kStems[] = {"postpon", "adjourn", "delay", "suspend", "defer",
                                                "recess",  "extend",  "clos",  "cancel",  "hold"};
  static constexpr std::string_view kHave[] = {"has", "have", "given", "off", "shut"};
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t day = match_->tokens.begin;
  if (!is_one_of(kUntil, word_of(before()))) return false;
  for (std::uint32_t i = day - 1; i > sentence_.begin && i + kReach > day; --i) {
    const std::string_view word = word_of(&doc_.tokens[i - 1]);
    if (is_one_of(kHave, word)) return true;
    if (std::ranges::any_of(kStems, [&](std::string_view stem) { return word.starts_with(stem); })) return true;
  }
  return false;
}

// "wrote in the Mail on Sunday"
bool TimexReader::is_sunday_paper() const {
  static constexpr std::string_view kPapers[] = {"Mail", "Independent", "Scotland", "Wales", "Sport"};
  const std::uint32_t day = match_->tokens.begin;
  return day > sentence_.begin + 1 && word_of(before()) == "on" && is_one_of(kPapers, doc_.token_text(day - 2)) &&
         lexicon_.word(doc_.tokens[day].term) == "sunday";
}

bool TimexReader::is_age() const {
  if (word_of(after()) == "of") {
    return match_->tokens.end + 1 < sentence_.end && word_of(&doc_.tokens[match_->tokens.end + 1]) == "age";
  }
  if (word_of(after()) == "-" && match_->tokens.end + 1 < sentence_.end &&
      word_of(&doc_.tokens[match_->tokens.end + 1]) == "old") {
    return true;  // the longer match was an age
  }
  if (word_of(before()) == "aged" || word_of(before()) == "age") return true;
  if (!has("v")) return word_of(after()) == "older" || word_of(after()) == "younger" || word_of(after()) == "old";
  // "a 13-year-old alliance" is a duration, "a 13-year-old girl" an age.
  const RuleToken* next = after();
  const bool hyphenated = match_->capture("v").begin > 0 && !doc_.tokens[match_->capture("v").begin].space_before;
  if (!hyphenated || next == nullptr || next->shape == TokenShape::kPunct) return true;
  const std::string_view following = doc_.token_text(match_->tokens.end);
  return next->shape == TokenShape::kCapitalized || following.ends_with("ed") ||
         next->classes.has_any(WordClass::kPersonNoun | WordClass::kStopWord | WordClass::kReportingVerb |
                               WordClass::kPastForm | WordClass::kPreposition | WordClass::kAuxiliary);
}

// "USA Today", "the Today programme", "the Daily Mail", "the Annual Summit"
bool TimexReader::is_in_name() const {
  const std::uint32_t first = match_->tokens.begin;
  if (!is_capital(doc_.tokens[first])) return false;
  const RuleToken* next = after();
  // "CBS This Morning", "the Today show"
  const bool titled = match_->tokens.size() > 1 && first > sentence_.begin && is_capital(doc_.tokens[first + 1]);
  if (titled || (first > sentence_.begin && word_of(next) == "show")) return true;
  if (rule_->field("form") == "fixed_set") return next != nullptr && is_capital(*next);
  const std::string_view previous = word_of(before());
  return lexicon_.word(doc_.tokens[first].term) == "today" &&
         (previous == "the" || previous == "'s" || (before() != nullptr && is_capital(*before())));
}

// Below a post that is quoted, "Name (@handle) November 18, 2019": the post's date, no day of the story.
bool TimexReader::is_signature() const {
  if (word_of(before()) != ")") return false;
  for (std::uint32_t i = match_->tokens.begin - 1; i > sentence_.begin && i + 5 > match_->tokens.begin; --i) {
    if (doc_.token_text(i - 1).starts_with('@')) return true;
  }
  return false;
}

// "$5 million a year", "twice a week"
bool TimexReader::is_rate() const {
  const RuleToken* previous = before();
  if (previous == nullptr) return false;
  const std::string_view name = word_of(previous);
  return previous->shape == TokenShape::kNumber || name == "times" || name == "twice" || name == "once" ||
         name == "%" ||
         previous->classes.has_any(WordClass::kMagnitude | WordClass::kCurrencyWord | WordClass::kUnit |
                                   WordClass::kNumberWord);
}

int TimexReader::relative_steps() const {
  const TokenSpan span = match_->capture("r");
  int steps = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {  // "this past", "the next"
    const auto* const found =
        std::ranges::find(kSteps, lexicon_.word(doc_.tokens[i].term), [](const auto& row) { return row.first; });
    if (found != std::ranges::end(kSteps) && found->second != 0) steps = found->second;
  }
  return steps;
}

std::optional<int> TimexReader::relative_year() const {
  return reference_ ? std::optional(reference_->year + relative_steps()) : std::nullopt;
}

// --- results ---

Reading TimexReader::take(CalendarValue value, Basis basis) {
  out_->type = TimexType::kDate;
  out_->value = std::move(value.value);
  out_->first = value.first;
  out_->last = value.last;
  out_->basis = basis;
  take_position();
  return Reading::kRead;
}

Reading TimexReader::take_day(int year, int month, int day_number, Basis basis) {
  const CivilDate date = date_of(year, month, day_number);
  if (!is_valid(date)) return Reading::kImpossible;
  return take({to_iso(date), date, date}, basis);
}

void TimexReader::take_part_of_day(std::string_view part) {
  const std::string_view code = look_up(kPartsOfDay, part);
  if (code.empty()) return;
  out_->value += code;
  out_->type = TimexType::kTime;
}

void TimexReader::take_position() {
  if (has("k")) out_->modifier = look_up(kPositions, word("k"));
}

// Adds a captured clock time to the value.
void TimexReader::take_clock() {
  if (!has("c")) return;
  const std::string_view digits = text("c");
  int hour = digits_at(digits);
  const std::size_t separator = digits.find_first_of(":.");
  int minute = separator == std::string_view::npos ? 0 : digits_at(digits.substr(separator + 1));
  if (separator == std::string_view::npos && digits.size() == 4) {  // "0745"
    minute = hour % 100;
    hour /= 100;
  }
  const std::string_view half = word("h");
  if (half.starts_with('p') && hour < 12) hour += 12;
  if (half.starts_with('a') && hour == 12) hour = 0;
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  out_->value += "T" + two(hour) + ":" + two(minute) + std::string(zone_offset(word("z")));
  out_->type = TimexType::kTime;
}

}  // namespace newsloupe
