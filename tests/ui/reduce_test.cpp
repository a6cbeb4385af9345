#include "web/app/reduce.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/velda_views.h"
#include "web/app/keys.h"
#include "web/app/view_requests.h"

namespace newsloupe {
namespace {

constexpr Subject kFigure{SubjectKind::kFigure, 1};

TEST_CASE("commands change what the person chose, and nothing else") {
  AppState state;
  CHECK(reduce(state, OpenArticle{2, {5, 9}}).empty());
  CHECK(state.view.screen == Screen::kRead);
  CHECK(state.view.article == 2);
  CHECK(state.view.reveal == TextSpan{5, 9});
  state.view.drawer_open = false;
  reduce(state, Select{kFigure});
  CHECK(state.view.selected == kFigure);
  CHECK(state.view.drawer_open);
  reduce(state, OpenScreen{Screen::kTimeline});
  CHECK(state.view.selected == kFigure);  // one selection for all screens
  reduce(state, SetTextSize{99});
  CHECK(state.view.text_size == 24);
  reduce(state, ShowLayer{ReaderLayer::kPlace, true});
  reduce(state, ShowLayer{ReaderLayer::kStatus, false});
  CHECK(state.view.layers == 1U << static_cast<unsigned>(ReaderLayer::kPlace));
}

TEST_CASE("Esc goes exactly one level up") {
  AppState state;
  state.sheet = Sheet::kAbout;
  state.view.selected = kFigure;
  reduce(state, GoBack{});
  CHECK(state.sheet == Sheet::kNone);
  CHECK(state.view.drawer_open);
  reduce(state, GoBack{});
  CHECK_FALSE(state.view.drawer_open);
  CHECK(state.view.selected.valid());
  reduce(state, GoBack{});
  CHECK_FALSE(state.view.selected.valid());
}

TEST_CASE("effects say what is asked of the world") {
  AppState state;
  const auto only = [&](const Command& command) {
    std::vector<Effect> effects = reduce(state, command);
    REQUIRE(effects.size() == 1);
    return effects.front();
  };
  CHECK(std::get<KeepSetting>(only(SetTheme{ThemeChoice::kDark})).value == "dark");
  CHECK(std::get<OpenChooser>(only(ChooseFolder{})).chooser == platform::Chooser::kFolder);
  CHECK(std::get<SendRequest>(only(OpenSample{})).durability == platform::Durability::kReplayed);
  CHECK(std::holds_alternative<UndoChange>(std::get<SendRequest>(only(Undo{})).request));
  CHECK(state.sheet == Sheet::kImport);
}

TEST_CASE("pasted text is named by its first words") {
  struct Row {
    std::string text, name;
  };
  const Row rows[] = {
      {"  \n The dam broke\nand more", "Pasted: The dam broke.txt"},
      {"A line that is much longer than forty characters in all", "Pasted: A line that is much longer than forty.txt"},
      {"a/b", "Pasted: a b.txt"},
      {"", "Pasted: .txt"},
  };
  for (const Row& row : rows) {
    AppState state;
    const std::vector<Effect> effects = reduce(state, AddPastedText{row.text});
    CHECK(std::get<AddTextFile>(effects.front()).name == row.name);
    CHECK(state.sheet == Sheet::kImport);
  }
}

// ---- Keys

class Keyboard {
 public:
  Keyboard() { rows_ = {{SubjectKind::kFigure, 1}, {SubjectKind::kFact, 2}, {SubjectKind::kEvent, 3}}; }

  CommandQueue press(platform::Key key, char32_t character = 0, bool ctrl = false, bool typing = false) {
    CommandQueue commands;
    platform::KeyEvent event;
    event.key = key, event.down = true, event.character = character, event.modifiers.ctrl = ctrl;
    commands_from_key(event, {state, views, rows_, typing}, keys_, commands);
    return commands;
  }

  AppState state;
  Views views = test::velda_views();

