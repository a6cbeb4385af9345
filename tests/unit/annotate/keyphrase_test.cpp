#include <doctest/doctest.h>

#include "core/annotate/annotate.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {

TEST_CASE("key phrases are content words that come again, without names") {
  const SegmentedDocument doc = segmented_text(
      "Kenya wants a harbour toll. The harbour toll would pay for new cranes. Anita Borel opposed the harbour toll.");
  const TokenReader tokens(doc, shared_resources().lexicon);
  const Layer<Keyphrase> phrases = annotate_keyphrases(tokens, annotate_mentions(tokens));
  REQUIRE(!phrases.empty());
  CHECK(phrases[std::size_t{0}].text == "harbour toll");
  CHECK(phrases[std::size_t{0}].spans.size() == 3);
  for (const Keyphrase& phrase : phrases) {
    CHECK(phrase.text.find("Borel") == std::string::npos);
    CHECK(phrase.text.find("the ") == std::string::npos);
  }
}

TEST_CASE("key phrases hold no verbs and pale words, may begin with a nationality, and differ") {
  const SegmentedDocument doc = segmented_text(
      "The council wants to discuss harbour tolls at an important time. Kenyan harbour tolls rose in several places. "
      "Zorvel, the harbour tolls scanner, is new. Zorvel is slow. The harbour tolls office has no Zorvel. A hard vote "
      "came. The move aims to help. New cranes stand. The offer given was low. Old firms achieve little. Steep "
      "dunes appear there. Wet rules allow trade. It opens today.");
  const TokenReader tokens(doc, shared_resources().lexicon);
  const Layer<Keyphrase> phrases = annotate_keyphrases(tokens, annotate_mentions(tokens));
  bool found = false;
  for (const Keyphrase& phrase : phrases) {
    found = found || phrase.text.find("harbour tolls") != std::string::npos;
    CHECK(phrase.text.find("discuss") == std::string::npos);
    CHECK(phrase.text.find("important") == std::string::npos);
    for (const char* verb : {"time", "came", "aims", "New", "given", "achieve", "appear", "allow", "today"})
      CHECK(phrase.text.find(verb) == std::string::npos);
  }
  CHECK(found);
}

TEST_CASE("a text without content has no key phrases") {
  const SegmentedDocument doc = segmented_text("It was so. They did.");
  CHECK(annotate_keyphrases({doc, shared_resources().lexicon}, {}).empty());
}

}  // namespace newsloupe
