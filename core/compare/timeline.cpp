#include "core/compare/timeline.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/compare/clause.h"
#include "core/compare/dated_statements.h"
#include "core/compare/disjoint_sets.h"
#include "core/compare/statement_label.h"

namespace newsloupe {
namespace {

using Statements = std::vector<DatedStatement>;
using Indices = std::vector<std::size_t>;  // into Statements

// What a timeline entry is called: a clause that says enough and is not too long, of the first article that has one.
const DatedStatement& best_clause(const Statements& all, const Indices& members) {
  const auto rank = [&](std::size_t i) {
    const DatedStatement& s = all[i];
    const bool thin = s.content.size()<2, lengthy = s.clause.size()> 120;
    return (thin ? 4 : 0) + (lengthy ? 2 : 0) + (s.event == nullptr ? 1 : 0);
  };
  return all[*std::min_element(members.begin(), members.end(), [&](std::size_t x, std::size_t y) {
    return std::pair(rank(x), x) < std::pair(rank(y), y);
  })];
}

constexpr std::uint32_t kLongestEntry = 140;  // bytes of a label

// "When the council met on Tuesday", "Weaver said the vote proved that": no statement without what follows.
bool goes_on(const Article& article, TextSpan clause) {
  static constexpr PlainWords kJoints({"when", "while", "after", "before", "since", "as", "because", "if", "although",
                                       "though", "until", "once", "unless", "despite", "amid", "during"});
  constexpr WordClasses kOpen = WordClass::kPreposition | WordClass::kConjunction | WordClass::kDeterminer |
                                WordClass::kAuxiliary | WordClass::kReportingVerb;
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t first = doc.token_from(clause.begin), end = doc.token_from(clause.end);
  if (first >= end) return true;
  return kJoints.has(doc.tokens[first].plain) || doc.tokens[first].classes.has(WordClass::kPreposition) ||
         doc.tokens[end - 1].classes.has_any(kOpen) || doc.token_text(end - 1) == "that";
}

// "A former pilot, Weaver was elected in 2008": one piece between two marks that says who did what, within a sentence.
bool has_own_subject(const Article& article, const DatedStatement& named) {
  constexpr WordClasses kNoSubject = WordClass::kPreposition | WordClass::kConjunction | WordClass::kAuxiliary |
                                     WordClass::kPastForm | WordClass::kReportingVerb | WordClass::kPronoun;
  const SegmentedDocument& doc = article.doc;
  const std::string_view text = article.text(named.clause);
  const std::uint32_t first = doc.token_from(named.clause.begin);
  if (named.clause.begin <= named.sentence.begin || named.clause.size() > kLongestEntry || first >= doc.tokens.size())
    return false;
  const RuleToken& token = doc.tokens[first];
  static constexpr PlainWords kThe({"the", "this", "these", "both"});
  const bool noun = token.shape == TokenShape::kCapitalized || kThe.has(token.plain);
  return noun && !token.classes.has_any(kNoSubject) && text.find(',') == std::string_view::npos &&
         text.find('(') == std::string_view::npos && !goes_on(article, named.clause) &&
         !statement_label(article, named.sentence, named.clause).empty();
}

// Where to cut into a long sentence so that its day is shown: behind a mark or before a joint, else at a space.
std::uint32_t cut_before(const Article& article, TextSpan sentence, TextSpan time) {
  constexpr std::uint32_t kFarthest = 90, kNearest = 24;
  static constexpr PlainWords kJoints({"that", "who", "which", "when", "after", "since", "while", "because", "where"});
  const SegmentedDocument& doc = article.doc;
  const std::uint32_t from = std::max(sentence.begin + kFarthest, time.begin) - kFarthest;
  std::uint32_t space = from;
  for (std::uint32_t t = doc.token_from(from); t < doc.tokens.size(); ++t) {
    const TextSpan token = doc.token_spans[t];
    if (token.begin + kNearest > time.begin) break;
    if (space == from) space = token.begin;
    const std::string_view word = doc.token_text(t);
    if (word == "," || word == ";" || word == "—" || word == "–") return token.end;
    if (kJoints.has(doc.tokens[t].plain)) return token.begin;
  }
  return space;
}

// The words of the article around the day: the sentence; of a long one the clause that stands by itself, else the part
// with the day. What is said of another day or by another subject is never cut out of its place.
std::string entry_label(const Article& article, const DatedStatement& named) {
  const TextSpan sentence = named.sentence, clause = named.clause, time = named.time->span;
  if (has_own_subject(article, named)) return label_of(article, clause, kLongestEntry);
  if (sentence.size() <= kLongestEntry) return label_of(article, sentence, kLongestEntry);
  const bool opens = clause.begin <= sentence.begin && clause.size() <= kLongestEntry;
  if (opens && !goes_on(article, clause) && !statement_label(article, sentence, clause).empty()) {
    return label_of(article, clause, kLongestEntry);
  }
  if (time.end <= sentence.begin + kLongestEntry - 20) return label_of(article, sentence, kLongestEntry);
  const std::uint32_t begin = cut_before(article, sentence, time);
  std::string label = label_of(article, {begin, sentence.end}, kLongestEntry);
  const std::string_view text = article.text({begin, sentence.end});
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (!label.empty() && first != std::string_view::npos && (text[first] | 0x20) == (label[0] | 0x20))
    label[0] = text[first];
  return "… " + label;
}

TimelineEntry entry_from(const Comparison& comparison, const Statements& all, const Indices& members) {
  TimelineEntry entry;
  const DatedStatement& named = best_clause(all, members);
  entry.first = *named.time->first;
  entry.last = *named.time->last;
  const Article& article = *comparison.articles[named.article].article;
  entry.label = entry_label(article, named);
  entry.status = named.status;
  const Timex* plainest = all[members.front()].time;  // of "Saturday" and "Saturday at four" the day
  for (const std::size_t i : members) {
    const DatedStatement& s = all[i];
    if (s.time->value.size() < plainest->value.size()) plainest = s.time;
    entry.members.push_back(
        {{ArticleIndex(std::size_t{s.article}), s.time->span, s.time->rule}, s.time->basis, s.status});
  }
  entry.value = plainest->value;
  entry.end = plainest->end;
  return entry;
}

Statements all_statements(const Comparison& comparison, const SetWords& words) {
  Statements all;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    Statements of_article = dated_statements(comparison, words, a);
    std::move(of_article.begin(), of_article.end(), std::back_inserter(all));
  }
  return all;
}

// Statements about the same days that tell one event; by days, then by first statement.
std::vector<Indices> same_events(const Statements& all) {
  std::map<std::pair<CivilDate, CivilDate>, Indices> by_days;
  for (std::size_t s = 0; s < all.size(); ++s) by_days[{*all[s].time->first, *all[s].time->last}].push_back(s);
  std::vector<Indices> events;
  for (const auto& [days, same_days] : by_days) {
    DisjointSets sets(same_days.size());
    for (std::size_t i = 0; i < same_days.size(); ++i) {
      for (std::size_t j = i + 1; j < same_days.size(); ++j) {
        if (tell_one_event(all[same_days[i]], all[same_days[j]])) sets.unite(i, j);
      }
    }
    for (const std::vector<std::size_t>& set : sets.sets()) {
      Indices& event = events.emplace_back();
      for (const std::size_t i : set) event.push_back(same_days[i]);
    }
  }
  return events;
}

// An article that tells both days itself knows of two events.
bool share_article(const Statements& all, const Indices& a, const Indices& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t x) {
    return std::any_of(b.begin(), b.end(), [&](std::size_t y) { return all[x].article == all[y].article; });
  });
}

