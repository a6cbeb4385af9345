#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/ui/library_views.h"
#include "tests/ui/null_backend.h"
#include "tests/ui/velda_views.h"
#include "web/ui/workspace.h"

// Pictures of every screen, for looking at: NEWSLOUPE_SHOTS=<folder> newsloupe_ui_tests -tc="pictures*".
namespace newsloupe::test {
namespace {

struct Shot {
  std::string name;
  Screen screen = Screen::kBrief;
  ImVec2 size{1440, 900};
  float density = 1;
  bool dark = false;
  Sheet sheet = Sheet::kNone;
  Subject selected{SubjectKind::kFigure, 1};
  int dragged = 0;
  LibraryChoice library = {};
  std::string toast = {};
  bool only_needing = false;
};

// NEWSLOUPE_SHOT=<part of a name> makes only those.
void shoot(const Shot& shot, const Views& views) {
  const char* wanted = std::getenv("NEWSLOUPE_SHOT");
  if (wanted != nullptr && shot.name.find(wanted) == std::string::npos) return;
  NullBackend backend(shot.size, shot.density);
  const ui::Theme& theme = shot.dark ? ui::dark_theme() : ui::light_theme();
  ui::apply_style(theme, ImGui::GetStyle());
  ui::FlowCache flows;
  ui::PanelStates panels;
  panels.library.bar_x = 520;
  panels.lists.import_only_needing = shot.only_needing;
  panels.about.licences = "== imgui 1.92.2b (MIT)\n\nPermission is granted\n\n== re2 (BSD-3)\n\nRedistribution\n";
  ViewState state;
  state.screen = shot.screen;
  state.selected = shot.selected;
  for (int i = 0; i < 4; ++i) {
    CommandQueue commands;
    ui::FrameReport report;
    backend.frame([&] {
      const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), theme, backend.fonts(), shot.density);
      ui::Ui ui{canvas, flows, state, commands, report, true};
      AppState app;
      app.view = state;
      app.sheet = shot.sheet;
      app.palette = "mar";
      app.search.text = "curfew";
      app.search_hit = 2;
      app.library = shot.library;
      ui::draw_workspace(ui, app, shot.dragged, views, panels);
      ui::draw_toast(ui, {shot.toast, ToastAction::kUndo, 1}, panels.toast, ui::bulk_bar_height(state, shot.library));
    });
    flows.end_frame();
  }
  write_shot(shot.name, backend.picture(shot.dark ? 0x16181D : 0xFAFAF7));
}

