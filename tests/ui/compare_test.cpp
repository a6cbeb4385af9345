// Compare over the invented sample, on the null backend.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/present/presenter.h"
#include "core/wire/session_host.h"
#include "tests/ui/null_backend.h"
#include "web/app/keys.h"
#include "web/ui/workspace.h"

namespace newsloupe {
namespace {

struct Story {
  std::unique_ptr<const Resources> resources = load_resources();
  Session session{*resources, {}};
  std::unique_ptr<Presenter> presenter;
  Story() {
    for (AddFile& file : sample_files()) session.add(std::move(file.id), std::move(file.name), std::move(file.bytes));
    while (session.has_work()) session.step();
    presenter = std::make_unique<Presenter>(session.snapshot());
  }
};

const Presenter& sample() {
  static const Story story;
  return *story.presenter;
}

// The screen on two articles of the sample; commands act at once, as in the app.
class Bench {
 public:
  explicit Bench(std::uint32_t left = 0, std::uint32_t right = 1, ImVec2 size = {1440, 900}, bool dark = false)
      : backend_(size), theme_(dark ? ui::dark_theme() : ui::light_theme()) {
    ui::apply_style(theme_, ImGui::GetStyle());
    views.set = sample().set();
    app.view.screen = Screen::kCompare;
    app.view.left = left;
    app.view.right = right;
    frames(4);
  }

  void frames(int count) {
    for (int i = 0; i < count; ++i) {
      backend_.frame([this] { draw(); });
      flows_.end_frame();
      for (const Command& command : std::exchange(commands_, {})) reduce(app, command);
    }
  }
  void press(platform::Key key) {
    const std::vector<Subject> rows = ui::rows_on_screen(app.view, views, panels);
    KeyState state;
    commands_from_key({key, true, false, 0, {}}, {app, views, rows}, state, commands_);
    frames(4);
  }
  void click(float x, float y) {
    backend_.click(x, y, [this] { draw(); });
    frames(4);
  }
  void wheel(float x, float y, float notches, bool alt = false) {
    backend_.move(x, y);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, alt);
    frames(1);
    backend_.wheel(notches);
    frames(1);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, false);
    frames(3);
  }
  void hold(ImGuiKey key, bool down) {
    ImGui::GetIO().AddKeyEvent(key, down);
    frames(2);
  }
  // The height in the window of the first line on a side that begins so.
  float height_of(int side, std::string_view begin) const {
    const ui::TextArea& area = report.text_areas.at(static_cast<std::size_t>(side));
    for (const ui::LayerLine& line : area.lines) {
      if (std::string_view(line.text).starts_with(begin)) return area.origin.y + line.box.y0;
    }
    FAIL("no line begins so: ", begin);
    return 0;
  }
  test::Picture picture() const { return backend_.picture(theme_.dark ? 0x16181D : 0xFAFAF7); }

  AppState app;
  Views views;
  ui::PanelStates panels;
  ui::FrameReport report;

 private:
  void draw() {
    views.compare = sample().compare(app.view.left, app.view.right);
    report = {};
    const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), theme_, backend_.fonts(), 1);
    ui::Ui ui{canvas, flows_, app.view, commands_, report, true};
    ui::draw_workspace(ui, app, 0, views, panels);
  }

  test::NullBackend backend_;
  const ui::Theme& theme_;
  ui::FlowCache flows_;
  CommandQueue commands_;
};

TEST_CASE("both texts are offered to the page, each with its own lines and sources") {
  const Bench bench;
  REQUIRE(bench.report.text_areas.size() == 2);
  CHECK(bench.height_of(0, "The Orrin dam") == bench.height_of(1, "The Orrin dam"));
  const ui::LayerLine& first = bench.report.text_areas[1].lines.front();
  CHECK(first.source.name == "Coast Herald, 4 May 2025");
  CHECK(first.source.where == "¶ 1");
}

