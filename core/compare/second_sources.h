// Articles that are no origin of one and still may rest on one source: "is this a second source?"
#pragma once

#include <string>
#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

struct SecondSource {
  ArticleIndex taker, other;
  std::uint32_t share = 0;  // of the taker's words that stand in common runs, in thousandths; 0: not the reason
  std::string agency;  // that both credit; empty: not the reason. Neither: the taker's text names the other's outlet
};

// One for each two origins at most: first those that share part of their wording (other than the words of the same
// persons in quotation marks), the larger share first, then those where one names the other's outlet, then those that
// credit one agency.
[[nodiscard]] std::vector<SecondSource> find_second_sources(const Comparison& comparison);

}  // namespace newsloupe
