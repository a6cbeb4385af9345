#include "web/ui/evidence_drawer.h"

#include <algorithm>
#include <string>

#include "web/ui/panels/correct_sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kPad = 24;

// Draws from the top down and keeps the place of the next thing.
class Column {
 public:
  Column(Ui& ui, Box box) : ui_(ui), left_(box.x0 + kPad), right_(box.x1 - kPad), edge_(box), y_(box.y0) {}

  float y() const { return y_; }
  void space(float height) { y_ += height; }
  void rule() { ui_.canvas.across(edge_.x0, edge_.x1, y_); }
  float width() const { return right_ - left_; }
  float left() const { return left_; }
  float right() const { return right_; }

  void words(std::string_view text, Type type, Tint tint, float indent = 0) {
    const TextFlow& flow = ui_.flows.get(text, type, width() - indent, ui_.canvas);
    FlowPainter(ui_.canvas, flow, text, {left_ + indent, y_}).text(ui_.canvas.color(tint));
    y_ += flow.height();
  }

  void label(std::string_view text) {
    ui_.canvas.text(Type::kLabel, left_, y_, Tint::kInk2, text);
    y_ += 24;
  }

 private:
  Ui& ui_;
  float left_, right_;
  Box edge_;
  float y_;
};

void draw_head(Ui& ui, Box box, bool correctable) {
  ui.canvas.text(Type::kLabel, box.x0 + kPad, box.middle_y() - 8, Tint::kInk2, "EVIDENCE");
  if (icon_button(ui, "Close evidence", {box.x1 - 32, box.middle_y()}, Icon::kClose)) {
    ui.commands.emplace_back(CloseDrawer{});
  }
  if (correctable && icon_button(ui, "Wrong? Correct", {box.x1 - 68, box.middle_y()}, Icon::kPencil, 0, "e")) {
    ui.commands.emplace_back(ShowSheet{Sheet::kCorrect});
  }
  ui.canvas.across(box.x0, box.x1, box.y1 - ui.canvas.hairline());
}

void draw_foot(Ui& ui, Box box, bool correctable) {
  ui.canvas.fill(box, Tint::kSurface);
  ui.canvas.across(box.x0, box.x1, box.y0);
  float x = box.x0 + kPad;
  x += draw_key_hint(ui.canvas, x, box.middle_y(), "Enter", "read");
  x += draw_key_hint(ui.canvas, x, box.middle_y(), "c", "copy");
  if (correctable) x += draw_key_hint(ui.canvas, x, box.middle_y(), "e", "correct");
  if (x + 80 <= box.x1) x += draw_key_hint(ui.canvas, x, box.middle_y(), "x", "compare");
  if (x + 64 <= box.x1)
    draw_key_hint(ui.canvas, x, box.middle_y(), "Esc", "close");  // the cross in the head says it too
}

void draw_thing(Ui& ui, Column& column, const EvidenceView& view) {
  column.space(24);
  access_text(Role::kHeading, view.title + (view.status_word.empty() ? "" : ", " + view.status_word),
              Box::at(column.left(), column.y(), column.width(), 28));
  access_text(Role::kText, view.sure, Box::at(column.left(), column.y() + 28, column.width(), 20));
  // A short title has the tag at its right; a statement stands below its tag, over the whole width.
  const float tag = view.status_word.empty() ? 0 : tag_width(ui.canvas, view.status, view.status_word) + 12;
  const bool beside = ui.canvas.width(Type::kView, view.title) <= (column.width() - tag) * 2;
  if (tag > 0)
    draw_tag(ui.canvas, beside ? column.right() : column.left(), column.y(), view.status, view.status_word, beside);
  if (tag > 0 && !beside) column.space(36);
  const Type type = beside ? Type::kView : Type::kThing;
  const TextFlow& title = ui.flows.get(view.title, type, column.width() - (beside ? tag : 0), ui.canvas);
  FlowPainter(ui.canvas, title, view.title, {column.left(), column.y() - 2}).text(ui.canvas.color(Tint::kInk));
  column.space(title.height() + 1);
  if (view.corrected) {
    const float mark = draw_corrected_mark(ui, 0xED17, column.left(), column.y() + 10);
    ui.canvas.text(Type::kSmall, column.left() + mark, column.y() + 2, Tint::kInk3, "corrected by you");
    column.space(20);
  }
  if (!view.sure.empty()) column.words(view.sure, Type::kBody, Tint::kInk2);
  column.space(17);
}

