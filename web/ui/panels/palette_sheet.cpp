#include "web/ui/panels/palette_sheet.h"

#include <algorithm>
#include <vector>

#include "core/base/sorting.h"
#include "core/present/fuzzy_match.h"
#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kEntry = 64, kRow = 44, kGroup = 34, kFoot = 40;
constexpr std::size_t kCommandsShown = 8;
constexpr std::int32_t kWordStart = 70 * 16;  // other words of an action count only from their beginning

struct Item {
  std::string_view group;
  Icon icon = Icon::kArrowRight;
  Status status = Status::kNone;  // drawn in place of the icon
  std::string label, detail, keys;
  const Action* action = nullptr;
  std::vector<Command> commands;  // where it is no action
  std::vector<TextSpan> letters;
  std::int32_t score = 0;
};

Icon icon_of(FoundKind kind) {
  constexpr Icon kIcons[] = {Icon::kPeople, Icon::kArrowRight, Icon::kTimeline, Icon::kRead};
  return kIcons[static_cast<std::size_t>(kind)];
}

Icon icon_of(const Action& action) {
  if (action.name == "Brief") return Icon::kBrief;
  if (action.name == "Read") return Icon::kRead;
  if (action.name == "Compare") return Icon::kCompare;
  if (action.name == "Quotes") return Icon::kQuotes;
  if (action.name == "Figures") return Icon::kFigures;
  if (action.name == "Coverage") return Icon::kCoverage;
  if (action.name == "Timeline") return Icon::kTimeline;
  constexpr Icon kIcons[] = {Icon::kArrowRight, Icon::kArrowRight, Icon::kRead, Icon::kClipboard,
                             Icon::kFile,       Icon::kSun,        Icon::kHelp};
  return kIcons[static_cast<std::size_t>(action.group)];
}

std::vector<Command> commands_for(const FoundThing& thing, Screen screen) {
  if (thing.kind == FoundKind::kArticle) return {OpenArticle{thing.article, {}}};
  std::vector<Command> out;
  // A thing is shown beside the Brief, unless the screen has a drawer of its own.
  const bool listed = screen == Screen::kFigures && thing.subject.kind == SubjectKind::kFigure;
  const bool bare = screen == Screen::kQuotes || screen == Screen::kCompare || screen == Screen::kFigures;
  if ((bare && !listed) || screen == Screen::kSearch) out.emplace_back(OpenScreen{Screen::kBrief});
  if (thing.kind == FoundKind::kEvent) out.emplace_back(OpenScreen{Screen::kTimeline});
  out.emplace_back(Select{thing.subject});
  return out;
}

// Makes the list for what is typed.
class PaletteList {
 public:
  PaletteList(const KeyContext& context) : context_(context), typed_(context.state.palette) {}

  std::vector<Item> items() {
    add_text_size();
    add_things();
    add_actions();
    add_search();
    return std::move(items_);
  }

 private:
  void add_things() {
    const FoundView& found = context_.views.found;
    if (typed_.empty()) return;
    for (const FoundThing& thing : found.things) {
      constexpr std::string_view kGroups[] = {"NAMES", "FACTS AND EVENTS", "FACTS AND EVENTS", "ARTICLES"};
      Item item;
      item.group = kGroups[static_cast<std::size_t>(thing.kind)];
      item.icon = icon_of(thing.kind);
      item.status = thing.status;
      item.label = thing.label, item.detail = thing.detail;
      const std::optional<FuzzyMatch> match = fuzzy_match(typed_, thing.label);
      if (match) item.letters = match->letters;
      if (!match && found.text != typed_) continue;  // an older answer
      item.commands = commands_for(thing, context_.state.view.screen);
      items_.push_back(std::move(item));
    }
  }

  // Recent ones first as long as nothing is typed, then in the order of the table.
  void add_actions() {
    std::vector<Item> found;
    for (const Action& action : actions()) {
      if ((action.traits & kNotInPalette) != 0 || !applies(action, context_)) continue;
      std::optional<FuzzyMatch> match = fuzzy_match(typed_, action.name);
      const bool by_name = match.has_value();
      if (!match) match = fuzzy_match(typed_, action.also);
      if (!match || (!by_name && match->score < kWordStart)) continue;
      Item item;
      item.group = "COMMANDS";
      item.icon = icon_of(action);
      item.label = action.name;
      item.keys = shown_keys(action.keys, platform::mac());
      item.action = &action;
      item.score = by_name ? match->score : match->score - 400;
      if (by_name) item.letters = match->letters;
      if (typed_.empty()) put_recent(action, item);
      found.push_back(std::move(item));
    }
    sort_items(found, [](const Item& a, const Item& b) { return a.score > b.score; });
    if (!typed_.empty() && found.size() > kCommandsShown) found.resize(kCommandsShown);
    for (Item& item : found) items_.push_back(std::move(item));
  }

