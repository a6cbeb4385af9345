// The log of corrections as the `corrections` of "newsloupe.comparison/1", out and in again.
#pragma once

#include <string_view>
#include <vector>

#include "core/analysis/correction.h"
#include "core/base/result.h"
#include "core/wire/json.h"

namespace newsloupe {

// One row a correction, oldest first; rows of one change carry the same number in `change`.
[[nodiscard]] wire::Json corrections_json(const std::vector<Change>& changes);

// Reads the rows, or an object that holds them as `corrections` (a whole comparison does). Neighbouring rows with one
// number in `change` are one change; a row without it is a change by itself. An error names the first row that is not
// understood: half a log would change what it says.
[[nodiscard]] Result<std::vector<Change>> changes_from_json(std::string_view bytes);
[[nodiscard]] Result<std::vector<Change>> changes_from_rows(const wire::Json& rows);

}  // namespace newsloupe
