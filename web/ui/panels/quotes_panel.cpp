#include "web/ui/panels/quotes_panel.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/ui/columns.h"
#include "web/ui/panels/correct_sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kRow = 44, kPiece = 36, kRendering = 48, kReach = 16, kPiecePad = 10;

class QuotesPage {
 public:
  QuotesPage(Ui& ui, Box box, const SetView& set, const QuotesView& view, QuotesPanelState& state)
      : ui_(ui),
        canvas_(ui.canvas),
        set_(set),
        view_(view),
        state_(state),
        left_(box.x0 + measure::kPage),
        right_(box.x1 - measure::kPage),
        tag_(std::min(158.0F, box.width() * 0.15F)),
        columns_(set, view.columns, right_ - tag_ - 16, (right_ - left_) * 0.36F, 64) {
    quote_ = left_ + std::clamp((right_ - left_) * 0.145F, 132.0F, 190.0F);
  }

  void draw(Box box) {
    Box rest = box;
    draw_title(rest.take_top(72));
    draw_heads(rest.take_top(50));
    ScrollRegion region(ui_, "Quotes", rest);
    const AccessRegion grid(Role::kGrid, "Sayings", rest);
    begin_text_area(ui_, rest, region.content().min());
    float y = region.content().y0;
    float selected_top = -1, selected_height = 0;
    for (const QuoteRow& row : view_.rows) {
      const bool open = row.subject.valid() && row.subject == ui_.state.selected && !row.renderings.empty();
      const float height = open ? kRow + opened_height(row) : kRow;
      if (open || row.subject == ui_.state.selected) selected_top = y, selected_height = height;
      if (y + height > rest.y0 && y < rest.y1) {
        if (open) draw_ground(Box::at(left_, y, right_ - left_, height));
        draw_row(row, Box::at(left_, y, right_ - left_, kRow), open);
        if (open) draw_opened(row, Box::at(left_, y, right_ - left_, height));
      }
      y += height + (open ? 8 : 0);
    }
    canvas_.across(left_, right_, y);
    if (view_.total > view_.rows.size()) {
      canvas_.text(Type::kSmall, left_, y + 14, Tint::kInk3,
                   std::to_string(view_.rows.size()) + " of " + std::to_string(view_.total) + " shown");
      y += 30;
    }
    region.set_height(y - region.content().y0 + 32);
    if (!(state_.shown == ui_.state.selected) && selected_top >= 0) {
      state_.shown = ui_.state.selected;
      const float top = selected_top - region.content().y0;
      region.reveal(top, top + selected_height);
    }
  }

 private:
  void draw_title(Box head) {
    const float y = head.y0 + 22;
    access_text(Role::kHeading, "Quotes", head);
    const float width = canvas_.text(Type::kView, left_, y, Tint::kInk, "Quotes");
    const std::string words = std::to_string(view_.total) + (view_.total == 1 ? " saying, " : " sayings, ") +
                              std::to_string(view_.speakers) + (view_.speakers == 1 ? " speaker" : " speakers");
    access_text(Role::kText, words, head);
    canvas_.text(Type::kBody, left_ + width + 12, y + 5, Tint::kInk3, words);
  }

  void draw_heads(Box head) {
    const float y = head.y0 + 20;
    canvas_.text(Type::kColumn, left_, y, Tint::kInk2, "Speaker");
    canvas_.text(Type::kColumn, quote_, y, Tint::kInk2, "Longest wording");
    columns_.draw_heads(canvas_, y - 2, 20);
    canvas_.text(Type::kColumn, right_ - tag_, y, Tint::kInk2, "Between articles");
  }

