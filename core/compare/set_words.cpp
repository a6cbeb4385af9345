#include "core/compare/set_words.h"

namespace newsloupe {

SetWords::SetWords(std::span<const ArticlePtr> articles, const Resources& resources) : reader_(resources) {
  articles_.reserve(articles.size());
  for (const ArticlePtr& article : articles) {
    articles_.push_back(reader_.read(*article));
    weights_.add(articles_.back().words);
  }
  weights_.weigh(reader_.size());
}

}  // namespace newsloupe
