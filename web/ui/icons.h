#pragma once

#include <cstdint>

#include "core/present/views.h"
#include "web/ui/canvas.h"

// Our own strokes, never from a font, so that they are alike in every script: icons in a box of 20 with strokes of 1.5,
// status glyphs in a box of 16 with strokes of 1.75, round ends.
namespace newsloupe::ui {

enum class Icon : std::uint8_t {
  kLibrary,
  kBrief,
  kRead,
  kCompare,
  kQuotes,
  kFigures,
  kTimeline,
  kCoverage,
  kSun,
  kMoon,
  kHelp,
  kPin,
  kPinned,
  kClose,
  kPlus,
  kChevronDown,
  kChevronRight,
  kFile,
  kFolder,
  kClipboard,
  kPlay,
  kLock,
  kWarning,
  kCross,
  kDone,
  kOrigin,
  kArrowRight,
  kInfo,
  kRemove,
  kSearch,
  kPeople,
  kPencil,
  kCount,
};

// Draws an icon in a box of `size` around `centre`; the stroke stays 1.5.
void draw_icon(const Canvas& canvas, Icon icon, ImVec2 centre, ImU32 color, float size = 20);
void draw_status(const Canvas& canvas, Status status, ImVec2 centre, ImU32 color, float size);
// The same in the status's own hue.
void draw_status(const Canvas& canvas, Status status, ImVec2 centre, float size = 16);

Tint status_hue(Status status);
Tint status_fill(Status status);

// The loupe with two lines of text in it, in a box of 28.
void draw_mark(const Canvas& canvas, ImVec2 centre, ImU32 color);

// A share of a task as an arc from the top: true progress instead of a spinner.
void draw_progress(const Canvas& canvas, ImVec2 centre, float radius, float share);

}  // namespace newsloupe::ui
