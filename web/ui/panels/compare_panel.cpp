#include "web/ui/panels/compare_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/present/counted.h"
#include "web/ui/panels/compare_texts.h"
#include "web/ui/panels/quotes_panel.h"

namespace newsloupe::ui {
namespace {

constexpr float kNarrow = 980;  // of the screen: less room around, no words in the middle

CompareMeasures measures_from(Box box) {
  const bool narrow = box.width() < kNarrow;
  const float page = narrow ? 16 : measure::kPage, strip = narrow ? 20 : 32;
  const float room = box.width() - 2 * page - strip;
  CompareMeasures m;
  m.gutter = std::round(std::clamp(room * 0.11F, 68.0F, 136.0F));
  m.width = std::floor((room - m.gutter) / 2);
  m.left = box.x0 + page;
  m.pad = narrow ? 12 : 20;
  return m;
}

class ComparePage {
 public:
  ComparePage(Ui& ui, Box box, const AppState& app, const SetView& set, const CompareView& view,
              ComparePanelState& state)
      : ui_(ui), canvas_(ui.canvas), box_(box), app_(app), set_(set), view_(view), state_(state) {}

  void draw() {
    Box rest = box_;
    const Box head = rest.take_top(60);
    draw_side(head, view_.left, view_.right, true);
    draw_side(head, view_.right, view_.left, false);
    draw_swap(head);
    canvas_.across(m_.left, m_.right() + m_.width, head.y1);
    draw_words(rest);
    draw_modes(rest.take_top(48));
    if (ui_.state.compare_mode == CompareMode::kFacts) return draw_facts(rest);
    const Box map = rest.take_top(44).shrunk(m_.left - box_.x0, 6);
    draw_compared_texts(ui_, {box_.x0, rest.y0 + 4, box_.x1, rest.y1}, {map.x0, map.y0, m_.right() + m_.width, map.y1},
                        m_, app_, set_, view_, state_);
  }

 private:
  const ArticleTab* tab(std::uint32_t article) const {
    return article < set_.articles.size() ? &set_.articles[article] : nullptr;
  }

  // ---- Head

  void draw_side(Box head, const CompareSide& side, const CompareSide& other, bool is_left) {
    const ArticleTab* shown = tab(side.article);
    if (shown == nullptr) return;
    const float x = is_left ? m_.left : m_.right(), y = head.middle_y();
    const float choice = draw_choice(Box{x + 90, y - 11, x + m_.width, y + 11}, side, other, is_left);
    draw_badge(canvas_, Box::at(x, y - 12, 24, 24), shown->letter);
    const float name_x = x + 34, room = choice - 12 - name_x;
    const float name = std::min(room, canvas_.width(Type::kThing, shown->outlet));
    access_text(Role::kHeading, shown->letter + ", " + shown->outlet, Box::at(name_x, y - 12, name, 24));
    canvas_.text_in(Box::at(name_x, y - 12, name + 0.5F, 24), Type::kThing, Tint::kInk, shown->outlet);
    const std::string meta = side.when + " · " + grouped(shown->words) + " words";
    if (room - name > 90) {
      canvas_.text_in({name_x + name + 12, y - 9, choice - 12, y + 11}, Type::kBody, Tint::kInk3, meta);
    }
  }

  // A badge for each article, from the right; of many, those around the chosen one. Gives the left edge.
  float draw_choice(Box room, const CompareSide& side, const CompareSide& other, bool is_left) {
    constexpr float kStep = 26;
    const auto count = static_cast<std::uint32_t>(set_.articles.size());
    const auto fit = std::min(count, static_cast<std::uint32_t>(std::max(1.0F, room.width() / kStep)));
    const std::uint32_t first = std::min(count - fit, side.article - std::min(side.article, fit / 2));
    const float x0 = room.x1 - static_cast<float>(fit) * kStep + 4;
    const AccessRegion group(Role::kRadiogroup, is_left ? "Left article" : "Right article", room);
    for (std::uint32_t i = first; i < first + fit; ++i) {
      const Box place = Box::at(x0 + static_cast<float>(i - first) * kStep, room.y0, 22, 22);
      const bool chosen = i == side.article;
      access_next({.role = Role::kRadio, .checked = chosen});
      const Hit h = hit(set_.articles[i].letter + ", " + set_.articles[i].outlet, i + (is_left ? 0 : 1000), place);
      if (chosen || h.hovered) canvas_.fill(place.grown(2, 2), chosen ? Tint::kLine : Tint::kHoverFill, 7);
      draw_badge(canvas_, Box::at(place.x0 + 1, place.y0 + 1, 20, 20), set_.articles[i].letter, !chosen);
      if (h.focused) focus_ring(canvas_, place.shrunk(1, 1), 5);
      tooltip(ui_, h, set_.articles[i].outlet, i == other.article ? "Exchanges the sides" : set_.articles[i].title);
      if (!h.clicked || chosen) continue;
      const std::uint32_t beside = i == other.article ? side.article : other.article;
      ui_.commands.emplace_back(is_left ? ComparePair{i, beside} : ComparePair{beside, i});
    }
    return x0;
  }

