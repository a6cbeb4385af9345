#pragma once

#include "web/ui/panels/compare_panel.h"

namespace newsloupe::ui {

// Where the columns stand: blocks with `pad` around their text, ribbons between them.
struct CompareMeasures {
  float left = 0, width = 0, gutter = 0;  // of a column
  float pad = 0;
  [[nodiscard]] float right() const { return left + width + gutter; }
};

TypeSpec compare_type(const ViewState& state);
Tint passage_tint(PassageKind kind);

// The two columns in `box`, and the map in `map`, which shows them whole.
void draw_compared_texts(Ui& ui, Box box, Box map, const CompareMeasures& measures, const AppState& app,
                         const SetView& set, const CompareView& view, ComparePanelState& state);

}  // namespace newsloupe::ui