TEST_CASE("n brings the next difference to one height on both sides, p the one before") {
  Bench bench;
  bench.press(platform::Key::kN);
  bench.press(platform::Key::kN);
  CHECK(ui::compare_place(bench.views.compare, bench.app).starts_with("difference 2 of "));
  CHECK(ui::compare_told(bench.views.compare, bench.app).find("Left: Rescue teams searched") != std::string::npos);
  CHECK(bench.height_of(0, "Rescue teams searched") == doctest::Approx(bench.height_of(1, "Rescue teams searched")));
  for (int i = 0; i < 30; ++i) bench.press(platform::Key::kN);
  const std::string last = ui::compare_place(bench.views.compare, bench.app);
  bench.press(platform::Key::kN);
  CHECK(ui::compare_place(bench.views.compare, bench.app) == last);
  const CompareRow& row = bench.views.compare.rows[bench.app.passage - 1];
  REQUIRE(row.in_both());
  bench.press(platform::Key::kP);
  CHECK(ui::compare_place(bench.views.compare, bench.app) != last);
}

TEST_CASE("scrolling moves both, with Alt one side alone, and scrolling on brings it back") {
  Bench bench;
  const float left = bench.height_of(0, "The Orrin dam"), right = bench.height_of(1, "The Orrin dam");
  bench.wheel(1000, 600, -2, true);
  CHECK(bench.height_of(0, "The Orrin dam") == left);
  CHECK(bench.height_of(1, "The Orrin dam") == doctest::Approx(right - 130));
  for (int i = 0; i < 5; ++i) bench.wheel(1000, 600, -1);
  for (int i = 0; i < 8; ++i) bench.wheel(1000, 600, 1);
  CHECK(bench.height_of(0, "The Orrin dam") == left);
  CHECK(bench.height_of(1, "The Orrin dam") == right);
}

TEST_CASE("both texts begin and end with the window") {
  Bench bench;
  const float top = bench.height_of(0, "The Orrin dam");
  bench.wheel(400, 600, -200);
  const auto last_line = [&](std::size_t side) {
    const ui::TextArea& area = bench.report.text_areas[side];
    return area.origin.y + area.lines.back().box.y1;
  };
  CHECK(last_line(0) == doctest::Approx(last_line(1)));
  CHECK(last_line(0) < 872);
  CHECK(last_line(0) > 800);
  bench.wheel(400, 600, 200);
  CHECK(bench.height_of(0, "The Orrin dam") == top);
}

TEST_CASE("a press on the map goes to that place") {
  Bench bench;
  const float before = bench.height_of(0, "The Orrin dam");
  bench.click(1100, 240);
  CHECK(bench.height_of(0, "The Orrin dam") < before - 200);
}

TEST_CASE("keys and badges choose the two sides") {
  Bench bench;
  bench.press(platform::Key::kX);
  CHECK(bench.app.view.left == 1);
  CHECK(bench.app.view.right == 0);
  bench.press(platform::Key::kX);
  bench.press(platform::Key::kRight);
  CHECK(bench.app.view.left == 0);
  CHECK(bench.app.view.right == 2);
  bench.press(platform::Key::kLeft);
  CHECK(bench.app.view.right == 1);
}

TEST_CASE("x on another screen compares the article that is read with the next one") {
  Bench bench(0, 0);
  bench.app.view.screen = Screen::kRead;
  bench.app.view.article = 5;
  bench.press(platform::Key::kX);
  CHECK(bench.app.view.screen == Screen::kCompare);
  CHECK(bench.app.view.left == 5);
  CHECK(bench.app.view.right == 0);
}

TEST_CASE("differences only leaves out what both say alike") {
  Bench bench;
  const std::size_t all = bench.report.text_areas[0].lines.size();
  reduce(bench.app, SetCompareMode{CompareMode::kDifferences});
  bench.frames(4);
  CHECK(bench.report.text_areas[0].lines.size() < all);
  CHECK(bench.height_of(0, "Rescue teams searched") > 0);
  bench.press(platform::Key::kEscape);
  CHECK(bench.app.view.compare_mode == CompareMode::kText);
}