  void draw_swap(Box head) {
    const bool wide = m_.gutter > 110;
    const float width = wide ? 104 : 56, middle = m_.left + m_.width + m_.gutter / 2;
    const Box place = Box::at(middle - width / 2, head.middle_y() - 16, width, 32);
    const Hit h = hit("Swap", 0x5A, place);
    canvas_.fill(place, h.held ? Tint::kLine : h.hovered ? Tint::kSunk : Tint::kSurface, 8);
    canvas_.outline(place, h.hovered ? Tint::kControl : Tint::kLine2, 8, 1);
    canvas_.text(Type::kBodyStrong, place.x0 + (wide ? 14.0F : 11.0F), place.middle_y() - 10, Tint::kInk, "Swap");
    if (wide) draw_key(canvas_, place.x1 - 30, place.middle_y(), "x");
    if (h.focused) focus_ring(canvas_, place, 8);
    tooltip(ui_, h, "Exchange the two sides", "Key x");
    if (h.clicked) ui_.commands.emplace_back(ComparePair{view_.right.article, view_.left.article});
  }

  // What the two texts have in common, and what each has alone.
  void draw_words(Box& rest) {
    const std::string first = view_.direction.empty() ? view_.wording : view_.wording + " " + view_.direction;
    const float width = m_.right() + m_.width - m_.left;
    rest.take_top(10);
    for (const std::string& words : {first, view_.added}) {
      const TextFlow& flow = ui_.flows.get(words, Type::kBody, width, canvas_);
      const Box line = rest.take_top(flow.height());
      access_text(Role::kText, words, line);
      FlowPainter(canvas_, flow, words, {m_.left, line.y0})
          .text(canvas_.color(words == view_.added ? Tint::kInk3 : Tint::kInk2));
    }
  }

  void draw_modes(Box bar) {
    constexpr std::array<std::string_view, 3> kWords = {"Text", "Facts", "Differences only"};
    const float y = bar.middle_y() + 2;
    const Box place = Box::at(m_.left, y - 16, std::min(384.0F, m_.width + m_.gutter), 32);
    const int pressed = segments(ui_, "What is shown", place, kWords, static_cast<int>(ui_.state.compare_mode));
    if (pressed >= 0) ui_.commands.emplace_back(SetCompareMode{static_cast<CompareMode>(pressed)});
    if (ui_.state.compare_mode != CompareMode::kFacts)
      draw_legend({place.x1 + 20, y - 8, m_.right() + m_.width, y + 8});
  }

  void draw_legend(Box room) {
    struct Entry {
      PassageKind kind;
      std::string words;
    };
    const Entry entries[] = {
        {PassageKind::kOnlyHere, "only here"},
        {PassageKind::kDiffers, "differs"},
        {PassageKind::kOtherWords, "same in other words"},
        {PassageKind::kSameWords, view_.share > 0 ? "same words " + std::to_string(view_.share) + " %" : "same words"},
    };
    float x = room.x1;
    for (const Entry& entry : entries) {
      const float width = 32 + canvas_.width(Type::kSmall, entry.words);
      if (x - width < room.x0) break;
      const Box swatch = Box::at(x - width, room.middle_y() - 6, 24, 12);
      if (entry.kind == PassageKind::kOnlyHere) {
        canvas_.fill({swatch.x0, swatch.middle_y(), swatch.x1, swatch.middle_y() + 2}, Tint::kOnly);
      } else {
        canvas_.fill(swatch, passage_tint(entry.kind), 3);
        if (entry.kind == PassageKind::kDiffers) canvas_.outline(swatch, Tint::kDiffer, 3, 1.5F);
      }
      canvas_.text(Type::kSmall, swatch.x1 + 8, room.y0, Tint::kInk2, entry.words);
      x -= width + 20;
    }
  }

  // ---- Facts

  void draw_facts(Box rest) {
    constexpr float kRow = 40;
    const float right = m_.right() + m_.width, cell = std::clamp((right - m_.left) * 0.18F, 80.0F, 180.0F);
    const Box head = rest.take_top(36);
    const std::array<float, 2> columns = {right - 2 * cell, right - cell};
    for (std::size_t i = 0; i < 2; ++i) {
      const ArticleTab* shown = tab(i == 0 ? view_.left.article : view_.right.article);
      if (shown == nullptr) continue;
      draw_badge(canvas_, Box::at(columns[i] + cell / 2 - 10, head.y0 + 8, 20, 20), shown->letter);
    }
    ScrollRegion region(ui_, "Facts", rest);
    const AccessRegion grid(Role::kGrid, "Facts of both", rest);
    float y = region.content().y0;
    for (const BriefBand& band : view_.facts) {
      const Box title = Box::at(m_.left, y, right - m_.left, 40);
      access_text(Role::kHeading, band.title, title);
      draw_status(canvas_, band.status, {m_.left + 8, title.y0 + 24});
      const float words = canvas_.text(Type::kBodyStrong, m_.left + 26, title.y0 + 14, Tint::kInk, band.title);
      canvas_.text(Type::kBody, m_.left + 34 + words, title.y0 + 14, Tint::kInk3, std::to_string(band.total));
      y += 40;
      for (const BriefRow& row : band.rows) {
        const Box place = Box::at(m_.left, y, right - m_.left, kRow);
        if (place.y1 > rest.y0 && place.y0 < rest.y1) draw_fact(row, place, columns, cell);
        if (row.subject == ui_.state.selected) reveal(region, y);
        y += kRow;
      }
      y += 12;
    }
    if (view_.facts.empty()) {
      draw_nothing_found(ui_, rest, "No statement found that can be compared", "Figures, quotes, dates and names.");
    }
    region.set_height(y - region.content().y0 + 32);
  }

