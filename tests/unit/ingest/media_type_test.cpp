#include "core/ingest/media_type.h"

#include <doctest/doctest.h>

namespace newsloupe {

using namespace std::string_view_literals;

TEST_CASE("kinds of text by content and name") {
  using Kind = SourceRecord::Kind;
  const struct {
    std::string_view name, bytes;
    Kind kind;
  } rows[] = {
      {"a.txt", "Two boats sank.", Kind::kPlainText},
      {"a.md", "# Two boats", Kind::kMarkdown},
      {"a.HTM", "Two boats sank.", Kind::kHtml},
      {"a.txt", "\xef\xbb\xbf \n<!DOCTYPE HTML><p>Two", Kind::kHtml},
      {"", "<!-- saved --><html><body>", Kind::kHtml},
      {"a.txt", "<3 is what she wrote", Kind::kPlainText},
      {"a.txt", "T\0w\0o\0 \0b\0o\0a\0t\0s\0"sv, Kind::kPlainText},
  };
  for (const auto& row : rows) {
    const auto kind = sniff_kind(row.name, row.bytes);
    REQUIRE(kind.ok());
    CHECK_MESSAGE(kind.value() == row.kind, row.bytes);
  }
}

TEST_CASE("what is no article is refused with one line") {
  const struct {
    std::string_view name, bytes, message;
  } rows[] = {
      {"a.pdf", "%PDF-1.7 ...", "PDF is not read. Copy its text and paste it here."},
      {"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
       "An old office document is not read. Copy its text and paste it here."},
      {"a.jpg", "\xff\xd8\xff\xe0", "A picture is not read. Add the article's text instead."},
      {"a.txt", "", "The file is empty."},
      {"a.txt", " \r\n\t", "The file is empty."},
      {"a.txt", "\x01\x02\x03\x04\x05\x06 data"sv, "This is no text but binary data. Add the article's text instead."},
  };
  for (const auto& row : rows) {
    const auto kind = sniff_kind(row.name, row.bytes);
    REQUIRE_FALSE(kind.ok());
    CHECK(kind.error().message == row.message);
  }
  const auto long_text = sniff_kind("a.txt", std::string(30'000'000, 'a'));
  REQUIRE_FALSE(long_text.ok());
  CHECK(long_text.error().message ==
        "The text is too long for one article: 30 MB, 4 MB are read. Cut it into its articles.");
}

}  // namespace newsloupe
