// The Library behind its window: the outline in the order in which it is listed.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/analysis/session.h"
#include "core/present/library_filter.h"
#include "core/present/views.h"

namespace newsloupe {

// What of a long list is asked for.
struct RowWindow {
  std::uint32_t first = 0, count = 0;
};

class Library {
 public:
  // `letters` by article id, of the articles of the open story.
  Library(std::shared_ptr<const SetOutline> outline, const Scope& scope,
          std::unordered_map<std::string, std::string> letters);

  // `expanded` as in AskView.
  [[nodiscard]] LibraryView view(const std::string& filter, RowWindow window,
                                 const std::vector<std::string>& expanded) const;
  [[nodiscard]] LibraryMatchesView matches(const std::string& filter) const;
  [[nodiscard]] StoriesView stories(const std::string& filter, RowWindow window) const;

 private:
  // A story of two articles or more, or all the articles without one.
  struct Head {
    std::uint32_t story = 0;
    std::vector<ArticleIndex> articles;  // by day, those without one last
    bool loose = false;
  };
  // What of a head a filter lets through.
  struct Shown {
    const Head* head = nullptr;
    std::vector<ArticleIndex> articles;
  };
  [[nodiscard]] std::vector<Shown> shown(const LibraryFilter& filter) const;
  [[nodiscard]] std::string name_of(const Head& head) const;
  [[nodiscard]] LibraryRow head_row(const Shown& shown) const;
  [[nodiscard]] LibraryRow article_row(const Head& head, ArticleIndex index) const;
  void sort_by_day(std::vector<ArticleIndex>& articles) const;
  void number_origins();

  std::shared_ptr<const SetOutline> outline_;
  std::unordered_map<std::string, std::string> letters_;
  std::vector<Head> heads_;                 // in order of the list
  std::vector<std::string> origin_labels_;  // by article
  std::uint32_t open_ = 0;                  // the open story, or one beyond the last
};

}  // namespace newsloupe
