// Finding words, patterns and whole sentences in the articles of a set.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/compare/article_digest.h"
#include "core/compare/comparison.h"
#include "core/resources/text_pattern.h"

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

struct FoundSpan {
  TextSpan span;
  // For a sentence that was looked for: how many of its runs of five words this one shares. 0: exactly what was typed.
  std::uint32_t shared = 0;
};

// What is looked for, ready for any number of articles. Looks in headline, subtitle and text, not in what surrounds the
// article on its page. A text of six words and more is also found where it is printed with other words: in sentences
// that share a fifth of its runs of five words.
class Finder {
 public:
  // An error says in words what is wrong with a regular expression.
  [[nodiscard]] static Result<Finder> make(const SearchQuery& query);

  // Runs of five words of a sentence that is looked for; 0 where words are.
  [[nodiscard]] std::uint32_t runs() const { return sentence_ ? static_cast<std::uint32_t>(runs_.size()) : 0; }
  // Adds the hits by place, `most` at most, and gives how many there are; stops counting at `counted`.
  std::uint32_t find(const Article& article, std::uint32_t most, std::uint32_t counted,
                     std::vector<FoundSpan>& hits) const;
  // False where the article cannot have it, by its words alone: what a whole set is gone through with.
  [[nodiscard]] bool can_have(const ArticleDigest& article) const;

 private:
  Finder(SearchQuery query, TextPattern pattern);
  [[nodiscard]] bool is_hit(const SegmentedDocument& doc, TextSpan span) const;
  void find_like(const SegmentedDocument& doc, std::vector<FoundSpan>& hits) const;

  SearchQuery query_;
  TextPattern pattern_;
  std::vector<std::uint64_t> runs_;  // hashes of the runs of five words, ascending
  std::vector<std::string> pieces_;  // the words, folded; an empty one proves nothing
  bool sentence_ = false;
};

struct SearchHit {
  ArticleIndex article;
  FoundSpan found;
};

struct SearchResult {
  std::string problem;                // why nothing was looked for, in words; empty where it was
  std::vector<std::uint32_t> counts;  // of each article of the comparison
  std::uint32_t total = 0;
  bool more = false;            // counting stopped at the limit
  std::vector<SearchHit> hits;  // by article in the order given, then by place
  std::uint32_t runs = 0;       // as Finder::runs()
};

// `order`: the articles in the order in which hits are kept.
SearchResult search(const Comparison& comparison, const SearchQuery& query, std::span<const ArticleIndex> order,
                    const SearchLimits& limits = {});

}  // namespace newsloupe
