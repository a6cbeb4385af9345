#include "core/unpack/feed.h"

#include <doctest/doctest.h>

#include "tests/support/read_files.h"

namespace newsloupe {
namespace {

// A paragraph long enough to be an article.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "The ferry lay in the harbour for a day. ";
  return text;
}

}  // namespace

TEST_CASE("RSS with whole articles: one record an item, what the feed says as given") {
  const std::string feed =
      "\xef\xbb\xbf<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"c\"><channel><title>Harbour "
      "Times</title>"
      "<image><title>Logo</title></image><language>en-us</language>"
      "<item><title>Ferry &amp;amp; barge <![CDATA[<b>collide</b>]]></title><link>https://harbour.example/1</link>"
      "<pubDate>Tue, 26 Aug 2025 21:30:00 +0200</pubDate><dc:creator>Anna Beck</dc:creator>"
      "<media:content url=\"x.jpg\"/><description>Short.</description>"
      "<content:encoded><![CDATA[<p>" +
      long_text() +
      "</p>]]></content:encoded></item>"
      "<item><title>Two</title><description>Only a summary.</description></item>"
      "<item><title>Three</title><author>desk@harbour.example (The desk)</author><description>&lt;p&gt;" +
      long_text() + "&lt;/p&gt;</description></item></channel></rss>";
  const auto records = unpacked("news.xml", feed);
  REQUIRE(records.size() == 3);
  const SourceRecord& first = records[0].record.value();
  CHECK(first.id == "set/news.xml:1");
  CHECK(first.kind == SourceRecord::Kind::kHtml);
  CHECK(told(first.given) ==
        "headline=Ferry & barge collide (feed)\nurl=https://harbour.example/1 (feed)\n"
        "published=Tue, 26 Aug 2025 21:30:00 +0200 (feed)\nbyline=Anna Beck (feed)\noutlet=Harbour Times (feed)\n"
        "language=en-us (feed)\n");
  CHECK(first.bytes.starts_with("<p>The ferry"));
  CHECK(records[1].id == "set/news.xml:3");
  CHECK(told(records[1].record.value().given).find("byline=The desk") != std::string::npos);
  CHECK(records[2].record.error().message ==
        "Of the feed's 3 articles it gives 1 only as summaries. Open the articles, save their pages and add those.");
}

TEST_CASE("Atom: text, HTML and elements as content") {
  const std::string entry =
      "<entry><title type=\"html\">Ferry</title><link rel=\"self\" href=\"x\"/>"
      "<link href=\"https://harbour.example/1\"/><author><name>Anna Beck</name></author>"
      "<published>2025-08-26T21:30:00Z</published><content type=";
  const auto records = unpacked("f", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour</title>" + entry +
                                         "\"text\">5 &lt; 6. " + long_text() + "</content></entry>" + entry +
                                         "\"html\">&lt;p&gt;" + long_text() + "</content></entry>" + entry +
                                         "\"xhtml\"><div><p>" + long_text() + "</p></div></content></entry></feed>");
  REQUIRE(records.size() == 3);
  CHECK(records[0].record.value().kind == SourceRecord::Kind::kPlainText);
  CHECK(records[0].record.value().bytes.starts_with("5 < 6. The"));
  CHECK(records[1].record.value().kind == SourceRecord::Kind::kHtml);
  CHECK(records[2].record.value().bytes.starts_with("<div><p>The"));
  CHECK(told(records[2].record.value().given) ==
        "headline=Ferry (feed)\nurl=https://harbour.example/1 (feed)\nbyline=Anna Beck (feed)\n"
        "published=2025-08-26T21:30:00Z (feed)\noutlet=Harbour (feed)\n");
}

TEST_CASE("an old feed in an old encoding, cut off in the middle") {
  const auto records =
      unpacked("f.rdf",
               "<?xml version='1.0' encoding='iso-8859-1'?><rdf:RDF><channel><title>Caf\xe9</title></channel>"
               "<item><title>Ferry</title><content:encoded>" +
                   long_text());
  REQUIRE(records.size() == 1);
  CHECK(told(records[0].record.value().given) == "headline=Ferry (feed)\noutlet=Caf\u00e9 (feed)\n");
}

TEST_CASE("XML without articles says so; a page in XML is a page") {
  CHECK(told(unpacked("f.xml", "<rss><channel><item><description>Short.</description></item></channel></rss>")) ==
        "set/f.xml! The feed gives only summaries. Open the articles, save their pages and add those.\n");
  CHECK(told(unpacked("s.xml", "<?xml version=\"1.0\"?><urlset><url/></urlset>")) ==
        "set/s.xml! A sitemap lists addresses and no articles. Save the pages and add those.\n");
  CHECK(told(unpacked("s.xml", "<?xml version=\"1.0\"?><x:list/>")) ==
        "set/s.xml! This XML is no feed of articles. Add the article as text or as a page.\n");
  CHECK(unpacked("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE html><html><p>One.</html>")[0].record.ok());
  CHECK(unpacked("a.xml", "no XML at all")[0].record.ok());
}

}  // namespace newsloupe
