// Clusters by average link: the two most alike are joined until none are alike
// enough.
#pragma once

#include <cstdint>
#include <map>
#include <queue>
#include <vector>

namespace newsloupe {

class Clustering {
 public:
  void resize(std::size_t items);
  // a < b, each pair once; pairs that are not said count as nothing.
  void link(std::uint32_t a, std::uint32_t b, std::uint32_t similarity);
  // Takes up to so many joins into consideration; false when nothing is left to
  // join. Ties go to the earlier items.
  bool step(std::size_t proposals);
  // Members ascending, clusters by first member.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> clusters();

 private:
  struct Proposal {
    std::uint64_t similarity = 0;
    std::uint32_t a = 0, b = 0, version_a = 0, version_b = 0;
    // The queue gives the largest first: most alike, then smallest a, then
    // smallest b.
    friend bool operator<(const Proposal& x, const Proposal& y) {
      if (x.similarity != y.similarity) return x.similarity < y.similarity;
      return x.a != y.a ? x.a > y.a : x.b > y.b;
    }
  };

  // Proposes cluster a with each of its neighbours from `first` on.
  void propose(std::uint32_t a, std::uint32_t first);
  // a < b; the joined cluster keeps the place of a.
  void join(std::uint32_t a, std::uint32_t b);

  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::map<std::uint32_t, std::uint64_t>> links_;  // cluster -> sum of similarities of all pairs
  std::vector<std::uint32_t> version_;
  std::priority_queue<Proposal> queue_;
  std::uint32_t proposed_ = 0;  // items whose links were proposed
};

}  // namespace newsloupe
