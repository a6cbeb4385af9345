#include "core/base/ordered.h"

namespace newsloupe {

std::vector<std::uint32_t> ordered(std::size_t count, bool (*before)(const void* context, std::uint32_t, std::uint32_t),
                                   const void* context) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t item = 0; item < count; ++item) {
    std::size_t low = 0, high = order.size();  // the first that item stands before
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      before(context, item, order[middle]) ? high = middle : low = middle + 1;
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(low), item);
  }
  return order;
}

}  // namespace newsloupe
