#pragma once

#include <string>

#include "web/app/list_window.h"
#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct ImportPanelState {
  std::string edited;    // id and field being typed in
  std::string typed;     // what stands there
  std::string asked;     // id of the row whose date was asked for last: the focus goes there once
  std::string bad_date;  // id of the row whose typed date could not be read
  bool filter_chosen = false;
};

// What became of the files, as the worker and as the page know it.
struct ImportFiles {
  const ImportView& view;
  const std::vector<ImportRow>& unread;  // never reached the worker
  const FileProgress& progress;
};

// S1b: a row for each file and its fate, of which only the window in `queries` is there; title, outlet and date can be
// changed in place.
void draw_import(Ui& ui, const ImportFiles& from, ImportPanelState& state, ListQueries& queries);

// Nothing is left to read or to compare.
bool import_is_settled(const ImportFiles& from);

}  // namespace newsloupe::ui
