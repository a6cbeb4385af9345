#include "web/ui/panels/brief_panel.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "web/ui/columns.h"
#include "web/ui/timeline_scale.h"

namespace newsloupe::ui {
namespace {

constexpr float kReach = 12;

// Heights of the parts; everything moves closer in a low window, so that all of it stands above the fold.
struct Heights {
  float top, row, band_head, band_gap, more, after_standfirst;
};
constexpr Heights kRoomy = {18, 36, 31, 10, 29, 16}, kLow = {16, 32, 28, 8, 26, 12};

// Rows a band shows before "n more" is pressed.
std::size_t first_rows(Status status) { return status == Status::kDiffer ? 8 : status == Status::kAgree ? 4 : 2; }

std::size_t shown_rows(const BriefBand& band, bool opened) {
  const std::size_t few = first_rows(band.status);
  return opened ? band.rows.size() : std::min(few, band.rows.size());
}

bool is_open(const BriefPanelState& state, std::size_t band) { return ((state.opened_bands >> band) & 1) != 0; }

// The whole page of the Brief: each part draws at `y_` and moves it on.
class BriefPage {
 public:
  BriefPage(Ui& ui, Box content, const Heights& heights, const SetView& set, const BriefView& view,
            BriefPanelState& state)
      : ui_(ui),
        canvas_(ui.canvas),
        set_(set),
        view_(view),
        state_(state),
        left_(content.x0),
        right_(content.x1),
        y_(content.y0),
        h_(heights),
        columns_(set, view.columns, content.x1, content.width() * (view.columns.size() > 6 ? 0.62F : 0.465F), 72) {}

  float y() const { return y_; }
  float selected_top() const { return selected_top_; }

  void draw() {
    standfirst();
    matrix();
    canvas_.across(left_, right_, y_);
    y_ += 13;
    quoted_and_when();
  }

 private:
  void standfirst() {
    const AccessRegion group(Role::kGroup, "In one sentence", Box::at(left_, y_, right_ - left_, 40));
    std::string text;
    std::vector<std::pair<TextSpan, const BriefRun*>> leads;
    for (const BriefRun& run : view_.standfirst) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += run.text;
      if (run.subject.valid()) leads.push_back({{begin, static_cast<std::uint32_t>(text.size())}, &run});
    }
    const Type type = h_.row < 36 ? Type::kStandfirstLow : Type::kStandfirst;
    const TextFlow& flow = ui_.flows.get(text, type, std::min(right_ - left_, measure::kStandfirstWidth), canvas_);
    const FlowPainter painter(canvas_, flow, text, {left_, y_});
    access_text(Role::kText, text, Box::at(left_, y_, flow.width(), flow.height()));
    for (const auto& [span, run] : leads) {
      const std::vector<Box> boxes = flow.boxes(span);
      bool hovered = false;
      for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Hit h = i > 0 ? pointer_hit(run->text, run->subject.key * 8 + i, boxes[i].moved(left_, y_))
                            : hit(run->text, run->subject.key * 8 + i, boxes[i].moved(left_, y_));
        hovered = hovered || h.hovered;
        if (h.clicked) ui_.commands.emplace_back(Select{run->subject});
        if (h.focused) focus_ring(canvas_, boxes[i].moved(left_, y_).shrunk(0, 3), 3);
      }
      if (hovered) painter.mark(span, canvas_.color(Tint::kHoverFill), 3);
      const Underline kind = run->status == Status::kOnly ? Underline::kOnly : Underline::kDiffer;
      painter.underline(span, kind, canvas_.color(status_hue(run->status)));
    }
    painter.text(canvas_.color(Tint::kInk));
    y_ += flow.height() + h_.after_standfirst;
  }

  void matrix() {
    const bool heads = view_.columns.size() > 1;
    const float top = y_ + 16;
    if (heads) columns_.draw_plates(canvas_, top - 6, top + 24 + matrix_height());
    if (heads) columns_.draw_heads(canvas_, top, 24);
    y_ = top + (heads ? 29 : 0);
    for (std::size_t i = 0; i < view_.bands.size(); ++i) band(i);
  }

  float matrix_height() const {
    float height = 5;
    for (std::size_t i = 0; i < view_.bands.size(); ++i) {
      const std::size_t rows = shown_rows(view_.bands[i], is_open(state_, i));
      height += h_.band_head + static_cast<float>(rows) * h_.row +
                (view_.bands[i].total > rows || is_open(state_, i) ? h_.more : h_.band_gap);
    }
    const bool last_has_more = !view_.bands.empty() && more_row(view_.bands.size() - 1);
    return height - (last_has_more ? h_.more : h_.band_gap);
  }

