#include "core/compare/clustering.h"

#include <algorithm>
#include <utility>

#include "core/base/sorting.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLeastSimilarity = 150;  // thousandths, average over all pairs of two clusters

}  // namespace

void Clustering::resize(std::size_t items) {
  members_.resize(items);
  links_.resize(items);
  version_.assign(items, 0);
  for (std::uint32_t a = 0; a < items; ++a) members_[a] = {a};
}

void Clustering::link(std::uint32_t a, std::uint32_t b, std::uint32_t similarity) {
  links_[a][b] = links_[b][a] = similarity;
}

bool Clustering::step(std::size_t proposals) {
  for (std::size_t i = 0; i < proposals; ++i) {
    if (proposed_ < members_.size()) {
      propose(proposed_, proposed_ + 1);
      ++proposed_;
      continue;
    }
    if (queue_.empty()) return false;
    const Proposal best = queue_.top();
    queue_.pop();
    if (version_[best.a] == best.version_a && version_[best.b] == best.version_b) join(best.a, best.b);
  }
  return true;
}

std::vector<std::vector<std::uint32_t>> Clustering::clusters() {
  std::vector<std::vector<std::uint32_t>> clusters;
  for (auto& members : std::exchange(members_, {})) {
    if (!members.empty()) clusters.push_back(std::move(members));
  }
  for (auto& members : clusters) sort_items(members);
  sort_items(clusters);
  return clusters;
}

void Clustering::propose(std::uint32_t a, std::uint32_t first) {
  for (auto link = links_[a].lower_bound(first); link != links_[a].end(); ++link) {
    const std::uint32_t b = link->first;
    const std::uint64_t average = link->second / (members_[a].size() * members_[b].size());
    if (average < kLeastSimilarity) continue;
    queue_.push({average, std::min(a, b), std::max(a, b), version_[std::min(a, b)], version_[std::max(a, b)]});
  }
}

void Clustering::join(std::uint32_t a, std::uint32_t b) {
  members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
  members_[b].clear();
  for (const auto& [c, sum] : links_[b]) {
    links_[c].erase(b);
    if (c == a) continue;
    links_[a][c] += sum;
    links_[c][a] = links_[a][c];
  }
  links_[b].clear();
  ++version_[a];
  ++version_[b];
  propose(a, 0);
}

}  // namespace newsloupe
