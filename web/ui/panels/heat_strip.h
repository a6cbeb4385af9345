#pragma once

#include <vector>

#include "web/ui/panels/reader_panel.h"

namespace newsloupe::ui {

struct HeatStrip {
  bool scrolled = false;
  float scroll = 0;  // where the page should scroll to
};

struct ScrollPlace {
  float top = 0, height = 0;  // of the window on the page
};

// The whole article as a strip of segments in the hues of its paragraphs, with the window on it as a frame: map and
// scroll bar in one. Where the window shows the whole article there is no frame. `head` is the height above the blocks.
HeatStrip draw_heat_strip(Ui& ui, Box strip, const ReaderView& view, const std::vector<ReaderBlock>& blocks, float head,
                          float page_height, ScrollPlace window);

}  // namespace newsloupe::ui
