#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

// The drawer of all screens: the selected thing, then article by article the verbatim sentence, then why they may
// differ and how it was read. A click on a sentence opens the article there.
void draw_evidence_drawer(Ui& ui, Box box, const Views& views);

}  // namespace newsloupe::ui
