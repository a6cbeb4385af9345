// What the address of an article says in passing.
#pragma once

#include <vector>

#include "core/unpack/source_record.h"

namespace newsloupe {

// Adds candidates for each "url" among them: the day in ".../2025/08/26/..." or ".../2025-08-26-..." as "published"
// (from "url"), and the site ("paper.example") as "outlet" (from "url host").
void read_addresses(std::vector<MetadataCandidate>& candidates);

}  // namespace newsloupe
