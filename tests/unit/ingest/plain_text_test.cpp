#include "core/ingest/plain_text.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

std::string blocks_of(std::string_view text) {
  std::string out;
  const DecodedText decoded = decode_text(text, SourceRecord::Kind::kPlainText);
  for (const RawBlock& block : blocks_from_plain_text(decoded)) {
    if (!out.empty()) out += block.line_break_before ? " // " : " / ";
    out += block.text;
  }
  return out;
}

}  // namespace

TEST_CASE("lines become paragraphs") {
  const struct {
    std::string_view text, blocks;
  } rows[] = {
      {"", ""},
      {"One.", "One."},
      {"One.\nTwo.\r\nThree.", "One. / Two. / Three."},
      {"One.\n\n \n  Two.  \n", "One. // Two."},
      {"A  tab\tand\u00a0more", "A tab and more"},
      {"soft\u00adhyphen, zero\u200bwidth, nul", "softhyphen, zerowidth, nul"},
      {"\u202Bturned\u202C and f\u061Clat", "turned and flat"},
      // a sentence that breaks off goes on; a list does not
      {"The council said on\nthe same day that it agreed.", "The council said on the same day that it agreed."},
      {"The council of the\nnorth said on\nthe day.", "The council of the north said on the day."},
      {"The pit goes down to 400 yd \n( 365 m ).", "The pit goes down to 400 yd ( 365 m )."},
      {"The pit is 400 yd\n(Elmsea) deep", "The pit is 400 yd / (Elmsea) deep"},
      {"apples\nnuts and bread\nmilk", "apples / nuts and bread / milk"},
      {"The council said:\nno.", "The council said: / no."},
      // hard-wrapped text: only an empty line ends a paragraph
      {"The council of Elmsea decided on Monday that the\nBridge Street market will move to the old harbour,\n"
       "Where there is more room for carts and animals. It\nWas the third vote in a year.\n\nTraders were glad.",
       "The council of Elmsea decided on Monday that the Bridge Street market will move to the old harbour, Where "
       "there "
       "is more room for carts and animals. It Was the third vote in a year. // Traders were glad."},
  };
  for (const auto& row : rows) CHECK(blocks_of(row.text) == row.blocks);
}

}  // namespace newsloupe
