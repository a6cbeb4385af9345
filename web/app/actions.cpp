#include "web/app/actions.h"

#include <array>

#include "web/app/library_keys.h"
#include "web/app/row_actions.h"

namespace newsloupe {
namespace {

using namespace row_actions;
using library_keys::in_library;

// ---- When an action applies

bool has_articles(const KeyContext& context) { return !context.views.set.articles.empty(); }
bool searches(const KeyContext& context) {
  const SearchView& search = context.views.search;
  return context.state.view.screen == Screen::kSearch && search.hits.size() + search.elsewhere.size() > 0;
}
bool has_any_file(const KeyContext& context) { return context.views.set.files_total > 0; }
bool has_any_article(const KeyContext& context) { return context.views.set.total_articles > 0; }
bool compares(const KeyContext& context) {
  return has_articles(context) && context.state.view.screen == Screen::kCompare;
}
bool can_blink(const KeyContext& context) {
  return compares(context) && !context.typing && context.state.sheet == Sheet::kNone;
}
bool reads(const KeyContext& context) { return has_articles(context) && context.state.view.screen == Screen::kRead; }
bool has_rows(const KeyContext& context) {
  return reads(context) || compares(context) || searches(context) || !context.rows.empty();
}
bool has_difference(const KeyContext& context) {
  return compares(context) || (has_articles(context) && context.views.set.differences > 0);
}
bool has_changes(const KeyContext& context) { return !context.views.set.undo_label.empty(); }
bool has_undone(const KeyContext& context) { return !context.views.set.redo_label.empty(); }
bool has_way_back(const KeyContext& context) { return !context.state.back.empty(); }

// ---- What it does

template <Screen kScreen>
void open_screen(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(OpenScreen{kScreen});
}

template <Sheet kSheet>
void toggle_sheet(const KeyContext& context, CommandQueue& commands) {
  commands.emplace_back(ShowSheet{context.state.sheet == kSheet ? Sheet::kNone : kSheet});
}

template <ReaderLayer kLayer>
void toggle_layer(const KeyContext& context, CommandQueue& commands) {
  const bool shown = ((context.state.view.layers >> static_cast<std::uint32_t>(kLayer)) & 1) != 0;
  commands.emplace_back(ShowLayer{kLayer, !shown});
}

template <platform::PageTask kTask>
void hand_over(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(HandOver{kTask});
}

template <class Wanted>
void simply(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(Wanted{});
}

template <ThemeChoice kTheme>
void set_theme(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(SetTheme{kTheme});
}

template <CompareMode kMode>
void set_compare_mode(const KeyContext&, CommandQueue& commands) {
  commands.emplace_back(SetCompareMode{kMode});
}

template <int kStep>
void step_text_size(const KeyContext& context, CommandQueue& commands) {
  commands.emplace_back(SetTextSize{context.state.view.text_size + kStep});
}

// The other of two words.
void flip(const KeyContext& context, std::string_view name, std::string_view one, std::string_view other,
          CommandQueue& commands) {
  const bool is_one = setting_value(context.state.settings, context.state.view, name) == one;
  commands.emplace_back(ChangeSetting{std::string(name), std::string(is_one ? other : one)});
}
void flip_contrast(const KeyContext& c, CommandQueue& commands) { flip(c, "contrast", "more", "system", commands); }
void flip_motion(const KeyContext& c, CommandQueue& commands) { flip(c, "motion", "none", "system", commands); }
void flip_source(const KeyContext& c, CommandQueue& commands) { flip(c, "copy-source", "on", "off", commands); }
void flip_single_keys(const KeyContext& c, CommandQueue& commands) { flip(c, "single-keys", "on", "off", commands); }

void press_nothing(const KeyContext&, CommandQueue&) {}

// Words under `also` are other names of the same thing: nobody looks for "appearance" under "theme".
constexpr Action kActions[] = {
    {"0", "Library", "all articles stories list", ActionGroup::kGo, open_screen<Screen::kLibrary>, has_any_article},
    {"1", "Brief", "overview summary start", ActionGroup::kGo, open_screen<Screen::kBrief>, has_articles},
    {"2", "Read", "article text reader", ActionGroup::kGo, open_screen<Screen::kRead>, has_articles},
    {"3", "Compare", "two articles side by side differences diff", ActionGroup::kGo, open_screen<Screen::kCompare>,
     has_articles},
    {"4", "Quotes", "sayings speakers said", ActionGroup::kGo, open_screen<Screen::kQuotes>, has_articles},
    {"5", "Figures", "numbers amounts values counts", ActionGroup::kGo, open_screen<Screen::kFigures>, has_articles},
    {"6", "Timeline", "dates events when", ActionGroup::kGo, open_screen<Screen::kTimeline>, has_articles},
    {"8", "Coverage", "facts combinations who says what missing matrix", ActionGroup::kGo,
     open_screen<Screen::kCoverage>, has_articles},
    {"g", "Go to article: g, then its letter", "", ActionGroup::kGo, press_nothing, has_articles, kNotInPalette},
    {"Backspace", "Back to where you were", "return history previous", ActionGroup::kGo, simply<StepBack>,
     has_way_back},
    {"F6", "Next region: rail, screen, evidence", "focus", ActionGroup::kGo, simply<FocusNextRegion>, has_articles,
     kWhileTyping | kNotInPalette | kForRingToo},
    {"Escape", "One level up", "close", ActionGroup::kGo, simply<GoBack>, nullptr,
     kOverSheets | kNotInPalette | kForRingToo},

    {"Ctrl+K", "Find anything by its name", "palette command menu", ActionGroup::kGo, toggle_sheet<Sheet::kPalette>,
     nullptr, kWhileTyping | kOverSheets | kNotInPalette | kForRingToo},
    {"/", "Search all articles", "find text words regex", ActionGroup::kGo, simply<OpenSearch>, has_articles,
     kForRingToo},
    {"Ctrl+F", "Search; again in its box: the browser's find", "", ActionGroup::kGo, simply<OpenSearch>, has_articles,
     kWhileTyping | kNotInPalette | kForRingToo},

    {"Up", "Previous hit", "", ActionGroup::kRows, previous_hit, searches, kWhileTyping | kNotInPalette},
    {"Down", "Next hit", "", ActionGroup::kRows, next_hit, searches, kWhileTyping | kNotInPalette},
    {"Enter", "Open the hit in its article", "", ActionGroup::kRows, open_hit, searches, kWhileTyping | kNotInPalette},
    {"j", "Next row", "down", ActionGroup::kRows, library_keys::next_row, in_library, kNotInPalette},
    {"Down", "Down to the next row", "", ActionGroup::kRows, library_keys::next_row, in_library, kNotInPalette},
    {"k", "Previous row", "up", ActionGroup::kRows, library_keys::previous_row, in_library, kNotInPalette},
    {"Up", "Up to the previous row", "", ActionGroup::kRows, library_keys::previous_row, in_library, kNotInPalette},
    {"Right", "Show the articles of the story", "expand", ActionGroup::kRows, library_keys::right, in_library,
     kNotInPalette},
    {"Left", "Hide the articles of the story", "collapse", ActionGroup::kRows, library_keys::left, in_library,
     kNotInPalette},
    {"Enter", "Open the story, read the article", "", ActionGroup::kRows, library_keys::enter, in_library,
     kNotInPalette},
    {"x", "Select the row", "tick mark", ActionGroup::kRows, library_keys::tick, in_library, kNotInPalette},
    {"Space", "Select the row, or no longer", "tick mark", ActionGroup::kRows, library_keys::tick, in_library,
     kNotInPalette | kOnlyHere},
    {"Ctrl+A", "Select all articles that match the filter", "tick mark", ActionGroup::kRows, library_keys::tick_all,
     in_library, kOnlyHere},
    {"j", "Next row or paragraph", "down", ActionGroup::kRows, next_row, has_rows, kNotInPalette},
    {"k", "Previous row or paragraph", "up", ActionGroup::kRows, previous_row, has_rows, kNotInPalette},
    {"n", "Next difference", "contradiction", ActionGroup::kRows, next_difference, has_difference},
    {"p", "Previous difference", "contradiction", ActionGroup::kRows, previous_difference, has_difference},
    {"x", "Exchange the two sides", "swap", ActionGroup::kRows, compare_articles, compares},
    {"Space", "Hold: blink to the other version", "", ActionGroup::kRows, press_nothing, can_blink,
     kNotInPalette | kOnlyHere},
    {"", "Compare: the texts", "mode", ActionGroup::kRows, set_compare_mode<CompareMode::kText>, compares},
    {"", "Compare: the facts as a table", "mode", ActionGroup::kRows, set_compare_mode<CompareMode::kFacts>, compares},
    {"", "Compare: differences only", "mode", ActionGroup::kRows, set_compare_mode<CompareMode::kDifferences>,
     compares},
    {"Right", "Next article on the right side", "", ActionGroup::kRows, right, compares, kNotInPalette},
    {"Left", "Previous article on the right side", "", ActionGroup::kRows, left, compares, kNotInPalette},
    {"x", "Compare the article of the row with the next", "side by side", ActionGroup::kRows, compare_articles,
     has_articles},
    {"Right", "Open the row; in Read, next article", "", ActionGroup::kRows, right, has_articles, kNotInPalette},
    {"Left", "Close the row; in Read, previous article", "", ActionGroup::kRows, left, has_articles, kNotInPalette},

    {"s", "Show what agrees and differs", "layer status marks", ActionGroup::kReading,
     toggle_layer<ReaderLayer::kStatus>, reads},
    {"q", "Show quotes", "layer marks", ActionGroup::kReading, toggle_layer<ReaderLayer::kQuote>, reads},
    {"f", "Show figures", "layer marks numbers", ActionGroup::kReading, toggle_layer<ReaderLayer::kFigure>, reads},
    {"", "Show people", "layer marks names", ActionGroup::kReading, toggle_layer<ReaderLayer::kPerson>, reads},
    {"", "Show organisations", "layer marks names", ActionGroup::kReading, toggle_layer<ReaderLayer::kOrganization>,
     reads},
    {"", "Show places", "layer marks names", ActionGroup::kReading, toggle_layer<ReaderLayer::kPlace>, reads},
    {"", "Show dates", "layer marks times", ActionGroup::kReading, toggle_layer<ReaderLayer::kDate>, reads},

    {"y", "This article is yours, or no longer", "mine own draft mark", ActionGroup::kReading, mark_mine, at_article},
    {"", "This article is the reference for quotes, or no longer", "transcript release mark", ActionGroup::kReading,
     mark_reference, at_article},

    {"Enter", "Read the passage in its article", "open source", ActionGroup::kEvidence, read_passage, at_passage,
     kNotInPalette},
    {"c", "Copy both versions of the passage with their sources", "clipboard cite", ActionGroup::kEvidence,
     copy_passage, at_passage},
    {"Enter", "Read the selected sentence in its article", "open source", ActionGroup::kEvidence, read_here,
     has_evidence, kNotInPalette},
    {"c", "Copy the selected row with its sources", "clipboard cite", ActionGroup::kEvidence, copy_evidence,
     has_evidence},
    {"e", "Wrong? Correct the selected name or quote", "rename merge speaker type fix edit", ActionGroup::kEvidence,
     correct, can_correct},
    {"Ctrl+C", "Copy the selected text, or the row with its sources", "", ActionGroup::kEvidence, copy_evidence,
     has_evidence, kByBrowser | kNotInPalette | kForRingToo},

    {"Ctrl+O", "Add files…", "open import upload", ActionGroup::kStory, simply<ChooseFiles>, nullptr,
     kWhileTyping | kOverSheets},
    {"", "Add a folder…", "open import directory", ActionGroup::kStory, simply<ChooseFolder>},
    {"Ctrl+V", "Add what you copied as an article", "paste", ActionGroup::kStory, nullptr, nullptr,
     kByBrowser | kNotInPalette},
    {"", "Paste text…", "add type article", ActionGroup::kStory, toggle_sheet<Sheet::kPaste>},
    {"", "Try the sample", "example demo Velda flood", ActionGroup::kStory, simply<OpenSample>},
    {"", "Files, titles, outlets and dates", "import correct edit metadata", ActionGroup::kStory,
     toggle_sheet<Sheet::kImport>, has_articles},
    {"Shift+A", "Leave an article out, or take it in: Shift and its letter", "exclude include", ActionGroup::kStory,
     press_nothing, has_articles, kNotInPalette},
    {"Ctrl+S", "Save the story", "keep export file report", ActionGroup::kStory,
     hand_over<platform::PageTask::kSaveStory>, has_any_file, kWhileTyping | kOverSheets},
    {"", "Share…", "link report tables export copy send", ActionGroup::kStory, hand_over<platform::PageTask::kShare>,
     has_any_file},
    {"Alt+R", "Text view", "screen reader html report print accessible", ActionGroup::kGo,
     hand_over<platform::PageTask::kTextView>, nullptr, kWhileTyping | kOverSheets},
    {"Ctrl+Z", "Take back the last correction", "undo", ActionGroup::kStory, simply<Undo>, has_changes, kOverSheets},
    {"Ctrl+Shift+Z", "Do it again", "redo", ActionGroup::kStory, simply<Redo>, has_undone, kOverSheets},
    {"", "Corrections: what you changed", "log history undo edits", ActionGroup::kStory,
     toggle_sheet<Sheet::kCorrections>, has_articles},

    {"", "Theme: as the system", "appearance colours", ActionGroup::kLook, set_theme<ThemeChoice::kSystem>},
    {"", "Theme: light", "appearance day white", ActionGroup::kLook, set_theme<ThemeChoice::kLight>},
    {"", "Theme: dark", "appearance night black", ActionGroup::kLook, set_theme<ThemeChoice::kDark>},
    {"", "Larger article text", "size zoom font bigger", ActionGroup::kLook, step_text_size<1>},
    {"", "Smaller article text", "size zoom font", ActionGroup::kLook, step_text_size<-1>},
    {"", "More contrast: on or off", "theme accessibility", ActionGroup::kLook, flip_contrast},
    {"", "Movement: none, or as the system", "motion animation reduce", ActionGroup::kLook, flip_motion},
    {"", "Copied text carries its source: on or off", "cite", ActionGroup::kLook, flip_source},
    {"", "Single-letter keys: on or off", "shortcuts speech", ActionGroup::kLook, flip_single_keys},

    {"?", "Keys of this screen", "help shortcuts keyboard", ActionGroup::kHelp, toggle_sheet<Sheet::kKeys>, nullptr,
     kOverSheets | kForRingToo},
    {"", "Settings", "preferences options theme privacy", ActionGroup::kHelp, toggle_sheet<Sheet::kSettings>},
    {"", "What this page promises, and how to check", "privacy network offline", ActionGroup::kHelp,
     toggle_sheet<Sheet::kPrivacy>},
    {"", "About Newsloupe", "version licence credits languages", ActionGroup::kHelp, toggle_sheet<Sheet::kAbout>},
};

struct KeySign {
  std::string_view word, sign, mac;
};
constexpr KeySign kSigns[] = {{"Ctrl", "Ctrl", "⌘"},    {"Shift", "Shift", "⇧"}, {"Alt", "Alt", "⌥"},
                              {"Escape", "Esc", "Esc"}, {"Left", "←", "←"},      {"Right", "→", "→"},
                              {"Up", "↑", "↑"},         {"Down", "↓", "↓"}};

}  // namespace

std::span<const Action> actions() { return kActions; }

bool applies(const Action& action, const KeyContext& context) {
  return action.act != nullptr && (action.applies == nullptr || action.applies(context));
}

std::string_view group_title(ActionGroup group) {
  constexpr std::array<std::string_view, static_cast<std::size_t>(ActionGroup::kCount)> kTitles = {
      "Go to", "Rows", "Reading", "Evidence", "Story", "Look and settings", "Help"};
  return kTitles[static_cast<std::size_t>(group)];
}

std::string shown_keys(std::string_view keys, bool mac) {
  std::string out;
  while (!keys.empty()) {
    const std::size_t cut = keys.size() == 1 ? std::string_view::npos : keys.find('+');
    const std::string_view word = keys.substr(0, cut);
    keys = cut == std::string_view::npos ? std::string_view{} : keys.substr(cut + 1);
    if (!out.empty()) out += ' ';
    std::string_view shown = word;
    for (const KeySign& sign : kSigns) {
      if (sign.word == word) shown = mac ? sign.mac : sign.sign;
    }
    out += shown;
  }
  return out;
}

std::string_view keys_of(std::string_view name) {
  for (const Action& action : kActions) {
    if (action.name == name) return action.keys;
  }
  return {};
}

}  // namespace newsloupe
