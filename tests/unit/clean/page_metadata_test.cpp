// Authors, dates and headline of pages: which of the readings is chosen.
#include <doctest/doctest.h>

#include "core/clean/clean_document.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

ArticleMetadata metadata_of(std::string_view head, std::string_view below_headline = "", std::string_view foot = "") {
  std::string html = "<html><head>" + std::string(head) + "</head><body><div><h1>Ferry stays over a lost key</h1>" +
                     std::string(below_headline) +
                     "<p>The ferry stayed in the harbour on Tuesday because nobody could find the key, the line "
                     "said.</p><p>Nine hundred passengers were given soup, and the captain went home to look.</p>"
                     "</div>" +
                     std::string(foot) + "</body></html>";
  SourceRecord record;
  record.id = record.name = "page.html";
  record.bytes = html;
  return clean(ingest(record, {}, resources()).value(), {}, resources()).metadata;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string ld(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

}  // namespace

TEST_CASE("authors of pages") {
  const struct {
    std::string head, below, foot;
    std::string_view authors;
  } rows[] = {
      {ld(R"({"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Lind"},{"name":"Ben Orr"}]})"), "", "",
       "Ada Lind, Ben Orr"},
      {ld(R"({"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ada Lind"}]})"),
       "", "", "Ada Lind"},
      // the account that posted it gives way to the byline that readers see
      {ld(R"({"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Cy Desk"}]})"),
       "<p>By <a rel=author href=/x>Ada Lind</a></p>", "", "Ada Lind"},
      // an owner among the names for machines
      {"<meta name=author content='Harbour Media'><meta name=author content='Ada Lind'>",
       "<a rel=author href=/x>By Ada Lind</a>", "", "Ada Lind"},
      {"<meta property='article:author' content='https://paper.example/authors/ada-lind/'>", "", "", "Ada Lind"},
      {"<meta name=byline content='Ada Lind | ada@paper.example'>", "", "", "Ada Lind"},
      {"<meta name=author content='ADA LIND and BEN MCKAY'>", "", "", "Ada Lind, Ben McKay"},
      {"", "<span class=author-name><b>Ada Lind</b><i>Staff Writer</i></span>", "", "Ada Lind"},
      {"", "<div><a href='/staff/ada-lind'>Ada Lind</a></div>", "", "Ada Lind"},
      {"", "<p>The mayor, <a href='/topics/people/ada-lind'>Ada Lind</a>, spoke.</p>", "", ""},
      {"", "<span class=author-name>Ada Lind <i>News reporter</i></span>", "", "Ada Lind"},
      // below other stories
      {"", "<div class=author-name>Ada Lind</div>",
       "<div class=more><a href=x>Clock tower loses its hand on Friday</a><div class=author-name>Ben Orr</div></div>" +
           std::string(2000, ' ') + "<div class=author-name>Cy Vane</div>",
       "Ada Lind, Ben Orr"},
      {"", "<p>Written by Ada Lind in Harbour on 4 May 2025 at 08:34 PM EDT. 51 Comments</p>", "", "Ada Lind"},
      {"", "<p>May 4, 2025 at 6:08 PM ET by Ada Lind</p>", "", "Ada Lind"},
      {"", "<p>Ada Lind | Coast Herald</p>", "", "Ada Lind"},
      {"", "<p>Ada Lind, Staff Reporter | May 4, 2025</p>", "", "Ada Lind"},
      {"", "<p>Story by Ada Lind, Photos by Ben Orr</p>", "", "Ada Lind"},
      {"", "<p>By Ada Lind and Ben Orr Reuters</p>", "", "Ada Lind, Ben Orr"},
  };
  for (const auto& row : rows) {
    CHECK_MESSAGE(joined(metadata_of(row.head, row.below, row.foot).byline) == row.authors, (row.head + row.below));
  }
}

TEST_CASE("who wrote it is no subtitle") {
  const char* const lines[] = {"By Ada Lind | Coast Media for coast.example",
                               "By Ada Lind - Staff Writer 2025-05-04T18:20:00Z Health",
                               "Posted on Mai 4, 2025 by Admin",
                               "Coast Times business reporter",
                               "Ada Lind 1 day ago",
                               "Su 4 May 2025",
                               "by oz on May 4, 2025",
                               "From the section Coast & Sea"};
  for (const char* line : lines)
    CHECK_MESSAGE(metadata_of("", "<div>" + std::string(line) + "</div>").subtitle.empty(), line);
  for (const char* line : {"By the time the key was found the soup was cold", "A nail on the wall was empty"})
    CHECK(metadata_of("", "<div>" + std::string(line) + "</div>").subtitle == line);
}

TEST_CASE("the outlet under its whole name") {
  const std::string publisher =
      ld(R"({"@type":"NewsArticle","headline":"Ferry stays over a lost key","publisher":{"name":"Vale"}})");
  const std::string title = "<title>Ferry stays over a lost key | Vale News</title>";
  CHECK(metadata_of(publisher + title + "<meta property='og:site_name' content='Vale News'>").outlet == "Vale News");
  CHECK(metadata_of(publisher + title).outlet == "Vale");
  CHECK(metadata_of("<meta property='og:site_name' content='http://www.vale.example'>").outlet == "vale.example");
}

TEST_CASE("days of pages") {
  const std::string late = "<meta property='article:published_time' content='2025-05-05T02:11:00+00:00'>";
  const struct {
    std::string head, below;
    std::string_view published;
  } rows[] = {
      {late, "", "2025-05-05T02:11:00+00:00"},
      // the outlet's own day, where it is said
      {late, "<time datetime='2025-05-04T21:11:00-05:00'>May 4, 2025</time>", "2025-05-04T21:11:00-05:00"},
      {late, "<p>May 4, 2025</p>", "2025-05-04"},
      {late + "<link rel=canonical href='https://paper.example/2025/05/04/ferry'>", "", "2025-05-04"},
      {late, "<time datetime='2025-05-06T09:00:00-05:00'>May 6, 2025</time>", "2025-05-05T02:11:00+00:00"},
      // a teaser's day, beside the article's own
      {"<meta property='article:published_time' content='2025-05-05T13:11:00+00:00'>",
       "<p>5 May 2025</p><aside><time itemprop=datePublished content='2025-05-06T09:42:20'></time></aside>",
       "2025-05-05T13:11:00+00:00"},
      // a day written as an instant
      {"<meta property='article:published_time' content='2025-05-05T00:00:00Z'>", "<p>May 4, 2025</p>",
       "2025-05-05T00:00:00Z"},
      {"<meta property='og:url' content='https://paper.example/2025/05/04/ferry.html'>", "", "2025-05-04"},
      {"", "<abbr class=published title='2025-05-04'>on Sunday</abbr>", "2025-05-04"},
      {"", "<span class=post-date>4 May 2025</span>", "2025-05-04"},
      {"", "<p>By ADA LIND 5/4/25</p>", "2025-05-04"},
      {"", "<p>By Ada Lind on Sunday, May 4th, 2025 at 11:04 a.m.</p>", "2025-05-04T11:04"},
      {"<meta property='article:modified_time' content='2025-05-04'>", "", "2025-05-04"},
  };
  for (const auto& row : rows) {
    CHECK_MESSAGE(metadata_of(row.head, row.below).published.value == row.published, (row.head + row.below));
  }
  const Published by_address =
      metadata_of("<meta property='og:url' content='https://paper.example/2025/05/04/ferry.html'>").published;
  CHECK(by_address.basis == DateBasis::kInferred);
  // The one day that stands alone in a line, wherever that is; two say nothing.
  CHECK(metadata_of("", "", "<div class=sidebar>May 4, 2025</div>").published.value == "2025-05-04");
  CHECK(metadata_of("", "", "<div>May 4, 2025</div><div>May 5, 2025</div>").published.value.empty());
}

TEST_CASE("headlines of pages") {
  CHECK(
      metadata_of("<meta property='og:site_name' content='Coast Herald'><meta property='og:title' content='Ferry stays "
                  "over a lost key - Coast Herald'>")
          .headline == "Ferry stays over a lost key");
  const std::string html =
      "<meta property='og:site_name' content='Coast Herald'><title>Ferry stays over a lost key</title><h1>Coast "
      "Herald</h1><div><h2>Ferry stays over a lost key</h2><p>The ferry stayed in the harbour on Tuesday because "
      "nobody "
      "could find the key, the line said.</p></div>";
  SourceRecord record;
  record.id = record.name = "page.html";
  record.bytes = html;
  CHECK(clean(ingest(record, {}, resources()).value(), {}, resources()).metadata.headline ==
        "Ferry stays over a lost key");
}

}  // namespace newsloupe
