#pragma once

#include "web/app/reduce.h"
#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct SearchPanelState {
  std::uint32_t focused = 0;         // the count of AppState::search_opened that has given the box the keyboard
  std::uint32_t shown = UINT32_MAX;  // the hit that was brought into view last
};

// S10: hits under each other, aligned on what was found, by article; who has none is shown as large as who has many.
void draw_search(Ui& ui, Box box, const AppState& app, const SetView& set, const SearchView& view,
                 SearchPanelState& state);

}  // namespace newsloupe::ui
