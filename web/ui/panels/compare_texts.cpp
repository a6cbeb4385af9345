#include "web/ui/panels/compare_texts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace newsloupe::ui {
namespace {

using Side = CompareLayout::Side;

constexpr float kRadius = 8, kPadTop = 10;

// One shape for a pair: block, curve, block.
void trace_ribbon(ImDrawList& list, Box left, Box right) {
  constexpr float kPi = 3.14159265F;
  const float middle = (left.x1 + right.x0) / 2;
  list.PathArcTo({left.x0 + kRadius, left.y1 - kRadius}, kRadius, kPi / 2, kPi);
  list.PathArcTo({left.x0 + kRadius, left.y0 + kRadius}, kRadius, kPi, kPi * 1.5F);
  list.PathLineTo({left.x1, left.y0});
  list.PathBezierCubicCurveTo({middle, left.y0}, {middle, right.y0}, {right.x0, right.y0}, 20);
  list.PathArcTo({right.x1 - kRadius, right.y0 + kRadius}, kRadius, -kPi / 2, 0);
  list.PathArcTo({right.x1 - kRadius, right.y1 - kRadius}, kRadius, 0, kPi / 2);
  list.PathLineTo({right.x0, right.y1});
  list.PathBezierCubicCurveTo({middle, right.y1}, {middle, left.y1}, {left.x1, left.y1}, 20);
}

class ComparedTexts {
 public:
  ComparedTexts(Ui& ui, Box box, Box map, const CompareMeasures& measures, const AppState& app, const SetView& set,
                const CompareView& view, ComparePanelState& state)
      : ui_(ui),
        box_(box),
        map_(map),
        m_(measures),
        app_(app),
        set_(set),
        view_(view),
        state_(state),
        layout_(state.layout),
        type_(compare_type(ui.state)) {}

  void draw() {
    const float text_width = m_.width - 2 * m_.pad;
    const CompareMode mode = ui_.state.compare_mode;
    if (!layout_.fits(view_, mode, type_, text_width)) layout_.set(ui_, view_, mode, type_, text_width, kPadTop);
    layout_.set_window(box_.height() - 24);
    if (state_.mode != mode) state_.wanted_scroll = 0, state_.mode = mode;
    if (std::exchange(state_.asked, app_.passage_asked) != app_.passage_asked) state_.wanted_row = app_.passage;
    {
      ScrollRegion region(ui_, "Texts", box_);
      region.set_height(box_.height() + layout_.range());
      scroll_with(region);
      draw_shapes();
      draw_column(Side::kLeft, "Left text", region);
      draw_column(Side::kRight, "Right text", region);
    }
    draw_map();
  }

 private:
  const CompareSide& side(Side which) const { return which == Side::kLeft ? view_.left : view_.right; }

  // ---- Scrolling

  void scroll_with(ScrollRegion& region) {
    constexpr float kNotch = 65;  // as the toolkit scrolls
    float scroll = std::min(region.scroll(), layout_.range());
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyAlt && io.MouseWheel != 0 && box_.contains(io.MousePos)) {
      scroll = state_.scroll;
      region.scroll_to(scroll);
      state_.nudge[io.MousePos.x < m_.left + m_.width + m_.gutter / 2 ? 0 : 1] -= io.MouseWheel * kNotch;
    }
    if (state_.wanted_row > 0) {
      level(std::exchange(state_.wanted_row, 0) - 1, scroll);
      region.scroll_to(scroll);
      ui_.report.wants_frames = true;
    } else if (const float wanted = std::exchange(state_.wanted_scroll, -1.0F); wanted >= 0) {
      scroll = std::min(wanted, layout_.range());
      state_.nudge = {};
      region.scroll_to(scroll);
      ui_.report.wants_frames = true;
    } else {
      let_go(std::abs(scroll - state_.scroll));
    }
    state_.scroll = scroll;
  }

  // A side that was moved by itself comes back while both are scrolled.
  void let_go(float scrolled) {
    for (float& nudge : state_.nudge) {
      nudge = nudge > 0 ? std::max(0.0F, nudge - scrolled / 2) : std::min(0.0F, nudge + scrolled / 2);
    }
  }

