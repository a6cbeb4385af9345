#include "web/ui/widgets.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "imgui_internal.h"
#include "web/ui/scripts.h"

namespace newsloupe::ui {

namespace {

// Tells the frame's listener of the last item; gives whether it was pressed from outside.
bool report_item(std::string_view name, Box box) {
  Access* access = Access::current();
  if (access == nullptr) return false;
  const Access::Asked asked = access->control(ImGui::GetItemID(), name, box);
  if (asked.focus) {
    ImGui::FocusItem();
    ImGui::SetNavCursorVisible(true);
  }
  return asked.press;
}

Hit press_place(std::string_view name, std::uint64_t id, Box box, ImGuiButtonFlags flags) {
  if (box.width() < 1 || box.height() < 1) return {};
  ImGui::PushID(static_cast<int>(id ^ (id >> 32)));
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemAllowOverlap();
  const std::string label(name.empty() ? "?" : name);
  Hit result;
  result.clicked = ImGui::InvisibleButton(label.c_str(), box.size(), flags);
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  if ((flags & ImGuiButtonFlags_EnableNav) != 0) {
    result.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    if (report_item(name, box)) result.clicked = true;
  }
  ImGui::PopID();
  return result;
}

}  // namespace

Hit hit(std::string_view name, std::uint64_t id, Box box, bool hand) {
  const Hit result = press_place(name, id, box, ImGuiButtonFlags_EnableNav);
  if (result.hovered && hand) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return result;
}

Hit pointer_hit(std::string_view name, std::uint64_t id, Box box) {
  return press_place(name, id, box, ImGuiButtonFlags_None);
}

void focus_ring(const Canvas& canvas, Box box, float radius) {
  canvas.outline(box.grown(4, 4), Tint::kInk, radius + 4, 2);
}

float button_width(const Canvas& canvas, std::string_view label, float height, ButtonLook look) {
  const float pad = height > 36 ? 19 : 13;
  const Type type = height > 36 ? Type::kRowStrong : Type::kBodyStrong;
  return canvas.width(type, label) + 2 * pad + (look.icon == Icon::kCount ? 0 : 26);
}

bool button(Ui& ui, std::string_view label, Box box, ButtonLook look) {
  const Canvas& canvas = ui.canvas;
  const Hit h = hit(label, 0, box);
  const bool primary = look.kind == ButtonKind::kPrimary, quiet = look.kind == ButtonKind::kQuiet;
  if (primary) {
    canvas.fill(box, h.held ? faded(canvas.color(Tint::kInverse), 0.8F) : canvas.color(Tint::kInverse), 8);
  } else if (quiet) {
    if (h.hovered) canvas.fill(box, h.held ? Tint::kLine : Tint::kHoverFill, 8);
  } else {
    canvas.fill(box, h.held ? Tint::kLine : h.hovered ? Tint::kSunk : Tint::kSurface, 8);
    canvas.outline(box, h.hovered ? Tint::kControl : Tint::kLine2, 8, 1);
  }
  const bool large = box.height() > 36;
  const Type type = quiet ? Type::kBody : large ? Type::kRowStrong : Type::kBodyStrong;
  const Tint ink = primary ? Tint::kOnInverse : quiet ? Tint::kInk2 : Tint::kInk;
  const float icon = look.icon == Icon::kCount ? 0 : 26;
  const float words = canvas.width(type, label);
  float x = box.middle_x() - (words + icon) / 2;
  if (icon > 0) draw_icon(canvas, look.icon, {x + 8, box.middle_y()}, canvas.color(ink), 16);
  x += icon;
  canvas.text(type, x, box.middle_y() - 10, ink, label);
  if (h.focused) focus_ring(canvas, box, 8);
  return h.clicked;
}

bool icon_button(Ui& ui, std::string_view name, ImVec2 centre, Icon icon, std::uint64_t id, std::string_view key) {
  const Box box = Box::at(centre.x - 16, centre.y - 16, 32, 32);
  const Hit h = hit(name, id, box);
  if (h.hovered) ui.canvas.fill(box, h.held ? Tint::kLine : Tint::kSelectFill, 8);
  draw_icon(ui.canvas, icon, centre, ui.canvas.color(Tint::kInk2), 18);
  if (h.focused) focus_ring(ui.canvas, box, 8);
  tooltip(ui, h, name, key.empty() ? "" : "Key " + std::string(key));
  return h.clicked;
}

bool tick_box(Ui& ui, std::string_view label, Box box, bool on) {
  const Canvas& canvas = ui.canvas;
  access_next({.role = Role::kCheckbox, .checked = on});
  const Hit h = hit(label, 0, box);
  if (on) {
    canvas.fill(box, Tint::kSelectFill, 8);
  } else if (h.hovered) {
    canvas.fill(box, Tint::kHoverFill, 8);
  }
  const Box mark = Box::at(box.x0 + 10, box.middle_y() - 8, 16, 16);
  if (on) {
    canvas.fill(mark, Tint::kInverse, 4);
    draw_status(canvas, Status::kAgree, {mark.middle_x(), mark.middle_y()}, canvas.color(Tint::kOnInverse), 11);
  } else {
    canvas.outline(mark, Tint::kControl, 4, 1.5F);
  }
  canvas.text(on ? Type::kBodyStrong : Type::kBody, mark.x1 + 7, box.middle_y() - 10, Tint::kInk, label);
  if (h.focused) focus_ring(canvas, box, 8);
  return h.clicked;
}

int segments(Ui& ui, std::string_view name, Box box, std::span<const std::string_view> words, int chosen) {
  const Canvas& canvas = ui.canvas;
  const AccessRegion group(Role::kRadiogroup, name, box);
  canvas.fill(box, Tint::kSunk, 8);
  canvas.outline(box, Tint::kLine, 8, 1);
  int pressed = -1;
  Box rest = box;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Box place = rest.take_left(box.width() / static_cast<float>(words.size())).shrunk(3, 3);
    const bool on = static_cast<int>(i) == chosen;
    access_next({.role = Role::kRadio, .checked = on});
    ImGui::PushID(name.data(), name.data() + name.size());
    const Hit h = hit(words[i], i, place);
    ImGui::PopID();
    if (on) {
      canvas.fill(place, Tint::kSurface, 6);
      canvas.outline(place, Tint::kControl, 6, 1);
    } else if (h.hovered) {
      canvas.fill(place, Tint::kHoverFill, 6);
    }
    canvas.text_in(place, on ? Type::kBodyStrong : Type::kBody, on ? Tint::kInk : Tint::kInk2, words[i],
                   Align::kCentre);
    if (h.focused) focus_ring(canvas, place.shrunk(2, 2), 4);
    if (h.clicked) pressed = static_cast<int>(i);
  }
  return pressed;
}

