#pragma once

#include "web/ui/widgets.h"

namespace newsloupe::ui {

// A sheet over the scrim: takes all input while it lives; a press beside it closes it. Cut `body` into head, rows,
// foot.
class SheetFrame {
 public:
  SheetFrame(Ui& ui, const char* name, float width, float height);
  ~SheetFrame();
  SheetFrame(const SheetFrame&) = delete;
  SheetFrame& operator=(const SheetFrame&) = delete;

  Box body;

 private:
  Ui& ui_;
  Canvas outer_;
};

// A head of 72 with the title, a line beside it, and the cross.
void draw_sheet_head(Ui& ui, Box head, std::string_view title, std::string_view beside, bool cross = true);

}  // namespace newsloupe::ui
