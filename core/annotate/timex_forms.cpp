// The forms of timex.rules, one member function each.
#include <algorithm>
#include <cstdlib>

#include "core/annotate/timex_reader.h"
#include "core/annotate/timex_words.h"
#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {

Reading TimexReader::day() {
  const int month = column_number(WordClass::kMonth, "m"), number_of_day = number("d");
  const bool priced = before() != nullptr && before()->classes.has(WordClass::kCurrencyWord);  // "$12 December 27"
  if (month < 1 || priced) return Reading::kNoTime;
  const std::string_view name = word("m");
  const bool lower = doc_.tokens[match_->capture("m").begin].shape == TokenShape::kLower;
  // "the second may be", "5 march against": with small letters the month must stand first or after "of".
  if (lower && (name == "may" || name == "march") && !has("y") &&
      match_->capture("d").begin < match_->capture("m").begin &&
      word_of(&doc_.tokens[match_->capture("m").begin - 1]) != "of") {
    return Reading::kNoTime;
  }
  Reading reading = Reading::kRead;
  if (has("y")) {
    reading = take_day(year_number(), month, number_of_day, Basis::kStated);
  } else if (number_of_day < 1 || number_of_day > days_in_month(2024, month)) {
    return Reading::kImpossible;
  } else {
    const int year = reference_ ? likely_year(month, number_of_day) : 0;
    reading = reference_ && is_valid(date_of(year, month, number_of_day))
                  ? take_day(year, month, number_of_day, Basis::kDerived)
                  : take({open_day(month, number_of_day), {}, {}}, Basis::kStated);
  }
  if (reading != Reading::kRead) return reading;
  take_part_of_day(word("p"));
  take_clock();
  if (is_signature()) out_->first = out_->last = std::nullopt;
  return reading;
}

Reading TimexReader::day_range() {
  const int month = column_number(WordClass::kMonth, "m"), from = number("d"), to = number("e");
  if (month < 1 || from < 1) return Reading::kNoTime;
  if (to > days_in_month(2024, month)) return Reading::kImpossible;
  if (to <= from) return Reading::kNoTime;
  if (!has("y") && !reference_) {
    take({open_day(month, from), {}, {}}, Basis::kStated);
    out_->end = open_day(month, to);
    return Reading::kRead;
  }
  const int year = has("y") ? year_number() : likely_year(month, from);
  const Reading reading = take_day(year, month, from, has("y") ? Basis::kStated : Basis::kDerived);
  if (reading != Reading::kRead || !is_valid(date_of(year, month, to))) return Reading::kImpossible;
  out_->last = date_of(year, month, to);
  out_->end = to_iso(*out_->last);
  return Reading::kRead;
}

Reading TimexReader::month() {
  const int number_of_month = column_number(WordClass::kMonth, "m");
  if (has("y")) {
    const int year = year_number();
    return year < kEarliestYear ? Reading::kNoTime : take(month_value(year, number_of_month), Basis::kStated);
  }
  const bool verb =
      !is_capital(doc_.tokens[match_->capture("m").begin]) && (word("m") == "may" || word("m") == "march");
  if (has("r") ? verb : !month_is_meant()) return Reading::kNoTime;  // "this may help"
  if (!reference_) return take({open_month(number_of_month), {}, {}}, Basis::kStated);
  if (has("u")) return take(month_value(*relative_year(), number_of_month), Basis::kDerived);
  int year = reference_->year;
  if (!has("r")) {
    year = likely_year(number_of_month, 0);
  } else if (relative_steps() < 0 && number_of_month >= reference_->month) {
    --year;
  } else if (relative_steps() > 0 && number_of_month <= reference_->month) {
    ++year;
  }
  return take(month_value(year, number_of_month), Basis::kDerived);
}

Reading TimexReader::year() {
  if (!year_is_meant()) return Reading::kNoTime;
  if (names_law()) out_->confidence = Confidence::kGuess;
  return take(year_value(year_number()), Basis::kStated);
}

