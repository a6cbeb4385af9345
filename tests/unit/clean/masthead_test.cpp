#include "core/clean/masthead.h"

#include <doctest/doctest.h>

#include "core/clean/clean_document.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

std::string shown(std::string_view line) {
  const auto reading = read_masthead(line, resources());
  if (!reading) return "none";
  static constexpr const char* kEvidence[] = {"name", "word", "outlet"};
  std::string out = reading->outlet.empty() ? "" : kEvidence[static_cast<int>(reading->evidence)];
  if (!reading->outlet.empty()) out += " " + reading->outlet;
  if (reading->is_document) out += " document";
  if (reading->published) out += " " + reading->published->iso;
  if (reading->updated) out += " updated " + reading->updated->iso;
  return out;
}

constexpr std::string_view kLead =
    "The ferry stayed in the harbour on Tuesday because nobody could find the key to the bridge. The captain said that "
    "it had been on a nail for eleven years.\n\nPassengers were given soup. \"We have soup,\" the cook told the "
    "Post.\n";

// Headline, outlet and authors of a head above a lead.
std::string head(std::string_view lines) {
  SourceRecord record;
  record.id = record.name = "article.txt";
  record.bytes = std::string(lines) + "\n\n" + std::string(kLead);
  const ArticleMetadata m = clean(ingest(record, {}, resources()).value(), {}, resources()).metadata;
  std::string out = m.headline + " | " + m.outlet + " | ";
  for (const std::string& name : m.byline) out += name + ";";
  return out + " | " + m.published.value;
}

}  // namespace

TEST_CASE("what a line of the head proves by itself") {
  const struct {
    std::string_view line, reading;
  } rows[] = {
      {"Tarn Valley Observer", "outlet Tarn Valley Observer"},
      {"BRANNICK GAZETTE", "outlet BRANNICK GAZETTE"},
      {"The New Albion Times", "outlet The New Albion Times"},
      {"Radio Nordland", "outlet Radio Nordland"},
      {"Ag\u00eancia Ilhas, English service", "outlet Ag\u00eancia Ilhas"},
      {"Hill & Dale Magazine", "outlet Hill & Dale Magazine"},
      {"The Guardian", "outlet The Guardian"},
      {"The Daily Trumpet, 19 May 2025, 22:15", "outlet The Daily Trumpet 2025-05-19T22:15"},
      {"Penbrook News, Friday 7 November 2025", "outlet Penbrook News 2025-11-07"},
      {"Upland Gazette | Politics | 4 May 2025", "outlet Upland Gazette 2025-05-04"},
      {"The Beacon \u2013 World \u2013 4 May 2025", "outlet The Beacon 2025-05-04"},
      {"Velmark Today / Home / 4 May 2025 | Updated 16:02", "outlet Velmark Today 2025-05-04"},
      {"Penbrook News (print), page 3", "none"},
      // words that are elsewhere, too
      {"Continental Press", "word Continental Press"},
      {"The Star", "word The Star"},
      {"Market Wire", "word Market Wire"},
      {"Environment Agency", "name Environment Agency"},
      // names of whatever
      {"Clara Venn", "name Clara Venn"},
      {"Ferrow, Monday, 15 September 2025", "name Ferrow 2025-09-15"},
      {"London, 4 May 2025", "name London 2025-05-04"},
      {"Politics | 4 May 2025", " 2025-05-04"},
      // issued by whom they name
      {"Press release, Kestrel Marine Group", "name Kestrel Marine Group document"},
      {"Transcript, checked against delivery", " document"},
      {"FOR IMMEDIATE RELEASE", " document"},
      // sections and labels
      {"Breaking News", "none"},
      {"Courtesy of Forests News", "none"},
      {"World News", "none"},
      {"Business", "none"},
      {"Sports", "none"},
      // headlines and sentences
      {"Mayor Told Herald", "none"},
      {"Weir Says News Was Good", "none"},
      {"Storm hits Penbrook News", "none"},
      {"The Times they are a-changing", "none"},
      {"Why the Daily Trumpet?", "none"},
      {"Ferry stays in harbour", "none"},
      {"The Observer has read the letters.", "none"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.line) == row.reading, row.line);
}

TEST_CASE("outlets on lines of their own, and the headline that is another line") {
  const struct {
    std::string_view lines, read;
  } rows[] = {
      {"The Meridian Post\n\nFerry stays in harbour over lost key\nBy Anna Verne",
       "Ferry stays in harbour over lost key | The Meridian Post | Anna Verne; | "},
      {"Ferry stays in harbour over lost key\n\nBy Anna Verne, environment reporter\nContinental Press\n4 May 2025",
       "Ferry stays in harbour over lost key | Continental Press | Anna Verne; | 2025-05-04"},
      {"Ferry stays in harbour over lost key\n\nClara Venn\nBrannick Gazette\n4 May 2025",
       "Ferry stays in harbour over lost key | Brannick Gazette | Clara Venn; | 2025-05-04"},
      {"Opinion | A key remembers what captains forget\n\nThe Beacon | Comment | 4 May 2025",
       "Opinion | A key remembers what captains forget | The Beacon |  | 2025-05-04"},
      {"Remarks by the captain at the reopening of the bridge\n\nHarbour Master's Office\nFerrow, 4 May "
       "2025\nTranscript, "
       "checked against delivery",
       "Remarks by the captain at the reopening of the bridge | Harbour Master's Office |  | 2025-05-04"},
      // the paper above the agency's author
      {"The Meridian Post\n\nFerry stays in harbour over lost key\n\nBy Dana Merrow, Civic Wire",
       "Ferry stays in harbour over lost key | The Meridian Post | Dana Merrow; | "},
      {"Ferry stays in harbour over lost key\n\nBy Dana Merrow\nReuters\n4 May 2025",
       "Ferry stays in harbour over lost key | Reuters | Dana Merrow; | 2025-05-04"},
      // never the only line that can be the headline
      {"Harbour Voters Today", "Harbour Voters Today |  |  | "},
      {"Ferry Fares Rise at Atlas Express\nBy Anna Verne", "Ferry Fares Rise at Atlas Express |  | Anna Verne; | "},
      // a place before a date is no outlet, and a kicker above a headline no headline
      {"Ferry stays in harbour over lost key\n\nFerrow, 4 May 2025",
       "Ferry stays in harbour over lost key |  |  | 2025-05-04"},
      {"Home Affairs\n\nClara Venn Forgets Her Key\n\nThe Meridian Post, 4 May 2025",
       "Clara Venn Forgets Her Key | The Meridian Post |  | 2025-05-04"},
      {"Ferry stays in harbour over lost key\n\nWorld News\n4 May 2025",
       "Ferry stays in harbour over lost key |  |  | 2025-05-04"},
      {"Ferry stays in harbour over lost key\n\nPort Elwin\n4 May 2025",
       "Ferry stays in harbour over lost key |  |  | 2025-05-04"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(head(row.lines) == row.read, row.lines);
}

}  // namespace newsloupe
