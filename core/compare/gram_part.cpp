#include "core/compare/gram_part.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/compare/shared_wording.h"
#include "core/compare/stories.h"
#include "core/compare/word_grams.h"

namespace newsloupe {
namespace {

std::vector<std::uint64_t> term_hashes(const std::string& terms) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t begin = 0; begin < terms.size();) {
    const std::size_t end = terms.find('\n', begin);
    hashes.push_back(hash64(std::string_view(terms).substr(begin, end - begin)));
    begin = end + 1;
  }
  return hashes;
}

}  // namespace

void GramPart::add(const ArticleDigest& article) {
  const std::vector<std::uint64_t> hashes = term_hashes(article.terms);
  for_each_gram(
      article.words.size(), [&](std::uint32_t i) { return hashes[article.words[i].term]; },
      [&](std::uint64_t gram, std::uint32_t) {
        if (part_.holds(gram)) postings_.push_back({gram, articles_});
      });
  ++articles_;
}

std::vector<SharedGrams> GramPart::take(const std::vector<std::uint32_t>& places) {
  for (Posting& posting : postings_) posting.article = places[posting.article];
  std::sort(postings_.begin(), postings_.end());
  const std::size_t neighbours = neighbours_looked_at(articles_);
  std::vector<std::uint64_t> pairs;  // a, then b
  std::vector<std::uint32_t> articles;
  for (std::size_t i = 0; i < postings_.size();) {
    articles.clear();
    std::size_t end = i;
    for (; end < postings_.size() && postings_[end].gram == postings_[i].gram; ++end) {
      if (articles.empty() || articles.back() != postings_[end].article) articles.push_back(postings_[end].article);
    }
    const bool formula = end - i > kMostGramPlaces;
    for (std::size_t a = 0; a < articles.size() && !formula; ++a) {
      const std::size_t last = std::min(articles.size() - a - 1, neighbours);
      for (std::size_t b = a + 1; b <= a + last; ++b) pairs.push_back(std::uint64_t{articles[a]} << 32 | articles[b]);
    }
    i = end;
  }
  postings_ = {};
  std::sort(pairs.begin(), pairs.end());
  std::vector<SharedGrams> counts;
  for (std::size_t i = 0; i < pairs.size();) {
    const auto end = static_cast<std::size_t>(
        std::upper_bound(pairs.begin() + static_cast<std::ptrdiff_t>(i), pairs.end(), pairs[i]) - pairs.begin());
    counts.push_back({static_cast<std::uint32_t>(pairs[i] >> 32), static_cast<std::uint32_t>(pairs[i]),
                      static_cast<std::uint32_t>(end - i)});
    i = end;
  }
  return counts;
}

}  // namespace newsloupe
