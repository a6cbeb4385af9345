#pragma once

#include <span>
#include <string>
#include <string_view>

#include "web/ui/access.h"
#include "web/ui/badge.h"
#include "web/ui/ui.h"

// Controls: behaviour is the toolkit's, the drawing ours. Every control has a name that a screen reader can say.
namespace newsloupe::ui {

struct Hit {
  bool clicked = false, hovered = false, held = false;
  bool focused = false;  // by the keyboard: shows the ring
};

// A place that can be pressed. `name` is said to screen readers; `id` tells apart things of one name. Later places do
// not cover earlier ones.
Hit hit(std::string_view name, std::uint64_t id, Box box, bool hand = true);
// A place for the pointer alone: what it does can be done by keys in another way.
Hit pointer_hit(std::string_view name, std::uint64_t id, Box box);
void focus_ring(const Canvas& canvas, Box box, float radius);

enum class ButtonKind : std::uint8_t { kPlain, kPrimary, kQuiet };
struct ButtonLook {
  ButtonKind kind = ButtonKind::kPlain;
  Icon icon = Icon::kCount;  // kCount: none
};
bool button(Ui& ui, std::string_view label, Box box, ButtonLook look = {});
// The width a button of this height wants.
float button_width(const Canvas& canvas, std::string_view label, float height, ButtonLook look = {});
bool icon_button(Ui& ui, std::string_view name, ImVec2 centre, Icon icon, std::uint64_t id = 0,
                 std::string_view key = {});
bool tick_box(Ui& ui, std::string_view label, Box box, bool on);
// Words side by side, of which one is chosen; gives the index of the one that was pressed, or -1.
int segments(Ui& ui, std::string_view name, Box box, std::span<const std::string_view> words, int chosen);
// Underlined words that can be pressed; gives whether they were.
bool link(Ui& ui, std::string_view words, float x, float line_top, Type type = Type::kBody);

// A selected or hovered row: fill with radius 8, the bar at the left edge where it is selected.
void row_ground(const Canvas& canvas, Box box, bool selected, bool hovered);

struct FieldResult {
  bool active = false;
  bool entered = false;  // Enter, or the focus went elsewhere after a change
};
// One line of text. `focus` asks for the keyboard. Draws its frame only while active or hovered when `bare`.
// With `step`, the arrows up and down are counted into it instead of moving the caret.
FieldResult field(Ui& ui, std::string_view name, std::uint64_t id, Box box, std::string& text, std::string_view hint,
                  bool bare, bool focus, Type type = Type::kBody, int* step = nullptr);

// A line of text without a frame, typed live into `text`. `focus` asks for the keyboard. Gives whether it is typed in.
bool entry(Ui& ui, std::string_view name, std::uint64_t id, Box box, std::string& text, std::string_view hint,
           bool focus, Type type = Type::kLead);

// Many lines of text; takes the keyboard when it appears.
void area(Ui& ui, std::string_view name, Box box, std::string& text);

// Shown after a moment over the last hit: the fact, and below it what it rests on.
void tooltip(Ui& ui, const Hit& hit, std::string_view fact, std::string_view basis = {});

// Opens a part of the screen with selectable text; lines reported from here on are in it. Call inside the region that
// scrolls, `origin` being the corner of its content.
void begin_text_area(Ui& ui, Box clip, ImVec2 origin);
// "Morning Ledger, 4 May 2025".
std::string source_words(const std::string& outlet, const std::string& published);
// Moves what scrolls under a text area.
void scroll_text_area(ImGuiID window, float by);

// Offers the lines of a painted flow to the text layer; `after` is what follows its last line in the text.
void report_lines(Ui& ui, const TextFlow& flow, std::string_view text, ImVec2 origin, const TextSource& source = {},
                  std::string_view after = "\n");
// The same for one line drawn by Canvas::text_in(), as far as it is shown.
void report_line(Ui& ui, Box box, Type type, std::string_view text, const TextSource& source = {},
                 std::string_view after = "\n");

// ---- Scrolling
// ------------------------------------------------------------------------------------------------------------

// A region that scrolls up and down, with our own thumb. Contents are drawn at `content` (its top moves with the
// scrolling) and say at the end how high they are.
class ScrollRegion {
 public:
  ScrollRegion(Ui& ui, const char* name, Box box, bool thumb = true);
  ~ScrollRegion();
  ScrollRegion(const ScrollRegion&) = delete;
  ScrollRegion& operator=(const ScrollRegion&) = delete;

  Box content() const { return content_; }
  void set_height(float height) { height_ = height; }
  float scroll() const { return scroll_; }
  void scroll_to(float y);
  // Scrolls no more than is needed to show [y0, y1) of the content.
  void reveal(float y0, float y1);

 private:
  Ui& ui_;
  Canvas outer_;
  Box box_, content_;
  bool thumb_;
  float height_ = 0, scroll_ = 0;
};

}  // namespace newsloupe::ui
