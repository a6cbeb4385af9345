// Sorting for all that needs no more speed than n log n through a call: one merge sort of numbers for the whole program.
// The standard's sorts are compiled anew for every type and comparison, three to ten kilobytes each in the page.
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace newsloupe {

// The numbers from 0 to count - 1 in the order in which `before(context, a, b)` puts them: a stands before b. Equal ones
// stay as they were.
[[nodiscard]] std::vector<std::uint32_t> ordered(std::size_t count,
                                                 bool (*before)(const void* context, std::uint32_t, std::uint32_t),
                                                 const void* context);

template <class Before>
[[nodiscard]] std::vector<std::uint32_t> ordered(std::size_t count, const Before& before) {
  const auto call = [](const void* context, std::uint32_t a, std::uint32_t b) {
    return static_cast<bool>((*static_cast<const Before*>(context))(a, b));
  };
  return ordered(count, call, &before);
}

// Puts the items in that order, in place; what is equal stays in order.
template <class Iterator, class Before = std::less<>>
void sort_items(Iterator begin, Iterator end, const Before& before = {}) {
  const auto item = [begin](std::uint32_t i) -> decltype(auto) {
    return begin[static_cast<typename std::iterator_traits<Iterator>::difference_type>(i)];
  };
  std::vector<std::uint32_t> order =
      ordered(static_cast<std::size_t>(end - begin),
              [&](std::uint32_t a, std::uint32_t b) { return before(std::as_const(item(a)), std::as_const(item(b))); });
  for (std::uint32_t i = 0; i < order.size(); ++i) {  // each cycle of the permutation is walked once
    if (order[i] == i) continue;
    auto held = std::move(item(i));
    std::uint32_t to = i;
    for (std::uint32_t from = order[to]; from != i; from = order[to]) {
      item(to) = std::move(item(from));
      order[to] = to;
      to = from;
    }
    item(to) = std::move(held);
    order[to] = to;
  }
}

template <class Items, class Before = std::less<>>
void sort_items(Items& items, const Before& before = {}) {
  sort_items(std::begin(items), std::end(items), before);
}

}  // namespace newsloupe
