#include "core/unpack/json_records.h"

#include <doctest/doctest.h>

#include "tests/support/read_files.h"

namespace newsloupe {

TEST_CASE("what scrapers and readers write") {
  const struct {
    const char* json;
    const char* bytes;
    SourceRecord::Kind kind;
    const char* given;
  } rows[] = {
      {R"({"title":"Ferry","author":"Anna Beck; Ben Orr","hostname":"harbour.example","date":"2025-08-26","raw_text":"One. Two.",
           "text":"One.\nTwo.","source":"https://harbour.example/1","source-hostname":"Harbour Times","categories":"Sea"})",
       "One.\nTwo.", SourceRecord::Kind::kPlainText,
       "headline=Ferry (record)\nbyline=Anna Beck; Ben Orr (record)\npublished=2025-08-26 (record)\n"
       "outlet=Harbour Times (record)\noutlet=harbour.example (record)\nurl=https://harbour.example/1 (record)\n"},
      {R"({"maintext":"One.","authors":["Anna Beck"],"date_publish":"2025-08-26 10:00:00","source_domain":"harbour.example"})",
       "One.", SourceRecord::Kind::kPlainText,
       "byline=Anna Beck (record)\npublished=2025-08-26 10:00:00 (record)\noutlet=harbour.example (record)\n"},
      {R"({"title":"Ferry","content":"<div><p>One.</p></div>","textContent":"One.","byline":"Anna Beck","siteName":"Harbour",
           "publishedTime":"2025-08-26T10:00:00Z"})",
       "<div><p>One.</p></div>", SourceRecord::Kind::kHtml,
       "headline=Ferry (record)\nbyline=Anna Beck (record)\npublished=2025-08-26T10:00:00Z (record)\n"
       "outlet=Harbour (record)\n"},
      {R"({"@type":"NewsArticle","headline":"Ferry","articleBody":"One.","author":[{"@type":"Person","name":"Anna Beck"}],
           "publisher":{"name":"Harbour"},"mainEntityOfPage":{"@id":"https://harbour.example/1"},"datePublished":"2025-08-26"})",
       "One.", SourceRecord::Kind::kPlainText,
       "headline=Ferry (record)\nbyline=Anna Beck (record)\npublished=2025-08-26 (record)\noutlet=Harbour (record)\n"
       "url=https://harbour.example/1 (record)\n"},
      {R"({"text":"","html":"<p>One.</p>"})", "<p>One.</p>", SourceRecord::Kind::kHtml, ""},
      {R"({"text":"half \ud83d and \ud83d\ude00 and \\ud83d"})", "half \ufffd and \U0001F600 and \\ud83d",
       SourceRecord::Kind::kPlainText, ""},
  };
  for (const auto& row : rows) {
    const SourceRecord record = only_record("a.json", row.json);
    CHECK(record.id == "set/a.json");
    CHECK(record.bytes == row.bytes);
    CHECK(record.kind == row.kind);
    CHECK(told(record.given) == row.given);
  }
}

TEST_CASE("objects that hold a list of articles") {
  CHECK(
      told(unpacked(
          "a.json",
          R"({"status":"ok","articles":[{"content":"One boat [+1234 chars]","source":{"name":"H"}},{"url":"x"}]})")) ==
      "set/a.json:1: One boat \nset/a.json:2! Item 2 has no text and no html field.\n");
  const auto cut = unpacked("a.json", R"({"articles":[{"content":"One boat [+1234 chars]"}]})");
  CHECK(cut[0].record.value().notes ==
        std::vector<std::string>{
            "The text is cut off; 1234 more characters stand on its page. Save the page and add it."});
  CHECK(told(unpacked("a", R"({"hits":{"hits":[{"_source":{"id":"x","text":"One."}}]}})")) == "x: One.\n");
  CHECK(told(unpacked("a.jsonld",
                      R"({"@graph":[{"@type":"Person","name":"A"},{"@type":"NewsArticle","articleBody":"One."}]})")) ==
        "set/a.jsonld:2: One.\n");
  const auto feed = unpacked("feed.json", R"({"version":"https://jsonfeed.org/version/1.1","title":"Harbour","items":[
      {"id":"1","content_html":"<p>One.</p>","date_published":"2025-08-26","authors":[{"name":"Anna Beck"}]}]})");
  CHECK(told(feed[0].record.value().given) ==
        "byline=Anna Beck (record)\npublished=2025-08-26 (record)\noutlet=Harbour (record)\n");
  CHECK(told(unpacked("a.json", R"([{"url":"x","title":"y"},{"url":"z"}])")) ==
        "set/a.json! The list names 2 articles and gives the text of none. Save their pages and add those.\n");
}

TEST_CASE("JSON that is none, or holds no text") {
  CHECK(told(unpacked("a.json", R"({"title":"x"})")) ==
        "set/a.json! The JSON holds no text: no \"text\", \"content\" or \"html\" field. Add the article's text.\n");
  CHECK(told(unpacked("a.json", "{\"text\":\"One")) ==
        "set/a.json! This is no JSON that can be read: it may be cut off. Get the file again, or add the text.\n");
  CHECK(unpacked("a.json", std::string(200'000, '[')).size() == 1);
  CHECK(unpacked("a.jsonl", "{\"text\":\"" + std::string(10'000'000, 'a') + "\"}")[0].record.ok());
  CHECK(unpacked("a.json", std::string("{\"text\":\"a\0b\"}", 14)).size() == 1);
}

}  // namespace newsloupe
