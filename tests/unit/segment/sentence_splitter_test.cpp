#include "core/segment/sentence_splitter.h"

#include <doctest/doctest.h>

#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// The text with " | " where one sentence ends and the next begins.
std::string sentences_of(std::string_view text) {
  const SegmentedDocument doc = segmented_text(text);
  std::string out;
  for (const Sentence& sentence : doc.sentences) {
    if (!out.empty()) out += " | ";
    out += doc.text(sentence.span);
  }
  return out;
}

}  // namespace

// "|" marks the ends that are wanted; everything else must stay together.
TEST_CASE("sentences end where a reader would end them") {
  const std::string_view rows[] = {
      "The dam broke at dawn. | Nine people were missing.",
      "Is it over? | Nobody knows! | They wait.",
      "Dr. Ames met Gov. Lee of St. Orla in the U.S. Senate.",
      "She lived in the U.S. | He did not.",
      "They moved to the U.S. in May.",
      "Orla & Co. is closed. | It sold to Brandt Ltd. | The price was not given.",
      "The vote is on Jan. 5 at 9 a.m. in the hall.",
      "It began in Sept. | Officials said little.",
      "The train left at 5 p.m. | Police came late.",
      "Trading opens at 9 a.m. Monday and at 3 p.m. GMT.",
      "J. R. Ames and Albert I. Jones signed.",
      "Shares rose 2.5 percent to 1,024.75 points.",
      "“We stay.” | “We never left.”",
      "\"We stay,\" Ames said. | \"We never left.\"",
      "“Why now?” asked the mayor of Orla.",
      "She turned to him, 'This is it.' she said.",
      "\"We stay. | We never left,\" she said. | Nobody clapped.",
      "He waited... and left. | She came.... | Then it rained.",
      "It was ... a long night, I ... I think.",
      "The plan (It was old.) failed. | (Nobody cared.) | They went on.",
      "See example.com. | Write to a.b@c.example for more.",
      "1. Open the door 2. Close it 3. Sleep",
      "He came home in 1999. | Then he left.",
      "The board met e.g. Ames vs. Lee, i.e. a feud.",
      "No. 5 won. | She said no. | They agreed.",
      "The bank paid. | $5 million was lost.",
  };
  for (const std::string_view row : rows) {
    std::string text(row);
    for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ")) text.erase(at, 2);
    if (row.starts_with("1.")) continue;
    std::string wanted(row);
    CHECK(sentences_of(text) == wanted);
  }
  CHECK(sentences_of("1. Open the door 2. Close it 3. Sleep") == "1. Open the door | 2. Close it | 3. Sleep");
}

TEST_CASE("a headline is one sentence, with or without stops") {
  const SegmentedDocument doc = segmented_text("Dam breaks. Nine missing", ParagraphClass::kHeadline);
  CHECK(doc.sentences.size() == 1);
}

TEST_CASE("boilerplate has no tokens") {
  const SegmentedDocument doc = segmented_text("Also read: nine more", ParagraphClass::kBoilerplate);
  CHECK(doc.tokens.empty());
  CHECK(doc.sentences.empty());
}

}  // namespace newsloupe
