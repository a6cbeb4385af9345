#include "core/present/figures_view.h"

#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/compare/amount_words.h"
#include "core/compare/amounts.h"
#include "core/compare/clause.h"
#include "core/present/figure_scale.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostRows = 300;  // of those that are compared, and again of the others

// Of a member: its amount, and what its words leave open.
struct Placed {
  Decimal value;
  AmountRange range;
};

// In the unit of the group where all have it, else in the base unit.
Placed placed(const FigureMember& member, bool convert) {
  Quantity exact = amount_of(member);
  if (!convert) exact.unit.clear();
  const AmountRange range = range_of(exact);
  exact.low.reset();
  exact.high.reset();
  exact.bound = Bound::kNone;
  return {range_of(exact).low, range};
}

bool contradicts(const Fact* fact) { return fact != nullptr && fact->relation == FactRelation::kDiffer; }

constexpr int kRanks = 7, kUpdatedRank = 2;

// In the words of the formats; only what contradicts has the hue of a difference. Gives the rank in the list.
int put_finding(const FigureGroup& group, const Fact* fact, FigureRow& row) {
  static constexpr std::array<const char*, 7> kReasons = {"",     "updated", "scope",      "rounding",
                                                          "unit", "source",  "unexplained"};
  const char* reason = kReasons[static_cast<std::size_t>(group.reason)];
  const bool unequal = group.relation == FigureRelation::kDiffer;
  row.status = Status::kAgree;
  row.word = unequal ? "differs" : "agrees";
  int rank = 5;
  if (group.relation == FigureRelation::kNotComparable) {
    row.status = Status::kNotComparable, row.word = "not comparable", rank = 3;
  } else if (contradicts(fact)) {
    row.status = Status::kDiffer, rank = group.reason == FigureReason::kUnexplained ? 0 : 1;
  } else if (unequal && group.reason == FigureReason::kUpdated) {
    row.status = Status::kUpdated, row.word = reason, rank = kUpdatedRank;
    return rank;
  } else if (unequal) {
    row.status = Status::kRounded, rank = 4;
  } else if (fact != nullptr && fact->relation == FactRelation::kOnly) {
    row.status = Status::kOnly, row.word = "one origin", rank = 6;
    return rank;
  }
  if (*reason != 0) row.word.append(": ").append(reason);
  return rank;
}

void put_sorted(std::uint32_t item, std::vector<std::uint32_t>& list) {
  const auto at = std::lower_bound(list.begin(), list.end(), item);
  if (at == list.end() || *at != item) list.insert(at, item);
}

// Two outlets set one name with other marks.
std::string with_straight_marks(std::string text) {
  for (std::size_t at = 0; (at = text.find("’", at)) != std::string::npos;) text.replace(at, 3, "'");
  return text;
}

}  // namespace

// "A, C"; of many the first ones.
std::string Presenter::short_letters(const std::vector<std::uint32_t>& tabs) const {
  constexpr std::size_t kMost = 6;
  std::string list;
  for (std::size_t i = 0; i < tabs.size() && i <= kMost; ++i) {
    if (i > 0) list += ", ";
    list += i < kMost ? tabs_[tabs[i]].letter : std::to_string(tabs.size() - kMost) + " more";
  }
  return list;
}

// "the fire service (B), the governor’s office (A, C)": one of `words` for each member; empty ones are not told.
std::string Presenter::by_article(const FigureGroup& group, const std::vector<std::string>& words,
                                  const std::vector<std::uint32_t>& order) const {
  std::vector<OriginView> told;  // label: the words
  for (const std::uint32_t m : order) {
    if (words[m].empty()) continue;
    std::size_t at = 0;
    while (at < told.size() && with_straight_marks(told[at].label) != with_straight_marks(words[m])) ++at;
    if (at == told.size()) told.push_back({{}, words[m]});
    put_sorted(tab_of(group.members[m].member.article), told[at].articles);
  }
  std::string list;
  for (const OriginView& part : told) {
    if (!list.empty()) list += ", ";
    list += part.label + " (" + short_letters(part.articles) + ")";
  }
  return list;
}

