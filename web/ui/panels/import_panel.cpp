#include "web/ui/panels/import_panel.h"

#include <algorithm>
#include <array>

#include "core/present/counted.h"
#include "web/app/typed_date.h"
#include "web/ui/panels/correct_sheet.h"
#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kHead = 72, kColumnHead = 35, kRow = 56, kFoot = 56;

constexpr std::size_t kFewFiles = 8;  // can be looked over without a filter

// Left edges of the columns, from the left edge of the sheet.
struct Columns {
  float icon, badge, title, outlet, published, language, words;
};

Columns columns_from(Box sheet) {
  const float spare = sheet.width() - 912;
  return {sheet.x0 + 43,
          sheet.x0 + 65,
          sheet.x0 + 101,
          sheet.x0 + 442 + spare * 0.7F,
          sheet.x0 + 576 + spare * 0.9F,
          sheet.x0 + 716 + spare,
          sheet.x1 - 44};
}

// What there is to tell of all files, those included that the worker has not seen.
struct Tally {
  std::size_t files = 0, done = 0, ready = 0, needs_you = 0, failed = 0, duplicates = 0;
  bool settled = false;
};

Tally tally(const ImportFiles& from) {
  const ImportView& view = from.view;
  Tally out;
  const std::size_t in_worker = view.files - std::min(view.done, view.files);
  const std::size_t in_page = from.progress.accepted - std::min(from.progress.done, from.progress.accepted);
  out.done = view.done + from.unread.size();
  out.settled = in_worker == 0 && in_page == 0;
  // The two are told at different moments; their sum would waver.
  const std::size_t known = std::max<std::size_t>(view.files + from.unread.size(), from.progress.accepted);
  out.files = out.settled ? out.done : std::max(out.done, known);
  out.ready = view.ready;
  out.needs_you = view.needs_you + from.unread.size();
  out.failed = view.failed + from.unread.size();
  out.duplicates = view.duplicates;
  return out;
}