Reading TimexReader::year_range() {
  const int from = year_number();
  int to = digits_at(text("e"));
  const bool short_form = text("e").size() == 2;
  if (short_form) to += from / 100 * 100;
  if (from < kEarliestYear || to > kLatestYear || to <= from || to - from > 150) return Reading::kNoTime;
  if (text("e").size() != 4 && !short_form) return Reading::kNoTime;
  const bool determined = before() != nullptr && before()->classes.has(WordClass::kDeterminer);
  if (short_form && !determined && !is_time_preposition(word_of(before())) && word_of(before()) != "(")
    return Reading::kNoTime;
  take(year_value(from), Basis::kStated);
  const CalendarValue end = year_value(to);
  out_->end = end.value;
  out_->last = end.last;
  return Reading::kRead;
}

// "12/10/2020" on a page of 12 October 2020, or a day or two off: who writes so puts the day first.
bool TimexReader::is_day_of_publication(int year, int month, int day) const {
  constexpr int kNear = 2;
  const CivilDate date = date_of(year, month, day);
  return reference_ && is_valid(date) && std::abs(days_from_civil(date) - days_from_civil(*reference_)) <= kNear;
}

// "2025-08-26", "7/8/2007" (month first unless that is impossible), "2025-08-26T21:30:04+05:30".
Reading TimexReader::numeric() {
  const int year = year_number();
  if (text("y").size() != 4 && text("y").size() != 2) return Reading::kNoTime;
  int month = number("m"), day_number = number("d");
  if (has("a")) {
    month = number("a");
    day_number = number("b");
    if (month > 12 || is_day_of_publication(year, day_number, month)) std::swap(month, day_number);
  }
  const Reading reading = take_day(year, month, day_number, Basis::kStated);
  if (reading != Reading::kRead || !has("d")) return reading;
  const std::string_view rest = text("d");
  if (rest.size() <= 2) return reading;
  if (rest[2] != 'T' && rest[2] != 't') return Reading::kNoTime;
  // The time of day runs on to the next space.
  const std::string_view all = doc_.document->text();
  const std::size_t begin = doc_.token_spans[match_->capture("d").begin].begin + 2;
  out_->value += all.substr(begin, all.find_first_of(" \n\t,;)|", begin) - begin);
  out_->type = TimexType::kTime;
  return reading;
}

Reading TimexReader::weekday_name() {
  const std::string_view written = text("w");
  const RuleToken& token = doc_.tokens[match_->capture("w").begin];
  const int iso = column_number(WordClass::kWeekday, "w");
  const bool whole = written.ends_with("day") || written.ends_with("days") || written.ends_with("DAY");
  if (!whole && !(is_capital(token) && written.ends_with('.'))) return Reading::kNoTime;
  static constexpr std::string_view kIssues[] = {"edition",    "editions", "issue",  "publication", "newspaper",
                                                 "newspapers", "paper",    "papers", "supplement",  "school"};
  if (written.ends_with("days") || (!has("r") && is_one_of(kIssues, word_of(after()))) || is_sunday_paper())
    return Reading::kNoTime;
  const auto wanted = static_cast<Weekday>(iso - 1);
  // "on a Friday afternoon" is any, "a Friday statement" is not.
  const bool any = word_of(before()) == "a" && match_->tokens.begin > sentence_.begin + 1 &&
                   word_of(&doc_.tokens[match_->tokens.begin - 2]) == "on";
  if (!reference_ || (any && !has("r"))) {
    take({open_weekday(wanted), {}, {}}, Basis::kStated);
    take_part_of_day(word("p"));
    return Reading::kRead;
  }
  const int today = static_cast<int>(weekday(*reference_)), ahead = (static_cast<int>(wanted) - today + 7) % 7;
  int days = 0;
  for (int away = 0; has("d") && away < 90; ++away) {  // "Tuesday the 11th": the nearest that is both
    for (const int way : {away, -away}) {
      const CivilDate date = add_days(*reference_, way);
      if (weekday(date) == wanted && date.day == number("d")) return take({to_iso(date), date, date}, Basis::kDerived);
    }
  }
  if (has("d")) return Reading::kNoTime;
  const int steps = relative_steps();
  static constexpr std::string_view kFromNamed[] = {"following", "previous", "preceding"};
  const bool from_named = !has("u") && is_one_of(kFromNamed, word("r"));
  if (from_named && word_of(before()) != "the") return Reading::kNoTime;  // "following Monday's debate"
  if (from_named && anchor_.day) {
    const int on = (static_cast<int>(wanted) - static_cast<int>(weekday(*anchor_.day)) + 7) % 7;
    const int away = steps > 0 ? (on == 0 ? 7 : on) : on - 7;
    take(unit_at(DateUnit::kDay, add_days(*anchor_.day, away)), Basis::kDerived);
    take_part_of_day(word("p"));
    return Reading::kRead;
  }
  if (has("u")) {
    days = static_cast<int>(wanted) - today + 7 * steps;
  } else if (!has("r")) {
    static constexpr std::string_view kUntil[] = {"until", "till", "by", "before", "through", "starting", "beginning"};
    const Tense heard = tense();
    const bool future =
        word_of(before()) != "since" &&
        (is_put_off() || heard == Tense::kFuture || (heard == Tense::kUnknown && is_one_of(kUntil, word_of(before()))));
    days = ahead == 0 ? 0 : future ? ahead : ahead - 7;
  } else if (steps < 0) {
    days = ahead - 7;
  } else if (word("r") == "next") {
    days = static_cast<int>(wanted) - today + 7;
  } else {
    days = steps > 0 ? (ahead == 0 ? 7 : ahead) : static_cast<int>(wanted) - today;
  }
  take(unit_at(DateUnit::kDay, add_days(*reference_, days)), Basis::kDerived);
  if (!has("r") && tense() == Tense::kUnknown) out_->confidence = Confidence::kLikely;
  take_part_of_day(word("p"));
  return Reading::kRead;
}

