// Reads the value of an expression of time that a rule has found.
#pragma once

#include <optional>
#include <string_view>

#include "core/annotate/annotations.h"
#include "core/annotate/tense.h"
#include "core/annotate/timex_value.h"
#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

enum class Reading : std::uint8_t {
  kRead,
  kNoTime,      // these words are no time here; fewer of them may be
  kImpossible,  // a day that does not exist: nothing in these words is a time
};

// One reader for each `form` of timex.rules. `reference` is the publication date; `anchor` what was named
// before, from which "the next day" counts.
class TimexReader {
 public:
  TimexReader(const SegmentedDocument& doc, std::optional<CivilDate> reference, const Lexicon& lexicon)
      : doc_(doc), reference_(reference), lexicon_(lexicon) {}

  // What was named before: the last day, the last stretch of the calendar, a year or less, and the month or day of
  // the past that the passage tells of, until it returns to the present.
  struct Anchor {
    std::optional<CivilDate> day, period, told;
  };
  // Fills `out` but for the span and the rule.
  Reading read(const RuleMatch& match, const Rule& rule, TokenSpan sentence, const Anchor& anchor, Timex& out);

 private:
  using Form = Reading (TimexReader::*)();
  static Form form_named(std::string_view name);

  Reading day();
  Reading day_range();
  Reading month();
  Reading year();
  Reading year_range();
  Reading numeric();
  Reading weekday_name();
  Reading offset();
  Reading from_anchor();
  Reading unit();
  Reading duration();
  Reading ago();
  Reading set();
  Reading fixed_set();
  Reading season();
  Reading quarter();
  Reading half();
  Reading week_of_year();
  Reading decade();
  Reading century();
  Reading fiscal();
  Reading day_of_month();
  Reading holiday();
  Reading fixed();
  Reading clock();
  Reading clock_without_colon();
  Reading fixed_clock();

  // What the rule captured.
  [[nodiscard]] bool has(std::string_view name) const { return !match_->capture(name).empty(); }
  [[nodiscard]] std::string_view word(std::string_view name) const;  // the first captured word, folded
  [[nodiscard]] std::string_view text(std::string_view name) const {
    return doc_.text(doc_.text_from_tokens(match_->capture(name)));
  }
  [[nodiscard]] int number(std::string_view name) const;  // of digits or an ordinal; -1 for neither
  [[nodiscard]] int year_number() const;                  // "25" is 2025; -1 where no year was captured
  [[nodiscard]] std::string_view column(WordClass c, std::string_view name) const;
  [[nodiscard]] int column_number(WordClass c, std::string_view name) const;
  [[nodiscard]] std::optional<Decimal> amount() const;

  // What stands around the match.
  [[nodiscard]] const RuleToken* before() const;
  [[nodiscard]] const RuleToken* after() const;
  [[nodiscard]] std::string_view word_of(const RuleToken* token) const;
  [[nodiscard]] Tense tense() const { return tense_near(doc_, sentence_, match_->tokens.begin, lexicon_); }
  [[nodiscard]] bool month_is_meant() const;
  [[nodiscard]] bool signs_by_month() const;
  [[nodiscard]] bool year_is_meant() const;
  [[nodiscard]] bool is_game_clock() const;
  [[nodiscard]] bool was_planned() const;
  [[nodiscard]] bool is_house_number() const;
  [[nodiscard]] bool is_age() const;
  [[nodiscard]] bool is_in_name() const;
  [[nodiscard]] bool is_signature() const;
  [[nodiscard]] bool is_age_or_degrees() const;
  [[nodiscard]] bool is_day_of_publication(int year, int month, int day) const;
  [[nodiscard]] bool names_law() const;
  [[nodiscard]] bool is_before_christ() const;
  [[nodiscard]] bool is_put_off() const;
  [[nodiscard]] bool is_sunday_paper() const;
  [[nodiscard]] bool is_rate() const;

  [[nodiscard]] int relative_steps() const;  // of the captured "last", "this", "next"
  [[nodiscard]] std::optional<int> relative_year() const;
  // Of a month, or a day of it, that is named without a year; `day` is 0 for the whole month. Unsure ones lower the
  // confidence.
  int likely_year(int month, int day);
  [[nodiscard]] std::optional<int> told_year(int month, int day, bool opening) const;
  [[nodiscard]] std::optional<int> year_by_weekday(CivilDate nearest) const;
  Reading take(CalendarValue value, Basis basis);
  Reading take_day(int year, int month, int day_number, Basis basis);
  void take_part_of_day(std::string_view part);
  void take_position();
  void take_clock();

  const SegmentedDocument& doc_;
  std::optional<CivilDate> reference_;
  const Lexicon& lexicon_;
  // Of the expression being read.
  const RuleMatch* match_ = nullptr;
  const Rule* rule_ = nullptr;
  TokenSpan sentence_;
  Anchor anchor_;
  Timex* out_ = nullptr;
};

}  // namespace newsloupe
