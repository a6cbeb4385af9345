#include "core/ingest/mojibake.h"

#include <doctest/doctest.h>

#include "core/base/utf8.h"
#include "core/unpack/encoding_tables.h"

namespace newsloupe {
namespace {

DecodedText repaired(std::string_view text) {
  DecodedText decoded = decode_text(text, SourceRecord::Kind::kPlainText);
  repair_mojibake(decoded);
  return decoded;
}

// What `text` looks like when its UTF-8 is read as Windows-1252 and saved again.
std::string damaged(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte < 0x80 ? byte : kSingleByteEncodings[0].upper_half[byte - 0x80]);
  }
  return out;
}

}  // namespace

TEST_CASE("text that was read in the wrong encoding becomes what it was") {
  const struct {
    std::string_view text, wanted;
  } rows[] = {
      {"The mayor doesnâ€™t know.", "The mayor doesn’t know."},
      {"â€œWe stay,â€\u009D she said. â€œAll of us.â€\u009D", "“We stay,” she said. “All of us.”"},
      // the last byte of the closing mark was lost
      {"â€œWe stay,â€ she said. â€œAll of us.â€", "“We stay,” she said. “All of us.”"},
      {"In the cafÃ© of Ã–rnby, Zoë's NoÃ«l", "In the café of Örnby, Zoë's Noël"},
      {"A fee of Â£5 and â‚¬7 â€“ paid", "A fee of £5 and €7 – paid"},
      {"Ã la carte, dÃ©jÃ\u00A0 vu: 10Â 000 cafÃ©s", "à la carte, déjà vu: 10 000 cafés"},
      {"Ð’ÐµÐ»Ð´Ð° said no.", "Велда said no."},
      {"æ\u009D±äº¬ said no. ðŸ˜€", "東京 said no. 😀"},
      {"Å\u00A0ibenik, Å\u0081"
       "adysÅ‚aw and BeyoÄŸlu",
       "Šibenik, Ładysław and Beyoğlu"},
      {"ï»¿The café stays.", "\uFEFFThe café stays."},
      // twice, and by way of Latin-1
      {"The mayor doesnÃ¢â‚¬â„¢t know.", "The mayor doesn’t know."},
      {"The mayor doesnÃ¢Â\u0080Â\u0099t know the cafÃƒÂ©.", "The mayor doesn’t know the café."},
  };
  for (const auto& row : rows) CHECK(repaired(row.text).text == row.wanted);
}

TEST_CASE("what could be meant is left alone") {
  for (const std::string_view text : {
           "Plain text. It's \"so\".", "The café of Örnby doesn’t open. “No,” she said – 10 °C.",
           "“AMANHÃ”, diz a manchete. “IRMÃ” e não mais. SÃO PAULO: “VILÔ”…",  // Portuguese capitals
           "Le mot « Â » et « À ». IL EST FATIGUÉ… L’ÉTÉ” – “CAFÉ” —", "Der Buchstabe „Ä“ und »Ö«, die „FPÖ“ …",
           "Bokstaven ”Å” och ”Ä”. ”Å”…", "Il est fatigué…” dit-il. “Voilà”, et voilà…”",
           "Velda® and Ørsted™ of the SPÖ® met.", "Chữ Â và Ă, Ê, Ô. ÂM NHẠC",
           "Writers who see “â€™” on a page’s screen",  // one of them, in a text that is whole
       }) {
    const DecodedText whole = repaired(text);
    CHECK(whole.text == text);
    CHECK(whole.diagnostics.empty());
  }
}

TEST_CASE("any text that was damaged comes back, however often") {
  const std::string_view text = "“Zoë doesn’t go to Łódź – or Ümit’s café,” he said… It’s 5 °C and costs £3.";
  std::string once = damaged(text), twice = damaged(once);
  CHECK(once != text);
  CHECK(repaired(once).text == text);
  CHECK(repaired(twice).text == text);
  CHECK(without_mojibake(once) == text);
}

TEST_CASE("a repaired character leads to the damaged ones, and a note says so") {
  const std::string_view text = "It isnâ€™t Zoëâ€™s.";
  const DecodedText whole = repaired(text);
  CHECK(whole.text == "It isn’t Zoë’s.");
  const auto at = static_cast<std::uint32_t>(whole.text.find("’"));
  const SourceSpan source = whole.map.source_from_text({at, at + 3});
  CHECK(text.substr(source.begin, source.size()) == "â€™");
  const auto letter = static_cast<std::uint32_t>(whole.text.find("t Z"));
  const SourceSpan behind = whole.map.source_from_text({letter, letter + 1});
  CHECK(text.substr(behind.begin, behind.size()) == "t");
  REQUIRE(whole.diagnostics.size() == 1);
  CHECK(whole.diagnostics[0].message == "2 damaged characters (â€™) were read as what they were (’).");
  CHECK(repaired("It isnâ€™t.").diagnostics[0].message == "1 damaged character (â€™) was read as what it was (’).");
}

}  // namespace newsloupe
