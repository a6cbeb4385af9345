#pragma once

#include <string_view>

#include "web/ui/box.h"
#include "web/ui/fonts.h"
#include "web/ui/theme.h"

// The drawing rules in one place: edges snapped to physical pixels, hairlines of one physical pixel, text on whole
// physical rows. Everything is in CSS pixels. A Canvas draws on one list and is made anew each frame.
namespace newsloupe::ui {

enum class Align : std::uint8_t { kLeft, kCentre, kRight };

class Canvas {
 public:
  Canvas(ImDrawList& list, const Theme& theme, const Fonts& fonts, float density)
      : list_(&list), theme_(&theme), fonts_(&fonts), density_(density) {}

  // The same rules on another list (a child region, the foreground).
  Canvas on(ImDrawList& list) const { return {list, *theme_, *fonts_, density_}; }

  ImU32 color(Tint tint) const { return (*theme_)[tint]; }
  const Theme& theme() const { return *theme_; }
  const Fonts& fonts() const { return *fonts_; }
  ImDrawList& list() const { return *list_; }
  float density() const { return density_; }
  float snap(float value) const;
  float hairline() const;  // one physical pixel; two from density 2 on

  // ---- Shapes
  void fill(Box box, Tint tint, float radius = 0) const { fill(box, color(tint), radius); }
  void fill(Box box, ImU32 color, float radius = 0) const;
  void outline(Box box, Tint tint, float radius, float thickness = 0) const;  // thickness 0: a hairline of 1 px
  void outline(Box box, ImU32 color, float radius, float thickness) const;
  void across(float x0, float x1, float y, Tint tint = Tint::kLine) const;             // hairline
  void down(float x, float y0, float y1, Tint tint = Tint::kLine) const;               // hairline
  void dashed_outline(Box box, ImU32 color, float radius, float thickness = 1) const;  // 4 on, 3 off
  void dashed_across(float x0, float x1, float y, ImU32 color, float thickness, float on, float off) const;
  void disc(ImVec2 centre, float radius, ImU32 color) const;
  void ring(ImVec2 centre, float radius, ImU32 color, float thickness) const;
  void shadow(Box box, float radius) const;
  // Paper over the cut edge of a scrolling region: opaque at the edge, clear 16 px further in.
  void fade_edge(Box region, bool top, Tint ground) const;

  // ---- Text
  float width(Type type, std::string_view text) const;
  // Draws one line in a line box whose top is `line_top`; gives the width.
  float text(Type type, float x, float line_top, ImU32 color, std::string_view text) const;
  float text(Type type, float x, float line_top, Tint tint, std::string_view words) const {
    return text(type, x, line_top, color(tint), words);
  }
  // Draws one line in a box, centred vertically by its line height, cut with an ellipsis where it is too long.
  void text_in(Box box, Type type, Tint tint, std::string_view text, Align align = Align::kLeft) const;
  // Draws one line so that its capitals stand in the middle of the box: letters in badges.
  void capitals_in(Box box, Type type, ImU32 color, std::string_view text) const;
  // One piece of text on a baseline; the lowest level, used by text_flow.
  void glyphs(const TypeSpec& spec, float x, float baseline, ImU32 color, std::string_view text) const;
  // One line of text that needs_shaping(), drawn whole; false where there is no browser to shape it.
  bool run(const TypeSpec& spec, float x, float baseline, ImU32 color, std::string_view text, bool right_to_left) const;
  // The longest beginning that fits with an ellipsis; empty where all of it fits.
  std::size_t fitting(Type type, std::string_view text, float width) const;

 private:
  std::size_t fitting_run(Type type, std::string_view text, float width) const;

  ImDrawList* list_;
  const Theme* theme_;
  const Fonts* fonts_;
  float density_;
};

}  // namespace newsloupe::ui
