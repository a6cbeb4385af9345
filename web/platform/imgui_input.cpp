#include "web/platform/imgui_input.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <variant>

namespace newsloupe::canvas {
namespace {

using platform::Key;

struct KeyPair {
  Key ours;
  ImGuiKey theirs;
};

constexpr std::array kKeyPairs = std::to_array<KeyPair>({
    {Key::kEnter, ImGuiKey_Enter},
    {Key::kEscape, ImGuiKey_Escape},
    {Key::kBackspace, ImGuiKey_Backspace},
    {Key::kTab, ImGuiKey_Tab},
    {Key::kSpace, ImGuiKey_Space},
    {Key::kInsert, ImGuiKey_Insert},
    {Key::kDelete, ImGuiKey_Delete},
    {Key::kLeft, ImGuiKey_LeftArrow},
    {Key::kRight, ImGuiKey_RightArrow},
    {Key::kUp, ImGuiKey_UpArrow},
    {Key::kDown, ImGuiKey_DownArrow},
    {Key::kPageUp, ImGuiKey_PageUp},
    {Key::kPageDown, ImGuiKey_PageDown},
    {Key::kHome, ImGuiKey_Home},
    {Key::kEnd, ImGuiKey_End},
    {Key::kMinus, ImGuiKey_Minus},
    {Key::kEqual, ImGuiKey_Equal},
    {Key::kComma, ImGuiKey_Comma},
    {Key::kPeriod, ImGuiKey_Period},
    {Key::kSlash, ImGuiKey_Slash},
    {Key::kSemicolon, ImGuiKey_Semicolon},
    {Key::kApostrophe, ImGuiKey_Apostrophe},
    {Key::kLeftBracket, ImGuiKey_LeftBracket},
    {Key::kRightBracket, ImGuiKey_RightBracket},
    {Key::kBackslash, ImGuiKey_Backslash},
    {Key::kGrave, ImGuiKey_GraveAccent},
});

ImGuiKey in_run(Key key, Key first, Key last, ImGuiKey start) {
  if (key < first || key > last) return ImGuiKey_None;
  return static_cast<ImGuiKey>(static_cast<int>(start) + static_cast<int>(key) - static_cast<int>(first));
}

ImGuiKey imgui_key_from(Key key) {
  if (const ImGuiKey letter = in_run(key, Key::kA, Key::kZ, ImGuiKey_A); letter != ImGuiKey_None) return letter;
  if (const ImGuiKey digit = in_run(key, Key::k0, Key::k9, ImGuiKey_0); digit != ImGuiKey_None) return digit;
  if (const ImGuiKey function = in_run(key, Key::kF1, Key::kF12, ImGuiKey_F1); function != ImGuiKey_None) {
    return function;
  }
  for (const KeyPair& pair : kKeyPairs) {
    if (pair.ours == key) return pair.theirs;
  }
  return ImGuiKey_None;
}

void feed_modifiers(ImGuiIO& io, const platform::Modifiers& modifiers) {
  io.AddKeyEvent(ImGuiMod_Ctrl, modifiers.ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, modifiers.shift);
  io.AddKeyEvent(ImGuiMod_Alt, modifiers.alt);
  io.AddKeyEvent(ImGuiMod_Super, modifiers.meta);
}

// The browser lets no one read its clipboard unasked: what a paste brings waits here for the field.
std::string& clipboard() {
  static std::string text;
  return text;
}

// Dear ImGui scrolls by whole pixels and forgets the rest: fingers on a pad would lose a part of every small move. What
// is left of one event goes to the next.
float whole_pixels(float notches) {
  static float left = 0;
  const float pixels = 5 * ImGui::GetStyle().FontSizeBase;  // a notch, in a window of any size that matters
  if (pixels <= 0) return notches;
  const float wanted = notches * pixels + left;
  left = wanted - std::round(wanted);
  return std::round(wanted) / pixels;
}

struct Feeder {
  ImGuiIO& io;

