#include "web/ui/access.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newsloupe::ui {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Role::kCount)> kWords = {
    "button",        "link",        "checkbox", "radio",   "textbox", "row",        "option",
    "cell",          "rowheader",   "text",     "heading", "banner",  "navigation", "main",
    "complementary", "contentinfo", "dialog",   "group",   "grid",    "listbox",    "radiogroup"};

bool is_region(Role role) { return role == Role::kNavigation || role == Role::kMain || role == Role::kComplementary; }

std::uint8_t states_from(const Said& said) {
  std::uint8_t bits = said.disabled ? platform::kControlDisabled : 0;
  const auto put = [&](const std::optional<bool>& state, int known, int on) {
    if (state) bits = static_cast<std::uint8_t>(bits | known | (*state ? on : 0));
  };
  put(said.checked, platform::kControlHasChecked, platform::kControlChecked);
  put(said.expanded, platform::kControlHasExpanded, platform::kControlExpanded);
  put(said.selected, platform::kControlHasSelected, platform::kControlSelected);
  return bits;
}

// "Sheet##2" is a name for the toolkit alone.
std::string_view spoken(std::string_view name) { return name.substr(0, name.find("##")); }

}  // namespace

void Access::begin_frame() {
  list_.clear();
  roles_.clear();
  depth_ = 0;
  next_ = {};
}

void Access::end_frame() { press_ = focus_ = 0; }

void Access::add(Role role, std::uint32_t id, std::string_view name, Box box) {
  platform::Control control;
  control.id = id;
  control.role = kWords[static_cast<std::size_t>(role)];
  control.name = spoken(name);
  control.rect = {box.x0, box.y0, box.width(), box.height()};
  control.depth = depth_;
  list_.push_back(std::move(control));
  roles_.push_back(role);
}

Access::Asked Access::control(ImGuiID id, std::string_view name, Box box, bool silent) {
  const Said said = std::exchange(next_, {});
  if (silent) return {};
  add(said.role, id, name, box);
  list_.back().states = states_from(said);
  list_.back().value = said.value;
  if (said.disabled) return {};
  return {press_ == id, focus_ == id};
}

void Access::open(Role role, std::string_view name, Box box) {
  add(role, 0, name, box);
  ++depth_;
}

void Access::close() { --depth_; }

void Access::text(Role role, std::string_view words, Box box) {
  if (!words.empty()) add(role, 0, words, box);
}

std::uint32_t Access::next_region(std::uint32_t focused) const {
  struct Region {
    std::uint32_t first = 0;
    bool has_focus = false;
  };
  std::vector<Region> regions;
  std::uint8_t region_depth = 0;
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (is_region(roles_[i])) {
      regions.push_back({});
      region_depth = list_[i].depth;
    } else if (!regions.empty() && list_[i].depth > region_depth && list_[i].id != 0) {
      Region& region = regions.back();
      const bool chosen = (list_[i].states & platform::kControlSelected) != 0;
      if (region.first == 0 || chosen) region.first = list_[i].id;
      region.has_focus = region.has_focus || list_[i].id == focused;
    }
  }
  std::erase_if(regions, [](const Region& region) { return region.first == 0; });
  if (regions.empty()) return 0;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (regions[i].has_focus) return regions[(i + 1) % regions.size()].first;
  }
  return regions.front().first;
}

std::uint32_t Access::selected_row() const {
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (roles_[i] == Role::kRow && (list_[i].states & platform::kControlSelected) != 0) return list_[i].id;
  }
  return 0;
}

std::vector<platform::Control> Access::controls() const {
  const auto dialog = std::find(roles_.begin(), roles_.end(), Role::kDialog);
  if (dialog == roles_.end()) return list_;
  const std::ptrdiff_t first = dialog - roles_.begin();
  auto last = list_.begin() + first + 1;
  while (last != list_.end() && last->depth > list_[static_cast<std::size_t>(first)].depth) ++last;
  return {list_.begin() + first, last};
}

void access_next(Said said) {
  if (Access* access = Access::current()) access->next(std::move(said));
}

void access_text(Role role, std::string_view words, Box box) {
  if (Access* access = Access::current()) access->text(role, words, box);
}

}  // namespace newsloupe::ui
