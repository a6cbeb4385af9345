#include "web/ui/panels/library_panel.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/present/counted.h"
#include "imgui_internal.h"
#include "web/ui/panels/quotes_panel.h"

namespace newsloupe::ui {
namespace {

constexpr float kHead = 96, kRow = 40, kBar = 56, kReach = 12;

// Edges of the columns.
struct Columns {
  float tick, chevron, label, who, count, count_end, dates, last, end;
  bool roomy = true;  // with outlet and words
};

Columns columns_from(Box content) {
  Columns out{};
  out.roomy = content.width() >= 760;
  out.tick = content.x0, out.chevron = content.x0 + 36, out.label = content.x0 + 58;
  out.end = content.x1, out.last = content.x1 - 96;
  out.dates = out.last - (out.roomy ? 168 : 152);
  out.count_end = out.dates - (out.roomy ? 32 : 24), out.count = out.count_end - 84;
  const float spare = std::max(0.0F, content.width() - 1128);
  out.who = out.roomy ? out.count - 120 - spare * 0.2F : out.count;
  return out;
}

std::string_view nothing_words(const LibraryView& view) {
  return view.articles == 0 ? "No articles yet" : "No article matches this filter";
}

class LibraryPage {
 public:
  LibraryPage(Ui& ui, Box content, const LibraryView& view, const LibraryChoice& choice)
      : ui_(ui), canvas_(ui.canvas), view_(view), choice_(choice), content_(content), x_(columns_from(content)) {
    for (const auto& [article, story] : choice.ticked) ++ticked_of_[story];
  }

  void head(Box place) {
    const float title = canvas_.text(Type::kView, content_.x0, place.y0 + 22, Tint::kInk, "Library");
    const Box field_box{std::max(content_.x1 - 360, content_.x0 + 180), place.y0 + 20, content_.x1, place.y0 + 52};
    access_text(Role::kHeading, "Library", place);
    const std::string meta = counted(view_.articles, "article", "articles") + " · " +
                             counted(view_.stories, "story", "stories") + " · " +
                             counted(view_.origins, "origin", "origins");
    canvas_.text_in({content_.x0 + title + 14, place.y0 + 23, field_box.x0 - 16, place.y0 + 51}, Type::kBody,
                    Tint::kInk3, meta);
    access_text(Role::kText, meta, place);
    std::string text = choice_.filter;
    field(ui_, "Filter", 0, field_box, text, "Filter", false, false);
    // The toolkit takes back what was typed when Esc leaves a field; a filter that has been at work stays.
    const bool left = ImGui::IsKeyPressed(ImGuiKey_Escape);
    if (text != choice_.filter && !left) ui_.commands.emplace_back(FilterLibrary{text});
    const Box hint{field_box.x0 + 10, field_box.y1 + 6, content_.x1, field_box.y1 + 22};
    if (!view_.filter_note.empty()) {
      canvas_.text_in(hint, Type::kSmall, Tint::kInk, view_.filter_note);
    } else {
      canvas_.text_in(hint, Type::kSmall, Tint::kInk3, "words  outlet:ledger  after:2025-05-01  before:2025-05-09");
    }
    if (!choice_.filter.empty() && view_.filter == choice_.filter) {
      const std::string words =
          grouped(view_.matching) + " of " + counted(view_.articles, "article", "articles") + " match";
      access_text(Role::kText, words, place);
      canvas_.text_in({content_.x0, hint.y0, hint.x0 - 16, hint.y1}, Type::kSmall, Tint::kInk2, words);
    }
  }

  void row(std::uint32_t i, const LibraryRow* row, float top) {
    const Box place = Box::at(content_.x0, top, content_.width(), kRow);
    canvas_.across(place.x0, place.x1, place.y0);
    if (row == nullptr) return skeleton(place);
    const bool article = row->kind == LibraryRowKind::kArticle;
    const Box ground = place.grown(kReach, 0);
    Said said;
    if (!article) said.expanded = row->expanded;
    said.selected = choice_.cursor == i;
    access_next(std::move(said));
    const Hit h = hit(spoken(*row), i + 1, ground);
    row_ground(canvas_, ground, choice_.cursor == i, h.hovered || inside(ground));
    if (article) {
      draw_article(*row, place);
    } else {
      draw_head(*row, place);
    }
    const bool acted = article ? article_controls(*row, i, place) : head_controls(*row, i, place);
    if (!acted && h.clicked) pressed(*row, i);
    if (h.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) opened(*row);
  }

