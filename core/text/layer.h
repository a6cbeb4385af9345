// Annotations of one kind over one document, in document order.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/base/id.h"
#include "core/base/sorting.h"
#include "core/base/span.h"

namespace newsloupe {

// Sorted by begin, longer first, so that an outer thing comes before what it contains; ties keep the order given.
// Never changes after construction: an Id<A> taken from a layer stays valid with it. `A` has a member `TextSpan span`.
template <class A>
class Layer {
 public:
  Layer() = default;
  explicit Layer(std::vector<A> items) : items_(std::move(items)) {
    const auto before = [](const A& a, const A& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    };
    if (!std::is_sorted(items_.begin(), items_.end(), before)) {
      sort_items(items_, before);
    }
    items_.shrink_to_fit();
  }

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] const A& operator[](Id<A> id) const { return items_[id.index()]; }
  [[nodiscard]] const A& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] std::span<const A> items() const { return items_; }

  // Index of the first annotation that begins at or after `position`.
  [[nodiscard]] std::size_t first_from(std::uint32_t position) const {
    return static_cast<std::size_t>(std::lower_bound(items_.begin(), items_.end(), position,
                                                     [](const A& a, std::uint32_t p) { return a.span.begin < p; }) -
                                    items_.begin());
  }

  // The annotations that begin inside `span`, as a contiguous view.
  [[nodiscard]] std::span<const A> beginning_in(TextSpan span) const {
    const std::size_t first = first_from(span.begin);
    const std::size_t last = first_from(span.end);
    return std::span<const A>(items_).subspan(first, last - first);
  }

 private:
  std::vector<A> items_;
};

}  // namespace newsloupe