  void put_recent(const Action& action, Item& item) const {
    const std::vector<std::string_view>& recent = context_.state.recent;
    const auto at = std::find(recent.begin(), recent.end(), action.name);
    item.score = 0;
    if (at == recent.end()) return;
    item.group = "RECENT";
    item.score = static_cast<std::int32_t>(recent.end() - at);
  }

  void add_text_size() {
    const std::string value = typed_;
    Settings settings;
    ViewState view;
    if (!apply_setting(settings, view, "text-size", value)) return;
    Item item;
    item.group = "SETTINGS";
    item.icon = Icon::kSun;
    item.label = "Article text " + value;
    item.detail = "now " + std::to_string(context_.state.view.text_size);
    item.commands = {ChangeSetting{"text-size", value}};
    items_.push_back(std::move(item));
  }

  void add_search() {
    if (typed_.size() < 2 || context_.views.set.articles.empty()) return;
    Item item;
    item.group = "IN THE ARTICLES";
    item.icon = Icon::kSearch;
    item.label = "“" + typed_ + "”";
    item.letters = {{3, static_cast<std::uint32_t>(3 + typed_.size())}};
    item.detail = "search all " + std::to_string(context_.views.set.articles.size());
    item.keys = "/";
    item.commands = {SetSearch{{typed_, false, false, false}}, OpenSearch{}};
    items_.push_back(std::move(item));
  }

  const KeyContext& context_;
  const std::string& typed_;
  std::vector<Item> items_;
};

// The label with the meant letters strong and underlined; gives its right edge.
float draw_label(const Canvas& canvas, const Item& item, float x, float middle, float right) {
  const std::string_view label = item.label;
  std::uint32_t at = 0;
  const auto piece = [&](std::uint32_t end, bool meant) {
    if (end <= at || x >= right) return;
    const std::string_view words = label.substr(at, end - at);
    const Type type = meant ? Type::kRowStrong : Type::kRow;
    const float width = canvas.width(type, words);
    canvas.text_in({x, middle - 10, std::min(x + width + 0.5F, right), middle + 10}, type, Tint::kInk, words);
    if (meant) canvas.fill({x, middle + 10, std::min(x + width, right), middle + 11.5F}, Tint::kInk);
    x += width;
    at = end;
  };
  for (const TextSpan& span : item.letters) {
    piece(span.begin, false);
    piece(span.end, true);
  }
  piece(static_cast<std::uint32_t>(label.size()), false);
  return std::min(x, right);
}

class PaletteSheet {
 public:
  PaletteSheet(Ui& ui, const KeyContext& context, PaletteState& state)
      : ui_(ui), context_(context), state_(state), items_(PaletteList(context).items()) {}

  void draw() {
    SheetFrame frame(ui_, "Find anything", 640, 608, 96);
    Box rest = frame.body;
    draw_entry(rest.take_top(kEntry));
    if (state_.typed != context_.state.palette) state_.chosen = 0, state_.typed = context_.state.palette;
    walk();
    draw_foot(rest.take_bottom(kFoot));
    draw_list(rest);
    if (items_.empty()) {
      const Box place{rest.x0 + 20, rest.y0 + 20, rest.x1 - 20, rest.y0 + 44};
      ui_.canvas.text_in(place, Type::kRow, Tint::kInk3, "Nothing has a name like this.");
      access_text(Role::kText, "Nothing has a name like this.", place);
    }
  }

 private:
  void draw_entry(Box place) {
    std::string typed = context_.state.palette;
    draw_icon(ui_.canvas, Icon::kSearch, {place.x0 + 30, place.middle_y()}, ui_.canvas.color(Tint::kInk2), 20);
    const Box line{place.x0 + 42, place.y0 + 12, place.x1 - 72, place.y1 - 12};
    entry(ui_, "Find a command, article, person or fact", 1, line, typed, "a few letters of anything", !state_.open,
          Type::kEntry);
    state_.open = true;
    if (typed != context_.state.palette) ui_.commands.emplace_back(SetPalette{typed});
    const float width = ui_.canvas.width(Type::kMini, "Esc") + 10;
    draw_key(ui_.canvas, place.x1 - 20 - width, place.middle_y(), "Esc");
    ui_.canvas.across(place.x0, place.x1, place.y1);
  }

