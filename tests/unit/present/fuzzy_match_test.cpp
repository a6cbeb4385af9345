#include "core/present/fuzzy_match.h"

#include <doctest/doctest.h>

#include <string>

namespace newsloupe {
namespace {

std::string marked(std::string_view typed, std::string_view name) {
  const std::optional<FuzzyMatch> match = fuzzy_match(typed, name);
  if (!match) return "none";
  std::string out(name);
  for (auto span = match->letters.rbegin(); span != match->letters.rend(); ++span) {
    out.insert(span->end, "]");
    out.insert(span->begin, "[");
  }
  return out;
}

TEST_CASE("typed letters and the letters of the name they mean") {
  struct Row {
    const char *typed, *name, *expected;
  };
  const Row rows[] = {
      {"mar", "Elena Marsh", "Elena [Mar]sh"},
      {"marsh el", "Elena Marsh", "[El]ena [Marsh]"},
      {"MARSH", "elena marsh", "elena [marsh]"},
      {"arsh", "Elena Marsh", "Elena M[arsh]"},
      {"em", "Elena Marsh", "[E]lena [M]arsh"},
      {"elma", "Elena Marsh", "[El]ena [Ma]rsh"},
      {"angstrom", "Ångström", "[Ångström]"},
      {"jose", "José Peña", "[José] Peña"},
      {"rq", "Radio Quarrel", "[R]adio [Q]uarrel"},
      {"", "Elena Marsh", "Elena Marsh"},
      {"x", "Elena Marsh", "none"},
      {"marsh x", "Elena Marsh", "none"},
      {"lna", "Elena Marsh", "none"},  // letters inside a word with gaps mean nothing
      {"marshes", "Marsh", "none"},
  };
  for (const Row& row : rows) CHECK(marked(row.typed, row.name) == row.expected);
}

TEST_CASE(
    "the beginning of a name is better than a word in it, a word better than its inside, short better than long") {
  const auto score = [](const char* typed, const char* name) { return fuzzy_match(typed, name)->score; };
  CHECK(score("mar", "Marsh visits Velda") > score("mar", "Elena Marsh"));
  CHECK(score("mar", "Elena Marsh") > score("mar", "Summary of the day"));
  CHECK(score("sum", "Summary") > score("sum", "Summary of the whole day and of the night"));
  CHECK(score("ma", "Tomas") > score("tm", "Tomas Meier"));
}

}  // namespace
}  // namespace newsloupe