// Who is named as the source of which value; the words about updates and conversions.
std::string Presenter::figure_why(const FigureGroup& group, const Fact* fact) const {
  static constexpr std::array<std::array<const char*, 7>, 3> kWhy = {
      {{"", "", "", "They are equal but for rounding.", "Fixed units are converted; what is left is rounding.", "", ""},
       {"", "Later articles have a newer figure: ", "They count different things or times.", "One of them is rounded.",
        "They use different units.", "", "The articles give no reason."},
       {"", "", "", "", "Another currency. Rates move, so nothing is converted; perhaps the same sum.", "", ""}}};
  const std::vector<FigureMember>& members = group.members;
  const std::vector<std::uint32_t> order =
      ordered(members.size(), [&](std::uint32_t a, std::uint32_t b) { return members[a].as_of < members[b].as_of; });
  std::vector<std::string> sources(members.size()), amounts(members.size());
  for (std::size_t m = 0; m < members.size(); ++m) {
    sources[m] = members[m].said_by;
    for (const std::uint32_t first : order) {  // since when this value is told
      if (members[first].value != members[m].value) continue;
      amounts[m] = amount_words(amount_of(members[m])) + " since " + shown_time(members[first].as_of);
      break;
    }
  }
  std::string why = kWhy[static_cast<std::size_t>(group.relation)][static_cast<std::size_t>(group.reason)];
  if (why.ends_with(' ')) why += by_article(group, amounts, order) + ".";
  const std::string named = by_article(group, sources, order);
  if (named.empty()) return why;
  if (!why.empty()) why += " ";
  why += contradicts(fact) && named.find("), ") != std::string::npos ? "They name different sources: " : "Said by ";
  return why + named + ".";
}

// The members of one unit, or all where they are converted.
FigureLine Presenter::figure_line(const FigureGroup& group, const std::string& unit, bool all, bool convert) const {
  std::vector<Decimal> amounts;
  for (const FigureMember& m : group.members) {
    if (!all && m.unit != unit) continue;
    const Placed at = placed(m, convert);
    for (const Decimal amount : {at.value, at.range.low, at.range.high}) amounts.push_back(amount);
  }
  Quantity one;
  one.value = Decimal(1, 0);
  if (convert) one.unit = unit;
  const FigureScale scale(amounts, range_of(one).low);
  FigureLine line;
  line.unit = unit;
  if (all) line.ticks = scale.ticks();  // beside another line a scale would say how they compare
  std::vector<Decimal> values;          // of the points
  for (const FigureMember& m : group.members) {
    if (!all && m.unit != unit) continue;
    const std::string words = amount_words(amount_of(m));
    std::size_t at = 0;
    while (at < line.points.size() && line.points[at].words != words) ++at;
    if (at == line.points.size()) {
      const Placed here = placed(m, convert);
      const bool approximate = m.bound != Bound::kNone && !(m.low && m.high);
      const auto stands_before = [&](std::size_t p) {
        return values[p] < here.value || (values[p] == here.value && line.points[p].approximate <= approximate);
      };
      for (at = 0; at < values.size() && stands_before(at);) ++at;
      values.insert(values.begin() + static_cast<std::ptrdiff_t>(at), here.value);
      line.points.insert(line.points.begin() + static_cast<std::ptrdiff_t>(at), {words,
                                                                                 scale.place_of(here.value),
                                                                                 scale.place_of(here.range.low),
                                                                                 scale.place_of(here.range.high),
                                                                                 approximate,
                                                                                 {}});
    }
    put_sorted(tab_of(m.member.article), line.points[at].articles);
  }
  return line;
}

