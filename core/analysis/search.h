// Finding words, patterns and whole sentences in the articles of a set.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

struct SearchQuery {
  std::string text;
  bool regex = false, match_case = false, whole_word = false;
  friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

// At most so many hits are kept; all are counted up to `counted`.
struct SearchLimits {
  std::uint32_t hits = 400, in_article = 40, counted = 100000;
};

struct SearchHit {
  ArticleIndex article;
  TextSpan span;
  // For a sentence that was looked for: how many of its runs of five words this one shares. 0: exactly what was typed.
  std::uint32_t shared = 0;
};

struct SearchResult {
  std::string problem;                // why nothing was looked for, in words; empty where it was
  std::vector<std::uint32_t> counts;  // of each article of the comparison
  std::uint32_t total = 0;
  bool more = false;            // counting stopped at the limit
  std::vector<SearchHit> hits;  // by article in the order given, then by place
  std::uint32_t runs = 0;       // runs of five words of a sentence that was looked for; 0: words were
};

// Looks in headline, subtitle and text, not in what surrounds the article on its page. A text of six words and more is
// also found where it is printed with other words: in sentences that share runs of five words with it. `order`: the
// articles in the order in which hits are kept.
SearchResult search(const Comparison& comparison, const SearchQuery& query, std::span<const ArticleIndex> order,
                    const SearchLimits& limits = {});

}  // namespace newsloupe
