#pragma once

#include <string>
#include <vector>

#include "core/present/figures_view.h"
#include "core/present/views.h"
#include "web/ui/widgets.h"

// The line of numbers of a figure: a dot for each value at its place, above it the value and the articles that state
// it.
namespace newsloupe::ui {

// Discs are exact, rings approximate, a soft bar is what the words leave open. Values and badges never overlap: they
// move apart and stay tied to their dot; where they have no room, neighbours are joined ("12 … 20").
class FigureLinePainter {
 public:
  // `color` is that of the finding. The line stands in the lower part of `box`.
  FigureLinePainter(const Canvas& canvas, const SetView& set, const FigureLine& line, Box box, Status status);
  void draw();

 private:
  // Points with the words above them.
  struct Group {
    std::size_t first = 0, last = 0;  // points
    std::string words;
    float anchor = 0, left = 0, width = 0;
  };
  void make_groups();
  void settle();
  void draw_axis() const;
  void draw_dots() const;
  void draw_group(const Group& group) const;
  void draw_badges(const Group& group, float top) const;
  float x_of(std::uint32_t place) const;
  float dot_x(std::size_t point) const;
  std::vector<std::uint32_t> articles_of(const Group& group) const;
  float measured(const Group& group) const;

  const Canvas& canvas_;
  const SetView& set_;
  const FigureLine& line_;
  Box box_;
  Status status_;
  ImU32 color_;
  float axis_;
  std::vector<Group> groups_;
};

}  // namespace newsloupe::ui
