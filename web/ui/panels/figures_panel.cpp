#include "web/ui/panels/figures_panel.h"

#include <algorithm>
#include <string>

#include "core/present/counted.h"
#include "web/ui/figure_line.h"
#include "web/ui/panels/quotes_panel.h"

namespace newsloupe::ui {
namespace {

constexpr float kRow = 104, kLoneRow = 40, kReach = 16, kHead = 40, kNarrow = 760;

bool is_shown(const FigureRow& row, const FiguresPanelState& state) {
  return !state.only_differing || row.status == Status::kDiffer;
}

class FiguresPage {
 public:
  FiguresPage(Ui& ui, Box box, const SetView& set, const FiguresView& view, const EvidenceView& evidence,
              FiguresPanelState& state)
      : ui_(ui),
        canvas_(ui.canvas),
        set_(set),
        view_(view),
        evidence_(evidence),
        state_(state),
        left_(box.x0 + measure::kPage),
        right_(box.x1 - measure::kPage) {
    const float width = right_ - left_;
    const bool narrow = width < kNarrow;
    plot_ = left_ + std::clamp(width * (narrow ? 0.36F : 0.23F), 150.0F, 290.0F);
    why_ = narrow ? right_ : right_ - width * 0.26F;
    plot_end_ = narrow ? right_ : why_ - 56;
  }

  void draw(Box box) {
    Box rest = box;
    draw_title(rest.take_top(72));
    draw_legend(rest.take_bottom(44));
    draw_heads(rest.take_top(28));
    ScrollRegion region(ui_, "Figures", rest);
    const AccessRegion grid(Role::kGrid, "Figures", rest);
    begin_text_area(ui_, rest, region.content().min());
    float y = region.content().y0, selected_top = -1, selected_height = 0;
    bool lone = false;
    for (const FigureRow& row : view_.rows) {
      if (!is_shown(row, state_)) continue;
      if (!lone && row.lines.empty()) {
        draw_lone_head(y);
        y += kHead;
      }
      lone = row.lines.empty();
      const float height = row_height(row) + (is_open(row) ? opened_height() : 0);
      if (is_selected(row)) selected_top = y, selected_height = height;
      if (y + height > rest.y0 && y < rest.y1) draw_row(row, Box::at(left_, y, right_ - left_, height));
      y += height;
    }
    if (y == region.content().y0) {
      canvas_.text(Type::kRow, left_, y + 16, Tint::kInk3, "No figure differs.");
    } else {
      canvas_.across(left_, right_, y);
    }
    region.set_height(y - region.content().y0 + 32);
    if (!(state_.shown == ui_.state.selected) && selected_top >= 0) {
      state_.shown = ui_.state.selected;
      const float top = selected_top - region.content().y0;
      region.reveal(top, top + selected_height);
    }
  }

 private:
  bool is_selected(const FigureRow& row) const { return row.subject.valid() && row.subject == ui_.state.selected; }
  bool is_open(const FigureRow& row) const {
    return is_selected(row) && ui_.state.drawer_open && evidence_.subject == row.subject && !evidence_.cards.empty();
  }
  bool is_narrow() const { return why_ >= right_; }

  void draw_title(Box head) {
    const float y = head.y0 + 22;
    access_text(Role::kHeading, "Figures", head);
    const float width = canvas_.text(Type::kView, left_, y, Tint::kInk, "Figures");
    std::string words = counted(view_.total, "figure", "figures") + " · " +
                        (view_.differ == 1 ? "1 differs" : grouped(view_.differ) + " differ");
    if (view_.updated > 0) words += " · " + grouped(view_.updated) + " updated";
    access_text(Role::kText, words, head);
    canvas_.text(Type::kBody, left_ + width + 12, y + 5, Tint::kInk3, words);
    constexpr std::string_view kOnly = "Only differing";
    const float box = canvas_.width(Type::kBodyStrong, kOnly) + 46;
    if (tick_box(ui_, kOnly, Box::at(right_ - box + 10, y - 2, box, 32), state_.only_differing)) {
      state_.only_differing = !state_.only_differing;
      state_.shown = {};
    }
  }

