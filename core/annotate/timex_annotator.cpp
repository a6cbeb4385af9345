// Expressions of time: rules find them, TimexReader reads them, ranges are joined and clock times get their day.
#include "core/annotate/annotate.h"
#include "core/annotate/timex_reader.h"

#include <algorithm>

namespace newsloupe {
namespace {

class TimexAnnotator {
 public:
  TimexAnnotator(const SegmentedDocument& doc, std::optional<CivilDate> reference, const Resources& resources)
      : doc_(doc), reference_(reference), resources_(resources), reader_(doc, reference, resources.lexicon) {}

  Layer<Timex> run() {
    for (const Paragraph& paragraph : doc_.paragraphs) {
      if (paragraph.paragraph_class == ParagraphClass::kByline) read_range(paragraph.tokens);
    }
    anchor_ = {};
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : doc_.sentences) {
      paragraphs_ += sentence.paragraph != paragraph ? 1 : 0;
      paragraph = sentence.paragraph;
      if (paragraphs_ > told_in_ + 1) anchor_.told = std::nullopt;
      read_range(sentence.tokens);
    }
    return Layer<Timex>(std::move(found_));
  }

 private:
  void read_range(TokenSpan range) {
    const std::size_t first = found_.size();
    read_sentence(range);
    share_years(first);
    join_ranges(range, first);
    give_days(first);
  }
  void read_sentence(TokenSpan sentence);
  bool read_match(RuleMatch match, TokenSpan sentence, std::uint32_t& end);
  [[nodiscard]] TokenSpan marked_tokens(const RuleMatch& match, const Rule& rule, TokenSpan sentence) const;
  void share_years(std::size_t first);
  void join_ranges(TokenSpan sentence, std::size_t first);
  bool try_add(Timex& from, const Timex& to) const;
  [[nodiscard]] bool touch(const Timex& clock, const Timex& day) const;
  bool try_join(TokenSpan sentence, Timex& from, const Timex& to) const;
  void give_days(std::size_t first);
  void remember(const Timex& timex);
  [[nodiscard]] std::string_view word(std::uint32_t token) const {
    return resources_.lexicon.word(doc_.tokens[token].term);
  }

  const SegmentedDocument& doc_;
  std::optional<CivilDate> reference_;
  const Resources& resources_;
  TimexReader reader_;
  TimexReader::Anchor anchor_;
  std::uint32_t paragraphs_ = 0, day_in_ = 0, told_in_ = 0;  // with sentences, so far; when an anchor was named
  std::vector<Timex> found_;
};

void TimexAnnotator::read_sentence(TokenSpan sentence) {
  RuleMatch match;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    std::uint32_t end = at + 1;
    if (resources_.timex_rules.match_at(doc_.tokens, at, sentence, match)) read_match(match, sentence, end);
    at = end;
  }
}

// Reads a match, or the longest shorter one that can be read. `end` is where to go on.
bool TimexAnnotator::read_match(RuleMatch match, TokenSpan sentence, std::uint32_t& end) {
  const std::uint32_t begin = match.tokens.begin;
  for (;;) {
    Timex timex;
    const Rule& rule = resources_.timex_rules.rules()[match.rule];
    const Reading reading = reader_.read(match, rule, sentence, anchor_, timex);
    if (reading == Reading::kImpossible) {
      end = match.tokens.end;
      return false;
    }
    if (reading == Reading::kRead) {
      const TokenSpan tokens = marked_tokens(match, rule, sentence);
      timex.span = doc_.text_from_tokens(tokens);
      // A time with its zone written as one run of signs ("...T21:30:04+05:30") is longer than its tokens say.
      if (timex.type == TimexType::kTime && timex.value.size() > 16 && rule.field("form") == "numeric") {
        timex.span.end = timex.span.begin + static_cast<std::uint32_t>(timex.value.size());
      }
      timex.rule = rule.id();
      // "That day" of another paragraph may be any.
      if (rule.field("form") == "from_anchor" && day_in_ != paragraphs_) timex.confidence = Confidence::kGuess;
      end = std::max(tokens.end, begin + 1);
      while (end < sentence.end && doc_.token_spans[end].begin < timex.span.end) ++end;
      remember(timex);
      found_.push_back(std::move(timex));
      return true;
    }
    const TokenSpan shorter{sentence.begin, match.tokens.end - 1};
    if (shorter.end <= begin || !resources_.timex_rules.match_at(doc_.tokens, begin, shorter, match)) return false;
  }
}

