#include "web/app/reduce.h"

#include <algorithm>

namespace newsloupe {
namespace {

using Effects = std::vector<Effect>;

constexpr float kToastSeconds = 6;

// A name for pasted text: its first words, so that the row of the import sheet can be recognised.
std::string paste_name(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.size() > kLongest) {
    const std::size_t cut = line.rfind(' ', kLongest);
    line = line.substr(0, cut == std::string_view::npos ? kLongest : cut);
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.remove_suffix(1);
    if (!line.empty() && (static_cast<unsigned char>(line.back()) & 0x80) != 0) line.remove_suffix(1);
  }
  std::string name = "Pasted: ";
  for (const char c : line) name += c == '/' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return name + ".txt";
}

// Remembers the place that is left; a step to another paragraph of the same article is none.
void leave(AppState& state, Screen screen, std::uint32_t article) {
  constexpr std::size_t kLongest = 50;
  const ViewState& view = state.view;
  if (view.screen == screen && (screen != Screen::kRead || view.article == article)) return;
  if (state.back.size() == kLongest) state.back.erase(state.back.begin());
  state.back.push_back({view.screen, view.article, view.reveal});
}

// One function for each command; the compiler asks for a missing one.
class Reducer {
 public:
  explicit Reducer(AppState& changed) : state(changed) {}

  Effects operator()(const OpenScreen& c) const {
    leave(state, c.screen, state.view.article);
    state.view.screen = c.screen;
    state.sheet = Sheet::kNone;
    return {};
  }
  Effects operator()(const OpenArticle& c) const {
    leave(state, Screen::kRead, c.article);
    state.view.screen = Screen::kRead;
    state.view.article = c.article;
    state.view.reveal = c.reveal;
    state.sheet = Sheet::kNone;
    return {};
  }
  Effects operator()(const ComparePair& c) const {
    leave(state, Screen::kCompare, state.view.article);
    state.view.screen = Screen::kCompare;
    state.view.left = c.left;
    state.view.right = c.right;
    state.passage = 0;
    state.sheet = Sheet::kNone;
    return {};
  }
  Effects operator()(const SetCompareMode& c) const {
    state.view.compare_mode = c.mode;
    state.passage = 0;
    return {};
  }
  Effects operator()(const ShowPassage& c) const {
    state.passage = c.row;
    ++state.passage_asked;
    return {};
  }
  Effects operator()(const Select& c) const {
    state.view.selected = c.subject;
    if (c.subject.valid()) state.view.drawer_open = true;
    return {};
  }
  Effects operator()(const CloseDrawer&) const {
    state.view.drawer_open = false;
    return {};
  }
  Effects operator()(const OpenDrawer&) const {
    state.view.drawer_open = true;
    return {};
  }
  Effects operator()(const GoBack&) const {
    if (state.sheet != Sheet::kNone) {
      state.sheet = Sheet::kNone;
    } else if (state.view.screen == Screen::kLibrary) {
      leave_library_level();
    } else if (state.view.screen == Screen::kCompare && state.passage > 0) {
      state.passage = 0;
    } else if (state.view.screen == Screen::kCompare && state.view.compare_mode == CompareMode::kDifferences) {
      state.view.compare_mode = CompareMode::kText;
    } else if (state.view.drawer_open) {
      state.view.drawer_open = false;
    } else {
      state.view.selected = {};
    }
    return {};
  }
  Effects operator()(const StepBack&) const {
    if (state.back.empty()) return {};
    const AppState::Visited place = state.back.back();
    state.back.pop_back();
    state.view.screen = place.screen;
    state.view.article = place.article;
    state.view.reveal = place.reveal;
    return {};
  }
  Effects operator()(const FocusNextRegion&) const { return {MoveFocus{}}; }
  Effects operator()(const ShowLayer& c) const {
    const std::uint32_t bit = 1U << static_cast<std::uint32_t>(c.layer);
    state.view.layers = c.shown ? state.view.layers | bit : state.view.layers & ~bit;
    return {};
  }
  Effects operator()(const SetTheme& c) const {
    state.view.theme = c.theme;
    return kept("theme");
  }
  Effects operator()(const SetTextSize& c) const {
    state.view.text_size = static_cast<std::uint8_t>(std::clamp(c.size, 14, 24));
    return kept("text-size");
  }
  Effects operator()(const ChangeSetting& c) const {
    if (!apply_setting(state.settings, state.view, c.name, c.value)) return {};
    return kept(c.name);
  }
  Effects operator()(const OpenSearch&) const {
    leave(state, Screen::kSearch, state.view.article);
    state.view.screen = Screen::kSearch;
    state.sheet = Sheet::kNone;
    ++state.search_opened;
    return {};
  }
  Effects operator()(const SetSearch& c) const {
    state.search = c.query;
    state.search_hit = 0;
    return {};
  }
  Effects operator()(const PickHit& c) const {
    state.search_hit = c.hit;
    return {};
  }
  Effects operator()(const SetPalette& c) const {
    state.palette = c.text;
    return {};
  }
  Effects operator()(const Remember& c) const {
    constexpr std::size_t kLongest = 5;
    std::erase(state.recent, c.name);
    state.recent.insert(state.recent.begin(), c.name);
    if (state.recent.size() > kLongest) state.recent.pop_back();
    return {};
  }
  Effects operator()(const ForgetEverything&) const { return {ForgetKept{}}; }
  Effects operator()(const ShowSheet& c) const {
    if (c.sheet == Sheet::kPalette) state.palette.clear();
    state.sheet = c.sheet;
    return {};
  }
  Effects operator()(const ChooseFiles&) const { return {OpenChooser{platform::Chooser::kFiles}}; }
  Effects operator()(const ChooseFolder&) const { return {OpenChooser{platform::Chooser::kFolder}}; }
  Effects operator()(const AddPastedText& c) const {
    state.sheet = Sheet::kImport;
    return {AddTextFile{paste_name(c.text), c.text}};
  }
  Effects operator()(const OpenSample&) const {
    state.sheet = Sheet::kImport;
    return {SendRequest{LoadSample{}, platform::Durability::kReplayed}};
  }
  Effects operator()(const CancelReading&) const {
    state.sheet = Sheet::kNone;
    return {CancelFiles{}};
  }
  Effects operator()(const Correct& c) const {
    return {SendRequest{ApplyChange{c.change}, platform::Durability::kReplayed}};
  }
  Effects operator()(const Undo&) const {
    state.toast.words.clear();  // what it offered to take back may be something else now
    return {SendRequest{UndoChange{}, platform::Durability::kReplayed}};
  }
  Effects operator()(const Redo&) const {
    state.toast.words.clear();
    return {SendRequest{RedoChange{}, platform::Durability::kReplayed}};
  }

