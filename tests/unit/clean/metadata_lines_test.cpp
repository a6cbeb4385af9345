// What texts without markup carry on lines of their own: dates, authors, outlets, credits.
#include <doctest/doctest.h>

#include "core/clean/clean_document.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

CleanDocument cleaned(std::string_view text, const char* name = "article.txt") {
  SourceRecord record;
  record.id = record.name = name;
  record.bytes = text;
  return clean(ingest(record, {}, resources()).value(), {}, resources());
}

std::string published(const CleanDocument& document) {
  static constexpr const char* kBases[] = {"stated", "metadata", "given", "inferred", "unknown"};
  const Published& p = document.metadata.published;
  return p.value.empty() ? "none" : p.value + " " + kBases[static_cast<int>(p.basis)];
}

constexpr std::string_view kLead =
    "The ferry stayed in the harbour on Tuesday because nobody could find the key to the bridge. The captain said that "
    "it had been on a nail for eleven years.\n\nPassengers were given soup.\n";

std::string with_lead(std::string_view head) { return std::string(head) + "\n\n" + std::string(kLead); }

}  // namespace

TEST_CASE("dates on lines of their own") {
  const struct {
    std::string_view head, published;
  } rows[] = {
      {"Ferry stays in harbour over lost key\n\nTuesday 14 October 2025", "2025-10-14 stated"},
      {"Ferry stays in harbour over lost key\nPublished 14 October 2025, 07:40", "2025-10-14T07:40 stated"},
      {"14 Oct 2025 | Updated 16:02\nFerry stays in harbour over lost key", "2025-10-14 stated"},
      // below a standfirst that reads like the lead
      {"Ferry stays in harbour over lost key\nA nail on the wall was empty when the captain came to work.\n14 October "
       "2025",
       "2025-10-14 stated"},
      // a weekday that is another day's: told, not chosen
      {"Ferry stays in harbour over lost key\n\nMonday 14 October 2025", "none"},
      {"Ferry stays in harbour over lost key\n\nMonday 14 October 2025\n\nLISK, Oct 14 (Reuters) - A ferry stayed in "
       "the harbour on Tuesday.",
       "2025-10-14 stated"},
      {"Ferry stays in harbour over lost key\n\nORLA, Oct. 14, 2025 (Reuters) - The ferry stays in.",
       "2025-10-14 inferred"},
      {"Ferry stays in harbour over lost key\n\nORLA, Oct. 14 (Reuters) - The ferry stays in.", "none"},
      {"Ferry stays in harbour over lost key\n\nUpdated 14 October 2025", "2025-10-14 inferred"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(published(cleaned(with_lead(row.head))) == row.published, row.head);
  const CleanDocument odd = cleaned(with_lead("Ferry stays in harbour\n\nMonday 14 October 2025"));
  REQUIRE(odd.diagnostics.size() == 1);
  CHECK(odd.diagnostics[0].message.find("weekday") != std::string::npos);
}

TEST_CASE("the address above a copied text") {
  const CleanDocument document = cleaned(
      with_lead("https://www.beacon.example/world/2025/10/14/ferry.html\n\nThe Beacon\n\nFerry stays in harbour over "
                "lost key"));
  CHECK(published(document) == "2025-10-14 inferred");
  CHECK(document.metadata.url == "https://www.beacon.example/world/2025/10/14/ferry.html");
  CHECK(document.metadata.outlet == "The Beacon");
  CHECK(document.metadata.headline == "Ferry stays in harbour over lost key");
  CHECK(document.paragraphs[0].paragraph_class == ParagraphClass::kBoilerplate);
}

TEST_CASE("the name of a file says what nothing else does") {
  const auto read = [](const char* name, std::string_view head) {
    const CleanDocument document = cleaned(with_lead(head), name);
    return document.metadata.outlet + "; " + published(document);
  };
  const char* head = "Ferry stays in harbour over lost key";
  CHECK(read("2025-10-15_brannick-gazette_ferry.txt", head) == "Brannick Gazette; 2025-10-15 inferred");
  CHECK(read("2025-10-15_brannick-gazette_ferry.txt",
             "Ferry stays in harbour over lost key\n\nThe Meridian Post, 14 October 2025") ==
        "The Meridian Post; 2025-10-14 stated");
  // any word may stand in a file's name; above the text it is known again
  CHECK(read("2025-10-15_interview_captain.txt", head) == "; 2025-10-15 inferred");
  CHECK(read("2025-10-15_beacon_ferry.txt", "The Beacon\n\nFerry stays in harbour over lost key") ==
        "The Beacon; 2025-10-15 inferred");
}

TEST_CASE("days between the paragraphs of a chronicle are no dates of publication") {
  std::string text = "A week in the harbour\n\n" + std::string(kLead);
  for (const char* day : {"14 October 2025", "15 October 2025", "16 October 2025"}) {
    text += std::string("\n") + day + "\n\nThe key was looked for in the kitchen, and a spoon was found there.\n";
  }
  CHECK(published(cleaned(text)) == "none");
}

TEST_CASE("a short line between paragraphs is a subheading, but not the end of a quotation") {
  const auto class_of = [](const std::string& line) {
    const CleanDocument document =
        cleaned(with_lead("Ferry stays in harbour over lost key") + "\n\"He has a list of " +
                "ferries that he steered before he came.\n\n" + line +
                "\n\nThe captain is a former pilot who joined the line in the year before.\n");
    for (const Paragraph& p : document.paragraphs) {
      if (document.document->text().substr(p.span.begin, p.span.size()) == line) return p.paragraph_class;
    }
    return ParagraphClass::kBoilerplate;
  };
  CHECK(class_of("Who is the captain?") == ParagraphClass::kSubheading);
  CHECK(class_of("He will be \"great\"") == ParagraphClass::kSubheading);
  CHECK(class_of("He will be great!\"") == ParagraphClass::kBody);
  CHECK(class_of("He will be great!\u201D") == ParagraphClass::kBody);
}

}  // namespace newsloupe
