// What of a page is its article: small pages, each with the one thing that leads astray.
#include <doctest/doctest.h>

#include "core/clean/clean_document.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

CleanDocument cleaned(std::string_view html) {
  SourceRecord record;
  record.id = record.name = "page.html";
  record.bytes = html;
  return clean(ingest(record, {}, resources()).value(), {}, resources());
}

// Body and subheadings, parted by bars, each cut to its first three words.
std::string article_of(const CleanDocument& document) {
  std::string out;
  for (const Paragraph& p : document.paragraphs) {
    if (p.paragraph_class != ParagraphClass::kBody && p.paragraph_class != ParagraphClass::kSubheading) continue;
    std::string_view text = document.document->text().substr(p.span.begin, p.span.size());
    std::size_t end = 0;
    for (int word = 0; word < 3 && end < text.size(); ++word) end = std::min(text.find(' ', end + 1), text.size());
    out += (out.empty() ? "" : " | ") + std::string(text.substr(0, end));
  }
  return out;
}

constexpr std::string_view kHead = "<html><title>Ferry stays in harbour over a lost key</title><body>";
constexpr std::string_view kHeadline = "<h1>Ferry stays in harbour over a lost key</h1>";
constexpr std::string_view kStory =
    "<p>The ferry stayed in the harbour on Tuesday because nobody could find the key to the bridge, the line said.</p>"
    "<p>Nine hundred passengers were given soup, and the captain went home to look in his other coat.</p>"
    "<p>It was found at noon, on the nail where it had been for eleven years, behind a calendar.</p>";
constexpr std::string_view kArticle = "The ferry stayed | Nine hundred passengers | It was found";

std::string page(std::initializer_list<std::string_view> parts) {
  std::string html(kHead);
  for (const std::string_view part : parts) html += part;
  return html;
}

std::string teaser(std::string_view link, std::string_view words) {
  return "<div class=card><h3><a href=x>" + std::string(link) + "</a></h3><p>" + std::string(words) + "</p></div>";
}

}  // namespace

