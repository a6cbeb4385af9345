#pragma once

#include "web/ui/widgets.h"

namespace newsloupe::ui {

// S1: the whole window while no article is open. What the product is in a picture, three doors and a sample.
void draw_empty(Ui& ui, Box window);

// Over everything while things are held over the window: they may be dropped anywhere.
void draw_drop_frame(Ui& ui, Box window, int count);

}  // namespace newsloupe::ui