 private:
  // The row in words, as a screen reader says it.
  static std::string spoken(const LibraryRow& row) {
    std::string words = row.letter.empty() ? row.label : row.letter + ", " + row.label;
    if (row.kind == LibraryRowKind::kArticle) {
      if (!row.outlet.empty()) words += ", " + row.outlet;
      if (row.left_out) words += ", left out";
    } else {
      words += ", " + counted(row.articles, "article", "articles") + ", " + counted(row.origins, "origin", "origins");
      if (row.open) words += ", open";
    }
    return row.dates.empty() ? words : words + ", " + row.dates;
  }

  bool inside(Box box) const { return ImGui::IsMouseHoveringRect(box.min(), box.max()) && ImGui::IsWindowHovered(); }

  void skeleton(Box place) {
    const Box words{x_.label, place.middle_y() - 5, x_.label + 220, place.middle_y() + 5};
    canvas_.fill(words, Tint::kHoverFill, 5);
  }

  void pressed(const LibraryRow& row, std::uint32_t i) {
    ui_.commands.emplace_back(MoveCursor{i});
    if (row.kind != LibraryRowKind::kArticle) {
      ui_.commands.emplace_back(ExpandStory{row.story, !row.expanded});
    } else if (ImGui::GetIO().KeyShift) {
      range_to(row);
    } else if (ImGui::GetIO().KeyCtrl) {
      ui_.commands.emplace_back(TickArticle{row.id, row.story, !is_ticked(row)});
    }
  }

  void opened(const LibraryRow& row) {
    if (row.kind == LibraryRowKind::kStory) ui_.commands.emplace_back(OpenStoryOf{row.story});
    if (row.kind != LibraryRowKind::kArticle) return;
    if (row.left_out) {  // takes no part in any comparison: there is nothing to read it beside
      ui_.commands.emplace_back(SwitchArticle{row.id, false});
    } else {
      ui_.commands.emplace_back(ReadArticle{row.id});
    }
  }

  bool is_ticked(const LibraryRow& row) const { return choice_.ticked.contains(row.id); }

  void range_to(const LibraryRow& row) {
    ui_.commands.emplace_back(TickMany{TickMany::What::kRange, "", choice_.last_ticked, row.id, !is_ticked(row)});
  }

  // ---- Heads

  void draw_head(const LibraryRow& row, Box place) {
    const float top = place.middle_y() - 12;
    draw_icon(canvas_, row.expanded ? Icon::kChevronDown : Icon::kChevronRight, {x_.chevron + 8, place.middle_y()},
              canvas_.color(Tint::kInk2), 18);
    const bool loose = row.kind == LibraryRowKind::kLoose;
    const float room = x_.who - 24 - x_.label - (row.open ? 52 : 0);
    const float width = std::min(room, canvas_.width(Type::kThing, row.label));
    canvas_.text_in({x_.label, top, x_.label + width + 0.5F, top + 24}, Type::kThing, loose ? Tint::kInk2 : Tint::kInk,
                    row.label);
    float x = x_.label + width + 10;
    if (row.renamed) canvas_.disc({x, place.middle_y()}, 2, canvas_.color(Tint::kInk)), x += 10;
    if (row.open) open_tag(x, place.middle_y());
    const bool part = row.matching < row.articles;
    number(x_.roomy ? x_.who : x_.count, place,
           part ? grouped(row.matching) + " of " + counted(row.articles, "article", "articles")
                : counted(row.articles, "article", "articles"));
    if (x_.roomy) number(x_.count, place, counted(row.origins, "origin", "origins"), x_.count_end);
    canvas_.text_in({x_.dates, place.y0, x_.last - 12, place.y1}, Type::kBody, Tint::kInk2, row.dates);
    if (!over(place)) bars(row, place);
  }

  // The pointer is on the row: its action stands where the bars were.
  bool over(Box place) const { return inside(place.grown(kReach, 0)); }

  void open_tag(float x, float middle) {
    const Box tag = Box::at(x, middle - 9, canvas_.width(Type::kMini, "open") + 14, 18);
    canvas_.outline(tag, Tint::kLine2, 5, 1);
    canvas_.text_in(tag, Type::kMini, Tint::kInk2, "open", Align::kCentre);
  }