bool link(Ui& ui, std::string_view words, float x, float line_top, Type type) {
  const float width = ui.canvas.width(type, words), line = type_spec(type).line;
  const Box box = Box::at(x, line_top, width, line);
  access_next({.role = Role::kLink});
  const Hit h = hit(words, 0, box);
  ui.canvas.text(type, x, line_top, h.hovered ? Tint::kInk : Tint::kInk2, words);
  ui.canvas.across(x, x + width, line_top + line - 2, h.hovered ? Tint::kInk : Tint::kControl);
  if (h.focused) focus_ring(ui.canvas, box, 3);
  return h.clicked;
}

void row_ground(const Canvas& canvas, Box box, bool selected, bool hovered) {
  if (selected) {
    canvas.fill(box, Tint::kSelectFill, 8);
    canvas.fill({box.x0, box.y0 + 8, box.x0 + 3, box.y1 - 8}, Tint::kInk, 1.5F);
  } else if (hovered) {
    canvas.fill(box, Tint::kHoverFill, 8);
  }
}

namespace {

struct Typed {
  std::string* text;
  int* step = nullptr;
};

int take_typed(ImGuiInputTextCallbackData* data) {
  const auto* typed = static_cast<Typed*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    typed->text->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = typed->text->data();
  }
  if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory && typed->step != nullptr) {
    *typed->step += data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
  }
  return 0;
}

}  // namespace

