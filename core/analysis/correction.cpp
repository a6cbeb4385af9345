#include "core/analysis/correction.h"

#include <type_traits>

namespace newsloupe {

std::vector<ReadingCorrection> reading_corrections(const std::vector<Change>& changes) {
  std::vector<ReadingCorrection> result;
  const auto take = [&result](const auto& c) {
    if constexpr (std::is_constructible_v<ReadingCorrection, decltype(c)>) result.emplace_back(c);
  };
  for (const Change& change : changes) {
    for (const Correction& c : change.corrections) std::visit(take, c);
  }
  return result;
}

}  // namespace newsloupe
