// Base64 (RFC 4648, section 4) for bytes that must stand in text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsloupe {

[[nodiscard]] std::string base64_from(std::string_view bytes);
// Nothing for text that is no base64: other characters, or a length that does not fit.
[[nodiscard]] std::optional<std::string> bytes_from_base64(std::string_view text);

}  // namespace newsloupe
