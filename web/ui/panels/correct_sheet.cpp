#include "web/ui/panels/correct_sheet.h"

#include <algorithm>
#include <array>
#include <vector>

#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

constexpr float kHead = 72, kFoot = 64, kRow = 40, kPad = 32, kWidth = 800;
constexpr std::size_t kRows = 6;
constexpr std::array<std::string_view, 8> kTypes = {"Person",    "Organisation", "Place",   "Event",
                                                    "Programme", "Agreement",    "Product", "Group"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

// One line of the list: what Enter or a press does.
struct Offer {
  std::string lead, name, note;  // "Same as", "Elena Marsh", "person · A B"
  Change change;
};

class CorrectSheet {
 public:
  CorrectSheet(Ui& ui, const CorrectionView& view, CorrectPanelState& state)
      : ui_(ui), canvas_(ui.canvas), view_(view), state_(state), name_(view.target == CorrectionTarget::kName) {}

  static float height(Ui& ui, const CorrectionView& view) {
    float h = kHead + 24 + 48 + 8 + static_cast<float>(kRows) * kRow + 40;
    if (view.target == CorrectionTarget::kName) return h + 20 + 34 + 24;
    h += ui.flows.get(quoted(view), Type::kEvidence, kWidth - 2 * kPad, ui.canvas).height() + 20 + kFoot;
    return view.quotes.size() > 1 ? h + 44 : h;
  }

  void draw(Box body) {
    Box rest = body;
    draw_sheet_head(ui_, rest.take_top(kHead), name_ ? "Correct " + view_.name.name : "Correct this quote",
                    "holds in the whole set · Ctrl Z takes it back");
    canvas_.across(rest.x0, rest.x1, rest.y0);
    if (!name_) draw_foot(rest.take_bottom(kFoot));
    const Box column = rest.shrunk(kPad, 0);
    y_ = column.y0 + 20;
    if (name_) draw_types(column);
    if (!name_) draw_words(column);
    draw_field(column);
    draw_offers(column);
    state_.fresh = false;
  }

 private:
  static std::string quoted(const CorrectionView& view) {
    constexpr std::size_t kMost = 320;
    if (view.words.size() <= kMost) return "“" + view.words + "”";
    return "“" + view.words.substr(0, view.words.rfind(' ', kMost)) + " …”";
  }
  [[nodiscard]] NameAnchor anchor() const { return {view_.name.article, view_.name.mention}; }

  void apply(Change change) {
    ui_.commands.emplace_back(Correct{std::move(change)});
    ui_.commands.emplace_back(ShowSheet{Sheet::kNone});
  }

  void draw_types(Box column) {
    canvas_.text(Type::kColumn, column.x0, y_, Tint::kInk3, "What it is");
    y_ += 20;
    const Box place = Box::at(column.x0, y_, column.width(), 34);
    const int pressed = segments(ui_, "What it is", place, kTypes, static_cast<int>(view_.name.type));
    if (pressed >= 0 && pressed != static_cast<int>(view_.name.type)) {
      apply({{RetypeName{anchor(), static_cast<EntityType>(pressed)}}});
    }
    y_ += 34 + 20;
  }

  // The words, and where there are several renderings, which of them are meant.
  void draw_words(Box column) {
    const std::string text = quoted(view_);
    access_text(Role::kText, text, Box::at(column.x0, y_, column.width(), 24));
    const TextFlow& flow = ui_.flows.get(text, Type::kEvidence, column.width(), canvas_);
    FlowPainter(canvas_, flow, text, {column.x0, y_}).text(canvas_.color(Tint::kInk));
    y_ += flow.height() + 20;
    if (view_.quotes.size() < 2) return;
    canvas_.text(Type::kBody, column.x0, y_ + 4, Tint::kInk2, "In");
    float x = column.x0 + 28;
    for (std::size_t i = 0; i < view_.quotes.size() && i < 64 && x + 56 < column.x1; ++i) {
      const bool on = !left(i);
      const float width = 33 + canvas_.width(on ? Type::kBodyStrong : Type::kBody, view_.quotes[i].letter) + 12;
      ImGui::PushID(static_cast<int>(i));
      if (tick_box(ui_, view_.quotes[i].letter, Box::at(x, y_, width, 28), on)) state_.only ^= 1ULL << i;
      ImGui::PopID();
      x += width + 2;
    }
    y_ += 44;
  }
  [[nodiscard]] bool left(std::size_t i) const { return i < 64 && ((state_.only >> i) & 1) != 0; }

  [[nodiscard]] Change speaker(const std::string& name) const {
    Change change;
    for (std::size_t i = 0; i < view_.quotes.size(); ++i) {
      if (!left(i)) change.corrections.emplace_back(SetSpeaker{view_.quotes[i].article, view_.quotes[i].quote, name});
    }
    return change;
  }

  void draw_field(Box column) {
    canvas_.text(Type::kColumn, column.x0, y_, Tint::kInk3,
                 name_ ? "Another name, or the name it is the same as" : "Who says it");
    y_ += 20;
    int step = 0;
    const Box place = Box::at(column.x0, y_, column.width(), 40);
    const std::string before = state_.typed;
    const std::string hint = name_ ? view_.name.name : (view_.speaker.empty() ? "nobody is named" : view_.speaker);
    const FieldResult result =
        field(ui_, name_ ? "Name" : "Speaker", 7, place, state_.typed, hint, false, state_.fresh, Type::kRow, &step);
    // The field is what the sheet is for: leaving one leaves the other.
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui_.commands.emplace_back(ShowSheet{Sheet::kNone});
    make_offers();
    if (state_.typed != before) state_.picked = trimmed(state_.typed).empty() ? -1 : 0;
    const int last = static_cast<int>(std::min(offers_.size(), kRows)) - 1;
    state_.picked = std::clamp(state_.picked + step, -1, last);
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    if (result.entered && enter && state_.picked >= 0) apply(offers_[static_cast<std::size_t>(state_.picked)].change);
    y_ += 40 + 8;
  }

  void offer(const NameChoice& other) {
    const std::string note = lower(kTypes[static_cast<std::size_t>(other.type)]) + " · " + other.letters;
    if (name_) {
      offers_.push_back({"Same as", other.name, note, {{MergeNames{anchor(), {other.article, other.mention}}}}});
    } else {
      offers_.push_back({"", other.name, note, speaker(other.name)});
    }
  }

  // Names that begin with what is typed, then those that hold it; what is typed itself stands last.
  void make_offers() {
    const std::string typed = trimmed(state_.typed), wanted = lower(typed);
    bool known = name_ && typed == view_.name.name;
    for (const bool at_start : {true, false}) {
      for (const NameChoice& other : view_.names) {
        const std::size_t at = lower(other.name).find(wanted);
        if (at == std::string::npos || (at == 0) != at_start) continue;
        known = known || other.name == typed;
        ++matching_;
        if (offers_.size() + 1 < kRows) offer(other);
      }
    }
    if (typed.empty()) {
      if (!name_ && !view_.speaker.empty()) offers_.push_back({"", "Nobody is named", "", speaker("")});
    } else if (!known) {
      if (name_) offers_.push_back({"Rename to", typed, "", {{RenameName{anchor(), typed}}}});
      if (!name_) offers_.push_back({"", typed, "not named in these articles", speaker(typed)});
    }
  }

  void draw_offers(Box column) {
    const AccessRegion list(Role::kListbox, "Names", Box::at(column.x0, y_, column.width(), kRows * kRow));
    for (std::size_t i = 0; i < offers_.size() && i < kRows; ++i, y_ += kRow) {
      const Offer& o = offers_[i];
      const Box place = Box::at(column.x0 - 12, y_, column.width() + 24, kRow);
      const bool picked = static_cast<int>(i) == state_.picked;
      access_next({.role = Role::kOption, .selected = picked});
      const Hit h = hit(o.lead + (o.lead.empty() ? "" : " ") + o.name, 100 + i, place);
      row_ground(canvas_, place, picked, h.hovered);
      if (h.focused) focus_ring(canvas_, place.shrunk(2, 2), 6);
      float x = column.x0;
      if (!o.lead.empty()) x += canvas_.text(Type::kBody, x, place.middle_y() - 10, Tint::kInk3, o.lead) + 8;
      const float note = canvas_.width(Type::kSmall, o.note);
      canvas_.text_in({x, place.y0, column.x1 - note - 16, place.y1}, Type::kRowStrong, Tint::kInk, o.name);
      canvas_.text(Type::kSmall, column.x1 - note, place.middle_y() - 8, Tint::kInk3, o.note);
      if (h.clicked) apply(o.change);
    }
    const std::size_t named = static_cast<std::size_t>(std::count_if(
        offers_.begin(), offers_.end(), [](const Offer& o) { return o.note.find("·") != std::string::npos; }));
    if (matching_ > named) {
      canvas_.text(Type::kSmall, column.x0, y_ + 6, Tint::kInk3,
                   std::to_string(named) + " of " + std::to_string(matching_) + " names: type more letters");
    }
  }

  void draw_foot(Box foot) {
    canvas_.across(foot.x0, foot.x1, foot.y0);
    constexpr std::string_view kNone = "These are not spoken words";
    const float width = button_width(canvas_, kNone, 32);
    const Box place = Box::at(foot.x0 + kPad, foot.middle_y() - 16, width, 32);
    if (!button(ui_, kNone, place)) return;
    Change change;
    for (std::size_t i = 0; i < view_.quotes.size(); ++i) {
      if (!left(i)) change.corrections.emplace_back(RejectQuote{view_.quotes[i].article, view_.quotes[i].quote});
    }
    if (!change.corrections.empty()) apply(std::move(change));
  }

  Ui& ui_;
  const Canvas& canvas_;
  const CorrectionView& view_;
  CorrectPanelState& state_;
  bool name_;
  float y_ = 0;
  std::size_t matching_ = 0;
  std::vector<Offer> offers_;
};

}  // namespace

