#include <emscripten.h>
#include <emscripten/em_js.h>

#include <array>

#include "web/platform/browser_text.h"

// Answers come in two calls: the first computes and tells the size, the second copies into memory made for it
// (web/bridge/browser_text.js).
// clang-format off
EM_JS(float, browser_text_width, (float size, int flags, const char* text, std::size_t length), {
  return Module.page.browserText.width(size, flags, Module.page.text(text, length));
})
EM_JS(std::size_t, browser_text_picture, (float size, int flags, float density, int ink, const char* text,
                                          std::size_t length, float* measures), {
  return Module.page.browserText.picture(size, flags, density, ink, Module.page.text(text, length), measures);
})
EM_JS(void, browser_text_take_picture, (std::byte* pixels), { Module.page.browserText.takePicture(pixels); })
EM_JS(std::size_t, browser_text_paragraph, (float size, int flags, float width, const char* text,
                                            std::size_t length), {
  return Module.page.browserText.paragraph(size, flags, width, Module.page.text(text, length));
})
EM_JS(int, browser_text_take_paragraph, (void* characters), {
  return Module.page.browserText.takeParagraph(characters);
})
// clang-format on

namespace newsloupe::platform {
namespace {

int flags_from(const BrowserFace& face, bool right_to_left) {
  return (face.serif ? 1 : 0) | (face.strong ? 2 : 0) | (right_to_left ? 4 : 0);
}

static_assert(sizeof(SetCharacter) == 16, "browser_text.js writes two integers and two floats");

}  // namespace

std::optional<float> browser_width(const BrowserFace& face, std::string_view text) {
  return browser_text_width(face.size, flags_from(face, false), text.data(), text.size());
}

std::optional<TextPicture> browser_picture(const BrowserFace& face, float density, std::string_view text,
                                           bool right_to_left, std::uint32_t ink) {
  std::array<float, 6> measures{};  // width, height, left, top, advance, colored
  const std::size_t size = browser_text_picture(face.size, flags_from(face, right_to_left), density,
                                                static_cast<int>(ink), text.data(), text.size(), measures.data());
  TextPicture picture;
  picture.width = static_cast<int>(measures[0]), picture.height = static_cast<int>(measures[1]);
  picture.left = measures[2], picture.top = measures[3];
  picture.advance = measures[4];
  picture.colored = measures[5] != 0;
  picture.pixels.resize(size);
  if (size > 0) browser_text_take_picture(picture.pixels.data());
  return picture;
}

std::optional<SetParagraph> browser_paragraph(const BrowserFace& face, std::string_view text, float width) {
  SetParagraph set;
  set.characters.resize(browser_text_paragraph(face.size, flags_from(face, false), width, text.data(), text.size()));
  set.right_to_left = browser_text_take_paragraph(set.characters.data()) == 1;
  return set;
}

}  // namespace newsloupe::platform
