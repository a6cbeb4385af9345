#include "core/present/library.h"

#include <doctest/doctest.h>

#include "core/present/presenter.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

DigestPtr article(const std::string& id, const std::string& title, const std::string& outlet, const std::string& day,
                  std::uint32_t words) {
  auto made = std::make_shared<ArticleDigest>();
  made->source.id = id;
  made->metadata.headline = title;
  made->metadata.outlet = outlet;
  made->metadata.published.date = parse_iso_date(day);
  made->body_words = words;
  return made;
}

// Two stories and two articles without one; of the flood two are one origin.
std::shared_ptr<const SetOutline> sample() {
  auto outline = std::make_shared<SetOutline>();
  outline->articles = {{article("a", "Dam breach leaves 14 missing", "Morning Ledger", "2025-05-04", 812), 0, 0},
                       {article("b", "Flood: 12 missing", "Coast Herald", "2025-05-03", 655), 0, 0},
                       {article("c", "Dockers walk out", "Morning Ledger", "2025-04-28", 400), 1, 1},
                       {article("d", "After the flood", "Upland Post", "2025-05-09", 300), 0, 2},
                       {article("e", "Harvest", "Upland Post", "", 200), 2, 3},
                       {article("f", "Port still closed", "Coast Herald", "2025-05-02", 200), 1, 4},
                       {article("g", "An election", "Morning Ledger", "2024-12-30", 200), 3, 5}};
  const auto ids = [](std::initializer_list<std::size_t> list) {
    std::vector<ArticleIndex> result;
    for (const std::size_t i : list) result.emplace_back(i);
    return result;
  };
  outline->stories = {{"Velda dam breach", false, ids({0, 1, 3})},
                      {"Port strike", false, ids({2, 5})},
                      {"Harvest", false, ids({4})},
                      {"An election", false, ids({6})}};
  outline->origins = {{ids({0, 1}), OriginBasis::kWording}, {ids({2})}, {ids({3})}, {ids({4})}, {ids({5})}, {ids({6})}};
  return outline;
}

Library library() { return {sample(), {"c", true, 2}, {{"c", "A"}, {"f", "B"}}}; }

std::vector<std::string> labels(const LibraryView& view) {
  std::vector<std::string> result;
  for (const LibraryRow& row : view.rows) result.push_back(row.label);
  return result;
}

}  // namespace

TEST_CASE("stories stand by size, articles without one last; counts and dates are of the whole story") {
  const LibraryView view = library().view("", {0, 100}, {});
  CHECK(labels(view) == std::vector<std::string>{"Velda dam breach", "Port strike", "Not in a story"});
  CHECK(view.articles == 7);
  CHECK(view.stories == 2);
  CHECK(view.origins == 6);
  CHECK(view.rows[0].articles == 3);
  CHECK(view.rows[0].origins == 2);
  CHECK(view.rows[0].dates == "3 to 9 May 2025");
  CHECK(view.rows[0].bars == std::vector<std::uint32_t>{1, 1, 0, 0, 0, 0, 1});
  CHECK(view.rows[1].dates == "28 Apr to 2 May 2025");
  CHECK(view.rows[1].open);
  CHECK(view.rows[2].kind == LibraryRowKind::kLoose);
}

TEST_CASE("articles of opened stories follow by day; a window shows a part of the rows") {
  const LibraryView view = library().view("", {0, 100}, {"d", ""});
  CHECK(labels(view) == std::vector<std::string>{"Velda dam breach", "Flood: 12 missing",
                                                 "Dam breach leaves 14 missing", "After the flood", "Port strike",
                                                 "Not in a story", "An election", "Harvest"});
  CHECK(view.rows[0].expanded);
  CHECK(view.rows[1].origin == "origin 1 (2)");
  CHECK(view.rows[3].origin.empty());
  const LibraryView part = library().view("", {2, 3}, {"d", ""});
  CHECK(part.total == 8);
  CHECK(part.first == 2);
  CHECK(labels(part) == std::vector<std::string>{"Dam breach leaves 14 missing", "After the flood", "Port strike"});
  CHECK(library().view("", {50, 3}, {}).rows.empty());
}

TEST_CASE("the filter takes words of titles, outlets and stories, outlets alone, and days") {
  const auto matching = [](const std::string& filter) {
    std::string ids;
    for (const auto& [id, story] : library().matches(filter).articles) ids += id;
    return ids;
  };
  CHECK(matching("velda") == "bad");
  CHECK(matching("FLOOD") == "bd");
  CHECK(matching("velda outlet:ledger") == "a");
  CHECK(matching("after:2025-05-03") == "bad");
  CHECK(matching("before:2025-05-03") == "cfg");
  CHECK(matching("after:2025-05 before:2025-05-04") == "bf");
  CHECK(matching("after: before:") == "badcfge");
  CHECK(matching("nowhere").empty());
  const LibraryView view = library().view("after:yesterday harvest", {0, 9}, {});
  CHECK(view.filter_note == "after:yesterday is no date: write it as 2025-05-01 or 2025-05");
  CHECK(view.matching == 1);
  CHECK(library().view("ledger", {0, 9}, {}).rows[0].matching == 1);
  CHECK(library().view("ledger", {0, 9}, {}).rows[0].articles == 3);
}

TEST_CASE("the list of stories holds the heads whose name has the words") {
  CHECK(library().stories("", {0, 9}).total == 2);
  const StoriesView view = library().stories("port", {0, 9});
  REQUIRE(view.rows.size() == 1);
  CHECK(view.rows[0].story == "c");
}

TEST_CASE("a range of days is written short") {
  CHECK(date_range({2025, 5, 3}, {2025, 5, 3}) == "3 May 2025");
  CHECK(shown_period("130", {1300, 1, 1}) == "1300s");
  CHECK(shown_period("13", {1300, 1, 1}) == "14th century");
  CHECK(shown_period("20", {2000, 1, 1}) == "21st century");
  CHECK(shown_period("2025-05", {2025, 5, 1}) == "May 2025");
  CHECK(shown_period("2025-Q3", {2025, 7, 1}) == "Q3 2025");
  CHECK(shown_period("2019-W46", {2019, 11, 11}) == "week of 11 November 2019");
  TimelineEntry entry;
  entry.value = "2014";
  entry.end = "2016";
  entry.first = {2014, 1, 1};
  entry.last = {2016, 12, 31};
  CHECK(shown_days(entry) == "2014 to 2016");
  entry.value = "2025-08-29";
  entry.end = "2025-08-30";
  entry.first = {2025, 8, 29};
  entry.last = {2025, 8, 30};
  CHECK(shown_days(entry) == "29 to 30 August 2025");
  CHECK(shown_period("2019-FA", {2019, 9, 1}) == "autumn 2019");
  CHECK(shown_period("2019-W46-WE", {2019, 11, 16}) == "weekend of 16 November 2019");
  CHECK(shown_period("2019", {2019, 1, 1}) == "2019");
  CHECK(date_range({2024, 12, 30}, {2025, 1, 2}) == "30 Dec 2024 to 2 Jan 2025");
}

}  // namespace newsloupe
