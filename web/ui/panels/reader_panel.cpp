#include "web/ui/panels/reader_panel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "web/ui/panels/heat_strip.h"
#include "web/ui/role_link.h"

namespace newsloupe::ui {
namespace {

constexpr float kParagraphGap = 18, kNumberRoom = 24, kNoteGap = 40, kStripRoom = 32;

TypeSpec reading_type(const ViewState& state) {
  TypeSpec type = type_spec(Type::kReading);
  type.size = state.text_size;
  type.line = std::round(type.size * 30 / 18);
  return type;
}

TypeSpec type_for(ParagraphLook look, const ViewState& state) {
  TypeSpec type = reading_type(state);
  switch (look) {
    case ParagraphLook::kHeadline:
      return type_spec(Type::kHeadline);
    case ParagraphLook::kSubtitle:
      return {Face::kSerif, 20, 28, 0};
    case ParagraphLook::kByline:
      return type_spec(Type::kBody);
    case ParagraphLook::kFurniture:
      return {Face::kSans, 13, 20, 0};
    case ParagraphLook::kSubheading:
      type.face = Face::kSerifStrong;
      return type;
    case ParagraphLook::kBody:
    case ParagraphLook::kDateline:
      break;
  }
  return type;
}

struct Measures {
  float text_x, text_width, note_x, note_width;  // note_width 0: no room for notes
};

Measures measures_from(Box box, const ViewState& state, LineLength line) {
  constexpr float kShare[] = {0.84F, 1, 1.24F};  // about 55, 65 and 80 characters
  const float ideal =
      measure::kReadingWidth * static_cast<float>(state.text_size) / 18 * kShare[static_cast<std::size_t>(line)];
  const float room = box.width() - kStripRoom;
  const bool notes = room > ideal * 0.8F + 240;
  const float beside = notes ? kNoteGap + measure::kMarginaliaWidth : 24;
  const float left = std::clamp((room - ideal - beside - 72) / 2 + 72, 64.0F, 420.0F);
  Measures m{};
  m.text_x = std::round(box.x0 + left);
  m.text_width = std::max(160.0F, std::min(ideal, room - left - (notes ? kNoteGap + 128 : 24)));
  m.note_x = m.text_x + m.text_width + kNoteGap;
  m.note_width = notes ? std::min(measure::kMarginaliaWidth, box.x1 - kStripRoom - m.note_x) : 0;
  return m;
}

bool layer_is_shown(const ViewState& state, ReaderLayer layer) {
  return ((state.layers >> static_cast<std::uint32_t>(layer)) & 1) != 0;
}

// ---- Setting the page

bool is_open(const ReaderPanelState& state, std::uint32_t first) {
  return std::find(state.opened_furniture.begin(), state.opened_furniture.end(), first) != state.opened_furniture.end();
}

// Cuts the article into blocks: long runs of furniture become one line, a dateline joins the paragraph on its line.
std::vector<ReaderBlock> blocks_from(const ReaderView& view, const ReaderPanelState& state) {
  constexpr std::uint32_t kShortRun = 1;
  std::vector<ReaderBlock> blocks;
  const auto& paragraphs = view.paragraphs;
  const auto count = static_cast<std::uint32_t>(paragraphs.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t last = i;
    if (paragraphs[i].look == ParagraphLook::kFurniture) {
      while (last + 1 < count && paragraphs[last + 1].look == ParagraphLook::kFurniture) ++last;
      if (last - i >= kShortRun && !is_open(state, i)) {
        blocks.push_back({i, last, {}, 0, 0, true});
        i = last;
        continue;
      }
      last = i;
    } else if (paragraphs[i].look == ParagraphLook::kDateline && i + 1 < count &&
               paragraphs[i + 1].look == ParagraphLook::kBody) {
      const TextSpan between{paragraphs[i].span.end, paragraphs[i + 1].span.begin};
      const std::string_view gap = std::string_view(view.text).substr(between.begin, between.size());
      if (gap.find('\n') == std::string_view::npos) last = i + 1;
    }
    blocks.push_back({i, last, hull(paragraphs[i].span, paragraphs[last].span), 0, 0, false});
    i = last;
  }
  return blocks;
}

float gap_before(ParagraphLook look, bool first) {
  if (first) return 0;
  switch (look) {
    case ParagraphLook::kSubheading:
      return kParagraphGap + 10;
    case ParagraphLook::kByline:
    case ParagraphLook::kSubtitle:
      return 8;
    case ParagraphLook::kFurniture:
      return 12;
    default:
      return kParagraphGap;
  }
}

void set_page(Ui& ui, const ReaderView& view, const Measures& m, ReaderPanelState& state) {
  state.blocks = blocks_from(view, state);
  float y = 0;
  for (ReaderBlock& block : state.blocks) {
    const ParagraphLook look = view.paragraphs[block.last].look;
    y += gap_before(look, &block == state.blocks.data());
    block.top = y;
    const std::string_view text = std::string_view(view.text).substr(block.span.begin, block.span.size());
    block.height = block.closed ? 24 : ui.flows.get(text, type_for(look, ui.state), m.text_width, ui.canvas).height();
    y += block.height;
  }
  state.height = y;
  state.width = m.text_width, state.size = static_cast<float>(ui.state.text_size);
  state.revision = view.revision, state.article = view.article;
}

// ---- Drawing

class ReaderPage {
 public:
  ReaderPage(Ui& ui, Box box, const SetView& set, const ReaderView& view, const EvidenceView& evidence,
             ReaderPanelState& state)
      : ui_(ui),
        set_(set),
        view_(view),
        evidence_(evidence),
        state_(state),
        box_(box),
        m_(measures_from(box, ui.state, ui.settings.line)) {}

