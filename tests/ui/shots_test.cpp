#include <doctest/doctest.h>

#include "tests/ui/null_backend.h"
#include "tests/ui/velda_views.h"
#include "web/ui/workspace.h"

// Pictures of every screen, for looking at: NEWSLOUPE_SHOTS=<folder> newsloupe_ui_tests -tc="pictures*".
namespace newsloupe::test {
namespace {

void shoot(const std::string& name, ImVec2 size, float density, bool dark, const ViewState& state, const Views& views) {
  NullBackend backend(size, density);
  const ui::Theme& theme = dark ? ui::dark_theme() : ui::light_theme();
  ui::apply_style(theme, ImGui::GetStyle());
  ui::FlowCache flows;
  ui::PanelStates panels;
  for (int i = 0; i < 3; ++i) {
    CommandQueue commands;
    ui::FrameReport report;
    backend.frame([&] {
      ui::Ui ui{ui::Canvas(*ImGui::GetBackgroundDrawList(), theme, backend.fonts(), density),
                flows,
                state,
                commands,
                report,
                true};
      ui::draw_workspace(ui, Sheet::kNone, 0, views, panels);
    });
    flows.end_frame();
  }
  write_shot(name, backend.picture(dark ? 0x16181D : 0xFAFAF7));
}

TEST_CASE("pictures of the screens" * doctest::skip(!shots_wanted())) {
  const Views views = velda_views();
  ViewState state;
  state.selected = {SubjectKind::kFigure, 1};
  shoot("brief-light", {1440, 900}, 1, false, state, views);
  state.screen = Screen::kRead;
  shoot("read-light", {1440, 900}, 1, false, state, views);
  shoot("read-dark", {1440, 900}, 1, true, state, views);
}

}  // namespace
}  // namespace newsloupe::test
