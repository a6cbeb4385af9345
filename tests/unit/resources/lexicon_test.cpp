#include "core/resources/lexicon.h"

#include <doctest/doctest.h>

namespace newsloupe {

TEST_CASE("a line with @ gives its columns to the phrases below it") {
  Lexicon lexicon;
  const auto problems =
      lexicon.load(WordClass::kPlace, "# comment\nSarn\tAA\ttown\n@BB\tregion\nVelda\nOrla Bay\tthe\n");
  CHECK(problems.empty());
  const LexiconEntry* sarn = lexicon.entry(WordClass::kPlace, lexicon.find("sarn"));
  REQUIRE(sarn != nullptr);
  CHECK(sarn->columns.size() == 2);
  const LexiconEntry* velda = lexicon.entry(WordClass::kPlace, lexicon.find("velda"));
  REQUIRE(velda != nullptr);
  REQUIRE(velda->columns.size() == 2);
  CHECK(velda->columns[1] == "region");
  const TermId words[] = {lexicon.find("orla"), lexicon.find("bay")};
  const PhraseMatch bay = lexicon.match(WordClass::kPlace, words);
  REQUIRE(bay.length == 2);
  CHECK(bay.entry->columns.size() == 3);
}

}  // namespace newsloupe