  // Brings both ends of a row to one height near the middle of the window.
  void level(std::uint32_t at, float& scroll) {
    if (at >= view_.rows.size()) return;
    const CompareRow& row = view_.rows[at];
    scroll = layout_.scroll_for(row);
    state_.nudge = {};
    if (!row.in_both()) return;
    const PassageBlock &left = layout_.blocks(Side::kLeft)[row.left], &right = layout_.blocks(Side::kRight)[row.right];
    if (!left.shown()) return;
    const float left_y = left.top - layout_.offset(Side::kLeft, scroll);
    const float right_y = right.top - layout_.offset(Side::kRight, scroll);
    const float highest = std::max(0.0F, box_.height() - 40 - left.height);
    const float y = std::clamp((left_y + right_y) / 2, 0.0F, highest);
    state_.nudge = {left_y - y, right_y - y};
  }

  float top(Side which) const { return box_.y0 + 12 - layout_.offset(which, state_.scroll) - state_.nudge[which]; }

  Box block_box(Side which, std::uint32_t passage) const {
    const PassageBlock& block = layout_.blocks(which)[passage];
    return Box::at(which == Side::kLeft ? m_.left : m_.right(), top(which) + block.top, m_.width, block.height);
  }

  bool is_seen(Box box) const { return box.y1 > box_.y0 && box.y0 < box_.y1; }

  // ---- Shapes under the words

  void draw_shapes() {
    for (std::uint32_t i = 0; i < view_.rows.size(); ++i) {
      const CompareRow& row = view_.rows[i];
      const Side which = row.left != kNoPassage ? Side::kLeft : Side::kRight;
      if (!layout_.blocks(which)[row.left != kNoPassage ? row.left : row.right].shown()) continue;
      if (row.in_both()) {
        draw_pair(i, block_box(Side::kLeft, row.left), block_box(Side::kRight, row.right));
      } else {
        draw_single(i, which, block_box(which, which == Side::kLeft ? row.left : row.right));
      }
    }
  }

  void draw_pair(std::uint32_t at, Box left, Box right) {
    if (!is_seen(left) && !is_seen(right)) return;
    const PassageKind kind = view_.left.passages[view_.rows[at].left].kind;
    const ImU32 color = ui_.canvas.color(passage_tint(kind));
    const bool here = app_.passage == at + 1;
    // A ribbon joins what is on the screen; to a place far away it would only be a slope.
    const bool near = std::abs(left.y0 - right.y0) < box_.height() * 0.8F;
    ImDrawList& list = ui_.canvas.list();
    if (std::abs(left.y0 - right.y0) < 0.75F) {
      draw_block({left.x0, left.y0, right.x1, left.y1}, color, here);
    } else if (near) {
      trace_ribbon(list, left, right);
      list.PathFillConcave(color);
      if (here) {
        trace_ribbon(list, left, right);
        list.PathStroke(ui_.canvas.color(Tint::kInk), ImDrawFlags_Closed, 1.5F);
      }
    } else {
      draw_block(left, color, here);
      draw_block(right, color, here);
    }
    press_pair(at, left, right, near);
  }

  void draw_block(Box box, ImU32 color, bool here) const {
    ui_.canvas.fill(box, color, kRadius);
    if (here) ui_.canvas.outline(box, Tint::kInk, kRadius, 1.5F);
  }

  // The room between the columns: a press brings both ends to one height.
  void press_pair(std::uint32_t at, Box left, Box right, bool near) {
    const Box shown = is_seen(left) ? left : right;
    const float y0 = near ? std::min(left.y0, right.y0) : shown.y0, y1 = near ? std::max(left.y1, right.y1) : shown.y1;
    const Box gutter{left.x1, std::max(y0, box_.y0), right.x0, std::min(y1, box_.y1)};
    const Hit h = hit(row_name(at), at, gutter);
    const ImVec2 middle{(left.x1 + right.x0) / 2, near ? (left.middle_y() + right.middle_y()) / 2 : shown.middle_y()};
    if (h.focused) focus_ring(ui_.canvas, gutter.shrunk(6, 6), 6);
    if (view_.left.passages[view_.rows[at].left].kind == PassageKind::kDiffers) draw_disc(middle);
    if (!near) draw_elsewhere(left, right, middle);
    tooltip(ui_, h, near ? "Bring both ends to the middle" : "Its other version stands elsewhere: bring it here");
    if (h.clicked) ui_.commands.emplace_back(ShowPassage{at + 1});
  }