  void draw_row(const QuoteRow& row, Box place, bool open) {
    const Box ground = place.grown(kReach, 0);
    access_next({.role = Role::kRow, .expanded = open, .selected = open});
    const Hit h = hit(row.speaker + ": " + row.words, row.subject.key, ground);
    tell_cells(row, place);
    if (!open) {
      canvas_.across(left_, right_, place.y0);
      row_ground(canvas_, ground, row.subject.valid() && row.subject == ui_.state.selected, h.hovered);
    } else {
      canvas_.fill({ground.x0, place.y0 + 12, ground.x0 + 3, place.y1 - 12}, Tint::kInk, 1.5F);
    }
    draw_icon(canvas_, open ? Icon::kChevronDown : Icon::kChevronRight, {left_ + 7, place.middle_y()},
              canvas_.color(Tint::kInk2), 18);
    Box speaker{left_ + 20, place.y0, quote_ - 10, place.y1};
    if (row.corrected) {
      const float name = canvas_.width(Type::kBodyStrong, row.speaker);
      const float at = std::min(speaker.x0 + name + 4, speaker.x1 - 18);
      draw_corrected_mark(ui_, row.subject.key, at, place.middle_y());
      speaker.x1 = std::max(speaker.x0, at - 2);
    }
    canvas_.text_in(speaker, Type::kBodyStrong, row.speaker_unsure ? Tint::kInk2 : Tint::kInk, row.speaker);
    if (row.speaker_unsure) {
      const float width = std::min(speaker.width(), canvas_.width(Type::kBodyStrong, row.speaker));
      canvas_.dashed_across(speaker.x0, speaker.x0 + width, place.middle_y() + 9, canvas_.color(Tint::kInk3), 1, 2, 3);
    }
    canvas_.text_in({quote_, place.y0 + 1, columns_.left() - 16, place.y1 + 1}, Type::kPair,
                    row.indirect ? Tint::kInk2 : Tint::kInk, row.words);
    if (!open) report_line(ui_, {quote_, place.y0 + 1, columns_.left() - 16, place.y1 + 1}, Type::kPair, row.words);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      draw_value(canvas_, columns_.cell(c, place.y0, kRow),
                 row.cells[c].status == Status::kSilent ? Status::kSilent : Status::kNone, row.cells[c].text,
                 row.cells[c].unsure, true);
    }
    if (!row.kind.empty()) draw_tag(canvas_, right_ - tag_, place.middle_y() - 12, row.status, row.kind);
    if (h.focused) focus_ring(canvas_, ground.shrunk(4, 4), 4);
    const ImVec2 pencil{right_ - 8, place.middle_y()};
    if (open && icon_button(ui_, "Wrong? Correct", pencil, Icon::kPencil, row.subject.key, "e")) {
      ui_.commands.emplace_back(ShowSheet{Sheet::kCorrect});
    } else if (h.clicked)
      ui_.commands.emplace_back(Select{open ? Subject{} : row.subject});
  }

  void tell_cells(const QuoteRow& row, Box place) {
    const AccessInside inside;
    access_text(Role::kRowHeader, row.speaker, place);
    access_text(Role::kCell, row.words, place);
    for (std::size_t c = 0; c < row.cells.size() && c < view_.columns.size(); ++c) {
      const std::uint32_t article = view_.columns[c];
      if (article >= set_.articles.size()) continue;
      const BriefCell& cell = row.cells[c];
      access_text(
          Role::kCell,
          set_.articles[article].letter + ": " + (cell.status == Status::kSilent ? "does not quote it" : cell.text),
          columns_.cell(c, place.y0, kRow));
    }
    access_text(Role::kCell, row.kind, place);
  }

  // ---- The opened row

  struct Alignment {
    std::vector<float> widths;
    float total = 0;
    bool fits = false;
  };

  Alignment alignment(const QuoteRow& row) const {
    Alignment out;
    for (const QuoteRendering& rendering : row.renderings) {
      out.widths.resize(std::max(out.widths.size(), rendering.pieces.size()), 72);
      for (std::size_t i = 0; i < rendering.pieces.size(); ++i) {
        out.widths[i] =
            std::max(out.widths[i], std::ceil(canvas_.width(Type::kPair, rendering.pieces[i].text)) + 2 * kPiecePad);
      }
    }
    for (const float width : out.widths) out.total += width + 4;
    out.fits = out.total <= right_ - pieces_left() - 300;
    return out;
  }

  float pieces_left() const { return left_ + 64; }
  float pieces_room() const { return (right_ - pieces_left()) * 0.62F; }

  static std::string joined(const QuoteRendering& rendering) {
    std::string out;
    for (const QuotePiece& piece : rendering.pieces) {
      if (piece.text.empty()) continue;
      if (!out.empty()) out += ' ';
      out += piece.text;
    }
    return out;
  }

  float rendering_height(const Alignment& table, const QuoteRendering& rendering) const {
    if (table.fits) return kRendering;
    return std::max(kRendering, ui_.flows.get(joined(rendering), Type::kPair, pieces_room(), canvas_).height() + 20);
  }

  float opened_height(const QuoteRow& row) const {
    const Alignment table = alignment(row);
    float height = 8 + 40;
    for (const QuoteRendering& rendering : row.renderings) height += rendering_height(table, rendering);
    return height;
  }

  void draw_ground(Box place) const { canvas_.fill(place.grown(kReach, 0), Tint::kSunk, 10); }

  void draw_opened(const QuoteRow& row, Box place) {
    const Alignment table = alignment(row);
    float y = place.y0 + kRow + 4;
    for (std::size_t i = 0; i < row.renderings.size(); ++i) {
      const QuoteRendering& rendering = row.renderings[i];
      const float height = rendering_height(table, rendering);
      draw_rendering(rendering, table, i, Box::at(left_, y, right_ - left_, height));
      y += height;
    }
    float x = pieces_left();
    x += draw_key_hint(canvas_, x, y + 16, "Enter", "read");
    x += draw_key_hint(canvas_, x, y + 16, "c", "copy all wordings");
    x += draw_key_hint(canvas_, x, y + 16, "e", "correct the speaker");
    draw_key_hint(canvas_, x, y + 16, "Esc", "close");
  }

  void draw_rendering(const QuoteRendering& rendering, const Alignment& table, std::size_t id, Box place) {
    const float middle = table.fits ? place.middle_y() : place.y0 + kRendering / 2;
    const bool known = rendering.place.article < set_.articles.size();
    const ArticleTab* tab = known ? &set_.articles[rendering.place.article] : nullptr;
    const Hit h = hit("Read in " + (tab != nullptr ? tab->outlet : "the article") + ", " + rendering.relation + ": " +
                          joined(rendering),
                      900 + id, place.shrunk(0, 2));
    if (h.hovered) canvas_.fill(place.shrunk(0, 2), Tint::kHoverFill, 8);
    if (h.focused) focus_ring(canvas_, place.shrunk(2, 6), 6);
    if (h.clicked) ui_.commands.emplace_back(OpenArticle{rendering.place.article, rendering.place.span});
    draw_badge(canvas_, Box::at(left_ + 24, middle - 12, 24, 24), tab != nullptr ? tab->letter : "?");
    float x = pieces_left();
    if (table.fits) {
      for (std::size_t i = 0; i < rendering.pieces.size(); ++i) {
        draw_piece(rendering, i, Box::at(x, middle - kPiece / 2, table.widths[i], kPiece));
        x += table.widths[i] + 4;
      }
    } else {
      draw_running(rendering, {x, place.y0 + 12});
      x += pieces_room();
    }
    x += 20;
    const float relation = canvas_.width(Type::kBodyStrong, rendering.relation);
    canvas_.text_in({x, middle - 10, right_ - 8, middle + 10}, Type::kBodyStrong, Tint::kInk, rendering.relation);
    const std::string where =
        (tab != nullptr ? tab->outlet : "") + (rendering.date.empty() ? "" : ", " + rendering.date);
    const float where_x = std::max(x + relation + 20, x + 150);
    if (where_x + 60 < right_)
      canvas_.text_in({where_x, middle - 10, right_ - 8, middle + 10}, Type::kBody, Tint::kInk3, where);
  }

  TextSource source_of(const QuoteRendering& rendering) const {
    if (rendering.place.article >= set_.articles.size()) return {};
    const ArticleTab& tab = set_.articles[rendering.place.article];
    return {source_words(tab.outlet, tab.published), ""};
  }

  // A missing piece says where it is missing.
  static std::string_view missing_word(const QuoteRendering& rendering, std::size_t at) {
    const auto empty = [](const QuotePiece& piece) { return piece.text.empty(); };
    const auto begin = rendering.pieces.begin();
    if (rendering.indirect) return "not there";
    if (std::all_of(begin + static_cast<std::ptrdiff_t>(at), rendering.pieces.end(), empty)) return "cut at the end";
    if (std::all_of(begin, begin + static_cast<std::ptrdiff_t>(at) + 1, empty)) return "cut at the start";
    return "not there";
  }

  void draw_piece(const QuoteRendering& rendering, std::size_t at, Box box) {
    const QuotePiece& piece = rendering.pieces[at];
    if (piece.text.empty()) {
      if (!rendering.indirect) canvas_.dashed_outline(box, canvas_.color(Tint::kDiffer), 8);
      canvas_.text_in(box, Type::kSmall, rendering.indirect ? Tint::kInk3 : Tint::kDiffer, missing_word(rendering, at),
                      Align::kCentre);
      return;
    }
    const bool bare = rendering.indirect || piece.state == PieceState::kPlain;
    if (!bare) {
      canvas_.fill(box, Tint::kSurface, 8);
      if (piece.state == PieceState::kChanged) canvas_.fill(box, Tint::kDifferFill, 8);
      if (piece.state == PieceState::kExtra) canvas_.fill(box, Tint::kOnlyFill, 8);
      canvas_.outline(box, Tint::kLine, 8, 1);
    }
    const Box words = box.shrunk(kPiecePad, 0).moved(0, 1);
    canvas_.text_in(words, Type::kPair, rendering.indirect ? Tint::kInk2 : Tint::kInk, piece.text);
    const bool last = std::all_of(rendering.pieces.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  rendering.pieces.end(), [](const QuotePiece& other) { return other.text.empty(); });
    report_line(ui_, words, Type::kPair, piece.text, source_of(rendering), last ? "\n" : " ");
  }

  // Where the pieces do not fit side by side: running text with what is other marked.
  void draw_running(const QuoteRendering& rendering, ImVec2 at) {
    const std::string text = joined(rendering);
    const TextFlow& flow = ui_.flows.get(text, Type::kPair, pieces_room(), canvas_);
    const FlowPainter painter(canvas_, flow, text, at);
    std::uint32_t begin = 0;
    for (const QuotePiece& piece : rendering.pieces) {
      if (piece.text.empty()) continue;
      const TextSpan span{begin, begin + static_cast<std::uint32_t>(piece.text.size())};
      if (piece.state == PieceState::kChanged) painter.mark(span, canvas_.color(Tint::kDifferFill), 2);
      if (piece.state == PieceState::kExtra) painter.mark(span, canvas_.color(Tint::kOnlyFill), 2);
      begin = span.end + 1;
    }
    painter.text(canvas_.color(rendering.indirect ? Tint::kInk2 : Tint::kInk));
    report_lines(ui_, flow, text, at, source_of(rendering));
  }

  Ui& ui_;
  const Canvas& canvas_;
  const SetView& set_;
  const QuotesView& view_;
  QuotesPanelState& state_;
  float left_, right_, tag_, quote_ = 0;
  ArticleColumns columns_;
};

}  // namespace

void draw_nothing_found(Ui& ui, Box box, std::string_view first, std::string_view second) {
  const Box frame = Box::at(box.x0 + measure::kPage, box.y0 + 40, box.width() - 2 * measure::kPage, 104);
  ui.canvas.dashed_outline(frame, ui.canvas.color(Tint::kControl), 10);
  ui.canvas.text_in({frame.x0 + 16, frame.middle_y() - 24, frame.x1 - 16, frame.middle_y() - 4}, Type::kRowStrong,
                    Tint::kInk, first, Align::kCentre);
  ui.canvas.text_in({frame.x0 + 16, frame.middle_y() + 4, frame.x1 - 16, frame.middle_y() + 24}, Type::kRow,
                    Tint::kInk3, second, Align::kCentre);
}

void draw_quotes(Ui& ui, Box box, const SetView& set, const QuotesView& view, QuotesPanelState& state) {
  if (view.revision == 0) return;
  if (view.rows.empty()) {
    draw_nothing_found(ui, box, "No quotes found in these articles",
                       "Direct speech in “…”, „…“ and «…» is read, and verbs of saying.");
    return;
  }
  QuotesPage(ui, box, set, view, state).draw(box);
}

}  // namespace newsloupe::ui