  void draw_heads(Box head) const {
    canvas_.text(Type::kColumn, left_, head.y0, Tint::kInk2, "What is counted");
    canvas_.text(Type::kColumn, plot_, head.y0, Tint::kInk2, "Values, by article");
    if (!is_narrow()) canvas_.text(Type::kColumn, why_, head.y0, Tint::kInk2, "Why");
  }

  void draw_lone_head(float y) const {
    const std::string words = set_.articles.size() > 1 ? "Only one article has" : "What this article counts";
    access_text(Role::kText, words, Box::at(left_, y, 200, kHead));
    canvas_.across(left_, right_, y);
    canvas_.text(Type::kBodyStrong, left_, y + 12, Tint::kInk, words);
    canvas_.text(Type::kBody, left_ + canvas_.width(Type::kBodyStrong, words) + 8, y + 12, Tint::kInk3,
                 grouped(view_.total - view_.compared));
  }

  const TextFlow& why_flow(const FigureRow& row) const {
    return ui_.flows.get(row.why, Type::kBody, is_narrow() ? right_ - plot_ : right_ - why_, canvas_);
  }

  float row_height(const FigureRow& row) const {
    if (row.lines.empty()) return kLoneRow;
    const float why = row.why.empty() ? 0 : why_flow(row).height();
    return is_narrow() ? kRow + (why > 0 ? why + 8 : 0) : std::max(kRow, why + 24);
  }

  void draw_row(const FigureRow& row, Box place) {
    const Box ground = place.grown(kReach, 0);
    const bool open = is_open(row), selected = is_selected(row);
    access_next({.role = Role::kRow, .expanded = open, .selected = selected});
    const Hit h = hit(row.label + ": " + row.values, row.subject.key, ground);
    tell_cells(row, place);
    if (open) {
      canvas_.fill(ground, Tint::kSunk, 10);
      canvas_.fill({ground.x0, place.y0 + 12, ground.x0 + 3, place.y0 + row_height(row) - 12}, Tint::kInk, 1.5F);
    } else {
      if (!selected) canvas_.across(left_, right_, place.y0);
      row_ground(canvas_, ground, selected, h.hovered);
    }
    Box rest = place;
    const Box head = rest.take_top(row_height(row));
    row.lines.empty() ? draw_lone(row, head) : draw_compared(row, head);
    if (open) draw_opened(rest);
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (!h.clicked) return;
    open ? ui_.commands.emplace_back(CloseDrawer{}) : ui_.commands.emplace_back(Select{row.subject});
  }

  void tell_cells(const FigureRow& row, Box place) const {
    const AccessInside inside;
    access_text(Role::kRowHeader, row.label, place);
    const std::string only = row.lines.empty() ? " (" + letter_of(row.articles) + ")" : "";
    access_text(Role::kCell, row.values + only, place);
    if (!row.word.empty()) access_text(Role::kCell, row.word, place);
    if (!row.why.empty()) access_text(Role::kCell, row.why, place);
  }

  std::string letter_of(const std::vector<std::uint32_t>& articles) const {
    return articles.empty() || articles[0] >= set_.articles.size() ? "?" : set_.articles[articles[0]].letter;
  }

  void draw_compared(const FigureRow& row, Box place) {
    const float room = plot_ - left_ - 24;
    const TextFlow& label = ui_.flows.get(row.label, Type::kThing, room, canvas_);
    if (label.lines().size() <= 2) {
      FlowPainter(canvas_, label, row.label, {left_, place.y0 + 14}).text(canvas_.color(Tint::kInk));
    } else {  // a whole clause stands for a name: smaller, and cut after two lines
      draw_clause(row.label, room, place.y0 + 15);
    }
    const float lines = label.lines().size() > 1 ? 48 : 24;
    draw_tag(canvas_, left_, place.y0 + 14 + lines + 4, row.status, row.word);
    const float each = (plot_end_ - plot_) / static_cast<float>(row.lines.size());
    for (std::size_t i = 0; i < row.lines.size(); ++i) {
      const float x = plot_ + each * static_cast<float>(i);
      const Box plot{x + (i > 0 ? 16.0F : 0), place.y0 + 6, x + each, place.y0 + kRow - 4};
      FigureLinePainter(canvas_, set_, row.lines[i], plot, row.status).draw();
    }
    if (row.why.empty()) return;
    const ImVec2 at = is_narrow() ? ImVec2{plot_, place.y0 + kRow} : ImVec2{why_, place.y0 + 15};
    FlowPainter(canvas_, why_flow(row), row.why, at).text(canvas_.color(Tint::kInk2));
  }

