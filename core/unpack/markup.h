// Rough looks at text that may be HTML, before anybody parses it.
#pragma once

#include <string_view>

namespace newsloupe {

// True where the text holds tags that pages are made of, not only a '<'.
[[nodiscard]] bool holds_markup(std::string_view text);
// How many characters but blanks stand outside tags, styles and scripts.
[[nodiscard]] std::size_t visible_size(std::string_view html);

}  // namespace newsloupe
