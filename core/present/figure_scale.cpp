#include "core/present/figure_scale.h"

#include <algorithm>
#include <array>

#include "core/compare/amounts.h"

namespace newsloupe {
namespace {

constexpr std::int64_t kTooLarge = 900'000'000'000'000;  // times FigureLine::kEnd it still is a 64-bit number
constexpr std::int64_t kMostTicks = 5;

}  // namespace

std::int64_t FigureScale::scaled(Decimal amount) const {
  std::int64_t value = amount.mantissa();
  for (int e = amount.exponent(); e > exponent_; --e) {
    if (value >= kTooLarge / 10 || value <= -kTooLarge / 10) return kTooLarge;
    value *= 10;
  }
  return std::min(value, kTooLarge);
}

FigureScale::FigureScale(const std::vector<Decimal>& amounts, Decimal one) {
  if (amounts.empty()) return;
  exponent_ = one.exponent();
  for (const Decimal a : amounts) exponent_ = std::min(exponent_, a.is_zero() ? exponent_ : a.exponent());
  const auto [least, most] = std::minmax_element(amounts.begin(), amounts.end());
  const std::int64_t from = scaled(*least), to = scaled(*most);
  if (from > -kTooLarge && to < kTooLarge && to - from < kTooLarge) put_ticks(from, to, one);
}

void FigureScale::put_ticks(std::int64_t least, std::int64_t most, Decimal one) {
  constexpr std::int64_t kFar = 5;  // so many times closer to each other than to nothing: the line begins near them
  const std::int64_t spread = most - least;
  const bool close = spread > 0 && spread < least / kFar;
  const std::int64_t from = close ? least - spread : std::min<std::int64_t>(least, 0);
  const std::int64_t to = close ? most + spread / 2 : std::max<std::int64_t>(most, 0);
  static constexpr std::array<int, 3> kRound = {1, 2, 5};
  for (int i = 0; i < 3 * 18; ++i) {
    const Decimal step(kRound[static_cast<std::size_t>(i) % 3], exponent_ - one.exponent() + i / 3);
    const std::int64_t width = scaled(step * one);
    if (width >= kTooLarge) return;
    if ((to - from) / width >= kMostTicks) continue;
    std::int64_t tick = from / width - (from % width < 0 ? 1 : 0);
    const std::int64_t last = std::max(tick + 1, (to + width - 1) / width);
    if (last * width - tick * width >= kTooLarge) return;
    begin_ = tick * width;
    end_ = last * width;
    for (; tick <= last; ++tick) {
      const auto place = static_cast<std::uint32_t>((tick * width - begin_) * FigureLine::kEnd / (end_ - begin_));
      ticks_.emplace_back(place, grouped_digits(step * Decimal(tick, 0)));
    }
    return;
  }
}

std::uint32_t FigureScale::place_of(Decimal amount) const {
  if (end_ <= begin_) return 0;
  const std::int64_t value = std::clamp(scaled(amount), begin_, end_);
  return static_cast<std::uint32_t>((value - begin_) * FigureLine::kEnd / (end_ - begin_));
}

}  // namespace newsloupe
