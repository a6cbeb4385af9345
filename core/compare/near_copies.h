// Near copies: all pairs of texts whose sets of word 5-grams are alike enough, straight from the texts. Exact: no pair
// is lost and none is said that is not one.
//
// Set similarity join by prefixes: R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search", WWW 2007;
// order by frequency and length filter as in C. Xiao, W. Wang, X. Lin, J. Yu, "Efficient similarity joins for near
// duplicate detection" (PPJoin), WWW 2008. Shingles that one text alone has are counted and not kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/part.h"

namespace newsloupe {

// Jaccard's coefficient is common / united: shingles that both have, that one of them has.
struct NearCopy {
  std::uint32_t a = 0, b = 0;  // places in the order in which the texts were given; a < b
  std::uint32_t common = 0, united = 0;
  friend bool operator==(const NearCopy&, const NearCopy&) = default;
};

class NearCopies {
 public:
  // `least`: of Jaccard's coefficient, in thousandths, 1 to 1000. With a part of the shingles alone, `common` and
  // `united` count that part, and the pairs are candidates: where a pair is alike enough as a whole it is so in at
  // least one of the parts, because the whole is the mean of the parts, weighted by `united`.
  explicit NearCopies(std::uint32_t least, Part part = {}) : least_(least), part_(part) {}

  void add(std::string_view text);
  // Once all are added; by a, then b. Texts without words are like nothing.
  [[nodiscard]] std::vector<NearCopy> take();

 private:
  std::uint32_t least_;
  Part part_;
  std::vector<std::uint64_t> shingles_;  // text after text
  std::vector<std::size_t> begin_ = {0};
};

// The shingles of a text as a set, ascending; and how much two of them share.
[[nodiscard]] std::vector<std::uint64_t> shingle_set(std::string_view text);
[[nodiscard]] NearCopy compared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);
// Neither of no words; exact in integers.
[[nodiscard]] bool are_alike(const NearCopy& pair, std::uint32_t least);

}  // namespace newsloupe
