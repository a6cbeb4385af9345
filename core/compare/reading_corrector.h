// Corrections of names and quotes, put into the articles of a set: what a person says of a name in one article holds
// for the name in all of them, so they are applied here, where names are linked, and not where one article is read.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_entities.h"

namespace newsloupe {

// Replaces each article that is corrected by a corrected copy; the others stay as they are. Call in this order.
class ReadingCorrector {
 public:
  // `articles` in canonical order. Borrows both.
  ReadingCorrector(std::vector<ArticlePtr>& articles, std::span<const ReadingCorrection> corrections);

  void reject_quotes();
  // Links the names as they were read, corrects what the corrections reach, and links again: a corrected name meets
  // those that are now written alike.
  [[nodiscard]] LinkedEntities link_names(const std::vector<Story>& stories, const Resources& resources);
  void set_speakers(const LinkedEntities& names);
  // Places in `corrections` of those whose anchors met nothing, ascending.
  [[nodiscard]] std::vector<std::uint32_t> unmatched() const;

 private:
  class Names;
  // Number of the article in the set, or their count.
  [[nodiscard]] std::size_t article_of(const std::string& id) const;
  // The article's own copy, made when it is corrected first.
  Article& copy_of(std::size_t article);
  std::vector<std::vector<EntityInSet>> correct_names(Names& names);

  std::vector<ArticlePtr>& articles_;
  std::span<const ReadingCorrection> corrections_;
  std::map<std::size_t, std::shared_ptr<Article>> copies_;
  std::vector<bool> met_;  // parallel to corrections_
};

}  // namespace newsloupe
