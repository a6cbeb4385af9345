#include "core/compare/reading_corrector.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/wire/comparison_json.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

const std::string kLedger =
    "President Elena Marsh met Luis Ortiz in Velda on Monday.\n"
    "\"The curfew will be lifted within days, not weeks,\" Marsh said.\n"
    "The so-called \"river parliament of the valley\" did not meet, Ortiz said.\n";
const std::string kHerald =
    "The president of Velda, Helena Marsch, spoke on Monday.\n"
    "\"The curfew will be lifted within days, not weeks,\" Marsch told reporters.\n";
const std::string kPost =
    "Helena Marsch left the town of Velda on Tuesday.\n"
    "\"The harbour will open again before the winter comes,\" said the harbour master, Ada Okafor.\n";

std::vector<ArticlePtr> set_of_three() {
  return {plain_article("a", kLedger, "2025-05-05"), plain_article("b", kHerald, "2025-05-06"),
          plain_article("c", kPost, "2025-05-07")};
}

NameAnchor anchor(const std::vector<ArticlePtr>& articles, std::size_t article, std::string_view words) {
  return {articles[article]->source.id, span_of(*articles[article], words)};
}

// "Elena Marsh 0 1; Velda 0 1 2": names with the articles they are in, by name.
std::string persons(const Comparison& comparison) {
  std::vector<std::string> lines;
  for (const SetEntity& entity : comparison.entities) {
    if (entity.type != EntityType::kPerson) continue;
    std::string line = entity.name + (entity.corrected ? "*" : "");
    for (const auto& in : entity.articles) line += " " + std::to_string(in.article.value);
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
  return text;
}

const QuoteGroup* group_with(const Comparison& comparison, std::string_view words) {
  for (const QuoteGroup& group : comparison.quotes) {
    for (const QuoteMember& m : group.members) {
      if (comparison.article(m.member.article).text(m.member.span).find(words) != std::string_view::npos) return &group;
    }
  }
  return nullptr;
}

TextSpan quote_with(const Article& article, std::string_view words) {
  for (const Quote& quote : article.resolution.quotes) {
    if (article.text(quote.span).find(words) != std::string_view::npos) return quote.span;
  }
  return {};
}

Comparison compared(const std::vector<ArticlePtr>& articles, const std::vector<ReadingCorrection>& corrections) {
  return compare(articles, shared_resources(), corrections);
}

}  // namespace

TEST_CASE("two names made one are one in every article of the set, under the second name") {
  const std::vector<ArticlePtr> articles = set_of_three();
  CHECK(persons(compared(articles, {})) == "Ada Okafor 2; Elena Marsh 0; Helena Marsch 1 2; Luis Ortiz 0");
  const MergeNames merge{anchor(articles, 1, "Helena Marsch"), anchor(articles, 0, "Elena Marsh")};
  const Comparison comparison = compared(articles, {merge});
  CHECK(persons(comparison) == "Ada Okafor 2; Elena Marsh* 0 1 2; Luis Ortiz 0");
  CHECK(comparison.unmatched.empty());
  const QuoteGroup* curfew = group_with(comparison, "curfew");
  REQUIRE(curfew != nullptr);
  CHECK(curfew->members.size() == 2);
  CHECK(curfew->speaker == "Elena Marsh");
  // The articles themselves are left as they were read.
  CHECK(articles[1]->resolution.entities[0].corrected == false);
}

TEST_CASE("names of one article made one leave no second entity in it, and its quotes point at the one") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const Comparison comparison =
      compared(articles, {MergeNames{anchor(articles, 0, "Luis Ortiz"), anchor(articles, 0, "Elena Marsh")}});
  CHECK(persons(comparison) == "Ada Okafor 2; Elena Marsh* 0; Helena Marsch 1 2");
  const Resolution& r = comparison.article(ArticleIndex(0)).resolution;
  for (const Attribution& who : r.attributions) {
    if (who.entity.valid()) CHECK(who.entity.index() < r.entities.size());
  }
  for (const Entity& entity : r.entities) {
    for (const Id<Mention> m : entity.mentions) CHECK(r.mentions[m].type == entity.type);
  }
}

TEST_CASE("a corrected name meets those written alike; its old form stays as an alias") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const Comparison comparison = compared(articles, {RenameName{anchor(articles, 2, "Helena Marsch"), "Elena Marsh"}});
  CHECK(persons(comparison) == "Ada Okafor 2; Elena Marsh* 0 1 2; Luis Ortiz 0");
  for (const SetEntity& entity : comparison.entities) {
    if (entity.name != "Elena Marsh") continue;
    CHECK(std::find(entity.aliases.begin(), entity.aliases.end(), "Helena Marsch") != entity.aliases.end());
  }
}

