#include "web/app/library.h"

#include <doctest/doctest.h>

#include "tests/ui/library_views.h"
#include "tests/ui/null_backend.h"
#include "web/app/library_keys.h"
#include "web/app/view_requests.h"
#include "web/ui/workspace.h"

namespace newsloupe {
namespace {

LibraryMatchesView matches() {
  LibraryMatchesView view;
  view.revision = 1;
  view.articles = {{"a", "s"}, {"b", "s"}, {"c", "t"}, {"d", "t"}, {"e", ""}};
  return view;
}

std::vector<std::string> ticked(const LibraryChoice& library) {
  std::vector<std::string> out;
  for (const auto& [id, story] : library.ticked) out.push_back(id);
  return out;
}

const std::vector<Correction>& corrections(const CommandQueue& commands) {
  return std::get<Correct>(commands.at(0)).change.corrections;
}

TEST_CASE("all, a story and a range are ticked among what matches the filter") {
  AppState state;
  const auto wish = [&](const TickMany& what) {
    reduce(state, what);
    grant_wish(state.library, matches());
    return ticked(state.library);
  };
  using What = TickMany::What;
  CHECK(wish({What::kStory, "t", "", "", true}) == std::vector<std::string>{"c", "d"});
  CHECK(wish({What::kRange, "", "d", "b", true}) == std::vector<std::string>{"b", "c", "d"});
  CHECK(wish({What::kRange, "", "", "a", true}) == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(wish({What::kStory, "s", "", "", false}) == std::vector<std::string>{"c", "d"});
  CHECK(wish({What::kAll, "", "", "", true}).size() == 5);
  CHECK_FALSE(state.library.wish.has_value());
}

TEST_CASE("what is done to many articles is one change") {
  LibraryChoice library;
  library.ticked = {{"a", "s"}, {"c", "t"}, {"e", ""}};
  const CommandQueue removed = remove_ticked(library);
  REQUIRE(removed.size() == 2);
  CHECK(corrections(removed).size() == 3);
  CHECK(std::holds_alternative<ClearTicks>(removed[1]));
  CHECK(std::get<LeaveOut>(corrections(leave_out_ticked(library, false))[2]).out == false);
  CHECK(std::get<SetOutlet>(corrections(set_outlet_of_ticked(library, "Ledger"))[1]).outlet == "Ledger");
  CHECK(remove_ticked({}).empty());
}

TEST_CASE("a new story begins with the first article, and the others join it") {
  LibraryChoice library;
  library.ticked = {{"a", "s"}, {"c", "t"}, {"e", ""}};
  const CommandQueue commands = move_ticked(library, "");
  std::vector<std::string> with;
  for (const Correction& correction : corrections(commands)) with.push_back(std::get<MoveToStory>(correction).with);
  CHECK(with == std::vector<std::string>{"", "a", "a"});
  CHECK(std::get<MoveToStory>(corrections(move_ticked(library, "x"))[0]).with == "x");
}

TEST_CASE("a story stays open when its first article goes, and can be closed then") {
  LibraryChoice library;
  library.expanded = {"a", "x"};
  LibraryView view;
  for (const char* id : {"a", "b", "c"}) {
    LibraryRow row;
    row.kind = LibraryRowKind::kArticle;
    row.story = "a", row.id = id;
    view.rows.push_back(row);
  }
  keep_heads_open(library, {{RemoveArticle{"a"}, LeaveOut{"x", true}, MoveToStory{"b", "x"}}}, view, {});
  CHECK(library.expanded == std::vector<std::string>{"c", "x"});
  keep_heads_open(library, {{RemoveArticle{"x"}}}, view, {});
  CHECK(library.expanded == std::vector<std::string>{"c", "x"});  // no other article of it is known
  LibraryMatchesView known;
  known.articles = {{"x", "x"}, {"y", "x"}};
  keep_heads_open(library, {{RemoveArticle{"x"}}}, view, known);
  CHECK(library.expanded == std::vector<std::string>{"c", "y"});
  view.rows.erase(view.rows.begin());
  for (LibraryRow& row : view.rows) row.story = "b";  // the story's name after the change
  forget_other_names(library, "b", view);
  CHECK(library.expanded == std::vector<std::string>{"y"});
}

TEST_CASE("keys open and close stories, tick, and walk") {
  const Views views = test::library_views(3);
  AppState state;
  state.view.screen = Screen::kLibrary;
  const std::vector<Subject> no_rows;
  const auto press = [&](void (*act)(const KeyContext&, CommandQueue&)) {
    CommandQueue commands;
    act({state, views, no_rows}, commands);
    REQUIRE(commands.size() == 1);
    reduce(state, commands[0]);
    return commands[0];
  };
  press(library_keys::right);  // the first story is open: into it
  CHECK(state.library.cursor == 1);
  press(library_keys::next_row);
  press(library_keys::tick);
  CHECK(ticked(state.library) == std::vector<std::string>{"story-0.html/1"});
  CHECK(std::get<ReadArticle>(press(library_keys::enter)).article == "story-0.html/1");
  press(library_keys::left);  // to its head
  CHECK(state.library.cursor == 0);
  CHECK(std::get<ExpandStory>(press(library_keys::left)).expanded == false);
  CHECK(std::get<OpenStoryOf>(press(library_keys::enter)).article == "story-0.html");
}

TEST_CASE("opening a story asks the worker for it and shows the Brief") {
  AppState state;
  state.view.screen = Screen::kLibrary;
  state.view.article = 3;
  const std::vector<Effect> effects = reduce(state, OpenStoryOf{"story-1.html"});
  REQUIRE(effects.size() == 1);
  const auto& send = std::get<SendRequest>(effects[0]);
  CHECK(std::get<OpenStory>(send.request).article == "story-1.html");
  CHECK(send.durability == platform::Durability::kReplayed);
  CHECK(state.view.screen == Screen::kBrief);
  CHECK(state.view.article == 0);
}

TEST_CASE("Esc in the Library unticks first, then clears the filter") {
  AppState state;
  state.view.screen = Screen::kLibrary;
  reduce(state, FilterLibrary{"velda"});
  reduce(state, TickArticle{"a", "s", true});
  reduce(state, GoBack{});
  CHECK(state.library.ticked.empty());
  CHECK(state.library.filter == "velda");
  reduce(state, GoBack{});
  CHECK(state.library.filter.empty());
}

TEST_CASE("of ten thousand rows a window is asked for, and it moves with the scrolling") {
  ListWindow window;
  CHECK_FALSE(window.cover(0, 20, 10000));
  CHECK(window.cover(5000, 5020, 10000));
  CHECK(window.first <= 5000 - 64);
  CHECK(window.first + window.count >= 5020 + 64);
  CHECK(window.count < 400);
  CHECK_FALSE(window.cover(5030, 5050, 10000));
  CHECK_FALSE(window.cover(0, 0, 0));
}

TEST_CASE(
    "the Library asks for its rows with filter and opened stories, and for the matches only when they are needed") {
  ViewRequests requests;
  AppState state;
  state.view.screen = Screen::kLibrary;
  reduce(state, FilterLibrary{"velda"});
  reduce(state, ExpandStory{"story-2.html", true});
  requests.session_changed(1);
  const std::vector<AskView> asked = requests.wanted(state, {}, {});
  REQUIRE(asked.size() == 2);
  CHECK(asked[1].kind == ViewKind::kLibrary);
  CHECK(asked[1].text == "velda");
  CHECK(asked[1].expanded == std::vector<std::string>{"story-2.html"});
  reduce(state, TickMany{});
  const std::vector<AskView> more = requests.wanted(state, {}, {});
  REQUIRE(more.size() == 1);
  CHECK(more[0].kind == ViewKind::kLibraryMatches);
}

// The Library over a made-up set: presses in, commands out.
class Bench {
 public:
  Bench() {
    state.screen = Screen::kLibrary;
    frames(3);
  }
  CommandQueue click(float x, float y) {
    commands_.clear();
    backend_.click(x, y, [this] { draw(); });
    frames(1);
    return commands_;
  }
  void wheel(float notches) {
    backend_.move(600, 500);
    frames(1);
    backend_.wheel(notches);
    frames(3);
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i) backend_.frame([this] { draw(); });
  }

  ViewState state;
  LibraryChoice choice;
  Views views = test::library_views(87);
  ui::PanelStates panels;

 private:
  void draw() {
    ui::FrameReport report;
    const ui::Canvas canvas(*ImGui::GetBackgroundDrawList(), ui::light_theme(), backend_.fonts(), 1);
    ui::Ui ui{canvas, flows_, state, commands_, report, true};
    AppState app;
    app.view = state;
    app.library = choice;
    ui::draw_workspace(ui, app, 0, views, panels);
  }
  test::NullBackend backend_{{1440, 900}};
  ui::FlowCache flows_;
  CommandQueue commands_;
};

TEST_CASE("a press on a story opens it, on a tick box ticks, on the bar changes all that is ticked") {
  constexpr float kFirstRow = 56 + 96 + 20;
  Bench bench;
  CommandQueue commands = bench.click(400, kFirstRow);
  REQUIRE(commands.size() == 2);
  CHECK(std::get<MoveCursor>(commands[0]).row == 0);
  CHECK(std::get<ExpandStory>(commands[1]).expanded == false);
  commands = bench.click(124, kFirstRow + 40);
  REQUIRE_FALSE(commands.empty());
  CHECK(std::get<TickArticle>(commands[0]).article == "story-0.html/0");
  bench.choice.ticked = {{"story-0.html/0", "story-0.html"}};
  bench.frames(2);
  commands = bench.click(830, 900 - 28 - 28);
  REQUIRE_FALSE(commands.empty());
  CHECK(std::holds_alternative<Correct>(commands[0]));
}

TEST_CASE("rows that are not there yet are asked for") {
  Bench bench;
  bench.views.library.total = 10000;
  bench.frames(2);
  bench.wheel(-200);
  CHECK(bench.panels.lists.library.first > 0);
}

}  // namespace
}  // namespace newsloupe