namespace {

// A field is typed in as soon as it has the focus.
void report_field(std::string_view name, Box box, const std::string& text) {
  Access* access = Access::current();
  if (access == nullptr) return;
  access->next({.role = Role::kTextbox, .value = text});
  const Access::Asked asked = access->control(ImGui::GetItemID(), name, box);
  if (asked.focus || asked.press) ImGui::SetKeyboardFocusHere(-1);
}

}  // namespace

namespace {

// The beginning of a text that is too wide for its field, where the toolkit would set it.
void draw_cut(const Canvas& canvas, Box box, Type type, std::string_view text) {
  std::string begin(text.substr(0, canvas.fitting(type, text, box.width())));
  while (!begin.empty() && begin.back() == ' ') begin.pop_back();
  canvas.glyphs(type_spec(type), box.x0, box.y0 + ImGui::GetFontBaked()->Ascent, canvas.color(Tint::kInk), begin + "…");
}

}  // namespace

FieldResult field(Ui& ui, std::string_view name, std::uint64_t id, Box box, std::string& text, std::string_view hint,
                  bool bare, bool focus, Type type, int* step) {
  const TypeSpec& spec = type_spec(type);
  const std::string label = "##" + std::string(name);  // drawn by nobody: columns have heads
  ImGui::PushID(static_cast<int>(id ^ (id >> 32)));
  ImGui::PushFont(ui.canvas.fonts().font(spec.face), spec.size);
  const float pad = std::max(0.0F, (box.height() - ImGui::GetFontSize()) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10, pad});
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemWidth(box.width());
  const bool hovered = ImGui::IsMouseHoveringRect(box.min(), box.max());
  const bool was_active = ImGui::GetActiveID() == ImGui::GetID(label.c_str()) && ImGui::GetActiveID() != 0;
  if (was_active || hovered || !bare) ui.canvas.fill(box, Tint::kSurface, 8);
  if (focus) ImGui::SetKeyboardFocusHere();
  const bool cut = !was_active && ui.canvas.width(type, text) > box.width() - 20;
  if (cut) ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_BLACK_TRANS);
  FieldResult result;
  Typed typed{&text, step};
  const ImGuiInputTextFlags arrows = step != nullptr ? ImGuiInputTextFlags_CallbackHistory : ImGuiInputTextFlags_None;
  result.entered = ImGui::InputText(label.c_str(), text.data(), text.capacity() + 1,
                                    ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackResize | arrows,
                                    take_typed, &typed);
  if (cut) {  // the toolkit cuts without a sign
    ImGui::PopStyleColor();
    draw_cut(ui.canvas, box.shrunk(10, pad), type, text);
  }
  report_field(name, box, text);
  result.active = ImGui::IsItemActive();
  result.entered = result.entered || ImGui::IsItemDeactivatedAfterEdit();
  if (result.active) {
    ui.canvas.outline(box, Tint::kInk, 8, 2);
  } else if (hovered || !bare) {
    ui.canvas.outline(box, Tint::kLine2, 8, 1);
  }
  if (text.empty()) ui.canvas.text_in(box.shrunk(10, 0), type, Tint::kInk3, hint);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ImGui::PopID();
  return result;
}

