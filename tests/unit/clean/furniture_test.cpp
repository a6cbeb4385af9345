#include "core/clean/furniture.h"

#include <doctest/doctest.h>

namespace newsloupe {
namespace {

std::string rule_for(std::string_view line) {
  static const auto resources = load_resources();
  const FurnitureVerdict verdict = judge_line(line, *resources);
  return verdict.furniture ? std::string(verdict.rule.name()) : std::string();
}

}  // namespace

TEST_CASE("furniture is known by its wording") {
  const struct {
    std::string_view line, rule;
  } rows[] = {
      {"Also Read: Marrow station clock runs again", "furniture.label"},
      {"Disclaimer: This story comes from a feed and was not edited", "furniture.label"},
      {"Share  Save  Print", "furniture.line"},
      {"Comments (12)", "furniture.comments"},
      {"Leave a Reply", "furniture.comments"},
      {"Open in app", "furniture.line"},
      {"Unlock exclusive insights with Courier Premium", "furniture.promotion"},
      {"Sign in to the Lake Examiner to write the first comment.", "furniture.promotion"},
      {"Subscribe to our letter for more stories like this.", "furniture.promotion"},
      {"Never miss a story. Get the Gazette in your inbox every evening.", "furniture.promotion"},
      {"(Reporting by Jan Tolland; editing by Petra Quill)", "furniture.promotion"},
      {"Have an account already? Log in", "furniture.promotion"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(rule_for(row.line) == row.rule, row.line);
}

TEST_CASE("sentences that use the same words are no furniture") {
  for (const std::string_view line : {
           "Also read that night were 14 letters from a lighthouse.",
           "Comments by the minister were read aloud and laughed at.",
           "Sign up before midnight or stay at home: that was the rule, said Leila Fonn.",
           "Subscribe to that view, Fonn said, and you must also pay for the roof.",
           "\u201cAll rights reserved?\u201d asked a boy of nine.",
           "The app was downloaded by two million people in a week, the company said.",
           "\"You can cancel any time you want,\" he said. \"It is free.\"",
           "After a month-long recess, the trial of the ferryman began again in the county court.",
           "A month after the sale the museum got an email from a group in the north.",
           "Share prices fell.",
           "He is free to leave.",
           "Print unions went on strike.",
           "\u201cShare\u201d",
       }) {
    CHECK_MESSAGE(rule_for(line).empty(), line);
  }
}

}  // namespace newsloupe
