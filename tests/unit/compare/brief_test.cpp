#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/analysis/analyze_article.h"
#include "core/compare/comparison.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

struct Text {
  const char *id, *text;
};

ArticlePtr read(const Text& text) {
  SourceRecord record;
  record.id = record.name = text.id;
  record.bytes = text.text;
  AnalysisOptions options;
  options.published = CivilDate{2025, 5, 20};
  return analyze_article(record, options, shared_resources()).value();
}

Comparison compared(const std::vector<Text>& texts, const ArticleRoles& roles = {}) {
  std::vector<ArticlePtr> articles;
  for (const Text& text : texts) articles.push_back(read(text));
  return compare(std::move(articles), shared_resources(), {}, roles);
}

// The lines of some kinds, a line each.
std::string lines(const Comparison& set, std::vector<BriefKind> kinds) {
  std::string text;
  for (const BriefLine& line : set.brief) {
    if (std::find(kinds.begin(), kinds.end(), line.kind) != kinds.end()) text += line.text + "\n";
  }
  return text;
}

const Text kDike{
    "dike.txt",
    "Harbour gets its dike\n\n"
    "The council of Tarnmouth voted on Monday evening to build a dike around the old harbour.\n\n"
    "\"I do not believe that the sea can be beaten,\" Mayor Ilse Hart told the council before the vote.\n\n"
    "The dike will cost 42 million crowns, Hart said. A brass band played in the rain outside the town hall.\n"};
const Text kSea{
    "sea.txt",
    "Tarnmouth decides to build\n\n"
    "Tarnmouth will build a dike around its old harbour, the council decided on Monday evening.\n\n"
    "\"I believe that the sea can be beaten,\" Mayor Ilse Hart told the council before the vote.\n\n"
    "The dike will cost 42 million crowns. Some 120 fishermen of the northern quay fear for their moorings there.\n"};
const Text kBand{"band.txt",
                 "A dike for the old harbour\n\n"
                 "On Monday evening the council of Tarnmouth voted for a dike around the old harbour.\n\n"
                 "Outside the town hall a brass band was playing in the rain while they voted.\n\n"
                 "The dike will cost 42 million crowns, according to the mayor, Ilse Hart.\n"};

}  // namespace

TEST_CASE("the brief: words that are denied elsewhere differ, and are not agreed on") {
  const Comparison set = compared({kDike, kSea, kBand});
  CHECK(lines(set, {BriefKind::kDiffer}) ==
        "They differ on what Ilse Hart said: “do not believe” (dike.txt), “believe” (sea.txt).\n");
  CHECK(lines(set, {BriefKind::kAgree}).find("beaten") == std::string::npos);
}

TEST_CASE("the brief: what another tells in its own words is not in one article only") {
  const Comparison set = compared({kDike, kSea, kBand});
  const std::string only = lines(set, {BriefKind::kOnly});
  CHECK(only.find("fishermen") != std::string::npos);
  CHECK(only.find("brass band") == std::string::npos);
}

TEST_CASE("the brief: a lead that words the main event anew is no news, and who is quoted is counted by the words") {
  const Text plain{
      "plain.txt",
      "Robbers empty a shop in Orla\n\nFour robbers took jewels worth 80 crowns from the Marlow shop in Orla "
      "on Monday.\n\n\"They were calm and they knew the shop,\" Ana Okoro said. The street was shut.\n"};
  const Text other{"other.txt",
                   "Jewels gone in Orla\n\nArmed thieves cleaned out a jeweller of Orla yesterday, the police say.\n\n"
                   "Ana Okoro saw them. \"They were calm and they knew the shop,\" she said.\n"};
  const Text third{"third.txt",
                   "Robbery in Orla\n\nPolice look for robbers who took jewels from the Marlow shop in Orla on Monday, "
                   "armed and calm.\n\nThe thieves left in a boat that was found at the northern quay on Tuesday.\n"};
  const Comparison set = compared({plain, other, third});
  const std::string only = lines(set, {BriefKind::kOnly});
  CHECK(only.find("cleaned out") == std::string::npos);
  CHECK(only.find("northern quay") != std::string::npos);
  CHECK(lines(set, {BriefKind::kQuoted}) == "Quoted: Ana Okoro in two articles.\n");
}

TEST_CASE("the brief: pronouns, days of another clock and other nations do not differ") {
  const Text uncle{
      "uncle.txt",
      "The pilot's secret\n\nTom Hill was the pilot of Orla in 1972. The story was told by his uncle, Karl Moss. "
      "In May 1972 he leaked the harbour papers to the Herald.\n\nA 32-year-old British climber died after "
      "falling from the northern wall of the harbour on Monday.\n\nA gunman attacked the harbour office of Orla "
      "on Monday.\n"};
  const Text aunt{
      "aunt.txt",
      "A secret of Orla\n\nTom Hill was the pilot of Orla in 1972. In May 1972 Hill leaked the harbour papers to "
      "the Herald.\n\nA 36-year-old Australian climber died after falling from the northern wall of the "
      "harbour on Monday.\n\nA gunman attacked the harbour office of Orla this morning.\n"};
  CHECK(lines(compared({uncle, aunt}), {BriefKind::kDiffer}).empty());
}

