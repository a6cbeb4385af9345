// Exact decimal numbers for amounts found in text: 1.5 lakh crore is 15 x 10^11, not a rounded double.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsloupe {

// Value = mantissa x 10^exponent, always normalised: mantissa is not a multiple of ten (zero has exponent 0), so equal
// values are equal members.
class Decimal {
 public:
  constexpr Decimal() = default;
  Decimal(std::int64_t mantissa, int exponent);

  // Reads "1234", "1,234.5", "0.05", "-3". Commas are taken as separators of thousands. Nothing where the text is not
  // such a number or needs more than 18 digits.
  static std::optional<Decimal> parse(std::string_view digits);

  [[nodiscard]] std::int64_t mantissa() const { return mantissa_; }
  [[nodiscard]] int exponent() const { return exponent_; }
  [[nodiscard]] bool is_integer() const { return exponent_ >= 0; }
  [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }

  // Sums and products saturate at 18 digits by dropping the lowest ones (amounts in news never get near).
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal operator*(Decimal a, Decimal b);
  [[nodiscard]] Decimal half() const;

  friend bool operator==(Decimal, Decimal) = default;
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);

  // Plain notation without exponent: "1500000000000", "0.05", "-3". The one way in which amounts are printed.
  [[nodiscard]] std::string to_string() const;

 private:
  std::int64_t mantissa_ = 0;
  std::int32_t exponent_ = 0;
};

}  // namespace newsloupe
