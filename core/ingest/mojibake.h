// Text that was read in the wrong encoding and kept so: "â€™" for "’", "cafÃ©" for "café".
#pragma once

#include <string>
#include <string_view>

#include "core/unpack/charset.h"

namespace newsloupe {

// UTF-8 that somebody read as Windows-1252 (or Latin-1) and saved again, also more than once, becomes what it was; the
// map leads from each character to the damaged ones. Nothing is changed without proof: two sequences that no language
// writes, or one in a text that has nothing else beyond ASCII. Letters that could be meant ("MANHÃ”") are left alone
// wherever others beyond ASCII stand undamaged. Says in a diagnostic what was done.
void repair_mojibake(DecodedText& decoded);

// The same for a value without a place, such as a title that a record gives.
[[nodiscard]] std::string without_mojibake(std::string_view value);

}  // namespace newsloupe
