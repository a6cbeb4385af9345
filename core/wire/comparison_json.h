// "newsloupe.comparison/1" of formats.md.
#pragma once

#include <string>
#include <string_view>

#include "core/analysis/session.h"
#include "core/compare/comparison.h"

namespace newsloupe {

// Words of formats.md.
[[nodiscard]] std::string_view name_of(OriginBasis basis);
[[nodiscard]] std::string_view name_of(ReuseLabel label);

// One JSON object without the line feed. `changes` is the log that was applied; `with_alignments` adds the aligned
// sentences, which can be many.
std::string comparison_json(const Comparison& comparison, const std::vector<Change>& changes, bool with_alignments);

// The same as JSON Lines: one line a story, then one an origin, then one an entry of the timeline; each carries
// `record`.
std::string comparison_json_lines(const Comparison& comparison);

}  // namespace newsloupe
