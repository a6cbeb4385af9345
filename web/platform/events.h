#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What can happen to the page. Plain values, no browser and no toolkit types, so that a test can write them down.
// Lengths and places are CSS pixels from the top left corner of the canvas; text is UTF-8.
namespace newsloupe::platform {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const Rect&) const = default;
};

struct Modifiers {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool meta = false;  // Cmd on a Mac
  bool operator==(const Modifiers&) const = default;
};

// Keys that can be bound. A letter is the letter the layout gives; where a layout gives none (Cyrillic, Greek, ...),
// the letter that stands in its place on a US keyboard. The order of the runs A-Z, 0-9 and F1-F12 is relied upon.
enum class Key : std::uint8_t {
  kNone,
  kA,
  kB,
  kC,
  kD,
  kE,
  kF,
  kG,
  kH,
  kI,
  kJ,
  kK,
  kL,
  kM,
  kN,
  kO,
  kP,
  kQ,
  kR,
  kS,
  kT,
  kU,
  kV,
  kW,
  kX,
  kY,
  kZ,
  k0,
  k1,
  k2,
  k3,
  k4,
  k5,
  k6,
  k7,
  k8,
  k9,
  kF1,
  kF2,
  kF3,
  kF4,
  kF5,
  kF6,
  kF7,
  kF8,
  kF9,
  kF10,
  kF11,
  kF12,
  kEnter,
  kEscape,
  kBackspace,
  kTab,
  kSpace,
  kInsert,
  kDelete,
  kLeft,
  kRight,
  kUp,
  kDown,
  kPageUp,
  kPageDown,
  kHome,
  kEnd,
  kMinus,
  kEqual,
  kComma,
  kPeriod,
  kSlash,
  kSemicolon,
  kApostrophe,
  kLeftBracket,
  kRightBracket,
  kBackslash,
  kGrave,
};

// The key of a DOM `KeyboardEvent`, from its `key` and its `code`; kNone for a key that cannot be bound.
Key key_from_dom(std::string_view key, std::string_view code);

enum class PointerAction : std::uint8_t { kMove, kDown, kUp, kLeave };
enum class PointerButton : std::uint8_t { kPrimary, kMiddle, kSecondary, kBack, kForward };  // the order of the DOM

struct PointerEvent {
  PointerAction action = PointerAction::kMove;
  Point at;
  PointerButton button = PointerButton::kPrimary;  // of kDown and kUp
  Modifiers modifiers;
  bool touch = false;
};

// In notches of a mouse wheel: y > 0 asks to see what is above, x > 0 what is to the left. Fractions are kept.
struct WheelEvent {
  Point notches;
  Modifiers modifiers;
};

struct KeyEvent {
  Key key = Key::kNone;
  bool down = false;
  bool repeat = false;
  char32_t character = 0;  // what the key would type, 0 for none: '?' and '/' are found here on every layout
  Modifiers modifiers;
};

struct TextEvent {  // typed or composed into the field that has the focus
  std::string text;
};

struct PasteEvent {  // pasted into the field that has the focus; a paste elsewhere is a FilesEvent
  std::string text;
};

struct ResizeEvent {
  float width = 0;
  float height = 0;
  float density = 1;  // device pixels a CSS pixel
};

struct AppearanceEvent {  // what the reader asked the system for
  bool dark = false;
  bool more_contrast = false;
  bool reduced_motion = false;
};

struct DragEvent {  // things are held over the window; 0: no longer
  int count = 0;
};

enum class FileRoute : std::uint8_t { kDropped, kChosen, kPasted };

// Files were accepted; their bytes go to the worker without passing through here. `path` is the path below the folder
// that was dropped or chosen, with '/', or the bare name.
struct FilesEvent {
  FileRoute route = FileRoute::kDropped;
  std::vector<std::string> paths;
};

struct FileFailedEvent {  // could not be read, or the worker gave up on it; one line for the reader
  std::string path;
  std::string reason;
};

struct FileProgressEvent {  // of all files accepted since the page was opened
  std::uint32_t done = 0;
  std::uint32_t accepted = 0;
};

struct WorkerEvent {  // one response, in the format of core/wire
  std::vector<std::byte> bytes;
};

struct WorkerLostEvent {  // the worker died and was started again; `path` is the file it was reading, or empty
  std::string path;
};

struct TimerEvent {};  // the time asked for with start_timer is up

// Something was asked of a control through its hidden element (platform.h).
enum class ControlAction : std::uint8_t { kPress, kFocus };
struct ControlEvent {
  std::uint32_t id = 0;
  ControlAction action = ControlAction::kPress;
};

struct ViewEvent {  // a story or a link brought this view (core/wire/view_text.h)
  std::string text;
};

struct SavedEvent {  // what the status bar says: "Not saved (Ctrl+S)", "Saved as …"
  std::string words;
};

struct VisibilityEvent {
  bool visible = true;
};

struct FocusEvent {
  bool focused = true;
};

// A line from the page that somebody should see: what the browser refused, and the way out.
struct NoticeEvent {
  std::string words;
};

// The browser moved a text layer (it brings a place it found into view): what lies under it follows.
struct TextScrollEvent {
  std::size_t layer = 0;  // its place in what set_text_layers() was given last
  float by = 0;
};

using Event =
    std::variant<PointerEvent, WheelEvent, KeyEvent, TextEvent, PasteEvent, ResizeEvent, AppearanceEvent, DragEvent,
                 FilesEvent, FileFailedEvent, FileProgressEvent, WorkerEvent, WorkerLostEvent, TimerEvent, ViewEvent,
                 SavedEvent, VisibilityEvent, FocusEvent, ControlEvent, TextScrollEvent, NoticeEvent>;

}  // namespace newsloupe::platform
