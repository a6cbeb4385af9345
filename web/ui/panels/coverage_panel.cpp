#include "web/ui/panels/coverage_panel.h"

#include <algorithm>
#include <string>

#include "core/base/sorting.h"
#include "core/present/counted.h"
#include "web/ui/columns.h"
#include "web/ui/panels/quotes_panel.h"

namespace newsloupe::ui {
namespace {

constexpr float kRow = 44, kFact = 36, kArticle = 30, kReach = 12;

std::vector<std::uint32_t> row_order(const CoverageView& view, const CoveragePanelState& state) {
  return ordered(view.rows.size(), [&](std::uint32_t a, std::uint32_t b) {
    return state.by_count && view.rows[a].total > view.rows[b].total;
  });
}

std::vector<std::uint32_t> first_articles(const CoverageView& view) {
  std::vector<std::uint32_t> articles;
  for (const OriginView& column : view.columns) articles.push_back(column.articles.front());
  return articles;
}

class CoveragePage {
 public:
  CoveragePage(Ui& ui, Box box, const SetView& set, const CoverageView& view, CoveragePanelState& state)
      : ui_(ui),
        canvas_(ui.canvas),
        set_(set),
        view_(view),
        state_(state),
        left_(box.x0 + measure::kPage),
        right_(box.x1 - measure::kPage),
        open_(covering_row(view, ui.state.selected)),
        columns_(set, first_articles(view), right_, (right_ - left_) * 0.45F, 64) {
    for (std::size_t c = 0; c < view.columns.size(); ++c) columns_.name(c, view.columns[c].label);
    names_ = left_ + 22;
    count_ = names_ + std::clamp((columns_.left() - names_) * 0.42F, 96.0F, 190.0F);
    for (const CoverageRow& row : view.rows) most_ = std::max(most_, row.total);
  }

  void draw(Box box) {
    Box rest = box;
    draw_title(rest.take_top(72));
    const Box heads = rest.take_top(view_.by_origin ? 66 : 50);
    draw_heads(heads);
    const std::vector<std::uint32_t> rows = row_order(view_, state_);
    ScrollRegion region(ui_, "Coverage", rest);
    float y = region.content().y0;
    float bottom = y;
    for (const CoverageRow& row : view_.rows) bottom += height_of(row);
    columns_.draw_plates(canvas_, std::max(y, rest.y0), bottom);
    {
      const AccessRegion grid(Role::kGrid, "Said by", rest);
      for (const std::uint32_t row : rows) {
        draw_combination(view_.rows[row], y, rest);
        y += height_of(view_.rows[row]);
      }
    }
    canvas_.across(left_, right_, y);
    if (view_.combinations > view_.rows.size()) {
      y = draw_note(grouped(view_.rows.size()) + " of " + grouped(view_.combinations) + " combinations shown", y);
    }
    y = draw_articles(y + 20);
    region.set_height(y - region.content().y0 + 24);
    if (!(state_.shown == ui_.state.selected) && selected_top_ >= 0) {
      state_.shown = ui_.state.selected;
      const float top = selected_top_ - region.content().y0;
      region.reveal(top, top + kRow);
    }
  }

 private:
  float height_of(const CoverageRow& row) const {
    if (&row != open_) return kRow;
    const float more = row.total > row.facts.size() ? 30 : 8;
    return kRow + kFact * static_cast<float>(row.facts.size()) + more;
  }

  void draw_title(Box head) {
    const float y = head.y0 + 22;
    access_text(Role::kHeading, "Coverage", head);
    const float width = canvas_.text(Type::kView, left_, y, Tint::kInk, "Coverage");
    const std::string words = counted(view_.facts, "fact", "facts") + " in " +
                              counted(set_.articles.size(), "article", "articles") + ", " +
                              counted(set_.origins.size(), "origin", "origins");
    access_text(Role::kText, words, head);
    static constexpr std::string_view kSorts[] = {"Most origins", "Most facts"};
    const Box sort = Box::at(right_ - 200, y - 2, 200, 32);
    canvas_.text_in({left_ + width + 12, y + 5, sort.x0 - 12, y + 25}, Type::kBody, Tint::kInk3, words);
    if (const int chosen = segments(ui_, "Sort", sort, kSorts, state_.by_count ? 1 : 0); chosen >= 0) {
      state_.by_count = chosen == 1;
      state_.shown = {};
    }
  }

