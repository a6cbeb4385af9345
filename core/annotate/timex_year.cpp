// The year of a day or a month that is named without one.
#include <algorithm>
#include <cstdlib>

#include "core/annotate/timex_reader.h"
#include "core/annotate/timex_words.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr int kSlack = 31;  // tense is a weak witness against a date close by
constexpr int kSeason = 75;

int months_between(CivilDate from, CivilDate to) { return (to.year - from.year) * 12 + to.month - from.month; }

}  // namespace

// "He saw a doctor in November 2016. ... By December, he could not walk": the first such month behind the one that the
// passage tells of, where it is near. "That May" is in the year of the passage, too.
std::optional<int> TimexReader::told_year(int month, int day, bool opening) const {
  const bool that = word_of(before()) == "that";
  if (!anchor_.told || (!opening && !that)) return std::nullopt;
  constexpr int kMonthsOn = 3;
  CivilDate date = date_of(anchor_.told->year, month, std::max(day, 1));
  if (that) return date.year;
  if (day == 0 ? month < anchor_.told->month : date <= *anchor_.told) ++date.year;
  const bool near = months_between(*anchor_.told, date) <= kMonthsOn && date <= *reference_;
  return near ? std::optional<int>(date.year) : std::nullopt;
}

// "Friday, July 22": the year in which it is one; `nearest` where that is close, because weekdays are often mistaken.
std::optional<int> TimexReader::year_by_weekday(CivilDate nearest) const {
  constexpr int kMistaken = 14, kLongAgo = 200;
  if (!has("w")) return std::nullopt;
  if (std::abs(days_from_civil(nearest) - days_from_civil(*reference_)) <= kMistaken) return nearest.year;
  const auto wanted = static_cast<Weekday>(column_number(WordClass::kWeekday, "w") - 1);
  for (const int step : {0, -1, 1}) {
    const CivilDate date = date_of(reference_->year + step, nearest.month, nearest.day);
    const bool likely = date > add_days(*reference_, -kLongAgo);
    if (likely && is_valid(date) && weekday(date) == wanted) return date.year;
  }
  return std::nullopt;
}

// "He was due to be released in September": of a plan of then.
bool TimexReader::was_planned() const {
  static constexpr std::string_view kPlanned[] = {"due", "set", "scheduled", "expected", "supposed", "slated", "meant"};
  constexpr std::uint32_t kReach = 14;
  const std::uint32_t end = match_->tokens.begin, from = std::max(sentence_.begin + kReach, end) - kReach;
  for (std::uint32_t i = from; i + 1 < end; ++i) {
    const std::string_view word = word_of(&doc_.tokens[i]);
    if ((word == "was" || word == "were") && is_one_of(kPlanned, word_of(&doc_.tokens[i + 1]))) return true;
  }
  return false;
}

// The nearest year that the tense allows, unless the passage tells of another time.
int TimexReader::likely_year(int month, int day) {
  const int center = reference_->year, middle = day == 0 ? 15 : day;
  const auto distance = [&](int year) {
    const int last = days_in_month(year, month);
    return days_from_civil(date_of(year, month, std::min(middle, last))) - days_from_civil(*reference_);
  };
  int nearest = center;
  for (const int year : {center - 1, center + 1}) {
    if (std::abs(distance(year)) < std::abs(distance(nearest))) nearest = year;
  }
  if (const auto year = day == 0 ? std::nullopt : year_by_weekday(date_of(nearest, month, day))) return *year;
  const PastCue cue = past_cue(doc_, sentence_, match_->tokens.begin, lexicon_);
  if (const std::optional<int> told = told_year(month, day, cue == PastCue::kOpening)) {
    out_->confidence = Confidence::kLikely;
    return *told;
  }
  const Tense heard = cue == PastCue::kNone ? tense() : Tense::kPast;
  const bool ahead = distance(nearest) > 0 && (day != 0 || nearest != center || month != reference_->month);
  const bool close = distance(nearest) <= kSlack;
  if (heard == Tense::kPast && ahead && (!close || cue != PastCue::kNone)) {
    // Who writes of last year's December in November says so: there may be another time that the passage tells of.
    if (close && cue != PastCue::kSince) out_->confidence = Confidence::kGuess;
    return nearest - 1;
  }
  // "must file their February reports": a month that only names a thing has no tense.
  const bool names =
      day == 0 && before() != nullptr && before()->classes.has_any(WordClass::kDeterminer | WordClass::kPronoun);
  const int slack = names || was_planned() ? kSeason : kSlack;
  if (heard == Tense::kFuture && distance(nearest) < -slack) return nearest + 1;
  // The dates of a tour or a season, one below the other without verbs, go on from a day that lies ahead.
  const std::uint32_t behind = match_->tokens.end;
  const std::string_view mark = behind < sentence_.end ? doc_.token_text(behind) : std::string_view();
  const bool listed = heard == Tense::kUnknown && (match_->tokens.begin == sentence_.begin || mark == "-" ||
                                                   mark == "\u2013" || mark == "\u2014" || mark == ":");
  if (listed && anchor_.day && *anchor_.day > *reference_ && distance(nearest) < 0) return nearest + 1;
  return nearest;
}

}  // namespace newsloupe
