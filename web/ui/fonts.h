#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "web/ui/runs.h"
#include "web/ui/theme.h"

// The four faces. Sizes are em sizes in CSS pixels, as in a style sheet; glyphs are rasterised on demand at the density
// of the screen. Characters the faces do not hold come from the browser, one by one; text that needs shaping, run by
// run.
namespace newsloupe::ui {

// Shares of the em, read from the font file.
struct FaceMetrics {
  float ascent = 0, descent = 0;  // above and below the baseline, both positive
  float cap_height = 0, x_height = 0;
};

// Reads them from the tables head, hhea and OS/2 of a TrueType or OpenType file. All zero for anything else.
FaceMetrics read_face_metrics(std::span<const std::byte> file);

class Fonts {
 public:
  // Adds the four faces to the atlas. The bytes must live as long as the atlas. A file that is missing or no font gets
  // the face before it; without any, text is shown in the toolkit's own face.
  void load(ImFontAtlas& atlas, const std::array<std::span<const std::byte>, 4>& files);

  ImFont* font(Face face) const { return fonts_[static_cast<std::size_t>(face)]; }
  const FaceMetrics& metrics(Face face) const { return metrics_[static_cast<std::size_t>(face)]; }

  // Width of one line of text, without a break, in CSS pixels.
  float width(const TypeSpec& spec, std::string_view text, float density) const;

  // Draws one line of text that needs_shaping(), as one picture; false where there is no browser to make it.
  bool draw_run(ImDrawList& list, const TypeSpec& spec, float density, ImVec2 pen, ImU32 color, std::string_view text,
                bool right_to_left) const {
    return runs_.draw(list, spec, density, pen, color, text, right_to_left);
  }
  void end_frame() { runs_.end_frame(); }

  // Where the baseline lies below the top of a line box of this height: ascent and descent are rounded and centred, as
  // browsers do, so that text stands where the transparent text layer over it stands.
  float baseline(const TypeSpec& spec) const;

 private:
  std::array<ImFont*, 4> fonts_{};
  std::array<FaceMetrics, 4> metrics_{};
  mutable Runs runs_;  // a cache: what is drawn does not depend on it
};

}  // namespace newsloupe::ui
