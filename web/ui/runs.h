#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "imgui.h"
#include "web/ui/theme.h"

// Runs of text that the browser has shaped and drawn (web/platform/browser_text.h): pictures in the font atlas, one for
// each string, found again by string, face, size and density.
namespace newsloupe::ui {

class Runs {
 public:
  // Width of one line; nothing where there is no browser.
  std::optional<float> width(const TypeSpec& spec, std::string_view text);

  // Draws one line, its pen starting at x on the baseline; false where there is no browser. `x` and `baseline` are
  // whole device pixels.
  bool draw(ImDrawList& list, const TypeSpec& spec, float density, ImVec2 pen, ImU32 color, std::string_view text,
            bool right_to_left);

  // Call once a frame, after drawing: pictures not used for a while leave the atlas.
  void end_frame();

 private:
  struct Picture {
    ImFontAtlasRectId rect = -1;
    ImVec2 corner, size;  // CSS pixels, from the pen
    bool colored = false;
    std::uint64_t last_used = 0;
  };
  Picture make(const TypeSpec& spec, float density, std::string_view text, bool right_to_left, std::uint32_t ink) const;
  Picture& find(const TypeSpec& spec, float density, std::string_view text, bool right_to_left, std::uint32_t ink);

  std::map<std::uint64_t, Picture> pictures_;
  std::map<std::uint64_t, float> widths_;
  std::uint64_t frame_ = 0;
};

}  // namespace newsloupe::ui
