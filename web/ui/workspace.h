#pragma once

#include <string>
#include <vector>

#include "web/app/reduce.h"
#include "web/app/views.h"
#include "web/ui/frame.h"
#include "web/ui/panels/brief_panel.h"
#include "web/ui/panels/compare_panel.h"
#include "web/ui/panels/correct_sheet.h"
#include "web/ui/panels/coverage_panel.h"
#include "web/ui/panels/figures_panel.h"
#include "web/ui/panels/import_panel.h"
#include "web/ui/panels/library_panel.h"
#include "web/ui/panels/palette_sheet.h"
#include "web/ui/panels/quotes_panel.h"
#include "web/ui/panels/reader_panel.h"
#include "web/ui/panels/search_panel.h"
#include "web/ui/panels/settings_sheet.h"
#include "web/ui/panels/sheets.h"
#include "web/ui/panels/story_list.h"
#include "web/ui/toast.h"

namespace newsloupe::ui {

// What may be lost: scrolling, opened bands, half-typed text.
struct PanelStates {
  BriefPanelState brief;
  ReaderPanelState reader;
  ComparePanelState compare;
  QuotesPanelState quotes;
  FiguresPanelState figures;
  CoveragePanelState coverage;
  ImportPanelState import;
  SearchPanelState search;
  PaletteState palette;
  CorrectPanelState correct;
  std::string pasted;  // half-typed text of the paste sheet
  AboutText about;
  ToastState toast;
  LibraryPanelState library;
  StoryListState stories;
  ListQueries lists;  // what the lists want of the worker
};

// Draws everything: frame, screen, drawer, sheet, and the frame that answers things held over the window (`dragged`).
void draw_workspace(Ui& ui, const AppState& app, int dragged, const Views& views, PanelStates& panels);

// The rows on the screen, in order: what j and k walk through. Empty in Read, where they walk through paragraphs.
std::vector<Subject> rows_on_screen(const ViewState& state, const Views& views, const PanelStates& panels);

}  // namespace newsloupe::ui
