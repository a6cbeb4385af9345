// Sorts short lists by index. The standard's sorts are compiled anew for every type and comparison, some kilobytes each
// in the page; this is one function for all that need no speed.
#pragma once

#include <cstdint>
#include <vector>

namespace newsloupe {

// The numbers from 0 to count - 1, in order; equal ones as they were. `before(context, a, b)`: a stands before b.
std::vector<std::uint32_t> ordered(std::size_t count, bool (*before)(const void* context, std::uint32_t, std::uint32_t),
                                   const void* context);

template <class Before>
std::vector<std::uint32_t> ordered(std::size_t count, const Before& before) {
  const auto call = [](const void* context, std::uint32_t a, std::uint32_t b) {
    return (*static_cast<const Before*>(context))(a, b);
  };
  return ordered(count, call, &before);
}

}  // namespace newsloupe