  void draw() {
    Box rest = box_;
    const Box strip = rest.take_right(kStripRoom).shrunk(10, 12);
    draw_layers(rest.take_top(56));
    if (state_.article != view_.article || state_.revision != view_.revision || state_.width != m_.text_width ||
        state_.size != static_cast<float>(ui_.state.text_size)) {
      set_page(ui_, view_, m_, state_);
    }
    float scroll = 0, visible = rest.height(), head = 0;
    {
      ScrollRegion region(ui_, "Article", rest, false);
      scroll = region.scroll();
      if (const float wanted = std::exchange(state_.wanted_scroll, -1.0F); wanted >= 0) region.scroll_to(wanted);
      const float top = region.content().y0;
      begin_text_area(ui_, rest, region.content().min());
      head = draw_head(top + 24) - top;
      report_blocks(top + head, scroll - head, visible);
      draw_blocks(top + head, rest);
      region.set_height(head + state_.height + (head + state_.height > visible ? visible * 0.4F : 0));
      if (follow_selection(head, region)) ui_.report.wants_frames = true;
    }
    if (scroll > 0) ui_.canvas.fade_edge(rest, true, Tint::kPaper);
    ui_.canvas.fade_edge(rest, false, Tint::kPaper);
    const HeatStrip result = draw_heat_strip(ui_, strip, view_, state_.blocks, head, state_.height, {scroll, visible});
    if (result.scrolled) state_.wanted_scroll = result.scroll;
  }

 private:
  void draw_layers(Box bar) {
    struct Choice {
      ReaderLayer layer;
      const char* word;
    };
    constexpr Choice kChoices[] = {{ReaderLayer::kStatus, "Status"},
                                   {ReaderLayer::kQuote, "Quotes"},
                                   {ReaderLayer::kFigure, "Figures"},
                                   {ReaderLayer::kPerson, "People"},
                                   {ReaderLayer::kOrganization, "Organisations"},
                                   {ReaderLayer::kPlace, "Places"},
                                   {ReaderLayer::kDate, "Dates"}};
    const Canvas& canvas = ui_.canvas;
    const float middle = bar.middle_y() + 4;
    float x = bar.x0 + measure::kPage;
    x += canvas.text(Type::kBody, x, middle - 10, Tint::kInk2, "Layers") + 12;
    const std::size_t at = difference_here();
    const std::string words =
        differences_.empty() ? ""
        : at > 0             ? "next difference, " + std::to_string(at) + " of " + std::to_string(differences_.size())
                             : "next difference, " + std::to_string(differences_.size());
    const float hint = words.empty() ? 0 : canvas.width(Type::kSmall, words) + 40;
    for (const Choice& choice : kChoices) {
      const bool on = layer_is_shown(ui_.state, choice.layer);
      const float width = 33 + canvas.width(on ? Type::kBodyStrong : Type::kBody, choice.word) + 12;
      if (x + width > bar.x1 - hint - 8) break;
      if (tick_box(ui_, choice.word, Box::at(x, middle - 14, width, 28), on)) {
        ui_.commands.emplace_back(ShowLayer{choice.layer, !on});
      }
      x += width + 4;
    }
    if (!words.empty()) draw_key_hint(canvas, bar.x1 - hint + 8, middle, "n", words);
  }

