#include "core/base/sorting.h"

#include <algorithm>

namespace newsloupe {
namespace {

struct Order {
  bool (*before)(const void* context, std::uint32_t, std::uint32_t);
  const void* context;
};

// Merges two neighbouring runs of `from` into `to`.
void merge_runs(const Order& order, const std::uint32_t* from, std::uint32_t* to, std::size_t begin, std::size_t middle,
                std::size_t end) {
  std::size_t a = begin, b = middle;
  for (std::size_t at = begin; at < end; ++at) {
    const bool second = a == middle || (b < end && order.before(order.context, from[b], from[a]));
    to[at] = second ? from[b++] : from[a++];
  }
}

}  // namespace

std::vector<std::uint32_t> ordered(std::size_t count, bool (*before)(const void* context, std::uint32_t, std::uint32_t),
                                   const void* context) {
  const Order order{before, context};
  std::vector<std::uint32_t> items(count), other(count);
  for (std::uint32_t i = 0; i < count; ++i) items[i] = i;
  bool sorted = true;
  for (std::uint32_t i = 1; i < count && sorted; ++i) sorted = !before(context, i, i - 1);
  for (std::size_t width = 1; width < count && !sorted; width *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * width) {
      merge_runs(order, items.data(), other.data(), begin, std::min(begin + width, count),
                 std::min(begin + 2 * width, count));
    }
    items.swap(other);
  }
  return items;
}

}  // namespace newsloupe
