#include "web/ui/workspace.h"

#include <algorithm>
#include <string>

#include "web/ui/evidence_drawer.h"

namespace newsloupe::ui {
namespace {

void draw_screen(Ui& ui, Box box, const Views& views, PanelStates& panels) {
  switch (ui.state.screen) {
    case Screen::kBrief:
      draw_brief(ui, box, views.set, views.brief, panels.brief);
      break;
    case Screen::kRead:
      draw_reader(ui, box, views.set, views.reader, views.evidence, panels.reader);
      break;
    case Screen::kQuotes:
      break;
    case Screen::kTimeline:
      break;
  }
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// Where the reader is, at the right of the status bar.
std::string place_words(const ViewState& state, const Views& views, const PanelStates& panels) {
  const std::vector<Subject> rows = rows_on_screen(state, views, panels);
  const auto here = std::find(rows.begin(), rows.end(), state.selected);
  switch (state.screen) {
    case Screen::kBrief:
      return counted(views.set.differences, "difference", "differences");
    case Screen::kRead:
      break;
    case Screen::kQuotes:
    case Screen::kTimeline:
      if (here == rows.end()) return counted(rows.size(), "row", "rows");
      return "row " + std::to_string(here - rows.begin() + 1) + " of " + std::to_string(rows.size());
  }
  return {};
}

}  // namespace

std::vector<Subject> rows_on_screen(const ViewState& state, const Views& views, const PanelStates& panels) {
  if (state.screen == Screen::kBrief) return brief_rows(views.brief, panels.brief);
  return {};
}

void draw_workspace(Ui& ui, Sheet sheet, int dragged, const Views& views, PanelStates& panels) {
  static_cast<void>(sheet), static_cast<void>(dragged);
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
  draw_status_bar(ui, layout.status_bar, views.set, place_words(ui.state, views, panels));
  draw_screen(ui, layout.main, views, panels);
  if (layout.drawer.width() > 0) draw_evidence_drawer(ui, layout.drawer, views);
  ui.canvas = outer;
  ImGui::End();
}

}  // namespace newsloupe::ui
