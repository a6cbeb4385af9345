#include "core/base/nfc.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

std::string applied(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (const NfcChange& change : nfc_changes(text)) {
    out.append(text.substr(done, change.begin - done)).append(change.text);
    done = change.end;
  }
  return out.append(text.substr(done));
}

}  // namespace

TEST_CASE("composes sequences and leaves all else") {
  const struct {
    std::string_view text, composed;
  } rows[] = {
      {"", ""},
      {"plain caf\u00e9 \u201cquoted\u201d", "plain caf\u00e9 \u201cquoted\u201d"},
      {"cafe\u0301 and re\u0301sume\u0301", "caf\u00e9 and r\u00e9sum\u00e9"},
      {"\u0438\u0306", "\u0439"},
      {"\u212b\u2126", "\u00c5\u03a9"},
      {"\u1112\u1161\u11ab", "\ud55c"},
      {"\u09c7\u09be", "\u09cb"},
      {"\u0301lone mark", "\u0301lone mark"},
      {"q\u0323\u0307 q\u0307\u0323", "q\u0323\u0307 q\u0323\u0307"},
  };
  for (const auto& row : rows) CHECK(applied(row.text) == row.composed);
}

TEST_CASE("a change covers the whole sequence and nothing else") {
  const auto changes = nfc_changes("abe\u0301c");
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].begin == 2);
  CHECK(changes[0].end == 5);
}

}  // namespace newsloupe
