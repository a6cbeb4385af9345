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
  for (const FigureGroup& group : find_figures(comparison, words, shared_resources())) {
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

TEST_CASE("sums in two currencies are not compared") {
  CHECK(figures({{"The owner put the damage to the old pier at $43 million.",
                  {"$43 million", "43000000", "", "USD", kMoney}},
                 {"The owner put the damage to the old pier at 40 million euros.",
                  {"40 million euros", "40000000", "", "EUR", kMoney}}}) ==
        "The owner put the damage to the old pier at $43 million: not-comparable unit\n");
}

}  // namespace newsloupe