// The verbatim sentence, its value marked in the hue of the finding.
void draw_sentence(Ui& ui, Column& column, const EvidenceCard& card, Status status) {
  std::vector<FlowStyle> styles;
  for (const TextSpan& mark : card.marks) styles.push_back({mark, false, 4});
  const TextFlow& flow = ui.flows.get(card.text, Type::kEvidence, column.width(), ui.canvas, styles);
  const FlowPainter painter(ui.canvas, flow, card.text, {column.left(), column.y()});
  const Tint fill = status_fill(status) == Tint::kClear ? Tint::kSelectFill : status_fill(status);
  for (const TextSpan& mark : card.marks) painter.mark(mark, ui.canvas.color(fill), 4);
  painter.text(ui.canvas.color(Tint::kInk));
  report_lines(ui, flow, card.text, {column.left(), column.y()},
               {source_words(card.outlet, card.published), card.where});
  column.space(flow.height());
}

float card_height(Ui& ui, const Column& column, const EvidenceCard& card) {
  std::vector<FlowStyle> styles;
  for (const TextSpan& mark : card.marks) styles.push_back({mark, false, 4});
  float height = 14 + 20 + 14;
  if (!card.text.empty())
    height += 6 + ui.flows.get(card.text, Type::kEvidence, column.width(), ui.canvas, styles).height();
  if (!card.note.empty()) height += 6 + ui.flows.get(card.note, Type::kSmall, column.width(), ui.canvas).height();
  return height;
}

void draw_card(Ui& ui, Column& column, const EvidenceCard& card, Status status, std::uint64_t id) {
  const Canvas& canvas = ui.canvas;
  const float height = card_height(ui, column, card);
  const Box place{column.left() - kPad, column.y(), column.right() + kPad, column.y() + height};
  const std::string what = card.text.empty() ? card.note : card.text;
  const Hit h = hit("Read in " + card.outlet + ", " + card.where + ": " + what, id, place);
  column.rule();
  if (h.hovered) canvas.fill(place.shrunk(8, 4), Tint::kHoverFill, 8);
  if (h.focused) focus_ring(canvas, place.shrunk(10, 8), 8);
  if (h.clicked) ui.commands.emplace_back(OpenArticle{card.place.article, card.place.span});
  column.space(14);
  draw_badge(canvas, Box::at(column.left(), column.y(), 20, 20), card.letter, card.text.empty());
  float x = column.left() + 28;
  const float date = canvas.width(Type::kSmall, card.published);
  const float where = canvas.width(Type::kSmall, card.where) + 8;
  const float name = std::min(canvas.width(Type::kBodyStrong, card.outlet), column.right() - x - date - where - 12);
  canvas.text_in(Box::at(x, column.y(), name + 0.5F, 20), Type::kBodyStrong, Tint::kInk, card.outlet);
  canvas.text(Type::kSmall, x + name + 8, column.y() + 2, Tint::kInk3, card.where);
  canvas.text(Type::kSmall, column.right() - date, column.y() + 2, Tint::kInk3, card.published);
  column.space(20);
  if (!card.text.empty()) column.space(6), draw_sentence(ui, column, card, status);
  if (!card.note.empty()) column.space(6), column.words(card.note, Type::kSmall, Tint::kInk3);
  column.space(14);
}

