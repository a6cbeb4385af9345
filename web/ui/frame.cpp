#include "web/ui/frame.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "core/base/sorting.h"
#include "core/present/counted.h"
#include "web/app/actions.h"

namespace newsloupe::ui {
namespace {

struct RailItem {
  Screen screen;
  Icon icon;
  const char* word;  // as in web/app/actions.cpp, which knows the key
};
constexpr RailItem kRail[] = {
    {Screen::kLibrary, Icon::kLibrary, "Library"},
    {Screen::kBrief, Icon::kBrief, "Brief"},
    {Screen::kRead, Icon::kRead, "Read"},
    {Screen::kCompare, Icon::kCompare, "Compare"},
    {Screen::kQuotes, Icon::kQuotes, "Quotes"},
    {Screen::kFigures, Icon::kFigures, "Figures"},
    {Screen::kTimeline, Icon::kTimeline, "Timeline"},
    {Screen::kCoverage, Icon::kCoverage, "Coverage"},
};

constexpr std::size_t kMostChips = 12;

// An article of the story in the app bar.
struct Chip {
  const ArticleTab* tab = nullptr;
  std::uint32_t article = 0;  // in SetView::articles
  bool left_out = false;
  float left = 0, right = 0;  // of badge and name
};

// Articles of one origin are neighbours, so that one bracket joins them; those left out come last.
std::vector<Chip> chips_of(const SetView& set) {
  std::vector<Chip> chips;
  std::map<std::uint32_t, std::uint32_t> first_of;  // origin -> its first article
  for (std::uint32_t i = 0; i < set.articles.size(); ++i) {
    first_of.try_emplace(set.articles[i].origin, i);
    chips.push_back({&set.articles[i], i});
  }
  sort_items(chips, [&](const Chip& a, const Chip& b) { return first_of[a.tab->origin] < first_of[b.tab->origin]; });
  for (const ArticleTab& tab : set.left_out) chips.push_back({&tab, 0, true});
  return chips;
}

// How the chips share the bar: the widest name they may show; 0 for letters only.
float name_limit(const Ui& ui, const std::vector<Chip>& chips, float room) {
  constexpr float kChip = 48, kWidest = 132;
  const auto total = [&](float limit) {
    float sum = 0;
    for (const Chip& chip : chips) {
      sum += (limit > 0 ? kChip : 30) + std::min(limit, ui.canvas.width(Type::kBodyStrong, chip.tab->outlet));
    }
    return sum;
  };
  for (float limit = kWidest; limit >= 40; limit -= 8) {
    if (total(limit) <= room) return limit;
  }
  return 0;
}

// One bracket over each run of neighbouring chips of one origin.
void draw_chip_brackets(const Ui& ui, const std::vector<Chip>& chips, float y) {
  for (std::size_t first = 0; first < chips.size();) {
    std::size_t last = first;
    const auto joins = [&](const Chip& chip) {
      return !chip.left_out && !chips[first].left_out && chip.tab->origin == chips[first].tab->origin;
    };
    while (last + 1 < chips.size() && joins(chips[last + 1])) ++last;
    if (last > first) draw_bracket(ui.canvas, chips[first].left, chips[last].right, y, "one origin");
    first = last + 1;
  }
}

void press_chip(Ui& ui, const Chip& chip) {
  if (chip.left_out || ImGui::GetIO().KeyShift) {
    ui.commands.emplace_back(SwitchArticle{chip.tab->id, !chip.left_out});
  } else {
    ui.commands.emplace_back(OpenArticle{chip.article, {}});
  }
}

std::string chip_basis(const Chip& chip, const std::string& beside) {
  const ArticleTab& tab = *chip.tab;
  std::string source = tab.published.empty() ? beside : beside + " · " + tab.published;
  if (tab.role != ArticleRole::kNone) source += tab.role == ArticleRole::kMine ? " · yours" : " · the reference";
  if (chip.left_out) return source + " · left out: press to take it in";
  return source + (tab.letter.size() == 1 ? " · Shift " + tab.letter + " leaves it out" : "");
}

// Gives the right edge.
float draw_chip(Ui& ui, Chip& chip, std::size_t id, float x, Box room, float limit) {
  const ArticleTab& tab = *chip.tab;
  const bool open = !chip.left_out && ui.state.screen == Screen::kRead && ui.state.article == chip.article;
  const Type type = open ? Type::kBodyStrong : Type::kBody;
  const float words = limit > 0 ? std::min(limit, ui.canvas.width(type, tab.outlet)) : 0;
  const Box badge = Box::at(x + 8, room.middle_y() - 4, 20, 20);
  const Box box{x, badge.y0 - 4, badge.x1 + (limit > 0 ? 8 + words + 10 : 4), badge.y1 + 4};
  access_next({.selected = open});
  const Hit h = hit(tab.letter + ", " + tab.outlet + (chip.left_out ? ", left out" : ""), id, box);
  if (open || h.hovered) ui.canvas.fill(box, open ? Tint::kSelectFill : Tint::kHoverFill, 8);
  draw_badge(ui.canvas, badge, tab.letter, chip.left_out);
  draw_role(ui.canvas, badge, tab.role);
  if (limit > 0) {
    const Box name{badge.x1 + 8, box.y0, badge.x1 + 8 + words + 0.5F, box.y1};
    ui.canvas.text_in(name, type, chip.left_out ? Tint::kInk3 : open ? Tint::kInk : Tint::kInk2, tab.outlet);
    if (chip.left_out) ui.canvas.across(name.x0, name.x1, name.middle_y() + 1, Tint::kInk3);
  }
  if (h.focused) focus_ring(ui.canvas, box, 8);
  // Of the outlet's name and the title, the one that the chip does not show comes first.
  const bool letter_alone = limit <= 0 && !tab.outlet.empty();
  tooltip(ui, h, letter_alone ? tab.outlet : tab.title, chip_basis(chip, letter_alone ? tab.title : tab.outlet));
  if (h.clicked) press_chip(ui, chip);
  chip.left = badge.x0, chip.right = badge.x1 + (limit > 0 ? 8 + words : 0);
  return box.x1;
}

// "+11": the articles of the story that have no chip; opens them in the Library.
float draw_more(Ui& ui, const SetView& set, std::size_t more, float x, Box room) {
  const std::string words = "+" + grouped(more);
  const float width = ui.canvas.width(Type::kBody, words) + 16;
  const Box box{x, room.middle_y() - 8, x + width, room.middle_y() + 20};
  const Hit h = hit(words, 0x3A, box);
  if (h.hovered) ui.canvas.fill(box, Tint::kHoverFill, 8);
  ui.canvas.text_in(box, Type::kBody, Tint::kInk2, words, Align::kCentre);
  if (h.focused) focus_ring(ui.canvas, box, 8);
  tooltip(ui, h, counted(more, "more article", "more articles") + " of this story", "Opens the story in the Library");
  if (h.clicked) {
    ui.commands.emplace_back(ExpandStory{set.scope, true});
    ui.commands.emplace_back(OpenScreen{Screen::kLibrary});
  }
  return box.x1;
}

void draw_chips(Ui& ui, Box room, const SetView& set) {
  std::vector<Chip> chips = chips_of(set);
  const std::size_t all = std::max<std::size_t>(chips.size(), set.scope_articles);
  if (chips.size() > kMostChips) chips.resize(kMostChips);
  float limit = name_limit(ui, chips, room.width() - 88);
  const float step = limit > 0 ? 4 : 2;
  float x = room.x0;
  std::size_t drawn = 0;
  for (; drawn < chips.size() && x < room.x1 - 110; ++drawn) {
    x = draw_chip(ui, chips[drawn], drawn, x, room, limit) + step;
  }
  chips.resize(drawn);
  draw_chip_brackets(ui, chips, room.y0 + 8.5F);
  if (all > drawn) x = draw_more(ui, set, all - drawn, x, room);
  const Box plus = Box::at(x + 6, room.middle_y() - 10, 32, 32);
  const bool by_key = door_button(ui, "Add articles", plus, false, {ButtonKind::kQuiet, Icon::kPlus});
  if (by_key) ui.commands.emplace_back(ChooseFiles{});
}

// The way to Search, left of `right`; gives its left edge.
float draw_search_door(Ui& ui, Box bar, float right, bool articles) {
  if (!articles) return right;
  const Canvas& canvas = ui.canvas;
  const bool wide = bar.width() >= 1200;
  const float width = wide ? 196 : 32;
  const Box place = Box::at(right - 28 - width, bar.middle_y() - 16, width, 32);
  const Hit h = hit("Search all articles", 0x5EA, place);
  canvas.fill(place, h.hovered ? Tint::kHoverFill : wide ? Tint::kSurface : Tint::kClear, 8);
  if (wide) canvas.outline(place, h.hovered ? Tint::kControl : Tint::kLine2, 8, 1);
  draw_icon(canvas, Icon::kSearch, {place.x0 + 16, place.middle_y()}, canvas.color(Tint::kInk2), 18);
  if (wide) {
    canvas.text_in({place.x0 + 32, place.y0, place.x1, place.y1}, Type::kBody, Tint::kInk3, "Search all");
    draw_key(canvas, place.x1 - 25, place.middle_y(), "/");
  }
  if (h.focused) focus_ring(canvas, place, 8);
  tooltip(ui, h, "Search all articles", "Key / · everything by its name: " + shown_keys("Ctrl+K", platform::mac()));
  if (h.clicked) ui.commands.emplace_back(OpenSearch{});
  return place.x0 + 4;
}

// The name of the story with the list of stories behind it; gives its right edge.
float draw_story_name(Ui& ui, Box box, const SetView& set) {
  const Canvas& canvas = ui.canvas;
  const bool several = set.total_articles > 0;
  const std::string name = set.story.empty() ? "Newsloupe" : set.story;
  const float words = std::min(canvas.width(Type::kThing, name), std::max(80.0F, box.width() * 0.16F));
  const Box text = Box::at(box.x0 + 72, box.y0, words + 0.5F, box.height());
  if (several) {
    const Box button{text.x0 - 10, box.middle_y() - 16, text.x1 + 30, box.middle_y() + 16};
    const Hit h = hit("Story: " + name, 0x57, button);
    if (h.hovered) canvas.fill(button, h.held ? Tint::kLine : Tint::kHoverFill, 8);
    if (h.focused) focus_ring(canvas, button, 8);
    draw_icon(canvas, Icon::kChevronDown, {text.x1 + 14, box.middle_y() + 1}, canvas.color(Tint::kInk2), 16);
    tooltip(ui, h, name, "Other stories, and the Library");
    if (h.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kStories});
  }
  canvas.text_in(text, Type::kThing, Tint::kInk, name);
  return text.x1 + (several ? 30 : 0);
}

ThemeChoice other_theme(const Ui& ui) { return ui.canvas.theme().dark ? ThemeChoice::kLight : ThemeChoice::kDark; }

}  // namespace

