#include "web/ui/toast.h"

#include <doctest/doctest.h>

#include "tests/ui/null_backend.h"

namespace newsloupe {
namespace {

TEST_CASE("a toast says what was done, and its action takes it back") {
  AppState state;
  const std::vector<Effect> effects = reduce(state, ShowToast{"Removed 3 articles", ToastAction::kUndo});
  REQUIRE(effects.size() == 1);
  CHECK(std::get<StartTimer>(effects[0]).seconds > 0);

  test::NullBackend backend({1440, 900});
  ui::FlowCache flows;
  CommandQueue commands;
  ui::ToastState toast;
  const auto draw = [&] {
    ui::FrameReport report;
    const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), ui::light_theme(), backend.fonts(), 1);
    ui::Ui ui{canvas, flows, state.view, commands, report, true};
    ui::draw_toast(ui, state.toast, toast);
  };
  backend.frame(draw);
  backend.frame(draw);
  CHECK_FALSE(toast.held);
  backend.click(820, 900 - 28 - 24 - 22, draw);  // the word at its right
  CHECK(toast.held);
  REQUIRE(commands.size() == 2);
  CHECK(std::holds_alternative<Undo>(commands[0]));
  CHECK(std::holds_alternative<HideToast>(commands[1]));
}

TEST_CASE("a toast goes when what it speaks of is taken back, and a second one of the same words is another") {
  AppState state;
  reduce(state, ShowToast{"Removed 1 article", ToastAction::kUndo});
  const std::uint32_t first = state.toast.number;
  reduce(state, ShowToast{"Removed 1 article", ToastAction::kUndo});
  CHECK(state.toast.number != first);
  reduce(state, Undo{});
  CHECK(state.toast.words.empty());
}

}  // namespace
}  // namespace newsloupe