  // The place of the difference shown last among all of this article, from 1; 0 for none.
  std::size_t difference_here() {
    std::size_t at = 0;
    for (const Highlight& mark : view_.highlights) {
      if (mark.status != Status::kDiffer) continue;
      differences_.push_back(mark.span);
      if (mark.subject.valid() && mark.subject == ui_.state.selected && at == 0) at = differences_.size();
    }
    return at;
  }

  float draw_head(float y) {
    const Canvas& canvas = ui_.canvas;
    if (view_.article < set_.articles.size()) {
      const ArticleTab& tab = set_.articles[view_.article];
      draw_badge(canvas, Box::at(m_.text_x, y, 20, 20), tab.letter);
      const float name = canvas.text(Type::kBodyStrong, m_.text_x + 28, y, Tint::kInk, tab.outlet);
      const float meta = canvas.text(Type::kBody, m_.text_x + 36 + name, y, Tint::kInk3, view_.meta);
      draw_role(canvas, Box::at(m_.text_x, y, 20, 20), tab.role);
      draw_role_link(ui_, tab, m_.text_x + 52 + name + meta, y);
    }
    y += 30;
    const bool in_text = std::any_of(view_.paragraphs.begin(), view_.paragraphs.end(),
                                     [](const ReaderParagraph& p) { return p.look == ParagraphLook::kHeadline; });
    access_text(Role::kHeading, view_.headline, Box::at(m_.text_x, y, m_.text_width, 40));
    if (in_text || view_.headline.empty()) return y;
    if (view_.headline_is_lead) {  // no headline: the page begins with its lead
      canvas.text(Type::kSmall, m_.text_x, y, Tint::kInk3,
                  "No headline found: it goes by the first words of the text.");
      return y + 28;
    }
    const TextFlow& flow = ui_.flows.get(view_.headline, Type::kHeadline, m_.text_width + 60, canvas);
    FlowPainter(canvas, flow, view_.headline, {m_.text_x, y}).text(canvas.color(Tint::kInk));
    report_lines(ui_, flow, view_.headline, {m_.text_x, y}, {source_name(), ""}, "\n\n");
    return y + flow.height() + 22;
  }

  std::string source_name() const {
    if (view_.article >= set_.articles.size()) return {};
    return source_words(set_.articles[view_.article].outlet, set_.articles[view_.article].published);
  }

  // All words are offered for selecting, so that the browser finds them; of a text as long as a book those around what
  // is seen, in steps, so that a selection survives scrolling and most frames change nothing.
  void report_blocks(float top, float scroll, float height) {
    constexpr float kStep = 1500, kBook = 60000;
    const float first = state_.height <= kBook ? 0 : std::floor(scroll / kStep) * kStep - kStep;
    const float last = first + kBook + height;
    for (std::size_t i = 0; i < state_.blocks.size(); ++i) {
      const ReaderBlock& block = state_.blocks[i];
      if (block.top > last) break;
      if (block.closed || block.top + block.height < first) continue;
      const ReaderParagraph& paragraph = view_.paragraphs[block.last];
      const std::string_view text = std::string_view(view_.text).substr(block.span.begin, block.span.size());
      const TextFlow& flow = ui_.flows.get(text, type_for(paragraph.look, ui_.state), m_.text_width, ui_.canvas);
      const std::string where = paragraph.number > 0 ? "¶ " + std::to_string(paragraph.number) : "";
      report_lines(ui_, flow, text, {m_.text_x, top + block.top}, {source_name(), where}, text_after(i));
    }
  }