Layout layout_from(ImVec2 window, bool drawer) {
  Layout out;
  Box rest{0, 0, window.x, window.y};
  out.narrow_rail = window.x < measure::kRailNarrowBelow;
  out.app_bar = rest.take_top(measure::kAppBar);
  out.status_bar = rest.take_bottom(measure::kStatusBar);
  out.rail = rest.take_left(out.narrow_rail ? measure::kRailNarrow : measure::kRail);
  out.bottom_sheet = drawer && window.x < measure::kBottomSheetBelow;
  if (out.bottom_sheet) {
    out.drawer = rest.take_bottom(std::min(measure::kBottomSheet, rest.height() / 2));
  } else if (drawer) {
    out.drawer = rest.take_right(window.x <= measure::kNarrowWindow ? measure::kDrawerNarrow : measure::kDrawer);
  }
  out.main = rest;
  return out;
}

bool shows_drawer(const ViewState& state) {
  switch (state.screen) {
    case Screen::kBrief:
    case Screen::kRead:
      return state.drawer_open;
    case Screen::kCompare:
      return state.drawer_open && state.compare_mode == CompareMode::kFacts && state.selected.valid();
    case Screen::kTimeline:
    case Screen::kCoverage:
      return state.drawer_open && state.selected.valid();
    case Screen::kLibrary:
    case Screen::kQuotes:
    case Screen::kFigures:
    case Screen::kSearch:
      break;  // an opened row holds all there is; a hit is its sentence
  }
  return false;
}

