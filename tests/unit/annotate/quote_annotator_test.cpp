#include <doctest/doctest.h>

#include "core/annotate/annotate.h"
#include "core/annotate/quote_marks.h"
#include "tests/support/segmented_paragraphs.h"

namespace newsloupe {
namespace {

// "direct: words | mixed: words", in text order.
std::string quotes_of(std::string_view text) {
  const SegmentedDocument doc = segmented_paragraphs(text);
  std::string out;
  for (const Quote& quote : annotate_quotes({doc, shared_resources().lexicon})) {
    if (!out.empty()) out += " | ";
    out += quote.kind == QuoteKind::kDirect ? "direct: " : "mixed: ";
    for (const char c : doc.text(quote.span)) out += c == '\n' ? '/' : c;
  }
  return out;
}

std::string passages_of(std::string_view text) {
  const SegmentedDocument doc = segmented_paragraphs(text);
  const TokenReader tokens(doc, shared_resources().lexicon);
  std::string out;
  for (const MarkedPassage& passage : find_marked_passages(tokens)) {
    out += '[';
    for (const char c : doc.text(doc.text_from_tokens(passage.content()))) out += c == '\n' ? '/' : c;
    out += ']';
  }
  return out;
}

struct Row {
  std::string_view text, expected;
};

}  // namespace

TEST_CASE("quotation marks are paired") {
  const Row rows[] = {
      {"\"We stay,\" she said. \"All of us.\"", "[We stay,][All of us.]"},
      {"\u201CWe stay,\u201D she said. \"All of us.\"", "[We stay,][All of us.]"},
      {"\u00ABWe stay,\u00BB she said.", "[We stay,]"},
      {"\u201EWe stay\u201C, she said.", "[We stay]"},
      {"'We stay,' she said.", "[We stay,]"},
      {"'I stay,' she said.", "[I stay,]"},
      {"\u2018We can\u2019t stay,\u2019 she said.", "[We can\u2019t stay,]"},
      {"\u2018It is the farmers\u2019 land,\u2019 she said.", "[It is the farmers\u2019 land,]"},
      // turned the wrong way by an editor
      {"He said \u201DWe stay\u201D and left.", "[We stay]"},
      // nested: the outer one counts
      {"\u201CHe told me \u2018stay here\u2019 and left,\u201D she said.",
       "[He told me \u2018stay here\u2019 and left,]"},
      {"\"I read \u201Cstay here\u201D on it,\" she said.", "[I read \u201Cstay here\u201D on it,]"},
      // no marks at all
      {"The farmers' union met in the '90s; it's theirs.", ""},
      {"He is 6'2\" tall. She is 5'10\" tall.", ""},
      {"Rock 'n' roll is here.", ""},
      // two single marks for a double one
      {"''We stay,'' she said.", "[We stay,]"},
      // inches inside a quote
      {"\u201CHe is 6\u20192\u201D,\u201D she said.", "[He is 6\u20192\u201D,]"},
      // an odd one
      {"\"We stay. She left. \"All of us,\" he said.", "[We stay.][All of us,]"},
      {"She called it \"a shame and left. He stayed.", "[a shame and left.]"},
      {"He left\". \"We stay,\" she said.", "[We stay,]"},
      {"\"", ""},
      {"\"\"", ""},
      // opened again in each paragraph, closed once
      {"\"We stay.\n\"We fish.\n\"We win,\" she said.", "[We stay./\"We fish./\"We win,]"},
      {"She said: \"We stay.\n\"We fish,\" she said.\n\"Yes.\"", "[We stay./\"We fish,][Yes.]"},
      {"\"We stay.\nThe boats left.\n\"Yes,\" she said.", "[We stay.][Yes,]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(passages_of(row.text) == row.expected);
  }
}

TEST_CASE("quotes are direct or mixed, and names between marks are no quotes") {
  const Row rows[] = {
      {"\"We will stay here,\" Weaver said.", "direct: We will stay here,"},
      {"Weaver said: \"We will stay here.\"", "direct: We will stay here."},
      {"Weaver said she was \"deeply sorry\" for it.", "mixed: deeply sorry"},
      {"\"We will stay,\" she said, \"and we will fish.\"", "direct: We will stay, | direct: and we will fish."},
      {"\"Why here?\" asked Weaver.", "direct: Why here?"},
      {"Joan \"Red\" Weaver won.", ""},
      {"The plan, named 'SECURE', has five parts.", ""},
      {"He goes by the name \"Shorty.\"", ""},
      {"They screened \"The Long Harbour\" on Friday.", ""},
      {"The talks fit the \u201COpen Northern Seas\u201D policy.", ""},
      {"The so-called \"green tax\" fell.", ""},
      {"In her book, \"Nets and Tides,\" she tells it all.", ""},
      {"'A long road'\nThe harbour was shut.", ""},
      {"The term \"dark fleet\" is new.", ""},
      // an interview, line by line
      {"OKORO: Did you know it?\nWEAVER: We never did know.\nOKORO: Thank you for that.",
       "direct: Did you know it? | direct: We never did know. | direct: Thank you for that."},
      {"Note: the shop is shut today.", ""},
      // what stands behind "wrote:"
      {"Weaver wrote:\nThe harbour is ours and nobody will take it away.",
       "direct: The harbour is ours and nobody will take it away."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(quotes_of(row.text) == row.expected);
  }
}

TEST_CASE("reporting cues are found in their forms") {
  const auto cues_of = [](std::string_view text) {
    const SegmentedDocument doc = segmented_paragraphs(text);
    std::string out;
    for (const ReportingCue& cue : annotate_reporting_cues({doc, shared_resources().lexicon})) {
      if (!out.empty()) out += '|';
      out += doc.text(cue.span);
    }
    return out;
  };
  CHECK(cues_of("Weaver said so, pointing out that it rained.") == "said|pointing out");
  CHECK(cues_of("According to Weaver, it rained.") == "According to");
  CHECK(cues_of("His claim that it rained was false.") == "claim");
  CHECK(cues_of("The claims were false; a report came, the charge fell.") == "");
}

}  // namespace newsloupe