Reading TimexReader::offset() {
  const int days = std::atoi(std::string(rule_->field("offset")).c_str());
  if (is_in_name()) return Reading::kNoTime;
  const bool nowadays = word_of(before()) == "world" || word_of(before()) == "society";
  if (nowadays) return take({"PRESENT_REF", {}, {}}, Basis::kStated);
  if (reference_) {
    take(unit_at(DateUnit::kDay, add_days(*reference_, days)), Basis::kDerived);
  } else {
    take({days == 0 ? "PRESENT_REF" : open_unit(DateUnit::kDay), {}, {}}, Basis::kStated);
  }
  const std::string_view part = rule_->field("part");
  if (reference_) take_part_of_day(part.empty() ? word("p") : part);
  return Reading::kRead;
}

Reading TimexReader::from_anchor() {
  const int days = std::atoi(std::string(rule_->field("offset")).c_str());
  const std::optional<CivilDate> from = anchor_.day || days == 0 ? anchor_.day : reference_;
  if (!from) return take({open_unit(DateUnit::kDay), {}, {}}, Basis::kStated);
  take(unit_at(DateUnit::kDay, add_days(*from, days)), Basis::kDerived);
  take_part_of_day(word("p"));
  return Reading::kRead;
}

Reading TimexReader::unit() {
  const auto size = date_unit(column(WordClass::kTimeUnit, "u"));
  const bool plural = text("u").ends_with('s');
  if (!size || *size == DateUnit::kDay || plural) return Reading::kNoTime;
  if (!reference_) return take({open_unit(*size), {}, {}}, Basis::kStated);
  int steps = relative_steps();
  static constexpr std::string_view kFromNamed[] = {"following", "previous", "preceding", "before", "after"};
  const bool from_named = is_one_of(kFromNamed, word("r"));
  if ((word("r") == "before" || word("r") == "after") && word_of(before()) != "the") return Reading::kNoTime;
  if (from_named && anchor_.period) return take(unit_from(*size, *anchor_.period, steps), Basis::kDerived);
  if (word("r") == "past" && word_of(before()) == "the") {  // "mailed in the past week": no week of the calendar
    out_->type = TimexType::kDuration;
    out_->value = duration_value(Decimal(1, 0), column(WordClass::kTimeUnit, "u"));
    return Reading::kRead;
  }
  if (*size == DateUnit::kWeekend && steps == 0 && weekday(*reference_) < Weekday::kFriday && tense() == Tense::kPast)
    --steps;
  return take(unit_from(*size, *reference_, steps), Basis::kDerived);
}