 private:
  std::vector<Subject> rows_;
  KeyState keys_;
};

TEST_CASE("keys walk through rows and stop at the ends") {
  using platform::Key;
  Keyboard keyboard;
  const auto selected = [&](Key key) { return std::get<Select>(keyboard.press(key).at(0)).subject.key; };
  CHECK(selected(Key::kJ) == 1);  // nothing was selected: the first
  CHECK(selected(Key::kK) == 3);  // or the last
  keyboard.state.view.selected = {SubjectKind::kFact, 2};
  CHECK(selected(Key::kJ) == 3);
  CHECK(selected(Key::kK) == 1);
  keyboard.state.view.selected = {SubjectKind::kEvent, 3};
  CHECK(selected(Key::kJ) == 3);
  keyboard.state.view.selected = {SubjectKind::kQuote, 7};  // a row that agrees
  CHECK(selected(Key::kN) == 1);                            // the first difference
}

TEST_CASE("in Read, n goes to the next place that differs and j to the next paragraph") {
  using platform::Key;
  Keyboard keyboard;
  keyboard.state.view.screen = Screen::kRead;
  const std::string& text = keyboard.views.reader.text;
  const auto word = [&](const CommandQueue& commands) {
    const TextSpan span = std::get<OpenArticle>(commands.at(0)).reveal;
    return text.substr(span.begin, std::min<std::size_t>(span.size(), 9));
  };
  CHECK(word(keyboard.press(Key::kN)) == "14");
  CHECK(word(keyboard.press(Key::kJ)) == "The Orrin");
  keyboard.state.view.reveal = std::get<OpenArticle>(keyboard.press(Key::kN).at(0)).reveal;
  CHECK(word(keyboard.press(Key::kN)) == "he had or");
  CHECK(keyboard.press(Key::kP).empty());
  CHECK(word(keyboard.press(Key::kJ)) == "The breac");
  CHECK(word(keyboard.press(Key::kK)) == "The Orrin");
}

TEST_CASE("keys rest while something is typed, and under a sheet") {
  using platform::Key;
  Keyboard keyboard;
  CHECK(keyboard.press(Key::kJ, U'j', false, true).empty());
  CHECK(keyboard.press(Key::k1, U'1', false, true).empty());
  CHECK(keyboard.press(Key::kZ, 0, true, true).empty());        // the field's own undo
  CHECK(keyboard.press(Key::kEscape, 0, false, true).empty());  // leaves the field first
  CHECK(keyboard.press(Key::kO, 0, true, true).size() == 1);
  keyboard.state.sheet = Sheet::kAbout;
  CHECK(keyboard.press(Key::kJ, U'j').empty());
  CHECK(keyboard.press(Key::kEscape).size() == 1);
}

TEST_CASE("the question mark is found by its character, letters by their key") {
  using platform::Key;
  Keyboard keyboard;
  CHECK(std::get<ShowSheet>(keyboard.press(Key::kSlash, U'?').at(0)).sheet == Sheet::kKeys);
  CHECK(std::get<OpenScreen>(keyboard.press(Key::kNone, U'4').at(0)).screen == Screen::kQuotes);
  CHECK(keyboard.press(Key::kR, U'r', true).empty());  // the browser's own
}

TEST_CASE("Enter reads the first sentence of the selected thing, c copies all with their sources") {
  using platform::Key;
  Keyboard keyboard;
  CHECK(keyboard.press(Key::kEnter).empty());
  keyboard.state.view.selected = kFigure;
  CHECK(std::get<OpenArticle>(keyboard.press(Key::kEnter).at(0)).article == 0);
  const std::string copied = std::get<CopyText>(keyboard.press(Key::kC).at(0)).text;
  CHECK(copied.starts_with("People missing (differ)\n\nA Morning Ledger, ¶ 2, 4 May, 18:20\nRescue teams"));
}

TEST_CASE("every key of the table is told to the page once, but those the browser turns into an event") {
  const AppState state;
  const Views views = test::velda_views();
  const std::string keys = " " + bound_keys({state, views, {}}) + " ";
  for (const Action& action : actions()) {
    if (action.keys.empty()) continue;
    const std::string word = " " + std::string(action.keys) + " ";
    const std::size_t at = keys.find(word);
    CHECK((at != std::string::npos) == ((action.traits & (kByBrowser | kOnlyHere)) == 0));
    if (at != std::string::npos) CHECK(keys.find(word, at + 1) == std::string::npos);
  }
}

TEST_CASE("no action shares its name with another, and no key of the browser is bound") {
  constexpr std::string_view kBrowsers[] = {"F5",     "F11",    "F12",    "Ctrl+L",  "Ctrl+R",
                                            "Ctrl+T", "Ctrl+W", "Ctrl+N", "Alt+Left"};
  for (const Action& action : actions()) {
    CHECK(std::count_if(actions().begin(), actions().end(), [&](const Action& a) { return a.name == action.name; }) ==
          1);
    CHECK(std::find(std::begin(kBrowsers), std::end(kBrowsers), action.keys) == std::end(kBrowsers));
  }
}

TEST_CASE("single letters can be switched off; keys with Ctrl and named keys stay") {
  using platform::Key;
  Keyboard keyboard;
  reduce(keyboard.state, ChangeSetting{"single-keys", "off"});
  CHECK(keyboard.press(Key::kJ, U'j').empty());
  CHECK(keyboard.press(Key::kSlash, U'?').empty());
  CHECK(keyboard.press(Key::kNone, U'4').empty());
  CHECK(keyboard.press(Key::kO, 0, true).size() == 1);
  CHECK(keyboard.press(Key::kEscape).size() == 1);
  CHECK((" " + bound_keys({keyboard.state, keyboard.views, {}}) + " ").find(" j ") == std::string::npos);
}

TEST_CASE("g and a letter go to that article; any other key ends the wait") {
  using platform::Key;
  Keyboard keyboard;
  CHECK(keyboard.press(Key::kG, U'g').empty());
  CHECK(std::get<OpenArticle>(keyboard.press(Key::kC, U'c').at(0)).article == 2);
  keyboard.press(Key::kG, U'g');
  CHECK(std::holds_alternative<OpenScreen>(keyboard.press(Key::k4, U'4').at(0)));
  keyboard.press(Key::kG, U'g');
  CHECK(std::holds_alternative<Select>(keyboard.press(Key::kJ, U'j').at(0)));  // there is no article J
}

TEST_CASE("Backspace goes back through screens and articles, not through paragraphs") {
  using platform::Key;
  Keyboard keyboard;
  AppState& state = keyboard.state;
  CHECK(keyboard.press(Key::kBackspace).empty());
  reduce(state, OpenArticle{1, {5, 9}});
  reduce(state, OpenArticle{1, {50, 90}});
  reduce(state, OpenArticle{2, {}});
  reduce(state, OpenScreen{Screen::kQuotes});
  const auto back = [&] { return reduce(state, keyboard.press(Key::kBackspace).at(0)); };
  back();
  CHECK(state.view.screen == Screen::kRead);
  CHECK(state.view.article == 2);
  back();
  CHECK(state.view.article == 1);
  CHECK(state.view.reveal == TextSpan{50, 90});
  back();
  CHECK(state.view.screen == Screen::kBrief);
  CHECK(state.back.empty());
}

TEST_CASE("settings are read as they were kept; what is not known changes nothing") {
  AppState state;
  for (const auto& [name, value] : {std::pair{"theme", "dark"},
                                    {"text-size", "22"},
                                    {"contrast", "more"},
                                    {"motion", "none"},
                                    {"layers", "5"},
                                    {"line-length", "long"},
                                    {"copy-source", "off"},
                                    {"single-keys", "off"}}) {
    const std::vector<Effect> effects = reduce(state, ChangeSetting{name, value});
    REQUIRE(effects.size() == 1);
    CHECK(std::get<KeepSetting>(effects[0]).name == name);
    CHECK(std::get<KeepSetting>(effects[0]).value == value);
  }
  AppState other;
  for (const std::string_view name : setting_names()) {
    CHECK(apply_setting(other.settings, other.view, name, setting_value(state.settings, state.view, name)));
  }
  CHECK(other.view.text_size == 22);
  CHECK(other.settings.line == LineLength::kLong);
  for (const auto& [name, value] :
       {std::pair{"theme", "red"}, {"text-size", "99"}, {"text-size", "18x"}, {"layers", ""}, {"fonts", "big"}}) {
    CHECK(reduce(state, ChangeSetting{name, value}).empty());
  }
}

// ---- Asking for views

TEST_CASE("views are asked for when they are old, one question of a kind at a time") {
  ViewRequests requests;
  AppState app;
  ViewState& state = app.view;
  Views views;
  CHECK(requests.wanted(app, views, {}).empty());  // no session yet
  requests.session_changed(1);
  CHECK(requests.wanted(app, views, {}).size() == 1);  // the set
  CHECK(requests.wanted(app, views, {}).empty());
  requests.session_changed(2);
  CHECK(requests.wanted(app, views, {}).empty());  // still waiting
  CHECK(take_view({test::velda_views().set}, views) == ViewKind::kSet);
  requests.answered(ViewKind::kSet);
  const std::vector<AskView> next = requests.wanted(app, views, {});
  REQUIRE(next.size() == 2);
  CHECK(next[0].kind == ViewKind::kSet);
  CHECK(next[1].kind == ViewKind::kBrief);
  state.screen = Screen::kRead;
  state.article = 3;
  state.selected = kFigure;
  const std::vector<AskView> read = requests.wanted(app, views, {});
  REQUIRE(read.size() == 2);
  CHECK(read[0].article == 3);
  CHECK(read[1].subject == kFigure);
  requests.answered(ViewKind::kReader);
  state.article = 4;
  CHECK(requests.wanted(app, views, {}).size() == 1);
}

TEST_CASE("Search asks from the second letter on, and anew for every other question") {
  ViewRequests requests;
  AppState app;
  Views views;
  views.set = test::velda_views().set;
  requests.session_changed(1);
  requests.wanted(app, views, {});
  reduce(app, OpenSearch{});
  const auto asked = [&] {
    for (const AskView& question : requests.wanted(app, views, {})) {
      if (question.kind == ViewKind::kSearch) return requests.answered(ViewKind::kSearch), question.search.text;
    }
    return std::string();
  };
  reduce(app, SetSearch{{"d", false, false, false}});
  CHECK(asked().empty());
  reduce(app, SetSearch{{"da", false, false, false}});
  CHECK(asked() == "da");
  CHECK(asked().empty());
  reduce(app, SetSearch{{"da", true, false, false}});
  CHECK(asked() == "da");
  reduce(app, ShowSheet{Sheet::kPalette});
  reduce(app, SetPalette{"mar"});
  const std::vector<AskView> found = requests.wanted(app, views, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == ViewKind::kFound);
  CHECK(found[0].search.text == "mar");
}

TEST_CASE("Ctrl+F is left to the browser while the search box is typed in") {
  AppState app;
  const Views views = test::velda_views();
  reduce(app, OpenSearch{});
  const auto bound = [&](bool typing) {
    const std::string keys = " " + bound_keys({app, views, {}, typing}) + " ";
    return keys.find(" Ctrl+F ") != std::string::npos;
  };
  CHECK(bound(false));
  CHECK_FALSE(bound(true));
  reduce(app, OpenScreen{Screen::kBrief});
  CHECK(bound(true));
}

TEST_CASE("after the worker was started again everything is asked for anew") {
  ViewRequests requests;
  const AppState app;
  const Views views;
  requests.session_changed(1);
  CHECK(requests.wanted(app, views, {}).size() == 1);
  requests.forget();
  CHECK(requests.wanted(app, views, {}).size() == 1);
}

}  // namespace
}  // namespace newsloupe
