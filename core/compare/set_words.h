// The words of a set: what text reuse, quotes and alignments count. Word ids
// are the set's own, given in canonical order, so that equal words of different
// articles have equal ids.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/compare/word_reader.h"

namespace newsloupe {

class SetWords {
 public:
  // `articles` in canonical order; nothing of them is kept. `resources` must
  // outlive this.
  SetWords(std::span<const ArticlePtr> articles, const Resources& resources);

  [[nodiscard]] const std::vector<ArticleWords>& articles() const { return articles_; }
  [[nodiscard]] const ArticleWords& operator[](std::size_t article) const { return articles_[article]; }
  [[nodiscard]] std::uint32_t weight(WordId stem) const { return weights_.weight(stem); }
  [[nodiscard]] std::uint32_t articles_with(WordId stem) const { return weights_.articles_with(stem); }
  [[nodiscard]] const Vocabulary& vocabulary() const { return reader_.vocabulary(); }
  [[nodiscard]] std::string_view text(WordId id) const { return reader_.text(id); }
  [[nodiscard]] std::size_t size() const { return reader_.size(); }
  [[nodiscard]] WordId find(std::string_view folded) const { return reader_.find(folded); }

 private:
  WordReader reader_;
  StemWeights weights_;
  std::vector<ArticleWords> articles_;
};

}  // namespace newsloupe
