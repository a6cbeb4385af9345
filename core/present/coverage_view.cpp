#include "core/present/coverage_view.h"

#include <algorithm>
#include <array>

#include "core/base/content_hash.h"
#include "core/base/sorting.h"
#include "core/present/counted.h"
#include "core/present/presenter.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostColumns = 12, kMostRows = 200, kMostFactsInRow = 200;

// What was not found in an article. Never "left out": it may have been written before.
std::string missing_words(std::uint32_t missing, std::uint32_t all, std::uint32_t before, const std::string& letter) {
  std::string words = "not found in " + letter + ": " + grouped(missing) + " of " + grouped(all);
  if (before > 0) words += ", " + grouped(before) + " of these published before";
  return words;
}

// Most origins first, then most articles; equal ones by their columns from the left.
bool stands_before(const CoverageRow& x, const CoverageRow& y) {
  if (x.origins != y.origins) return x.origins > y.origins;
  if (x.articles != y.articles) return x.articles > y.articles;
  const std::vector<BriefCell>&a = x.facts.front().cells, &b = y.facts.front().cells;
  for (std::size_t c = 0; c < a.size(); ++c) {
    if (says(a[c]) != says(b[c])) return says(a[c]);
  }
  return false;
}

}  // namespace

bool says(const BriefCell& cell) { return cell.status != Status::kSilent && cell.status != Status::kBefore; }

Status status_of(const BriefRow& fact) {
  for (const BriefCell& cell : fact.cells) {
    if (says(cell)) return cell.status;
  }
  return Status::kNone;
}

const CoverageRow* covering_row(const CoverageView& view, const Subject& fact) {
  for (const CoverageRow& row : view.rows) {
    for (const BriefRow& said : row.facts) {
      if (fact.valid() && said.subject == fact) return &row;
    }
  }
  return nullptr;
}

// One column an article, as in the Brief; of many articles one an origin, the largest first, and one for the rest.
std::vector<OriginView> Presenter::coverage_columns() const {
  std::vector<OriginView> columns;
  if (tabs_.size() <= kMostColumns) {
    for (const std::uint32_t tab : this->columns()) columns.push_back({{tab}, tabs_[tab].letter});
    return columns;
  }
  std::vector<OriginView> all = origins();
  const std::vector<std::uint32_t> order = ordered(all.size(), [&all](std::uint32_t a, std::uint32_t b) {
    const std::vector<std::uint32_t>&x = all[a].articles, &y = all[b].articles;
    return x.size() != y.size() ? x.size() > y.size() : x.front() < y.front();
  });
  for (const std::uint32_t o : order) {
    const std::vector<std::uint32_t>& articles = all[o].articles;
    const bool own = all.size() <= kMostColumns || columns.size() + 1 < kMostColumns;
    if (own || columns.size() < kMostColumns) columns.push_back({{}, own ? tabs_[articles.front()].letter : "…"});
    for (const std::uint32_t tab : articles) columns.back().articles.push_back(tab);
  }
  return columns;
}

BriefRow Presenter::coverage_fact(const Fact& fact, const std::vector<OriginView>& columns,
                                  const std::vector<std::uint32_t>& order) const {
  static constexpr std::array<const char*, 4> kKinds = {"event", "quote", "figure", "name"};
  BriefRow out = brief_row(fact, order);
  out.note = kKinds[static_cast<std::size_t>(fact.kind)] + (" · " + counted(fact.origins, "origin", "origins"));
  std::vector<BriefCell> cells(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::vector<std::uint32_t>& here = columns[c].articles;
      if (says(cells[c]) || std::find(here.begin(), here.end(), order[i]) == here.end()) continue;
      if (says(out.cells[i]) || here.size() == 1) cells[c] = out.cells[i];
    }
  }
  out.cells = std::move(cells);
  return out;
}

std::string Presenter::combination_label(const CoverageRow& row, const std::vector<OriginView>& columns) const {
  std::string label;
  std::size_t filled = 0, compared = 0, last = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    bool counts = false;
    for (const std::uint32_t tab : columns[c].articles) counts = counts || is_compared(*tabs_[tab].article);
    compared += counts ? 1 : 0;
    if (!says(row.facts.front().cells[c])) continue;
    ++filled;
    last = label.size();
    label += ", " + columns[c].label;
  }
  if (filled == 1) return "only " + label.substr(2);
  if (filled == compared) return filled == columns.size() ? "all" : "all that are compared";
  label.replace(last, 2, " and ");
  label.erase(0, 2);
  return row.origins == 1 ? label + ": one text" : label;
}

