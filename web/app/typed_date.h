#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"

namespace newsloupe {

// A day as a reader types it: 2025-08-26, 26 Aug 2025, 26 August 2025, Aug 26, 2025, 26.8.2025. A day written with
// slashes is read only where no other reading is possible (26/8/2025). Nothing for anything else.
std::optional<CivilDate> date_from_typed(std::string_view text);

// "26 Aug 2025".
std::string typed_from_date(CivilDate date);

}  // namespace newsloupe
