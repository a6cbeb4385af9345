#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "core/resolve/resolve.h"
#include "tests/support/segmented_paragraphs.h"

namespace newsloupe {
namespace {

struct QuoteCase {
  std::string name, text, expected;
};

// Reads tests/cases/quotes.cases; its head says the format.
std::vector<QuoteCase> read_cases() {
  std::ifstream file(NEWSLOUPE_SOURCE_DIR "/tests/cases/quotes.cases");
  std::vector<QuoteCase> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("case ")) {
      cases.push_back({line.substr(5), {}, {}});
    } else if (line.starts_with("| ") && !cases.empty()) {
      cases.back().text += line.substr(2) + "\n";
    } else if ((line.starts_with("> ") || line.starts_with("~ ")) && !cases.empty()) {
      cases.back().expected += line + "\n";
    }
  }
  return cases;
}

std::string flat(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', '/');
  return out;
}

std::string_view name_of(QuoteKind kind) {
  return kind == QuoteKind::kDirect ? "direct" : kind == QuoteKind::kMixed ? "mixed" : "indirect";
}

std::string quotes_of(const SegmentedDocument& doc, const Resolution& resolution) {
  std::string out;
  for (std::size_t i = 0; i < resolution.quotes.size(); ++i) {
    const Quote& quote = resolution.quotes[i];
    const Attribution& attribution = resolution.attributions[i];
    std::string speaker = attribution.kind == SpeakerKind::kNone ? "-" : std::string(doc.text(attribution.speaker));
    if (attribution.entity.valid()) {
      const std::string& entity = resolution.entities[attribution.entity.index()].name;
      if (entity != speaker) speaker += " = " + entity;
    }
    out += "> " + std::string(name_of(quote.kind)) + " [" + speaker + "] " + flat(doc.text(quote.span)) + "\n";
    if (quote.part_of.valid()) out += "~ " + flat(doc.text(resolution.quotes[quote.part_of].span)) + "\n";
  }
  return out;
}

Resolution resolution_of(const SegmentedDocument& doc) {
  return resolve(doc, annotate(doc, std::nullopt, shared_resources()), std::nullopt, shared_resources());
}

}  // namespace

TEST_CASE("quotes, their kinds and their speakers") {
  const std::vector<QuoteCase> cases = read_cases();
  REQUIRE(cases.size() > 20);
  for (const QuoteCase& one : cases) {
    CAPTURE(one.name);
    const SegmentedDocument doc = segmented_paragraphs(one.text);
    CHECK(quotes_of(doc, resolution_of(doc)) == one.expected);
  }
}

TEST_CASE("speakers are named, a group or without a name") {
  const auto kind_of = [](std::string_view text) {
    const SegmentedDocument doc = segmented_paragraphs(text);
    const Resolution resolution = resolution_of(doc);
    REQUIRE(resolution.attributions.size() == 1);
    return resolution.attributions.front().kind;
  };
  CHECK(kind_of("Officials said the harbour was empty.") == SpeakerKind::kGroup);
  CHECK(kind_of("Both sides said the harbour was empty.") == SpeakerKind::kGroup);
  CHECK(kind_of("Sources said the harbour was empty.") == SpeakerKind::kUnnamed);
  CHECK(kind_of("A spokesman for the ministry said the harbour was empty.") == SpeakerKind::kUnnamed);
}

TEST_CASE("quoted words know the reported clause that holds them") {
  const SegmentedDocument doc = segmented_paragraphs("Officials said that the ban was \"a slap in the face\" for all.");
  const Resolution resolution = resolution_of(doc);
  REQUIRE(resolution.quotes.size() == 2);
  CHECK(resolution.quotes[std::size_t{1}].within == Id<Quote>(0));
  CHECK(resolution.attributions[1].rule.name() == "speaker.cue");
}

TEST_CASE("a headline that ends with a colon and a person is what that person says") {
  const auto quotes_in_headline = [](std::string_view text) {
    const SegmentedDocument doc = segmented_text(text, ParagraphClass::kHeadline);
    return quotes_of(doc, resolution_of(doc));
  };
  CHECK(quotes_in_headline("Harbour must open by spring: Prime Minister Joan Weaver") ==
        "> indirect [Joan Weaver] Harbour must open by spring\n");
  CHECK(quotes_in_headline("Joan Weaver: a life by the sea").empty());
  CHECK(quotes_in_headline("Harbour must open by spring").empty());
}

TEST_CASE("any text with quotation marks keeps spans inside the text and in order") {
  // Every arrangement of four pieces, marks and cues among them.
  const std::string_view pieces[] = {"\"",    "\u201C", "\u201D", "'",  "\u2019s", " Weaver said ",
                                     "that ", "we go",  ".\n",    ": ", "\u2014"};
  constexpr std::size_t kPieces = sizeof(pieces) / sizeof(pieces[0]);
  for (std::size_t n = 0; n < kPieces * kPieces * kPieces * kPieces; n += 7) {
    std::string text = "Weaver ";
    for (std::size_t k = 0, rest = n; k < 4; ++k, rest /= kPieces) text += pieces[rest % kPieces];
    const SegmentedDocument doc = segmented_paragraphs(text);
    const Resolution resolution = resolution_of(doc);
    std::uint32_t last = 0;
    REQUIRE(resolution.attributions.size() == resolution.quotes.size());
    for (const Quote& quote : resolution.quotes) {
      CAPTURE(text);
      CHECK(quote.span.begin >= last);
      CHECK(quote.span.begin < quote.span.end);
      CHECK(quote.marked.contains(quote.span));
      CHECK(quote.marked.end <= text.size());
      last = quote.span.begin;
    }
  }
}

}  // namespace newsloupe