bool door_button(Ui& ui, std::string_view label, Box box, bool folder, ButtonLook look) {
  ui.report.doors.push_back({box, folder});
  bool pressed = false;
  if (look.icon == Icon::kPlus) {
    pressed = icon_button(ui, label, {box.middle_x(), box.middle_y()}, look.icon);
  } else {
    pressed = button(ui, label, box, look);
  }
  return pressed && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);  // a real click has opened the chooser already
}

namespace {

// Gives the middle of what stands left of it.
float draw_share_door(Ui& ui, Box bar, float right) {
  const float width = button_width(ui.canvas, "Share", 32);
  right -= 20 + width;
  if (button(ui, "Share", Box::at(right, bar.middle_y() - 16, width, 32))) {
    ui.commands.emplace_back(HandOver{platform::PageTask::kShare});
  }
  return right + 16;
}

}  // namespace

void draw_app_bar(Ui& ui, Box box, const SetView& set) {
  const AccessRegion region(Role::kBanner, "Story", box);
  const Canvas& canvas = ui.canvas;
  if (set.total_articles > 0) canvas.across(box.x0, box.x1, box.y1 - canvas.hairline());
  draw_mark(canvas, {box.x0 + 36, box.middle_y()}, canvas.color(Tint::kInk));
  Box rest = box.shrunk(24, 0);
  float right = rest.x1 - 16;
  if (icon_button(ui, "Keys and help", {right, box.middle_y()}, Icon::kHelp, 0, "?")) {
    ui.commands.emplace_back(ShowSheet{Sheet::kKeys});
  }
  right -= 36;
  const bool dark = canvas.theme().dark;
  if (icon_button(ui, dark ? "Light theme" : "Dark theme", {right, box.middle_y()}, dark ? Icon::kSun : Icon::kMoon)) {
    ui.commands.emplace_back(SetTheme{other_theme(ui)});
  }
  if (set.total_articles > 0) right = draw_share_door(ui, box, right);
  right = draw_search_door(ui, box, right, set.total_articles > 0);
  const float name_end = draw_story_name(ui, box, set);
  if (set.total_articles == 0) return;
  draw_chips(ui, {std::max(box.x0 + 228, name_end + 12), box.y0, right - 28, box.y1}, set);
}