Reading TimexReader::duration() {
  const std::string_view code = column(WordClass::kTimeUnit, "u");
  const bool article = word("n") == "a" || word("n") == "an";
  if (is_age() || (code == "Q" && !has("r"))) return Reading::kNoTime;  // "three quarters" is a fraction
  std::optional<Decimal> count = amount();
  if (has("h")) count = Decimal(15, -1);  // "a year and a half"
  const bool half_unit = doc_.tokens[match_->tokens.begin].term == lexicon_.find("half");
  if (half_unit) count = Decimal(5, -1);
  if (!count && has("r") && !has("n") && !text("u").ends_with('s')) count = Decimal(1, 0);  // "the last decade"
  if (!count && has("n")) return Reading::kNoTime;
  if (count && *count == Decimal(0, 0)) return Reading::kNoTime;  // "a zero-day flaw"
  // "One day it will rain", but "One day after the storm"
  const bool some = lower_ascii(text("n")) == "one" && word("u") == "day" && match_->tokens.begin == sentence_.begin;
  if (some && !is_one_of(word_of(after()), {"after", "before", "later", "earlier", "ago", "of"}))
    return Reading::kNoTime;
  out_->basis = Basis::kStated;
  out_->type = TimexType::kDuration;
  if (article && is_rate()) {
    out_->type = TimexType::kSet;
  } else if (article && (code == "D" || code == "TM" || code == "TS" || code == "WE" || code == "Q")) {
    return Reading::kNoTime;
  }
  if (code == "TS" && !text("u").ends_with('s') && count && *count <= Decimal(1, 0))
    return Reading::kNoTime;  // "one second"
  if (half_unit && code == "TH") {
    out_->value = "PT30M";
  } else {
    out_->value = count || !code.starts_with("DE") ? duration_value(count, code) : "PXDE";
  }
  if (has("a")) out_->modifier = look_up(kBounds, word("a"));
  return Reading::kRead;
}

Reading TimexReader::ago() {
  const std::string_view direction = word("g");
  const int sign = direction == "ago" || direction == "earlier" ? -1 : 1;
  const bool relative = direction == "earlier" || direction == "later";
  if (relative && word_of(after()) == "than") return Reading::kNoTime;  // "three days later than planned" is a stretch
  const auto size = date_unit(column(WordClass::kTimeUnit, "u"));
  const std::optional<CivilDate> named = size && *size >= DateUnit::kMonth ? anchor_.period : anchor_.day;
  std::optional<CivilDate> from = relative && named ? named : reference_;
  if (from && text("g") == "from tomorrow") from = add_days(*from, 1);
  const std::optional<Decimal> count = amount();
  const DateUnit unit = size.value_or(DateUnit::kDay);
  if (!count && direction != "later") return take({sign < 0 ? "PAST_REF" : "FUTURE_REF", {}, {}}, Basis::kStated);
  CalendarValue value{open_unit(unit), {}, {}};
  if (!count || !from || !count->is_integer() || *count > Decimal(5000, 0)) return take(value, Basis::kStated);
  int steps = digits_at(count->to_string()) * sign;
  if (!size) {  // hours: the day they lead to, which of a clock not named is anyone's guess
    steps = column(WordClass::kTimeUnit, "u") == "TH" ? steps / 24 : 0;
    if (relative) out_->confidence = Confidence::kGuess;
  }
  const bool decade = unit == DateUnit::kDecade;
  CalendarValue reached = unit_from(decade ? DateUnit::kYear : unit, *from, decade ? steps * 10 : steps);
  // "Ten years later, he died": of a time that was not named.
  if (direction == "later" && reference_ && *reached.first > *reference_ && tense() == Tense::kPast)
    return take(value, Basis::kStated);
  return take(std::move(reached), Basis::kDerived);
}

Reading TimexReader::set() {
  out_->type = TimexType::kSet;
  if (has("w")) {
    const std::uint32_t next = match_->tokens.end;  // "Fridays For Future" is called so
    if (next + 1 < sentence_.end && doc_.token_text(next) == "For" &&
        doc_.tokens[next + 1].shape == TokenShape::kCapitalized)
      return Reading::kNoTime;
    out_->value = open_weekday(static_cast<Weekday>(column_number(WordClass::kWeekday, "w") - 1));
    return Reading::kRead;
  }
  std::optional<Decimal> count = amount();
  if (!count) count = Decimal(has("o") ? number("o") : 1, 0);
  out_->value = duration_value(count, column(WordClass::kTimeUnit, "u"));
  return Reading::kRead;
}