bool entry(Ui& ui, std::string_view name, std::uint64_t id, Box box, std::string& text, std::string_view hint,
           bool focus, Type type) {
  const TypeSpec& spec = type_spec(type);
  ImGui::PushID(static_cast<int>(id));
  ImGui::PushFont(ui.canvas.fonts().font(spec.face), spec.size);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8, std::max(0.0F, (box.height() - ImGui::GetFontSize()) / 2)});
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemWidth(box.width());
  if (focus) ImGui::SetKeyboardFocusHere();
  const std::string label = "##" + std::string(name), before = text;
  Typed typed{&text, nullptr};
  ImGui::InputText(label.c_str(), text.data(), text.capacity() + 1, ImGuiInputTextFlags_CallbackResize, take_typed,
                   &typed);
  report_field(name, box, text);
  const bool active = ImGui::IsItemActive();
  // Up and down walk through what was found: the toolkit's ring must not leave the field with them.
  if (active) ImGui::GetCurrentContext()->ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Up) | (1U << ImGuiDir_Down);
  if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    text = before;  // Esc takes nothing back
  if (text.empty()) ui.canvas.text_in(box.shrunk(8, 0), type, Tint::kInk3, hint);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ImGui::PopID();
  return active;
}

void area(Ui& ui, std::string_view name, Box box, std::string& text) {
  const TypeSpec& spec = type_spec(Type::kEvidence);
  ui.canvas.fill(box, Tint::kPaper, 10);
  ImGui::PushFont(ui.canvas.fonts().font(spec.face), spec.size);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {16, 14});
  ImGui::SetCursorScreenPos(box.min());
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  Typed typed{&text, nullptr};
  ImGui::InputTextMultiline(("##" + std::string(name)).c_str(), text.data(), text.capacity() + 1, box.size(),
                            ImGuiInputTextFlags_CallbackResize, take_typed, &typed);
  report_field(name, box, text);
  ui.canvas.outline(box, ui.canvas.color(ImGui::IsItemActive() ? Tint::kInk : Tint::kLine2), 10,
                    ImGui::IsItemActive() ? 2.0F : 1.0F);
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

void tooltip(Ui& ui, const Hit& hit, std::string_view fact, std::string_view basis) {
  if (!hit.hovered || hit.held || !ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) return;
  const Canvas canvas = ui.canvas.on(*ImGui::GetForegroundDrawList());
  constexpr float kWidest = 296;
  const TextFlow& lead = ui.flows.get(fact, Type::kBody, kWidest, canvas);
  const TextFlow* rest = basis.empty() ? nullptr : &ui.flows.get(basis, Type::kSmall, kWidest, canvas);
  const float width = std::max(lead.width(), rest != nullptr ? rest->width() : 0) + 24;
  const float height = lead.height() + (rest != nullptr ? rest->height() : 0) + 16;
  const ImVec2 at = ImGui::GetMousePos(), screen = ImGui::GetIO().DisplaySize;
  const float x = std::clamp(at.x - width / 2, 8.0F, std::max(8.0F, screen.x - width - 8));
  const float y = at.y + 22 + height > screen.y ? at.y - height - 12 : at.y + 22;
  const Box box = Box::at(x, y, width, height);
  canvas.fill(box.grown(3, 3).moved(0, 3), Tint::kShadow, 11);
  canvas.fill(box.grown(1, 1).moved(0, 2), Tint::kShadow, 9);
  canvas.fill(box, Tint::kSurface, 8);
  canvas.outline(box, Tint::kLine2, 8, 1);
  FlowPainter(canvas, lead, fact, {x + 12, y + 8}).text(canvas.color(Tint::kInk));
  if (rest != nullptr) {
    FlowPainter(canvas, *rest, basis, {x + 12, y + 8 + lead.height()}).text(canvas.color(Tint::kInk3));
  }
}

void begin_text_area(Ui& ui, Box clip, ImVec2 origin) {
  ui.report.text_areas.push_back({clip, origin, ImGui::GetCurrentWindow()->ID, {}});
}

namespace {

// Places relative to an origin that scrolls must not change by a rounding error, or every frame would look new.
Box steady(Box box) {
  const auto rounded = [](float value) { return std::round(value * 32) / 32; };
  return {rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)};
}

}  // namespace

