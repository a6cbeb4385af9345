#include "core/present/figures_view.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/compare/amount_words.h"
#include "core/present/figure_scale.h"
#include "core/present/presenter.h"
#include "core/present/stated_amount.h"
#include "tests/support/read_sessions.h"

namespace newsloupe {
namespace {

const FigureRow* row_of(const FiguresView& view, std::string_view label) {
  const auto found =
      std::find_if(view.rows.begin(), view.rows.end(), [&](const FigureRow& row) { return row.label == label; });
  return found == view.rows.end() ? nullptr : &*found;
}

std::string ticks_of(const std::vector<Decimal>& amounts, Decimal one = Decimal(1, 0)) {
  std::string words;
  const FigureScale scale(amounts, one);
  for (const auto& [place, number] : scale.ticks()) words += (words.empty() ? "" : " ") + number;
  return words;
}

TEST_CASE("figures: a real difference stands first, with its values and who is named as the source") {
  const FiguresView view = Presenter(figures_snapshot()).figures();
  REQUIRE(!view.rows.empty());
  const FigureRow& first = view.rows.front();
  CHECK(first.label == "People missing");
  CHECK(first.status == Status::kDiffer);
  CHECK(first.word == "differs: source");
  CHECK(first.values == "12 (B), 14 (A)");
  CHECK(first.why == "They name different sources: the governor’s office (A), the fire service (B).");
  CHECK(view.differ == 1);
}

TEST_CASE("figures: what grew is an update and no difference, exact values stand before approximate ones") {
  const FiguresView view = Presenter(figures_snapshot()).figures();
  const FigureRow* killed = row_of(view, "People killed");
  REQUIRE(killed != nullptr);
  CHECK(killed->status == Status::kUpdated);
  CHECK(killed->word == "updated");
  CHECK(killed->values == "3 (C), 5 (A), about 5 (B)");
  CHECK(killed->why ==
        "Later articles have a newer figure: 3 since 3 May 2025 (C), 5 since 4 May 2025 (A), about 5 since 4 May 2025 "
        "(B). Said by rescue teams (A, C), officials in the town (B).");
  CHECK(view.updated == 1);
}

TEST_CASE("figures: fixed units stand on one line, currencies on one each") {
  const FiguresView view = Presenter(figures_snapshot()).figures();
  std::size_t converted = 0, apart = 0;
  for (const FigureRow& row : view.rows) {
    if (row.word == "agrees: unit") {
      ++converted;
      REQUIRE(row.lines.size() == 1);
      REQUIRE(row.lines[0].points.size() == 2);
      CHECK(row.lines[0].points[0].words == "88 mm");
      CHECK(row.lines[0].points[1].words == "3.5 inches");
      CHECK(row.lines[0].points[0].place < row.lines[0].points[1].place);
    }
    if (row.word == "not comparable: unit") {
      ++apart;
      CHECK(row.lines.size() == 2);
      CHECK(row.lines.front().ticks.empty());
      CHECK(row.values == "40 million EUR (A), 43 million USD (B)");
    }
  }
  CHECK(converted == 1);
  CHECK(apart == 1);
}

TEST_CASE("figures: what only one article counts comes last") {
  const FiguresView view = Presenter(figures_snapshot()).figures();
  CHECK(view.rows.back().label == "Loaves");
  CHECK(view.rows.back().values == "300");
  CHECK(view.rows.back().status == Status::kOnly);
}

TEST_CASE("figures: compared ones come first, every row can be selected and once only") {
  const Presenter presenter(sample_snapshot());
  const FiguresView view = presenter.figures();
  CHECK(view.total == view.rows.size());
  CHECK(view.compared < view.total);
  std::vector<std::uint64_t> keys;
  bool lone = false;
  for (const FigureRow& row : view.rows) {
    CHECK((!lone || row.lines.empty()));
    lone = row.lines.empty();
    CHECK(lone == (row.articles.size() == 1));
    const EvidenceView evidence = presenter.evidence(row.subject);
    CHECK(!evidence.cards.empty());
    for (const EvidenceCard& card : evidence.cards) CHECK(!card.states.empty());
    keys.push_back(row.subject.key);
    for (const FigureLine& line : row.lines) {
      for (const FigurePoint& point : line.points) {
        CHECK(point.place <= FigureLine::kEnd);
        CHECK(point.low <= point.place);
        CHECK(point.place <= point.high);
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("a line of figures has few round ticks and begins at nothing unless the values lie close together") {
  CHECK(ticks_of({Decimal(12, 0), Decimal(14, 0), Decimal(22, 0)}) == "0 5 10 15 20 25");
  CHECK(ticks_of({Decimal(2300, 0)}) == "0 500 1,000 1,500 2,000 2,500");
  CHECK(ticks_of({Decimal(58, 0), Decimal(60, 0)}) == "56 58 60 62");
  CHECK(ticks_of({Decimal(65, -1)}) == "0 2 4 6 8");
  CHECK(ticks_of({Decimal(-3, 0), Decimal(4, 0)}) == "-4 -2 0 2 4");
  CHECK(ticks_of({Decimal(0, 0)}) == "0 1");
  CHECK(ticks_of({Decimal(1, -9), Decimal(1, 12)}).empty());
  CHECK(ticks_of({Decimal(152400, -2)}, Decimal(3048, -1)) == "0 2 4 6");  // five feet, in millimetres
}

TEST_CASE("a place on a line is where the value lies between its ends") {
  const FigureScale scale({Decimal(12, 0), Decimal(20, 0)}, Decimal(1, 0));
  CHECK(scale.place_of(Decimal(0, 0)) == 0);
  CHECK(scale.place_of(Decimal(10, 0)) == FigureLine::kEnd / 2);
  CHECK(scale.place_of(Decimal(20, 0)) == FigureLine::kEnd);
  CHECK(scale.place_of(Decimal(99, 0)) == FigureLine::kEnd);
}

TEST_CASE("an amount is stated as one would write it in a correction") {
  CHECK(stated_amount("14", "People missing") == "14 people missing");
  CHECK(stated_amount("88 mm", "Measured 88 mm of rain at its Harle station") ==
        "88 mm: measured 88 mm of rain at its Harle station");
  Quantity range;
  range.low = Decimal(12, 0);
  range.high = Decimal(1500, 0);
  CHECK(amount_words(range) == "12 to 1,500");
  range.bound = Bound::kAbout;
  range.unit = "km";
  CHECK(amount_words(range) == "about 12 to 1,500 km");
}

}  // namespace
}  // namespace newsloupe