void Presenter::put_covered_articles(const std::vector<std::uint32_t>& order, CoverageView& view) const {
  for (const std::uint32_t tab : order) {
    const ArticleIndex index = tabs_[tab].index;
    std::uint32_t found = 0, missing = 0, before = 0;
    for (const Fact& fact : comparison().facts) {
      for (const FactCell& cell : fact.members) found += cell.member.article == index ? 1 : 0;
      for (const Absence& absence : fact.absent) {
        if (absence.article != index) continue;
        ++missing;
        before += absence.why == AbsenceReason::kPublishedBefore ? 1 : 0;
      }
    }
    const Article& article = *tabs_[tab].article;
    const bool compared = found + missing > 0 || is_compared(article);
    view.articles.emplace_back(tab, compared ? missing_words(missing, found + missing, before, tabs_[tab].letter)
                                             : language_name(article.metadata.language) + ": not compared");
    view.found.push_back(found);
    view.all.push_back(found + missing);
  }
}

// Made of the articles, so that it stays when more come in.
std::uint64_t Presenter::combination_key(const BriefRow& fact, const std::vector<OriginView>& columns) const {
  std::uint64_t key = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!says(fact.cells[c])) continue;
    for (const std::uint32_t tab : columns[c].articles) key += hash64(tabs_[tab].article->source.id);
  }
  return key;
}

CoverageView Presenter::coverage() const {
  CoverageView view;
  view.revision = revision_;
  view.columns = coverage_columns();
  view.by_origin = tabs_.size() > kMostColumns;
  const std::vector<std::uint32_t> order = columns();
  std::vector<CoverageRow> rows;
  for (const Fact& fact : comparison().facts) {
    if (fact.members.empty()) continue;
    BriefRow shown = coverage_fact(fact, view.columns, order);
    const std::uint64_t key = combination_key(shown, view.columns);
    std::size_t at = 0;
    while (at < rows.size() && rows[at].subject.key != key) ++at;
    if (at == rows.size()) rows.emplace_back().subject = {SubjectKind::kCombination, key};
    CoverageRow& row = rows[at];
    row.origins = std::max(row.origins, fact.origins);
    row.articles = std::max(row.articles, static_cast<std::uint32_t>(fact.members.size()));
    ++(fact.relation == FactRelation::kDiffer  ? row.differ
       : fact.relation == FactRelation::kAgree ? row.agree
                                               : row.only);
    if (++row.total <= kMostFactsInRow) row.facts.push_back(std::move(shown));
    ++view.facts;
  }
  const auto before = [&rows](std::uint32_t a, std::uint32_t b) { return stands_before(rows[a], rows[b]); };
  for (const std::uint32_t r : ordered(rows.size(), before)) {
    if (view.rows.size() == kMostRows) break;
    rows[r].label = combination_label(rows[r], view.columns);
    view.rows.push_back(std::move(rows[r]));
  }
  view.combinations = static_cast<std::uint32_t>(rows.size());
  put_covered_articles(order, view);
  return view;
}

// The facts of a combination, each by the sentence of its first article.
void Presenter::fill_combination(const Subject& subject, EvidenceView& view) const {
  constexpr std::size_t kMostCards = 40;
  const CoverageView all = coverage();
  for (const CoverageRow& row : all.rows) {
    if (!(row.subject == subject)) continue;
    view.title = row.articles == 1 ? row.label + " says" : row.label + (row.origins == 1 ? "" : " say");
    if (view.title[0] >= 'a') view.title[0] = static_cast<char>(view.title[0] - 'a' + 'A');
    view.kind = "Facts";
    view.status = row.origins == 1 ? Status::kOnly : row.differ > 0 ? Status::kNone : Status::kAgree;
    view.status_word = counted(row.total, "fact", "facts");
    for (const BriefRow& fact : row.facts) {
      EvidenceView evidence = this->evidence(fact.subject);
      if (evidence.cards.empty() || view.cards.size() == kMostCards) continue;
      view.cards.push_back(std::move(evidence.cards.front()));
      view.cards.back().note = fact.label;
    }
    if (view.cards.size() < row.total) {
      view.sure = grouped(view.cards.size()) + " of " + grouped(row.total) + " are shown.";
    }
  }
}

}  // namespace newsloupe
