#include <doctest/doctest.h>

#include "tests/support/read_files.h"

namespace newsloupe {
namespace {

RawArticle rich(const std::string& rtf) { return raw_article(only_record("a.rtf", rtf)); }

}  // namespace

TEST_CASE("rich text: paragraphs, signs, characters in every way they are written") {
  const std::string rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}"
      "{\\s1\\b heading 1;}{\\s2 Title;}}{\\info{\\title Draft}{\\author Anna "
      "Beck}{\\creatim\\yr2025\\mo8\\dy6\\hr1}}\n"
      "{\\header A header\\par}\\pard\\s1 Ferry strikes\r\n a barge\\par\\pard\\plain\n"
      "The caf\\'e9 \\ldblquote Two\\rdblquote\\~boats\\u8212\\'97sank\\emdash here.\\par\n"
      "\\uc2\\u233 ??cole {\\v hidden}{\\*\\generator x;}\\u-10179??\\u-8704??\\tab end\\line more.\\line Last.\\par\n"
      "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt A link}}{\\pict\\wmetafile8 0102\\bin3 }}}}.\\cell "
      "B\\cell\\row}";
  const RawArticle raw = rich(rtf);
  CHECK(raw.media_type == "application/rtf");
  CHECK(told(raw.blocks) ==
        "h1:Ferry strikes a barge|p:The caf\u00e9 \u201cTwo\u201d boats\u2014sank\u2014here.|"
        "p:\u00e9cole \U0001F600 end more.|p:Last.|td:A link.|td:B|");
  CHECK(source_of(rtf, raw.blocks[1], "\u00e9") == "\\'e9");
  CHECK(source_of(rtf, raw.blocks[1], "boats") == "boats");
  CHECK(told(raw.candidates) ==
        "headline=Draft (document properties)\nbyline=Anna Beck (document properties)\n"
        "published=2025-08-06 (document properties)\n");
}

TEST_CASE("rich text that is broken is read as far as it goes") {
  CHECK(told(rich("{\\rtf1 One.").blocks) == "p:One.|");
  CHECK(told(rich("{\\rtf1 One.}}}\\'zz\\u").blocks) == "p:One.zz|");
  CHECK(told(rich("{\\rtf1\\ansicpg1251 \\'cf\\bin99999999 x").blocks) == "p:\u041f|");
  CHECK(rich("{\\rtf1 One.\\par " + std::string(100'000, '{')).blocks.size() == 1);
}

}  // namespace newsloupe
