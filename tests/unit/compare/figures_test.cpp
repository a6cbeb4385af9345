#include "core/compare/figures.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "core/compare/comparison.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// An amount given by hand: where it stands, what it says.
struct Given {
  const char *words, *value, *counted = "", *unit = "";
  QuantityKind kind = QuantityKind::kCount;
  Bound bound = Bound::kNone;
};

struct Line {
  const char* text;
  Given amount;
  const char* published = "";
};

ArticlePtr article_from(std::size_t number, const Line& line) {
  auto article = plain_article("article" + std::to_string(number), line.text, line.published);
  Quantity quantity;
  quantity.span = span_of(*article, line.amount.words);
  if (*line.amount.counted != '\0') quantity.counted = span_of(*article, line.amount.counted);
  quantity.value = *Decimal::parse(line.amount.value);
  quantity.unit = line.amount.unit;
  quantity.kind = line.amount.kind;
  quantity.bound = line.amount.bound;
  article->resolution.quantities = Layer<Quantity>({quantity});
  return article;
}

// "People killed: differ updated", or "" where the amounts are not linked.
std::string figures(const std::vector<Line>& lines) {
  static constexpr std::array<const char*, 3> kRelations = {"agree", "differ", "not-comparable"};
  static constexpr std::array<const char*, 7> kReasons = {"",      " updated", " scope",      " rounding",
                                                          " unit", " source",  " unexplained"};
  Comparison comparison;
  std::vector<ArticlePtr> articles;
  for (const Line& line : lines) articles.push_back(article_from(articles.size(), line));
  for (const ArticlePtr& article : articles) comparison.articles.push_back({article, 10});
  const SetWords words(articles, shared_resources());
  std::string text;
  for (const FigureGroup& group :
       find_figures(comparison, words, find_figure_candidates(comparison, words, shared_resources()))) {
    text += group.label + ": " + kRelations[static_cast<std::size_t>(group.relation)] +
            kReasons[static_cast<std::size_t>(group.reason)] + "\n";
  }
  return text;
}

constexpr QuantityKind kMoney = QuantityKind::kMoney, kMeasure = QuantityKind::kMeasure;

}  // namespace

TEST_CASE("figures about one thing agree or differ, with the reason") {
  CHECK(figures({{"Five people were killed in Tarn.", {"Five", "5", "people"}},
                 {"The slide killed five people.", {"five", "5", "people"}}}) == "People killed: agree\n");
  CHECK(figures({{"Three people were killed.", {"Three", "3", "people"}, "2025-05-03"},
                 {"Five people were killed.", {"Five", "5", "people"}, "2025-05-04"}}) ==
        "People killed: differ updated\n");
  CHECK(figures({{"Rescuers looked for 14 missing people.", {"14", "14", "missing people"}, "2025-05-04"},
                 {"Rescuers looked for 12 missing people.", {"12", "12", "missing people"}, "2025-05-04"}}) ==
        "People missing: differ unexplained\n");
  CHECK(figures({{"Some 88 mm of rain fell at Harle.", {"88 mm", "88", "rain", "mm", kMeasure}},
                 {"At Harle 3.5 inches of rain fell.", {"3.5 inches", "3.5", "rain", "inch", kMeasure}}}) ==
        "Rain: agree unit\n");
}

TEST_CASE("figures of different things are not linked") {
  CHECK(figures({{"Five people were killed on Friday.", {"Five", "5", "people"}},
                 {"Eleven people were injured on Friday.", {"Eleven", "11", "people"}}}) == "");
  CHECK(figures({{"The school took in 640 people.", {"640", "640", "people"}},
                 {"About 2,300 people live there.", {"2,300", "2300", "people"}}}) == "");
  CHECK(figures({{"The repair cost 6.5 million crowns.", {"6.5 million crowns", "6500000", "", "CZK", kMoney}},
                 {"The fund holds 12 million crowns.", {"12 million crowns", "12000000", "", "CZK", kMoney}}}) == "");
  CHECK(figures({{"Five boats sank near the pier.", {"Five", "5", "boats"}},
                 {"Nine goats sank in the mud.", {"Nine", "9", "goats"}}}) == "");
}

TEST_CASE("nothing is said to differ where it may be something else") {
  // another event, named by its place and its month
  CHECK(figures({{"Ten people were killed on the island of Harle.", {"Ten", "10", "people"}, "2025-11-28"},
                 {"In February a quake near Zand killed 30 people.", {"30", "30", "people"}, "2025-11-28"}}) == "");
  // another part of those who were counted
  CHECK(figures({{"Two women died in the fire.", {"Two", "2", "women"}},
                 {"One man died in the fire.", {"One", "1", "man"}}}) == "");
  CHECK(figures({{"Nine of the 40 people were killed.", {"40", "40", "people"}},
                 {"The blast killed 15 people.", {"15", "15", "people"}}}) == "");
  // what may be, what somebody aims at, what was before
  CHECK(figures({{"Up to here 12 people could be killed.", {"12", "12", "people"}},
                 {"The blast killed 15 people.", {"15", "15", "people"}}}) == "");
  CHECK(figures({{"Revenue was 19 million crowns.", {"19 million crowns", "19000000", "", "CZK", kMoney}},
                 {"It aims at revenue of 25 million crowns.", {"25 million crowns", "25000000", "", "CZK", kMoney}}}) ==
        "");
  // another scale: one of them speaks of something else
  CHECK(figures({{"Police arrested one person.", {"one", "1", "person"}, "2025-05-04"},
                 {"Police arrested 46 people.", {"46", "46", "people"}, "2025-05-04"}}) == "");
}

TEST_CASE("what an article calls its one revenue, profit or turnout is one thing") {
  CHECK(
      figures({{"Net profit came in at 312 million crowns.", {"312 million crowns", "312000000", "", "CZK", kMoney}},
               {"It had a net income of 321 million crowns.", {"321 million crowns", "321000000", "", "CZK", kMoney}}})
          .ends_with("differ unexplained\n"));
  CHECK(figures({{"Revenue rose to 4.97 million crowns.", {"4.97 million crowns", "4970000", "", "CZK", kMoney}},
                 {"It had sales of nearly five million crowns.",
                  {"five million crowns", "5000000", "", "CZK", kMoney, Bound::kNearly}}})
            .ends_with("agree rounding\n"));
}

TEST_CASE("tolls are read from what stands by the number") {
  const auto label = [](const Line& line) { return figures({line, line}); };
  CHECK(label({"The number of people killed by the slide rose to 26.", {"26", "26"}}) == "People killed: agree\n");
  CHECK(label({"The death toll stood at 26.", {"26", "26"}}) == "People killed: agree\n");
  CHECK(label({"Some 30,000 people marched through Harle.", {"30,000", "30000", "people"}}) ==
        "People taking part: agree\n");
  CHECK(label({"They were shot dead by two gunmen in Harle.", {"two", "2", "gunmen"}}).find("killed") ==
        std::string::npos);
  CHECK(label({"The death of the father of two shocked Harle.", {"two", "2"}}).find("killed") == std::string::npos);
}

TEST_CASE("sums in two currencies are not compared") {
  CHECK(figures({{"The owner put the damage to the old pier at $43 million.",
                  {"$43 million", "43000000", "", "USD", kMoney}},
                 {"The owner put the damage to the old pier at 40 million euros.",
                  {"40 million euros", "40000000", "", "EUR", kMoney}}}) ==
        "The owner put the damage to the old pier at $43 million: not-comparable unit\n");
}

}  // namespace newsloupe