  void number(float x, Box place, const std::string& words, float end = 0) {
    const Box box{x, place.y0, end > 0 ? end : x_.count_end, place.y1};
    canvas_.text_in(box, Type::kBody, Tint::kInk2, words, end > 0 ? Align::kRight : Align::kLeft);
  }

  // Articles by time, oldest at the left.
  void bars(const LibraryRow& row, Box place) {
    if (row.bars.empty()) return;
    constexpr float kWide = 5, kGap = 3, kHigh = 20;
    const std::uint32_t most = *std::max_element(row.bars.begin(), row.bars.end());
    const float foot = canvas_.snap(place.middle_y() + kHigh / 2);
    float x = x_.last;
    for (const std::uint32_t count : row.bars) {
      const float share = most == 0 ? 0 : static_cast<float>(count) / static_cast<float>(most);
      const float high = count == 0 ? 1 : std::max(3.0F, std::round(kHigh * share));
      canvas_.fill({x, foot - high, x + kWide, foot}, faded(canvas_.color(Tint::kInk), count == 0 ? 0.2F : 0.5F), 1);
      x += kWide + kGap;
    }
  }

  bool head_controls(const LibraryRow& row, std::uint32_t i, Box place) {
    const auto found = ticked_of_.find(row.story);
    const std::size_t ticked = found == ticked_of_.end() ? 0 : found->second;
    const bool all = ticked > 0 && ticked >= row.matching;
    if (tick("Select all of " + row.label, i, place, all ? Ticked::kAll : ticked > 0 ? Ticked::kSome : Ticked::kNo)) {
      ui_.commands.emplace_back(TickMany{TickMany::What::kStory, row.story, "", "", !all});
      return true;
    }
    if (row.kind == LibraryRowKind::kStory && over(place) && row_action("Open", i, place)) {
      ui_.commands.emplace_back(OpenStoryOf{row.story});
      return true;
    }
    return false;
  }

  // ---- Articles

  void draw_article(const LibraryRow& row, Box place) {
    const Tint ink = row.left_out ? Tint::kInk3 : Tint::kInk;
    float x = x_.label;
    if (!row.letter.empty()) {
      draw_badge(canvas_, Box::at(x, place.middle_y() - 10, 20, 20), row.letter, row.left_out);
    }
    x += 32;
    const Box title{x, place.y0 + 1, x_.who - 24, place.y1 + 1};
    canvas_.text_in(title, Type::kEvidence, ink, row.label);
    if (row.left_out) {
      const float wide = std::min(title.width(), canvas_.width(Type::kEvidence, row.label));
      canvas_.across(x, x + wide, place.middle_y() + 1, Tint::kInk3);
    }
    if (x_.roomy) {
      canvas_.text_in({x_.who, place.y0, x_.count - 8, place.y1}, Type::kBody, Tint::kInk2, row.outlet);
      number(x_.count, place, counted(row.words, "word", "words"), x_.count_end);
    } else {
      number(x_.count, place, row.outlet, 0);
    }
    canvas_.text_in({x_.dates, place.y0, x_.last - 12, place.y1}, Type::kBody, Tint::kInk2,
                    row.dates.empty() ? "no date" : row.dates);
    const std::string last = row.left_out ? "left out" : row.origin;
    if (!over(place)) canvas_.text_in({x_.last, place.y0, x_.end, place.y1}, Type::kBody, Tint::kInk3, last);
  }

  bool article_controls(const LibraryRow& row, std::uint32_t i, Box place) {
    if (tick("Select " + row.label, i, place, is_ticked(row) ? Ticked::kAll : Ticked::kNo)) {
      if (ImGui::GetIO().KeyShift) {
        range_to(row);
      } else {
        ui_.commands.emplace_back(TickArticle{row.id, row.story, !is_ticked(row)});
      }
      ui_.commands.emplace_back(MoveCursor{i});
      return true;
    }
    if (!over(place) || !row_action(row.left_out ? "Take in" : "Read", i, place)) return false;
    opened(row);
    return true;
  }

  // ---- Controls of a row

  enum class Ticked : std::uint8_t { kNo, kSome, kAll };

