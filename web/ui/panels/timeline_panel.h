#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

// S7: one axis of days, a row for all and one for each article in their usual order. Discs are stated, rings worked
// out, bars ranges, flags publication; one event told on several days is joined by a curve.
void draw_timeline(Ui& ui, Box box, const SetView& set, const TimelineView& view);

}  // namespace newsloupe::ui