Reading TimexReader::fixed_set() {
  if (is_in_name()) return Reading::kNoTime;
  out_->type = TimexType::kSet;
  out_->value = rule_->field("value");
  return Reading::kRead;
}

Reading TimexReader::season() {
  const TokenSpan span = match_->capture("s");
  const LexiconEntry* entry = lexicon_.entry(WordClass::kSeason, doc_.tokens[span.begin].term);
  if (entry == nullptr || entry->columns.size() < 2) return Reading::kNoTime;
  const int first_month = digits_at(entry->columns[1]);
  const std::string code(entry->columns[0]);
  if (has("y")) return take(season_value(year_number(), code, first_month), Basis::kStated);
  if (!reference_) return take({"XXXX-" + code, {}, {}}, Basis::kStated);
  int year = reference_->year + (match_->capture("r").begin > span.begin ? relative_steps() : 0);
  if (match_->capture("r").begin < span.begin && relative_steps() < 0 &&
      *season_value(year, code, first_month).last >= *reference_)
    --year;
  if (match_->capture("r").begin < span.begin && relative_steps() > 0 &&
      *season_value(year, code, first_month).first <= *reference_)
    ++year;
  return take(season_value(year, code, first_month), Basis::kDerived);
}

Reading TimexReader::quarter() {
  const int which = has("q") ? digits_at(text("q").substr(1)) : number("o");
  if (which < 1 || which > 4) return Reading::kNoTime;
  if (has("y")) return take(quarter_value(year_number(), which), Basis::kStated);
  if (!reference_) return take({"XXXX-Q" + std::to_string(which), {}, {}}, Basis::kStated);
  return take(quarter_value(*relative_year(), which), Basis::kDerived);
}

Reading TimexReader::half() {
  const int which = word("o") == "first" || word("o") == "1st" ? 1 : 2;
  if (has("y")) return take(half_value(year_number(), which), Basis::kStated);
  if (!reference_) return take({"XXXX-H" + std::to_string(which), {}, {}}, Basis::kStated);
  return take(half_value(*relative_year(), which), Basis::kDerived);
}

Reading TimexReader::week_of_year() {
  const bool last = word("o") == "last" || word("o") == "final";
  if (has("m")) {
    const int number_of_month = column_number(WordClass::kMonth, "m");
    if (!has("y") && !reference_) return take({open_month(number_of_month), {}, {}}, Basis::kStated);
    const int year = has("y") ? year_number() : likely_year(number_of_month, 0);
    const int day_number = last ? days_in_month(year, number_of_month) : 1 + 7 * (std::clamp(number("o"), 1, 4) - 1);
    return take(unit_at(DateUnit::kWeek, date_of(year, number_of_month, day_number)),
                has("y") ? Basis::kStated : Basis::kDerived);
  }
  const int year = year_number(), week = last ? weeks_in(year) : number("o");
  if (week < 1 || week > weeks_in(year)) return Reading::kImpossible;
  return take(unit_at(DateUnit::kWeek, first_day(IsoWeek{year, week})), Basis::kStated);
}

Reading TimexReader::decade() {
  static constexpr std::string_view kDecades[] = {"twenties", "thirties",  "forties",  "fifties",
                                                  "sixties",  "seventies", "eighties", "nineties"};
  if (has("t")) {
    const auto* const found = std::ranges::find(kDecades, word("t"));
    return take(decade_value(1920 + 10 * static_cast<int>(found - std::ranges::begin(kDecades))), Basis::kStated);
  }
  const int first = digits_at(text("y"));
  const bool short_form = first < 100;
  if (!short_form && (first < kEarliestYear || first > kLatestYear)) return Reading::kNoTime;  // "two 3080s"
  if (is_age_or_degrees()) return Reading::kNoTime;
  return take(decade_value(short_form ? 1900 + first : first), Basis::kStated);
}

