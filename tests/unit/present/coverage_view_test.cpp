#include "core/present/coverage_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/present/presenter.h"
#include "tests/support/read_sessions.h"

namespace newsloupe {
namespace {

std::string letters_of(const CoverageView& view, const CoverageRow& row) {
  std::string letters;
  for (std::size_t c = 0; c < view.columns.size(); ++c)
    letters += says(row.facts.front().cells[c]) ? view.columns[c].label : "";
  return letters;
}

TEST_CASE("coverage: every fact stands in one combination, the one of the articles that say it") {
  const Presenter presenter(sample_snapshot());
  const CoverageView view = presenter.coverage();
  CHECK(view.facts == presenter.comparison().facts.size());
  std::size_t facts = 0;
  std::set<std::string> seen;
  for (const CoverageRow& row : view.rows) {
    CHECK(seen.insert(letters_of(view, row)).second);
    CHECK(row.total == row.agree + row.differ + row.only);
    CHECK(row.facts.size() == row.total);
    facts += row.total;
    for (const BriefRow& fact : row.facts) {
      CHECK(status_of(fact) != Status::kNone);
      for (std::size_t c = 0; c < view.columns.size(); ++c) {
        CHECK(says(fact.cells[c]) == says(row.facts.front().cells[c]));
      }
    }
  }
  CHECK(facts == view.facts);
  CHECK(view.combinations == view.rows.size());
}

TEST_CASE("coverage: rows go from many origins to one, and say what one text alone has") {
  const CoverageView view = Presenter(sample_snapshot()).coverage();
  for (std::size_t i = 1; i < view.rows.size(); ++i) CHECK(view.rows[i - 1].origins >= view.rows[i].origins);
  std::vector<std::string> labels;
  for (const CoverageRow& row : view.rows) labels.push_back(row.label);
  CHECK(labels.front() == "all that are compared");  // one article is in another language
  CHECK(std::find(labels.begin(), labels.end(), "A, B and C: one text") != labels.end());
  CHECK(std::find(labels.begin(), labels.end(), "only E") != labels.end());
}

TEST_CASE("coverage: each article is told what was not found in it, and what it could not know") {
  const CoverageView view = Presenter(sample_snapshot()).coverage();
  REQUIRE(view.articles.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto& [article, words] = view.articles[i];
    CHECK(view.all[i] == (article == 3 ? 0 : view.facts));
    if (article == 3) CHECK(words == "German: not compared");
  }
  const std::string& wire = view.articles[2].second;  // a day older
  CHECK(wire.starts_with("not found in C: " + std::to_string(view.all[2] - view.found[2]) + " of "));
  CHECK(wire.ends_with(" of these published before"));
}

TEST_CASE("coverage: a combination is a thing that can be selected, and leads to its facts") {
  const Presenter presenter(sample_snapshot());
  const CoverageView view = presenter.coverage();
  for (const CoverageRow& row : view.rows) {
    const EvidenceView evidence = presenter.evidence(row.subject);
    CHECK(evidence.subject == row.subject);
    CHECK(evidence.cards.size() == std::min<std::size_t>(row.total, 40));
    CHECK(covering_row(view, row.facts.front().subject) == &row);
  }
  CHECK(covering_row(view, {}) == nullptr);
  CHECK(presenter.evidence({SubjectKind::kCombination, 1}).cards.empty());
}

TEST_CASE("coverage: of more than twelve articles the columns are origins, the largest first") {
  Session session(shared_resources(), {});
  for (int i = 0; i < 14; ++i) {
    const std::string day = std::to_string(i % 7 + 2);
    const bool copy = i % 3 == 0;
    const std::string text = copy ? "The Orrin dam above Velda broke early on Saturday and flooded the valley, leaving "
                                    "fourteen people missing "
                                    "and hundreds of families without a roof over their heads."
                                  : "Reporter " + std::to_string(i) +
                                        " counted fourteen people missing in Velda after the dam broke on Saturday, " +
                                        std::to_string(i * 13 + 40) + " sheep, and no boat at pier " +
                                        std::to_string(i) + ".";
    session.add("a" + std::to_string(i) + ".md", "a",
                "---\ntitle: Dam breach in Velda\ndate: 2025-05-0" + day + "\n---\n\n" + text + "\n");
  }
  while (session.has_work()) session.step();
  const Snapshot& snapshot = session.snapshot();
  const CoverageView view = Presenter(snapshot).coverage();
  const std::size_t articles = snapshot.comparison->articles.size();
  CHECK(view.by_origin == (articles > 12));
  REQUIRE(view.by_origin);
  CHECK(view.columns.size() <= 12);
  CHECK(view.columns.front().articles.size() >= view.columns[1].articles.size());
  std::set<std::uint32_t> all;
  for (const OriginView& column : view.columns) all.insert(column.articles.begin(), column.articles.end());
  CHECK(all.size() == articles);
}

}  // namespace
}  // namespace newsloupe