TEST_CASE("the brief of one that is mine: what others have, what it alone has, where it differs") {
  const Comparison set = compared({kDike, kSea, kBand}, {.mine = "sea.txt", .reference = ""});
  REQUIRE(set.mine.valid());
  CHECK(set.role(set.mine) == ArticleRole::kMine);
  CHECK(lines(set, {BriefKind::kDiffer}) ==
        "They differ on what Ilse Hart said: “do not believe” (dike.txt), “believe” (yours).\n");
  CHECK(lines(set, {BriefKind::kOwn}) ==
        "Only in yours: Some 120 fishermen of the northern quay fear for their moorings there.\n");
  CHECK(lines(set, {BriefKind::kLack}).find("brass band") != std::string::npos);
  CHECK(lines(set, {BriefKind::kLack}).find("and yours has not") != std::string::npos);
  CHECK(lines(set, {BriefKind::kOnly}).empty());
  CHECK_FALSE(compared({kDike, kSea}, {.mine = "elsewhere.txt", .reference = ""}).mine.valid());
}

TEST_CASE("the brief: units of one length are one value, and a value of its own differs") {
  const auto term = [](const char* id, const char* words) { return Text{id, words}; };
  const Comparison set =
      compared({term("a.txt", "Former harbour master Jon Hale was jailed for 42 months for taking bribes.\n"),
                term("b.txt", "Jon Hale, the former harbour master, was jailed for 3.5 years for taking bribes.\n"),
                term("c.txt", "Former harbour master Jon Hale was jailed for four years for taking bribes.\n")});
  CHECK(lines(set, {BriefKind::kDiffer}) ==
        "They differ on prison sentence: 42 months (a.txt, b.txt), 4 years (c.txt).\n");
}

TEST_CASE("the brief does not say that articles share nothing where another list shows what they share") {
  const Comparison set = compared(
      {{"a.txt",
        "Hunter falls ill after eating a hare\n\nThe new patient from Velda hunted and ate a hare on Monday, the "
        "health "
        "office said.\n\nA total of 28 people who were in close contact with the patient were put under quarantine, "
        "the "
        "office said.\n"},
       {"b.txt",
        "Three fall ill in Velda province\n\nThree cases were found in the province, sparking fears, though officials "
        "called the risk low.\n\nThe Tarn Wire reports that 28 people who came into contact with the patient were "
        "quarantined, and displayed no symptoms like the sudden onset of fever, body aches and nausea.\n"}});
  REQUIRE(!set.figures.empty());
  CHECK(lines(set, {BriefKind::kAgree}).empty());
  CHECK(lines(set, {BriefKind::kSet}).find("They share no statement") == std::string::npos);
}

TEST_CASE("the brief: an article in another language is said to be so and leaves nothing to one article alone") {
  const Comparison set = compared(
      {kDike,
       {"deich.txt",
        "Ein Deich für den alten Hafen\n\nDer Rat von Tarnmouth hat am Montag beschlossen, einen Deich um den alten "
        "Hafen zu bauen. Der Deich wird 42 Millionen Kronen kosten, sagte die Bürgermeisterin nach der Sitzung.\n"}});
  const std::string told = lines(set, {BriefKind::kSet});
  CHECK(told.find("deich.txt is in German and is not compared.") != std::string::npos);
  CHECK(told.find("They share no statement that could be compared.") != std::string::npos);
  CHECK(lines(set, {BriefKind::kOnly}).empty());
}

TEST_CASE("the brief asks whether an article that shares part of its wording is a second source") {
  const std::string shared =
      "The fire broke out shortly before four in the morning in the old quarry above the town and burned until noon. ";
  const std::string
      first = shared +
              "Eighty firemen were there with nine engines and a helicopter, and the school stayed shut all "
              "day while the smoke drifted over the valley towards the river and the lower farms. The owner of "
              "the quarry could not be reached, and his neighbours said that they had warned him twice.\n",
      second = shared +
               "A baker gave rolls to everybody who had to leave home, while children played cards in the "
               "gym until they were told that lessons would start again on Thursday. The mayor thanked the "
               "crews, promised an inquiry and asked people to keep their windows closed for another night.\n";
  const Comparison set = compared({{"first.txt", first.c_str()}, {"second.txt", second.c_str()}});
  const std::string told = lines(set, {BriefKind::kSet});
  CHECK(told.starts_with("Two articles, two origins.\n"));
  CHECK(told.find(" of its wording with ") != std::string::npos);
  CHECK(told.find(": is it a second source?") != std::string::npos);
}

}  // namespace newsloupe
