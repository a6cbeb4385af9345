// Strongly typed indices. Things of one snapshot refer to each other by Id<T>, never by pointer: ids survive moves and
// copies of the vectors they index, and serialise as plain numbers.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace newsloupe {

template <class T>
struct Id {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] constexpr bool valid() const { return value != kNone; }
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace newsloupe
