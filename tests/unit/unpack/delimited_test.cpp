#include "core/unpack/delimited.h"

#include <doctest/doctest.h>

#include "tests/support/read_files.h"

namespace newsloupe {

TEST_CASE("a table of articles: quoted cells, line breaks in them, other separators") {
  const auto records =
      unpacked("a.csv",
               "\xef\xbb\xbfID,Title,Date,Text\r\nx,\"Ferry, barge\",2025-08-26,\"One \"\"boat\"\".\r\nTwo.\"\r\n\r\n"
               ",Two,,\r\n,Three,,\"Not closed, to the end\n");
  CHECK(told(records) ==
        "x: One \"boat\".\r\nTwo.\nset/a.csv:4! Row 4 has no text. Fill its cell or take the row out.\n"
        "set/a.csv:5: Not closed, to the end\n\n");
  CHECK(told(records[0].record.value().given) == "headline=Ferry, barge (record)\npublished=2025-08-26 (record)\n");
  CHECK(told(unpacked("a.tsv", "url\tcontent\nhttps://x.example\tcaf\xe9, one")) == "set/a.tsv:2: caf\u00e9, one\n");
  CHECK(told(unpacked("a.csv", "title;body\nFerry;\"One; two\"")) == "set/a.csv:2: One; two\n");
  CHECK(
      told(unpacked("a.csv", "url,title\nx,y")) ==
      "set/a.csv! The table has no column named text, content, body or html. Name the column with the articles so.\n");
  CHECK(unpacked("a.csv", "").size() == 1);
}

}  // namespace newsloupe