  void draw_heads(Box head) const {
    const float y = head.y0 + 20;
    canvas_.text(Type::kColumn, left_, y, Tint::kInk2, view_.by_origin ? "Said by origins" : "Said by");
    canvas_.text(Type::kColumn, count_, y, Tint::kInk2, "Facts");
    columns_.draw_heads(canvas_, y - 2, 20);
    if (!view_.by_origin) return;
    for (std::size_t c = 0; c < view_.columns.size(); ++c) {
      const std::string articles = "×" + grouped(view_.columns[c].articles.size());
      canvas_.text_in(columns_.cell(c, y + 19, 16), Type::kMini, Tint::kInk3, articles, Align::kCentre);
    }
  }

  // ---- Combinations

  void draw_combination(const CoverageRow& row, float y, Box seen) {
    const bool selected = row.subject == ui_.state.selected, open = &row == open_;
    if (selected) selected_top_ = y;
    if (y + kRow > seen.y0 && y < seen.y1)
      press_combination(row, Box::at(left_, y, right_ - left_, kRow), selected, open);
    if (!open) return;
    y += kRow;
    for (const BriefRow& fact : row.facts) {
      if (fact.subject == ui_.state.selected && !found_selected_) selected_top_ = y, found_selected_ = true;
      if (y + kFact > seen.y0 && y < seen.y1) draw_fact(fact, Box::at(left_, y, right_ - left_, kFact));
      y += kFact;
    }
    if (row.total > row.facts.size()) {
      draw_note(grouped(row.facts.size()) + " of " + grouped(row.total) + " facts shown", y - 8);
    }
  }

  void press_combination(const CoverageRow& row, Box place, bool selected, bool open) {
    const Box ground = place.grown(kReach, 0);
    access_next({.role = Role::kRow, .expanded = open, .selected = selected});
    const Hit h = hit(row.label + ", " + counted(row.total, "fact", "facts"), row.subject.key, ground);
    tell_combination(row, place);
    if (!selected) canvas_.across(left_, right_, place.y0);
    row_ground(canvas_, ground, selected, h.hovered);
    draw_icon(canvas_, open ? Icon::kChevronDown : Icon::kChevronRight, {left_ + 7, place.middle_y()},
              canvas_.color(Tint::kInk2), 18);
    canvas_.text_in({names_, place.y0, count_ - 12, place.y1}, Type::kRow, Tint::kInk, row.label);
    canvas_.text_in({count_ - 8, place.y0, count_ + 28, place.y1}, Type::kRowStrong, Tint::kInk, grouped(row.total),
                    Align::kRight);
    draw_bar(row, {count_ + 40, place.y0, columns_.left() - 16, place.y1});
    const std::vector<BriefCell>& cells = row.facts.front().cells;
    for (std::size_t c = 0; c < cells.size(); ++c) draw_cell(says(cells[c]), columns_.cell(c, place.y0, kRow));
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (!h.clicked) return;
    ui_.commands.emplace_back(Select{open ? row.subject : row.facts.front().subject});
  }

  // "2 agree, 1 differs"; nothing where all of it is said by one text.
  static std::string findings(const CoverageRow& row) {
    if (row.only == row.total) return row.articles > 1 ? "one text" : "";
    constexpr const char* kOne[] = {" agrees", " differs", " of one text"};
    constexpr const char* kMany[] = {" agree", " differ", " of one text"};
    const std::uint32_t counts[] = {row.agree, row.differ, row.only};
    std::string words;
    for (std::size_t i = 0; i < 3; ++i) {
      if (counts[i] == 0) continue;
      if (!words.empty()) words += ", ";
      words += grouped(counts[i]) + (counts[i] == 1 ? kOne : kMany)[i];
    }
    return words;
  }

