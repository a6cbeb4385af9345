#pragma once

#include <string_view>

#include "web/ui/icons.h"

// Small filled shapes that mean something: an article, a value, a status, a key, one origin.
namespace newsloupe::ui {

// A square with an article's letter, 20 or 24 wide. Outlined: mentioned second, or without a finding of its own.
void draw_badge(const Canvas& canvas, Box box, std::string_view letter, bool outlined = false);

// What a person made of the article: a disc on the corner of its badge, filled for mine, a ring for the reference.
void draw_role(const Canvas& canvas, Box badge, ArticleRole role);

// A value in a row: differ and only on their fill, agree as bare text, silent as a dot, before as the word. Centred in
// `box`; `small` for words such as "exact".
void draw_value(const Canvas& canvas, Box box, Status status, std::string_view text, bool unsure, bool small = false);

// A status fill with glyph and word, 24 high; its right or left edge stands at `x`. Gives the width.
float draw_tag(const Canvas& canvas, float x, float top, Status status, std::string_view word,
               bool right_aligned = false);
float tag_width(const Canvas& canvas, Status status, std::string_view word);

// A key, 16 high, centred on `middle_y`; gives the width.
float draw_key(const Canvas& canvas, float x, float middle_y, std::string_view key);
// A key and what it does; gives the width with the gap to the next.
float draw_key_hint(const Canvas& canvas, float x, float middle_y, std::string_view key, std::string_view words);

// The bracket over the columns of one origin: a line with ticks down at both ends and the words in a gap of the line.
void draw_bracket(const Canvas& canvas, float x0, float x1, float y, std::string_view words);
// The same, standing left of rows.
void draw_side_bracket(const Canvas& canvas, float x, float y0, float y1);

}  // namespace newsloupe::ui
