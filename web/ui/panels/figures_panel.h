#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct FiguresPanelState {
  bool only_differing = false;
  Subject shown;  // the selection the list was last scrolled to
};

// S6: a line of numbers for each figure, those that differ first; then what only one article counts. The selected row
// opens into its sentences, as long as the drawer would be open.
void draw_figures(Ui& ui, Box box, const SetView& set, const FiguresView& view, const EvidenceView& evidence,
                  FiguresPanelState& state);

// The rows that are on the page, in order: what j and k walk through.
std::vector<Subject> figure_rows(const FiguresView& view, const FiguresPanelState& state);

}  // namespace newsloupe::ui
