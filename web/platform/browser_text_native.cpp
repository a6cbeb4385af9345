#include "web/platform/browser_text.h"

// No browser: the interface falls back to its own faces.
namespace newsloupe::platform {

std::optional<float> browser_width(const BrowserFace&, std::string_view) { return std::nullopt; }

std::optional<TextPicture> browser_picture(const BrowserFace&, float, std::string_view, bool, std::uint32_t) {
  return std::nullopt;
}

std::optional<SetParagraph> browser_paragraph(const BrowserFace&, std::string_view, float) { return std::nullopt; }

}  // namespace newsloupe::platform