  void draw_disc(ImVec2 centre) {
    constexpr float kDisc = 14;
    ui_.canvas.disc(centre, kDisc, ui_.canvas.color(Tint::kSurface));
    ui_.canvas.ring(centre, kDisc, ui_.canvas.color(Tint::kDiffer), 1.5F);
    draw_status(ui_.canvas, Status::kDiffer, centre, 14);
  }

  // An arrow beside what has its other version above or below.
  void draw_elsewhere(Box left, Box right, ImVec2 middle) {
    const ImU32 ink = ui_.canvas.color(Tint::kInk3);
    const bool is_left = is_seen(left);
    const float down = (is_left ? right.y0 > left.y0 : left.y0 > right.y0) ? 1.0F : -1.0F;
    const float x = is_left ? left.x1 + 14 : right.x0 - 14;
    const ImVec2 tip{x, middle.y + 6 * down};
    ImDrawList& list = ui_.canvas.list();
    list.AddLine({x, middle.y - 6 * down}, tip, ink, 1.5F);
    list.AddLine({x - 4, tip.y - 4 * down}, tip, ink, 1.5F);
    list.AddLine({x + 4, tip.y - 4 * down}, tip, ink, 1.5F);
  }

  void draw_single(std::uint32_t at, Side which, Box box) {
    if (!is_seen(box)) return;
    draw_block(box, 0, app_.passage == at + 1);
    ui_.canvas.fill({box.x0, box.y0 + 4, box.x0 + 3, box.y1 - 4}, Tint::kOnly, 1.5F);
    const Box bar{box.x0 - 6, std::max(box.y0, box_.y0), box.x0 + 8, std::min(box.y1, box_.y1)};
    const Hit h = hit(row_name(at), at, bar);
    if (h.focused) focus_ring(ui_.canvas, bar, 4);
    tooltip(ui_, h, "Only in " + letter(which));
    if (h.clicked) ui_.commands.emplace_back(ShowPassage{at + 1});
  }

  const ArticleTab* tab(Side which) const {
    const std::uint32_t article = side(which).article;
    return article < set_.articles.size() ? &set_.articles[article] : nullptr;
  }
  std::string letter(Side which) const { return tab(which) != nullptr ? tab(which)->letter : "?"; }

  std::string row_name(std::uint32_t at) const {
    constexpr const char* kKinds[] = {"same words", "same in other words", "differs", "only here"};
    const CompareRow& row = view_.rows[at];
    const Side which = row.left != kNoPassage ? Side::kLeft : Side::kRight;
    const ComparePassage& passage = side(which).passages[which == Side::kLeft ? row.left : row.right];
    const std::string kind =
        row.in_both() ? kKinds[static_cast<std::size_t>(passage.kind)] : "only in " + letter(which);
    std::string_view words = words_of(which, passage);
    if (words.size() > 80) words = words.substr(0, words.rfind(' ', 80));
    return "Passage " + std::to_string(at + 1) + ", " + kind + ": " + std::string(words);
  }

  // ---- Words

  std::string_view words_of(Side which, const ComparePassage& passage) const {
    return std::string_view(side(which).text).substr(passage.span.begin, passage.span.size());
  }

  const TextFlow& flow_of(std::string_view words) {
    return ui_.flows.get(words, type_, m_.width - 2 * m_.pad, ui_.canvas);
  }

