#include "core/compare/story_label.h"

#include <algorithm>
#include <map>

#include "core/base/sorting.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLabelWords = 4;
constexpr std::size_t kLongestLabel = 60;  // bytes

// Cuts at a space, never inside a word.
std::string shortened(std::string_view text) {
  if (text.size() <= kLongestLabel) return std::string(text);
  std::size_t end = text.rfind(' ', kLongestLabel);
  if (end == std::string_view::npos || end == 0) return std::string(text);
  while (end > 0 && (text[end - 1] == ',' || text[end - 1] == ':' || text[end - 1] == ' ')) --end;
  return std::string(text.substr(0, end)) + " …";
}

std::string own_label(const ArticleDigest& article) {
  return shortened(article.metadata.headline.empty() ? article.lead : article.metadata.headline);
}

// A word of the articles with the number of members that have it, as first
// written.
struct Candidate {
  std::uint32_t articles = 0, weight = 0;
  std::string written;
};

// Content words and names by the number of articles in which they stand
// prominently (headline or first sentences).
std::map<WordId, Candidate> prominent_words(std::span<const ArticleDigest* const> articles,
                                            std::span<const ArticleWords> words, const StemWeights& weights) {
  std::map<WordId, Candidate> candidates;
  for (std::size_t member = 0; member < articles.size(); ++member) {
    const ArticleWords& in = words[member];
    std::map<WordId, std::string> here;
    std::size_t at = 0;
    for (const Word& word : in.at({0, articles[member]->opening_words})) {
      if (!word.content || word.number) continue;
      const std::string& opening = articles[member]->opening;
      const std::size_t end = opening.find('\n', at);
      here.try_emplace(word.stem, opening.substr(at, end - at));
      at = end + 1;
    }
    const std::vector<WordId>& title = in.title;
    for (const auto& [stem, written] : here) {
      Candidate& candidate = candidates[stem];
      if (candidate.written.empty()) candidate.written = written;
      const bool in_title = std::find(title.begin(), title.end(), stem) != title.end();
      candidate.articles += in_title ? 3 : 2;
      candidate.weight = weights.weight(stem);
    }
  }
  return candidates;
}

// How well a headline speaks for all: the mean prominence of its words, in
// thousandths. A headline with a number says what others may dispute, so it
// counts half.
std::uint32_t fitness(const ArticleDigest& article, const ArticleWords& words,
                      const std::map<WordId, Candidate>& candidates) {
  std::uint32_t sum = 0, count = 0;
  for (const WordId stem : words.title) {
    const auto found = candidates.find(stem);
    sum += found == candidates.end() ? 0 : found->second.articles * 1000;
    ++count;
  }
  const std::string& headline = article.metadata.headline;
  const bool number = std::any_of(headline.begin(), headline.end(), [](char c) { return c >= '0' && c <= '9'; });
  return count == 0 ? 0 : sum / count / (number ? 2 : 1);
}

// The headline that speaks best for the story, the first in canonical order of
// equals; empty where no member has one.
std::string best_headline(std::span<const ArticleDigest* const> articles, std::span<const ArticleWords> words,
                          const std::map<WordId, Candidate>& candidates) {
  const ArticleDigest* best = nullptr;
  std::uint32_t most = 0;
  for (std::size_t member = 0; member < articles.size(); ++member) {
    const ArticleDigest& article = *articles[member];
    if (article.metadata.headline.empty()) continue;
    const std::uint32_t fit = fitness(article, words[member], candidates);
    if (best == nullptr || fit > most) best = &article, most = fit;
  }
  return best == nullptr ? std::string() : shortened(best->metadata.headline);
}

}  // namespace

std::string story_label(std::span<const ArticleDigest* const> articles, std::span<const ArticleWords> words,
                        const StemWeights& weights) {
  if (articles.empty()) return {};
  if (articles.size() == 1) return own_label(*articles[0]);
  const std::map<WordId, Candidate> candidates = prominent_words(articles, words, weights);
  if (std::string headline = best_headline(articles, words, candidates); !headline.empty()) return headline;
  std::vector<std::pair<WordId, const Candidate*>> ranked;
  for (const auto& [stem, candidate] : candidates) {
    if (candidate.articles > articles.size()) ranked.emplace_back(stem, &candidate);  // in half of them at least
  }
  sort_items(ranked, [](const auto& x, const auto& y) {
    if (x.second->articles != y.second->articles) return x.second->articles > y.second->articles;
    return x.second->weight != y.second->weight ? x.second->weight > y.second->weight : x.first < y.first;
  });
  ranked.resize(std::min(ranked.size(), kLabelWords));
  sort_items(ranked, [](const auto& x, const auto& y) { return x.first < y.first; });
  std::string label;
  for (const auto& [stem, candidate] : ranked) label += (label.empty() ? "" : " ") + candidate->written;
  if (label.empty()) return own_label(*articles[0]);
  if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace newsloupe
