#include <doctest/doctest.h>

#include <algorithm>

#include "core/compare/comparison.h"
#include "core/wire/comparison_json.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

std::vector<ArticlePtr> invented_set() {
  return {plain_article("north.txt",
                        "The mayor of Tarn opened the new bridge on Monday.\n"
                        "\"This bridge ends forty years of waiting for the ferry,\" Mayor Ilse Hart said.\n"
                        "Work on the bridge had cost 12 million crowns, the council said.",
                        "2024-06-04"),
          plain_article("south.txt",
                        "Tarn has its bridge. Mayor Ilse Hart cut the ribbon on Monday in the rain.\n"
                        "\"This bridge ends years of waiting for the ferry,\" Hart said.\n"
                        "A baker sold out of ferry cakes by noon.",
                        "2024-06-04"),
          plain_article("sport.txt", "The rowing club of Lemm won the lake regatta by two lengths.\nIts coach wept.")};
}

}  // namespace

TEST_CASE("an empty set compares to nothing, one article to itself") {
  CHECK(compare({}, shared_resources()).stories.empty());
  const Comparison one = compare({plain_article("a", "A short text.")}, shared_resources());
  CHECK(one.stories.size() == 1);
  CHECK(one.origins.size() == 1);
  CHECK_FALSE(one.brief.empty());
  CHECK(compare({plain_article("empty", "")}, shared_resources()).articles.size() == 1);
}

TEST_CASE("the order of arrival does not matter") {
  std::vector<ArticlePtr> articles = invented_set();
  const std::string first = comparison_json(compare(articles, shared_resources()), {}, true);
  std::reverse(articles.begin(), articles.end());
  CHECK(comparison_json(compare(articles, shared_resources()), {}, true) == first);
  std::rotate(articles.begin(), articles.begin() + 1, articles.end());
  CHECK(comparison_json(compare(articles, shared_resources()), {}, true) == first);
}

TEST_CASE("stories, quotes and members of an invented set") {
  const Comparison set = compare(invented_set(), shared_resources());
  REQUIRE(set.articles.size() == 3);
  CHECK(set.articles[0].story == set.articles[1].story);
  CHECK(set.articles[2].story != set.articles[0].story);
  CHECK(set.origins.size() == 3);
  REQUIRE_FALSE(set.quotes.empty());
  const QuoteGroup& ferry = set.quotes.front();
  REQUIRE(ferry.members.size() == 2);
  REQUIRE(ferry.variants.size() == 1);
  CHECK(ferry.variants[0].relation == VariantRelation::kTrimmed);
  for (const Fact& fact : set.facts) CHECK_FALSE(fact.members.empty());
  for (const BriefLine& line : set.brief) CHECK_FALSE(line.members.empty());
}

TEST_CASE("nothing of a day to come has happened") {
  const Comparison comparison =
      compare({plain_article(
                  "a", "The harbour wall broke on Sunday in the storm.\nThe ferry sails for Orla on July 22 at dawn.",
                  "2025-06-17")},
              shared_resources());
  REQUIRE(comparison.timeline.size() == 2);
  CHECK(comparison.timeline[0].value == "2025-06-15");
  CHECK(comparison.timeline[0].status == EventStatus::kHappened);
  CHECK(comparison.timeline[1].value == "2025-07-22");
  CHECK(comparison.timeline[1].status == EventStatus::kPlanned);
}

TEST_CASE("an entry of the timeline goes on to what is said of its day") {
  const Comparison comparison =
      compare({plain_article("a", "In his letter on Friday, Tom Hill, the pilot, had asked for a new harbour wall.",
                             "2025-06-15")},
              shared_resources());
  REQUIRE(comparison.timeline.size() == 1);
  CHECK(comparison.timeline[0].label ==
        "In his letter on Friday, Tom Hill, the pilot, had asked for a new harbour wall");
}

TEST_CASE("an entry of the timeline shows its day, and no other's words cut out of their place") {
  const struct {
    const char *text, *label;
  } rows[] = {
      {"Ana Okoro, who married her partner, Joan Weaver, in Orla last year, took to the harbour radio on a cold "
       "morning "
       "to rebuke the council of the town for its plan.",
       "Ana Okoro, who married her partner, Joan Weaver, in Orla last year, took to the harbour radio on a cold "
       "morning "
       "to rebuke the council of…"},
      {"A former pilot of the northern quay, Tom Hill was elected in 2008 to the seat of his father, and he now sits "
       "with "
       "those who have long been against the new wall of the harbour.",
       "Tom Hill was elected in 2008 to the seat of his father"},
      {"The harbour wall is too low and too old for the storms that come from the north each winter, the pilot's "
       "lawyer "
       "said Friday, though nobody in the council had asked him for it.",
       "… that come from the north each winter, the pilot's lawyer said Friday, though nobody in the council had asked "
       "him for it"},
      {"The council of the old harbour town, which had waited long for the money and had lost much of its trade to "
       "the towns of the southern shore, voted for the new wall on 3 May 2025 after a long debate.",
       "… voted for the new wall on 3 May 2025 after a long debate"},
  };
  for (const auto& row : rows) {
    const Comparison comparison = compare({plain_article("a", row.text, "2025-06-15")}, shared_resources());
    REQUIRE(comparison.timeline.size() == 1);
    CHECK(comparison.timeline[0].label == row.label);
  }
}

}  // namespace newsloupe