std::string tally_words(const Tally& t, bool comparing) {
  std::string out = grouped(t.ready) + " ready";
  if (t.done < t.files) out += " · " + grouped(t.files - t.done) + " to read";
  if (t.failed > 0) out += " · " + grouped(t.failed) + " could not be read";
  if (t.duplicates > 0) out += " · " + grouped(t.duplicates) + " already here";
  const std::size_t asking = t.needs_you - std::min(t.needs_you, t.failed + t.duplicates);
  if (asking > 0) out += " · " + grouped(asking) + (asking == 1 ? " has" : " have") + " a question";
  if (t.settled && comparing) out += " · comparing";
  return out;
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

class ImportSheet {
 public:
  ImportSheet(Ui& ui, Box sheet, const ImportFiles& from, ImportPanelState& state, ListQueries& queries)
      : ui_(ui),
        canvas_(ui.canvas),
        from_(from),
        state_(state),
        queries_(queries),
        sheet_(sheet),
        x_(columns_from(sheet)),
        tally_(tally(from)) {}

  void draw() {
    Box rest = sheet_;
    draw_head(rest.take_top(kHead));
    draw_column_heads(rest.take_top(kColumnHead));
    draw_foot(rest.take_bottom(kFoot));
    draw_rows(rest);
  }

 private:
  void draw_head(Box head) {
    const std::size_t count = tally_.settled ? tally_.ready : tally_.files;
    const char* const one = tally_.settled ? "article" : "file";
    const char* const many = tally_.settled ? "articles" : "files";
    draw_sheet_head(ui_, head, (tally_.settled ? "Added " : "Reading ") + counted(count, one, many),
                    tally_words(tally_, from_.view.comparing), false);
    const char* word = tally_.settled ? "Done" : "Cancel";
    const float width = button_width(canvas_, word, 32);
    const Box place = Box::at(head.x1 - 24 - width, head.middle_y() - 16, width, 32);
    if (button(ui_, word, place, {tally_.settled ? ButtonKind::kPrimary : ButtonKind::kPlain, Icon::kCount})) {
      if (tally_.settled) {
        ui_.commands.emplace_back(ShowSheet{Sheet::kNone});
      } else {
        ui_.commands.emplace_back(CancelReading{});
      }
    }
    const Box bar{head.x0, head.y1, head.x1, head.y1 + 2};
    canvas_.fill(bar, Tint::kLine);
    if (tally_.settled || tally_.files == 0) return;
    const float share = static_cast<float>(tally_.done) / static_cast<float>(tally_.files);
    canvas_.fill({bar.x0, bar.y0, bar.x0 + bar.width() * std::clamp(share, 0.0F, 1.0F), bar.y1}, Tint::kInk);
  }

  // ---- Rows: those that did not reach the worker first, then the worker's

  std::uint32_t row_count() const { return static_cast<std::uint32_t>(from_.unread.size()) + from_.view.total; }

  const ImportRow* row_at(std::uint32_t i) const {
    if (i < from_.unread.size()) return &from_.unread[i];
    const auto at = i - static_cast<std::uint32_t>(from_.unread.size());
    const ImportView& view = from_.view;
    return at >= view.first && at - view.first < view.rows.size() ? &view.rows[at - view.first] : nullptr;
  }

  void draw_rows(Box rest) {
    ScrollRegion region(ui_, "Files", rest);
    const auto own = static_cast<std::uint32_t>(from_.unread.size());
    const auto begin = static_cast<std::uint32_t>(std::max(0.0F, region.scroll() / kRow));
    const std::uint32_t end = std::min(row_count(), begin + static_cast<std::uint32_t>(rest.height() / kRow) + 2);
    if (queries_.import.cover(std::max(begin, own) - own, std::max(end, own) - own, from_.view.total)) {
      ui_.report.wants_frames = true;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      const Box place = Box::at(sheet_.x0, region.content().y0 + static_cast<float>(i) * kRow, sheet_.width(), kRow);
      if (const ImportRow* row = row_at(i)) draw_row(*row, i, place);
      if (i + 1 < row_count()) canvas_.across(sheet_.x0, sheet_.x1, place.y1);
    }
    region.set_height(static_cast<float>(row_count()) * kRow);
  }

  void draw_column_heads(Box head) {
    const float y = head.middle_y() - 7;
    canvas_.text(Type::kColumn, x_.icon - 10, y, Tint::kInk3, "Title");
    canvas_.text(Type::kColumn, x_.outlet + 10, y, Tint::kInk3, "Outlet");
    canvas_.text(Type::kColumn, x_.published + 10, y, Tint::kInk3, "Published");
    canvas_.text(Type::kColumn, x_.language, y, Tint::kInk3, "Lang.");
    canvas_.text(Type::kColumn, x_.words - canvas_.width(Type::kColumn, "Words"), y, Tint::kInk3, "Words");
    canvas_.across(sheet_.x0, sheet_.x1, head.y1);
  }

  void draw_foot(Box foot) {
    canvas_.across(foot.x0, foot.x1, foot.y0);
    Box rest = foot.shrunk(32, 0);
    if (tally_.needs_you > 0 && tally_.files > kFewFiles) draw_filter(rest.take_right(300));
    const char* words = tally_.settled
                            ? "Title, outlet and date can be changed: click them. Ctrl Z takes a change back."
                            : "Cancel keeps what is read. This sheet closes by itself when all is well.";
    canvas_.text_in(rest, Type::kSmall, Tint::kInk2, words);
  }

  void draw_filter(Box place) {
    const std::string all = "All " + grouped(tally_.files), some = "Need you " + grouped(tally_.needs_you);
    const bool chosen = queries_.import_only_needing;
    const std::array<std::string_view, 2> words = {all, some};
    const Box track{place.x0, place.middle_y() - 16, place.x1, place.middle_y() + 16};
    const int pressed = segments(ui_, "Files", track, words, chosen ? 1 : 0);
    if (pressed >= 0) {
      state_.filter_chosen = true;
      ask_for(pressed == 1);
    } else if (!state_.filter_chosen && tally_.settled && !chosen) {
      ask_for(true);  // all is read: what is left to do comes first
    }
  }

  void ask_for(bool only_needing) {
    queries_.import_only_needing = only_needing;
    queries_.import = {};
    ui_.report.wants_frames = true;
  }

  void draw_fate(const ImportRow& row, float y) {
    const ImVec2 at{x_.icon, y};
    const ImU32 ink = canvas_.color(Tint::kInk2);
    switch (row.state) {
      case ImportState::kWaiting:
        draw_progress(canvas_, at, 8, 0);
        break;
      case ImportState::kReading:
        draw_progress(canvas_, at, 8, 0.5F);
        break;
      case ImportState::kFailed:
        draw_icon(canvas_, Icon::kCross, at, ink, 18);
        break;
      case ImportState::kDuplicate:
        draw_icon(canvas_, Icon::kInfo, at, ink, 20);
        break;
      case ImportState::kDone:
        if (row.needs_date) {
          draw_icon(canvas_, Icon::kWarning, at, canvas_.color(Tint::kInk), 18);
        } else {
          canvas_.ring(at, 9, canvas_.color(Tint::kLine2), 1.5F);
          draw_icon(canvas_, Icon::kDone, at, canvas_.color(Tint::kInk), 20);
        }
        break;
    }
  }

  void draw_row(const ImportRow& row, std::size_t i, Box place) {
    draw_fate(row, place.middle_y());
    if (row.state == ImportState::kDone) {
      draw_article(row, i, place);
      return;
    }
    const float middle = place.middle_y();
    canvas_.text_in({x_.title, middle - 10, x_.outlet - 12, middle + 10}, Type::kRow, Tint::kInk2, row.name);
    const bool waits = row.state == ImportState::kWaiting || row.state == ImportState::kReading;
    std::string words = waits ? (row.state == ImportState::kReading ? "reading…" : "waits") : "";
    words += joined(row.messages);
    canvas_.text_in({x_.outlet + 10, middle - 10, x_.words, middle + 10}, Type::kBody, Tint::kInk2, words);
    access_text(Role::kText, row.name + ": " + words, place);
    const Hit h = pointer_hit(row.name, i, {x_.title, place.y0, x_.words, place.y1});
    tooltip(ui_, h, row.name, words);
  }

  static std::string joined(const std::vector<std::string>& messages) {
    std::string words;
    for (const std::string& message : messages) words += (words.empty() ? "" : " ") + message;
    return words;
  }

  void draw_article(const ImportRow& row, std::size_t i, Box place) {
    const bool bad = state_.bad_date == row.id;
    const std::string message = bad ? "That is not a day. Type it as 4 May 2025 or 2025-05-04." : joined(row.messages);
    const float middle = place.middle_y() - (message.empty() ? 0 : 8);
    if (!row.letter.empty()) draw_badge(canvas_, Box::at(x_.badge, place.middle_y() - 12, 24, 24), row.letter);
    const auto cell = [&](float x0, float x1) { return Box{x0, middle - 15, x1, middle + 15}; };
    edit(row, ImportField::kTitle, cell(x_.title - 10, x_.outlet - 8), row.title, "no headline", Type::kTitleRow);
    edit(row, ImportField::kOutlet, cell(x_.outlet, x_.published - 8), row.outlet, "outlet?", Type::kBody);
    const std::optional<CivilDate> day = parse_iso_date(row.published);
    edit(row, ImportField::kPublished, cell(x_.published, x_.language - 14),
         day ? typed_from_date(*day) : row.published, "date?", Type::kBody);
    canvas_.text(Type::kBody, x_.language, middle - 10, Tint::kInk3, row.language);
    const std::string words = grouped(row.words);
    canvas_.text(Type::kBody, x_.words - canvas_.width(Type::kBody, words), middle - 10, Tint::kInk3, words);
    if (row.edited) draw_corrected_mark(ui_, 0xED00 + i, x_.title - 22, middle + 16);
    const ImVec2 bin{x_.words + 22, middle};
    if (ImGui::IsMouseHoveringRect(place.min(), place.max()) && icon_button(ui_, "Remove", bin, Icon::kClose, i)) {
      ui_.commands.emplace_back(Correct{{{RemoveArticle{row.id}}}});
    }
    if (message.empty()) return;
    const Box line{x_.title, middle + 15, x_.words, middle + 31};
    access_text(Role::kText, message, line);
    canvas_.text_in(line, Type::kSmall, bad ? Tint::kInk : Tint::kInk2, message);
    const Hit h = pointer_hit(row.name + ", note", i, line);
    tooltip(ui_, h, message, row.name);
  }

  void edit(const ImportRow& row, ImportField which, Box place, const std::string& value, std::string_view hint,
            Type type) {
    constexpr const char* kNames[] = {"Title", "Outlet", "Published"};
    const std::string key = row.id + "\n" + kNames[static_cast<std::size_t>(which)];
    std::string text = state_.edited == key ? state_.typed : value;
    const bool ask =
        which == ImportField::kPublished && row.needs_date && state_.asked.empty() && state_.edited.empty();
    if (ask) state_.asked = row.id;
    const std::string name =
        kNames[static_cast<std::size_t>(which)] + (" of " + (row.letter.empty() ? row.name : row.letter));
    const FieldResult result =
        field(ui_, name, number_of(key), place, text, hint, value.empty() ? false : true, ask, type);
    if (result.active) {
      state_.edited = key, state_.typed = text;
    } else if (state_.edited == key) {
      state_.edited.clear();
    }
    if (!result.entered || text == value) return;
    if (which == ImportField::kPublished) {
      enter_date(row, text);
    } else if (which == ImportField::kTitle) {
      ui_.commands.emplace_back(Correct{{{SetTitle{row.id, text}}}});
    } else {
      ui_.commands.emplace_back(Correct{{{SetOutlet{row.id, text}}}});
    }
  }

  void enter_date(const ImportRow& row, const std::string& text) {
    const std::optional<CivilDate> day = date_from_typed(text);
    state_.bad_date = day || text.empty() ? "" : row.id;
    if (!day && !text.empty()) return;
    state_.asked.clear();  // the next row that needs a date may have the focus
    ui_.commands.emplace_back(Correct{{{SetPublished{row.id, day}}}});
  }

  Ui& ui_;
  const Canvas& canvas_;
  const ImportFiles& from_;
  ImportPanelState& state_;
  ListQueries& queries_;
  Box sheet_;
  Columns x_;
  Tally tally_;
};

}  // namespace

bool import_is_settled(const ImportFiles& from) {
  const Tally t = tally(from);
  return t.settled && !from.view.comparing;
}

void draw_import(Ui& ui, const ImportFiles& from, ImportPanelState& state, ListQueries& queries) {
  const std::size_t files = std::max<std::size_t>(1, tally(from).files);  // the height stays when rows are filtered
  const float height = kHead + kColumnHead + kFoot + 1 + static_cast<float>(std::min<std::size_t>(files, 100)) * kRow;
  SheetFrame frame(ui, "Import", 912, height);
  ImportSheet(ui, frame.body, from, state, queries).draw();
}

}  // namespace newsloupe::ui