  void draw_clause(const std::string& words, float room, float top) const {
    const TextFlow& flow = ui_.flows.get(words, Type::kBodyStrong, room, canvas_);
    const std::size_t second = flow.lines().size() > 1 ? flow.lines()[1].span.begin : words.size();
    const std::string_view all = words;
    canvas_.text(Type::kBodyStrong, left_, top, Tint::kInk, all.substr(0, flow.lines()[0].ink_end));
    canvas_.text_in(Box::at(left_, top + 20, room, 20), Type::kBodyStrong, Tint::kInk, all.substr(second));
  }

  void draw_lone(const FigureRow& row, Box place) const {
    draw_badge(canvas_, Box::at(left_, place.middle_y() - 10, 20, 20), letter_of(row.articles), true);
    const float value = canvas_.width(Type::kRowStrong, row.values);
    const float label = left_ + 32;
    const float values = std::max(plot_, left_ + 120);
    canvas_.text_in({label, place.y0, values - 16, place.y1}, Type::kRowStrong, Tint::kInk, row.values);
    canvas_.text_in({std::max(values, label + std::min(value, values - 16 - label) + 16), place.y0, right_, place.y1},
                    Type::kRow, Tint::kInk2, row.label);
  }

  // ---- The opened row: every sentence with its place

  float sentence_left() const { return left_ + (is_narrow() ? 32.0F : plot_ - left_); }

  const TextFlow& sentence(const EvidenceCard& card) const {
    std::vector<FlowStyle> styles;
    for (const TextSpan& mark : card.marks) styles.push_back({mark, false, 4});
    return ui_.flows.get(card.text, Type::kEvidence, right_ - sentence_left(), canvas_, styles);
  }

  float card_height(const EvidenceCard& card) const {
    const float words = sentence(card).height() + (card.note.empty() ? 0 : 18);
    return (is_narrow() ? 26 + words : std::max(40.0F, words)) + 16;
  }

  float opened_height() const {
    float height = 8 + 44;
    for (const EvidenceCard& card : evidence_.cards) height += card_height(card);
    return height + (evidence_.absent.empty() ? 0.0F : 32.0F);
  }

  void draw_opened(Box place) {
    float y = place.y0 + 8;
    for (std::size_t i = 0; i < evidence_.cards.size(); ++i) {
      const float height = card_height(evidence_.cards[i]);
      draw_card(evidence_.cards[i], i, Box::at(left_, y, right_ - left_, height));
      y += height;
    }
    if (!evidence_.absent.empty()) {
      draw_absent(y);
      y += 32;
    }
    float x = sentence_left();
    x += draw_key_hint(canvas_, x, y + 16, "Enter", "read");
    x += draw_key_hint(canvas_, x, y + 16, "c", "copy as lines for a correction");
    draw_key_hint(canvas_, x, y + 16, "←", "close");
  }

