#include "core/compare/inner_differences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// The labels of what does not fit, a line each.
std::string inside(const std::string& text) {
  const Comparison comparison = compare({plain_article("a", text)}, shared_resources());
  std::string lines;
  for (const InnerDifference& item : comparison.inside) lines += item.label + "\n";
  return lines;
}

}  // namespace

TEST_CASE("parts that make more than their total do not fit") {
  CHECK(inside("The number of people killed in the quake rose to 26. Sixteen of the victims died in Harle, seven in "
               "Zand and "
               "four in Tarn.") == "26 in all, but the parts make 27\n");
  CHECK(inside("The number of people killed in the quake rose to 27. Sixteen of the victims died in Harle, seven in "
               "Zand and "
               "four in Tarn.") == "");
  CHECK(inside("The number of people killed in the quake rose to 40. Sixteen of the victims died in Harle and seven in "
               "Zand.") == "");  // others may have died elsewhere
}

TEST_CASE("a percentage has to fit the numbers it restates") {
  CHECK(inside("The company will cut 450 of its 9,000 jobs, or 8 percent.") == "450 of 9,000 is not 8 percent\n");
  CHECK(inside("The company will cut 450 of its 9,000 jobs, or 5 percent.") == "");
  CHECK(inside("The company will cut 450 of its 9,000 jobs and raise wages by 8 percent.") == "");
}

}  // namespace newsloupe
