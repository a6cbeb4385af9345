#include "web/ui/sheet.h"

#include <algorithm>

namespace newsloupe::ui {

SheetFrame::SheetFrame(Ui& ui, const char* title, float width, float height, float top) : ui_(ui), outer_(ui.canvas) {
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoScrollWithMouse;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::Begin(title, nullptr, kFlags);
  ui.canvas = outer_.on(*ImGui::GetWindowDrawList());
  const Box all{0, 0, window.x, window.y};
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
