#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/platform/events.h"

// Everything the interface may ask of the machine it runs on: platform_web.cpp answers in a browser,
// platform_native.cpp answers with a script (tests). Plain types, no virtual functions, one thread. Nothing here waits.
namespace newsloupe::platform {

// What happened since the last call, in order. Call once a frame.
std::vector<Event> take_events();

// Draws at least `count` more frames. Every event asks for a few by itself; call this while something moves.
void request_frames(int count);

// One TimerEvent after this time; replaces the timer that runs. Never comes with ?test=1, where nothing happens by
// itself.
void start_timer(float seconds);

// ?test=1: no movement, no blinking, a fixed day.
bool test_mode();

// Cmd takes the place of Ctrl, in labels too.
bool mac();

// The reader's day, YYYY-MM-DD: the day an article dropped now is received.
std::string today();

// A file carried inside the page ("inter-regular.ttf", "sample-1.html", ...); empty when there is none. Lives as long
// as the program.
std::span<const std::byte> asset(std::string_view name);

// Small settings that survive the page (theme, text size), never article text. Empty when absent; `set_setting` is
// false when the browser does not keep them.
std::string setting(std::string_view name);
bool set_setting(std::string_view name, std::string_view value);
// Removes all that the browser keeps for this page; false where something stays.
bool forget_kept();
// Requests the page has made for something outside itself since it was opened, as the browser counts them.
int requests_made();

// ---- Out of the page ------------------------------------------------------------------------------------------------

// Puts text on the clipboard, with an HTML flavour beside it when `html` is not empty. Inside the frame of a copy key
// it always works; otherwise the browser may refuse.
void write_clipboard(std::string_view text, std::string_view html = {});

enum class Chooser : std::uint8_t { kFiles, kFolder };

// A browser opens its file chooser only inside a real click, which is over before the frame that would draw its effect.
// So the frame says where its file buttons are, and the page opens the chooser on release: do not open it again there.
struct FileButton {
  Rect rect;
  Chooser chooser = Chooser::kFiles;
};
void set_file_buttons(std::span<const FileButton> buttons);

// For keys and menus (Ctrl+O, Enter on the button): works in the frame that handles the key.
void open_chooser(Chooser chooser);

// Hands a finished file to the reader's downloads.
void save_file(std::string_view name, std::string_view media_type, std::span<const std::byte> bytes);

// What the page itself shows or does, in ordinary HTML over the canvas (web/bridge): it works without graphics too.
enum class PageTask : std::uint8_t { kTextView, kSaveStory, kShare };
void ask_page(PageTask task);

// The view state as text (core/wire/view_text.h), whenever it changes: what a link or a story file holds.
void set_view(std::string_view view);

// Opens a link the reader clicked, in a new tab. Only http and https; call in the frame that handles the click.
void open_link(std::string_view url);

// ---- Things on and around the canvas
// -----------------------------------------------------------------------------------

enum class Cursor : std::uint8_t { kArrow, kHand, kText, kMove, kResizeX, kResizeY, kWait, kProgress, kNotAllowed };
void set_cursor(Cursor cursor);
void set_title(std::string_view title);
void set_dark(bool dark);  // the ground of the page outside the canvas, scroll bars and native popups

// The caret of the field being typed in, where the browser puts its composition window; nullopt: nothing is typed in.
void set_text_agent(std::optional<Rect> caret);

// One painted line of text, offered to the browser's own selection, copy and find. The rectangle is relative to the
// layer's origin; lines should touch, or a selection jumps in the gaps.
struct TextLine {
  Rect rect;
  float size = 0;  // font size
  bool serif = false;
  bool strong = false;  // SemiBold
  bool shaped = false;  // kerned and joined as the browser does
  bool right_to_left = false;
  std::string text;    // what is painted
  std::string tail;    // what stands between it and the next line in the text it is of: " ", "", "\n\n"
  std::string source;  // "Morning Ledger, 4 May 2025": goes with what is copied; may be empty
  std::string where;   // "¶ 6"
  bool operator==(const TextLine&) const = default;
};

// Transparent text over the painted text, one for each part of the screen that scrolls by itself. Scrolling changes
// `origin` alone, which is cheap; lines that stay the same keep a selection.
struct TextLayer {
  Rect clip;
  Point origin;
  bool selectable = true;  // false while a popup or sheet lies over it
  std::vector<TextLine> lines;
};
void set_text_layers(std::span<const TextLayer> layers);

// ---- Controls as hidden elements, for screen readers, voice control and the keyboard

enum ControlState : std::uint8_t {
  kControlHasChecked = 1,
  kControlChecked = 2,
  kControlHasExpanded = 4,
  kControlExpanded = 8,
  kControlHasSelected = 16,
  kControlSelected = 32,
  kControlDisabled = 64,
};
struct Control {
  std::uint32_t id = 0;   // what a ControlEvent names; 0: cannot be operated
  std::string_view role;  // of ARIA, or "text"; lives as long as the program
  std::string name, value;
  Rect rect;
  std::uint8_t depth = 0;  // lies in the last one before it that is less deep
  std::uint8_t states = 0;
  bool operator==(const Control&) const = default;
};
// All of them, in the order of the keyboard, and the one that has the keyboard's ring or is typed in (0: none). Costs
// nothing where nothing changed.
void set_controls(std::vector<Control> controls, std::uint32_t focused);

// Says a line to screen readers.
void announce(std::string_view text);

// The keys the page keeps from the browser, as words: "Ctrl+K Ctrl+Shift+Z F6 /". Ctrl stands for Cmd on a Mac. All
// other keys also reach the browser. Single characters are kept only while nothing is typed in.
void set_bound_keys(std::string_view keys);

// ---- The worker
// -----------------------------------------------------------------------------------------------------------

enum class Durability : std::uint8_t {
  kOnce,      // a question: lost when the worker dies
  kReplayed,  // changes the session: sent again, in order with the files, to a restarted worker
};

// Sends one request in the format of core/wire; answers arrive as WorkerEvent.
void post_to_worker(std::span<const std::byte> request, Durability durability);

// Adds a file as if it had been dropped (the sample, pasted text from a form).
void add_file(std::string_view path, std::span<const std::byte> bytes);

// Stops reading the files that wait; those already read stay.
void cancel_files();

}  // namespace newsloupe::platform
