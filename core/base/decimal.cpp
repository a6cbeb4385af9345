#include "core/base/decimal.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace newsloupe {
namespace {

constexpr std::int64_t kLargest = 999'999'999'999'999'999;  // 18 digits: sums of two stay inside int64

// 128-bit intermediate so that a product of two 18-digit mantissas can be brought back to 18 digits.
__extension__ typedef __int128 Wide;

Decimal narrowed(Wide mantissa, int exponent) {
  while (mantissa > kLargest || mantissa < -kLargest) {
    mantissa /= 10;
    ++exponent;
  }
  return {static_cast<std::int64_t>(mantissa), exponent};
}

// Scales `d` to `exponent` (not larger than its own) as far as 128 bits allow.
Wide scaled_mantissa(Decimal d, int exponent) {
  Wide m = d.mantissa();
  for (int e = d.exponent(); e > exponent; --e) m *= 10;
  return m;
}

// An exponent to which both can be brought without leaving 128 bits; digits far below the larger value are dropped.
int shared_exponent(Decimal a, Decimal b) {
  const int high = std::max(a.exponent(), b.exponent());
  return std::max(std::min(a.exponent(), b.exponent()), high - 18);
}

Wide at_exponent(Decimal d, int exponent) {
  if (d.exponent() >= exponent) return scaled_mantissa(d, exponent);
  Wide m = d.mantissa();
  for (int e = d.exponent(); e < exponent; ++e) m /= 10;
  return m;
}

}  // namespace

Decimal::Decimal(std::int64_t mantissa, int exponent) : mantissa_(mantissa), exponent_(exponent) {
  if (mantissa_ == 0) exponent_ = 0;
  while (mantissa_ != 0 && mantissa_ % 10 == 0) {
    mantissa_ /= 10;
    ++exponent_;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  std::int64_t mantissa = 0;
  int exponent = 0, seen = 0;
  bool fraction = false;
  for (const char c : digits) {
    if (c == ',' && !fraction) continue;
    if (c == '.' && !fraction) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (mantissa > kLargest / 10 - 1) return std::nullopt;
    mantissa = mantissa * 10 + (c - '0');
    ++seen;
    if (fraction) --exponent;
  }
  if (seen == 0) return std::nullopt;
  return Decimal(negative ? -mantissa : mantissa, exponent);
}

Decimal operator+(Decimal a, Decimal b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const int e = shared_exponent(a, b);
  return narrowed(at_exponent(a, e) + at_exponent(b, e), e);
}

Decimal operator-(Decimal a, Decimal b) { return a + Decimal(-b.mantissa(), b.exponent()); }

Decimal operator*(Decimal a, Decimal b) {
  // Without the wide product, which is a call into a library in WebAssembly, where the narrow one holds it.
  constexpr std::int64_t kSmall = 999'999'999;
  if (std::abs(a.mantissa()) <= kSmall && std::abs(b.mantissa()) <= kSmall) {
    return {a.mantissa() * b.mantissa(), a.exponent() + b.exponent()};
  }
  return narrowed(static_cast<Wide>(a.mantissa()) * b.mantissa(), a.exponent() + b.exponent());
}

Decimal Decimal::half() const { return narrowed(static_cast<Wide>(mantissa_) * 5, exponent_ - 1); }

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const int sign_a = (a.mantissa_ > 0) - (a.mantissa_ < 0), sign_b = (b.mantissa_ > 0) - (b.mantissa_ < 0);
  if (sign_a != sign_b) return sign_a <=> sign_b;
  const Wide difference = [&] {
    const int gap = a.exponent_ - b.exponent_;
    if (gap > 18) return static_cast<Wide>(sign_a);  // a has more digits than b can hold
    if (gap < -18) return static_cast<Wide>(-sign_a);
    const int e = std::min(a.exponent_, b.exponent_);
    return scaled_mantissa(a, e) - scaled_mantissa(b, e);
  }();
  return difference < 0   ? std::strong_ordering::less
         : difference > 0 ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return mantissa_ < 0 ? "-" + digits : digits;
}

}  // namespace newsloupe
