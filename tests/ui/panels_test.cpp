#include <doctest/doctest.h>

#include <string>

#include "tests/ui/null_backend.h"
#include "tests/ui/velda_views.h"
#include "web/ui/workspace.h"

namespace newsloupe {
namespace {

// The workspace over the Velda story in a window of 1440 x 900: presses in, commands out.
class Bench {
 public:
  explicit Bench(Screen screen) {
    state.screen = screen;
    state.selected = {SubjectKind::kFigure, 1};
    for (int i = 0; i < 3; ++i) frame();
  }

  CommandQueue click(float x, float y) {
    commands_.clear();
    backend_.click(x, y, [this] { draw(); });
    frame();
    return commands_;
  }
  void wheel(float x, float y, float notches) {
    backend_.move(x, y);
    frame();
    backend_.wheel(notches);
    for (int i = 0; i < 3; ++i) frame();
  }
  void frame() {
    backend_.frame([this] { draw(); });
  }

  ViewState state;
  Views views = test::velda_views();
  ui::PanelStates panels;
  ui::FrameReport report;

 private:
  void draw() {
    report = {};
    const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), ui::light_theme(), backend_.fonts(), 1);
    ui::Ui ui{canvas, flows_, state, commands_, report, true};
    AppState app;
    app.view = state;
    ui::draw_workspace(ui, app, 0, views, panels);
  }

  test::NullBackend backend_;
  ui::FlowCache flows_;
  CommandQueue commands_;
};

TEST_CASE("pressing a thing gives one command") {
  struct Row {
    const char* about;
    Screen screen;
    float x, y;
    Command expected;
  };
  const Row rows[] = {
      {"a row of the Brief", Screen::kBrief, 300, 331, Select{{SubjectKind::kFact, 2}}},
      {"its value cell", Screen::kBrief, 716, 331, Select{{SubjectKind::kFact, 2}}},
      {"underlined words of the standfirst", Screen::kBrief, 800, 129, Select{{SubjectKind::kFigure, 1}}},
      {"a person who is quoted", Screen::kBrief, 150, 777, Select{{SubjectKind::kName, 20}}},
      {"a sentence in the drawer", Screen::kBrief, 1250, 405, OpenArticle{1, {}}},
      {"the cross of the drawer", Screen::kBrief, 1408, 80, CloseDrawer{}},
      {"the rail", Screen::kBrief, 36, 335, OpenScreen{Screen::kQuotes}},
      {"an article in the app bar", Screen::kBrief, 440, 34, OpenArticle{1, {}}},
      {"a mark in the text", Screen::kRead, 322, 337, Select{{SubjectKind::kFigure, 6}}},
      {"a note in the margin", Screen::kRead, 880, 783, Select{{SubjectKind::kFact, 10}}},
      {"a layer", Screen::kRead, 305, 88, ShowLayer{ReaderLayer::kQuote, true}},
      {"a saying", Screen::kQuotes, 400, 288, Select{{SubjectKind::kQuote, 32}}},
      {"an event", Screen::kTimeline, 488, 190, Select{{SubjectKind::kEvent, 12}}},
  };
  for (const Row& row : rows) {
    const std::string about = row.about;
    CAPTURE(about);
    Bench bench(row.screen);
    const CommandQueue commands = bench.click(row.x, row.y);
    CHECK(commands.size() == 1);
    if (commands.size() != 1) continue;
    CHECK(commands[0].index() == row.expected.index());
    if (commands[0].index() != row.expected.index()) continue;
    if (const auto* select = std::get_if<Select>(&row.expected)) {
      CHECK(std::get<Select>(commands[0]).subject == select->subject);
    } else if (const auto* open = std::get_if<OpenArticle>(&row.expected)) {
      CHECK(std::get<OpenArticle>(commands[0]).article == open->article);
    } else if (const auto* screen = std::get_if<OpenScreen>(&row.expected)) {
      CHECK(std::get<OpenScreen>(commands[0]).screen == screen->screen);
    } else if (const auto* layer = std::get_if<ShowLayer>(&row.expected)) {
      CHECK(std::get<ShowLayer>(commands[0]).layer == layer->layer);
      CHECK(std::get<ShowLayer>(commands[0]).shown == layer->shown);
    }
  }
}

TEST_CASE("a pointer that only passes by gives no command") {
  Bench bench(Screen::kBrief);
  bench.wheel(400, 400, -2);
  CHECK(bench.click(900, 70).empty());  // bare paper
}

TEST_CASE("more rows are shown in place, and keys walk through them too") {
  Bench bench(Screen::kBrief);
  CHECK(ui::rows_on_screen(bench.state, bench.views, bench.panels).size() == 9);  // 3 + 4 + 2
  CHECK(bench.click(140, 580).empty());
  CHECK(ui::rows_on_screen(bench.state, bench.views, bench.panels).size() == 10);
}

TEST_CASE("the article's lines are offered to the page, and scrolling moves their origin alone") {
  Bench bench(Screen::kRead);
  const std::size_t lines = bench.report.text_areas.front().lines.size();
  REQUIRE(lines > 15);
  const float y = bench.report.text_areas.front().lines[3].box.y0, origin = bench.report.text_areas.front().origin.y;
  bench.wheel(500, 500, -3);
  CHECK(bench.report.text_areas.front().origin.y < origin);
  CHECK(bench.report.text_areas.front().lines[3].box.y0 == doctest::Approx(y));
}

TEST_CASE("what is asked for in the article is brought into view") {
  Bench bench(Screen::kRead);
  const float before = bench.report.text_areas.front().origin.y;
  bench.state.reveal = bench.views.reader.paragraphs.back().span;
  for (int i = 0; i < 4; ++i) bench.frame();
  CHECK(bench.report.text_areas.front().origin.y < before - 300);
}

TEST_CASE("a press on the strip goes to that place of the article") {
  Bench bench(Screen::kRead);
  const float before = bench.report.text_areas.front().origin.y;
  bench.click(1064, 700);
  bench.frame();
  CHECK(bench.report.text_areas.front().origin.y < before - 300);
}

TEST_CASE("an article that is on the screen as a whole has no frame on its strip and does not scroll") {
  Bench bench(Screen::kRead);
  bench.views.reader.paragraphs.resize(1);
  bench.views.reader.notes.clear();
  ++bench.views.reader.revision;
  for (int i = 0; i < 3; ++i) bench.frame();
  const float before = bench.report.text_areas.front().origin.y;
  bench.wheel(500, 400, -5);
  bench.click(1064, 700);
  bench.frame();
  CHECK(bench.report.text_areas.front().origin.y == before);
}

TEST_CASE("the frame is cut into parts that touch and do not overlap") {
  for (const ImVec2 window : {ImVec2{700, 500}, ImVec2{1099, 800}, ImVec2{1280, 800}, ImVec2{1920, 1080}}) {
    const ui::Layout layout = ui::layout_from(window, true);
    CHECK(layout.app_bar.height() == 56);
    CHECK(layout.main.x0 == layout.rail.x1);
    CHECK(layout.main.y0 == layout.app_bar.y1);
    CHECK((layout.bottom_sheet ? layout.drawer.y0 == layout.main.y1 : layout.drawer.x0 == layout.main.x1));
    CHECK(layout.bottom_sheet == (window.x < 1100));
    CHECK(layout.main.width() > 300);
  }
}

}  // namespace
}  // namespace newsloupe