  bool tick(const std::string& name, std::uint32_t i, Box place, Ticked on) {
    const Box target = Box::at(x_.tick - 4, place.y0, 32, kRow);
    access_next({.role = Role::kCheckbox, .checked = on == Ticked::kAll});
    const Hit h = hit(name, i + 1, target);
    const Box mark = Box::at(x_.tick + 4, place.middle_y() - 8, 16, 16);
    if (on == Ticked::kNo) {
      canvas_.outline(mark, canvas_.color(h.hovered ? Tint::kInk2 : Tint::kControl), 4, 1.5F);
    } else {
      canvas_.fill(mark, Tint::kInverse, 4);
      const ImU32 ink = canvas_.color(Tint::kOnInverse);
      if (on == Ticked::kAll) draw_status(canvas_, Status::kAgree, {mark.middle_x(), mark.middle_y()}, ink, 11);
      if (on == Ticked::kSome) canvas_.fill(mark.shrunk(4, 7), ink, 1);
    }
    return h.clicked;
  }

  bool row_action(const char* word, std::uint32_t i, Box place) {
    ImGui::PushID(static_cast<int>(i));
    const float width = button_width(canvas_, word, 28);
    const bool pressed = button(ui_, word, Box::at(x_.end - width, place.middle_y() - 14, width, 28));
    ImGui::PopID();
    return pressed;
  }

  Ui& ui_;
  const Canvas& canvas_;
  const LibraryView& view_;
  const LibraryChoice& choice_;
  Box content_;
  Columns x_;
  std::unordered_map<std::string, std::size_t> ticked_of_;
};

// Arrows, Space and Enter walk through the list, not through the controls, until Tab shows the keyboard's ring.
void keep_list_keys() {
  if (ImGui::GetIO().NavVisible || ImGui::GetIO().WantTextInput) return;
  for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                             ImGuiKey_Space, ImGuiKey_Enter}) {
    ImGui::SetKeyOwner(key, ImGui::GetID("Library"));
  }
}

void draw_rows(Ui& ui, Box box, const LibraryView& view, const LibraryChoice& choice, LibraryPanelState& state,
               ListWindow& window, LibraryPage& page) {
  ScrollRegion region(ui, "Library list", box);
  ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, true);
  const auto begin = static_cast<std::uint32_t>(std::max(0.0F, region.scroll() / kRow));
  const auto end = std::min(view.total, begin + static_cast<std::uint32_t>(box.height() / kRow) + 2);
  if (window.cover(begin, end, view.total)) ui.report.wants_frames = true;
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool here = i >= view.first && i - view.first < view.rows.size();
    page.row(i, here ? &view.rows[i - view.first] : nullptr, region.content().y0 + static_cast<float>(i) * kRow);
  }
  ImGui::PopItemFlag();
  region.set_height(static_cast<float>(view.total) * kRow + 1);
  if (state.shown_cursor == choice.cursor) return;
  state.shown_cursor = choice.cursor;
  const float top = static_cast<float>(choice.cursor) * kRow;
  region.reveal(top, top + kRow);
}

}  // namespace

float bulk_bar_height(const ViewState& state, const LibraryChoice& choice) {
  return state.screen == Screen::kLibrary && !choice.ticked.empty() ? kBar : 0;
}

void draw_library(Ui& ui, Box box, const LibraryView& view, const LibraryChoice& choice, LibraryPanelState& state,
                  ListWindow& window) {
  keep_list_keys();
  Box rest = box;
  const Box head = rest.take_top(kHead);
  const Box bar = choice.ticked.empty() ? Box{} : rest.take_bottom(kBar);
  const Box content = Box{box.x0, rest.y0, box.x1, rest.y1}.shrunk(measure::kPage, 0);
  LibraryPage page(ui, content, view, choice);
  page.head(head);
  if (view.total == 0 && view.revision > 0) {
    draw_nothing_found(ui, {box.x0, rest.y0 - 16, box.x1, rest.y1}, nothing_words(view),
                       "Looked for in titles, story names, outlets and file names.");
    const float width = button_width(ui.canvas, "Show all", 32);
    const Box all = Box::at(content.middle_x() - width / 2, rest.y0 + 152, width, 32);
    if (!choice.filter.empty() && button(ui, "Show all", all)) ui.commands.emplace_back(FilterLibrary{});
  } else {
    draw_rows(ui, rest, view, choice, state, window, page);
  }
  if (bar.height() > 0) draw_bulk_bar(ui, bar, choice, state);
}

}  // namespace newsloupe::ui