void draw_rail(Ui& ui, Box box, bool narrow) {
  const Canvas& canvas = ui.canvas;
  const AccessRegion region(Role::kNavigation, "Screens", box);
  canvas.down(box.x1 - canvas.hairline(), box.y0, box.y1);
  Box rest = box;
  rest.take_top(8);
  const float step = std::min(narrow ? 48.0F : 60.0F, rest.height() / static_cast<float>(std::size(kRail)));
  for (std::size_t i = 0; i < std::size(kRail); ++i) {
    const RailItem& item = kRail[i];
    const Box place = rest.take_top(step).shrunk(4, narrow ? 4 : 2);
    const bool here = ui.state.screen == item.screen;
    access_next({.selected = here});
    const Hit h = hit(item.word, i, place);
    if (here || h.hovered) canvas.fill(place, here ? Tint::kSelectFill : Tint::kHoverFill, 10);
    if (here) canvas.fill({box.x0, place.y0 + 12, box.x0 + 3, place.y1 - 12}, Tint::kInk, 1.5F);
    const ImU32 ink = canvas.color(here ? Tint::kInk : Tint::kInk2);
    draw_icon(canvas, item.icon, {place.middle_x(), narrow ? place.middle_y() : place.y0 + 20}, ink);
    if (!narrow) {
      canvas.text_in({place.x0, place.y0 + 32, place.x1, place.y0 + 48}, here ? Type::kMiniStrong : Type::kMini,
                     here ? Tint::kInk : Tint::kInk2, item.word, Align::kCentre);
    }
    if (h.focused) focus_ring(canvas, place.shrunk(3, 3), 7);
    tooltip(ui, h, item.word, "Key " + std::string(keys_of(item.word)));
    if (h.clicked) ui.commands.emplace_back(OpenScreen{item.screen});
  }
}

// Whether the story was saved; a press saves it.
float draw_saved(Ui& ui, Box bar, float x, std::string_view saved) {
  const Box box = Box::at(x, bar.y0, ui.canvas.width(Type::kSmall, saved), bar.height());
  const Hit h = hit(saved, 0, box);
  ui.canvas.text(Type::kSmall, x, bar.middle_y() - 7.5F, h.hovered ? Tint::kInk : Tint::kInk2, saved);
  if (h.focused) focus_ring(ui.canvas, box.shrunk(0, 4), 4);
  tooltip(ui, h, "Save the story as one file", "Ctrl S");
  if (h.clicked) ui.commands.emplace_back(HandOver{platform::PageTask::kSaveStory});
  return box.x1;
}

