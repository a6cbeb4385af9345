#pragma once

#include "web/app/reduce.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct ToastState {
  std::uint32_t number = 0;  // of the toast that is shown
  double since = 0;          // when it appeared
  bool held = false;         // the pointer or the keyboard is on it: it stays
};

// One line in reverse at the bottom, above the status bar, over everything: what was done, and its one action. Drawn
// last. Draws nothing where there are no words; `lift`: the height of a bar that it must not cover.
void draw_toast(Ui& ui, const Toast& toast, ToastState& state, float lift = 0);

}  // namespace newsloupe::ui