TEST_CASE("a type given in one article holds in all") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const Comparison comparison =
      compared(articles, {RetypeName{anchor(articles, 2, "Velda"), EntityType::kOrganization}});
  for (const SetEntity& entity : comparison.entities) {
    if (entity.name == "Velda") CHECK(entity.type == EntityType::kOrganization);
  }
  for (std::size_t a = 0; a < 3; ++a) {
    for (const Entity& entity : comparison.article(ArticleIndex(a)).resolution.entities) {
      if (entity.name == "Velda") CHECK(entity.type == EntityType::kOrganization);
    }
  }
}

TEST_CASE("a speaker is set by name: of the article, of another article, of nobody") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const TextSpan harbour = quote_with(*articles[2], "harbour will open");
  const auto speaker = [&](const std::string& name) {
    const Comparison comparison = compared(articles, {SetSpeaker{"c", harbour, name}});
    CHECK(comparison.unmatched.empty());
    const QuoteGroup* group = group_with(comparison, "harbour will open");
    REQUIRE(group != nullptr);
    const Resolution& r = comparison.article(ArticleIndex(2)).resolution;
    for (std::size_t q = 0; q < r.quotes.size(); ++q) CHECK(r.attributions[q].corrected());
    return group->speaker + (r.attributions[0].entity.valid() ? " (here)" : "");
  };
  CHECK(speaker("Helena Marsch") == "Helena Marsch (here)");
  CHECK(speaker("luis ortiz") == "Luis Ortiz");
  CHECK(speaker("Nora Blum") == "Nora Blum");
  CHECK(speaker("") == "");
}

TEST_CASE("speakers of two renderings that are set to one person make one group; words apart stay apart") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const Comparison comparison = compared(articles, {SetSpeaker{"a", quote_with(*articles[0], "curfew"), "Luis Ortiz"},
                                                    SetSpeaker{"b", quote_with(*articles[1], "curfew"), "Luis Ortiz"}});
  const QuoteGroup* curfew = group_with(comparison, "curfew");
  REQUIRE(curfew != nullptr);
  CHECK(curfew->members.size() == 2);
  CHECK(curfew->speaker == "Luis Ortiz");
}

TEST_CASE("words that are no speech are in no quote and in no group") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const TextSpan curfew = quote_with(*articles[0], "curfew");
  const std::size_t before = articles[0]->resolution.quotes.size();
  const Comparison comparison = compared(articles, {RejectQuote{"a", curfew}});
  const Resolution& r = comparison.article(ArticleIndex(0)).resolution;
  CHECK(r.quotes.size() == before - 1);
  CHECK(r.attributions.size() == r.quotes.size());
  for (const Quote& quote : r.quotes) CHECK(quote.span != curfew);
}

TEST_CASE("an anchor that meets nothing corrects nothing and is named") {
  const std::vector<ArticlePtr> articles = set_of_three();
  const std::vector<ReadingCorrection> corrections = {
      RenameName{{"gone", {1, 4}}, "Nobody"}, RenameName{{"a", {1, 4}}, "Nobody"},
      RenameName{anchor(articles, 0, "Elena Marsh"), "Elena Marsh-Roth"}, RejectQuote{"b", {0, 3}},
      SetSpeaker{"gone", {0, 3}, "Elena Marsh"}};
  const Comparison comparison = compared(articles, corrections);
  CHECK(comparison.unmatched == std::vector<std::uint32_t>{0, 1, 3, 4});
  CHECK(persons(comparison) == "Ada Okafor 2; Elena Marsh-Roth* 0; Helena Marsch 1 2; Luis Ortiz 0");
}

TEST_CASE("later corrections act on what the earlier ones left, whatever the order of the articles") {
  std::vector<ArticlePtr> articles = set_of_three();
  const std::vector<ReadingCorrection> corrections = {
      MergeNames{anchor(articles, 1, "Helena Marsch"), anchor(articles, 0, "Elena Marsh")},
      RenameName{anchor(articles, 2, "Helena Marsch"), "Elena M. Marsh"},
      SetSpeaker{"c", quote_with(*articles[2], "harbour"), "Elena Marsh"},
  };
  const Comparison comparison = compared(articles, corrections);
  CHECK(persons(comparison) == "Ada Okafor 2; Elena M. Marsh* 0 1 2; Luis Ortiz 0");
  CHECK(group_with(comparison, "harbour will open")->speaker == "Elena M. Marsh");
  std::reverse(articles.begin(), articles.end());
  CHECK(comparison_json(compared(articles, corrections), {}, true) == comparison_json(comparison, {}, true));
}

}  // namespace newsloupe