  // What the article has between a block and the next one, where both are shown.
  std::string_view text_after(std::size_t at) const {
    if (at + 1 >= state_.blocks.size() || state_.blocks[at + 1].closed) return "\n\n";
    const std::uint32_t begin = state_.blocks[at].span.end, end = state_.blocks[at + 1].span.begin;
    return begin < end ? std::string_view(view_.text).substr(begin, end - begin) : "\n";
  }

  void draw_blocks(float top, Box visible) {
    std::size_t note = 0;
    for (std::size_t i = 0; i < state_.blocks.size(); ++i) {
      const ReaderBlock& block = state_.blocks[i];
      while (note < view_.notes.size() && view_.notes[note].paragraph < block.first) ++note;
      const float y = top + block.top;
      if (y > visible.y1 + 400) break;
      if (y + block.height < visible.y0 - 400) continue;
      if (block.closed) {
        draw_closed(block, y);
      } else {
        draw_block(block, y);
        draw_notes(block, note, y);
      }
    }
  }

  void draw_closed(const ReaderBlock& block, float y) {
    const std::string words =
        std::to_string(block.last - block.first + 1) + " lines of the page are left out of the reading";
    const float width = ui_.canvas.width(Type::kSmall, words);
    const Box place = Box::at(m_.text_x, y, width + 24, 24);
    access_next({.expanded = false});
    const Hit h = hit(words, block.first, place);
    if (h.focused) focus_ring(ui_.canvas, place.shrunk(0, 5), 4);
    ui_.canvas.text(Type::kSmall, m_.text_x, y + 4, h.hovered ? Tint::kInk2 : Tint::kInk3, words);
    draw_icon(ui_.canvas, Icon::kChevronDown, {m_.text_x + width + 13, y + 12}, ui_.canvas.color(Tint::kInk3), 16);
    tooltip(ui_, h, "Menus, notices and links around the article", "They are kept and shown, and feed nothing else");
    if (!h.clicked) return;
    state_.opened_furniture.push_back(block.first);
    state_.article = UINT32_MAX;  // sets the page anew
  }

  void draw_block(const ReaderBlock& block, float y) {
    const Canvas& canvas = ui_.canvas;
    const ReaderParagraph& paragraph = view_.paragraphs[block.last];
    const std::string_view text = std::string_view(view_.text).substr(block.span.begin, block.span.size());
    const TypeSpec type = type_for(paragraph.look, ui_.state);
    const TextFlow& flow = ui_.flows.get(text, type, m_.text_width, canvas);
    const FlowPainter painter(canvas, flow, text, {m_.text_x, y});
    if (paragraph.number > 0) draw_number(paragraph, y, block.height, type.line);
    const bool dimmed = paragraph.look == ParagraphLook::kFurniture;
    if (dimmed) {
      const Hit h = pointer_hit(text.substr(0, 40), block.first, Box::at(m_.text_x, y, m_.text_width, block.height));
      tooltip(ui_, h, "Left out of the reading", paragraph.reason);
    } else {
      draw_marks(block, painter, flow, y);
    }
    const Tint ink = dimmed ? Tint::kInk3 : paragraph.look == ParagraphLook::kByline ? Tint::kInk2 : Tint::kInk;
    painter.text(canvas.color(ink));
    draw_frames(block, painter);
  }

  void draw_number(const ReaderParagraph& paragraph, float y, float height, float line) {
    const Canvas& canvas = ui_.canvas;
    canvas.text_in({m_.text_x - 72, y, m_.text_x - kNumberRoom - 12, y + line}, Type::kSmall, Tint::kInk3,
                   std::to_string(paragraph.number), Align::kRight);
    if (paragraph.status == Status::kNone || !layer_is_shown(ui_.state, ReaderLayer::kStatus)) return;
    const Tint hue = paragraph.status == Status::kAgree ? Tint::kAgreeBar : status_hue(paragraph.status);
    canvas.fill({m_.text_x - kNumberRoom, y + 4, m_.text_x - kNumberRoom + 3, y + height - 4}, hue, 1.5F);
  }

