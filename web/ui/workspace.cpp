#include "web/ui/workspace.h"

#include <algorithm>
#include <string>

#include "core/present/counted.h"
#include "web/ui/evidence_drawer.h"
#include "web/ui/panels/empty_panel.h"
#include "web/ui/panels/help_sheet.h"
#include "web/ui/panels/timeline_panel.h"

namespace newsloupe::ui {
namespace {

std::string_view screen_name(Screen screen) {
  constexpr std::string_view kNames[] = {"Library", "Brief",    "Read",     "Compare", "Quotes",
                                         "Figures", "Timeline", "Coverage", "Search"};
  return kNames[static_cast<std::size_t>(screen)];
}

void draw_screen(Ui& ui, Box box, const AppState& app, const Views& views, PanelStates& panels) {
  switch (ui.state.screen) {
    case Screen::kLibrary:
      draw_library(ui, box, views.library, app.library, panels.library, panels.lists.library);
      break;
    case Screen::kBrief:
      draw_brief(ui, box, views.set, views.brief, panels.brief);
      break;
    case Screen::kRead:
      draw_reader(ui, box, views.set, views.reader, views.evidence, panels.reader);
      break;
    case Screen::kCompare:
      draw_compare(ui, box, app, views.set, views.compare, panels.compare);
      break;
    case Screen::kQuotes:
      draw_quotes(ui, box, views.set, views.quotes, panels.quotes);
      break;
    case Screen::kFigures:
      draw_figures(ui, box, views.set, views.figures, views.evidence, panels.figures);
      break;
    case Screen::kCoverage:
      draw_coverage(ui, box, views.set, views.coverage, panels.coverage);
      break;
    case Screen::kTimeline:
      draw_timeline(ui, box, views.set, views.timeline);
      break;
    case Screen::kSearch:
      draw_search(ui, box, app, views.set, views.search, panels.search);
      break;
  }
}

void draw_sheet(Ui& ui, const AppState& app, const Views& views, PanelStates& panels) {
  if (app.sheet != Sheet::kPalette) panels.palette.open = false;
  if (app.sheet != Sheet::kCorrect) panels.correct = {};
  switch (app.sheet) {
    case Sheet::kNone:
      break;
    case Sheet::kImport:
      draw_import(ui, {views.import, views.unread, views.files}, panels.import, panels.lists);
      break;
    case Sheet::kStories:
      draw_story_menu(ui, views.set, views.stories, panels.stories, panels.lists);
      break;
    case Sheet::kMoveToStory:
      draw_move_to_story(ui, app.library, views.stories, panels.stories, panels.lists, panels.library.bar_x);
      break;
    case Sheet::kSetOutlet:
      draw_set_outlet(ui, app.library, panels.library);
      break;
    case Sheet::kSetDate:
      draw_set_date(ui, app.library, panels.library);
      break;
    case Sheet::kPaste:
      draw_paste(ui, panels.pasted);
      break;
    case Sheet::kAbout:
      draw_about(ui, panels.about);
      break;
    case Sheet::kPrivacy:
      draw_privacy(ui);
      break;
    case Sheet::kKeys:
      draw_help(ui, {app, views, rows_on_screen(app.view, views, panels)}, screen_name(app.view.screen));
      break;
    case Sheet::kPalette:
      draw_palette(ui, {app, views, rows_on_screen(app.view, views, panels)}, panels.palette);
      break;
    case Sheet::kSettings:
      draw_settings(ui);
      break;
    case Sheet::kCorrect:
      draw_correct(ui, views.correction, panels.correct);
      break;
    case Sheet::kCorrections:
      draw_changes(ui, views.changes);
      break;
  }
}

// Where the reader is, at the right of the status bar.
std::string place_words(const AppState& app, const Views& views, const PanelStates& panels) {
  const ViewState& state = app.view;
  const std::vector<Subject> rows = rows_on_screen(state, views, panels);
  const auto here = std::find(rows.begin(), rows.end(), state.selected);
  switch (state.screen) {
    case Screen::kLibrary:
      return counted(views.library.total, "row", "rows");
    case Screen::kBrief:
      return counted(views.set.differences, "difference", "differences");
    case Screen::kRead:
    case Screen::kSearch:
      break;
    case Screen::kCompare:
      return compare_place(views.compare, app);
    case Screen::kQuotes:
    case Screen::kFigures:
    case Screen::kTimeline:
    case Screen::kCoverage:
      if (here == rows.end()) return counted(rows.size(), "row", "rows");
      return "row " + std::to_string(here - rows.begin() + 1) + " of " + std::to_string(rows.size());
  }
  return {};
}

void draw_frame_and_screen(Ui& ui, ImVec2 window, const AppState& app, const Views& views, PanelStates& panels) {
  const Layout layout = layout_from(window, shows_drawer(ui.state));
  draw_app_bar(ui, layout.app_bar, views.set);
  draw_rail(ui, layout.rail, layout.narrow_rail);
  draw_status_bar(ui, layout.status_bar, views.set, views.files, app.saved, place_words(app, views, panels));
  {
    const AccessRegion region(Role::kMain, screen_name(ui.state.screen), layout.main);
    draw_screen(ui, layout.main, app, views, panels);
  }
  if (layout.drawer.width() > 0) draw_evidence_drawer(ui, layout.drawer, views);
}

}  // namespace

std::vector<Subject> rows_on_screen(const ViewState& state, const Views& views, const PanelStates& panels) {
  std::vector<Subject> rows;
  switch (state.screen) {
    case Screen::kLibrary:  // has a cursor of its own: its rows are not all here
      break;
    case Screen::kBrief:
      return brief_rows(views.brief, panels.brief);
    case Screen::kRead:
    case Screen::kSearch:
      break;
    case Screen::kCompare:
      if (state.compare_mode != CompareMode::kFacts) break;
      for (const BriefBand& band : views.compare.facts) {
        for (const BriefRow& row : band.rows) rows.push_back(row.subject);
      }
      break;
    case Screen::kQuotes:
      for (const QuoteRow& row : views.quotes.rows) rows.push_back(row.subject);
      break;
    case Screen::kFigures:
      return figure_rows(views.figures, panels.figures);
    case Screen::kCoverage:
      return coverage_rows(views.coverage, panels.coverage, state.selected);
    case Screen::kTimeline:
      for (const TimelineRow& row : views.timeline.rows) {
        if (rows.empty() || !(rows.back() == row.mark.subject)) rows.push_back(row.mark.subject);
      }
      break;
  }
  return rows;
}

void draw_workspace(Ui& ui, const AppState& app, int dragged, const Views& views, PanelStates& panels) {
  constexpr ImGuiWindowFlags kFrame = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::Begin("Newsloupe", nullptr, kFrame);
  const Canvas outer = ui.canvas;
  ui.canvas = outer.on(*ImGui::GetWindowDrawList());
  ui.canvas.fill({0, 0, window.x, window.y}, Tint::kPaper);
  const Box whole{0, 0, window.x, window.y};
  if (views.set.total_articles == 0) {
    draw_empty(ui, whole);
  } else {
    draw_frame_and_screen(ui, window, app, views, panels);
  }
  ui.canvas = outer;
  ImGui::End();
  draw_sheet(ui, app, views, panels);
  if (dragged > 0) draw_drop_frame(ui, whole, dragged);
}

}  // namespace newsloupe::ui
