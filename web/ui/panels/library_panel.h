#pragma once

#include "web/app/library.h"
#include "web/app/list_window.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct LibraryPanelState {
  std::uint32_t shown_cursor = UINT32_MAX;  // the row the list was last scrolled to
  float bar_x = 0;                          // where the button of the open popover stands
  std::string typed;                        // in a popover of the bar
  bool bad_date = false;
};

// S1c: stories with their articles, filtered, ticked, and changed many at once. `window`: the rows it wants next.
void draw_library(Ui& ui, Box box, const LibraryView& view, const LibraryChoice& choice, LibraryPanelState& state,
                  ListWindow& window);

// 0 where the bar at the foot of the Library is not shown.
float bulk_bar_height(const ViewState& state, const LibraryChoice& choice);
// The bar at the foot of the Library while something is ticked, and the sheets its buttons open.
void draw_bulk_bar(Ui& ui, Box bar, const LibraryChoice& choice, LibraryPanelState& state);
void draw_set_outlet(Ui& ui, const LibraryChoice& choice, LibraryPanelState& state);
void draw_set_date(Ui& ui, const LibraryChoice& choice, LibraryPanelState& state);

}  // namespace newsloupe::ui
