#include "web/ui/panels/help_sheet.h"

#include <algorithm>
#include <vector>

#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kLine = 28, kTitle = 30, kGap = 14, kKeyRoom = 104;

struct Group {
  std::string_view title;
  std::vector<const Action*> actions;
  float height() const { return kTitle + kLine * static_cast<float>(actions.size()) + kGap; }
};

std::vector<Group> groups_for(const KeyContext& context) {
  std::vector<Group> groups;
  for (std::size_t g = 0; g < static_cast<std::size_t>(ActionGroup::kCount); ++g) {
    Group group{group_title(static_cast<ActionGroup>(g)), {}};
    for (const Action& action : actions()) {
      const bool works = applies(action, context) || (action.traits & kByBrowser) != 0;
      if (static_cast<std::size_t>(action.group) != g || action.keys.empty() || !works) continue;
      group.actions.push_back(&action);
    }
    if (!group.actions.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

void draw_group(Ui& ui, const Group& group, Box column) {
  const AccessRegion region(Role::kGroup, group.title, column);
  ui.canvas.text(Type::kColumn, column.x0, column.y0 + 4, Tint::kInk3, group.title);
  float y = column.y0 + kTitle;
  for (const Action* action : group.actions) {
    const std::string keys = shown_keys(action->keys, platform::mac());
    draw_key(ui.canvas, column.x0, y + kLine / 2 - 2, keys);
    const Box words{column.x0 + kKeyRoom, y, column.x1, y + kLine - 4};
    ui.canvas.text_in(words, Type::kBody, Tint::kInk, action->name);
    access_text(Role::kText, keys + ": " + std::string(action->name), words);
    y += kLine;
  }
}

// How many groups stand in the left column: as many as make both about equally high.
std::size_t left_groups(const std::vector<Group>& groups) {
  float total = 0, left = 0;
  for (const Group& group : groups) total += group.height();
  std::size_t count = 0;
  while (count < groups.size() && left + groups[count].height() / 2 <= total / 2) left += groups[count++].height();
  return count;
}

}  // namespace

void draw_help(Ui& ui, const KeyContext& context, std::string_view screen) {
  const std::vector<Group> groups = groups_for(context);
  const std::size_t split = left_groups(groups);
  float left = 0, right = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) (i < split ? left : right) += groups[i].height();
  SheetFrame frame(ui, "Keys", 880, 72 + 24 + std::max(left, right) + 56);
  Box rest = frame.body;
  const bool letters = ui.settings.single_keys;
  draw_sheet_head(ui, rest.take_top(72), "Keys",
                  std::string("on the screen ") + std::string(screen) +
                      (letters ? "; single letters rest while you type" : "; single letters are switched off"));
  ui.canvas.across(rest.x0, rest.x1, rest.y0);
  const Box foot = rest.take_bottom(56);
  {
    ScrollRegion region(ui, "Key list", rest);
    const Box content = region.content().shrunk(32, 0);
    const float middle = content.middle_x();
    float y[2] = {content.y0 + 20, content.y0 + 20};
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::size_t side = i < split ? 0 : 1;
      const float x0 = side == 0 ? content.x0 : middle + 16, x1 = side == 0 ? middle - 16 : content.x1;
      draw_group(ui, groups[i], {x0, y[side], x1, y[side] + groups[i].height()});
      y[side] += groups[i].height();
    }
    region.set_height(std::max(y[0], y[1]) - content.y0 + 4);
  }
  ui.canvas.across(foot.x0, foot.x1, foot.y0);
  constexpr std::string_view kSettings = "Settings", kAbout = "About Newsloupe";
  const float about = foot.x1 - 32 - ui.canvas.width(Type::kBody, kAbout);
  if (link(ui, kSettings, foot.x0 + 32, foot.middle_y() - 10)) ui.commands.emplace_back(ShowSheet{Sheet::kSettings});
  if (link(ui, kAbout, about, foot.middle_y() - 10)) ui.commands.emplace_back(ShowSheet{Sheet::kAbout});
}

}  // namespace newsloupe::ui
