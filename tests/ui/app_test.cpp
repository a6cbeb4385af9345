#include "web/app/app.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "tests/ui/null_backend.h"
#include "tests/ui/velda_views.h"
#include "web/platform/page_events.h"
#include "web/platform/platform_native.h"

namespace newsloupe {
namespace {

using namespace platform;

// The whole interface on a scripted page: events in, requests and page calls out.
class Page {
 public:
  Page() {
    reset_script();
    script().test = true;
    for (const char* name :
         {"inter-regular.otf", "inter-semibold.otf", "source-serif-regular.ttf", "source-serif-semibold.ttf"}) {
      std::ifstream in(std::string(NEWSLOUPE_FONT_DIR "/") + name, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
      script().assets[name] = {begin, begin + bytes.size()};
    }
  }

  void frames(int count = 3) {
    for (int i = 0; i < count; ++i) backend_.frame([&] { app().frame(); });
  }
  void answer(const Response& response) {
    const std::string bytes = encode(response);
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
    push_event(WorkerEvent{{begin, begin + bytes.size()}});
    frames();
  }
  // The story is open: as after a drop.
  void open_story() {
    const Views views = test::velda_views();
    answer(Changed{1, false});
    answer(ViewReady{views.set});
    answer(ViewReady{views.brief});
    answer(ViewReady{views.evidence});
  }
  void press(Key key, char32_t character = 0) {
    push_event(KeyEvent{key, true, false, character, {}});
    frames();
  }
  void click(float x, float y) {
    backend_.click(x, y, [&] { app().frame(); });
    frames(2);
  }
  // The requests sent since the last call.
  std::vector<Request> requests() {
    std::vector<Request> out;
    for (const auto& bytes : std::exchange(script().requests, {})) {
      Result<Request> request = decode_request({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
      REQUIRE(request.ok());
      out.push_back(std::move(request.value()));
    }
    return out;
  }
  App& app() {
    if (!app_) app_ = std::make_unique<App>();
    return *app_;
  }

 private:
  test::NullBackend backend_{{1440, 900}, 1};
  std::unique_ptr<App> app_;
};

TEST_CASE("the empty page offers its doors, a sample, and asks for nothing") {
  Page page;
  page.frames();
  CHECK(page.requests().empty());
  REQUIRE(script().file_buttons.size() == 2);
  CHECK(script().file_buttons[0].chooser == Chooser::kFiles);
  CHECK(script().file_buttons[1].chooser == Chooser::kFolder);
  CHECK(script().bound_keys.find("Ctrl+O") != std::string::npos);
  const Rect& door = script().file_buttons[0].rect;
  page.click(door.x + 50, door.y + 20);
  CHECK(script().choosers_opened.empty());  // the page opened it in the click itself
  page.click(720, door.y + 82);             // the line of the sample, under the doors
  const std::vector<Request> asked = page.requests();
  REQUIRE(asked.size() == 1);
  CHECK(std::holds_alternative<LoadSample>(asked[0]));
}

TEST_CASE("answers of the worker fill the screen, the first row is chosen, its evidence asked for") {
  Page page;
  page.open_story();
  const AppState& state = page.app().state();
  CHECK(state.view.selected == Subject{SubjectKind::kFigure, 1});
  bool evidence = false;
  for (const Request& request : page.requests()) {
    const auto* view = std::get_if<AskView>(&request);
    evidence = evidence || (view != nullptr && view->kind == ViewKind::kEvidence);
  }
  CHECK(evidence);
}

TEST_CASE("from a row to the sentence in the article by keys alone") {
  Page page;
  page.open_story();
  page.press(Key::kEnter);
  CHECK(page.app().state().view.screen == Screen::kRead);
  page.answer(ViewReady{test::velda_views().reader});
  page.frames();
  REQUIRE_FALSE(script().text_layers.empty());
  bool shown = false;
  for (const TextLine& line : script().text_layers.front().lines)
    shown = shown || line.text.find("for 14 missing") != std::string::npos;
  CHECK(shown);
  page.press(Key::kEscape);
  CHECK_FALSE(page.app().state().view.drawer_open);
}

TEST_CASE("files held over the window and dropped: the import sheet opens and closes by itself when all is well") {
  Page page;
  page.open_story();
  push_event(DragEvent{3});
  page.frames();
  push_event(FilesEvent{FileRoute::kDropped, {"a.html"}});
  page.frames(1);
  CHECK(page.app().state().sheet == Sheet::kImport);
  page.answer(ViewReady{test::velda_import()});
  CHECK(page.app().state().sheet == Sheet::kImport);  // a date is missing, a file could not be read
  ImportView well = test::velda_import();
  well.revision = 1;
  well.rows.resize(3);
  well.done = well.files = well.total = well.ready = 8;
  well.failed = well.needs_you = 0;
  push_event(FileProgressEvent{7, 8});
  page.answer(ViewReady{well});
  CHECK(page.app().state().sheet == Sheet::kImport);  // one more is on its way to the worker
  push_event(FileProgressEvent{8, 8});
  page.frames();
  CHECK(page.app().state().sheet == Sheet::kNone);
}

TEST_CASE("a missing date has the focus; what is typed is read and sent as a correction") {
  Page page;
  page.open_story();
  push_event(FilesEvent{FileRoute::kDropped, {"d.html"}});
  page.answer(ViewReady{test::velda_import()});
  page.frames();
  page.requests();
  ImGui::GetIO().AddInputCharactersUTF8("26 Aug 2025");
  page.frames();
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, true);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, false);
  page.frames();
  const std::vector<Request> sent = page.requests();
  REQUIRE(sent.size() == 1);
  const auto& published = std::get<SetPublished>(std::get<ApplyChange>(sent[0]).change.corrections.at(0));
  CHECK(published.article == "D.html");
  CHECK(published.date == CivilDate{2025, 8, 26});
}

// The sheet of corrections over a name and over a quote of the Velda story.
CorrectionView name_to_correct() {
  CorrectionView view;
  view.revision = 1;
  view.subject = {SubjectKind::kFigure, 1};
  view.target = CorrectionTarget::kName;
  view.name = {"Marsh", EntityType::kPerson, "B", "b.txt", {10, 15}};
  view.names = {{"Elena Marsh", EntityType::kPerson, "A C", "a.txt", {3, 14}},
                {"Luis Ortiz", EntityType::kPerson, "A", "a.txt", {30, 40}}};
  return view;
}

void type_words(Page& page, const char* words) {
  ImGui::GetIO().AddInputCharactersUTF8(words);
  page.frames();
}
void press_toolkit(Page& page, ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
  page.frames();
}

// The changes among the requests since the last call.
std::vector<Change> changes_sent(Page& page) {
  std::vector<Change> out;
  for (const Request& request : page.requests()) {
    if (const auto* apply = std::get_if<ApplyChange>(&request)) out.push_back(apply->change);
  }
  return out;
}

void open_correction(Page& page, const CorrectionView& view) {
  page.open_story();
  EvidenceView evidence = test::velda_views().evidence;
  evidence.correctable = true;
  page.answer(ViewReady{evidence});
  page.press(Key::kE);
  REQUIRE(page.app().state().sheet == Sheet::kCorrect);
  page.answer(ViewReady{view});
  page.requests();
}

TEST_CASE(
    "e opens the sheet of corrections; what is typed finds names; Enter makes two names one, and a line says so") {
  Page page;
  open_correction(page, name_to_correct());
  type_words(page, "mar");
  press_toolkit(page, ImGuiKey_Enter);
  const std::vector<Change> sent = changes_sent(page);
  REQUIRE(sent.size() == 1);
  const auto& merge = std::get<MergeNames>(sent[0].corrections.at(0));
  CHECK(merge.name.article == "b.txt");
  CHECK(merge.into.article == "a.txt");
  CHECK(merge.into.mention == TextSpan{3, 14});
  CHECK(page.app().state().sheet == Sheet::kNone);
  SetView set = test::velda_views().set;
  set.changes = 1;
  set.undo_label = "Merged Marsh into Elena Marsh";
  page.answer(ViewReady{set});
  CHECK(page.app().state().toast.words == "Merged Marsh into Elena Marsh");
  CHECK(page.app().state().toast.action == ToastAction::kUndo);
  page.requests();
  push_event(KeyEvent{Key::kZ, true, false, 0, {.ctrl = true}});
  page.frames();
  const std::vector<Request> undo = page.requests();
  REQUIRE(undo.size() == 1);
  CHECK(std::holds_alternative<UndoChange>(undo[0]));
}

TEST_CASE("the arrows choose a name; a name that nobody has is a new name") {
  Page page;
  open_correction(page, name_to_correct());
  press_toolkit(page, ImGuiKey_DownArrow);
  press_toolkit(page, ImGuiKey_DownArrow);
  press_toolkit(page, ImGuiKey_Enter);
  std::vector<Change> sent = changes_sent(page);
  REQUIRE(sent.size() == 1);
  CHECK(std::get<MergeNames>(sent[0].corrections.at(0)).into.mention == TextSpan{30, 40});
  page.press(Key::kE);
  page.answer(ViewReady{name_to_correct()});
  type_words(page, "Helena Marsh");
  press_toolkit(page, ImGuiKey_Enter);
  sent = changes_sent(page);
  REQUIRE(sent.size() == 1);
  CHECK(std::get<RenameName>(sent[0].corrections.at(0)).to == "Helena Marsh");
}

TEST_CASE("a speaker is given to every rendering of the quote; Esc changes nothing") {
  CorrectionView view = name_to_correct();
  view.target = CorrectionTarget::kQuote;
  view.words = "within days, not weeks";
  view.speaker = "Luis Ortiz";
  view.quotes = {{"A", "a.txt", {50, 72}}, {"B", "b.txt", {60, 71}}};
  Page page;
  open_correction(page, view);
  type_words(page, "elena");
  press_toolkit(page, ImGuiKey_Enter);
  const std::vector<Change> sent = changes_sent(page);
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].corrections.size() == 2);
  CHECK(std::get<SetSpeaker>(sent[0].corrections[0]).speaker == "Elena Marsh");
  CHECK(std::get<SetSpeaker>(sent[0].corrections[1]).article == "b.txt");
  page.press(Key::kE);
  page.answer(ViewReady{view});
  press_toolkit(page, ImGuiKey_Escape);
  CHECK(page.app().state().sheet == Sheet::kNone);
  CHECK(changes_sent(page).empty());
}

TEST_CASE("the log takes back as many changes as stand above a row") {
  Page page;
  page.open_story();
  SetView set = test::velda_views().set;
  set.changes = 3;
  set.undo_label = "Renamed Marsh to Elena Marsh";
  page.answer(ViewReady{set});
  page.click(360, 886);  // "Corrections: 3" in the status bar
  REQUIRE(page.app().state().sheet == Sheet::kCorrections);
  ChangesView log;
  log.revision = 1;
  log.rows = {
      {"Renamed Marsh to Elena Marsh", "", false}, {"Velda is a place", "", false}, {"Removed Post", "", false}};
  page.answer(ViewReady{log});
  page.requests();
  page.click(720 + 720 / 2 - 32 - 60, 900 * 0.46F + 24);  // over the second row, at its end
  page.frames();
  std::size_t undone = 0;
  for (const Request& request : page.requests()) undone += std::holds_alternative<UndoChange>(request) ? 1 : 0;
  CHECK(undone == 2);
}

TEST_CASE("a file that was not read stays as a row with its reason") {
  Page page;
  page.open_story();
  push_event(FileFailedEvent{"big.bin", "This file is too large."});
  page.frames();
  CHECK(page.app().state().sheet == Sheet::kImport);
  REQUIRE(page.app().views().unread.size() == 1);
  page.answer(ViewReady{test::velda_import()});
  REQUIRE(page.app().views().unread.size() == 1);
  CHECK(page.app().views().unread[0].messages[0] == "This file is too large.");
}

TEST_CASE("the theme follows the system until one is chosen, and is kept") {
  Page page;
  page.frames();
  CHECK_FALSE(script().dark);
  push_event(AppearanceEvent{true, false, false});
  page.frames();
  CHECK(script().dark);
  page.click(1440 - 76, 28);  // the theme button
  CHECK(script().settings["theme"] == "light");
  page.frames();
  CHECK_FALSE(script().dark);
}

TEST_CASE("a page at rest asks for no frames") {
  Page page;
  page.open_story();
  page.frames(6);
  script().frames_wanted = 0;
  page.frames(1);
  CHECK(script().frames_wanted == 0);
}

TEST_CASE("every screen can be drawn at every size, with and without views") {
  for (const ImVec2 size : {ImVec2{700, 500}, ImVec2{1024, 700}, ImVec2{1280, 800}, ImVec2{1920, 1080}}) {
    Page page;
    ImGui::GetIO().DisplaySize = size;
    page.open_story();
    const Views views = test::velda_views();
    for (const char32_t key : {U'1', U'2', U'4', U'6'}) page.press(Key::kNone, key);
    page.answer(ViewReady{views.reader});
    page.answer(ViewReady{views.quotes});
    page.answer(ViewReady{views.timeline});
    for (const char32_t key : {U'1', U'2', U'4', U'6', U'?'}) page.press(Key::kNone, key);
  }
}

// ---- What screen readers are told

const Control* control_named(std::string_view role, std::string_view part) {
  for (const Control& control : script().controls) {
    if (control.role == role && control.name.find(part) != std::string::npos) return &control;
  }
  return nullptr;
}

TEST_CASE("every control is told with role and name, and none with a name of the toolkit") {
  Page page;
  page.open_story();
  const Views views = test::velda_views();
  for (const char32_t key : {U'1', U'2', U'4', U'6', U'/'}) {
    page.press(Key::kNone, key);
    if (key == U'2') page.answer(ViewReady{views.reader});
    if (key == U'4') page.answer(ViewReady{views.quotes});
    if (key == U'6') page.answer(ViewReady{views.timeline});
    page.frames();
    CHECK(script().controls.size() > 15);
    for (const Control& control : script().controls) {
      CAPTURE(control.name);
      CHECK_FALSE(control.role.empty());
      CHECK_FALSE(control.name.empty());
      CHECK(control.name.find("##") == std::string::npos);
    }
  }
}

TEST_CASE("a row is told with its cells, and pressing it from outside selects it") {
  Page page;
  page.open_story();
  page.frames();
  const Control* row = control_named("row", "Who ordered the evacuation");
  REQUIRE(row != nullptr);
  CHECK((row->states & kControlSelected) == 0);
  CHECK(control_named("cell", "E: does not say") != nullptr);
  push_event(ControlEvent{row->id, ControlAction::kPress});
  page.frames();
  CHECK(page.app().state().view.selected == Subject{SubjectKind::kFact, 2});
  row = control_named("row", "Who ordered the evacuation");
  CHECK((row->states & kControlSelected) != 0);
}

TEST_CASE("F6 walks through rail, screen and evidence, the selected row first") {
  Page page;
  page.open_story();
  page.frames();
  const auto focused = [&]() -> std::string {
    page.press(Key::kF6);
    page.frames(6);
    for (const Control& control : script().controls) {
      if (control.id == script().focused_control && control.id != 0) return std::string(control.role);
    }
    return "nothing";
  };
  CHECK(focused() == "button");
  CHECK(focused() == "row");
  CHECK(script().focused_control == control_named("row", "People missing")->id);
  CHECK(focused() == "button");
}

TEST_CASE("a sheet that closes leaves no ring where there was none, and the ring where it was") {
  Page page;
  page.open_story();
  push_event(FilesEvent{FileRoute::kDropped, {"d.html"}});
  page.answer(ViewReady{test::velda_import()});  // a date is missing: its field has the focus
  page.frames();
  REQUIRE(script().focused_control != 0);
  const auto escape = [&] {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
    page.frames();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
    page.press(Key::kEscape);
    page.frames(6);
  };
  escape();
  CHECK(page.app().state().sheet == Sheet::kNone);
  CHECK(script().focused_control == 0);
  page.press(Key::kF6);
  page.frames(6);
  const std::uint32_t ringed = script().focused_control;
  REQUIRE(ringed != 0);
  page.press(Key::kSlash, U'?');
  escape();
  CHECK(page.app().state().sheet == Sheet::kNone);
  CHECK(ImGui::GetIO().NavVisible);
}

TEST_CASE("an article of a story that is too large to be compared as a whole is told in one line") {
  Page page;
  page.open_story();
  page.press(Key::k0, U'0');
  LibraryRow row;
  row.kind = LibraryRowKind::kArticle;
  row.story = "A.html", row.id = row.label = "far.html";
  LibraryView library;
  library.revision = library.total = library.articles = 1;
  library.rows = {row};
  page.answer(ViewReady{library});
  page.press(Key::kEnter);
  CHECK(page.app().state().toast.words.empty());  // its story is on its way
  SetView set = test::velda_views().set;
  set.revision = 2;
  set.scope = "far.html";
  set.scope_articles = 312;
  page.answer(Changed{2, false});
  page.answer(ViewReady{set});
  CHECK(page.app().state().toast.words.starts_with("5 articles of this story's 312 are compared at once."));
  CHECK(page.app().state().library.to_read.empty());
}

TEST_CASE("while a sheet is open nothing else can be reached") {
  Page page;
  page.open_story();
  page.press(Key::kSlash, U'?');
  page.frames();
  REQUIRE_FALSE(script().controls.empty());
  CHECK(script().controls.front().role == "dialog");
  CHECK(control_named("navigation", "") == nullptr);
  CHECK(control_named("text", "Next difference") != nullptr);
  page.press(Key::kEscape);
  page.frames();
  CHECK(control_named("navigation", "") != nullptr);
}

}  // namespace
}  // namespace newsloupe