// A month or a day that is clearly past is what the passage tells of; what is named of the present ends that.
void TimexAnnotator::remember(const Timex& timex) {
  constexpr int kPresent = 62;  // days before publication
  if (timex.value == "PRESENT_REF") anchor_.told = std::nullopt;
  if (!timex.first) return;
  if (timex.first == timex.last) {
    anchor_.day = timex.first;
    day_in_ = paragraphs_;
  }
  if (timex.last < add_days(*timex.first, 366)) anchor_.period = timex.first;
  if (!reference_) return;
  const bool past = *timex.last < add_days(*reference_, -kPresent), fine = *timex.last < add_days(*timex.first, 31);
  const bool goes_on = timex.basis == Basis::kStated || (anchor_.told && timex.first > anchor_.told);
  anchor_.told = past && fine && goes_on ? timex.first : std::nullopt;
  told_in_ = paragraphs_;
}

TokenSpan TimexAnnotator::marked_tokens(const RuleMatch& match, const Rule& rule, TokenSpan sentence) const {
  TokenSpan tokens = match.capture("x");
  if (tokens.empty()) tokens = match.tokens;
  const bool article =
      rule.field("article") == "yes" && tokens.begin > sentence.begin && word(tokens.begin - 1) == "the";
  if (article) --tokens.begin;
  return tokens;
}

