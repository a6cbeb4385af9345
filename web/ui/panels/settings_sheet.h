#pragma once

#include "web/ui/widgets.h"

namespace newsloupe::ui {

// S12: every choice acts at once and is kept in this browser; nothing else of the page is.
void draw_settings(Ui& ui);

}  // namespace newsloupe::ui
