// Text that an outlet prints with many of its articles, learnt from a set.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/article_digest.h"

namespace newsloupe {

class SetFurniture {
 public:
  SetFurniture() = default;
  // A paragraph is furniture of its outlet where three articles of it print it letter for letter that have little else
  // in common, two by two: at most half of the shorter one's paragraphs. So versions of one article teach nothing, nor
  // does what two outlets take from one agency. The articles are given in canonical order.
  explicit SetFurniture(std::span<const DigestPtr> articles);

  // `paragraph` is a paragraph_key().
  [[nodiscard]] bool holds(std::string_view outlet, std::uint64_t paragraph) const;
  [[nodiscard]] bool empty() const { return known_.empty(); }
  // Whether some paragraph of the article is furniture to one of the two and not to the other.
  [[nodiscard]] bool differs_for(const ArticleDigest& article, const SetFurniture& other) const;
  friend bool operator==(const SetFurniture&, const SetFurniture&) = default;

 private:
  struct Outlet {
    std::string name;                       // folded
    std::vector<std::uint64_t> paragraphs;  // in order
    friend bool operator==(const Outlet&, const Outlet&) = default;
  };
  [[nodiscard]] const Outlet* find(std::string_view outlet) const;

  std::vector<Outlet> known_;  // by name
};

// Of articles in any order.
[[nodiscard]] SetFurniture learn_furniture(std::vector<DigestPtr> articles);

}  // namespace newsloupe