  // The part of a span that lies in a block, counted from the block's begin.
  static TextSpan inside(const ReaderBlock& block, TextSpan span) {
    const std::uint32_t begin = std::max(block.span.begin, span.begin), end = std::min(block.span.end, span.end);
    return begin < end ? TextSpan{begin - block.span.begin, end - block.span.begin} : TextSpan{};
  }

  void draw_marks(const ReaderBlock& block, const FlowPainter& painter, const TextFlow& flow, float y) {
    const Canvas& canvas = ui_.canvas;
    if (ui_.state.article == view_.article) {
      const TextSpan shown = inside(block, ui_.state.reveal);
      if (!shown.empty()) painter.mark(shown, canvas.color(Tint::kSelectFill), 3);
    }
    for (const EvidenceCard& card : evidence_.cards) {
      if (!(evidence_.subject == ui_.state.selected) || card.place.article != view_.article) continue;
      const TextSpan sentence = inside(block, card.place.span);
      if (!sentence.empty() && !card.place.span.contains(ui_.state.reveal)) {
        painter.mark(sentence, canvas.color(Tint::kSelectFill), 3);
      }
    }
    for (std::size_t i = 0; i < view_.highlights.size(); ++i) {
      const Highlight& mark = view_.highlights[i];
      if (mark.span.begin >= block.span.end) break;
      const TextSpan span = inside(block, mark.span);
      if (!span.empty() && layer_is_shown(ui_.state, mark.layer)) draw_mark(mark, i, span, painter, flow, y);
    }
  }

  void draw_mark(const Highlight& mark, std::size_t id, TextSpan span, const FlowPainter& painter, const TextFlow& flow,
                 float y) {
    const Canvas& canvas = ui_.canvas;
    bool hovered = false;
    std::uint64_t piece = 0;
    for (const Box& box : flow.boxes(span)) {
      if (piece > 0) {
        hovered = pointer_hit("More of the mark", id * 16 + piece++, box.moved(m_.text_x, y)).clicked || hovered;
        continue;
      }
      const Hit h = hit(mark_name(mark), id * 16 + piece++, box.moved(m_.text_x, y));
      hovered = hovered || h.hovered;
      if (h.focused) focus_ring(canvas, box.moved(m_.text_x, y).shrunk(0, 4), 3);
      if (!mark.note.empty()) tooltip(ui_, h, mark.note, mark.unsure ? "not sure" : "");
      const bool dragged = ImGui::GetIO().MouseDragMaxDistanceSqr[0] > 25;  // words are being selected
      if (h.clicked && !dragged && mark.subject.valid()) ui_.commands.emplace_back(Select{mark.subject});
    }
    if (hovered) painter.mark(span, canvas.color(Tint::kHoverFill), 2);
    switch (mark.layer) {
      case ReaderLayer::kStatus:
        draw_status_line(mark, span, painter);
        break;
      case ReaderLayer::kQuote:
      case ReaderLayer::kFigure:
        painter.mark(span, canvas.color(Tint::kSelectFill), 1);
        break;
      case ReaderLayer::kPerson:
        painter.underline(span, Underline::kSolid, canvas.color(Tint::kInk2));
        break;
      case ReaderLayer::kOrganization:
        painter.underline(span, Underline::kDouble, canvas.color(Tint::kInk2));
        break;
      case ReaderLayer::kPlace:
        painter.underline(span, Underline::kDotted, canvas.color(Tint::kInk2));
        break;
      case ReaderLayer::kDate:
        painter.underline(span, Underline::kDashed, canvas.color(Tint::kInk2));
        break;
    }
  }

  // What is marked, and why.
  std::string mark_name(const Highlight& mark) const {
    constexpr std::size_t kLongest = 80;
    std::string words = view_.text.substr(mark.span.begin, std::min<std::size_t>(mark.span.size(), kLongest));
    return mark.note.empty() ? words : words + ": " + mark.note;
  }

