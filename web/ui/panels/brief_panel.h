#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct BriefPanelState {
  std::uint32_t opened_bands = 0;  // bit i: band i shows all its rows
  Subject shown;                   // the selection the list was last scrolled to
};

// S2: the answer in a sentence, the values of every article in fixed columns, who is quoted, when.
void draw_brief(Ui& ui, Box box, const SetView& set, const BriefView& view, BriefPanelState& state);

// The rows that are on the page, in order: what j and k walk through.
std::vector<Subject> brief_rows(const BriefView& view, const BriefPanelState& state);

}  // namespace newsloupe::ui