  void draw_card(const EvidenceCard& card, std::size_t id, Box place) {
    const Hit h = hit("Read in " + card.outlet + ", " + card.where + ": " + card.text, 900 + id, place);
    if (h.hovered) canvas_.fill(place.grown(8, 0), Tint::kHoverFill, 8);
    if (h.focused) focus_ring(canvas_, place.shrunk(0, 4), 6);
    if (h.clicked) ui_.commands.emplace_back(OpenArticle{card.place.article, card.place.span});
    draw_badge(canvas_, Box::at(left_, place.y0 + 8, 20, 20), card.letter);
    const float end = is_narrow() ? right_ : sentence_left() - 16;
    const std::string where = card.where + (card.published.empty() ? "" : " · " + card.published);
    const float name = std::min(canvas_.width(Type::kBodyStrong, card.outlet), end - left_ - 28);
    canvas_.text_in(Box::at(left_ + 28, place.y0 + 8, name + 0.5F, 20), Type::kBodyStrong, Tint::kInk, card.outlet);
    const Box below = is_narrow() ? Box{left_ + 28 + name + 10, place.y0 + 8, end, place.y0 + 28}
                                  : Box{left_ + 28, place.y0 + 27, end, place.y0 + 45};
    canvas_.text_in(below, Type::kSmall, Tint::kInk3, where);
    const TextFlow& flow = sentence(card);
    const ImVec2 at{sentence_left(), place.y0 + (is_narrow() ? 32.0F : 6.0F)};
    const FlowPainter painter(canvas_, flow, card.text, at);
    const Tint fill = card.status == Status::kDiffer ? Tint::kDifferFill : Tint::kSelectFill;
    for (const TextSpan& mark : card.marks) painter.mark(mark, canvas_.color(fill), 4);
    painter.text(canvas_.color(Tint::kInk));
    report_lines(ui_, flow, card.text, at, {source_words(card.outlet, card.published), card.where});
    if (!card.note.empty()) canvas_.text(Type::kSmall, at.x, at.y + flow.height() + 2, Tint::kInk3, card.note);
  }

  // Silence is not disagreement: it is told apart from what could not be known yet.
  void draw_absent(float y) const {
    std::string words;
    for (const std::string_view why : {"not found in this text", "published before"}) {
      std::string letters;
      for (const auto& [article, reason] : evidence_.absent) {
        if (reason != why || article >= set_.articles.size()) continue;
        letters += (letters.empty() ? "" : ", ") + set_.articles[article].letter;
      }
      if (!letters.empty()) words += (words.empty() ? "" : " · ") + letters + ": " + std::string(why);
    }
    const Box place{sentence_left(), y + 4, right_, y + 24};
    access_text(Role::kText, words, place);
    canvas_.text_in(place, Type::kSmall, Tint::kInk3, words);
  }

  void draw_legend(Box foot) const {
    canvas_.across(left_, right_, foot.y0);
    const float y = foot.middle_y();
    const ImU32 ink = canvas_.color(Tint::kInk);
    float x = left_ + 6;
    const auto words = [&](float symbol, std::string_view text) {
      x += symbol + canvas_.text(Type::kSmall, x + symbol, y - 8, Tint::kInk2, text) + 26;
    };
    canvas_.disc({x, y}, 4, ink);
    words(12, "exact");
    canvas_.ring({x, y}, 4, ink, 1.5F);
    words(12, "approximate");
    canvas_.fill({x - 4, y - 2, x + 24, y + 2}, ink, 2);
    words(32, "range");
    canvas_.fill({x - 4, y - 5, x + 24, y + 5}, Tint::kSelectFill, 5);
    words(32, "what the words leave open");
    if (view_.rows.size() >= view_.total) return;
    const std::string shown = grouped(view_.rows.size()) + " of " + grouped(view_.total) + " shown";
    access_text(Role::kText, shown, foot);
    canvas_.text_in({x, y - 8, right_, y + 8}, Type::kSmall, Tint::kInk2, shown, Align::kRight);
  }

  Ui& ui_;
  const Canvas& canvas_;
  const SetView& set_;
  const FiguresView& view_;
  const EvidenceView& evidence_;
  FiguresPanelState& state_;
  float left_, right_, plot_ = 0, plot_end_ = 0, why_ = 0;
};

}  // namespace

std::vector<Subject> figure_rows(const FiguresView& view, const FiguresPanelState& state) {
  std::vector<Subject> rows;
  for (const FigureRow& row : view.rows) {
    if (is_shown(row, state)) rows.push_back(row.subject);
  }
  return rows;
}

void draw_figures(Ui& ui, Box box, const SetView& set, const FiguresView& view, const EvidenceView& evidence,
                  FiguresPanelState& state) {
  if (view.revision == 0) return;
  if (view.rows.empty()) {
    draw_nothing_found(ui, box, "No figures found in these articles",
                       "Counts, sums, percentages and measures are read.");
    return;
  }
  FiguresPage(ui, box, set, view, evidence, state).draw(box);
}

}  // namespace newsloupe::ui