TEST_CASE("the article of a page") {
  const std::string teasers =
      teaser("Bakery opens at four in the morning", "The ovens are lit before the trams run, the baker says.") +
      teaser("Clock tower loses its minute hand", "It fell into the market on Friday and hurt nobody at all.") +
      teaser("River is colder than it has been", "Swimmers were warned on Sunday by the lifeguards of the town.");
  const struct {
    std::string_view what;
    std::string html;
    std::string_view article;
  } rows[] = {
      {"a class of the whole page names what it also holds",
       page({"<div class='page with-sidebar paywall'>", kHeadline, "<div>", kStory,
             "</div><div class=sidebar><p>Read the paper every day, and never miss what the harbour is "
             "talking about.</p></div></div>"}),
       kArticle},
      {"all parts of the page are called widgets",
       page({kHeadline, "<div><div class=site-widget>", kStory.substr(0, kStory.find("<p>Nine")),
             "</div><div class=site-widget>",
             kStory.substr(kStory.find("<p>Nine"), kStory.find("<p>It was") - kStory.find("<p>Nine")),
             "</div><div class=site-widget>", kStory.substr(kStory.find("<p>It was")), "</div></div>"}),
       kArticle},
      {"other stories, each with a link and some words",
       page({"<div>", kHeadline, "<div>", kStory, "</div><div>", teasers, "</div></div>"}), kArticle},
      {"other stories in articles of their own",
       page({"<article>", kHeadline, kStory, kStory.substr(0, 0),
             "</article><article><h2>Bakery</h2><p>The ovens are lit "
             "before the trams run, the baker says, and nobody in the street has complained so far.</p></article>"}),
       "The ferry stayed | Nine hundred passengers | It was found"},
      {"excerpts broken off beside a link",
       page({"<div>", kHeadline,
             "<ul><li><a href=x>Bakery opens at four</a> The ovens are lit before the trams run, the baker has told "
             "us...</li><li><a href=x>Clock loses its hand</a> It fell into the market on Friday and hurt nobody "
             "who...</li><li><a href=x>River is colder</a> Swimmers were warned on Sunday by the lifeguards of...</li>"
             "</ul>",
             kStory, "</div>"}),
       kArticle},
      {"a paragraph that is all link, among paragraphs",
       page({"<div>", kHeadline, kStory, "<p><a href=x>The line has lost keys before, as we told at the time.</a></p>",
             "</div>"}),
       "The ferry stayed | Nine hundred passengers | It was found | The line has"},
      {"a list of the article's own",
       page({"<div>", kHeadline, kStory, "<p>Lisk 9:00</p><p>Maren 10:30</p><p>Orrin 11:15</p><p>Pell 12:00</p>",
             "<p>The evening ferry sailed as it always does, with the key in the lock and a string on it.</p></div>"}),
       "The ferry stayed | Nine hundred passengers | It was found | Lisk 9:00 | Maren 10:30 | Orrin 11:15 | Pell "
       "12:00 | The evening ferry"},
      {"a story told in pictures",
       page({kHeadline,
             "<div class=gallery><figure><h2>1. The nail</h2><figcaption><p>The nail behind the calendar, "
             "where the key had been for eleven years.</p></figcaption></figure><figure><h2>2. The "
             "soup</h2><figcaption><p>The soup that was given to nine hundred passengers at noon.</p>"
             "</figcaption></figure></div>"}),
       "1. The nail | The nail behind | 2. The soup | The soup that"},
      {"a caption is none of it",
       page({"<div>", kHeadline,
             "<figure><img><figcaption>The ferry in the harbour on Tuesday, seen from the old "
             "lighthouse on the hill.</figcaption></figure>",
             kStory, "</div>"}),
       kArticle},
      {"what a post elsewhere says is part of the article",
       page({"<div>", kHeadline, kStory,
             "<div class=social-embed><blockquote class=twitter-tweet><p>We have lost the "
             "key again, dear passengers, and there is soup.</p></blockquote></div></div>"}),
       "The ferry stayed | Nine hundred passengers | It was found | We have lost"},
      {"Japanese has no spaces",
       "<title>フェリー</title><div "
       "class=main><h1>フェリー、鍵が見つからず</h1><p>鍵が見つからず、フェリーは火曜日に港にとど"
       "まったと、会社が発表した。</p><p>乗客九百人にはスープが配られたという。</p></div><div><a "
       "href=x>お問い合わせ</a></div>",
       "鍵が見つからず、フェリーは火曜日に港にとどまったと、会社が発表した。 | 乗客九百人にはスープが配られたという。"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(article_of(cleaned(row.html)) == row.article, row.what);
}

TEST_CASE("the text that a page states for machines but does not show") {
  std::string body;
  for (int i = 1; i <= 12; ++i) {
    body +=
        "On day " + std::to_string(i) + " the ferry stayed in the harbour, and the captain looked in another coat.\\n";
  }
  const std::string script = R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stays in )"
                             R"(harbour over a lost key","articleBody":")" +
                             body + R"("}</script>)";
  const CleanDocument hidden = cleaned(page({script, kHeadline, "<p>Please enable scripts.</p>"}));
  CHECK(hidden.metadata.headline == "Ferry stays in harbour over a lost key");
  CHECK(article_of(hidden).find("On day 1 | On day 2") != std::string::npos);
  REQUIRE(!hidden.diagnostics.empty());
  CHECK(hidden.diagnostics[0].message.find("JSON-LD") != std::string::npos);
  // What the page shows is taken from where it is shown.
  std::string shown;
  for (int i = 1; i <= 12; ++i) {
    shown += "<p>On day " + std::to_string(i) +
             " the ferry stayed in the harbour, and the captain looked in another coat.</p>";
  }
  const CleanDocument visible = cleaned(page({script, "<div>", kHeadline, shown, "</div>"}));
  CHECK(visible.diagnostics.empty());
  CHECK(article_of(visible).find("On day 12") != std::string::npos);
}

}  // namespace newsloupe
