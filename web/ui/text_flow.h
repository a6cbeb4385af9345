#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "web/ui/canvas.h"

// Running text set in lines: the heart of the reader. A TextFlow is geometry only (which bytes stand where); colours,
// marks and underlines are painted onto it by span, so that they may overlap and change without a new layout.
// Offsets are bytes of the text the flow was made from; places are CSS pixels from the flow's top left corner.
namespace newsloupe::ui {

// What changes the width of text: another face, or room left and right of a mark.
struct FlowStyle {
  TextSpan span;
  bool strong = false;  // the SemiBold face of the base face
  float pad = 0;        // room before and after the span
};

struct FlowLine {
  TextSpan span;                // includes the spaces that hang over its end
  std::uint32_t ink_end = 0;    // where its visible characters end
  float top = 0;                // of the line box
  float left = 0;               // of its first visible character from the left; not 0 where text is set from the right
  float width = 0;              // up to ink_end
  bool ends_paragraph = false;  // the last line, or before a forced break
};

class TextFlow {
 public:
  // Sets `text` in `type` to lines of at most `width`. `styles` are sorted and do not overlap. A word wider than a line
  // is broken between characters. Empty text gives one empty line.
  TextFlow(std::string_view text, const TypeSpec& type, float width, std::vector<FlowStyle> styles, const Fonts& fonts,
           float density);

  const std::vector<FlowLine>& lines() const { return lines_; }
  float height() const { return static_cast<float>(lines_.size()) * type_.line; }
  float width() const;  // of the widest line
  const TypeSpec& type() const { return type_; }
  bool shaped() const { return shaped_; }  // set by the browser; drawn line by line, in one colour
  bool right_to_left() const { return right_to_left_; }

  std::size_t line_at(std::uint32_t offset) const;
  // Left edge of the character at `offset`, in its line.
  float x_from_offset(std::uint32_t offset) const;
  // The border between characters nearest to a point; points outside give the nearest line and its ends.
  std::uint32_t offset_from_point(ImVec2 point) const;
  // The character under a point; an empty span where there is none.
  TextSpan character_at(ImVec2 point) const;
  // One rectangle for each line the span touches, as high as the line.
  std::vector<Box> boxes(TextSpan span) const;

 private:
  friend class FlowPainter;
  void measure(std::string_view text, const std::vector<FlowStyle>& styles, const Fonts& fonts, float density);
  void break_lines(std::string_view text, float width);
  void end_line(std::uint32_t begin, std::uint32_t end, std::string_view text, bool paragraph);

  bool set_by_browser(std::string_view text, float width);
  void close_shaped_lines(std::string_view text);
  std::uint32_t nearest_border(const FlowLine& line, float x) const;
  TextSpan shaped_character_at(const FlowLine& line, float x) const;
  std::uint32_t next_character(const FlowLine& line, std::uint32_t at) const;
  std::vector<Box> shaped_boxes(TextSpan span) const;

  TypeSpec type_;
  bool shaped_ = false, right_to_left_ = false;
  float baseline_ = 0;
  std::vector<FlowStyle> styles_;
  std::vector<float> advance_;  // of the character that begins at each byte, with its pad; 0 for the bytes inside one
  std::vector<float> lead_;     // pad before it; empty where no style has a pad
  std::vector<float> x_;        // left edge in its line, for each byte and one past the end
  std::vector<FlowLine> lines_;
};

enum class Underline : std::uint8_t {
  kAgree,   // 1 px
  kDiffer,  // 2 px: what differs is heaviest
  kOnly,    // 1.5 px
  kSolid,   // kinds: person
  kDouble,  // organisation
  kDotted,  // place
  kDashed,  // date
};

struct TextColor {  // sorted, not overlapping; what is not covered has the base colour
  TextSpan span;
  ImU32 color = 0;
};

// Paints a flow whose corner stands at `origin`. Order: marks, underlines, text.
class FlowPainter {
 public:
  FlowPainter(const Canvas& canvas, const TextFlow& flow, std::string_view text, ImVec2 origin)
      : canvas_(canvas), flow_(flow), text_(text), origin_(origin) {}

  // A fill behind the words, radius 3, 2 px inside the line box; `grow` is how far it reaches beyond them on both
  // sides.
  void mark(TextSpan span, ImU32 color, float grow = 0) const;
  void frame(TextSpan span, ImU32 color, float grow) const;
  void underline(TextSpan span, Underline kind, ImU32 color) const;
  void text(ImU32 base, const std::vector<TextColor>& colors = {}) const;

 private:
  void piece(const FlowLine& line, TextSpan span, ImU32 color) const;
  Box placed(Box box) const { return box.moved(origin_.x, origin_.y); }

  const Canvas& canvas_;
  const TextFlow& flow_;
  std::string_view text_;
  ImVec2 origin_;
};

// The word around `offset` (letters, digits, inner apostrophes), or the single character there.
TextSpan word_around(std::string_view text, std::uint32_t offset);

// Flows made before, found again by text, type, width, styles and density. Unused ones are dropped after a while, so
// the cache holds what was lately on screen.
class FlowCache {
 public:
  const TextFlow& get(std::string_view text, const TypeSpec& type, float width, const Canvas& canvas,
                      const std::vector<FlowStyle>& styles = {});
  const TextFlow& get(std::string_view text, Type type, float width, const Canvas& canvas,
                      const std::vector<FlowStyle>& styles = {}) {
    return get(text, type_spec(type), width, canvas, styles);
  }
  // Call once a frame, after drawing.
  void end_frame();
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint64_t key;
    std::uint64_t last_used;
    TextFlow flow;
  };
  std::vector<std::unique_ptr<Entry>> entries_;  // sorted by key
  std::uint64_t frame_ = 0;
};

}  // namespace newsloupe::ui