  void draw_bar(const CoverageRow& row, Box room) const {
    const std::string words = findings(row);
    const float said = words.empty() ? 0 : canvas_.width(Type::kSmall, words) + 10;
    const float whole = std::max(24.0F, std::min(240.0F, room.width() - 130));
    const float length =
        std::max(4.0F, whole * static_cast<float>(row.total) / static_cast<float>(std::max(1U, most_)));
    float x = room.x0;
    for (const auto& [count, status] : {std::pair{row.agree, Status::kAgree}, std::pair{row.differ, Status::kDiffer},
                                        std::pair{row.only, Status::kOnly}}) {
      if (count == 0) continue;
      const float width = length * static_cast<float>(count) / static_cast<float>(row.total);
      const Box part = Box::at(x, room.middle_y() - 9, std::max(3.0F, width - 1), 18);
      canvas_.fill(part, status_fill(status), 3);
      canvas_.outline(part, canvas_.color(status_hue(status)), 3, 1.5F);
      x += width;
    }
    if (x + said <= room.x1) canvas_.text(Type::kSmall, x + 10, room.middle_y() - 8, Tint::kInk3, words);
  }

  void draw_cell(bool filled, Box cell) const {
    if (filled) {
      canvas_.fill(Box::at(cell.middle_x() - 9, cell.middle_y() - 9, 18, 18), Tint::kInverse, 5);
    } else {
      canvas_.ring({cell.middle_x(), cell.middle_y()}, 3, canvas_.color(Tint::kControl), 1);
    }
  }

  void tell_combination(const CoverageRow& row, Box place) const {
    const AccessInside inside;
    access_text(Role::kRowHeader, row.label, place);
    const std::string words = findings(row);
    access_text(Role::kCell, counted(row.total, "fact", "facts") + (words.empty() ? "" : ": " + words), place);
    access_text(Role::kCell, counted(row.origins, "origin", "origins"), place);
  }

  // ---- Facts

  void draw_fact(const BriefRow& fact, Box place) {
    const bool selected = fact.subject == ui_.state.selected;
    const Box ground = place.grown(kReach, 0);
    access_next({.role = Role::kRow, .selected = selected});
    const Hit h = hit(fact.label, fact.subject.key * 8 + static_cast<std::uint64_t>(fact.subject.kind), ground);
    tell_cell_under_pointer(fact, h, place);
    tell_fact(fact, place);
    if (!selected) canvas_.across(names_, right_, place.y0);
    row_ground(canvas_, ground, selected, h.hovered);
    const Status status = status_of(fact);
    draw_status(canvas_, status, {names_ + 7, place.middle_y()}, canvas_.color(status_hue(status)), 13);
    const float room = columns_.left() - 16 - (names_ + 22);
    const float wide = canvas_.width(Type::kSmall, fact.note) + 12;
    const bool noted = room - wide > 140;
    const Box label = Box::at(names_ + 22, place.y0, noted ? room - wide : room, kFact);
    canvas_.text_in(label, Type::kRow, Tint::kInk, fact.label);
    if (noted) {
      canvas_.text_in({label.x1, place.y0, columns_.left() - 16, place.y1}, Type::kSmall, Tint::kInk3, fact.note,
                      Align::kRight);
    }
    const bool words = fact.subject.kind == SubjectKind::kQuote;
    for (std::size_t c = 0; c < fact.cells.size(); ++c) {
      const BriefCell& cell = fact.cells[c];
      draw_value(canvas_, columns_.cell(c, place.y0, kFact), cell.status, cell.text, cell.unsure, words);
    }
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (h.clicked) ui_.commands.emplace_back(Select{fact.subject});
  }

  static std::string cell_words(const BriefCell& cell) {
    if (cell.status == Status::kSilent) return "not found in this text";
    if (cell.status == Status::kBefore)
      return cell.text == "before" ? "published before" : "not compared: " + cell.text;
    return cell.text.empty() ? "says so" : cell.text;
  }

  // What a dot, or "before", means.
  void tell_cell_under_pointer(const BriefRow& fact, const Hit& h, Box place) {
    if (!h.hovered) return;
    const ImVec2 mouse = ImGui::GetMousePos();
    for (std::size_t c = 0; c < fact.cells.size(); ++c) {
      if (columns_.cell(c, place.y0, kFact).contains(mouse)) {
        return tooltip(ui_, h, column_name(c) + ": " + cell_words(fact.cells[c]));
      }
    }
    tooltip(ui_, h, fact.label);
  }

  std::string column_name(std::size_t column) const {
    const OriginView& shown = view_.columns[column];
    const std::uint32_t first = shown.articles.front();
    if (shown.label == "…" || first >= set_.articles.size()) return "The other origins";
    return shown.label + " " + set_.articles[first].outlet;
  }

