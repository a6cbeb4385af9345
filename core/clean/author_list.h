// Lists of authors: names with their roles, outlets and agencies between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/clean/byline.h"
#include "core/clean/line_tokens.h"

namespace newsloupe {

[[nodiscard]] bool is_one_of(const LineToken& token, std::initializer_list<std::string_view> texts);
// Whether the phrase does `what` in a byline (assets/lexicon/en/byline_words.txt).
[[nodiscard]] bool says(const PhraseMatch& match, std::string_view what);
// Without the characters of `edges` at both ends; the full stop of "Jr." and of initials stays.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view edges = " ,;:.|");

// One person's or outlet's part of a list of authors.
struct Part {
  std::size_t first = 0, last = 0;  // tokens
};

// Reads tokens [part.first, part.last) of the line as authors; false where they hold something else. What was read
// until then is in `out` all the same.
[[nodiscard]] bool read_author_list(std::string_view line, const std::vector<LineToken>& tokens, Part part,
                                    const Resources& resources, AuthorReading& out);

}  // namespace newsloupe
