// ASCII as names of formats, headers and file endings use it: case does not count, nothing else is folded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsloupe {

[[nodiscard]] constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
[[nodiscard]] std::string lower_ascii(std::string_view text);
// Both fold `text` only: `part` is in lower case.
[[nodiscard]] bool starts_like(std::string_view text, std::string_view part);
[[nodiscard]] bool ends_like(std::string_view text, std::string_view part);
// How often `mark` stands in the text.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view mark);
// Without white space at its ends.
[[nodiscard]] std::string_view trimmed_ascii(std::string_view text);

}  // namespace newsloupe
