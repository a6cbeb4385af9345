#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Text that the browser measures, sets and draws for us: characters the embedded faces do not hold, and whole runs in
// scripts that need shaping or run from right to left, which Dear ImGui cannot draw. Lengths are CSS pixels. Every
// function gives nothing where there is no browser.
namespace newsloupe::platform {

struct BrowserFace {
  float size = 0;  // em
  bool serif = false;
  bool strong = false;
};

std::optional<float> browser_width(const BrowserFace& face, std::string_view text);

// Ink in device pixels. Not premultiplied; white where the ink takes its colour from us.
struct TextPicture {
  int width = 0, height = 0;  // 0: nothing to see
  float left = 0, top = 0;    // of its corner, from the pen on the baseline, at whole device pixels
  float advance = 0;
  bool colored = false;  // has colours of its own (emoji)
  std::vector<std::byte> pixels;
};

// One line; `ink` (0xRRGGBB) is the colour of what has none of its own.
std::optional<TextPicture> browser_picture(const BrowserFace& face, float density, std::string_view text,
                                           bool right_to_left, std::uint32_t ink = 0xFFFFFF);

struct SetCharacter {
  std::uint32_t offset = 0;  // in bytes
  std::uint32_t line = 0;
  float left = 0, right = 0;
};

struct SetParagraph {
  bool right_to_left = false;  // its first strong character says so
  std::vector<SetCharacter> characters;
};

// Sets a paragraph in lines of at most `width`, by the browser's rules for its language and direction.
std::optional<SetParagraph> browser_paragraph(const BrowserFace& face, std::string_view text, float width);

}  // namespace newsloupe::platform
