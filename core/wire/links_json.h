// "newsloupe.links/1" (docs/schemas/links.schema.json): the stories and origins of a set, and the pairs that share
// wording, as far as an outline knows them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/compare/outline.h"

namespace newsloupe {

// One JSON object without the line feed; `articles`, `stories` and `origins` as in "newsloupe.comparison/1".
[[nodiscard]] std::string links_json(const SetOutline& outline, const std::vector<Reuse>& reuse);

// The same as JSON Lines: one line a story, then one an origin, then one a pair; each carries `record`. Only groups
// whose articles `is_listed` approves of, and pairs of whose articles it does.
[[nodiscard]] std::string links_json_lines(
    const SetOutline& outline, const std::vector<Reuse>& reuse,
    const std::function<bool(const std::vector<ArticleIndex>&)>& is_listed = [](const auto&) { return true; });

}  // namespace newsloupe
