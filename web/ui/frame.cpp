#include "web/ui/frame.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "web/app/actions.h"

namespace newsloupe::ui {
namespace {

struct RailItem {
  Screen screen;
  Icon icon;
  const char* word;  // as in web/app/actions.cpp, which knows the key
};
constexpr RailItem kRail[] = {
    {Screen::kBrief, Icon::kBrief, "Brief"},
    {Screen::kRead, Icon::kRead, "Read"},
    {Screen::kQuotes, Icon::kQuotes, "Quotes"},
    {Screen::kTimeline, Icon::kTimeline, "Timeline"},
};

// How the chips share the bar: the widest name they may show; 0 for letters only.
float name_limit(const Ui& ui, const SetView& set, float room) {
  constexpr float kChip = 48, kWidest = 132;
  const auto total = [&](float limit) {
    float sum = 0;
    for (const ArticleTab& tab : set.articles) {
      sum += (limit > 0 ? kChip : 30) + std::min(limit, ui.canvas.width(Type::kBodyStrong, tab.outlet));
    }
    return sum;
  };
  for (float limit = kWidest; limit >= 40; limit -= 8) {
    if (total(limit) <= room) return limit;
  }
  return 0;
}

struct ChipEdges {
  float left = 0, right = 0;
};

// One bracket over each run of neighbouring chips of one origin.
void draw_chip_brackets(const Ui& ui, const SetView& set, const std::vector<ChipEdges>& edges, float y) {
  for (std::size_t first = 0; first < edges.size();) {
    std::size_t last = first;
    while (last + 1 < edges.size() && set.articles[last + 1].origin == set.articles[first].origin) ++last;
    if (last > first) draw_bracket(ui.canvas, edges[first].left, edges[last].right, y, "one origin");
    first = last + 1;
  }
}

void draw_chips(Ui& ui, Box room, const SetView& set) {
  const float limit = name_limit(ui, set, room.width() - 44);
  std::vector<ChipEdges> edges;
  float x = room.x0;
  for (std::size_t i = 0; i < set.articles.size() && x < room.x1 - 60; ++i) {
    const ArticleTab& tab = set.articles[i];
    const bool open = ui.state.screen == Screen::kRead && ui.state.article == i;
    const Type type = open ? Type::kBodyStrong : Type::kBody;
    const float words = limit > 0 ? std::min(limit, ui.canvas.width(type, tab.outlet)) : 0;
    const Box badge = Box::at(x + 8, room.middle_y() - 4, 20, 20);
    const Box chip{x, badge.y0 - 4, badge.x1 + (limit > 0 ? 8 + words + 10 : 4), badge.y1 + 4};
    access_next({.selected = open});
    const Hit h = hit(tab.letter + ", " + tab.outlet, i, chip);
    if (open || h.hovered) ui.canvas.fill(chip, open ? Tint::kSelectFill : Tint::kHoverFill, 8);
    draw_badge(ui.canvas, badge, tab.letter);
    if (limit > 0) {
      ui.canvas.text_in({badge.x1 + 8, chip.y0, badge.x1 + 8 + words + 0.5F, chip.y1}, type,
                        open ? Tint::kInk : Tint::kInk2, tab.outlet);
    }
    if (h.focused) focus_ring(ui.canvas, chip, 8);
    tooltip(ui, h, tab.title, tab.published.empty() ? tab.outlet : tab.outlet + " · " + tab.published);
    if (h.clicked) ui.commands.emplace_back(OpenArticle{static_cast<std::uint32_t>(i), {}});
    edges.push_back({badge.x0, badge.x1 + (limit > 0 ? 8 + words : 0)});
    x = chip.x1 + (limit > 0 ? 4 : 2);
  }
  draw_chip_brackets(ui, set, edges, room.y0 + 8.5F);
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
    case Screen::kTimeline:
      return state.drawer_open && state.selected.valid();
    case Screen::kQuotes:
    case Screen::kSearch:
      break;  // an opened row holds all renderings; a hit is its sentence
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

void draw_app_bar(Ui& ui, Box box, const SetView& set) {
  const AccessRegion region(Role::kBanner, "Story", box);
  const Canvas& canvas = ui.canvas;
  if (!set.articles.empty()) canvas.across(box.x0, box.x1, box.y1 - canvas.hairline());
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
  right = draw_search_door(ui, box, right, !set.articles.empty());
  const std::string name = set.story.empty() ? "Newsloupe" : set.story;
  const float widest = std::max(80.0F, box.width() * 0.16F);
  const float words = std::min(canvas.width(Type::kThing, name), widest);
  canvas.text_in(Box::at(box.x0 + 72, box.y0, words + 0.5F, box.height()), Type::kThing, Tint::kInk, name);
  if (set.articles.empty()) return;
  draw_chips(ui, {std::max(box.x0 + 228, box.x0 + 72 + words + 32), box.y0, right - 28, box.y1}, set);
}

void draw_rail(Ui& ui, Box box, bool narrow) {
  const Canvas& canvas = ui.canvas;
  const AccessRegion region(Role::kNavigation, "Screens", box);
  canvas.down(box.x1 - canvas.hairline(), box.y0, box.y1);
  Box rest = box;
  rest.take_top(8);
  for (std::size_t i = 0; i < std::size(kRail); ++i) {
    const RailItem& item = kRail[i];
    const Box place = rest.take_top(narrow ? 48 : 60).shrunk(4, narrow ? 4 : 2);
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

void draw_status_bar(Ui& ui, Box box, const SetView& set, std::string_view right) {
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
  constexpr std::string_view kPromise = "This page cannot send requests";
  const Box promise = Box::at(x, box.y0, 20 + canvas.width(Type::kSmall, kPromise), box.height());
  const Hit h = hit(kPromise, 0, promise);
  draw_icon(canvas, Icon::kLock, {x + 6, box.middle_y()}, canvas.color(Tint::kInk2), 13);
  canvas.text(Type::kSmall, x + 20, line, h.hovered ? Tint::kInk : Tint::kInk2, kPromise);
  if (h.focused) focus_ring(canvas, promise.shrunk(0, 4), 4);
  if (h.clicked) ui.commands.emplace_back(ShowSheet{Sheet::kPrivacy});
  x = promise.x1;
  if (set.comparing || set.files_done < set.files_total) {
    divider();
    const std::string done =
        set.comparing && set.files_done >= set.files_total
            ? "comparing…"
            : "reading " + std::to_string(set.files_done) + " of " + std::to_string(set.files_total);
    canvas.text(Type::kSmall, x, line, Tint::kInk2, done);
  }
  access_text(Role::kText, right, {box.middle_x(), box.y0, box.x1 - 24, box.y1});
  canvas.text_in({box.middle_x(), box.y0 + 1, box.x1 - 24, box.y1}, Type::kSmall, Tint::kInk2, right, Align::kRight);
}

}  // namespace newsloupe::ui
