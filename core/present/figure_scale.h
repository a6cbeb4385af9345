// A line of round numbers for a few amounts: where each stands between its ends.
#pragma once

#include <vector>

#include "core/base/decimal.h"
#include "core/present/figures_view.h"

namespace newsloupe {

class FigureScale {
 public:
  // `amounts`: all that has a place on the line. `one`: one of the unit that the ticks count, in the unit of the
  // amounts. The line begins at nothing unless the amounts are close to each other and far from it.
  FigureScale(const std::vector<Decimal>& amounts, Decimal one);

  // From 0 to FigureLine::kEnd; 0 for all where the amounts are too far apart for exact places.
  [[nodiscard]] std::uint32_t place_of(Decimal amount) const;
  [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::string>>& ticks() const { return ticks_; }

 private:
  [[nodiscard]] std::int64_t scaled(Decimal amount) const;  // kTooLarge where it has no exact place
  void put_ticks(std::int64_t least, std::int64_t most, Decimal one);

  int exponent_ = 0;  // amounts are counted in 10^exponent_
  std::int64_t begin_ = 0, end_ = 0;
  std::vector<std::pair<std::uint32_t, std::string>> ticks_;
};

}  // namespace newsloupe
