#include <string>

#include "core/present/counted.h"
#include "web/app/typed_date.h"
#include "web/ui/panels/library_panel.h"
#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

void append(CommandQueue& commands, CommandQueue more) {
  for (Command& command : more) commands.push_back(std::move(command));
}

// Buttons side by side; what does not fit is left out, the least needed last.
class BarButtons {
 public:
  BarButtons(Ui& ui, Box room) : ui_(ui), room_(room) {}

  // False as long as it is not pressed.
  bool put(const char* word) {
    const float width = button_width(ui_.canvas, word, 32);
    if (room_.width() < width) return false;
    const Box place = Box::at(room_.x0, room_.middle_y() - 16, width, 32);
    room_.x0 += width + 8;
    last_ = place.x0;
    return button(ui_, word, place);
  }
  float last() const { return last_; }

 private:
  Ui& ui_;
  Box room_;
  float last_ = 0;
};

// One line to type into, with a button that does it; true when it is to be done.
bool draw_entry(Ui& ui, Box body, const char* name, const char* hint, const char* word, std::string& typed) {
  const float width = button_width(ui.canvas, word, 32);
  Box line = Box::at(body.x0 + 16, body.y0 + 16, body.width() - 32, 32);
  const Box press = line.take_right(width);
  line.x1 -= 8;
  const bool entered = field(ui, name, 0, line, typed, hint, false, ImGui::IsWindowAppearing()).entered;
  const bool pressed = button(ui, word, press, {ButtonKind::kPrimary, Icon::kCount});
  return pressed || (entered && ImGui::IsKeyPressed(ImGuiKey_Enter, false));
}

std::string words_of(const LibraryChoice& choice) {
  return "For " + counted(choice.ticked.size(), "article", "articles") + "; empty for none. Ctrl Z takes it back.";
}

}  // namespace

void draw_bulk_bar(Ui& ui, Box bar, const LibraryChoice& choice, LibraryPanelState& state) {
  ui.canvas.fill(bar, Tint::kSurface);
  ui.canvas.across(bar.x0, bar.x1, bar.y0);
  Box rest = bar.shrunk(measure::kPage, 0);
  const std::string count = grouped(choice.ticked.size()) + " selected";
  access_text(Role::kText, count, bar);
  const float wide = ui.canvas.width(Type::kBodyStrong, count);
  ui.canvas.text_in(rest.take_left(wide + 1), Type::kBodyStrong, Tint::kInk, count);
  rest.x0 += 20;
  const ButtonLook quiet{ButtonKind::kQuiet, Icon::kCount};
  const float none = button_width(ui.canvas, "Select none", 32, quiet);
  const Box clear = rest.take_right(none);
  if (button(ui, "Select none", Box::at(clear.x0, bar.middle_y() - 16, none, 32), quiet)) {
    ui.commands.emplace_back(ClearTicks{});
  }
  rest.x1 -= 8;
  BarButtons buttons(ui, rest);
  const auto open = [&](Sheet sheet) {
    state.bar_x = buttons.last();
    state.typed.clear();
    state.bad_date = false;
    ui.commands.emplace_back(ShowSheet{sheet});
  };
  if (buttons.put("Move to story…")) open(Sheet::kMoveToStory);
  if (buttons.put("New story")) append(ui.commands, move_ticked(choice, ""));
  if (buttons.put("Set outlet…")) open(Sheet::kSetOutlet);
  if (buttons.put("Set date…")) open(Sheet::kSetDate);
  if (buttons.put("Leave out")) append(ui.commands, leave_out_ticked(choice, true));
  if (buttons.put("Take in")) append(ui.commands, leave_out_ticked(choice, false));
  if (buttons.put("Remove")) append(ui.commands, remove_ticked(choice));
}

void draw_set_outlet(Ui& ui, const LibraryChoice& choice, LibraryPanelState& state) {
  PopoverFrame frame(ui, "Set outlet", bar_popover(state.bar_x, 400, 92));
  if (draw_entry(ui, frame.body, "Outlet", "Name of the outlet", "Set", state.typed)) {
    append(ui.commands, set_outlet_of_ticked(choice, state.typed));
    ui.commands.emplace_back(ShowSheet{Sheet::kNone});
  }
  const Box note{frame.body.x0 + 26, frame.body.y1 - 36, frame.body.x1 - 16, frame.body.y1 - 16};
  ui.canvas.text_in(note, Type::kSmall, Tint::kInk3, words_of(choice));
}

void draw_set_date(Ui& ui, const LibraryChoice& choice, LibraryPanelState& state) {
  PopoverFrame frame(ui, "Set date", bar_popover(state.bar_x, 400, 92));
  if (draw_entry(ui, frame.body, "Date", "4 May 2025", "Set", state.typed)) {
    const std::optional<CivilDate> day = date_from_typed(state.typed);
    state.bad_date = !day && !state.typed.empty();
    if (!state.bad_date) {
      append(ui.commands, set_date_of_ticked(choice, day));
      ui.commands.emplace_back(ShowSheet{Sheet::kNone});
    }
  }
  const Box note{frame.body.x0 + 26, frame.body.y1 - 36, frame.body.x1 - 16, frame.body.y1 - 16};
  const std::string bad = "That is not a day. Type it as 4 May 2025 or 2025-05-04.";
  ui.canvas.text_in(note, Type::kSmall, state.bad_date ? Tint::kInk : Tint::kInk3,
                    state.bad_date ? bad : words_of(choice));
}

}  // namespace newsloupe::ui