  // ---- Library
  void leave_library_level() const {
    if (!state.library.ticked.empty()) {
      state.library.ticked.clear();
    } else {
      filter_library("");
    }
  }
  void filter_library(const std::string& text) const {
    if (state.library.filter == text) return;
    state.library.filter = text;
    state.library.cursor = 0;
    state.library.wish.reset();
  }
  Effects operator()(const FilterLibrary& c) const {
    filter_library(c.text);
    return {};
  }
  Effects operator()(const ExpandStory& c) const {
    std::vector<std::string>& expanded = state.library.expanded;
    const auto at = std::lower_bound(expanded.begin(), expanded.end(), c.story);
    const bool here = at != expanded.end() && *at == c.story;
    if (c.expanded && !here) expanded.insert(at, c.story);
    if (!c.expanded && here) expanded.erase(at);
    return {};
  }
  Effects operator()(const MoveCursor& c) const {
    state.library.cursor = c.row;
    return {};
  }
  Effects operator()(const TickArticle& c) const {
    if (c.on) {
      state.library.ticked.insert_or_assign(c.article, c.story);
    } else {
      state.library.ticked.erase(c.article);
    }
    state.library.last_ticked = c.article;
    return {};
  }
  Effects operator()(const TickMany& c) const {
    state.library.wish = c;
    if (c.what == TickMany::What::kRange) state.library.last_ticked = c.to;
    return {};
  }
  Effects operator()(const ClearTicks&) const {
    state.library.ticked.clear();
    state.library.last_ticked.clear();
    return {};
  }
  Effects open_story(const std::string& article) const {
    state.sheet = Sheet::kNone;
    state.view.selected = {};
    state.view.article = state.view.left = state.view.right = 0;
    state.view.reveal = {};
    state.passage = 0;
    return {SendRequest{OpenStory{article}, platform::Durability::kReplayed}};
  }
  Effects operator()(const OpenStoryOf& c) const {
    leave(state, Screen::kBrief, 0);
    state.view.screen = Screen::kBrief;
    state.library.to_read.clear();
    return open_story(c.article);
  }
  Effects operator()(const ReadArticle& c) const {
    state.library.to_read = c.article;
    return open_story(c.article);
  }

  Effects operator()(const SwitchArticle& c) const { return (*this)(Correct{{{LeaveOut{c.article, c.out}}}}); }
  Effects operator()(const StartInLibrary&) const {
    state.view.screen = Screen::kLibrary;
    return {};
  }

  Effects operator()(const ShowToast& c) const {
    state.toast = {c.words, c.action, state.toast.number + 1};
    return {StartTimer{kToastSeconds}};
  }
  Effects operator()(const HideToast&) const {
    state.toast.words.clear();
    return {};
  }
  Effects operator()(const HandOver& c) const { return {AskPage{c.task}}; }
  Effects operator()(const RestoreView& c) const {
    state.view = c.view;
    state.sheet = Sheet::kNone;
    return {};
  }
  Effects operator()(const CopyText& c) const { return {WriteClipboard{c.text}}; }

 private:
  Effects kept(const std::string& name) const {
    return {KeepSetting{name, setting_value(state.settings, state.view, name)}};
  }
  AppState& state;
};

}  // namespace

std::vector<Effect> reduce(AppState& state, const Command& command) { return std::visit(Reducer{state}, command); }

}  // namespace newsloupe