void Presenter::put_values(const FigureGroup& group, FigureRow& row) const {
  bool one_unit = true;
  for (const FigureMember& m : group.members) {
    one_unit = one_unit && m.unit == group.unit;
    put_sorted(tab_of(m.member.article), row.articles);
  }
  const bool apart = group.relation == FigureRelation::kNotComparable;
  for (const FigureMember& m : group.members) {
    const std::string& unit = apart ? m.unit : group.unit;
    bool known = false;
    for (const FigureLine& line : row.lines) known = known || line.unit == unit;
    if (!known) row.lines.push_back(figure_line(group, unit, !apart, !apart && !one_unit));
  }
  for (const FigureLine& line : row.lines) {
    for (const FigurePoint& point : line.points) {
      if (!row.values.empty()) row.values += ", ";
      row.values += point.words + " (" + short_letters(point.articles) + ")";
    }
  }
}

const Fact* Presenter::fact_of_figure(const FigureGroup& group) const {
  const auto index = static_cast<std::size_t>(&group - comparison().figures.data());
  for (const Fact& fact : comparison().facts) {
    if (fact.kind == FactKind::kFigure && fact.subject == index) return &fact;
  }
  return nullptr;
}

void Presenter::put_figure_finding(const FigureGroup& group, FigureRow& row) const {
  put_finding(group, fact_of_figure(group), row);
}

// What no other article has. Ordinals and durations are no figures that one would compare.
void Presenter::put_lone_figures(FiguresView& view) const {
  std::size_t stored = 0;
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) {
    const Article& article = *tabs_[t].article;
    const std::size_t first = view.rows.size();
    for (const Quantity& q : article.resolution.quantities) {
      const bool counts = q.kind != QuantityKind::kOrdinal && q.kind != QuantityKind::kDuration &&
                          q.confidence != Confidence::kGuess && article.doc.sentence_at(q.span.begin) != nullptr;
      if (!counts) continue;
      FigureRow row;
      row.subject = subject_of(SubjectKind::kFigure, {tabs_[t].index, q.span, q.rule});
      const auto target = targets().find({row.subject.kind, row.subject.key});
      if (target == targets().end() || target->second.group != Target::kSingle) continue;
      row.label = label_of(article, q.counted.empty() ? sentence_around(article, q.span) : q.counted);
      row.status = tabs_.size() > 1 ? Status::kOnly : Status::kNone;
      row.values = amount_words(q);
      row.articles = {t};
      bool told = false;
      for (std::size_t r = first; r < view.rows.size(); ++r) {
        told = told || (view.rows[r].label == row.label && view.rows[r].values == row.values);
      }
      if (told) continue;
      ++view.total;
      if (++stored <= kMostRows) view.rows.push_back(std::move(row));
    }
  }
}

FiguresView Presenter::figures() const {
  FiguresView view;
  view.revision = revision_;
  const std::vector<FigureGroup>& groups = comparison().figures;
  std::vector<FigureRow> rows(groups.size());
  std::vector<int> ranks(groups.size());
  std::vector<const Fact*> facts(groups.size());
  for (const Fact& fact : comparison().facts) {
    if (fact.kind == FactKind::kFigure && fact.subject < facts.size()) facts[fact.subject] = &fact;
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    ranks[g] = put_finding(groups[g], facts[g], rows[g]);
    view.differ += contradicts(facts[g]) ? 1 : 0;
    view.updated += ranks[g] == kUpdatedRank ? 1 : 0;
  }
  for (int rank = 0; rank < kRanks; ++rank) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (ranks[g] != rank || view.rows.size() == kMostRows) continue;
      rows[g].subject = subject_of(SubjectKind::kFigure, groups[g].members.front().member);
      rows[g].label = groups[g].label;
      rows[g].why = figure_why(groups[g], facts[g]);
      put_values(groups[g], rows[g]);
      view.rows.push_back(std::move(rows[g]));
    }
  }
  view.compared = view.total = static_cast<std::uint32_t>(groups.size());
  put_lone_figures(view);
  return view;
}

}  // namespace newsloupe
