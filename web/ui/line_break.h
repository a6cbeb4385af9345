#pragma once

// Where a line of text may be broken: the part of Unicode's line breaking algorithm (UAX #14) that news needs. Spaces,
// hyphens and dashes, slashes, zero width space, scripts written without spaces; no break before closing or after
// opening marks, around no-break characters or before combining marks. Languages that need a dictionary (Thai, Khmer)
// break at spaces only.
namespace newsloupe::ui {

// True where a line may end between `before` and `after`, the characters left and right of the border; `two_before` is
// the one before `before`, or 0. Spaces stay at the end of the line they follow.
bool may_break(char32_t two_before, char32_t before, char32_t after);

// A character that ends a line by itself.
bool must_break_after(char32_t c);

// A space that hangs over the end of a line instead of being wrapped.
bool is_breaking_space(char32_t c);

// Letters and digits in the wide sense, for choosing a word with a double click.
bool is_word_character(char32_t c);

}  // namespace newsloupe::ui