TEST_CASE("pictures of the screens" * doctest::skip(!shots_wanted())) {
  const Views views = velda_views();
  Views empty, importing = velda_views();
  importing.import = velda_import();
  const Subject saying{SubjectKind::kQuote, 7}, event{SubjectKind::kEvent, 4};
  const Shot shots[] = {
      {"brief-light"},
      {"brief-dark", Screen::kBrief, {1440, 900}, 1, true},
      {"brief-1280", Screen::kBrief, {1280, 800}},
      {"read-light", Screen::kRead},
      {"read-dark", Screen::kRead, {1440, 900}, 1, true},
      {"quotes-light", Screen::kQuotes, {1440, 900}, 1, false, Sheet::kNone, saying},
      {"quotes-dark", Screen::kQuotes, {1280, 800}, 1, true, Sheet::kNone, saying},
      {"timeline-light", Screen::kTimeline, {1440, 900}, 1, false, Sheet::kNone, {}},
      {"timeline-dark", Screen::kTimeline, {1440, 900}, 1, true, Sheet::kNone, event},
      {"keys-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kKeys},
      {"keys-dark", Screen::kRead, {1440, 900}, 1, true, Sheet::kKeys},
      {"palette-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kPalette},
      {"palette-dark", Screen::kRead, {1440, 900}, 1, true, Sheet::kPalette},
      {"search-light", Screen::kSearch},
      {"settings-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kSettings},
      {"settings-dark", Screen::kRead, {1280, 800}, 1, true, Sheet::kSettings},
      {"about-dark", Screen::kBrief, {1440, 900}, 1, true, Sheet::kAbout},
      {"privacy-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kPrivacy},
      {"paste-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kPaste},
  };
  for (const Shot& shot : shots) shoot(shot, views);
  Views correcting = velda_views();
  correcting.correction = velda_correction(CorrectionTarget::kName);
  correcting.changes = velda_changes();
  correcting.set.changes = 3;
  correcting.set.undo_label = "Merged Marsh into Elena Marsh";
  for (const bool dark : {false, true}) {
    const std::string look = dark ? "-dark" : "-light";
    shoot({"correct-name" + look, Screen::kBrief, {1440, 900}, 1, dark, Sheet::kCorrect}, correcting);
    shoot({"corrections" + look, Screen::kBrief, {1440, 900}, 1, dark, Sheet::kCorrections}, correcting);
  }
  correcting.correction = velda_correction(CorrectionTarget::kQuote);
  for (const bool dark : {false, true}) {
    shoot({dark ? "correct-quote-dark" : "correct-quote-light", Screen::kQuotes, {1280, 800}, 1, dark, Sheet::kCorrect},
          correcting);
  }
  shoot({"empty-light"}, empty);
  shoot({"empty-dark", Screen::kBrief, {1280, 800}, 1, true, Sheet::kNone, {}, 5}, empty);
  shoot({"import-light", Screen::kBrief, {1440, 900}, 1, false, Sheet::kImport}, importing);
  shoot({"brief-2x", Screen::kBrief, {1440, 900}, 2}, views);
}

TEST_CASE("pictures of the Library and of large sets" * doctest::skip(!shots_wanted())) {
  const Views three = library_views(3), many = library_views(87);
  LibraryChoice plain, ticked;
  ticked.cursor = 3;
  ticked.filter = "velda after:2025-05-01";
  for (const LibraryRow& row : three.library.rows) {
    if (row.kind == LibraryRowKind::kArticle && ticked.ticked.size() < 3) ticked.ticked[row.id] = row.story;
  }
  for (const bool dark : {false, true}) {
    for (const ImVec2 size : {ImVec2{1280, 800}, ImVec2{1920, 1080}}) {
      const std::string end = "-" + std::to_string(static_cast<int>(size.x)) + (dark ? "-dark" : "-light");
      Shot shot{"library-3" + end, Screen::kLibrary, size, 1, dark};
      shoot(shot, three);
      shot.name = "library-87" + end;
      shoot(shot, many);
      shot.name = "library-ticked" + end, shot.library = ticked, shot.toast = "Set the outlet of 3 articles";
      shoot(shot, three);
    }
  }
  Shot sheet{"library-move", Screen::kLibrary, {1280, 800}, 1, false, Sheet::kMoveToStory};
  sheet.library = ticked;
  shoot(sheet, many);
  sheet.name = "library-date", sheet.sheet = Sheet::kSetDate;
  shoot(sheet, three);
  sheet.name = "stories", sheet.sheet = Sheet::kStories, sheet.screen = Screen::kBrief;
  shoot(sheet, many);
  Shot import{"import-many", Screen::kBrief, {1280, 800}, 1, false, Sheet::kImport};
  Views reading = library_views(3);
  reading.import = many_files(4000, 100, false);
  shoot(import, reading);
  import.name = "import-many-needing", import.only_needing = true;
  reading.import = many_files(4000, 100, true);
  shoot(import, reading);
  Views nothing = library_views(3);
  nothing.library.rows.clear(), nothing.library.total = 0, nothing.library.matching = 0;
  Shot empty{"library-empty", Screen::kLibrary, {1280, 800}};
  empty.library.filter = nothing.library.filter = "outlet:gazette after:2025-13";
  nothing.library.filter_note = "after:2025-13 is no date";
  shoot(empty, nothing);
}

}  // namespace
}  // namespace newsloupe::test
