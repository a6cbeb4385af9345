#include "core/unpack/charset.h"

#include <doctest/doctest.h>

namespace newsloupe {

using namespace std::string_view_literals;

TEST_CASE("encodings are told apart as browsers do") {
  using Kind = SourceRecord::Kind;
  const struct {
    std::string_view bytes;
    Kind kind;
    std::string_view encoding, text;
  } rows[] = {
      {"plain"sv, Kind::kPlainText, "utf-8", "plain"},
      {"caf\xc3\xa9"sv, Kind::kPlainText, "utf-8", "caf\u00e9"},
      {"\xef\xbb\xbf"
       "caf\xc3\xa9"sv,
       Kind::kPlainText, "utf-8", "caf\u00e9"},
      {"caf\xe9 \x93quoted\x94"sv, Kind::kPlainText, "windows-1252", "caf\u00e9 \u201cquoted\u201d"},
      {"\xff\xfe"
       "a\0\xe9\0=\xd8\x00\xde"sv,
       Kind::kPlainText, "utf-16le", "a\u00e9\U0001f600"},
      {"\xfe\xff\0a\xd8\0"sv, Kind::kPlainText, "utf-16be", "a\ufffd"},
      {"N\0o\0 \0m\0a\0r\0k\0"sv, Kind::kPlainText, "utf-16le", "No mark"},
      {"<meta charset=iso-8859-1><p>caf\xe9"sv, Kind::kHtml, "windows-1252", "<meta charset=iso-8859-1><p>caf\u00e9"},
      {"<meta charset=windows-1251>\xcf\xf0"sv, Kind::kHtml, "windows-1251", "<meta charset=windows-1251>\u041f\u0440"},
      {"<meta charset=shift_jis>abc"sv, Kind::kHtml, "shift_jis", "<meta charset=shift_jis>abc"},
      // kinder than browsers: a wrong declaration, single damaged bytes
      {"<meta charset=latin1>caf\xc3\xa9"sv, Kind::kHtml, "utf-8", "<meta charset=latin1>caf\u00e9"},
      {"\u00e9\u00e8\u00ea\u00eb\u00e0 and \xff"sv, Kind::kPlainText, "utf-8",
       "\u00e9\u00e8\u00ea\u00eb\u00e0 and \ufffd"},
      {""sv, Kind::kPlainText, "utf-8", ""},
  };
  for (const auto& row : rows) {
    const DecodedText decoded = decode_text(row.bytes, row.kind);
    CHECK(decoded.encoding == row.encoding);
    CHECK(decoded.text == row.text);
  }
}

TEST_CASE("decoded text leads back to its bytes") {
  const DecodedText decoded = decode_text(
      "a\xe9"
      "b\xe9",
      SourceRecord::Kind::kPlainText);
  REQUIRE(decoded.text == "a\u00e9b\u00e9");
  CHECK(decoded.map.source_from_text({0, 1}) == SourceSpan{0, 1});
  CHECK(decoded.map.source_from_text({1, 3}) == SourceSpan{1, 2});
  CHECK(decoded.map.source_from_text({3, 6}) == SourceSpan{2, 4});
}

TEST_CASE("what is guessed or replaced is said") {
  using Kind = SourceRecord::Kind;
  CHECK(decode_text("caf\xe9", Kind::kPlainText).diagnostics.size() == 1);
  CHECK(decode_text("<meta charset=big5>\xa4\xa4", Kind::kHtml).diagnostics.size() == 1);
  CHECK(decode_text("caf\xc3\xa9", Kind::kPlainText).diagnostics.empty());
}

TEST_CASE("the encoding that a page declares") {
  const struct {
    std::string_view page, encoding;
  } rows[] = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CHARSET='Latin1'>", "windows-1252"},
      {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"},
      {"<meta content='text/html; charset=koi8-r'>", ""},
      {"<!-- <meta charset=koi8-r> --><meta charset=gbk>", "gbk"},
      {"<p title='<meta charset=koi8-r>'>", ""},
      {"<meta charset=utf-16>", "utf-8"},
      {"<meta charset=nonsense>", ""},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<meta charset=koi8-r", ""},  // the tag does not end
  };
  for (const auto& row : rows) CHECK_MESSAGE(declared_encoding(row.page) == row.encoding, row.page);
  // Past the bytes that browsers look through first: where their parser finds it, so not in a script.
  const std::string far = "<!--" + std::string(3000, 'x') + "-->";
  const std::string script = "<script>'<meta charset=gbk>' </s</script >";
  CHECK(declared_encoding(far + script + "<meta charset=koi8-r>") == "koi8-r");
  CHECK(declared_encoding(far + "<script>'<meta charset=gbk>'").empty());
  CHECK(declared_encoding(std::string(70000, ' ') + "<meta charset=koi8-r>").empty());
}

}  // namespace newsloupe