  void draw_status_line(const Highlight& mark, TextSpan span, const FlowPainter& painter) {
    if (is_framed(mark)) {
      painter.mark(span, ui_.canvas.color(status_fill(mark.status)), 2.5F);
      return;
    }
    const Underline kind = mark.status == Status::kAgree    ? Underline::kAgree
                           : mark.status == Status::kDiffer ? Underline::kDiffer
                                                            : Underline::kOnly;
    if (mark.status != Status::kNone) painter.underline(span, kind, ui_.canvas.color(status_hue(mark.status)));
  }

  // Short marks of the selected thing get a frame: a value among words.
  bool is_framed(const Highlight& mark) const {
    constexpr std::uint32_t kShort = 48;
    return mark.subject.valid() && mark.subject == ui_.state.selected && mark.span.size() <= kShort &&
           mark.layer == ReaderLayer::kStatus && mark.status != Status::kNone;
  }

  void draw_frames(const ReaderBlock& block, const FlowPainter& painter) {
    for (const Highlight& mark : view_.highlights) {
      if (mark.span.begin >= block.span.end) break;
      const TextSpan span = inside(block, mark.span);
      if (span.empty() || !is_framed(mark) || !layer_is_shown(ui_.state, ReaderLayer::kStatus)) continue;
      painter.frame(span, ui_.canvas.color(status_hue(mark.status)), 3);
    }
  }

  void draw_notes(const ReaderBlock& block, std::size_t note, float y) {
    if (m_.note_width <= 0 || !layer_is_shown(ui_.state, ReaderLayer::kStatus)) return;
    y += (type_for(view_.paragraphs[block.last].look, ui_.state).line - 20) / 2;
    for (; note < view_.notes.size() && view_.notes[note].paragraph <= block.last; ++note) {
      const MarginNote& words = view_.notes[note];
      const TextFlow& flow = ui_.flows.get(words.text, Type::kSmall, m_.note_width - 20, ui_.canvas);
      const Box place = Box::at(m_.note_x, y, 20 + flow.width(), flow.height() + 2);
      const Hit h = hit(words.text, 5000 + note, place);
      if (h.hovered) ui_.canvas.fill(place.grown(6, 1), Tint::kHoverFill, 6);
      if (h.focused) focus_ring(ui_.canvas, place, 6);
      draw_status(ui_.canvas, words.status == Status::kNone ? Status::kSilent : words.status, {m_.note_x + 6, y + 8},
                  14.0F);
      FlowPainter(ui_.canvas, flow, words.text, {m_.note_x + 20, y}).text(ui_.canvas.color(Tint::kInk2));
      if (h.clicked && words.subject.valid()) ui_.commands.emplace_back(Select{words.subject});
      y += flow.height() + 2;
    }
  }

  // Brings the place that was asked for into view, once; gives whether it scrolled.
  bool follow_selection(float head, ScrollRegion& region) {
    const TextSpan wanted = ui_.state.article == view_.article ? ui_.state.reveal : TextSpan{};
    if (state_.revealed_article == view_.article && state_.revealed == wanted) return false;
    const bool other_article = state_.revealed_article != view_.article;
    state_.revealed_article = view_.article, state_.revealed = wanted;
    if (wanted.empty()) {
      if (other_article) region.scroll_to(0);
      return other_article;
    }
    for (const ReaderBlock& block : state_.blocks) {
      if (block.closed || !block.span.contains(wanted.begin)) continue;
      const float y = head + block.top;
      if (other_article) {
        region.scroll_to(y - box_.height() / 3);
      } else {
        region.reveal(y - 40, y + block.height + 40);
      }
      return true;
    }
    return false;
  }

  Ui& ui_;
  const SetView& set_;
  const ReaderView& view_;
  const EvidenceView& evidence_;
  ReaderPanelState& state_;
  Box box_;
  Measures m_;
  std::vector<TextSpan> differences_;
};

}  // namespace

void draw_reader(Ui& ui, Box box, const SetView& set, const ReaderView& view, const EvidenceView& evidence,
                 ReaderPanelState& state) {
  if (view.revision == 0 || view.article != ui.state.article) return;  // the article is on its way
  ReaderPage(ui, box, set, view, evidence, state).draw();
}

}  // namespace newsloupe::ui