  void reveal(ScrollRegion& region, float y) {
    if (state_.fact == ui_.state.selected) return;
    state_.fact = ui_.state.selected;
    region.reveal(y - region.content().y0, y - region.content().y0 + 40);
  }

  void draw_fact(const BriefRow& row, Box place, const std::array<float, 2>& columns, float cell) {
    const bool here = row.subject.valid() && row.subject == ui_.state.selected;
    access_next({.role = Role::kRow, .selected = here});
    const Box ground = place.grown(12, 0);
    const Hit h = hit(row.label, row.subject.key, ground);
    {
      const AccessInside inside;
      access_text(Role::kRowHeader, row.label, place);
      for (std::size_t i = 0; i < 2; ++i) {
        const ArticleTab* shown = tab(i == 0 ? view_.left.article : view_.right.article);
        const BriefCell& value = row.cells[i];
        access_text(Role::kCell,
                    (shown != nullptr ? shown->letter : "?") + ": " +
                        (value.status == Status::kSilent ? "does not say"
                         : value.text.empty()            ? "says so"
                                                         : value.text),
                    Box::at(columns[i], place.y0, cell, place.height()));
      }
    }
    canvas_.across(place.x0, place.x1, place.y0);
    row_ground(canvas_, ground, here, h.hovered);
    const Box label{place.x0, place.y0, columns[0] - 12, place.y1};
    canvas_.text_in(label, Type::kRow, Tint::kInk, row.label);
    const float note = label.x0 + canvas_.width(Type::kRow, row.label) + 12;
    if (note + 40 < label.x1)
      canvas_.text_in({note, label.y0, label.x1, label.y1}, Type::kSmall, Tint::kInk3, row.note);
    for (std::size_t i = 0; i < 2; ++i) {
      draw_value(canvas_, Box::at(columns[i], place.y0, cell, place.height()), row.cells[i].status, row.cells[i].text,
                 row.cells[i].unsure);
    }
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (h.clicked && row.subject.valid()) ui_.commands.emplace_back(Select{row.subject});
  }

  Ui& ui_;
  const Canvas& canvas_;
  Box box_;
  const AppState& app_;
  const SetView& set_;
  const CompareView& view_;
  ComparePanelState& state_;
  CompareMeasures m_ = measures_from(box_);
};

}  // namespace

void draw_compare(Ui& ui, Box box, const AppState& app, const SetView& set, const CompareView& view,
                  ComparePanelState& state) {
  if (view.revision == 0) return;  // on its way
  if (!view.needs.empty()) {
    access_text(Role::kText, view.needs, box);
    draw_nothing_found(ui, box, view.needs, "Drop a file, paste a text, or take an article in again.");
    return;
  }
  ComparePage(ui, box, app, set, view, state).draw();
}

std::string compare_place(const CompareView& view, const AppState& app) {
  if (view.rows.empty() || app.view.compare_mode == CompareMode::kFacts) return {};
  std::size_t all = 0, before = 0;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (!view.rows[i].difference) continue;
    ++all;
    if (i < app.passage) ++before;
  }
  const bool at_one = app.passage > 0 && app.passage <= view.rows.size() && view.rows[app.passage - 1].difference;
  if (all == 0) return "no passage differs";
  if (!at_one) return counted(all, "difference", "differences") + " · n next";
  return "difference " + std::to_string(before) + " of " + std::to_string(all);
}

std::string compare_told(const CompareView& view, const AppState& app) {
  if (app.passage == 0 || app.passage > view.rows.size()) return {};
  const CompareRow& row = view.rows[app.passage - 1];
  std::string told = row.difference ? compare_place(view, app) : "Passage " + std::to_string(app.passage);
  const auto add = [&told](const CompareSide& side, std::uint32_t at, const char* where) {
    const TextSpan span = at == kNoPassage ? TextSpan{} : side.passages[at].span;
    told += where + (at == kNoPassage ? "not there" : side.text.substr(span.begin, span.size()));
  };
  add(view.left, row.left, ". Left: ");
  add(view.right, row.right, " Right: ");
  return told;
}

}  // namespace newsloupe::ui