  // A column is a region of its own, so that the browser can bring a place of it into view; it never scrolls itself.
  void draw_column(Side which, const char* name, ScrollRegion& region) {
    constexpr float kRest = 100000;
    const Box column = Box::at(which == Side::kLeft ? m_.left : m_.right(), box_.y0, m_.width, box_.height());
    ImGui::SetCursorScreenPos(column.min());
    ImGui::BeginChild(name, column.size(), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                          ImGuiWindowFlags_NoScrollWithMouse);
    const float moved = ImGui::GetScrollY() - kRest;
    ImGui::SetScrollY(kRest);
    const Canvas outer = ui_.canvas;
    ui_.canvas = outer.on(*ImGui::GetWindowDrawList());
    begin_text_area(ui_, column, {column.x0, top(which)});
    report_words(which);
    draw_words(which);
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, 2 * kRest});
    ImGui::EndChild();
    ui_.canvas = outer;
    if (moved != 0 && std::abs(moved) < kRest / 2) follow(which, moved, region);
  }

  // The browser found something on this side.
  void follow(Side which, float by, ScrollRegion& region) {
    const float scroll = layout_.scroll_by(which, state_.scroll, by);
    if (scroll == state_.scroll) {
      state_.nudge[which] += by;
    } else {
      state_.nudge = {};
      region.scroll_to(scroll);
    }
    ui_.report.wants_frames = true;
  }

  TextSource source(Side which, const ComparePassage& passage) const {
    if (tab(which) == nullptr) return {};
    return {source_words(tab(which)->outlet, tab(which)->published), "¶ " + std::to_string(passage.paragraph)};
  }

  // All words are offered for selecting, as in Read, or those around the window in a text as long as a book.
  void report_words(Side which) {
    constexpr float kBook = 60000;
    const std::vector<PassageBlock>& blocks = layout_.blocks(which);
    const std::vector<ComparePassage>& passages = side(which).passages;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      if (!blocks[i].shown() || std::abs(blocks[i].top - layout_.offset(which, state_.scroll)) > kBook) continue;
      const Box box = block_box(which, static_cast<std::uint32_t>(i));
      report_lines(ui_, flow_of(words_of(which, passages[i])), words_of(which, passages[i]),
                   {box.x0 + m_.pad, box.y0 + kPadTop}, source(which, passages[i]), after(which, i));
    }
  }

  std::string_view after(Side which, std::size_t at) const {
    const std::vector<ComparePassage>& passages = side(which).passages;
    const bool goes_on = at + 1 < passages.size() && layout_.blocks(which)[at + 1].shown() &&
                         passages[at + 1].paragraph == passages[at].paragraph &&
                         passages[at].span.end <= passages[at + 1].span.begin;
    if (!goes_on) return "\n\n";
    const TextSpan between{passages[at].span.end, passages[at + 1].span.begin};
    return std::string_view(side(which).text).substr(between.begin, between.size());
  }

  // Space held: the other version stands in the place of this one.
  bool blinks() const {
    const ImGuiIO& io = ImGui::GetIO();
    return app_.sheet == Sheet::kNone && !io.WantTextInput && !io.NavVisible && ImGui::IsKeyDown(ImGuiKey_Space);
  }

  void draw_words(Side which) {
    const bool other = which == Side::kLeft && blinks();
    const std::vector<ComparePassage>& passages = side(which).passages;
    for (std::uint32_t i = 0; i < passages.size(); ++i) {
      const Box box = block_box(which, i);
      if (!layout_.blocks(which)[i].shown() || !is_seen(box)) continue;
      const CompareRow& row = view_.rows[passages[i].row];
      if (!other) {
        draw_passage(which, passages[i], box, Tint::kInk);
      } else if (row.in_both()) {
        draw_passage(Side::kRight, view_.right.passages[row.right], box, Tint::kInk);
        draw_badge(ui_.canvas, Box::at(box.x0 - 10, box.y0 + 10, 20, 20), letter(Side::kRight));
      } else {
        draw_passage(which, passages[i], box, Tint::kLine2);
      }
    }
  }

  void draw_passage(Side which, const ComparePassage& passage, Box box, Tint ink) {
    const std::string_view words = words_of(which, passage);
    const TextFlow& flow = flow_of(words);
    const ImVec2 origin{box.x0 + m_.pad, box.y0 + kPadTop};
    const FlowPainter painter(ui_.canvas, flow, words, origin);
    const bool plain = ink != Tint::kInk;
    for (std::size_t i = 0; i < passage.marks.size() && !plain; ++i) {
      draw_mark(which, passage, i, painter, flow, origin);
    }
    painter.text(ui_.canvas.color(ink));
    for (const WordMark& mark : passage.marks) {
      if (plain || mark.change != WordChange::kChanged) continue;
      const ImU32 line = ui_.canvas.color(mark.status == Status::kDiffer ? Tint::kDiffer : Tint::kControl);
      painter.frame(inside(passage, mark.span), line, 2);
    }
  }

  static TextSpan inside(const ComparePassage& passage, TextSpan span) {
    const std::uint32_t begin = std::clamp(span.begin, passage.span.begin, passage.span.end);
    const std::uint32_t end = std::clamp(span.end, begin, passage.span.end);
    return {begin - passage.span.begin, end - passage.span.begin};
  }

  void draw_mark(Side which, const ComparePassage& passage, std::size_t at, const FlowPainter& painter,
                 const TextFlow& flow, ImVec2 origin) {
    const WordMark& mark = passage.marks[at];
    const TextSpan span = inside(passage, mark.span);
    const Canvas& canvas = ui_.canvas;
    if (mark.status == Status::kDiffer) painter.mark(span, canvas.color(Tint::kDifferFill), 2);
    switch (mark.change) {
      case WordChange::kSame:
        painter.underline(span, Underline::kAgree, canvas.color(Tint::kAgree));
        break;
      case WordChange::kOnlyHere:
        painter.underline(span, Underline::kOnly, canvas.color(Tint::kOnly));
        break;
      case WordChange::kMissing:
        draw_caret(flow, span.begin, origin);
        break;
      case WordChange::kChanged:
        break;
    }
    std::vector<Box> places = flow.boxes(span);
    if (span.empty()) {
      const float x = flow.x_from_offset(span.begin), y = flow.lines()[flow.line_at(span.begin)].top;
      places = {Box::at(x - 4, y, 8, type_.line)};
    }
    std::uint64_t piece = (std::uint64_t{mark.span.begin} << 8) | (which == Side::kLeft ? 0 : 128);
    for (const Box& place : places)
      tooltip(ui_, pointer_hit(mark.note, piece++, place.moved(origin.x, origin.y)), mark.note);
  }

  // The proofreader's sign for words that are missing.
  void draw_caret(const TextFlow& flow, std::uint32_t offset, ImVec2 origin) {
    const FlowLine& line = flow.lines()[flow.line_at(offset)];
    const float x = origin.x + flow.x_from_offset(offset) + 2, y = origin.y + line.top + type_.line - 8;
    const ImU32 ink = ui_.canvas.color(Tint::kOnly);
    ui_.canvas.list().AddLine({x - 4, y + 5}, {x, y}, ink, 1.5F);
    ui_.canvas.list().AddLine({x + 4, y + 5}, {x, y}, ink, 1.5F);
  }

  // ---- Map

  void draw_map() {
    const Box bar{map_.x0 + 20, map_.y0, map_.x1, map_.y1};
    const Canvas& canvas = ui_.canvas;
    const float half = (bar.height() - 4) / 2;
    canvas.text(Type::kMini, map_.x0, bar.y0 - 1, Tint::kInk2, letter(Side::kLeft));
    canvas.text(Type::kMini, map_.x0, bar.y0 + half + 3, Tint::kInk2, letter(Side::kRight));
    const auto lane = [&](Side which) {
      return Box::at(bar.x0, bar.y0 + (which == Side::kLeft ? 0 : half + 4), bar.width(), half);
    };
    float seen_from = 1, seen_to = 0;
    std::size_t pressed = SIZE_MAX;
    const Hit h = pointer_hit("Map of both articles", 0x3A9, bar.grown(0, 4));
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
      const auto [from, to] = layout_.on_map(i);
      if (to <= from) continue;
      const float x0 = bar.x0 + from * bar.width();
      const float x1 = std::max(x0 + 1, bar.x0 + to * bar.width() - (to - from > 4 / bar.width() ? 2.0F : 0.0F));
      draw_on_map(view_.rows[i].left, view_.left, lane(Side::kLeft), x0, x1);
      draw_on_map(view_.rows[i].right, view_.right, lane(Side::kRight), x0, x1);
      const auto [first, last] = seen_part(view_.rows[i]);
      if (first < last) {
        seen_from = std::min(seen_from, from + first * (to - from));
        seen_to = std::max(seen_to, from + last * (to - from));
      }
      if (h.held && ImGui::GetMousePos().x >= x0) pressed = i;
    }
    if (layout_.range() > 0 && seen_from < seen_to) {
      const Box frame{bar.x0 + seen_from * bar.width() - 3, bar.y0 - 4, bar.x0 + seen_to * bar.width() + 1, bar.y1 + 4};
      canvas.outline(frame, canvas.color(h.hovered || h.held ? Tint::kInk : Tint::kInk2), 6, 1.5F);
    }
    if (h.hovered && layout_.range() > 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    // Held still, it asks once.
    const auto row = pressed == SIZE_MAX || layout_.range() <= 0 ? 0 : static_cast<std::uint32_t>(pressed) + 1;
    if (std::exchange(state_.pressed_row, row) != row && row > 0) state_.wanted_row = row;
    if (state_.wanted_row > 0) ui_.report.wants_frames = true;
  }

  void draw_on_map(std::uint32_t passage, const CompareSide& side, Box lane, float x0, float x1) {
    const Box box{x0, lane.y0, x1, lane.y1};
    if (passage == kNoPassage) {  // missing here
      if (x1 - x0 > 4) ui_.canvas.outline(box, Tint::kLine, 2, 1);
      return;
    }
    const PassageKind kind = side.passages[passage].kind;
    const Tint tint = kind == PassageKind::kDiffers    ? Tint::kDiffer
                      : kind == PassageKind::kOnlyHere ? Tint::kOnly
                                                       : passage_tint(kind);
    ui_.canvas.fill(box, tint, 2);
  }

  // The part of a row that is in the window, on the side that shows more of it.
  std::pair<float, float> seen_part(const CompareRow& row) const {
    float first = 1, last = 0;
    for (const auto& [which, passage] : {std::pair(Side::kLeft, row.left), std::pair(Side::kRight, row.right)}) {
      if (passage == kNoPassage) continue;
      const Box box = block_box(which, passage);
      if (!is_seen(box) || box.height() <= 0) continue;
      first = std::min(first, std::max(0.0F, (box_.y0 - box.y0) / box.height()));
      last = std::max(last, std::min(1.0F, (box_.y1 - box.y0) / box.height()));
    }
    return {first, last};
  }

  Ui& ui_;
  Box box_, map_;
  const CompareMeasures& m_;
  const AppState& app_;
  const SetView& set_;
  const CompareView& view_;
  ComparePanelState& state_;
  CompareLayout& layout_;
  TypeSpec type_;
};

}  // namespace

TypeSpec compare_type(const ViewState& state) {
  TypeSpec type = type_spec(Type::kPair);
  type.line = std::round(static_cast<float>(state.text_size) * 28 / 18);
  return type;
}

Tint passage_tint(PassageKind kind) {
  constexpr Tint kTints[] = {Tint::kAgreeRibbon, Tint::kSameFact, Tint::kDifferRibbon, Tint::kClear};
  return kTints[static_cast<std::size_t>(kind)];
}

void draw_compared_texts(Ui& ui, Box box, Box map, const CompareMeasures& measures, const AppState& app,
                         const SetView& set, const CompareView& view, ComparePanelState& state) {
  ComparedTexts(ui, box, map, measures, app, set, view, state).draw();
}

}  // namespace newsloupe::ui
