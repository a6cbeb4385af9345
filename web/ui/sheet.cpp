#include "web/ui/sheet.h"

#include <algorithm>

namespace newsloupe::ui {

namespace {

// A window over everything, without the toolkit's look; gives its box.
Box begin_cover(const char* name) {
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoScrollWithMouse;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::Begin(name, nullptr, kFlags);
  return {0, 0, window.x, window.y};
}

}  // namespace

SheetFrame::SheetFrame(Ui& ui, const char* title, float width, float height, float top) : ui_(ui), outer_(ui.canvas) {
  const Box all = begin_cover(title);
  const ImVec2 window = all.size();
  ui.canvas = outer_.on(*ImGui::GetWindowDrawList());
  const float wide = std::min(width, window.x - 48), high = std::min(height, window.y - 64);
  const float middle = std::max(32.0F, (window.y - high) * 0.46F);
  body = Box::at(ui.canvas.snap((window.x - wide) / 2),
                 ui.canvas.snap(top < 0 ? middle : std::min(top, std::max(32.0F, window.y - high - 32))), wide, high);
  region_.emplace(Role::kDialog, title, body);
  const Hit beside = pointer_hit("Beside the sheet", 1, all);
  const Hit inside = pointer_hit("Sheet", 2, body);
  if (beside.clicked && !inside.hovered) ui.commands.emplace_back(ShowSheet{Sheet::kNone});
  ui.canvas.fill(all, Tint::kScrim);
  ui.canvas.shadow(body, 16);
  ui.canvas.fill(body, Tint::kSurface, 16);
}

SheetFrame::~SheetFrame() {
  region_.reset();
  ui_.canvas = outer_;
  ImGui::End();
}

PopoverFrame::PopoverFrame(Ui& ui, const char* name, Box place) : body(place), ui_(ui), outer_(ui.canvas) {
  const Box all = begin_cover(name);
  ui.canvas = outer_.on(*ImGui::GetWindowDrawList());
  region_.emplace(Role::kDialog, name, body);
  const Hit beside = pointer_hit("Beside the sheet", 1, all);
  const Hit inside = pointer_hit("Sheet", 2, body);
  if (beside.clicked && !inside.hovered) ui.commands.emplace_back(ShowSheet{Sheet::kNone});
  ui.canvas.shadow(body, 10);
  ui.canvas.fill(body, Tint::kSurface, 10);
  ui.canvas.outline(body, Tint::kLine2, 10, 1);
}

PopoverFrame::~PopoverFrame() {
  region_.reset();
  ui_.canvas = outer_;
  ImGui::End();
}

Box bar_popover(float x, float width, float height) {
  constexpr float kBar = 56, kGap = 8;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float foot = window.y - measure::kStatusBar - kBar - kGap;
  return Box::at(std::clamp(x, 16.0F, std::max(16.0F, window.x - width - 16)), std::max(16.0F, foot - height), width,
                 std::min(height, foot - 16));
}

void draw_sheet_head(Ui& ui, Box head, std::string_view title, std::string_view beside, bool cross) {
  access_text(Role::kHeading, title, head);
  access_text(Role::kText, beside, head);
  const float width = ui.canvas.text(Type::kView, head.x0 + 32, head.middle_y() - 14, Tint::kInk, title);
  ui.canvas.text_in({head.x0 + 44 + width, head.y0 + 1, head.x1 - 130, head.y1 + 1}, Type::kBody, Tint::kInk3, beside);
  if (cross && icon_button(ui, "Close", {head.x1 - 36, head.middle_y()}, Icon::kClose)) {
    ui.commands.emplace_back(ShowSheet{Sheet::kNone});
  }
}

}  // namespace newsloupe::ui