void draw_status_bar(Ui& ui, Box box, const SetView& set, const FileProgress& files, std::string_view saved,
                     std::string_view right) {
  const Canvas& canvas = ui.canvas;
  const AccessRegion region(Role::kContentinfo, "Status", box);
  canvas.across(box.x0, box.x1, box.y0);
  const float line = box.middle_y() - 7.5F;
  float x = box.x0 + 24;
  const auto divider = [&] {
    canvas.down(x + 12, box.middle_y() - 6, box.middle_y() + 6, Tint::kLine2);
    x += 25;
  };
  for (std::string_view rest = set.status; !rest.empty();) {
    constexpr std::string_view kDot = " · ";
    const std::size_t cut = rest.find(kDot);
    const std::string_view words = rest.substr(0, cut);
    const float width = canvas.width(Type::kSmall, words);
    if (rest.size() == set.status.size()) {  // "5 articles": opens the list of files
      const Hit h = hit(words, 1, Box::at(x - 6, box.y0 + 2, width + 12, box.height() - 4));
      if (h.hovered) canvas.fill(Box::at(x - 6, box.y0 + 4, width + 12, box.height() - 8), Tint::kHoverFill, 6);
      if (h.focused) focus_ring(canvas, Box::at(x, box.y0 + 7, width, box.height() - 14), 4);
      tooltip(ui, h, "Files, titles, outlets and dates");
      if (h.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kImport});
    }
    if (rest.size() != set.status.size()) access_text(Role::kText, words, Box::at(x, box.y0, width, box.height()));
    canvas.text(Type::kSmall, x, line, Tint::kInk2, words);
    x += width;
    divider();
    rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + kDot.size());
  }
  if (set.changes > 0) {
    const std::string words = "Corrections: " + std::to_string(set.changes);
    const float width = canvas.width(Type::kSmall, words);
    const Hit h = hit(words, 2, Box::at(x - 6, box.y0 + 2, width + 12, box.height() - 4));
    if (h.hovered) canvas.fill(Box::at(x - 6, box.y0 + 4, width + 12, box.height() - 8), Tint::kHoverFill, 6);
    if (h.focused) focus_ring(canvas, Box::at(x, box.y0 + 7, width, box.height() - 14), 4);
    tooltip(ui, h, "What you changed", "Ctrl Z takes back: " + set.undo_label);
    if (h.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kCorrections});
    canvas.text(Type::kSmall, x, line, Tint::kInk2, words);
    x += width;
    divider();
  }
  constexpr std::string_view kPromise = "This page cannot send requests";
  const Box promise = Box::at(x, box.y0, 20 + canvas.width(Type::kSmall, kPromise), box.height());
  const Hit h = hit(kPromise, 0, promise);
  draw_icon(canvas, Icon::kLock, {x + 6, box.middle_y()}, canvas.color(Tint::kInk2), 13);
  canvas.text(Type::kSmall, x + 20, line, h.hovered ? Tint::kInk : Tint::kInk2, kPromise);
  if (h.focused) focus_ring(canvas, promise.shrunk(0, 4), 4);
  if (h.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kPrivacy});
  x = promise.x1;
  if (!saved.empty()) {
    divider();
    x = draw_saved(ui, box, x, saved);
  }
  const std::size_t reading = std::max<std::size_t>(set.files_total - std::min(set.files_done, set.files_total),
                                                    files.accepted - std::min(files.done, files.accepted));
  if (set.comparing || reading > 0) {
    divider();
    const std::string done = reading == 0 ? "comparing…" : grouped(reading) + " to read";
    const float width = canvas.width(Type::kSmall, done);
    const Box place = Box::at(x - 6, box.y0 + 4, width + 12, box.height() - 8);
    const Hit under_way = hit(done, 2, place);
    if (under_way.hovered) canvas.fill(place, Tint::kHoverFill, 6);
    canvas.text(Type::kSmall, x, line, Tint::kInk2, done);
    if (under_way.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kImport});
  }
  access_text(Role::kText, right, {box.middle_x(), box.y0, box.x1 - 24, box.y1});
  canvas.text_in({box.middle_x(), box.y0 + 1, box.x1 - 24, box.y1}, Type::kSmall, Tint::kInk2, right, Align::kRight);
}

}  // namespace newsloupe::ui