void draw_absent(Ui& ui, Column& column, const EvidenceView& view, const SetView& set) {
  for (const auto& [article, why] : view.absent) {
    if (article >= set.articles.size()) continue;
    const ArticleTab& tab = set.articles[article];
    access_text(Role::kText, tab.letter + " " + tab.outlet + ": " + why, Box::at(column.left(), column.y(), 200, 20));
    column.rule();
    column.space(14);
    draw_badge(ui.canvas, Box::at(column.left(), column.y(), 20, 20), tab.letter, true);
    const float note = ui.canvas.width(Type::kSmall, why);
    ui.canvas.text_in({column.left() + 28, column.y(), column.right() - note - 8, column.y() + 20}, Type::kBodyStrong,
                      Tint::kInk, tab.outlet);
    ui.canvas.text(Type::kSmall, column.right() - note, column.y() + 2, Tint::kInk3, why);
    column.space(34);
  }
}

void draw_reasons(Ui& ui, Column& column, const EvidenceView& view) {
  if (!view.reasons.empty()) {
    column.rule();
    column.space(16);
    column.label("POSSIBLE REASONS");
    for (const std::string& reason : view.reasons) {
      access_text(Role::kText, "Possible reason: " + reason, Box::at(column.left(), column.y(), 200, 20));
      ui.canvas.disc({column.left() + 4, column.y() + 10.5F}, 2, ui.canvas.color(Tint::kInk3));
      column.words(reason, Type::kBody, Tint::kInk, 14);
      column.space(4);
    }
    column.space(12);
  }
  if (view.reading.empty()) return;
  column.rule();
  column.space(16);
  column.label("HOW IT WAS READ");
  for (const auto& [key, value] : view.reading) {
    ui.canvas.text(Type::kBody, column.left(), column.y(), Tint::kInk3, key);
    column.words(value, Type::kBody, Tint::kInk, 88);
    column.space(2);
  }
  column.space(12);
}

void draw_nothing(Ui& ui, Box box, std::string_view first, std::string_view second) {
  const float middle = box.y0 + 64;
  ui.canvas.text_in({box.x0 + kPad, middle - 20, box.x1 - kPad, middle}, Type::kBodyStrong, Tint::kInk, first);
  const TextFlow& flow = ui.flows.get(second, Type::kBody, box.width() - 2 * kPad, ui.canvas);
  FlowPainter(ui.canvas, flow, second, {box.x0 + kPad, middle + 4}).text(ui.canvas.color(Tint::kInk3));
}

Subject first_row(const BriefView& brief) {
  for (const BriefBand& band : brief.bands) {
    if (!band.rows.empty()) return band.rows.front().subject;
  }
  return {};
}

}  // namespace

void draw_evidence_drawer(Ui& ui, Box box, const Views& views) {
  const EvidenceView& view = views.evidence;
  const AccessRegion told(Role::kComplementary, "Evidence", box);
  ui.canvas.fill(box, Tint::kSurface);
  ui.canvas.down(box.x0, box.y0, box.y1);
  Box rest = box;
  rest.x0 += ui.canvas.hairline();
  const bool correctable = view.correctable && view.subject == ui.state.selected;
  draw_head(ui, rest.take_top(48), correctable);
  const Box foot = rest.take_bottom(48);
  const Subject& selected = ui.state.selected;
  if (!selected.valid()) {
    draw_nothing(ui, rest, "Nothing is selected",
                 "Choose a row or a marked word: its sentences stand here, article by article.");
  } else if (view.subject == selected && view.title.empty()) {
    // What was selected went with a correction: the first row takes its place.
    const Subject first = first_row(views.brief);
    ui.commands.emplace_back(Select{first == selected ? Subject{} : first});
  } else if (view.subject == selected) {
    ScrollRegion region(ui, "Evidence", rest);
    begin_text_area(ui, rest, region.content().min());
    Column column(ui, region.content());
    draw_thing(ui, column, view);
    for (std::size_t i = 0; i < view.cards.size(); ++i) draw_card(ui, column, view.cards[i], view.status, i);
    draw_absent(ui, column, view, views.set);
    draw_reasons(ui, column, view);
    column.rule();
    region.set_height(column.y() - region.content().y0 + 8);
  }
  draw_foot(ui, foot, correctable);
}

}  // namespace newsloupe::ui
