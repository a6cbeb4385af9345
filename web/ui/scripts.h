#pragma once

#include <string_view>

// Which text Dear ImGui cannot draw one character after the other.
namespace newsloupe::ui {

// Text with letters that join, stack or reorder, that runs from right to left, or with characters beyond the basic
// plane (emoji): it is set and drawn as a whole by the browser.
bool needs_shaping(std::string_view text);

// Its first letter of a direction is of one that runs from right to left.
bool is_right_to_left(std::string_view text);

}  // namespace newsloupe::ui
