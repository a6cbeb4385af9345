// "newsloupe.copy/1" (docs/schemas/copy.schema.json): two texts that are near copies.
#pragma once

#include <string>
#include <string_view>

#include "core/compare/near_copies.h"

namespace newsloupe {

// One line without the line feed; `a` and `b` are the ids of the two. Says the same in whatever order they came when
// `a` is always the smaller.
[[nodiscard]] std::string copy_json(std::string_view a, std::string_view b, const NearCopy& pair);
// "a<TAB>b<TAB>0.873", for tools that cut and join lines.
[[nodiscard]] std::string copy_text(std::string_view a, std::string_view b, const NearCopy& pair);

}  // namespace newsloupe
