#include "web/ui/icons.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string_view>

namespace newsloupe::ui {
namespace {

// Paths in the language of SVG, a subset: M x y, L x y, C (cubic), Z; and O x y r (ring), D x y r (disc),
// P x y r from to (arc, degrees clockwise from the right).
constexpr std::array<std::string_view, static_cast<std::size_t>(Icon::kCount)> kIcons = {
    "M3.5 4 L3.5 16 M7 4 L7 16 M10.5 4 L10.5 16 M13 4.6 L16.6 15.6",  // kLibrary
    "M5 3 L15 3 C16.1 3 17 3.9 17 5 L17 15 C17 16.1 16.1 17 15 17 L5 17 C3.9 17 3 16.1 3 15 L3 5 C3 3.9 3.9 3 5 3 Z "
    "M6.5 7 L13.5 7 M6.5 10 L13.5 10 M6.5 13 L11 13",                                                  // kBrief
    "M3 5 L17 5 M3 8.4 L17 8.4 M3 11.7 L17 11.7 M3 15 L11 15",                                         // kRead
    "M3.5 4 L8 4 L8 16 L3.5 16 Z M12 4 L16.5 4 L16.5 16 L12 16 Z M8 8 L12 8 M8 12 L12 12",             // kCompare
    "M8.4 5.2 C6 6 4.2 8.2 4.2 11.6 M16.4 5.2 C14 6 12.2 8.2 12.2 11.6 O6.3 12.4 2.1 O14.3 12.4 2.1",  // kQuotes
    "M8 3.6 L6.4 16.4 M13.6 3.6 L12 16.4 M3.6 7.6 L16.8 7.6 M3.2 12.4 L16.4 12.4",                     // kFigures
    "M2 10 L18 10 M6 7 L6 13 M10 7 L10 13 M14.2 7 L14.2 13 D6 10 1.7 D14.2 10 1.7",                    // kTimeline
    "M4 3.6 L6.8 3.6 L6.8 6.4 L4 6.4 Z M8.6 3.6 L11.4 3.6 L11.4 6.4 L8.6 6.4 Z M13.2 3.6 L16 3.6 L16 6.4 L13.2 6.4 Z "
    "M4 8.6 L6.8 8.6 L6.8 11.4 L4 11.4 Z M8.6 8.6 L11.4 8.6 L11.4 11.4 L8.6 11.4 Z D14.6 10 0.9 M4 13.6 L6.8 13.6 L6.8 "
    "16.4 L4 16.4 Z D10 15 0.9 M13.2 13.6 L16 13.6 L16 16.4 L13.2 16.4 Z",  // kCoverage
    "O10 10 3.2 M10 2.6 L10 4.2 M10 15.8 L10 17.4 M2.6 10 L4.2 10 M15.8 10 L17.4 10 "
    "M4.8 4.8 L5.9 5.9 M14.1 14.1 L15.2 15.2 M4.8 15.2 L5.9 14.1 M14.1 5.9 L15.2 4.8",  // kSun
    "M16.2 11.9 C15.4 12.3 14.5 12.5 13.6 12.5 C10.3 12.5 7.6 9.8 7.6 6.5 C7.6 5.5 7.8 4.6 8.2 3.8 "
    "C5.6 4.5 3.7 6.9 3.7 9.8 C3.7 13.3 6.6 16.2 10.1 16.2 C12.9 16.2 15.3 14.4 16.2 11.9 Z",                 // kMoon
    "O10 10 7 M7.9 8.1 C7.9 6.9 8.8 6 10 6 C11.2 6 12.1 6.8 12.1 7.9 C12.1 9.4 10 9.6 10 11.2 D10 13.8 0.9",  // kHelp
    "M7 3.5 L13 3.5 M8 3.5 L8 8.6 L5.8 11.6 L14.2 11.6 L12 8.6 L12 3.5 M10 11.6 L10 16.6",                    // kPin
    "M7 3.5 L13 3.5 M8 3.5 L8 8.6 L5.8 11.6 L14.2 11.6 L12 8.6 L12 3.5 M10 11.6 L10 16.6 D10 9 1.6",          // kPinned
    "M5.5 5.5 L14.5 14.5 M14.5 5.5 L5.5 14.5",                                                                // kClose
    "M10 4.6 L10 15.4 M4.6 10 L15.4 10",                                                                      // kPlus
    "M6.6 8.4 L10 11.8 L13.4 8.4",  // kChevronDown
    "M8.2 6.2 L11.8 10 L8.2 13.8",  // kChevronRight
    "M11.5 3 L6 3 C5.2 3 4.5 3.7 4.5 4.5 L4.5 15.5 C4.5 16.3 5.2 17 6 17 L14 17 C14.8 17 15.5 16.3 15.5 15.5 L15.5 7 Z "
    "M11.5 3 L11.5 7 L15.5 7",  // kFile
    "M3 6 C3 5.2 3.6 4.5 4.4 4.5 L7.6 4.5 L9.4 6.6 L15.6 6.6 C16.4 6.6 17 7.2 17 8 L17 14 C17 14.8 16.4 15.5 15.6 15.5 "
    "L4.4 15.5 C3.6 15.5 3 14.8 3 14 Z",  // kFolder
    "M7.5 4.5 L6 4.5 C5.2 4.5 4.5 5.2 4.5 6 L4.5 15.5 C4.5 16.3 5.2 17 6 17 L14 17 C14.8 17 15.5 16.3 15.5 15.5 L15.5 "
    "6 "
    "C15.5 5.2 14.8 4.5 14 4.5 L12.5 4.5 M7.5 3 L12.5 3 L12.5 6 L7.5 6 Z M7.5 10 L12.5 10 M7.5 13 L11 13",  // kClipboard
    "",  // kPlay: a filled triangle
    "M5 9 L15 9 L15 16 L5 16 Z M7 9 L7 6.6 C7 4.8 8.3 3.5 10 3.5 C11.7 3.5 13 4.8 13 6.6 L13 9",  // kLock
    "M10 3.6 L17.4 16 L2.6 16 Z M10 8 L10 11.6 D10 13.8 0.9",                                     // kWarning
    "M5.4 5.4 L14.6 14.6 M14.6 5.4 L5.4 14.6",                                                    // kCross
    "M6.6 10.3 L9 12.6 L13.6 7.6",  // kDone: ring drawn apart
    "M2.5 14.5 L2.5 8 C2.5 6.6 3.4 5.7 4.8 5.7 L15.2 5.7 C16.6 5.7 17.5 6.6 17.5 8 L17.5 14.5 M10 5.7 L10 14.5",  // kOrigin
    "M4 10 L16 10 M11.4 5.4 L16 10 L11.4 14.6",                                              // kArrowRight
    "O10 10 7 M10 9.2 L10 13.4 D10 6.6 0.9",                                                 // kInfo
    "M4 5.6 L16 5.6 M8 5.6 L8 3.8 L12 3.8 L12 5.6 M5.6 5.6 L6.4 16.2 L13.6 16.2 L14.4 5.6",  // kRemove
    "O8.8 8.8 5.4 M12.8 12.8 L16.8 16.8",                                                    // kSearch
    "O10 5.4 2.4 O4.8 14.2 2.2 O15.2 14.2 2.2 M8.9 7.5 L6 12.2 M11.1 7.5 L14 12.2",          // kPeople
    "M4 16 L4.8 12.6 L13.4 4 L16 6.6 L7.4 15.2 Z M11.6 5.8 L14.2 8.4",                       // kPencil
};

// By newsloupe::Status.
struct StatusLook {
  std::string_view glyph;
  Tint hue, fill;
};
constexpr StatusLook kLooks[] = {
    {"", Tint::kInk3, Tint::kClear},                                                                    // kNone
    {"M2.6 8.4 L6.2 12 L13.4 4.4", Tint::kAgree, Tint::kAgreeFill},                                     // kAgree
    {"M2.6 5.8 L13.4 5.8 M2.6 10.4 L13.4 10.4 M10.4 2.4 L5.6 13.8", Tint::kDiffer, Tint::kDifferFill},  // kDiffer
    {"M8 2 L14 8 L8 14 L2 8 Z", Tint::kOnly, Tint::kOnlyFill},                                          // kOnly
    {"D8 8 1.6", Tint::kInk3, Tint::kClear},                                                            // kSilent
    {"O8 8 5.6 M8 4.8 L8 8 L10.2 9.4", Tint::kInk2, Tint::kSelectFill},                                 // kBefore
    {"M2.4 5.4 L13 5.4 M10 2.6 L13 5.4 M13.6 10.6 L3 10.6 M6 13.4 L3 10.6", Tint::kInk2, Tint::kSelectFill},
    {"P8 8 5.4 -40 270 M12.6 2.4 L12.4 4.9 L9.9 4.8", Tint::kInk2, Tint::kSelectFill},  // kUpdated
    {"M2.4 6.6 C4.6 3.6 6.8 4.4 8 5.6 C9.2 6.8 11.4 7.6 13.6 4.6 M2.4 11.4 C4.6 8.4 6.8 9.2 8 10.4 C9.2 11.6 11.4 12.4 "
     "13.6 9.4",
     Tint::kInk2, Tint::kSelectFill},  // kRounded
};

class PathPen {
 public:
  PathPen(const Canvas& canvas, ImVec2 origin, float scale, ImU32 color, float stroke)
      : list_(canvas.list()), origin_(origin), scale_(scale), color_(color), stroke_(stroke) {}

