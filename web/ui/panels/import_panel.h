#pragma once

#include <string>

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct ImportPanelState {
  std::string edited;    // id and field being typed in
  std::string typed;     // what stands there
  std::string asked;     // id of the row whose date was asked for last: the focus goes there once
  std::string bad_date;  // id of the row whose typed date could not be read
};

// S1b: a row for each file and its fate; title, outlet and date can be changed in place.
void draw_import(Ui& ui, const ImportView& files, ImportPanelState& state);

}  // namespace newsloupe::ui
