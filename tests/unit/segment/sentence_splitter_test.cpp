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
      "No boat was seen between the piers from 10 p.m. Aug. 9 to dawn.",
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
      // Notes and brackets belong to what they are about.
      "The dam broke.[1] | The town was lost.[2][3] | Nobody came. [4, 5] | They left. [citation needed] | It rained.",
      "Prices fell (type 2).10 | This was odd.11 12 | Take Velda. | It paid a fee. 8 | Yet it lost.",
      "The hall closed. | 12 people left. | [He laughs loudly at Ames.] | They went on.",
      "He starred in Orla! (1965), and in Velda? (a failure) as well. | (Nobody cared.) | He left.",
      "Ames (b. May 1950) wed Lee (m. 1972; div. 1980). | It grew by 5 m. | Nobody measured.",
      "H. R. 1280 passed. | S. 12 did not. | It was plan B. | 5 people left.",
      "He bought Velda.Com. | They sold it.",
      "Q. What is his name? | A. His name is Ames.",
      "Millions marched in the U.S. | Millions stayed. | He ate pears, etc. | Lee did not.",
      R"("I was going to--" | Then the line went dead. | "He was—" Ames said.)",
      "What was seen? | - Seven boats were on the sea. | “It is over.” - Ames. | He left.",
      "They work at Yahoo! News and on Jeopardy! in Orla. | He shouted Yahoo! | Then he left.",
      "Write to Assoc. Prof. Lee and mr. Brandt. | They know.",
      "(a) The roof is gone. | (b) The floor is wet. | (c) Nobody came.",
      "The plan follows. | a. the roof | b. the floor | c. the door",
      "She left. | w) roof | x) floor",
      "They saw (a) a roof and (b) a floor. | He said a. b. was no name.",
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

// Sentence_Terminal of Unicode, quotation marks and abbreviations of other languages.
TEST_CASE("sentences of other languages end at their marks") {
  const std::string_view rows[] = {
      "„Heute nicht“, sagte die Frau und ging: „Und auch morgen nicht.“ | Wir warten.",
      "Was sind die Folgen der Wahl vom 12. Juni? | Sie war am 3. Mai und das ist lange her, z. B. Jahre.",
      "Sie sagte: »Nein.« | Dann ging Dr. Lee mit Hr. Brandt.",
      "¿Cómo está hoy? | ¡Qué tal! | Espero que bien. | Hola Srta. Lee. | Soy el Lic. Ames.",
      "Il a dit : « Non. » | Il est parti avec M. Dupont.",
      "А. С. Иванов родился в Орле. | Он писал.",
      "Rozmawiał z prof. Lee. | Wyszedł.",
      "Πού είναι οι πόρτες; | Τις Κυριακές.",
      "Ի՞նչ ես մտածում: | Ոչինչ։ | Այո։",
      "شما کجایی هستید؟ | من از تهران هستم. | کیا حال ہے؟ | ميرا نام ہے۔ | ہے۔",
      "सच्चाई यह है। | हो सकता है।",
  };
  for (const std::string_view row : rows) {
    std::string text(row);
    for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ")) text.erase(at, 2);
    CHECK(sentences_of(text) == row);
  }
  // These put no space between sentences.
  CHECK(sentences_of("それは何ですか？橋です。「はい。」と言った。") ==
        "それは何ですか？ | 橋です。 | 「はい。」と言った。");
  CHECK(sentences_of("去看《跑吧！妈妈》好吗？好！") == "去看《跑吧！妈妈》好吗？ | 好！");
  CHECK(sentences_of("値は３．２以上．次です。") == "値は３．２以上． | 次です。");
  CHECK(sentences_of("እንደምን አለህ፧መልካም።እባክሽ") == "እንደምን አለህ፧ | መልካም። | እባክሽ");
  CHECK(sentences_of("ဘယ်လိုလဲ။ရှိပါတယ်။") == "ဘယ်လိုလဲ။ | ရှိပါတယ်။");
}

TEST_CASE("a subheading of two sentences has two, a list may begin anew") {
  const SegmentedDocument doc = segmented_text("It is over. What now?", ParagraphClass::kSubheading);
  CHECK(doc.sentences.size() == 2);
  CHECK(segmented_text("Two were held. A third is sought.", ParagraphClass::kSubtitle).sentences.size() == 2);
  CHECK(sentences_of("1) Roof 2) Floor 1) Door 2) Gate") == "1) Roof | 2) Floor | 1) Door | 2) Gate");
  CHECK(sentences_of("It closed.The board left.") == "It closed. | The board left.");
  CHECK(sentences_of("It closed on Tuesday.Mr. Ames left with 1,000.That was all.") ==
        "It closed on Tuesday. | Mr. Ames left with 1,000. | That was all.");
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