  void draw(std::string_view path) {
    const char* at = path.data();
    const char* const end = at + path.size();
    while (at < end) {
      const char command = *at++;
      if (command == ' ') continue;
      float n[6] = {};
      for (int i = 0; i < argument_count(command); ++i) {
        char* next = nullptr;
        n[i] = std::strtof(at, &next);
        at = next;
      }
      apply(command, n);
    }
    finish(false);
  }

 private:
  static int argument_count(char command) {
    switch (command) {
      case 'M':
      case 'L':
        return 2;
      case 'C':
        return 6;
      case 'O':
      case 'D':
        return 3;
      case 'P':
        return 5;
      default:
        return 0;
    }
  }

  ImVec2 at(float x, float y) const { return {origin_.x + x * scale_, origin_.y + y * scale_}; }

  void apply(char command, const float* n) {
    switch (command) {
      case 'M':
        finish(false);
        list_.PathLineTo(at(n[0], n[1]));
        break;
      case 'L':
        list_.PathLineTo(at(n[0], n[1]));
        break;
      case 'C':
        list_.PathBezierCubicCurveTo(at(n[0], n[1]), at(n[2], n[3]), at(n[4], n[5]));
        break;
      case 'Z':
        finish(true);
        break;
      case 'O':
        finish(false);
        list_.AddCircle(at(n[0], n[1]), n[2] * scale_, color_, 0, stroke_);
        break;
      case 'D':
        finish(false);
        list_.AddCircleFilled(at(n[0], n[1]), n[2] * scale_, color_);
        break;
      case 'P': {
        finish(false);
        constexpr float kDegree = std::numbers::pi_v<float> / 180;
        list_.PathArcTo(at(n[0], n[1]), n[2] * scale_, n[3] * kDegree, n[4] * kDegree);
        break;
      }
      default:
        break;
    }
  }