  void operator()(const platform::PointerEvent& event) const {
    feed_modifiers(io, event.modifiers);
    io.AddMouseSourceEvent(event.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    if (event.action == platform::PointerAction::kLeave) {
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      return;
    }
    io.AddMousePosEvent(event.at.x, event.at.y);
    if (event.action == platform::PointerAction::kMove) return;
    // The DOM numbers the middle button 1 and the secondary button 2; ImGui the other way round.
    constexpr std::array<int, 5> kButtons = {0, 2, 1, 3, 4};
    io.AddMouseButtonEvent(kButtons[static_cast<std::size_t>(event.button)],
                           event.action == platform::PointerAction::kDown);
  }

  void operator()(const platform::WheelEvent& event) const {
    feed_modifiers(io, event.modifiers);
    io.AddMouseWheelEvent(event.notches.x, whole_pixels(event.notches.y));
  }

  void operator()(const platform::KeyEvent& event) const {
    feed_modifiers(io, event.modifiers);
    if (const ImGuiKey key = imgui_key_from(event.key); key != ImGuiKey_None && !event.repeat) {
      io.AddKeyEvent(key, event.down);
    }
  }

  void operator()(const platform::TextEvent& event) const { io.AddInputCharactersUTF8(event.text.c_str()); }

  // The field reads the clipboard when it sees the chord, so the chord is pressed only once the text is there.
  void operator()(const platform::PasteEvent& event) const {
    clipboard() = event.text;
    const ImGuiKey modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(ImGuiKey_V, true);
    io.AddKeyEvent(ImGuiKey_V, false);
    io.AddKeyEvent(modifier, false);
  }

  void operator()(const platform::ResizeEvent& event) const {
    io.DisplaySize = ImVec2(event.width, event.height);
    io.DisplayFramebufferScale = ImVec2(event.density, event.density);
  }

  void operator()(const platform::FocusEvent& event) const { io.AddFocusEvent(event.focused); }

  template <class Other>
  void operator()(const Other&) const {}
};

struct CursorPair {
  ImGuiMouseCursor theirs;
  platform::Cursor ours;
};

constexpr std::array kCursors = std::to_array<CursorPair>({
    {ImGuiMouseCursor_TextInput, platform::Cursor::kText},
    {ImGuiMouseCursor_ResizeAll, platform::Cursor::kMove},
    {ImGuiMouseCursor_ResizeNS, platform::Cursor::kResizeY},
    {ImGuiMouseCursor_ResizeEW, platform::Cursor::kResizeX},
    {ImGuiMouseCursor_Hand, platform::Cursor::kHand},
    {ImGuiMouseCursor_Wait, platform::Cursor::kWait},
    {ImGuiMouseCursor_Progress, platform::Cursor::kProgress},
    {ImGuiMouseCursor_NotAllowed, platform::Cursor::kNotAllowed},
});

platform::Cursor cursor_from(ImGuiMouseCursor cursor) {
  for (const CursorPair& pair : kCursors) {
    if (pair.theirs == cursor) return pair.ours;
  }
  return platform::Cursor::kArrow;
}

}  // namespace

void configure_input() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a blinking caret would draw frames while nothing happens
  io.ConfigMacOSXBehaviors = platform::mac();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
  platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) { return clipboard().c_str(); };
  platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    clipboard() = text;
    platform::write_clipboard(text);
  };
  ImGuiContext& context = *ImGui::GetCurrentContext();
  context.ConfigNavWindowingKeyNext = 0;  // Ctrl+Tab is the browser's
  context.ConfigNavWindowingKeyPrev = 0;
}

void feed_events(std::span<const platform::Event> events) {
  const Feeder feeder{ImGui::GetIO()};
  for (const platform::Event& event : events) std::visit(feeder, event);
}

void report_to_page() {
  platform::set_cursor(cursor_from(ImGui::GetMouseCursor()));
  const ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
  if (ime.WantTextInput) {  // io says the same one frame later, and there may be none
    platform::set_text_agent(platform::Rect{ime.InputPos.x, ime.InputPos.y, 1.0f, ime.InputLineHeight});
  } else {
    platform::set_text_agent(std::nullopt);
  }
  // Fast typing is spread over frames, for a key and its character do not share one.
  if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) platform::request_frames(1);
}

}  // namespace newsloupe::canvas
