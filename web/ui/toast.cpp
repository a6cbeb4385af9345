#include "web/ui/toast.h"

#include <algorithm>

#include "imgui_internal.h"

namespace newsloupe::ui {
namespace {

constexpr float kHeight = 44, kAbove = 24, kPad = 20, kGap = 32;
constexpr double kRise = 0.16;  // seconds

std::string_view word_of(ToastAction action) {
  return action == ToastAction::kUndo ? "Undo" : action == ToastAction::kRedo ? "Redo" : "";
}

void act(Ui& ui, ToastAction action) {
  if (action == ToastAction::kUndo) ui.commands.emplace_back(Undo{});
  if (action == ToastAction::kRedo) ui.commands.emplace_back(Redo{});
  ui.commands.emplace_back(HideToast{});
}

// 0 to 1 while it rises.
float risen(const Ui& ui, const ToastState& state) {
  if (ui.reduced_motion) return 1;
  const double share = std::clamp((ImGui::GetTime() - state.since) / kRise, 0.0, 1.0);
  const auto left = static_cast<float>(1 - share);
  return 1 - left * left * left;
}

void draw_in_window(Ui& ui, const Toast& toast, ToastState& state, Box box, float share) {
  const Canvas& canvas = ui.canvas;
  canvas.fill(box.grown(6, 6).moved(0, 4), faded(canvas.color(Tint::kShadow), share), 16);
  canvas.fill(box, faded(canvas.color(Tint::kInverse), share), 10);
  const ImU32 ink = faded(canvas.color(Tint::kOnInverse), share);
  Box words = box.shrunk(kPad, 0);
  const std::string_view action = word_of(toast.action);
  state.held = ImGui::IsMouseHoveringRect(box.min(), box.max());
  if (!action.empty()) {
    const Box place = Box{box.x1 - kPad - canvas.width(Type::kBodyStrong, action), box.y0, box.x1 - kPad, box.y1};
    const Box target{place.x0 - 12, box.y0 + 6, box.x1 - 8, box.y1 - 6};
    const Hit h = hit(action, toast.number, target);
    if (h.hovered) canvas.fill(target, faded(canvas.color(Tint::kOnInverse), 0.14F * share), 8);
    canvas.text(Type::kBodyStrong, place.x0, box.middle_y() - 10, ink, action);
    if (h.focused) canvas.outline(target, ink, 8, 2);
    state.held = state.held || h.focused;
    if (h.clicked) act(ui, toast.action);
    words.x1 = place.x0 - 12;
  }
  canvas.text_in(words, Type::kBody, Tint::kOnInverse, toast.words);
}

}  // namespace

void draw_toast(Ui& ui, const Toast& toast, ToastState& state, float lift) {
  state.held = false;
  if (toast.words.empty()) return;
  if (state.number != toast.number) state.number = toast.number, state.since = ImGui::GetTime();
  const float share = risen(ui, state);
  if (share < 1) ui.report.wants_frames = true;
  const std::string_view action = word_of(toast.action);
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  float width = ui.canvas.width(Type::kBody, toast.words) + 2 * kPad;
  if (!action.empty()) width += kGap + ui.canvas.width(Type::kBodyStrong, action);
  width = std::min(std::max(width, 200.0F), window.x - 48);
  const float top = window.y - measure::kStatusBar - kAbove - lift - kHeight + (1 - share) * 8;
  const Box box = Box::at(ui.canvas.snap((window.x - width) / 2), ui.canvas.snap(top), width, kHeight);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing;
  const Box outer = box.grown(16, 16);
  ImGui::SetNextWindowPos(outer.min());
  ImGui::SetNextWindowSize(outer.size());
  ImGui::Begin("Toast", nullptr, kFlags);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const Canvas before = ui.canvas;
  ui.canvas = before.on(*ImGui::GetWindowDrawList());
  draw_in_window(ui, toast, state, box, share);
  ui.canvas = before;
  ImGui::End();
}

}  // namespace newsloupe::ui
