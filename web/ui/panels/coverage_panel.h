#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct CoveragePanelState {
  bool by_count = false;  // rows with most facts first; else those of most origins
  Subject shown;          // the selection the list was last scrolled to
};

// S9: facts by the combination of articles that say them; below, how many of all facts each article has. The row whose
// fact is selected is open and lists its facts.
void draw_coverage(Ui& ui, Box box, const SetView& set, const CoverageView& view, CoveragePanelState& state);

// The rows that are on the page, in order: what j and k walk through.
std::vector<Subject> coverage_rows(const CoverageView& view, const CoveragePanelState& state, const Subject& selected);

}  // namespace newsloupe::ui
