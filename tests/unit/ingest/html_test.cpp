#include <doctest/doctest.h>

#include "core/ingest/html_blocks.h"
#include "core/ingest/html_scanner.h"
#include "core/ingest/html_tree.h"
#include "core/ingest/page_metadata.h"
#include "tests/support/tree_dump.h"

namespace newsloupe {
namespace {

RawArticle page(const std::string& html) {
  static const auto resources = load_resources();
  SourceRecord record;
  record.bytes = html;
  record.kind = SourceRecord::Kind::kHtml;
  return ingest(record, {}, *resources).value();
}

std::string repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

std::string source_of(const std::string& html, const RawBlock& block, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(block.text.find(part));
  const SourceSpan span = block.map.source_from_text({begin, begin + static_cast<std::uint32_t>(part.size())});
  return html.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("character references lead back to their own bytes") {
  const std::string html =
      "<p>Fish &amp; chips &amp;amp; caf&eacute; &#8220;one&#x201d; &copy2024 &notanentity; a<b>b</b>c &lt;tag&gt; 5 < "
      "6\r\nend</p>";
  const RawArticle raw = page(html);
  REQUIRE(raw.blocks.size() == 1);
  const RawBlock& block = raw.blocks[0];
  CHECK(block.text == "Fish & chips &amp; caf\u00e9 \u201cone\u201d \u00a92024 \u00acanentity; abc <tag> 5 < 6 end");
  CHECK(source_of(html, block, "&") == "&amp;");
  CHECK(source_of(html, block, "\u00e9") == "&eacute;");
  CHECK(source_of(html, block, "one") == "one");
  CHECK(source_of(html, block, "\u201d") == "&#x201d;");
  CHECK(source_of(html, block, "2024") == "2024");
  CHECK(source_of(html, block, "abc") == "a<b>b</b>c");
  CHECK(source_of(html, block, "end") == "end");
}

TEST_CASE("blocks, line breaks and what is not shown") {
  const RawArticle raw = page(
      "<title>T</title><style>p{}</style><h1>Head</h1><script>var x = '<p>no</p>';</script>"
      "<div>One.<br><br>Two <a href=x>linked</a><p>Three<ul><li>Four<li>Five</ul><noscript>no</noscript></div>");
  std::string shown;
  for (const RawBlock& block : raw.blocks) shown += block.tag + ":" + block.text + "|";
  CHECK(shown == "h1:Head|div:One.|div:Two linked|p:Three|li:Four|li:Five|");
  CHECK(raw.blocks[2].link_bytes >= 600);
}

TEST_CASE("pages nested too deep are read as text") {
  CHECK(fold_html(repeated("<div>", 600), 512).too_deep);
  CHECK_FALSE(fold_html(repeated("<div></div>", 6000), 512).too_deep);
  CHECK_FALSE(fold_html(repeated("<li>item", 6000), 512).too_deep);
  CHECK_FALSE(fold_html(repeated("<br><img src=x>", 6000), 512).too_deep);
  const RawArticle raw = page(repeated("<div>", 50000) + "The dam broke.");
  REQUIRE(raw.blocks.size() == 1);
  CHECK(raw.blocks[0].text == "The dam broke.");
  CHECK(raw.diagnostics.size() == 1);
}

TEST_CASE("a folded page gives the tree of the page") {
  const std::string pages[] = {
      "<p>A long run of words. <b>More of them</b>,  and still more</p>",
      "<!doctype html>\n\n      <html>\n      <head>\n\n      <title>A title &amp; more of it</title></head>\n     "
      "<body>text   ",
      "<p>Fish &amp; chips &ampersand; caf&eacute; &#8220;one more run&#x201d; &copy2024 run &; a lone & and &  5 < 6 "
      "</ x>",
      "<pre>\n\n\n\n\n\n\nfirst line\r\nsecond line\r\n      third</pre>",
      "<script>if (a < b && c) { d = '</p>'; }</script><style>p { color: red }</style><p>after the script</p>",
      "<script><!-- var x = '<script></script>'; --></script><p>after the hidden script</p>",
      "<table><tr>stray text before<td>a cell of words</td>more stray text</table>after the table",
      "<table>       <colgroup>     <col>stray words</colgroup></table>",
      "<frameset>words that are dropped<frame></frameset>",
      "<select><option>one of the options<style>not a style</style></select>",
      "<svg><title>words <b>in bold</b></title><style>a < b</style><![CDATA[ raw <b> text ]]></svg><p>after the "
      "picture",
      "<a title=\"x > y\" href = 'a>b'>a link with words</a><a title=x\"y>another link</a><a =\"x>y\">odd name</a>",
      "<!-- a comment that is long enough --><p>words</p><!--><p>more words</p>--><!-- a --!><p>last words</p><!-- "
      "open",
      "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4\"><p>a "
      "caption</p>",
      "<style></style l=\"><script \">more words than a few<b>x</b></script>",
      "<frameset><script><!--</script>-->more words / than a few</frameset>",
      "<plaintext>everything <b>from here</b> on is text",
      "<p>a form feed\f in the page keeps it as it is</p>",
      "<p>for private use: \uE1D5 and more words</p>",
      "<p>controls \x01 and \x7F and \u0085 and \uFFFE and \U0001F600 are kept apart</p>",
      "<textarea>\nwords <b> in it</textarea><noscript><p>words without scripts</p></noscript><iframe><p>no "
      "words</p></iframe>",
      "<div>a first run<script>var run = 1;</script>a second run</span>a third run<br>a fourth run",
      "<b>bold <p>words that</b> are wrongly nested</p><template><p>words in it</p></template>",
  };
  for (const std::string& page : pages) {
    CAPTURE(page);
    const HtmlTree whole(page, {page, {}, false});
    CHECK(tree_dump(HtmlTree(page, fold_html(page, 512))) == tree_dump(whole));
  }
}

TEST_CASE("what is folded is not given to the parser") {
  const std::string words = repeated("words and more of them. ", 100);
  const std::string page = "<p>" + words + "</p><script>" + words + "</script><!--" + words +
                           "--><img alt=a src=\"data:" + repeated("x", 1000) + "\">";
  CHECK(fold_html(page, 512).html.size() < 100);
  const HtmlTree tree(page, fold_html(page, 512));
  CHECK(tree.text_below(tree.root()) == words + words);
}

TEST_CASE("metadata comes with where it was found") {
  const RawArticle raw = page(
      "<html lang=en><title>Dam breaks | Morning Ledger</title><meta property=og:title content='Dam breaks'>"
      "<meta name=author content='Ada Lind'><link rel=canonical href=https://ledger.example/1>"
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Dam breaks\","
      "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Lind\"}],\"datePublished\":\"2025-05-04\"}]}</script>"
      "<script type='application/ld+json'>{broken</script>");
  std::string found;
  for (const MetadataCandidate& c : raw.candidates) found += c.from + " " + c.field + "=" + c.value + "|";
  CHECK(found ==
        "html lang language=en|title headline=Dam breaks|title outlet=Morning Ledger|"
        "whole title headline=Dam breaks | Morning Ledger|og:title headline=Dam breaks|meta byline=Ada Lind|"
        "canonical url=https://ledger.example/1|json-ld headline=Dam breaks|json-ld published=2025-05-04|"
        "json-ld byline=Ada Lind|url host outlet=ledger.example|");
}

}  // namespace newsloupe