TEST_CASE("while Space is held the words of the other side stand in the left column") {
  Bench bench;
  const auto left_half = [&] {
    const test::Picture all = bench.picture();
    std::uint64_t sum = 0;
    for (int y = 300; y < 860; ++y) {
      for (int x = 112; x < 600; ++x) sum = sum * 31 + all.at(x, y);
    }
    return sum;
  };
  const std::uint64_t still = left_half();
  bench.hold(ImGuiKey_Space, true);
  CHECK(left_half() != still);
  bench.hold(ImGuiKey_Space, false);
  CHECK(left_half() == still);
}

TEST_CASE("the passage is opened in its article, and both its versions are copied with their sources") {
  Bench bench;
  bench.press(platform::Key::kN);
  bench.press(platform::Key::kN);
  std::vector<Subject> rows;
  CommandQueue commands;
  KeyState state;
  commands_from_key({platform::Key::kC, true, false, 0, {}}, {bench.app, bench.views, rows}, state, commands);
  REQUIRE(commands.size() == 1);
  const std::string copied = std::get<CopyText>(commands[0]).text;
  CHECK(copied.find("for 14 missing people, the governor’s office said.\n— Morning Ledger, 4 May 2025") !=
        std::string::npos);
  CHECK(copied.find("for 12 missing people") != std::string::npos);
  bench.press(platform::Key::kEnter);
  CHECK(bench.app.view.screen == Screen::kRead);
  CHECK(bench.app.view.article == 0);
  CHECK(bench.views.compare.left.text.substr(bench.app.view.reveal.begin, 12) == "Rescue teams");
}

TEST_CASE("the facts of both are rows that keys walk through") {
  Bench bench;
  reduce(bench.app, SetCompareMode{CompareMode::kFacts});
  bench.frames(3);
  const std::vector<Subject> rows = ui::rows_on_screen(bench.app.view, bench.views, bench.panels);
  REQUIRE(rows.size() > 10);
  bench.press(platform::Key::kJ);
  CHECK(bench.app.view.selected == rows[0]);
}

TEST_CASE("pictures of Compare" * doctest::skip(!test::shots_wanted())) {
  struct Shot {
    const char* name;
    std::uint32_t left, right;
    ImVec2 size;
    bool dark;
    CompareMode mode;
    int steps;
    bool blink;
  };
  const Shot shots[] = {
      {"compare-light", 0, 1, {1440, 900}, false, CompareMode::kText, 0, false},
      {"compare-step", 0, 1, {1440, 900}, false, CompareMode::kText, 5, false},
      {"compare-dark", 0, 1, {1440, 900}, true, CompareMode::kText, 0, false},
      {"compare-blink", 0, 1, {1440, 900}, false, CompareMode::kText, 0, true},
      {"compare-facts", 0, 1, {1440, 900}, false, CompareMode::kFacts, 0, false},
      {"compare-differences", 0, 1, {1440, 900}, false, CompareMode::kDifferences, 0, false},
      {"compare-apart", 0, 4, {1280, 800}, false, CompareMode::kText, 0, false},
      {"compare-narrow", 0, 1, {720, 700}, false, CompareMode::kText, 1, false},
      {"compare-middle", 0, 1, {1050, 760}, true, CompareMode::kText, 1, false},
  };
  for (const Shot& shot : shots) {
    Bench bench(shot.left, shot.right, shot.size, shot.dark);
    reduce(bench.app, SetCompareMode{shot.mode});
    bench.frames(3);
    for (int i = 0; i < shot.steps; ++i) bench.press(platform::Key::kN);
    if (shot.blink) bench.hold(ImGuiKey_Space, true);
    test::write_shot(shot.name, bench.picture());
  }
}

}  // namespace
}  // namespace newsloupe
