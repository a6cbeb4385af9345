#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct QuotesPanelState {
  Subject shown;  // the selection the list was last scrolled to
};

// S5: sayings by articles; the selected one opens into its renderings, aligned piece under piece.
void draw_quotes(Ui& ui, Box box, const SetView& set, const QuotesView& view, QuotesPanelState& state);

// What a view that found nothing says: one line, and what is looked for. Used by every list.
void draw_nothing_found(Ui& ui, Box box, std::string_view first, std::string_view second);

}  // namespace newsloupe::ui
