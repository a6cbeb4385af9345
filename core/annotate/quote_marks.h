// Pairs of quotation marks, before anything is said about what they hold. Curly, straight and angled marks may be mixed
// in one document; a mark's place decides where its sign does not. An odd number of marks loses nothing: the pairs
// before and after the odd one are found all the same.
#pragma once

#include <vector>

#include "core/annotate/token_reader.h"

namespace newsloupe {

// Tokens of the opening and the closing mark. `close` is one past the last token held where the mark is missing. A mark
// can be two tokens wide: ''typed like this''.
struct MarkedPassage {
  std::uint32_t open = 0;
  std::uint32_t close = 0;
  std::uint32_t mark_width = 1;
  bool single = false;    // between single quotation marks
  bool closed = true;     // false where the closing mark is missing
  bool reopened = false;  // runs over paragraphs, each opened again and only the last one closed

  [[nodiscard]] TokenSpan content() const { return {open + mark_width, close}; }
  // One past the closing mark.
  [[nodiscard]] std::uint32_t end() const { return closed ? close + mark_width : close; }
};

// Outermost passages in text order, over all paragraphs that carry tokens; a passage inside another is not listed.
// An apostrophe is no mark, nor is the sign of inches after a number.
[[nodiscard]] std::vector<MarkedPassage> find_marked_passages(const TokenReader& tokens);

}  // namespace newsloupe
