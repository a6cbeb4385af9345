#include "core/compare/clause.h"

#include <doctest/doctest.h>

#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// The label of the clause in which `about` stands, in an article of one sentence.
std::string label(const std::string& sentence, std::string_view about) {
  const ArticlePtr article = plain_article("a", sentence);
  const SetWords words(std::vector<ArticlePtr>{article}, shared_resources());
  const auto at = static_cast<std::uint32_t>(sentence.find(about));
  const auto size = static_cast<std::uint32_t>(sentence.size());
  return label_of(*article,
                  clause_around(*article, words[0], {0, size}, {at, at + static_cast<std::uint32_t>(about.size())}));
}

}  // namespace

TEST_CASE("a clause is cut at the marks around it, and goes on behind a bracket") {
  CHECK(label("The harbour wall broke at dawn, and forty boats sank on Monday in the storm.", "Monday") ==
        "And forty boats sank on Monday in the storm");
  CHECK(label("The storm dumped two inches (50 millimetres) of rain on Orla on Tuesday.", "Tuesday") ==
        "The storm dumped two inches (50 millimetres) of rain on Orla on Tuesday");
  CHECK(label("The harbour wall (built by masons of Norland in 1905) broke again at dawn.", "1905") ==
        "Built by masons of Norland in 1905");
}

}  // namespace newsloupe
