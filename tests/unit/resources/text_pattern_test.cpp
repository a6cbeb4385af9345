#include "core/resources/text_pattern.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

std::string found(Result<TextPattern> pattern, std::string_view text) {
  if (!pattern.ok()) return "error";
  const std::optional<TextSpan> span = pattern.value().find(text, 0);
  return span ? std::string(text.substr(span->begin, span->size())) : "nothing";
}

TEST_CASE("words are found in any case, with or without accents, over any white space") {
  struct Row {
    const char *words, *text, *expected;
  };
  const Row rows[] = {
      {"curfew", "The CURFEW ends", "CURFEW"},
      {"cafe", "the Café shut", "Café"},
      {"CAFÉ", "a cafe shut", "cafe"},
      {"san jose", "in San\n José today", "San\n José"},
      {"don't", "we don’t know", "don’t"},
      {"\"within days\"", "said “within days” and", "“within days”"},
      {"north-east", "the north‑east wind", "north‑east"},
      {"a.b", "axb a.b", "a.b"},  // no sign has a meaning
      {"(12)", "about (12) people", "(12)"},
      {"őr", "az or", "or"},
      {"affair office", "an a\uFB00air o\uFB03ce", "a\uFB00air o\uFB03ce"},
      {"ﬁrst", "the first", "nothing"},  // who looks for a ligature means it; search writes letters
      {"first", "the \uFB01r\uFB06", "\uFB01r\uFB06"},
      {"nato", "the ＮＡＴＯ talks", "ＮＡＴＯ"},
      {"ленин", "ЛЕНИН", "ЛЕНИН"},
      {"curfew", "no such word", "nothing"},
  };
  for (const Row& row : rows) CHECK(found(TextPattern::from_words(row.words, false), row.text) == row.expected);
  CHECK(found(TextPattern::from_words("Cafe", true), "cafe Café Cafe") == "Cafe");
}

TEST_CASE("a regular expression that cannot be read says in words what is wrong") {
  struct Row {
    const char *regex, *words;
  };
  const Row rows[] = {
      {"(curfew", "A `)` is missing after `(curfew`"},
      {"a (b (c", "A `)` is missing after `(c`"},
      {"curfew)", "There is a `)` without a `(` before it."},
      {"[a-", "A `]` is missing after `[a-`"},
      {"*x", "`*` has nothing before it that it could repeat."},
      {"a**", "`**` cannot follow another repetition."},
      {"a{2000}", "`{2000}` repeats too often: at most 1000."},
      {"x\\", "The pattern ends in a `\\`: something must follow it."},
      {"[z-a]", "`z-a` is no range of characters."},
  };
  for (const Row& row : rows) {
    const Result<TextPattern> pattern = TextPattern::from_regex(row.regex, false);
    REQUIRE_FALSE(pattern.ok());
    CHECK(pattern.error().message == row.words);
  }
  CHECK_FALSE(TextPattern::from_regex("\xFF", false).ok());
}

TEST_CASE("matches of nothing are passed over, and a pattern that explodes elsewhere ends") {
  CHECK(found(TextPattern::from_regex("x*", false), "aaxxb") == "xx");
  CHECK(found(TextPattern::from_regex("^", false), "ab\ncd") == "nothing");
  CHECK(found(TextPattern::from_regex("^c.", false), "ab\ncd") == "cd");
  const std::string many(200000, 'a');
  CHECK(found(TextPattern::from_regex("(a+)+b", false), many) == "nothing");
}

}  // namespace
}  // namespace newsloupe