  void finish(bool closed) {
    if (list_._Path.Size > 1) {
      const ImVec2 first = list_._Path.front(), last = list_._Path.back();
      if (closed && std::abs(first.x - last.x) + std::abs(first.y - last.y) < 0.01F) list_._Path.pop_back();
      list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke_);
      if (!closed) {
        list_.AddCircleFilled(first, stroke_ / 2, color_);
        list_.AddCircleFilled(last, stroke_ / 2, color_);
      }
    }
    list_.PathClear();
  }

  ImDrawList& list_;
  ImVec2 origin_;
  float scale_;
  ImU32 color_;
  float stroke_;
};

void draw_path(const Canvas& canvas, std::string_view path, ImVec2 centre, float grid, float size, ImU32 color,
               float stroke) {
  const ImVec2 origin{canvas.snap(centre.x - size / 2), canvas.snap(centre.y - size / 2)};
  PathPen(canvas, origin, size / grid, color, stroke).draw(path);
}

}  // namespace

void draw_icon(const Canvas& canvas, Icon icon, ImVec2 centre, ImU32 color, float size) {
  if (icon == Icon::kPlay) {
    const float r = size * 0.2F;
    canvas.list().AddTriangleFilled({centre.x - r, centre.y - r * 1.2F}, {centre.x + r, centre.y},
                                    {centre.x - r, centre.y + r * 1.2F}, color);
    return;
  }
  draw_path(canvas, kIcons[static_cast<std::size_t>(icon)], centre, 20, size, color, 1.5F);
}

void draw_status(const Canvas& canvas, Status status, ImVec2 centre, ImU32 color, float size) {
  draw_path(canvas, kLooks[static_cast<std::size_t>(status)].glyph, centre, 16, size, color, 1.75F);
}

void draw_status(const Canvas& canvas, Status status, ImVec2 centre, float size) {
  draw_status(canvas, status, centre, canvas.color(status_hue(status)), size);
}

Tint status_hue(Status status) { return kLooks[static_cast<std::size_t>(status)].hue; }
Tint status_fill(Status status) { return kLooks[static_cast<std::size_t>(status)].fill; }

void draw_mark(const Canvas& canvas, ImVec2 centre, ImU32 color) {
  ImDrawList& list = canvas.list();
  const ImVec2 eye{centre.x - 1.5F, centre.y - 1.5F};
  list.AddCircle(eye, 7.5F, color, 0, 2);
  const ImVec2 from{eye.x + 6.2F, eye.y + 6.2F}, to{eye.x + 10.6F, eye.y + 10.6F};
  list.AddLine(from, to, color, 2.6F);
  list.AddCircleFilled(from, 1.3F, color);
  list.AddCircleFilled(to, 1.3F, color);
  list.AddLine({eye.x - 3.6F, eye.y - 1.7F}, {eye.x + 3.6F, eye.y - 1.7F}, color, 1.8F);
  list.AddLine({eye.x - 3.6F, eye.y + 2.1F}, {eye.x + 1.4F, eye.y + 2.1F}, color, 1.8F);
}

void draw_progress(const Canvas& canvas, ImVec2 centre, float radius, float share) {
  constexpr float kPi = std::numbers::pi_v<float>;
  canvas.ring(centre, radius, canvas.color(Tint::kLine), 2);
  if (share <= 0) return;
  canvas.list().PathArcTo(centre, radius, -kPi / 2, -kPi / 2 + 2 * kPi * std::min(share, 1.0F));
  canvas.list().PathStroke(canvas.color(Tint::kInk), ImDrawFlags_None, 2);
}

}  // namespace newsloupe::ui
