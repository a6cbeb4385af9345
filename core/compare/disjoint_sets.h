// Union-find over 0 .. n-1. The smallest member stands for its set, so results do not depend on the order of unions.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace newsloupe {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  [[nodiscard]] std::size_t find(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void unite(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }
  // All sets, each ascending, by first member.
  [[nodiscard]] std::vector<std::vector<std::size_t>> sets() {
    std::vector<std::vector<std::size_t>> result;
    std::vector<std::size_t> place(parent_.size());
    for (std::size_t i = 0; i < parent_.size(); ++i) {
      const std::size_t root = find(i);
      if (root == i) {
        place[i] = result.size();
        result.emplace_back();
      }
      result[place[root]].push_back(i);
    }
    return result;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace newsloupe
