#include "core/compare/office_holders.h"

#include <doctest/doctest.h>

#include <string>

#include "core/compare/outline.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

std::string holders(const std::string& text) {
  std::string line;
  for (const OfficeHolder& holder : office_holders(*plain_article("a", text))) {
    line += (line.empty() ? "" : ", ") + holder.office + ": " + holder.surname;
  }
  return line;
}

}  // namespace

TEST_CASE("an office that one person holds in the article is known by its holder") {
  CHECK(holders("Foreign Secretary Anna Bell met Prime Minister Karl Orr on Friday.") ==
        "foreign secretary: bell, prime minister: orr");
  CHECK(holders("Prime Minister Karl Orr met Prime Minister Ines Valk on Friday.") == "");  // of two countries
  CHECK(holders("Spokesman Karl Orr met lawyer Ines Valk on Friday.") == "");
}

TEST_CASE("articles without dates that know other holders of one office are of two stories") {
  const std::string rest =
      " will sign the harbour treaty between Norland and Sudmark in Calder, the ministry said. The treaty "
      "opens the harbour of Calder to ferries from Sudmark.";
  const auto stories = [&](const std::string& first, const std::string& second) {
    return outline(digests_of({plain_article("a", "Foreign Secretary " + first + rest),
                               plain_article("b", "Foreign Secretary " + second + rest)}),
                   shared_resources())
        .stories.size();
  };
  CHECK(stories("Anna Bell", "Anna Bell") == 1);
  CHECK(stories("Anna Bell", "Karl Orr") == 2);
}

}  // namespace newsloupe
