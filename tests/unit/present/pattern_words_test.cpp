#include "core/present/pattern_words.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

TEST_CASE("a regular expression in words, or none where it has no short ones") {
  struct Row {
    const char *regex, *words;
  };
  const Row rows[] = {
      {"curfew", "“curfew”"},
      {"curfew|lockdown", "“curfew” or “lockdown”"},
      {"(curfew|lockdown)\\s+\\w+",
       "“curfew” or “lockdown”, then once or more: white space, then once or more: a letter"},
      {"1[45]", "“1”, then one of 45"},
      {"a.b", "“a”, then any character, then “b”"},
      {"colou?r", "“colo”, then perhaps: “u”, then “r”"},
      {"\\d{2,4} people", "2,4 times: a digit, then “ people”"},
      {"\\(sic\\)", "“(sic)”"},
      {"^The", "the beginning of a paragraph, then “The”"},
      {"(?i)x", ""},
      {"\\p{Greek}", ""},
      {"[\\d]", ""},
  };
  for (const Row& row : rows) CHECK(pattern_words(row.regex) == row.words);
}

}  // namespace
}  // namespace newsloupe