  void walk() {
    if (items_.empty()) return;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state_.chosen = (state_.chosen + 1) % items_.size(), moved_ = true;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
      state_.chosen = (state_.chosen + items_.size() - 1) % items_.size();
      moved_ = true;
    }
    state_.chosen = std::min(state_.chosen, items_.size() - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter)) run(items_[state_.chosen]);
  }

  void run(const Item& item) {
    ui_.commands.emplace_back(ShowSheet{Sheet::kNone});
    if (item.action != nullptr) {
      ui_.commands.emplace_back(Remember{item.action->name});
      item.action->act(context_, ui_.commands);
    }
    for (const Command& command : item.commands) ui_.commands.push_back(command);
  }

  void draw_foot(Box foot) {
    ui_.canvas.across(foot.x0, foot.x1, foot.y0);
    float x = foot.x0 + 20;
    x += draw_key_hint(ui_.canvas, x, foot.middle_y(), "↑ ↓", "choose");
    draw_key_hint(ui_.canvas, x, foot.middle_y(), "Enter", "do it");
    const std::size_t found = context_.state.palette.empty() ? 0 : context_.views.found.total;
    std::size_t shown = 0;
    for (const Item& item : items_) shown += item.action == nullptr && item.group != "IN THE ARTICLES" ? 1 : 0;
    const std::size_t total = items_.size() + (found > shown ? found - shown : 0);
    const std::string words = std::to_string(items_.size()) + " of " + std::to_string(total);
    ui_.canvas.text_in({x, foot.y0, foot.x1 - 20, foot.y1}, Type::kBody, Tint::kInk3, words, Align::kRight);
    access_text(Role::kText, words, foot);
  }

  void draw_list(Box rest) {
    ScrollRegion region(ui_, "Found", rest);
    const AccessRegion list(Role::kListbox, "Found", rest);
    float y = region.content().y0 + 4;
    std::string_view group;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].group != group) {
        group = items_[i].group;
        ui_.canvas.text(Type::kLabel, rest.x0 + 20, y + 14, Tint::kInk2, group);
        y += kGroup;
      }
      const Box place = Box::at(rest.x0 + 8, y, rest.width() - 16, kRow);
      if (moved_ && i == state_.chosen) region.reveal(y - region.content().y0 - 8, y + kRow - region.content().y0);
      if (place.y1 > rest.y0 && place.y0 < rest.y1) draw_item(items_[i], i, place);
      y += kRow;
    }
    region.set_height(y - region.content().y0 + 8);
  }

  void draw_item(const Item& item, std::size_t i, Box place) {
    const Canvas& canvas = ui_.canvas;
    const bool chosen = i == state_.chosen;
    access_next({.role = Role::kOption, .selected = chosen});
    const Hit h = hit(item.label + (item.detail.empty() ? "" : ", " + item.detail), i, place);
    row_ground(canvas, place, chosen, h.hovered);
    const ImVec2 icon{place.x0 + 22, place.middle_y()};
    if (item.status != Status::kNone) {
      draw_status(canvas, item.status, icon);
    } else {
      draw_icon(canvas, item.icon, icon, canvas.color(Tint::kInk2), 18);
    }
    const std::string keys = chosen && item.keys.empty() ? "Enter" : item.keys;
    const float cap = keys.empty() ? 0 : std::max(16.0F, canvas.width(Type::kMini, keys) + 10);
    const float right = place.x1 - 16 - cap;
    const float x = draw_label(canvas, item, place.x0 + 44, place.middle_y(), right);
    canvas.text_in({x + 12, place.y0, right - 8, place.y1}, Type::kBody, Tint::kInk3, item.detail);
    if (cap > 0) draw_key(canvas, place.x1 - 12 - cap, place.middle_y(), keys);
    if (h.focused) focus_ring(canvas, place.shrunk(4, 4), 4);
    if (h.clicked) run(item);
  }

  Ui& ui_;
  const KeyContext& context_;
  PaletteState& state_;
  std::vector<Item> items_;
  bool moved_ = false;
};

}  // namespace

void draw_palette(Ui& ui, const KeyContext& context, PaletteState& state) { PaletteSheet(ui, context, state).draw(); }

}  // namespace newsloupe::ui
