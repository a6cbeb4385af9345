#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/analysis/search.h"
#include "core/analysis/session.h"
#include "core/present/view_state.h"
#include "web/platform/platform.h"

// What a person can ask of the page. Panels and keys append commands; the app applies them after the frame. A closed
// list: a new command is one more variant that the compiler asks `reduce` to handle.
namespace newsloupe {

// A sheet lies over the screen and takes the input. At most one is open.
enum class Sheet : std::uint8_t {
  kNone,
  kImport,
  kPaste,
  kAbout,
  kPrivacy,
  kKeys,
  kSettings,
  kPalette,
  kStories,      // the list below the story's name
  kMoveToStory,  // the three speak of what is ticked in the Library
  kSetOutlet,
  kSetDate,
  kCorrect,
  kCorrections
};

struct OpenScreen {  // shows a screen; the selection stays
  Screen screen = Screen::kBrief;
};
struct OpenArticle {  // shows an article in Read, at a place where `reveal` is not empty
  std::uint32_t article = 0;
  TextSpan reveal;
};
struct ComparePair {  // two articles side by side; shows Compare
  std::uint32_t left = 0, right = 0;
};
struct SetCompareMode {
  CompareMode mode = CompareMode::kText;
};
struct ShowPassage {  // a row of Compare, counted from 1; 0: none
  std::uint32_t row = 0;
};
struct Select {  // the one selection of all screens; opens the drawer
  Subject subject;
};
struct CloseDrawer {};
struct OpenDrawer {};
struct GoBack {};           // Esc: one level up: sheet, drawer, selection
struct StepBack {};         // Backspace: to the screen and article shown before
struct FocusNextRegion {};  // F6: rail, screen, evidence
struct ShowLayer {          // a layer of marks in Read
  ReaderLayer layer = ReaderLayer::kStatus;
  bool shown = true;
};
struct SetTheme {
  ThemeChoice theme = ThemeChoice::kSystem;
};
struct SetTextSize {  // of reading text, kept within 14..24
  int size = 18;
};
struct ChangeSetting {  // by its name and value in words, as they are kept
  std::string name, value;
};
struct ForgetEverything {};  // what this browser keeps for the page: settings
struct OpenSearch {};        // the screen, its box has the keyboard
struct SetSearch {
  SearchQuery query;
};
struct PickHit {
  std::uint32_t hit = 0;
};
struct SetPalette {  // what is typed in it
  std::string text;
};
struct Remember {  // an action that was done by its name; the name lives as long as the program
  std::string_view name;
};
// ---- Library
struct FilterLibrary {
  std::string text;
};
struct ExpandStory {  // `story` as in LibraryRow; empty: "Not in a story"
  std::string story;
  bool expanded = true;
};
struct MoveCursor {
  std::uint32_t row = 0;
};
struct TickArticle {
  std::string article, story;
  bool on = true;
};
// Ticks more than the rows on the screen: done once the worker has listed what matches the filter.
struct TickMany {
  enum class What : std::uint8_t { kAll, kStory, kRange } what = What::kAll;
  std::string story;     // for kStory
  std::string from, to;  // articles, for kRange
  bool on = true;
};
struct ClearTicks {};
struct OpenStoryOf {  // opens the story of an article and shows it in the Brief; empty: all articles together
  std::string article;
};
struct SwitchArticle {  // leaves one out of the comparison, or takes it in again
  std::string article;
  bool out = true;
};
struct StartInLibrary {};  // the set has become too large for one comparison: what lies over the screen stays
struct ReadArticle {       // opens the story of an article and the article in Read
  std::string article;
};

struct ShowSheet {
  Sheet sheet = Sheet::kNone;
};
struct ChooseFiles {};
struct ChooseFolder {};
struct AddPastedText {  // as if a text file had been dropped
  std::string text;
};
struct OpenSample {};     // the embedded story
struct CancelReading {};  // files that wait are not read; those already read stay
struct Correct {          // what the person says against the reading
  Change change;
};
struct Undo {};  // takes back the last change
struct Redo {};  // does it again
enum class ToastAction : std::uint8_t { kNone, kUndo, kRedo };
struct ShowToast {  // a line that says what was done, for six seconds
  std::string words;
  ToastAction action = ToastAction::kUndo;
};
struct HideToast {};
struct HandOver {  // to the page: the text view, a story file, the Share sheet
  platform::PageTask task = platform::PageTask::kTextView;
};
struct RestoreView {  // the view that a story or a link brought
  ViewState view;
};
struct CopyText {  // to the clipboard
  std::string text;
};

using Command =
    std::variant<OpenScreen, OpenArticle, ComparePair, SetCompareMode, ShowPassage, Select, CloseDrawer, OpenDrawer,
                 GoBack, StepBack, FocusNextRegion, ShowLayer, SetTheme, SetTextSize, ChangeSetting, ForgetEverything,
                 OpenSearch, SetSearch, PickHit, SetPalette, Remember, ShowSheet, ChooseFiles, ChooseFolder,
                 AddPastedText, OpenSample, CancelReading, Correct, Undo, Redo, CopyText, ShowToast, HideToast,
                 FilterLibrary, ExpandStory, MoveCursor, TickArticle, TickMany, ClearTicks, OpenStoryOf, ReadArticle,
                 SwitchArticle, StartInLibrary, HandOver, RestoreView>;

// Commands of one frame, in order.
using CommandQueue = std::vector<Command>;

}  // namespace newsloupe
