#include "web/ui/workspace.h"

#include "web/ui/evidence_drawer.h"

namespace newsloupe::ui {

void draw_workspace(Ui& ui, const Views& views, PanelStates& panels) {
  constexpr ImGuiWindowFlags kFrame = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::Begin("Newsloupe", nullptr, kFrame);
  const Canvas outer = ui.canvas;
  ui.canvas = outer.on(*ImGui::GetWindowDrawList());
  ui.canvas.fill({0, 0, window.x, window.y}, Tint::kPaper);
  const Layout layout = layout_from(window, shows_drawer(ui.state));
  draw_app_bar(ui, layout.app_bar, views.set);
  draw_rail(ui, layout.rail, layout.narrow_rail);
  draw_status_bar(ui, layout.status_bar, views.set, std::to_string(views.set.differences) + " differences");
  draw_brief(ui, layout.main, views.set, views.brief, panels.brief);
  if (layout.drawer.width() > 0) draw_evidence_drawer(ui, layout.drawer, views);
  ui.canvas = outer;
  ImGui::End();
}

}  // namespace newsloupe::ui
