#include "core/compare/text_reuse.h"

#include <doctest/doctest.h>

#include <string>

#include "core/compare/origins.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

const std::string kWire =
    "The old pier at Orrin gave way on Friday night and took two small boats with it into the harbour.\n"
    "Nobody was hurt, the harbour master said, because the pier had been closed since the winter storms.\n"
    "Divers will look at the remaining posts next week before anyone decides what is to become of them.";
const std::string kOwn =
    "Fishermen woke to a gap in the sea front. What stood there for ninety years now lies under water.\n"
    "A neighbour had filmed the last minutes with a telephone and showed it to everyone in the bakery.";

Reuse only_pair(const std::string& a, const std::string& b) {
  const std::vector<ArticlePtr> articles = {plain_article("a", a), plain_article("b", b)};
  const std::vector<Reuse> found = find_reuse(SetWords(articles, shared_resources()));
  REQUIRE(found.size() == 1);
  return found.front();
}

}  // namespace

TEST_CASE("a copy is wholly shared, with its own words left out of the runs") {
  const Reuse pair = only_pair(kWire, kWire + "\n" + kOwn);
  CHECK(pair.label == ReuseLabel::kWholly);
  CHECK(pair.containment_a == 1000);
  CHECK(pair.containment_b < 700);
  REQUIRE(pair.runs.size() == 1);
  CHECK(pair.runs.front().a == TextSpan{0, static_cast<std::uint32_t>(kWire.size() - 1)});
}

TEST_CASE("moved paragraphs are found, and nothing is counted twice") {
  const std::size_t cut = kWire.find('\n') + 1;
  const Reuse pair = only_pair(kWire, kWire.substr(cut) + "\n" + kWire.substr(0, cut));
  CHECK(pair.containment_a == 1000);
  CHECK(pair.containment_b == 1000);
  CHECK(pair.runs.size() == 2);
}

TEST_CASE("independent texts and single stock phrases share nothing to speak of") {
  const std::vector<ArticlePtr> articles = {plain_article("a", kWire), plain_article("b", kOwn)};
  CHECK(find_reuse(SetWords(articles, shared_resources())).empty());
  const Reuse phrase = only_pair("He was taken to the county jail late on Friday night.",
                                 "Two others were taken to the county jail late on Monday.");
  CHECK(phrase.label == ReuseLabel::kSlight);
}

TEST_CASE("shared words that stand in quotation marks are quote-only") {
  const std::string quote = "\"We shall build the pier again, post by post, as our grandparents did before us,\"";
  const Reuse pair = only_pair(quote + " the mayor said on Friday to a small crowd. " + kOwn,
                               "In the town hall the mayor spoke of the future. " + quote + " she said.");
  CHECK(pair.label == ReuseLabel::kQuoteOnly);
}

TEST_CASE("origins: wording joins, a credit alone does not") {
  const auto with_agency = [](const char* id, const std::string& text, const char* agency) {
    auto article = plain_article(id, text);
    article->metadata.agency = agency;
    return article;
  };
  const std::vector<ArticlePtr> articles = {with_agency("a", kWire, "Wire One"), with_agency("b", kWire + kOwn, ""),
                                            with_agency("c", kOwn.substr(0, 40), "Wire One")};
  const std::vector<Reuse> reuse = find_reuse(SetWords(articles, shared_resources()));
  const std::vector<Origin> origins = find_origins(digests_of(articles), reuse);
  REQUIRE(origins.size() == 2);
  CHECK(origins[0].articles.size() == 2);
  CHECK(origins[0].basis == OriginBasis::kWording);
  CHECK(origins[1].basis == OriginBasis::kSingle);
}

TEST_CASE("the one article published first is the source of its origin; without dates nobody is") {
  const auto directions = [](const char* day_a, const char* day_b) {
    const std::vector<ArticlePtr> articles = {plain_article("a", kWire, day_a),
                                              plain_article("b", kWire + "\n" + kOwn, day_b)};
    std::vector<Reuse> reuse = find_reuse(SetWords(articles, shared_resources()));
    find_directions(articles, find_origins(digests_of(articles), reuse), reuse);
    return reuse.front().direction;
  };
  CHECK(directions("2025-05-03", "2025-05-04") == ReuseDirection::kBFromA);
  CHECK(directions("2025-05-04", "2025-05-03") == ReuseDirection::kAFromB);
  CHECK(directions("2025-05-04", "2025-05-04") == ReuseDirection::kUnknown);
  CHECK(directions("2025-05-04T18:20", "2025-05-04T11:05") == ReuseDirection::kAFromB);
  CHECK(directions("", "2025-05-04") == ReuseDirection::kUnknown);
}

}  // namespace newsloupe
