// Compare on the invented sample: A Morning Ledger, B Coast Herald, C Wire One.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/present/presenter.h"
#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

const Presenter& sample() {
  static Session session(shared_resources(), {});
  if (session.snapshot().intakes.empty()) {
    for (AddFile& file : sample_files()) session.add(std::move(file.id), std::move(file.name), std::move(file.bytes));
    while (session.has_work()) session.step();
  }
  static const Presenter presenter(session.snapshot());
  return presenter;
}

std::uint32_t tab_of(const std::string& outlet) {
  const std::vector<ArticleTab> tabs = sample().set().articles;
  const auto at = std::find_if(tabs.begin(), tabs.end(), [&](const ArticleTab& tab) { return tab.outlet == outlet; });
  REQUIRE(at != tabs.end());
  return static_cast<std::uint32_t>(at - tabs.begin());
}

CompareView pair(const std::string& left, const std::string& right) {
  return sample().compare(tab_of(left), tab_of(right));
}

std::string_view words(const CompareSide& side, TextSpan span) {
  return std::string_view(side.text).substr(span.begin, span.size());
}

// The row whose left passage begins so.
const CompareRow& row_of(const CompareView& view, std::string_view begin) {
  for (const CompareRow& row : view.rows) {
    if (row.left == kNoPassage) continue;
    if (words(view.left, view.left.passages[row.left].span).starts_with(begin)) return row;
  }
  FAIL("no passage begins so: ", begin);
  return view.rows.front();
}

// "changed 14, only on Sunday": the marks of a passage in words.
std::string marks(const CompareSide& side, std::uint32_t passage) {
  constexpr const char* kChanges[] = {"same", "only", "missing", "changed"};
  std::string out;
  for (const WordMark& mark : side.passages[passage].marks) {
    out += (out.empty() ? "" : ", ") + std::string(mark.status == Status::kDiffer ? "differs " : "") +
           kChanges[static_cast<std::size_t>(mark.change)];
    if (!mark.span.empty()) out += " " + std::string(words(side, mark.span));
  }
  return out;
}

}  // namespace

TEST_CASE("a figure that differs makes its passage differ; other words are marked, and what is missing") {
  const CompareView view = pair("Morning Ledger", "Coast Herald");
  const CompareRow& row = row_of(view, "Rescue teams searched");
  REQUIRE(row.in_both());
  CHECK(row.difference);
  CHECK(view.left.passages[row.left].kind == PassageKind::kDiffers);
  CHECK(view.left.passages[row.left].paragraph == 2);
  CHECK(marks(view.left, row.left) == "differs changed 14, changed governor’s office, missing");
  CHECK(marks(view.right, row.right) == "differs changed 12, changed fire service, only on Sunday");
}

TEST_CASE("who did it differs, the hour beside it is only told in other words") {
  const CompareView view = pair("Morning Ledger", "Coast Herald");
  const CompareRow& row = row_of(view, "Governor Luis Ortiz");
  CHECK(marks(view.left, row.left) == "differs changed Governor Luis Ortiz said he had, changed at 21:00");
  CHECK(marks(view.right, row.right) == "differs changed President Elena Marsh, changed evening");
}

TEST_CASE("a count that grew, and an amount in another currency, are other words, not a difference") {
  const CompareView grown = pair("Morning Ledger", "Wire One");
  const CompareRow& dead = row_of(grown, "The Orrin dam");
  CHECK(grown.left.passages[dead.left].kind == PassageKind::kSameWords);
  CHECK(dead.difference);
  CHECK(marks(grown.left, dead.left).find("changed five") != std::string::npos);
  CHECK(marks(grown.left, dead.left).find("differs") == std::string::npos);
  const CompareView view = pair("Morning Ledger", "Coast Herald");
  const CompareRow& damage = row_of(view, "DamCo");
  CHECK(view.left.passages[damage.left].kind == PassageKind::kSameWords);
  CHECK(marks(view.left, damage.left).find("differs") == std::string::npos);
}