// "in their mid-50s", "with highs in the 50s", "temperatures in the city will climb into the 50s"
bool TimexReader::is_age_or_degrees() const {
  const auto word = [&](std::uint32_t i) { return lower_ascii(doc_.token_text(i)); };
  std::uint32_t i = match_->tokens.begin;
  while (i > sentence_.begin && is_one_of(word(i - 1), {"early", "late", "mid", "-"})) --i;
  if (i == sentence_.begin) return false;
  if (doc_.tokens[i - 1].classes.has(WordClass::kPronoun) && word(i - 1) != "that") return true;
  constexpr std::uint32_t kReach = 12;
  for (std::uint32_t t = std::max(sentence_.begin, i > kReach ? i - kReach : 0); t < i; ++t) {
    if (is_one_of(word(t), {"highs", "lows", "temperatures", "mercury"})) return true;
  }
  return false;
}

Reading TimexReader::century() {
  const int which = number("o");
  return which < 1 || which > 30 || is_before_christ() ? Reading::kNoTime : take(century_value(which), Basis::kStated);
}

// "fiscal 2024-25" is FY2025: a fiscal year is named after the one it ends in.
Reading TimexReader::fiscal() {
  int year = year_number();
  if (has("f")) {  // "FY25"
    const std::string_view written = text("f"), digits = written.substr(2);
    const bool sign = written.starts_with("FY") && (digits.size() == 2 || digits.size() == 4) && is_number(digits);
    if (!sign) return Reading::kNoTime;
    year = digits_at(digits) + (digits.size() == 2 ? 2000 : 0);
  }
  const int end = digits_at(text("e")), last = end < 100 ? year / 100 * 100 + end : end;
  const bool two = last == year + 1;
  const Reading reading = take({"FY" + std::to_string(two ? last : year), {}, {}}, Basis::kStated);
  constexpr int kMost = 10;
  if (has("e") && last > year + 1 && last <= year + kMost) out_->end = "FY" + std::to_string(last);  // "FY2020-22"
  return reading;
}

Reading TimexReader::day_of_month() {
  if (!reference_) return take({open_unit(DateUnit::kDay), {}, {}}, Basis::kStated);
  const CivilDate in_month = *unit_from(DateUnit::kMonth, *reference_, relative_steps()).first;
  return take_day(in_month.year, in_month.month, number("o"), Basis::kDerived);
}

Reading TimexReader::holiday() {
  const std::string_view day = rule_->field("value");
  const int month = digits_at(day), number_of_day = digits_at(day.substr(3));
  if (has("y")) return take_day(year_number(), month, number_of_day, Basis::kStated);
  if (!reference_) return take({open_day(month, number_of_day), {}, {}}, Basis::kStated);
  return take_day(likely_year(month, number_of_day), month, number_of_day, Basis::kDerived);
}

Reading TimexReader::fixed() { return take({std::string(rule_->field("value")), {}, {}}, Basis::kStated); }

Reading TimexReader::clock() {
  const std::string_view digits = text("c");
  if (digits.size() == 4 && is_number(digits)) return clock_without_colon();
  const int hour = digits_at(digits);
  const bool colon = digits.find(':') != std::string_view::npos;
  if (hour > (has("h") ? 12 : 24)) return has("h") && colon && hour < 24 ? Reading::kNoTime : Reading::kImpossible;
  const std::size_t separator = digits.find_first_of(":.");
  if (separator != std::string_view::npos && digits_at(digits.substr(separator + 1)) > 59) return Reading::kImpossible;
  if (!has("h") && !has("z") && is_game_clock()) return Reading::kNoTime;
  if (!has("h") && !has("z") && match_->tokens.size() == 1) {
    const bool placed = is_time_preposition(word_of(before())) || word_of(before()) == "at";
    if (!colon || (separator == 1 && !placed)) return Reading::kNoTime;
  }
  out_->value.clear();
  take_clock();
  return Reading::kRead;
}

// "0745 GMT"
Reading TimexReader::clock_without_colon() {
  const int time = digits_at(text("c"));
  if (has("h") || match_->tokens.size() < 2 || time >= 2400 || time % 100 > 59) return Reading::kNoTime;
  take_clock();
  return Reading::kRead;
}

Reading TimexReader::fixed_clock() {
  out_->type = TimexType::kTime;
  out_->value = rule_->field("value");
  return Reading::kRead;
}

}  // namespace newsloupe
