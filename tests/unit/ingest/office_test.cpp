#include <doctest/doctest.h>

#include "tests/support/read_files.h"
#include "tests/support/zip_writer.h"

namespace newsloupe {
namespace {

const char* const kWordText =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry strikes a barge</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Subtitle"/><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Two of the crew were hurt</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">By Anna </w:t></w:r><w:r><w:t>Beck</w:t><w:br/><w:t>NEW HARBOUR</w:t></w:r></w:p>
<w:p><w:r><w:t>The ferry </w:t></w:r><w:del w:id="2"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="3"><w:r>
<w:t>sank &amp; was</w:t></w:r></w:ins><w:r><w:tab/><w:t>raised</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r><w:hyperlink r:id="4"><w:r><w:t>, the port said.</w:t></w:r></w:hyperlink></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>What is known</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First point.</w:t><w:br/><w:t>Second point.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Hurt</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><m:t>x</m:t></w:p></w:body></w:document>)";
const char* const kWordProperties =
    "<cp:coreProperties><dc:title>Draft 3</dc:title><dc:creator>A &amp; B</dc:creator><dcterms:created>"
    "2025-08-26T10:00:00Z</dcterms:created></cp:coreProperties>";

}  // namespace

TEST_CASE("a Word document: paragraphs, headings, lists, tables; no deletions, no codes") {
  const std::string docx = zip_of({{"[Content_Types].xml", "<Types/>"},
                                   {"word/document.xml", kWordText, true},
                                   {"docProps/core.xml", kWordProperties, true}});
  const SourceRecord record = only_record("ferry.docx", docx);
  CHECK(record.id == "set/ferry.docx");
  CHECK(record.bytes == kWordText);
  CHECK(told(record.given) ==
        "headline=Draft 3 (document properties)\nbyline=A & B (document properties)\n"
        "published=2025-08-26T10:00:00Z (document properties)\n");
  const RawArticle raw = raw_article(record);
  CHECK(raw.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(told(raw.blocks) ==
        "h1:Ferry strikes a barge|em:Two of the crew were hurt|p:By Anna Beck NEW HARBOUR|"
        "p:The ferry sank & was raised, the port said.|h2:What is known|li:First point.|li:Second point.|td:Hurt|td:2|"
        "p:A box.|");
  CHECK(source_of(record.bytes, raw.blocks[3], "&") == "&amp;");
  CHECK(source_of(record.bytes, raw.blocks[3], "raised") == "raised");
  CHECK(raw.blocks[3].link_bytes > 300);
}

TEST_CASE("an OpenDocument text: styles by their parents, notes and deletions left out") {
  const std::string text =
      R"(<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
</office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>
<text:p text:style-name="P1">Ferry strikes
 a barge</text:p><text:h text:outline-level="2">What is known</text:h>
<text:p>The ferry<text:note><text:p>A note.</text:p></text:note> sank<text:s text:c="3"/>and was <text:span>raised</text:span>.<text:line-break/>Twice.</text:p>
<text:list><text:list-item><text:p>First point</text:p></text:list-item></text:list>
<text:p><draw:frame><svg:title>A picture</svg:title></draw:frame></text:p></office:text></office:body></office:document-content>)";
  const std::string odt =
      zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml", text, true},
              {"meta.xml", "<office:meta><meta:creation-date>2025-08-26T10:00:00</meta:creation-date></office:meta>"}});
  const SourceRecord record = only_record("ferry.odt", odt);
  CHECK(told(record.given) == "published=2025-08-26T10:00:00 (document properties)\n");
  CHECK(told(raw_article(record).blocks) ==
        "h1:Ferry strikes a barge|h2:What is known|p:The ferry sank and was raised.|p:Twice.|li:First point|");
}

TEST_CASE("other office documents are refused with one line") {
  const auto refusal = [](const std::vector<ZipEntry>& entries) { return told(unpacked("a.bin", zip_of(entries))); };
  CHECK(refusal({{"xl/workbook.xml", ""}}) ==
        "set/a.bin! A spreadsheet is not read. Copy its text and paste it here.\n");
  CHECK(refusal({{"ppt/presentation.xml", ""}}) ==
        "set/a.bin! A presentation is not read. Copy its text and paste it here.\n");
  CHECK(refusal({{"mimetype", "application/epub+zip"}, {"a.html", "<p>One."}}) ==
        "set/a.bin! An e-book is not read. Copy its text and paste it here.\n");
  CHECK(refusal({{"word/document.xml", "<w:document/>", true, 0, 8, 1}}) ==
        "set/a.bin! The document is damaged, locked or too long. Open it, and save it or its text anew.\n");
}

TEST_CASE("documents that nest without end or declare bombs are read as far as people write") {
  std::string deep = "<w:document>";
  for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
  const auto docx = [](const std::string& text) {
    return raw_article(only_record("a.docx", zip_of({{"word/document.xml", text}})));
  };
  CHECK(docx(deep).diagnostics.size() == 1);
  const RawArticle laughs = docx(
      "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:p><w:t>Say &b; &#xd800; &#65;&broken "
      "</w:t></w:p><w:p><w:t>5 < 6</w:t>");
  CHECK(told(laughs.blocks) == "p:Say &b; \ufffd A&broken|p:5 < 6|");
}

}  // namespace newsloupe
