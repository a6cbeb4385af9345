#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/present/presenter.h"
#include "tests/support/read_sessions.h"
#include "tests/ui/null_backend.h"
#include "web/app/keys.h"
#include "web/ui/workspace.h"

namespace newsloupe {
namespace {

using platform::Key;

// Figures or Coverage over the read sample: keys and presses go through the tables of the page, views come from the
// presenter at once.
class SamplePage {
 public:
  explicit SamplePage(Screen screen, ImVec2 size = {1440, 900}, const Snapshot& snapshot = sample_snapshot())
      : presenter_(snapshot), backend_(size) {
    ImGui::GetIO().UserData = &access_;
    app.view.screen = screen;
    views.set = presenter_.set();
    views.brief = presenter_.brief();
    views.figures = presenter_.figures();
    views.coverage = presenter_.coverage();
    for (int i = 0; i < 3; ++i) frame();
  }

  void press(Key key) {
    CommandQueue commands;
    const std::vector<Subject> rows = ui::rows_on_screen(app.view, views, panels);
    commands_from_key({key, true, false, 0, {}}, {app, views, rows}, keys_, commands);
    apply(commands);
  }
  void click(float x, float y) {
    commands_.clear();
    backend_.click(x, y, [this] { draw(); });
    apply(std::exchange(commands_, {}));
  }
  void frame() {
    backend_.frame([this] { draw(); });
  }
  // Roles and words of what a screen reader is told.
  std::vector<platform::Control> told(std::string_view role) const {
    std::vector<platform::Control> out;
    for (const platform::Control& control : access_.controls()) {
      if (control.role == role) out.push_back(control);
    }
    return out;
  }
  bool says(std::string_view words) const {
    const std::vector<platform::Control> all = access_.controls();
    return std::any_of(all.begin(), all.end(),
                       [&](const platform::Control& control) { return control.name.find(words) != std::string::npos; });
  }

  AppState app;
  Views views;
  ui::PanelStates panels;
  std::string copied;

 private:
  void apply(const CommandQueue& commands) {
    for (const Command& command : commands) {
      for (const Effect& effect : reduce(app, command)) {
        if (const auto* copy = std::get_if<WriteClipboard>(&effect)) copied = copy->text;
      }
    }
    views.evidence = presenter_.evidence(app.view.selected);
    frame();
    frame();
  }
  void draw() {
    ui::FrameReport report;
    const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), ui::light_theme(), backend_.fonts(), 1);
    ui::Ui ui{canvas, flows_, app.view, commands_, report, true};
    access_.begin_frame();
    ui::draw_workspace(ui, app, 0, views, panels);
    access_.end_frame();
  }

  Presenter presenter_;
  test::NullBackend backend_;
  ui::Access access_;
  ui::FlowCache flows_;
  CommandQueue commands_;
  KeyState keys_;
};

TEST_CASE("figures: a row opens by key into its sentences, and closes again without losing its place") {
  SamplePage page(Screen::kFigures, {1440, 900}, figures_snapshot());
  page.press(Key::kJ);
  CHECK(page.app.view.selected == page.views.figures.rows.front().subject);
  CHECK(page.says(
      "Read in Morning Ledger, ¶ 2: Rescue teams in Velda searched the flooded valley for 14 missing people"));
  page.press(Key::kLeft);
  CHECK_FALSE(page.says("Read in Morning Ledger, ¶ 2"));
  CHECK(page.app.view.selected == page.views.figures.rows.front().subject);
  page.press(Key::kRight);
  CHECK(page.says("Read in Morning Ledger, ¶ 2"));
  page.press(Key::kEnter);
  CHECK(page.app.view.screen == Screen::kRead);
}

