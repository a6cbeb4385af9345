#include "core/compare/statement_support.h"

#include <algorithm>

namespace newsloupe {
namespace {

constexpr std::uint32_t kLeastWeight = 64;  // a word of everybody still has to be there

}  // namespace

std::vector<StatementSupport::Wanted> StatementSupport::wanted(const Passage& said) const {
  std::vector<Wanted> result;
  for (const Word& word : words_[said.article].at(said.words)) {
    if (!word.content || said.without.contains(word.span) || result.size() == kMostWords) continue;
    const bool known =
        std::any_of(result.begin(), result.end(), [&](const Wanted& other) { return other.stem == word.stem; });
    if (!known) result.push_back({word.stem, words_.weight(word.stem) + kLeastWeight, word.number});
  }
  return result;
}

std::uint32_t StatementSupport::share(const std::vector<Wanted>& words, std::uint64_t found) {
  std::uint64_t there = 0, all = 0;
  bool lacks_number = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool found_here = (found >> i & 1U) != 0;
    all += words[i].weight;
    if (found_here) there += words[i].weight;
    lacks_number = lacks_number || (words[i].number && !found_here);
  }
  const std::uint64_t share = all == 0 ? 1000 : there * 1000 / all;
  return static_cast<std::uint32_t>(lacks_number ? std::min<std::uint64_t>(share, 500) : share);
}

std::uint32_t StatementSupport::covered(const Passage& said, const Passage& text) {
  const std::vector<Wanted> words = wanted(said);
  std::uint64_t found = 0;
  for (const Word& word : words_[text.article].at(text.words)) {
    for (std::size_t i = 0; i < words.size() && word.content; ++i) {
      if (words[i].stem == word.stem) found |= std::uint64_t{1} << i;
    }
  }
  return share(words, found);
}

void StatementSupport::index() {
  sentences_with_.resize(words_.size());
  for (std::uint32_t a = 0; a < words_.articles().size(); ++a) {
    for (const WordSentence& sentence : words_[a].sentences) {
      const auto number = static_cast<std::uint32_t>(article_of_.size());
      article_of_.push_back(a);
      for (const Word& word : words_[a].at(sentence.words)) {
        std::vector<std::uint32_t>& list = sentences_with_[word.stem];
        if (word.content && (list.empty() || list.back() != number)) list.push_back(number);
      }
    }
  }
  found_.resize(article_of_.size());
}

std::uint32_t StatementSupport::covered_elsewhere(const Passage& said, const std::vector<bool>& articles) {
  if (article_of_.empty()) index();
  const std::vector<Wanted> words = wanted(said);
  std::vector<std::uint32_t> touched;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::uint32_t s : sentences_with_[words[i].stem]) {
      if (!articles[article_of_[s]]) continue;
      if (found_[s] == 0) touched.push_back(s);
      found_[s] |= std::uint64_t{1} << i;
    }
  }
  const auto beside = [&](std::uint32_t s, std::size_t other) {
    return other < found_.size() && article_of_[other] == article_of_[s] ? found_[other] : 0;
  };
  std::uint32_t best = 0;
  for (const std::uint32_t s : touched) {
    best = std::max(best, share(words, beside(s, std::size_t{s} - 1) | found_[s] | beside(s, std::size_t{s} + 1)));
  }
  for (const std::uint32_t s : touched) found_[s] = 0;
  return best;
}

std::uint32_t StatementSupport::new_words(const Passage& said, std::uint32_t own) const {
  const std::vector<Wanted> words = wanted(said);
  const auto fresh = std::ranges::count_if(words, [&](const Wanted& w) { return words_.articles_with(w.stem) <= own; });
  return words.empty() ? 1000 : static_cast<std::uint32_t>(fresh * 1000 / static_cast<std::int64_t>(words.size()));
}

}  // namespace newsloupe
