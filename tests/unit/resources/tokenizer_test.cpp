#include "core/resources/tokenizer.h"

#include <doctest/doctest.h>

#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// The tokens of a text, parted by "|"; "+" where a token touches the one before it.
std::string tokens_of(std::string_view text) {
  const SegmentedDocument doc = segmented_text(text);
  std::string out;
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    if (i > 0) out += doc.tokens[i].space_before ? "|" : "+";
    out += doc.token_text(i);
  }
  return out;
}

TokenShape shape_of(std::string_view word) { return segmented_text(word).tokens.at(0).shape; }

}  // namespace

TEST_CASE("text is cut into words, numbers and marks") {
  const struct {
    std::string_view text, tokens;
  } rows[] = {
      {"Talks ended.", "Talks|ended+."},
      {"India-Japan ties", "India+-+Japan|ties"},
      {"India's plan, Ames’s don’t", "India+'s|plan+,|Ames+’s|don’t"},
      {"They'll go; we've won", "They+'ll|go+;|we+'ve|won"},
      {"the O'Brien d’Arc boys'", "the|O'Brien|d’Arc|boys+'"},
      {"Mr. Lee met the U.S. envoy.", "Mr.|Lee|met|the|U.S.|envoy+."},
      {"J. R. Ames of the U.K said", "J.|R.|Ames|of|the|U.K|said"},
      {"She said no. Then", "She|said|no+.|Then"},
      {"No. 5 and no. 7", "No.|5|and|no.|7"},
      {"1,234.5 at 21:30 for .5 of 1,50,000", "1,234.5|at|21:30|for|.5|of|1,50,000"},
      {"in 2021,2022 and 3,4", "in|2021+,+2022|and|3+,+4"},
      {"2025-08-26", "2025+-+08+-+26"},
      {"the 12th, 1990s, G20 and 5G", "the|12th+,|1990s+,|G20|and|5G"},
      {"US$5 and 50%", "US+$+5|and|50+%"},
      {"“Go,” he said... now", "“+Go+,+”|he|said+...|now"},
      {"see https://a.example/b?c=1. Or mail jane.doe@b.example now",
       "see|https://a.example/b?c=1+.|Or|mail|jane.doe@b.example|now"},
      {"pic.paper.example/KQlp and AT/OR", "pic.paper.example/KQlp|and|AT+/+OR"},
      {"AT&T and R&D", "AT&T|and|R&D"},
      {"Łódź and naïve", "Łódź|and|naïve"},
      {"you and I. Did Albert I. Ames", "you|and|I+.|Did|Albert|I.|Ames"},
  };
  for (const auto& row : rows) CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("the shape of a token says how it is written") {
  CHECK(shape_of("said") == TokenShape::kLower);
  CHECK(shape_of("Delhi") == TokenShape::kCapitalized);
  CHECK(shape_of("Łódź") == TokenShape::kCapitalized);
  CHECK(shape_of("O'Brien") == TokenShape::kCapitalized);
  CHECK(shape_of("NATO") == TokenShape::kAllCaps);
  CHECK(shape_of("U.S.") == TokenShape::kAllCaps);
  CHECK(shape_of("McKay") == TokenShape::kMixed);
  CHECK(shape_of("J. Ames") == TokenShape::kInitial);
  CHECK(shape_of("1,234") == TokenShape::kNumber);
  CHECK(shape_of("12th") == TokenShape::kAlphanumeric);
  CHECK(shape_of("G20") == TokenShape::kAlphanumeric);
  CHECK(shape_of("“") == TokenShape::kPunct);
}

TEST_CASE("equal words have equal terms, known words their classes") {
  const SegmentedDocument doc = segmented_text("Vrindle saw VRINDLE in March, and don’t is don't");
  CHECK(doc.tokens[0].term == doc.tokens[2].term);
  CHECK(doc.tokens[0].term >= shared_resources().lexicon.size());
  CHECK(doc.tokens[4].classes.has(WordClass::kMonth));
  CHECK(doc.tokens[7].term == doc.tokens[9].term);
}

TEST_CASE("ill-formed bytes are tokens like any other") {
  const SegmentedDocument doc = segmented_text(
      "a\xFF"
      "b \xE2\x80 c");
  for (std::uint32_t i = 1; i < doc.token_spans.size(); ++i) {
    CHECK(doc.token_spans[i - 1].end <= doc.token_spans[i].begin);
  }
}

}  // namespace newsloupe