  bool more_row(std::size_t i) const {
    return view_.bands[i].total > shown_rows(view_.bands[i], is_open(state_, i)) || is_open(state_, i);
  }

  void band(std::size_t i) {
    const BriefBand& band = view_.bands[i];
    const Box head = Box::at(left_, y_, right_ - left_, h_.band_head);
    const AccessRegion grid(Role::kGrid, band.title + ", " + std::to_string(band.total), head);
    draw_status(canvas_, band.status, {left_ + 8, head.middle_y()});
    const float title = canvas_.text(Type::kBodyStrong, left_ + 24, head.middle_y() - 10, Tint::kInk, band.title);
    canvas_.text(Type::kBody, left_ + 24 + title + 8, head.middle_y() - 10, Tint::kInk3, std::to_string(band.total));
    y_ = head.y1;
    const std::size_t count = shown_rows(band, is_open(state_, i));
    for (std::size_t r = 0; r < count; ++r) row(band.rows[r]);
    canvas_.across(left_, right_, y_);
    if (more_row(i)) {
      more(i, count);
    } else {
      y_ += h_.band_gap;
    }
  }

  void row(const BriefRow& row) {
    const Box place = Box::at(left_, y_, right_ - left_, h_.row);
    const Box ground = place.grown(kReach, 0);
    const bool selected = row.subject.valid() && row.subject == ui_.state.selected;
    access_next({.role = Role::kRow, .selected = selected});
    const Hit h = hit(row.label, row.subject.key * 8 + static_cast<std::uint64_t>(row.subject.kind), ground);
    tell_cells(row, place);
    if (selected) selected_top_ = place.y0;
    if (!selected) canvas_.across(left_, right_, place.y0);
    row_ground(canvas_, ground, selected, h.hovered);
    const float room = columns_.left() - left_ - 16;
    const float note = row.note.empty() ? 0 : canvas_.width(Type::kSmall, row.note) + 9;
    const float label = std::min(canvas_.width(Type::kRow, row.label), note < room / 2 ? room - note : room);
    canvas_.text_in(Box::at(left_, place.y0, label + 0.5F, h_.row), Type::kRow, Tint::kInk, row.label);
    if (note > 0 && label + note <= room) {
      canvas_.text(Type::kSmall, left_ + label + 9, place.middle_y() - 7, Tint::kInk3, row.note);
    }
    const bool words = row.subject.kind == SubjectKind::kQuote;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const BriefCell& cell = row.cells[c];
      draw_value(canvas_, columns_.cell(c, place.y0, h_.row), cell.status, cell.text, cell.unsure, words);
    }
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    if (h.clicked) ui_.commands.emplace_back(Select{row.subject});
    y_ = place.y1;
  }

  void tell_cells(const BriefRow& row, Box place) {
    const AccessInside inside;
    access_text(Role::kRowHeader, row.note.empty() ? row.label : row.label + ", " + row.note, place);
    for (std::size_t c = 0; c < row.cells.size() && c < view_.columns.size(); ++c) {
      const std::uint32_t article = view_.columns[c];
      if (article >= set_.articles.size()) continue;
      access_text(Role::kCell, set_.articles[article].letter + ": " + std::string(cell_words(row.cells[c])),
                  columns_.cell(c, place.y0, h_.row));
    }
  }

  static std::string cell_words(const BriefCell& cell) {
    if (cell.status == Status::kSilent) return "does not say";
    if (cell.status == Status::kBefore) {  // or the language of an article that is not compared
      return cell.text.empty() || cell.text == "before" ? "published before" : "not compared, " + cell.text;
    }
    const std::string words = cell.text.empty() ? "says so" : cell.text;
    return cell.unsure ? words + ", not sure" : words;
  }

  void more(std::size_t i, std::size_t shown) {
    const BriefBand& band = view_.bands[i];
    const bool opened = is_open(state_, i);
    std::string words = opened ? "Show fewer" : std::to_string(band.total - shown) + " more";
    if (opened && band.total > band.rows.size()) {
      words = std::to_string(band.rows.size()) + " of " + std::to_string(band.total) + " shown · fewer";
    }
    const float width = canvas_.width(Type::kSmall, words);
    const Box place = Box::at(left_, y_, width + 26, h_.more - 2);
    access_next({.expanded = opened});
    const Hit h = hit(words, 100 + i, place);
    canvas_.text(Type::kSmall, left_, place.middle_y() - 8, h.hovered ? Tint::kInk : Tint::kInk3, words);
    draw_icon(canvas_, opened ? Icon::kChevronRight : Icon::kChevronDown, {left_ + width + 13, place.middle_y()},
              canvas_.color(Tint::kInk3), 16);
    if (h.focused) focus_ring(canvas_, place.shrunk(0, 5), 4);
    if (h.clicked) state_.opened_bands ^= 1U << i;
    y_ += h_.more;
  }

  void quoted_and_when() {
    const float width = right_ - left_;
    const bool beside = width > 640 && !view_.when.empty() && !view_.quoted.empty();
    const float top = y_;
    if (!view_.quoted.empty()) quoted(beside ? width * 0.41F : width);
    const float bottom = y_;
    if (!view_.when.empty()) {
      if (beside) y_ = top;
      when(beside ? left_ + width * 0.45F : left_);
    }
    y_ = std::max(y_, bottom) + 8;
  }

  void quoted(float width) {
    const AccessRegion group(Role::kGroup, "Who is quoted", Box::at(left_, y_, width, 16));
    canvas_.text(Type::kLabel, left_, y_, Tint::kInk2, "WHO IS QUOTED");
    y_ += 26;
    for (std::size_t i = 0; i < view_.quoted.size(); ++i) {
      const QuotedPerson& person = view_.quoted[i];
      const Box place = Box::at(left_, y_ - 3, width, 26);
      const std::string count = std::to_string(person.quotes) + (person.quotes == 1 ? " quote" : " quotes");
      const Hit h = hit(person.name + (person.role.empty() ? "" : ", " + person.role) + ", " + count,
                        person.subject.key, place.grown(kReach, 0));
      if (h.focused) focus_ring(canvas_, place.grown(kReach - 4, -4), 4);
      row_ground(canvas_, place.grown(kReach, 0), person.subject.valid() && person.subject == ui_.state.selected,
                 h.hovered);
      if (h.clicked && person.subject.valid()) ui_.commands.emplace_back(Select{person.subject});
      canvas_.text_in(Box::at(left_, place.y0, width * 0.24F, 26), Type::kBodyStrong, Tint::kInk, person.name);
      canvas_.text_in(Box::at(left_ + width * 0.26F, place.y0, width * 0.22F, 26), Type::kBody, Tint::kInk2,
                      person.role);
      float x = left_ + width * 0.5F;
      for (const std::uint32_t article : person.articles) {
        if (article >= set_.articles.size() || x + 20 > left_ + width - 72) break;
        draw_badge(canvas_, Box::at(x, place.middle_y() - 10, 20, 20), set_.articles[article].letter, true);
        x += 24;
      }
      canvas_.text_in({left_, place.y0, left_ + width, place.y1}, Type::kBody, Tint::kInk, count, Align::kRight);
      y_ += 26;
    }
    if (view_.quoted_total > view_.quoted.size()) {
      const std::string words = std::to_string(view_.quoted_total - view_.quoted.size()) + " more in Quotes";
      if (link(ui_, words, left_, y_, Type::kSmall)) ui_.commands.emplace_back(OpenScreen{Screen::kQuotes});
      y_ += 20;
    }
  }

  void when(float left) {
    const AccessRegion group(Role::kGroup, "When", Box::at(left, y_, right_ - left, 16));
    const float label = canvas_.text(Type::kLabel, left, y_, Tint::kInk2, "WHEN");
    canvas_.text(Type::kSmall, left + label + 6, y_, Tint::kInk3,
                 "· " + std::to_string(view_.when_total) + (view_.when_total == 1 ? " dated event" : " dated events"));
    const float line = y_ + 35;
    const std::vector<float> places = strip_places(left, line);
    for (std::size_t i = 0; i < view_.when.size(); ++i) strip_mark(view_.when[i], places[i], line);
    std::vector<Box> taken;
    for (const bool differs : {true, false}) {  // where not all have room, those that differ have it first
      for (std::size_t i = 0; i < view_.when.size(); ++i) {
        const DatedMark& mark = view_.when[i];
        if (mark.differs != differs) continue;
        strip_word(mark.date, places[i], line + 10, taken, left, Tint::kInk2);
        strip_word(mark.label, places[i], line + 28, taken, left, differs ? Tint::kDiffer : Tint::kInk2);
      }
    }
    y_ = line + 52;
  }

  // Draws the axis; gives where each mark stands on it. Marks of one day stand side by side.
  std::vector<float> strip_places(float left, float line) {
    std::vector<std::int32_t> days;
    std::map<std::int32_t, std::size_t> of_day, placed;
    for (const DatedMark& mark : view_.when) {
      days.push_back(mark.first_day);
      days.push_back(std::max(mark.first_day, mark.last_day));
      ++of_day[mark.first_day];
    }
    strip_.emplace(std::move(days), left, right_);
    canvas_.across(left, right_, line, Tint::kLine2);
    for (const TimelineScale::Column& column : strip_->columns()) {
      if (!column.is_break) continue;
      const float x = (column.x0 + column.x1) / 2;
      canvas_.fill({x - 2, line - 1, x + 2, line + 2}, Tint::kPaper);
    }
    std::vector<float> places;
    const float width = strip_->column_width();
    for (const DatedMark& mark : view_.when) {
      const float share = static_cast<float>(++placed[mark.first_day]) / static_cast<float>(of_day[mark.first_day] + 1);
      places.push_back(std::clamp(strip_->x_from_day(mark.first_day) + width * (share - 0.5F), left + 4, right_ - 4));
    }
    return places;
  }

  void strip_mark(const DatedMark& mark, float x, float line) {
    const ImU32 color = canvas_.color(mark.differs ? Tint::kDiffer : Tint::kInk);
    if (mark.last_day > mark.first_day) {
      const float end = std::clamp(strip_->x_from_day(mark.last_day), x, right_ - 4);
      canvas_.fill({x, line - 1, end, line + 1}, color);
    }
    canvas_.disc({x, line}, 3.5F, color);
    const Hit h = hit(mark.date + ", " + mark.label, mark.subject.key, Box::at(x - 8, line - 10, 16, 20));
    if (h.focused) focus_ring(canvas_, Box::at(x - 5, line - 5, 10, 10), 5);
    tooltip(ui_, h, mark.label, mark.date);
    if (h.clicked) ui_.commands.emplace_back(Select{mark.subject});
  }

  // A word under the strip, left out where it would run into another one, cut where the strip ends.
  void strip_word(std::string_view words, float x, float top, std::vector<Box>& taken, float left, Tint tint) {
    constexpr float kGap = 12;
    const float width = std::min(canvas_.width(Type::kSmall, words), right_ - left);
    const float begin = std::clamp(x - width / 2, left, right_ - width);
    const Box place = Box::at(begin, top, width, type_spec(Type::kSmall).line);
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
      return other.y0 == place.y0 && place.x0 < other.x1 + kGap && other.x0 < place.x1 + kGap;
    });
    if (!free || words.empty()) return;
    canvas_.text_in(place, Type::kSmall, tint, words);
    taken.push_back(place);
  }

  Ui& ui_;
  const Canvas& canvas_;
  const SetView& set_;
  const BriefView& view_;
  BriefPanelState& state_;
  float left_, right_, y_;
  Heights h_;
  float selected_top_ = -1;
  ArticleColumns columns_;
  std::optional<TimelineScale> strip_;
};

}  // namespace

void draw_brief(Ui& ui, Box box, const SetView& set, const BriefView& view, BriefPanelState& state) {
  const Heights& heights = ImGui::GetIO().DisplaySize.y < measure::kLowWindow ? kLow : kRoomy;
  ScrollRegion region(ui, "Brief", box);
  Box content = region.content().shrunk(measure::kPage, 0);
  content.y0 += heights.top;
  BriefPage page(ui, content, heights, set, view, state);
  page.draw();
  region.set_height(page.y() - region.content().y0);
  if (state.shown == ui.state.selected || page.selected_top() < 0) return;
  state.shown = ui.state.selected;
  const float top = page.selected_top() - region.content().y0;
  region.reveal(top, top + heights.row);
}

std::vector<Subject> brief_rows(const BriefView& view, const BriefPanelState& state) {
  std::vector<Subject> rows;
  for (std::size_t i = 0; i < view.bands.size(); ++i) {
    const std::size_t count = shown_rows(view.bands[i], is_open(state, i));
    for (std::size_t r = 0; r < count; ++r) {
      if (view.bands[i].rows[r].subject.valid()) rows.push_back(view.bands[i].rows[r].subject);
    }
  }
  return rows;
}

}  // namespace newsloupe::ui
