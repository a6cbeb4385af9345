#pragma once

#include <string>

#include "web/app/reduce.h"
#include "web/app/views.h"
#include "web/ui/panels/compare_layout.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct ComparePanelState {
  CompareLayout layout;
  float scroll = 0;               // as it was drawn last
  float wanted_scroll = -1;       // asked for; negative: not
  std::array<float, 2> nudge{};   // how far a side was moved by itself
  std::uint32_t wanted_row = 0;   // whose two ends should be level, from 1; 0: none
  std::uint32_t pressed_row = 0;  // on the map, from 1; 0: none
  std::uint32_t asked = 0;        // AppState::passage_asked, answered last
  CompareMode mode = CompareMode::kText;
  Subject fact;  // the row of the facts that was brought into view last
};

// S4: two articles side by side. Passages that stand for each other are one shape across both columns, their words
// compared; above them the map of both.
void draw_compare(Ui& ui, Box box, const AppState& app, const SetView& set, const CompareView& view,
                  ComparePanelState& state);

// "difference 3 of 14", for the status bar.
std::string compare_place(const CompareView& view, const AppState& app);
// The passage shown last with its two versions, for those who hear the page; empty for none.
std::string compare_told(const CompareView& view, const AppState& app);

}  // namespace newsloupe::ui