  void tell_fact(const BriefRow& fact, Box place) const {
    const AccessInside inside;
    access_text(Role::kRowHeader, fact.label, place);
    access_text(Role::kCell, fact.note, place);
    for (std::size_t c = 0; c < fact.cells.size(); ++c) {
      access_text(Role::kCell, view_.columns[c].label + ": " + cell_words(fact.cells[c]),
                  columns_.cell(c, place.y0, kFact));
    }
  }

  float draw_note(const std::string& words, float y) const {
    access_text(Role::kText, words, Box::at(left_, y, 300, 20));
    canvas_.text(Type::kSmall, names_, y + 12, Tint::kInk3, words);
    return y + 30;
  }

  // ---- How much of it each article has

  float draw_articles(float y) const {
    constexpr std::size_t kMost = 40;
    if (view_.articles.size() < 2) return y;
    canvas_.text(Type::kLabel, left_, y, Tint::kInk2, "FOUND IN EACH ARTICLE");
    access_text(Role::kHeading, "Found in each article", Box::at(left_, y, 300, 20));
    y += 26;
    for (std::size_t i = 0; i < std::min(kMost, view_.articles.size()); ++i, y += kArticle) {
      draw_article(i, Box::at(left_, y, right_ - left_, kArticle));
    }
    if (view_.articles.size() > kMost) {
      y = draw_note(grouped(kMost) + " of " + grouped(view_.articles.size()) + " articles shown", y);
    }
    return y;
  }

  void draw_article(std::size_t i, Box place) const {
    const auto& [article, words] = view_.articles[i];
    if (article >= set_.articles.size()) return;
    const ArticleTab& tab = set_.articles[article];
    const std::string found = grouped(view_.found[i]);
    access_text(Role::kText, tab.letter + " " + tab.outlet + ": " + found + " found; " + words, place);
    draw_badge(canvas_, Box::at(left_, place.middle_y() - 10, 20, 20), tab.letter);
    canvas_.text_in({left_ + 30, place.y0, count_ - 12, place.y1}, Type::kBody, Tint::kInk, tab.outlet);
    const Box track = Box::at(count_ + 40, place.middle_y() - 3, std::max(60.0F, (right_ - count_) * 0.3F), 6);
    if (view_.all[i] > 0) {
      canvas_.text_in({count_ - 8, place.y0, count_ + 28, place.y1}, Type::kRowStrong, Tint::kInk, found,
                      Align::kRight);
      canvas_.fill(track, Tint::kSelectFill, 3);
      const float share = static_cast<float>(view_.found[i]) / static_cast<float>(view_.all[i]);
      canvas_.fill(Box::at(track.x0, track.y0, std::max(3.0F, track.width() * share), 6), Tint::kInk3, 3);
    }
    canvas_.text_in({track.x1 + 16, place.y0, right_, place.y1}, Type::kBody, Tint::kInk3, words);
  }

  Ui& ui_;
  const Canvas& canvas_;
  const SetView& set_;
  const CoverageView& view_;
  CoveragePanelState& state_;
  float left_, right_, names_ = 0, count_ = 0, selected_top_ = -1;
  bool found_selected_ = false;
  const CoverageRow* open_;
  std::uint32_t most_ = 1;
  ArticleColumns columns_;
};

}  // namespace

std::vector<Subject> coverage_rows(const CoverageView& view, const CoveragePanelState& state, const Subject& selected) {
  std::vector<Subject> rows;
  const CoverageRow* open = covering_row(view, selected);
  for (const std::uint32_t at : row_order(view, state)) {
    const CoverageRow& row = view.rows[at];
    rows.push_back(row.subject);
    if (&row != open) continue;
    for (const BriefRow& fact : row.facts) {
      if (std::find(rows.begin(), rows.end(), fact.subject) == rows.end()) rows.push_back(fact.subject);
    }
  }
  return rows;
}

void draw_coverage(Ui& ui, Box box, const SetView& set, const CoverageView& view, CoveragePanelState& state) {
  if (view.revision == 0) return;
  if (view.rows.empty()) {
    draw_nothing_found(ui, box, "No facts found that could be compared",
                       "Figures, quotes, dated events and sentences that say the same are compared.");
    return;
  }
  CoveragePage(ui, box, set, view, state).draw(box);
}

}  // namespace newsloupe::ui
