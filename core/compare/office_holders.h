// Who holds which high office, as an article tells it: what dates an article that gives no date. "Foreign Secretary
// Misri" and "Foreign Secretary Kwatra" speak of two times.
#pragma once

#include <string>
#include <vector>

#include "core/resolve/article.h"

namespace newsloupe {

struct OfficeHolder {
  std::string office;   // folded, without whose it is: "foreign secretary", "japanese counterpart"
  std::string surname;  // folded
  friend bool operator==(const OfficeHolder&, const OfficeHolder&) = default;
};

// The offices that one person alone holds in the article, by first mention. Only those of which a country or a meeting
// has one at a time; spokesmen, lawyers and directors are many.
[[nodiscard]] std::vector<OfficeHolder> office_holders(const Article& article);

}  // namespace newsloupe
