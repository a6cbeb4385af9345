#include "core/compare/timeline.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "core/compare/clause.h"
#include "core/compare/disjoint_sets.h"
#include "core/compare/overlap.h"

namespace newsloupe {
namespace {

// A dated statement of one article.
struct Statement {
  std::uint32_t article = 0, story = 0;
  const Timex* time = nullptr;
  TextSpan clause, sentence;
  std::string event;  // kind of event, empty where none was read
  EventStatus status = EventStatus::kHappened;
  std::vector<WeightedWord> content;  // of the clause, without the time itself
};

bool is_dated(const Timex& time) {
  return (time.type == TimexType::kDate || time.type == TimexType::kTime) && time.first && time.last &&
         time.confidence != Confidence::kGuess && !time.value.ends_with("_REF");
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

std::vector<Statement> statements_of(const Comparison& comparison, const SetWords& set, std::uint32_t a) {
  const Article& article = *comparison.articles[a].article;
  const ArticleWords& words = set[a];
  std::vector<Statement> result;
  for (std::size_t t = 0; t < article.resolution.times.size(); ++t) {
    const Timex& time = article.resolution.times[t];
    const std::size_t s = words.sentence_at(time.span.begin);
    if (!is_dated(time) || s == words.sentences.size() || !is_body(words.sentences[s].paragraph_class)) continue;
    Statement statement;
    statement.article = a;
    statement.story = comparison.articles[a].story;
    statement.time = &time;
    statement.sentence = words.sentences[s].span;
    statement.clause = clause_around(article, words, statement.sentence, time.span);
    if (const Event* event = event_at(article, statement.sentence, Id<Timex>(t), statement.clause)) {
      statement.event = event->label;
      statement.status = event->status;
    }
    for (const WeightedWord& word : content_of(set, a, words.words_in({statement.clause.begin, time.span.begin}))) {
      statement.content.push_back(word);
    }
    for (const WeightedWord& word : content_of(set, a, words.words_in({time.span.end, statement.clause.end}))) {
      statement.content.push_back(word);
    }
    result.push_back(std::move(statement));
  }
  return result;
}

// The same event on the same day.
bool is_same_event(const Statement& x, const Statement& y) {
  if (x.article == y.article) return x.clause.overlaps(y.clause);
  const Overlap overlap = overlap_of(x.content, y.content);
  const bool same_kind = !x.event.empty() && x.event == y.event;
  if (same_kind && overlap.words >= 1 && overlap.of_lighter >= 250) return true;
  if (overlap.words >= 3 && overlap.of_lighter >= 400) return true;
  return overlap.words >= 2 && overlap.of_lighter >= 550;
}

// What a timeline entry is called: the shortest clause that still says enough, of the first article that has one.
const Statement& best_clause(const std::vector<const Statement*>& members) {
  const auto rank = [](const Statement* s) {
    const std::size_t length = s->clause.size();
    return std::pair(s->content.size() < 2 ? 2 : length > 120 ? 1 : 0, s->article);
  };
  return **std::min_element(members.begin(), members.end(),
                            [&](const Statement* x, const Statement* y) { return rank(x) < rank(y); });
}

TimelineEntry entry_from(const Comparison& comparison, const std::vector<const Statement*>& members) {
  TimelineEntry entry;
  const Statement& named = best_clause(members);
  entry.first = *named.time->first;
  entry.last = *named.time->last;
  entry.label = label_of(*comparison.articles[named.article].article, named.clause);
  entry.status = named.status;
  // The finest value that was given: of "Saturday" and "Saturday at four" the day.
  entry.value = members.front()->time->value;
  entry.end = members.front()->time->end;
  for (const Statement* s : members) {
    if (s->time->value.size() < entry.value.size()) {
      entry.value = s->time->value;
      entry.end = s->time->end;
    }
    entry.members.push_back({{ArticleIndex(std::size_t{s->article}), s->time->span, s->time->rule}, s->time->basis});
  }
  return entry;
}

}  // namespace

std::vector<TimelineEntry> find_timeline(const Comparison& comparison, const SetWords& words) {
  std::vector<Statement> statements;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    std::vector<Statement> of_article = statements_of(comparison, words, a);
    std::move(of_article.begin(), of_article.end(), std::back_inserter(statements));
  }
  std::map<std::pair<CivilDate, CivilDate>, std::vector<std::size_t>> by_days;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    by_days[{*statements[s].time->first, *statements[s].time->last}].push_back(s);
  }
  std::vector<TimelineEntry> timeline;
  for (const auto& [days, same_day] : by_days) {
    DisjointSets sets(same_day.size());
    for (std::size_t i = 0; i < same_day.size(); ++i) {
      for (std::size_t j = i + 1; j < same_day.size(); ++j) {
        if (is_same_event(statements[same_day[i]], statements[same_day[j]])) sets.unite(i, j);
      }
    }
    for (const std::vector<std::size_t>& set : sets.sets()) {
      std::vector<const Statement*> members;
      for (const std::size_t i : set) members.push_back(&statements[same_day[i]]);
      timeline.push_back(entry_from(comparison, members));
    }
  }
  return timeline;
}

}  // namespace newsloupe
