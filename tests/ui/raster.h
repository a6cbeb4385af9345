#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "imgui.h"

// A software renderer for what the toolkit draws, so that the interface can be looked at and compared without a browser
// or a GPU. Triangles, one texture, blending and clipping, as a GL backend does them; no other state.
namespace newsloupe::test {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;         // rows from the top
  std::uint32_t at(int x, int y) const;  // 0xRRGGBB
};

Picture rasterise(const ImDrawData& data, std::uint32_t background);

// A PNG file without compression: small code, large files.
std::string png_from(const Picture& picture);

}  // namespace newsloupe::test
