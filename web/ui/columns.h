#pragma once

#include <string>
#include <vector>

#include "core/present/views.h"
#include "web/ui/badge.h"
#include "web/ui/ui.h"

// The columns A, B, C ... of Brief and Quotes: always in the same order, those of one origin on one plate under one
// bracket.
namespace newsloupe::ui {

class ArticleColumns {
 public:
  // `right`: where the last column ends. Columns are `widest` wide, or narrower where `room` does not hold them.
  ArticleColumns(const SetView& set, const std::vector<std::uint32_t>& articles, float right, float room, float widest);

  // Another head than the article's letter.
  void name(std::size_t column, std::string letter) { letters_[column] = std::move(letter); }

  float left() const { return left_; }
  float column_width() const { return width_; }
  Box cell(std::size_t column, float top, float height) const;

  // Badges 24 high at `top`, brackets above them; `labels`: with the origin's share, where it fits.
  void draw_heads(const Canvas& canvas, float top, float size) const;
  // The plate behind columns of one origin, from `top` to `bottom`.
  void draw_plates(const Canvas& canvas, float top, float bottom) const;

 private:
  struct Run {
    std::size_t first, last;  // columns
    std::string label;
  };
  std::vector<std::string> letters_;
  std::vector<ArticleRole> roles_;
  std::vector<Run> runs_;
  float left_ = 0, width_ = 0;
};

}  // namespace newsloupe::ui