TEST_CASE("words left out with their own negation are missing, not denied") {
  const CompareView view = pair("Morning Ledger", "Coast Herald");
  const CompareRow& curfew = row_of(view, "“The curfew");
  CHECK(curfew.difference);
  CHECK(view.left.passages[curfew.left].kind == PassageKind::kSameWords);
  CHECK(marks(view.left, curfew.left).starts_with("only not weeks"));
  CHECK(marks(view.right, curfew.right) == "missing");
}

TEST_CASE("the same words are no difference, whatever the marks of the house") {
  const CompareView view = pair("Morning Ledger", "Wire One");
  const CompareRow& row = row_of(view, "Governor Luis Ortiz");
  REQUIRE(row.in_both());
  CHECK_FALSE(row.difference);
  CHECK(marks(view.left, row.left).empty());
}

TEST_CASE("what only one has stands alone, and every passage is in one row") {
  const CompareView view = pair("Morning Ledger", "Coast Herald");
  CHECK_FALSE(row_of(view, "Two hamlets").in_both());
  std::size_t left = 0, right = 0;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const CompareRow& row = view.rows[i];
    left += row.left != kNoPassage && view.left.passages[row.left].row == i ? 1 : 0;
    right += row.right != kNoPassage && view.right.passages[row.right].row == i ? 1 : 0;
  }
  CHECK(left == view.left.passages.size());
  CHECK(right == view.right.passages.size());
}

TEST_CASE("shares, who took from whom and why, and what each adds are said in words") {
  const CompareView known = pair("Morning Ledger", "Wire One");
  CHECK(known.wording == "71 % of A’s words and 86 % of C’s stand in common passages: one text.");
  CHECK(known.direction == "A follows C: C was published first of all that share this wording.");
  CHECK(known.added == "Only in A: 6 sentences, 104 words. Only in C: 2 sentences, 36 words.");
  CHECK(pair("Morning Ledger", "Coast Herald").direction.starts_with("Unknown who was first."));
  CHECK(pair("Morning Ledger", "Upland Post").wording == "A and E have no wording in common.");
}

TEST_CASE("the facts have a cell for each side, those that differ first") {
  const CompareView view = pair("Coast Herald", "Morning Ledger");
  REQUIRE_FALSE(view.facts.empty());
  const BriefBand& differ = view.facts.front();
  CHECK(differ.status == Status::kDiffer);
  const auto ordered = std::find_if(differ.rows.begin(), differ.rows.end(),
                                    [](const BriefRow& row) { return row.label == "Who ordered the evacuation"; });
  REQUIRE(ordered != differ.rows.end());
  REQUIRE(ordered->cells.size() == 2);
  CHECK(ordered->cells[0].text == "Marsh");
  CHECK(ordered->cells[1].text == "Ortiz");
}

TEST_CASE("without a choice the closest pair is shown, and swapping it mirrors every row") {
  const CompareView view = sample().compare(0, 0);
  CHECK(view.left.article == tab_of("Morning Ledger"));
  CHECK(view.right.article == tab_of("Wire One"));
  const CompareView swapped = sample().compare(view.right.article, view.left.article);
  CHECK(swapped.rows.size() == view.rows.size());
  CHECK(swapped.left.passages.size() == view.right.passages.size());
  const auto differences = [](const CompareView& v) {
    return std::count_if(v.rows.begin(), v.rows.end(), [](const CompareRow& row) { return row.difference; });
  };
  CHECK(differences(swapped) == differences(view));
}

TEST_CASE("one article cannot be compared, and the view says so") {
  Session session(shared_resources(), {});
  session.add("a.md", "a.md", "---\ntitle: One\n---\n\nRescue teams searched the valley until dusk.\n");
  while (session.has_work()) session.step();
  const CompareView view = Presenter(session.snapshot()).compare(0, 0);
  CHECK_FALSE(view.needs.empty());
  CHECK(view.rows.empty());
}

}  // namespace newsloupe
