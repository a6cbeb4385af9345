#include "web/ui/panels/import_panel.h"

#include <algorithm>

#include "web/app/typed_date.h"
#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kHead = 72, kColumnHead = 35, kRow = 56, kMessage = 20, kFoot = 56;

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

struct Tally {
  std::size_t ready = 0, under_way = 0, left_out = 0;
};

// Rows without a place in the set, of files that never reached the worker, count as left out.
Tally tally(const ImportView& files) {
  Tally out;
  out.ready = files.ready;
  out.under_way = files.files - files.done;
  out.left_out = files.failed + files.duplicates;
  if (files.first + files.rows.size() > files.total) out.left_out += files.first + files.rows.size() - files.total;
  return out;
}

std::string tally_words(const Tally& t, bool comparing) {
  std::string out = std::to_string(t.ready) + " ready";
  if (t.under_way > 0) out += ", " + std::to_string(t.under_way) + " to read";
  if (t.left_out > 0) out += ", " + std::to_string(t.left_out) + " left out";
  if (t.under_way == 0 && comparing) out += ", comparing";
  return out;
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

float row_height(const ImportRow& row, const ImportPanelState& state) {
  const bool inline_message = row.state != ImportState::kDone;  // said in the row itself
  const std::size_t lines = (inline_message ? 0 : row.messages.size()) + (state.bad_date == row.id ? 1 : 0);
  return kRow + static_cast<float>(lines) * kMessage + (lines > 0 ? 4 : 0);
}

class ImportSheet {
 public:
  ImportSheet(Ui& ui, Box sheet, const ImportView& files, ImportPanelState& state)
      : ui_(ui), canvas_(ui.canvas), files_(files), state_(state), sheet_(sheet), x_(columns_from(sheet)) {}

  void draw() {
    Box rest = sheet_;
    const Tally t = tally(files_);
    const bool settled = t.under_way == 0 && files_.done >= files_.files;
    draw_head(rest.take_top(kHead), t, settled);
    draw_column_heads(rest.take_top(kColumnHead));
    draw_foot(rest.take_bottom(kFoot), settled);
    ScrollRegion region(ui_, "Files", rest);
    float y = region.content().y0;
    for (std::size_t i = 0; i < files_.rows.size(); ++i) {
      const float height = row_height(files_.rows[i], state_);
      if (y + height > rest.y0 && y < rest.y1)
        draw_row(files_.rows[i], i, Box::at(sheet_.x0, y, sheet_.width(), height));
      y += height;
      if (i + 1 < files_.rows.size()) canvas_.across(sheet_.x0, sheet_.x1, y);
    }
    region.set_height(y - region.content().y0);
  }

 private:
  void draw_head(Box head, const Tally& t, bool settled) {
    const std::size_t count = std::max<std::size_t>(files_.files, files_.rows.size());
    const std::string title = std::string(settled ? "Added " : "Adding ") + std::to_string(settled ? t.ready : count) +
                              ((settled ? t.ready : count) == 1 ? " article" : " articles");
    draw_sheet_head(ui_, head, title, tally_words(t, files_.comparing), false);
    const char* word = settled ? "Done" : "Cancel";
    const float width = button_width(canvas_, word, 32);
    const Box place = Box::at(head.x1 - 24 - width, head.middle_y() - 16, width, 32);
    if (button(ui_, word, place, {settled ? ButtonKind::kPrimary : ButtonKind::kPlain, Icon::kCount})) {
      if (settled) {
        ui_.commands.emplace_back(ShowSheet{Sheet::kNone});
      } else {
        ui_.commands.emplace_back(CancelReading{});
      }
    }
    const float share = files_.files == 0 ? 0 : static_cast<float>(files_.done) / static_cast<float>(files_.files);
    const Box bar{head.x0, head.y1, head.x1, head.y1 + 2};
    canvas_.fill(bar, Tint::kLine);
    if (!settled)
      canvas_.fill({bar.x0, bar.y0, bar.x0 + bar.width() * std::clamp(share, 0.0F, 1.0F), bar.y1}, Tint::kInk);
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

  void draw_foot(Box foot, bool settled) {
    canvas_.across(foot.x0, foot.x1, foot.y0);
    const char* words =
        settled ? "Title, outlet and date can be changed: click them. Ctrl Z takes a change back."
                : "Title, outlet and date can be changed: click them. This sheet closes by itself when all is well.";
    canvas_.text_in(foot.shrunk(32, 0), Type::kSmall, Tint::kInk2, words);
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
    const float middle = place.y0 + kRow / 2;
    draw_fate(row, middle);
    if (row.state == ImportState::kDone) {
      draw_article(row, i, place);
      return;
    }
    canvas_.text_in({x_.title, middle - 10, x_.outlet - 12, middle + 10}, Type::kRow, Tint::kInk2, row.name);
    const bool waits = row.state == ImportState::kWaiting || row.state == ImportState::kReading;
    std::string words = waits ? (row.state == ImportState::kReading ? "reading…" : "waits") : "";
    for (const std::string& message : row.messages) words += (words.empty() ? "" : " ") + message;
    canvas_.text_in({x_.outlet + 10, middle - 10, x_.words, middle + 10}, Type::kBody, Tint::kInk2, words);
    access_text(Role::kText, row.name + ": " + words, place);
    const Hit h = pointer_hit(row.name, i, {x_.title, place.y0, x_.words, place.y1});
    tooltip(ui_, h, row.name, words);
  }

  void draw_article(const ImportRow& row, std::size_t i, Box place) {
    const float middle = place.y0 + kRow / 2;
    if (!row.letter.empty()) draw_badge(canvas_, Box::at(x_.badge, middle - 12, 24, 24), row.letter);
    const auto cell = [&](float x0, float x1) { return Box{x0, middle - 16, x1, middle + 16}; };
    edit(row, ImportField::kTitle, cell(x_.title - 10, x_.outlet - 8), row.title, "no headline", Type::kTitleRow);
    edit(row, ImportField::kOutlet, cell(x_.outlet, x_.published - 8), row.outlet, "outlet?", Type::kBody);
    const std::optional<CivilDate> day = parse_iso_date(row.published);
    edit(row, ImportField::kPublished, cell(x_.published, x_.language - 14),
         day ? typed_from_date(*day) : row.published, "date?", Type::kBody);
    canvas_.text(Type::kBody, x_.language, middle - 10, Tint::kInk3, row.language);
    const std::string words = std::to_string(row.words);
    canvas_.text(Type::kBody, x_.words - canvas_.width(Type::kBody, words), middle - 10, Tint::kInk3, words);
    const ImVec2 bin{x_.words + 22, middle};
    if (ImGui::IsMouseHoveringRect(place.min(), place.max()) &&
        icon_button(ui_, "Leave this article out", bin, Icon::kClose, i)) {
      ui_.commands.emplace_back(Correct{{{RemoveArticle{row.id}}}});
    }
    float y = place.y0 + kRow - 6;
    if (state_.bad_date == row.id) {
      canvas_.text(Type::kSmall, x_.title, y, Tint::kInk, "That is not a day. Type it as 4 May 2025 or 2025-05-04.");
      y += kMessage;
    }
    for (const std::string& message : row.messages) {
      access_text(Role::kText, message, {x_.title, y, x_.words, y + 16});
      canvas_.text_in({x_.title, y, x_.words, y + 16}, Type::kSmall, Tint::kInk2, message);
      y += kMessage;
    }
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
  const ImportView& files_;
  ImportPanelState& state_;
  Box sheet_;
  Columns x_;
};

}  // namespace

void draw_import(Ui& ui, const ImportView& files, ImportPanelState& state) {
  float height = kHead + kColumnHead + kFoot + 1;
  for (const ImportRow& row : files.rows) height += row_height(row, state);
  SheetFrame frame(ui, "Import", 912, std::max(height, kHead + kColumnHead + kFoot + kRow));
  ImportSheet(ui, frame.body, files, state).draw();
}

}  // namespace newsloupe::ui
