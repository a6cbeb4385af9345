#include "core/compare/dated_statements.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/compare/clause.h"

namespace newsloupe {
namespace {

constexpr std::int32_t kMostDaysApart = 10;  // what lies further apart is rather another event than another date

bool is_dated(const Timex& time) {
  return (time.type == TimexType::kDate || time.type == TimexType::kTime) && time.first && time.last &&
         time.confidence != Confidence::kGuess && !time.value.ends_with("_REF");
}

// A time of day that names no day ("21:00", "9 p.m."): its day is worked out, and not worth an entry of its own.
bool is_bare_clock(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters += c;
  }
  static constexpr std::array<std::string_view, 7> kClockWords = {"", "am", "pm", "AM", "PM", "gmt", "GMT"};
  return std::find(kClockWords.begin(), kClockWords.end(), letters) != kClockWords.end();
}

// The sentence speaks of the other's day, too: then it does not put the event on its own day alone.
bool mentions_days_of(const DatedStatement& x, const DatedStatement& y) {
  return std::any_of(x.other_days.begin(), x.other_days.end(),
                     [&](const auto& days) { return days.first <= *y.time->last && *y.time->first <= days.second; });
}

const Event* event_at(const Article& article, TextSpan sentence, Id<Timex> time, TextSpan clause) {
  const Event* inside = nullptr;
  for (const Event& event : article.resolution.events) {
    if (!sentence.contains(event.trigger)) continue;
    if (event.when.valid() && event.when == time) return &event;
    if (inside == nullptr && !event.when.valid() && clause.contains(event.trigger)) inside = &event;
  }
  return inside;
}

std::vector<WeightedWord> content_without(const SetWords& set, std::uint32_t article, TextSpan span, TextSpan time) {
  const ArticleWords& words = set[article];
  std::vector<WeightedWord> content = content_of(set, article, words.words_in({span.begin, time.begin}));
  const std::vector<WeightedWord> rest = content_of(set, article, words.words_in({time.end, span.end}));
  content.insert(content.end(), rest.begin(), rest.end());
  return content;
}

// "today", "last night"
bool counts_from_publication(const Timex& time) {
  static constexpr std::array<std::string_view, 8> kRules = {"date.today",        "date.yesterday",  "date.tomorrow",
                                                             "date.two_days",     "time.tonight",    "time.last_night",
                                                             "time.this_morning", "date.in_two_days"};
  return std::find(kRules.begin(), kRules.end(), std::string_view(time.rule.name())) != kRules.end();
}

bool is_one_day(const DatedStatement& s) { return *s.time->first == *s.time->last; }

// All words by which one clause names the event stand in the other sentence.
bool is_named_in(const DatedStatement& x, const DatedStatement& y) {
  const Overlap overlap = overlap_of(x.content, y.context);
  return overlap.words >= 4 && overlap.of_lighter >= 640 && overlap.words * 5 >= x.content.size() * 4;
}

// Both say that the same kind of thing happened on their day. What is said again and again (statements, talks) is no
// other date of one event.
bool is_one_kind(const DatedStatement& x, const DatedStatement& y) {
  static constexpr std::array<std::string_view, 6> kRepeated = {"statement", "announcement", "talks",
                                                                "meeting",   "call",         "briefing"};
  if (x.event == nullptr || y.event == nullptr || x.event->label != y.event->label) return false;
  return std::find(kRepeated.begin(), kRepeated.end(), x.event->label) == kRepeated.end();
}

// False where both sentences name somebody and nobody they share.
bool may_be_one_actor(const DatedStatement& x, const DatedStatement& y) {
  bool names_x = false, names_y = false;
  for (const WeightedWord& word : y.context) names_y = names_y || word.name;
  for (const WeightedWord& word : x.context) {
    if (!word.name) continue;
    names_x = true;
    for (const WeightedWord& other : y.context) {
      if (other.name && other.stem == word.stem) return true;
    }
  }
  return !names_x || !names_y;
}

}  // namespace

std::vector<DatedStatement> dated_statements(const Comparison& comparison, const SetWords& set, std::uint32_t a) {
  const Article& article = *comparison.articles[a].article;
  const ArticleWords& words = set[a];
  std::vector<DatedStatement> result;
  for (std::size_t t = 0; t < article.resolution.times.size(); ++t) {
    const Timex& time = article.resolution.times[t];
    const std::size_t s = words.sentence_at(time.span.begin);
    if (!is_dated(time) || s == words.sentences.size() || !is_body(words.sentences[s].paragraph_class)) continue;
    if (time.type == TimexType::kTime && is_bare_clock(article.text(time.span))) continue;
    DatedStatement statement;
    statement.article = a;
    statement.story = comparison.articles[a].story;
    statement.time = &time;
    statement.sentence = words.sentences[s].span;
    statement.clause = clause_around(article, words, statement.sentence, time.span);
    statement.event = event_at(article, statement.sentence, Id<Timex>(t), statement.clause);
    if (statement.event != nullptr) statement.status = statement.event->status;
    const std::optional<CivilDate>& published = article.metadata.published.date;
    const bool own_day = statement.event != nullptr && statement.event->when.valid();
    if (statement.status == EventStatus::kPlanned && !own_day && published && *time.last < *published) {
      statement.status = EventStatus::kHappened;  // "wrote on Aug. 6, asking him to postpone the vote"
    }
    if (statement.status == EventStatus::kHappened && published && *published < *time.first) {
      statement.status = EventStatus::kPlanned;  // nothing of a day to come has happened
    }
    statement.content = content_without(set, a, statement.clause, time.span);
    statement.context = content_without(set, a, statement.sentence, time.span);
    for (const Timex& other : article.resolution.times.beginning_in(statement.sentence)) {
      if (&other != &time && other.first && other.last) statement.other_days.emplace_back(*other.first, *other.last);
    }
    result.push_back(std::move(statement));
  }
  return result;
}

bool tell_one_event(const DatedStatement& x, const DatedStatement& y) {
  if (x.article == y.article) return x.clause.overlaps(y.clause);
  const Overlap overlap = overlap_of(x.content, y.content);
  const bool same_kind = x.event != nullptr && y.event != nullptr && x.event->label == y.event->label;
  if (same_kind && overlap.words >= 1 && overlap.of_lighter >= 250) return true;
  if (overlap.words >= 3 && overlap.of_lighter >= 400) return true;
  return overlap.words >= 2 && overlap.of_lighter >= 480;
}

bool tell_one_event_on_other_days(const DatedStatement& x, const DatedStatement& y) {
  if (x.article == y.article || x.story != y.story || x.status != y.status || !is_one_day(x) || !is_one_day(y)) {
    return false;
  }
  const std::int32_t days = days_from_civil(*x.time->first) - days_from_civil(*y.time->first);
  if (days == 0 || std::abs(days) > kMostDaysApart) return false;
  if (mentions_days_of(x, y) || mentions_days_of(y, x)) return false;
  if (x.time->confidence != Confidence::kSure || y.time->confidence != Confidence::kSure) return false;
  // "This morning" is another day where the paper is printed a day ahead.
  if (std::abs(days) == 1 && (counts_from_publication(*x.time) || counts_from_publication(*y.time))) return false;
  return is_one_kind(x, y) && may_be_one_actor(x, y) && (is_named_in(x, y) || is_named_in(y, x));
}

}  // namespace newsloupe
