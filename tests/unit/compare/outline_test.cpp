#include "core/compare/outline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/compare/shared_wording.h"
#include "core/compare/stories.h"
#include "core/compare/text_reuse.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// A made word for each number, different for different numbers.
std::string word(unsigned number) {
  static constexpr std::string_view kSyllables[] = {"ba", "do", "fe", "gi", "ku", "la",
                                                    "mo", "ne", "pi", "ru", "sa", "to"};
  std::string made = "w";
  for (int i = 0; i < 4; ++i, number /= 12) made += kSyllables[number % 12];
  return made;
}

// Report `n` on a topic: the topic's own words in another order each time, and
// words that all topics use.
std::string report(unsigned topic, unsigned n) {
  std::string text;
  for (unsigned i = 0; i < 24; ++i) {
    text += word(topic * 12 + (i * (2 * n + 5) + n) % 12) + (i % 6 == 5   ? ". "
                                                             : i % 2 == 0 ? " often made "
                                                                          : " near ");
  }
  return text;
}

std::vector<ArticlePtr> reports(unsigned topics) {
  std::vector<ArticlePtr> articles;
  for (unsigned t = 0; t < topics; ++t) {
    const std::string id = std::to_string(1000 + t), first = report(t, 0);
    articles.push_back(plain_article(id + "-a", first, "2025-05-04"));
    articles.push_back(plain_article(id + "-b", report(t, 3), "2025-05-04"));
    articles.push_back(plain_article(id + "-c", first + "Nothing else was said about it on that day.", "2025-05-05"));
  }
  return articles;
}

void check_thirds(const SetOutline& outline, std::size_t topics) {
  CHECK(outline.stories.size() == topics);
  CHECK(outline.origins.size() == topics * 2);
  for (const Story& story : outline.stories) CHECK(story.articles.size() == 3);
  for (std::size_t t = 0; t < topics; ++t) {
    CHECK(outline.articles[t * 3].origin == outline.articles[t * 3 + 2].origin);
    CHECK(outline.articles[t * 3].origin != outline.articles[t * 3 + 1].origin);
  }
}

}  // namespace

TEST_CASE(
    "stories and origins are found in small sets and in those where not "
    "every pair is looked at") {
  check_thirds(outline(digests_of(reports(20)), shared_resources()), 20);
  constexpr unsigned kTopics = kAllPairsUpTo / 3 + 9;
  check_thirds(outline(digests_of(reports(kTopics)), shared_resources()), kTopics);
}

TEST_CASE(
    "an outline is made in pieces, and does not depend on the order of "
    "the articles") {
  std::vector<ArticlePtr> articles = reports(30);
  const SetOutline straight = outline(digests_of(articles), shared_resources());
  std::reverse(articles.begin(), articles.end());
  OutlineMaker maker(digests_of(articles), shared_resources());
  std::size_t pieces = 1;
  while (maker.step()) ++pieces;
  CHECK(pieces > 5);
  const SetOutline reversed = maker.take();
  REQUIRE(reversed.stories.size() == straight.stories.size());
  for (std::size_t s = 0; s < straight.stories.size(); ++s) {
    CHECK(reversed.stories[s].label == straight.stories[s].label);
    CHECK(reversed.stories[s].articles == straight.stories[s].articles);
  }
}

TEST_CASE("shared wording is measured as find_reuse() does") {
  std::vector<ArticlePtr> articles = reports(4);
  articles.push_back(plain_article("2000", report(0, 0) + report(1, 0)));
  articles.push_back(plain_article("2001", report(2, 3) + "\n" + report(2, 0) + "\n" + report(2, 3)));
  const SetWords words(articles, shared_resources());
  const std::vector<Reuse> exact = find_reuse(words);
  SharedWording wording;
  for (const ArticleWords& article : words.articles()) wording.add(article);
  while (wording.step()) continue;
  const std::vector<Reuse> shared = wording.take();
  REQUIRE(exact.size() >= 7);
  REQUIRE(shared.size() == exact.size());
  for (std::size_t i = 0; i < exact.size(); ++i) {
    CHECK(shared[i].a == exact[i].a);
    CHECK(shared[i].b == exact[i].b);
    CHECK(shared[i].label == exact[i].label);
    CHECK(shared[i].containment_a == exact[i].containment_a);
    CHECK(shared[i].containment_b == exact[i].containment_b);
  }
}

}  // namespace newsloupe
