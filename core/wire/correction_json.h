// Corrections as JSON: what `compare --format json` lists under `corrections`, and what a story file keeps.
#pragma once

#include <functional>
#include <optional>

#include "core/analysis/correction.h"
#include "core/wire/json.h"

namespace newsloupe::wire {

[[nodiscard]] Json json_from(const Correction& correction);
// Nothing for what is no correction of this version.
[[nodiscard]] std::optional<Correction> correction_from(const Json& json);

// Calls `rename` with every article id that the correction names, to read or to replace it.
void for_each_article_id(Correction& correction, const std::function<void(std::string&)>& rename);

}  // namespace newsloupe::wire