std::vector<std::vector<std::uint32_t>> differing_days(const Statements& all, const std::vector<Indices>& events) {
  DisjointSets sets(events.size());
  for (std::size_t a = 0; a < events.size(); ++a) {
    for (std::size_t b = a + 1; b < events.size(); ++b) {
      const bool same = std::any_of(events[a].begin(), events[a].end(), [&](std::size_t x) {
        return std::any_of(events[b].begin(), events[b].end(),
                           [&](std::size_t y) { return tell_one_event_on_other_days(all[x], all[y]); });
      });
      if (same && !share_article(all, events[a], events[b])) sets.unite(a, b);
    }
  }
  std::vector<std::vector<std::uint32_t>> result;
  for (const std::vector<std::size_t>& set : sets.sets()) {
    if (set.size() < 2) continue;
    std::vector<std::uint32_t>& group = result.emplace_back();
    for (const std::size_t e : set) group.push_back(static_cast<std::uint32_t>(e));
  }
  return result;
}

}  // namespace

Timeline find_timeline(const Comparison& comparison, const SetWords& words) {
  const Statements all = all_statements(comparison, words);
  const std::vector<Indices> events = same_events(all);
  Timeline timeline;
  for (const Indices& event : events) timeline.entries.push_back(entry_from(comparison, all, event));
  timeline.differing = differing_days(all, events);
  for (const std::vector<std::uint32_t>& group : timeline.differing) {
    for (const std::uint32_t e : group) timeline.entries[e].differs = true;
  }
  return timeline;
}

}  // namespace newsloupe
