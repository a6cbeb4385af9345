#include "core/compare/pair_comparison.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// "same: words > words", "other: ...", "only a: words", one line a passage.
std::string compared(const std::string& a, const std::string& b, bool turned = false) {
  const Comparison all = compare({plain_article("a", a), plain_article("b", b)}, shared_resources());
  const ArticleIndex first(std::size_t{turned ? 1U : 0U}), second(std::size_t{turned ? 0U : 1U});
  constexpr std::array<const char*, 4> kWords = {"same", "other", "only a", "only b"};
  std::string out;
  for (const PairPassage& passage : compare_pair(all, first, second).passages) {
    out += std::string(kWords[static_cast<std::size_t>(passage.relation)]) + ": ";
    if (!passage.a.empty()) out += all.article(first).text(passage.a.span);
    if (!passage.a.empty() && !passage.b.empty()) out += " > ";
    if (!passage.b.empty()) out += all.article(second).text(passage.b.span);
    for (const QuoteEdit& edit : passage.edits) {
      out += " [" + std::string(all.article(first).text(edit.a)) + ">" + std::string(all.article(second).text(edit.b)) +
             "]";
    }
    out += "\n";
  }
  return out;
}

const std::string kRescue = "Rescue teams searched the flooded valley below the dam for 14 people until it was dark.";
const std::string kRescueOther =
    "Rescue teams searched the flooded valley below the dam for 12 people until it was dark.";
const std::string kInspected = "The gates had been inspected in March by two engineers.";
const std::string kSchool = "Families from the lower town spent the night at the school in Harrow Street on the hill.";
const std::string kCapital = "The president spoke in the capital.";

}  // namespace

TEST_CASE("sentences that share their wording stand together, with the words that differ; the others stand alone") {
  CHECK(compared(kRescue + " " + kInspected + "\n\n" + kSchool, kRescueOther + "\n\n" + kCapital + "\n\n" + kSchool) ==
        "same: " + kRescue + " > " + kRescueOther + " [14>12]\nonly a: " + kInspected + "\nonly b: " + kCapital +
            "\nsame: " + kSchool + " > " + kSchool + "\n");
}

TEST_CASE("the sides exchanged give the same passages") {
  CHECK(compared(kRescue + " " + kInspected + "\n\n" + kSchool, kRescueOther + "\n\n" + kCapital + "\n\n" + kSchool,
                 true) == "same: " + kRescueOther + " > " + kRescue + " [12>14]\nonly a: " + kCapital +
                              "\nonly b: " + kInspected + "\nsame: " + kSchool + " > " + kSchool + "\n");
}

TEST_CASE("a passage that was moved stands where the left text has it") {
  CHECK(compared(kRescue + "\n\n" + kSchool, kSchool + "\n\n" + kRescue) ==
        "same: " + kRescue + " > " + kRescue + "\nsame: " + kSchool + " > " + kSchool + "\n");
}

TEST_CASE("one sentence stands for two that were made of it") {
  const std::string one =
      "The water rose by three metres within an hour before dawn and the mill canal carried the boats into the lower "
      "town.";
  const std::string two =
      "The water rose by three metres within an hour before dawn. The mill canal carried the boats into the lower "
      "town.";
  CHECK(compared(one, two) == "same: " + one + " > " + two + " [and>]\n");
}

TEST_CASE("texts without anything in common are listed one after the other, and totals count what each has alone") {
  CHECK(compared(kInspected, kCapital) == "only a: " + kInspected + "\nonly b: " + kCapital + "\n");
  const Comparison all =
      compare({plain_article("a", kRescue + " " + kInspected), plain_article("b", kRescueOther)}, shared_resources());
  const PairComparison pair = compare_pair(all, ArticleIndex(std::size_t{0}), ArticleIndex(std::size_t{1}));
  CHECK(pair.a.sentences == 2);
  CHECK(pair.a.only_sentences == 1);
  CHECK(pair.a.only_words == 10);
  CHECK(pair.b.only_sentences == 0);
}

}  // namespace newsloupe
