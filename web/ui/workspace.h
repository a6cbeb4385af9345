#pragma once

#include "web/app/views.h"
#include "web/ui/frame.h"
#include "web/ui/panels/brief_panel.h"

namespace newsloupe::ui {

// What may be lost: scrolling, opened bands, half-typed text.
struct PanelStates {
  BriefPanelState brief;
};

// Draws everything: frame, screen, drawer, sheet.
void draw_workspace(Ui& ui, const Views& views, PanelStates& panels);

}  // namespace newsloupe::ui