void draw_correct(Ui& ui, const CorrectionView& view, CorrectPanelState& state) {
  if (!(view.subject == ui.state.selected)) return;  // the answer is on its way
  if (view.target == CorrectionTarget::kNothing) {
    ui.commands.emplace_back(ShowSheet{Sheet::kNone});
    return;
  }
  if (!(state.subject == view.subject)) {
    state = {};
    state.subject = view.subject;
  }
  SheetFrame frame(ui, "Correct", kWidth, CorrectSheet::height(ui, view));
  CorrectSheet(ui, view, state).draw(frame.body);
}

void draw_changes(Ui& ui, const ChangesView& view) {
  constexpr float kChangeRow = 48;
  const float rows = kChangeRow * static_cast<float>(std::clamp<std::size_t>(view.rows.size(), 2, 10));
  SheetFrame frame(ui, "Corrections", kWidth, kHead + rows + 48);
  Box rest = frame.body;
  const auto in_force = static_cast<std::size_t>(
      std::count_if(view.rows.begin(), view.rows.end(), [](const ChangeRow& r) { return !r.undone; }));
  draw_sheet_head(ui, rest.take_top(kHead), "Corrections", std::to_string(in_force) + " in force, newest first");
  ui.canvas.across(rest.x0, rest.x1, rest.y0);
  const Box foot = rest.take_bottom(48);
  ui.canvas.across(foot.x0, foot.x1, foot.y0);
  float x = foot.x0 + kPad;
  x += draw_key_hint(ui.canvas, x, foot.middle_y(), "Ctrl Z", "take back");
  x += draw_key_hint(ui.canvas, x, foot.middle_y(), "Ctrl Shift Z", "do again");
  draw_key_hint(ui.canvas, x, foot.middle_y(), "e", "correct the selected name or quote");
  if (view.rows.empty()) {
    ui.canvas.text_in(rest.shrunk(kPad, 0), Type::kRow, Tint::kInk3, "Nothing is corrected.");
    return;
  }
  ScrollRegion region(ui, "Changes", rest);
  float y = region.content().y0;
  const std::size_t undone = view.rows.size() - in_force;
  for (std::size_t i = 0; i < view.rows.size(); ++i, y += kChangeRow) {
    const ChangeRow& row = view.rows[i];
    const Box place = Box::at(rest.x0, y, rest.width(), kChangeRow);
    if (i > 0) ui.canvas.across(rest.x0 + kPad, rest.x1 - kPad, y);
    access_text(Role::kText, row.words + (row.undone ? ", taken back" : "") + (row.note.empty() ? "" : ", " + row.note),
                place);
    const bool first = i == undone, next = row.undone && i + 1 == undone;
    const std::string_view word = row.undone ? (next ? "Do again" : "") : first ? "Undo" : "Back to before this";
    const float width = word.empty() ? 0 : button_width(ui.canvas, word, 32);
    const Box act = Box::at(place.x1 - kPad - width, place.middle_y() - 16, width, 32);
    const bool shown = first || next || ImGui::IsMouseHoveringRect(place.min(), place.max());
    ImGui::PushID(static_cast<int>(i));
    if (shown && !word.empty() &&
        button(ui, word, act, {first || next ? ButtonKind::kPlain : ButtonKind::kQuiet, Icon::kCount})) {
      if (next) ui.commands.emplace_back(Redo{});
      for (std::size_t back = undone; !row.undone && back <= i; ++back) ui.commands.emplace_back(Undo{});
    }
    ImGui::PopID();
    draw_icon(ui.canvas, Icon::kPencil, {place.x0 + kPad + 7, place.middle_y()},
              ui.canvas.color(row.undone ? Tint::kLine2 : Tint::kInk3), 14);
    const Box words{place.x0 + kPad + 24, place.y0, act.x0 - 16, place.y1};
    ui.canvas.text_in(row.note.empty() ? words : words.moved(0, -8), Type::kRow, row.undone ? Tint::kInk3 : Tint::kInk,
                      row.words);
    if (!row.note.empty()) ui.canvas.text_in(words.moved(0, 10), Type::kSmall, Tint::kInk3, row.note);
  }
  region.set_height(y - region.content().y0);
}

float draw_corrected_mark(Ui& ui, std::uint64_t id, float x, float middle_y) {
  const Box place = Box::at(x, middle_y - 8, 16, 16);
  const Hit h = pointer_hit("corrected by you", id, place);
  access_text(Role::kText, "corrected by you", place);
  draw_icon(ui.canvas, Icon::kPencil, {place.middle_x(), place.middle_y()}, ui.canvas.color(Tint::kInk3), 14);
  tooltip(ui, h, "corrected by you");
  return place.width() + 4;
}

}  // namespace newsloupe::ui
