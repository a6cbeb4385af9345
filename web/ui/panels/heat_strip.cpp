#include "web/ui/panels/heat_strip.h"

#include <algorithm>

namespace newsloupe::ui {

HeatStrip draw_heat_strip(Ui& ui, Box strip, const ReaderView& view, const std::vector<ReaderBlock>& blocks, float head,
                          float page_height, ScrollPlace window) {
  const Canvas& canvas = ui.canvas;
  const float whole = std::max(1.0F, head + page_height);
  const float scale = std::min(1.0F, (strip.height() - 4) / whole);
  const float top = strip.y0 + 2;
  canvas.fill({strip.x0, strip.y0, strip.x1, top + whole * scale + 2}, Tint::kSelectFill, 3);
  for (const ReaderBlock& block : blocks) {
    const Status status = view.paragraphs[block.last].status;
    if (block.closed || status == Status::kNone) continue;
    const Tint hue = status == Status::kAgree ? Tint::kAgreeBar : status_hue(status);
    const float y0 = canvas.snap(top + (head + block.top - 8) * scale);
    const float y1 = std::max(y0 + 1, canvas.snap(top + (head + block.top + block.height + 9) * scale) - 1);
    canvas.fill({strip.x0, y0, strip.x1, y1}, hue, 2);
  }
  if (whole <= window.height) return {};  // all of it is on the screen: nothing to go to
  const float frame_top = top + window.top * scale;
  const float frame_height = std::max(24.0F, std::min(window.height, whole - window.top) * scale);
  const Box frame = Box::at(strip.x0 - 4, frame_top - 2, strip.width() + 8, frame_height + 4);
  const Hit h = pointer_hit("Place in the article", 0x51, strip.grown(8, 0));
  canvas.outline(frame, canvas.color(h.hovered || h.held ? Tint::kInk : Tint::kInk2), 6, 1.5F);
  HeatStrip result;
  if (h.held) {
    result.scrolled = true;
    const float at = (ImGui::GetMousePos().y - top) / scale;
    result.scroll = std::max(0.0F, at - window.height / 2);
  }
  return result;
}

}  // namespace newsloupe::ui
