// A share of the index behind SharedWording, for sets that one machine takes too long for or cannot hold: which
// articles have word 7-grams in common, of the grams whose hash falls into one part. What all parts count together is
// what SharedWording counts by itself.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/part.h"
#include "core/compare/article_digest.h"

namespace newsloupe {

// Two articles by their places in canonical order, a < b, and how many grams propose them.
struct SharedGrams {
  std::uint32_t a = 0, b = 0, grams = 0;
  friend bool operator==(const SharedGrams&, const SharedGrams&) = default;
};

class GramPart {
 public:
  explicit GramPart(Part part) : part_(part) {}
  // In any order; nothing is kept but hashes.
  void add(const ArticleDigest& article);
  // Once all are added; `places`: of each, in the order in which they were added, its place in canonical order. By a,
  // then b.
  [[nodiscard]] std::vector<SharedGrams> take(const std::vector<std::uint32_t>& places);

 private:
  struct Posting {
    std::uint64_t gram = 0;
    std::uint32_t article = 0;
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };
  Part part_;
  std::uint32_t articles_ = 0;
  std::vector<Posting> postings_;
};

}  // namespace newsloupe
