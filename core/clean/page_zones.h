// Which elements of a page are furniture and which are called the article, by their tags and by what their ids and
// classes say.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/clean/piece.h"

namespace newsloupe {

// Names lie now and then. A word that most of the page's text stands under is no name of furniture there. A class of
// the whole page may say "with-sidebar" or "paywall". So an element that holds the better part of the page's running
// text, or its headline and a good part of that text, is never furniture.
class PageZones {
 public:
  static constexpr std::size_t kMostNames = 96;

  // `headline` is the piece that stands for the headline, the number of pieces where there is none. The draft must
  // outlive the zones, and none of its pieces may be split meanwhile.
  PageZones(const Draft& draft, std::size_t headline);

  // Whether the element, or one around it, is furniture: navigation, comments, captions, promotion, related stories.
  [[nodiscard]] bool is_furniture(std::uint32_t container) const { return furniture_[container]; }
  [[nodiscard]] bool is_called_content(std::uint32_t container) const;
  [[nodiscard]] bool is_called(std::uint32_t container, std::initializer_list<std::string_view> words) const;
  // Words of running text inside the element that are no furniture.
  [[nodiscard]] std::uint32_t prose(std::uint32_t container) const { return prose_[container]; }
  [[nodiscard]] bool is_inside(std::uint32_t container, std::uint32_t outer) const;
  [[nodiscard]] std::uint32_t container_of(std::size_t piece) const {
    return draft_.block_of(draft_.pieces[piece]).container;
  }
  // Running text that is not for the most part a link.
  [[nodiscard]] bool is_free_prose(std::size_t piece) const;

 private:
  void count(bool all);
  [[nodiscard]] bool opens_another_story(std::size_t piece) const;
  [[nodiscard]] bool is_slide(std::uint32_t c) const;
  void read_names();
  void mark_other_articles();
  void mark_teasers();
  [[nodiscard]] bool is_named_furniture(std::uint32_t c) const;

  const Draft& draft_;
  const std::vector<RawContainer>& containers_;
  std::vector<std::uint32_t> words_, prose_;    // inside each element
  std::vector<std::bitset<kMostNames>> named_;  // words of furniture in each element's ids and classes
  std::vector<bool> furniture_, holds_headline_, holds_heading_;
  std::uint32_t page_prose_ = 0;
};

}  // namespace newsloupe
