#pragma once

#include <algorithm>

#include "imgui.h"

namespace newsloupe::ui {

// A rectangle in CSS pixels, cut into parts from its edges: `take_` gives the part and keeps the rest.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  static Box at(float x, float y, float width, float height) { return {x, y, x + width, y + height}; }

  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float middle_x() const { return (x0 + x1) / 2; }
  float middle_y() const { return (y0 + y1) / 2; }
  ImVec2 min() const { return {x0, y0}; }
  ImVec2 max() const { return {x1, y1}; }
  ImVec2 size() const { return {width(), height()}; }

  bool contains(ImVec2 p) const { return x0 <= p.x && p.x < x1 && y0 <= p.y && p.y < y1; }
  Box grown(float dx, float dy) const { return {x0 - dx, y0 - dy, x1 + dx, y1 + dy}; }
  Box shrunk(float dx, float dy) const { return grown(-dx, -dy); }
  Box moved(float dx, float dy) const { return {x0 + dx, y0 + dy, x1 + dx, y1 + dy}; }

  Box take_top(float height) {
    const Box part{x0, y0, x1, std::min(y0 + height, y1)};
    y0 = part.y1;
    return part;
  }
  Box take_bottom(float height) {
    const Box part{x0, std::max(y1 - height, y0), x1, y1};
    y1 = part.y0;
    return part;
  }
  Box take_left(float width) {
    const Box part{x0, y0, std::min(x0 + width, x1), y1};
    x0 = part.x1;
    return part;
  }
  Box take_right(float width) {
    const Box part{std::max(x1 - width, x0), y0, x1, y1};
    x1 = part.x0;
    return part;
  }
};

}  // namespace newsloupe::ui