void report_lines(Ui& ui, const TextFlow& flow, std::string_view text, ImVec2 origin, const TextSource& source,
                  std::string_view after) {
  if (ui.report.text_areas.empty()) return;
  TextArea& area = ui.report.text_areas.back();
  for (const FlowLine& line : flow.lines()) {
    const bool last = &line == &flow.lines().back();
    const Box box = Box::at(origin.x - area.origin.x + line.left, origin.y - area.origin.y + line.top, line.width,
                            flow.type().line);
    const TextSpan hanging{line.ink_end, line.span.end};
    area.lines.push_back({steady(box), flow.type(), flow.shaped(), flow.right_to_left(),
                          std::string(text.substr(line.span.begin, line.ink_end - line.span.begin)),
                          std::string(last ? after : text.substr(hanging.begin, hanging.size())), source});
  }
}

void report_line(Ui& ui, Box box, Type type, std::string_view text, const TextSource& source, std::string_view after) {
  if (ui.report.text_areas.empty()) return;
  TextArea& area = ui.report.text_areas.back();
  const bool whole = ui.canvas.width(type, text) <= box.width() + 0.5F;
  const std::string_view shown = whole ? text : text.substr(0, ui.canvas.fitting(type, text, box.width()));
  const float line = type_spec(type).line;
  const Box place = Box::at(box.x0, box.middle_y() - line / 2, ui.canvas.width(type, shown), line);
  area.lines.push_back({steady(place.moved(-area.origin.x, -area.origin.y)), type_spec(type), needs_shaping(shown),
                        is_right_to_left(shown), std::string(shown), std::string(after), source});
}

std::string source_words(const std::string& outlet, const std::string& published) {
  return published.empty() ? outlet : outlet + ", " + published;
}

void scroll_text_area(ImGuiID window, float by) {
  if (ImGuiWindow* moved = ImGui::FindWindowByID(window)) ImGui::SetScrollY(moved, moved->Scroll.y + by);
}

// ---- Scrolling
// ------------------------------------------------------------------------------------------------------------

ScrollRegion::ScrollRegion(Ui& ui, const char* name, Box box, bool thumb)
    : ui_(ui), outer_(ui.canvas), box_(box), thumb_(thumb) {
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild(name, box.size(), ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
  scroll_ = ImGui::GetScrollY();
  content_ = {box.x0, box.y0 - scroll_, box.x1, box.y1 - scroll_};
  ui_.canvas = outer_.on(*ImGui::GetWindowDrawList());
}

void ScrollRegion::scroll_to(float y) { ImGui::SetScrollY(std::max(0.0F, y)); }

void ScrollRegion::reveal(float y0, float y1) {
  constexpr float kMargin = 24;
  if (y0 - kMargin < scroll_) scroll_to(y0 - kMargin);
  if (y1 + kMargin > scroll_ + box_.height()) scroll_to(y1 + kMargin - box_.height());
}

ScrollRegion::~ScrollRegion() {
  ImGui::SetCursorScreenPos(content_.min());
  ImGui::Dummy({1, std::max(1.0F, height_)});
  const float hidden = height_ - box_.height();
  if (thumb_ && hidden > 1) {
    constexpr float kGutter = 12, kThick = 6;
    const float length = std::max(32.0F, box_.height() * box_.height() / height_);
    const float room = box_.height() - length;
    const Box gutter{box_.x1 - kGutter, box_.y0, box_.x1, box_.y1};
    const float top = box_.y0 + room * std::clamp(scroll_ / hidden, 0.0F, 1.0F);
    const Box thumb = Box::at(gutter.x0 + (kGutter - kThick) / 2, top + 2, kThick, length - 4);
    const Hit h = pointer_hit("Scroll bar", 0x5C, gutter);
    if (h.held) {
      const float drag = ImGui::GetIO().MouseDelta.y;
      if (drag != 0) scroll_to(scroll_ + drag * hidden / std::max(1.0F, room));
    }
    const float share = h.held ? 0.45F : h.hovered ? 0.32F : 0.18F;
    ui_.canvas.fill(thumb, faded(ui_.canvas.color(Tint::kInk), share), kThick / 2);
  }
  ImGui::EndChild();
  ui_.canvas = outer_;
}

}  // namespace newsloupe::ui
