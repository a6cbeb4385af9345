#include "core/compare/quote_groups.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 8> kRelations = {"identical", "style",   "trimmed",    "extended",
                                                   "reworded",  "spliced", "paraphrase", "translated"};

Comparison compared(const std::vector<std::string>& texts) {
  std::vector<ArticlePtr> articles;
  for (const std::string& text : texts) {
    articles.push_back(plain_article(std::string(1, static_cast<char>('A' + articles.size())), text, "2025-09-16"));
  }
  return compare(articles, shared_resources());
}

// Groups of several members, "Ada Brook: A B, trimmed": the articles of the members, then the relations to the
// reference.
std::string groups_of(const std::vector<std::string>& texts) {
  const Comparison set = compared(texts);
  std::string result;
  for (const QuoteGroup& group : set.quotes) {
    if (group.members.size() < 2) continue;
    result += (result.empty() ? "" : "; ") + group.speaker + ":";
    for (const QuoteMember& m : group.members)
      result += std::string(" ") + static_cast<char>('A' + m.member.article.index());
    for (const QuoteVariant& v : group.variants) {
      if (v.a == group.reference) result += std::string(", ") + kRelations[static_cast<std::size_t>(v.relation)];
    }
  }
  return result;
}

const std::string kSpeech =
    "Remarks at the reopening of the lock\n"
    "Transcript\n"
    "MAYOR ADA BROOK: Friends of the harbour, good morning.\n"
    "We will build forty boats by spring, and we will not ask the fishers to pay for a single plank.\n"
    "There will be no new toll on the bridge, not this year.\n"
    "QUESTION: Who pays?\n"
    "MAYOR ADA BROOK: The lock cost more than we said.\n";
const std::string kLead = "The lock at Tarn was opened on Monday by Mayor Ada Brook, who spoke for an hour.\n";

}  // namespace

TEST_CASE("renderings of one utterance are one group, look-alikes are none") {
  struct {
    const char* what;
    std::vector<std::string> texts;
    std::string expected;
  } const table[] = {
      {"a long rendering and its pieces",
       {kLead + "\"We will open the lock at every tide, and nobody will pay a crown for the passage,\" Brook said.",
        kLead + "\"We will open the lock at every tide,\" Brook said.",
        kLead + "\"Nobody will pay a crown for the passage,\" Brook said."},
       "Ada Brook: A B C, trimmed, trimmed"},
      {"two pieces that share a stretch",
       {kLead + "\"It was a cold winter, and the boats froze fast in the outer harbour,\" Brook said.",
        kLead + "\"The boats froze fast in the outer harbour, and no one came to break the ice,\" Brook said."},
       "Ada Brook: A B, trimmed"},
      {"few words that carry sense",
       {kLead + "\"You will have it by the summer,\" Brook said.",
        kLead + "\"You will have it by summer,\" Brook said."},
       "Ada Brook: A B, trimmed"},
      {"another speaker with nearly the same words, named behind what he is",
       {kLead + "\"We will build forty boats of oak by spring,\" Brook said.\n\"We will build sixty boats of oak by "
                "spring,\" the leader of the opposition, Lorenz Tay, said.",
        kLead + "\"We will build fourteen boats of oak by spring,\" Brook said."},
       "Ada Brook: A B, reworded"},
      {"the same speaker on another occasion",
       {kLead + "\"There will be no new toll on the bridge, not as long as I live,\" Brook told a rally in May 2019.",
        kLead + "\"There will be no new toll on the bridge, and that is a promise,\" Brook said on Monday."},
       ""},
      {"a year in the sentence that tells of something else",
       {kLead + "Brook, mayor since 2009, said: \"The harbour will stay open through every storm of the winter.\"",
        kLead + "\"The harbour will stay open through every storm of the winter,\" Brook said."},
       "Ada Brook: A B, identical"},
      {"a report that quotes the words and adds none",
       {kLead + "\"The order book of the yard has never been fuller,\" Brook said.",
        kLead + "She said the \"order book of the yard has never been fuller.\""},
       "Ada Brook: A B, trimmed"},
      {"sentences that all print together",
       {kLead +
            "\"The water took two houses from my family. It came at night and left before the morning,\" Brook said.",
        kLead +
            "\"The water took two houses from my family. It came at night and left before the morning,\" Brook said."},
       "Ada Brook: A B, identical"},
      {"words spoken in another language",
       {kLead + "\"The sea does not ask for our passports, it asks for our respect,\" Brook said in Portuguese.",
        kLead + "\"The sea does not ask us for passports, it asks us for respect,\" Brook said."},
       "Ada Brook: A B, translated"},
      {"waters are no language",
       {kLead + "\"The sea does not ask for our passports, it asks for our respect,\" Brook said in Portuguese waters.",
        kLead + "\"The sea does not ask us for passports, it asks us for respect,\" Brook said."},
       "Ada Brook: A B, reworded"},
      {"a paper reports what its sources say: it is no speaker where another article names the sources",
       {kLead + "The Harbour Herald said the keeper had \"slept through two floods and a fire\" that winter.",
        kLead + "The keeper had \"slept through two floods and a fire\" that winter, two of the fishers said."},
       ": A B, identical"},
  };
  for (const auto& row : table) CHECK_MESSAGE(groups_of(row.texts) == row.expected, row.what);
}

TEST_CASE("a transcript is the reference, and carries its speaker on") {
  const Comparison set = compared(
      {kSpeech, kLead +
                    "\"We will build forty boats by spring,\" Brook said.\n\"There will be no new toll on the bridge, "
                    "and we will not ask the fishers to pay for a single plank,\" Brook said."});
  std::size_t shared = 0;
  for (const QuoteGroup& group : set.quotes) {
    if (group.members.size() < 2) continue;
    CHECK(group.reference == 0);
    CHECK(group.members[0].member.article.index() == 0);
    ++shared;
  }
  CHECK(shared >= 1);
}

TEST_CASE("the core of a group is what all direct renderings have") {
  const Comparison set =
      compared({kLead + "\"We will open the old lock at every tide, and nobody will pay for it,\" Brook said.",
                kLead + "\"We shall open the old lock at every tide, and nobody will pay for it,\" Brook said.",
                kLead + "\"We will open the old lock at every tide,\" Brook said."});
  REQUIRE(set.quotes.front().members.size() == 3);
  const QuoteGroup& group = set.quotes.front();
  const Article& article = set.article(group.members[group.reference].member.article);
  CHECK(article.text(group.core) == "open the old lock at every tide");
}

}  // namespace newsloupe
