#include "web/ui/panels/story_list.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/present/counted.h"
#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kRow = 44, kField = 64, kPad = 8, kWidth = 440;
constexpr std::uint32_t kMostRows = 8;

// A row that is always there, above the stories.
struct FixedRow {
  const char* words;
  std::string note;
  std::function<void()> act;
};

struct StoryList {
  Ui& ui;
  const StoriesView& view;
  StoryListState& state;
  ListQueries& queries;
  std::vector<FixedRow> fixed;
  std::function<void(const LibraryRow&)> choose;

  std::uint32_t rows() const { return static_cast<std::uint32_t>(fixed.size()) + view.total; }

  static float height(std::size_t rows) {
    return kField + 2 * kPad + static_cast<float>(std::clamp<std::size_t>(rows, 1, kMostRows)) * kRow;
  }

  const LibraryRow* story(std::uint32_t i) const {
    const auto at = i - static_cast<std::uint32_t>(fixed.size());
    return at >= view.first && at - view.first < view.rows.size() ? &view.rows[at - view.first] : nullptr;
  }

  void act(std::uint32_t i) {
    if (i < fixed.size()) return fixed[i].act();
    if (const LibraryRow* row = story(i)) choose(*row);
  }

  void draw(Box body) {
    Box rest = body;
    const Box line = rest.take_top(kField).shrunk(16, 16);
    const std::string before = queries.stories_filter;
    const FieldResult typed =
        field(ui, "Find a story", 0, line, queries.stories_filter, "Find a story", false, ImGui::IsWindowAppearing());
    if (queries.stories_filter != before) {
      state.cursor = queries.stories_filter.empty() ? 0 : static_cast<std::uint32_t>(fixed.size());
      ui.report.wants_frames = true;
    }
    ui.canvas.across(body.x0, body.x1, rest.y0);
    bool moved = false;
    const auto step = [&](ImGuiKey key, std::uint32_t to) {
      if (ImGui::IsKeyPressed(key)) state.cursor = std::min(to, std::max(1U, rows()) - 1), moved = true;
    };
    step(ImGuiKey_DownArrow, state.cursor + 1);
    step(ImGuiKey_UpArrow, state.cursor == 0 ? 0 : state.cursor - 1);
    if ((typed.active || typed.entered) && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) act(state.cursor);
    draw_rows({body.x0, rest.y0 + kPad, body.x1, rest.y1 - kPad}, moved);
  }

  void draw_rows(Box box, bool moved) {
    ScrollRegion region(ui, "Stories", box);
    const auto begin = static_cast<std::uint32_t>(std::max(0.0F, region.scroll() / kRow));
    const std::uint32_t end = std::min(rows(), begin + static_cast<std::uint32_t>(box.height() / kRow) + 2);
    const auto heads = static_cast<std::uint32_t>(fixed.size());
    if (queries.stories.cover(std::max(begin, heads) - heads, std::max(end, heads) - heads, view.total)) {
      ui.report.wants_frames = true;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      draw_row(i, Box::at(box.x0 + 8, region.content().y0 + static_cast<float>(i) * kRow, box.width() - 20, kRow));
    }
    region.set_height(static_cast<float>(rows()) * kRow);
    const float top = static_cast<float>(state.cursor) * kRow;
    if (moved) region.reveal(top, top + kRow);
    if (view.total == 0 && !queries.stories_filter.empty()) {
      ui.canvas.text_in({box.x0 + 20, box.y1 - kRow, box.x1, box.y1}, Type::kBody, Tint::kInk3,
                        "No story has these words in its name.");
    }
  }

  void draw_row(std::uint32_t i, Box place) {
    const LibraryRow* row = i < fixed.size() ? nullptr : story(i);
    const std::string words = i < fixed.size() ? fixed[i].words : row != nullptr ? row->label : "";
    const Hit h = hit(words, i + 1, place);
    row_ground(ui.canvas, place, state.cursor == i, h.hovered);
    Box line = place.shrunk(12, 0);
    std::string note = i < fixed.size() ? fixed[i].note : "";
    if (row != nullptr) {
      note = counted(row->articles, "article", "articles");
      if (row->open) note = "open · " + note;
    }
    const float wide = ui.canvas.width(Type::kSmall, note);
    ui.canvas.text_in(line.take_right(wide + 0.5F), Type::kSmall, Tint::kInk3, note);
    line.x1 -= 12;
    ui.canvas.text_in(line, i < fixed.size() ? Type::kBody : Type::kBodyStrong, Tint::kInk, words);
    if (h.clicked) act(i);
  }
};

}  // namespace

void draw_story_menu(Ui& ui, const SetView& set, const StoriesView& view, StoryListState& state, ListQueries& queries) {
  std::vector<FixedRow> fixed;
  fixed.push_back(
      {"Library", "all articles and stories", [&] { ui.commands.emplace_back(OpenScreen{Screen::kLibrary}); }});
  if (set.total_articles <= kMostCompared && set.total_stories > 1) {
    fixed.push_back({"All articles together", counted(set.total_articles, "article", "articles"),
                     [&] { ui.commands.emplace_back(OpenStoryOf{}); }});
  }
  const float height = StoryList::height(fixed.size() + view.total);
  PopoverFrame frame(ui, "Stories", Box::at(56, measure::kAppBar - 4, kWidth, height));
  const auto choose = [&](const LibraryRow& row) { ui.commands.emplace_back(OpenStoryOf{row.story}); };
  StoryList{ui, view, state, queries, std::move(fixed), choose}.draw(frame.body);
}

void draw_move_to_story(Ui& ui, const LibraryChoice& choice, const StoriesView& view, StoryListState& state,
                        ListQueries& queries, float bar_x) {
  const auto move = [&](const std::string& story) {
    for (Command& command : move_ticked(choice, story)) ui.commands.push_back(std::move(command));
    ui.commands.emplace_back(ShowSheet{Sheet::kNone});
  };
  std::vector<FixedRow> fixed;
  fixed.push_back({"A new story", counted(choice.ticked.size(), "article", "articles"), [&] { move(""); }});
  PopoverFrame frame(ui, "Move to story", bar_popover(bar_x, kWidth, StoryList::height(fixed.size() + view.total)));
  const auto choose = [&](const LibraryRow& row) { move(row.story); };
  StoryList{ui, view, state, queries, std::move(fixed), choose}.draw(frame.body);
}

}  // namespace newsloupe::ui