TEST_CASE("figures: c copies a row as lines for a correction") {
  SamplePage page(Screen::kFigures, {1440, 900}, figures_snapshot());
  page.press(Key::kJ);
  page.press(Key::kC);
  CHECK(page.copied.find("Morning Ledger (4 May 2025, ¶ 2): 14 people missing\n") != std::string::npos);
  CHECK(page.copied.find("Coast Herald (4 May 2025, ¶ 2): 12 people missing\n") != std::string::npos);
  CHECK(page.copied.find("“") == std::string::npos);
}

TEST_CASE("figures: only those that differ are walked through while the box is ticked") {
  SamplePage page(Screen::kFigures, {1440, 900}, figures_snapshot());
  const auto rows = [&] { return ui::rows_on_screen(page.app.view, page.views, page.panels); };
  CHECK(rows().size() == page.views.figures.rows.size());
  page.panels.figures.only_differing = true;
  page.frame();
  CHECK(rows().size() == page.views.figures.differ);
  CHECK(page.told("row").size() == page.views.figures.differ);
}

TEST_CASE("figures and coverage: every row is told, in windows of every size, and nothing is wider than its window") {
  for (const ImVec2 size : {ImVec2{700, 600}, ImVec2{1280, 800}, ImVec2{1920, 1080}}) {
    for (const Screen screen : {Screen::kFigures, Screen::kCoverage}) {
      SamplePage page(screen, size);
      page.press(Key::kJ);
      page.press(Key::kRight);
      CHECK(page.told("row").size() > 1);  // those on the screen
      for (const platform::Control& row : page.told("row")) CHECK(row.rect.x + row.rect.width <= size.x);
    }
  }
}

TEST_CASE("coverage: a combination opens into its facts by key or press, and j goes on through them") {
  SamplePage page(Screen::kCoverage);
  const CoverageRow& first = page.views.coverage.rows.front();
  page.press(Key::kJ);
  CHECK(page.app.view.selected == first.subject);
  page.press(Key::kRight);
  CHECK(page.app.view.selected == first.facts.front().subject);
  for (std::size_t i = 0; i < first.facts.size(); ++i) page.press(Key::kJ);
  CHECK(page.app.view.selected == page.views.coverage.rows[1].subject);
  page.press(Key::kK);
  CHECK(page.app.view.selected == first.subject);  // it has closed
  page.press(Key::kRight);
  page.press(Key::kLeft);
  CHECK(page.app.view.selected == first.subject);
}

TEST_CASE("coverage: n goes to the next fact that differs") {
  SamplePage page(Screen::kCoverage, {1440, 900}, figures_snapshot());
  page.press(Key::kN);
  const CoverageRow* row = covering_row(page.views.coverage, page.app.view.selected);
  REQUIRE(row != nullptr);
  CHECK(row->differ > 0);
}

TEST_CASE("coverage: rows keep their order among equals when they are sorted by count") {
  SamplePage page(Screen::kCoverage);
  page.panels.coverage.by_count = true;
  const std::vector<Subject> rows = ui::rows_on_screen(page.app.view, page.views, page.panels);
  const auto total = [&](const Subject& subject) {
    for (const CoverageRow& row : page.views.coverage.rows) {
      if (row.subject == subject) return row.total;
    }
    return 0U;
  };
  const auto place = [&](const Subject& subject) {
    const std::vector<CoverageRow>& all = page.views.coverage.rows;
    return std::find_if(all.begin(), all.end(), [&](const CoverageRow& row) { return row.subject == subject; });
  };
  REQUIRE(rows.size() == page.views.coverage.rows.size());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(total(rows[i - 1]) >= total(rows[i]));
    if (total(rows[i - 1]) == total(rows[i])) CHECK(place(rows[i - 1]) < place(rows[i]));
  }
}

TEST_CASE("coverage: silence is never called leaving out") {
  SamplePage page(Screen::kCoverage);
  page.press(Key::kJ);
  page.press(Key::kRight);
  CHECK_FALSE(page.says("left out"));
  CHECK(page.says("not found in E: "));
  CHECK(page.says("German: not compared"));
}

}  // namespace
}  // namespace newsloupe
