// Whether a few typed letters mean a name, and which of its letters: for the palette.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/span.h"

namespace newsloupe {

struct FuzzyMatch {
  std::int32_t score = 0;         // larger is better
  std::vector<TextSpan> letters;  // of the name that were meant: sorted, apart
};

// Every word of `typed` must be found in `name`, in any order: best at the beginning of a word, then inside one, then
// as letters that follow each other with gaps ("emar" for "Elena Marsh"). Case and accents do not count.
[[nodiscard]] std::optional<FuzzyMatch> fuzzy_match(std::string_view typed, std::string_view name);

}  // namespace newsloupe
