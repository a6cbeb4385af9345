#include "core/compare/word_forms.h"

#include <doctest/doctest.h>

#include <vector>

namespace newsloupe {

TEST_CASE("forms of one word share a stem") {
  struct {
    const char *a, *b;
  } const table[] = {{"promote", "promoting"},  {"country", "countries"},    {"stop", "stopped"},
                     {"lift", "lifted"},        {"discuss", "discussions"},  {"cooperate", "cooperation"},
                     {"develop", "developed"},  {"develop", "development"},  {"kill", "killed"},
                     {"minister", "ministers"}, {"residents", "resident's"}, {"breach", "breaches"}};
  for (const auto& row : table) CHECK_MESSAGE(word_stem(row.a) == word_stem(row.b), row.a);
}

TEST_CASE("different words keep different stems") {
  struct {
    const char *a, *b;
  } const table[] = {{"day", "dam"}, {"policy", "police"}, {"need", "ned"}, {"string", "str"}, {"missing", "missive"}};
  for (const auto& row : table) CHECK_MESSAGE(word_stem(row.a) != word_stem(row.b), row.a);
}

TEST_CASE("house spellings share a key") {
  struct {
    const char *a, *b;
  } const table[] = {{"neighbourhood", "neighborhood"},
                     {"metres", "meters"},
                     {"destabilising", "destabilizing"},
                     {"defence", "defense"},
                     {"travelled", "traveled"},
                     {"harbour", "harbor"},
                     {"programme", "program"},
                     {"organisation", "organization"},
                     {"grey", "gray"}};
  for (const auto& row : table) CHECK_MESSAGE(spelling_key(row.a) == spelling_key(row.b), row.a);
  CHECK(spelling_key("four") != spelling_key("for"));
  CHECK(spelling_key("lifted") != spelling_key("ended"));
}

TEST_CASE("numbers read out and numbers in digits have one value") {
  const auto number = [](std::vector<std::string_view> words) { return number_of(words); };
  CHECK(number({"three", "hundred", "and", "twenty"}) == number({"320"}));
  CHECK(number({"thirty-five"}) == number({"35"}));
  CHECK(number({"two", "million"}) == number({"2", "million"}));
  CHECK(number({"fourteen"}) != number({"forty"}));
  CHECK(number({"a", "few"}) == std::nullopt);
  CHECK(number({"and"}) == std::nullopt);
}

}  // namespace newsloupe
