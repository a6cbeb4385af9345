#pragma once

#include <optional>

#include "web/ui/widgets.h"

namespace newsloupe::ui {

// A sheet over the scrim: takes all input while it lives; a press beside it closes it. Cut `body` into head, rows,
// foot.
class SheetFrame {
 public:
  // `title` is also said to screen readers; `top`: from the upper edge of the window, negative for the middle.
  SheetFrame(Ui& ui, const char* title, float width, float height, float top = -1);
  ~SheetFrame();
  SheetFrame(const SheetFrame&) = delete;
  SheetFrame& operator=(const SheetFrame&) = delete;

  Box body;

 private:
  Ui& ui_;
  Canvas outer_;
  std::optional<AccessRegion> region_;
};

// A small sheet without scrim beside what opened it: takes all input while it lives; a press beside it closes it.
class PopoverFrame {
 public:
  PopoverFrame(Ui& ui, const char* name, Box place);
  ~PopoverFrame();
  PopoverFrame(const PopoverFrame&) = delete;
  PopoverFrame& operator=(const PopoverFrame&) = delete;

  Box body;

 private:
  Ui& ui_;
  Canvas outer_;
  std::optional<AccessRegion> region_;
};

// A place for a popover above a bar at the foot of the screen, kept inside the window.
Box bar_popover(float x, float width, float height);

// A head of 72 with the title, a line beside it, and the cross.
void draw_sheet_head(Ui& ui, Box head, std::string_view title, std::string_view beside, bool cross = true);

}  // namespace newsloupe::ui