void TimexAnnotator::join_ranges(TokenSpan sentence, std::size_t first) {
  for (std::size_t i = first; i + 1 < found_.size();) {
    if (try_add(found_[i], found_[i + 1]) || try_join(sentence, found_[i], found_[i + 1])) {
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

// "three years and six months", "2 hours, 5 minutes and 13 seconds": one duration, "P3Y6M".
bool TimexAnnotator::try_add(Timex& from, const Timex& to) const {
  constexpr std::string_view kOrder = "YMWD.HMS";  // behind the dot, units of a clock
  if (from.type != TimexType::kDuration || to.type != TimexType::kDuration || !to.modifier.empty()) return false;
  std::uint32_t link = doc_.token_from(from.span.end);
  const std::uint32_t next = doc_.token_from(to.span.begin);
  if (link < next && doc_.token_text(link) == ",") ++link;
  if (link < next && word(link) == "and") ++link;
  if (link != next) return false;
  const auto rank = [&](const std::string& value) { return kOrder.find(value.back(), value[1] == 'T' ? 5 : 0); };
  const auto counts = [](const std::string& value) {  // whole units, each named once
    return value.find_first_of(".X") == std::string::npos && value[value.size() - 2] != 'D' &&
           value[value.size() - 2] != 'W';
  };
  const std::size_t a = rank(from.value), b = rank(to.value);
  if (b == std::string::npos || a >= b || !counts(from.value) || !counts(to.value)) return false;
  const bool clock = from.value.find('T') != std::string::npos;
  from.value += to.value.substr(clock ? 2 : 1);
  from.span.end = to.span.end;
  return true;
}

bool is_day_or_month(const Timex& timex) {
  return timex.type == TimexType::kDate && timex.first && timex.end.empty() && timex.modifier.empty() &&
         (timex.value.size() == 7 || timex.value.size() == 10) && timex.value.find('W') == std::string::npos &&
         timex.value.find('Q') == std::string::npos && timex.value.find('H') == std::string::npos;
}

// "in June and July of 2009": the year behind the last is that of all.
void TimexAnnotator::share_years(std::size_t first) {
  for (std::size_t i = found_.size(); i > first + 1; --i) {
    Timex& from = found_[i - 2];
    const Timex& to = found_[i - 1];
    const bool open = from.basis == Basis::kDerived && to.basis == Basis::kStated && from.rule == to.rule;
    const bool named = from.rule.name() == "date.month" || from.rule.name() == "date.day";
    if (!open || !named || !is_day_or_month(from) || !is_day_or_month(to)) continue;
    const std::uint32_t link = doc_.token_from(from.span.end);
    const bool joined = word(link) == "and" || word(link) == "or";
    if (!joined || doc_.token_from(to.span.begin) != link + 1) continue;
    const CivilDate begin = *from.first, end = *to.first;
    const int year = end.year - (begin.month > end.month || (begin.month == end.month && begin.day > end.day) ? 1 : 0);
    CivilDate day = begin;
    day.year = static_cast<std::int16_t>(year);
    if (!is_valid(day)) continue;
    const bool whole = from.value.size() == 7;
    const CalendarValue value = whole ? month_value(year, begin.month) : unit_at(DateUnit::kDay, day);
    from.value = value.value;
    from.first = value.first;
    from.last = value.last;
    from.basis = Basis::kStated;
    from.confidence = Confidence::kSure;
  }
}

// "from June 26 to June 28, 2020", "Feb 28th to March 1st", "between May 3 and May 9": one range.
bool TimexAnnotator::try_join(TokenSpan sentence, Timex& from, const Timex& to) const {
  if (!is_day_or_month(from) || !is_day_or_month(to) || from.value.size() != to.value.size()) return false;
  const std::uint32_t link = doc_.token_from(from.span.end), next = doc_.token_from(to.span.begin),
                      own = doc_.token_from(from.span.begin);
  if (next != link + 1) return false;
  const std::string_view joint = word(link), before = own > sentence.begin ? word(own - 1) : std::string_view();
  const bool dash = joint == "-" || joint == "\xE2\x80\x93" || joint == "\xE2\x80\x94";
  const bool runs = dash || joint == "to" || joint == "through" || joint == "until" || joint == "till";
  if (!runs && !(joint == "and" && before == "between")) return false;
  const bool opened = before == "from" || before == "between";
  if (from.basis == Basis::kDerived && to.basis == Basis::kStated) {  // the year is said once, at the end
    CivilDate begin = *from.first;
    begin.year = to.first->year;
    if (begin > *to.first) --begin.year;
    if (!is_valid(begin)) return false;
    from.first = begin;
    from.value = to_iso(begin).substr(0, from.value.size());
    from.basis = Basis::kStated;
  }
  CivilDate last = *to.last;
  const bool weekdays = from.rule.name() == "date.weekday" && to.rule.name() == from.rule.name();
  if (weekdays && last < *from.first) last = add_days(last, 7);  // "from Friday to Sunday"
  if (*from.first >= last) return false;
  from.end = weekdays ? to_iso(last) : to.value;
  from.last = last;
  from.span.end = to.span.end;
  if (opened) from.span.begin = doc_.token_spans[own - 1].begin;
  return true;
}

// "10:30 p.m. Aug. 9", "6 p.m. on Saturday": nothing but a small word between them.
bool TimexAnnotator::touch(const Timex& clock, const Timex& day) const {
  const std::uint32_t behind = doc_.token_from(clock.span.end), next = doc_.token_from(day.span.begin);
  return next == behind || (next == behind + 1 && (word(behind) == "on" || word(behind) == ","));
}

// A clock time belongs to the day that touches it, else to the one named nearest before it in the sentence, else after
// it, else to the last day named, else to the day of publication.
void TimexAnnotator::give_days(std::size_t first) {
  const auto day_of = [&](std::size_t i) -> std::optional<CivilDate> {
    const Timex& timex = found_[i];
    const bool names_day = timex.type == TimexType::kDate || timex.rule.name() == "time.next_part";
    const bool one_day = names_day && timex.first && timex.first == timex.last;
    return one_day ? timex.first : std::nullopt;
  };
  for (std::size_t i = first; i < found_.size(); ++i) {
    Timex& timex = found_[i];
    if (timex.type != TimexType::kTime || !timex.value.starts_with('T')) continue;
    std::optional<CivilDate> day;
    if (i + 1 < found_.size() && touch(timex, found_[i + 1])) day = day_of(i + 1);
    for (std::size_t j = i; j > first && !day; --j) day = day_of(j - 1);
    for (std::size_t j = i + 1; j < found_.size() && !day; ++j) day = day_of(j);
    // "on 4 and 5 November between 9am and 2pm": on the first of them, too.
    for (std::size_t j = i; j > first && !day; --j) {
      if (found_[j - 1].type != TimexType::kDate || found_[j - 1].end.empty() || !found_[j - 1].first) continue;
      day = found_[j - 1].first;
      timex.confidence = Confidence::kGuess;
    }
    if (!day) day = anchor_.day ? anchor_.day : reference_;
    if (!day) continue;
    timex.value = to_iso(*day) + timex.value;
    timex.first = timex.last = day;
    timex.basis = Basis::kDerived;
  }
}

}  // namespace

Layer<Timex> annotate_times(const SegmentedDocument& doc, std::optional<CivilDate> reference,
                            const Resources& resources) {
  return TimexAnnotator(doc, reference, resources).run();
}

}  // namespace newsloupe
