// What the name of a file says: "2025-08-26_meridian-post_ferry.txt", "meridian-post-2025-08-26.txt".
#pragma once

#include <string_view>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

// Candidates from "file name": the one full date at the beginning or end of the name, year first, and the outlet that
// may stand beside it, with spaces and capitals ("Meridian Post"). What is no date is part of no number: "000_6022535f"
// says nothing.
void read_file_name(std::string_view name, const Lexicon& lexicon, std::vector<MetadataCandidate>& candidates);

}  // namespace newsloupe
