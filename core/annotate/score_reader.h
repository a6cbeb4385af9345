// Scores, votes and records: "31-24", "a 5-4 ruling", "a 9-14 start". Two numbers that belong together and are no
// range.
#pragma once

#include <cstdint>
#include <optional>

#include "core/annotate/quantity_reader.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// The score whose first number is the token `first`: kind kScore, value the first number, low and high the smaller and
// the larger. A pair that could be a range ("9-14") is a score only beside a word of winning, losing or voting, and so
// is one behind a name ("Boeing 737-8" is none). Nothing where none begins.
[[nodiscard]] std::optional<AmountReading> read_score(const SegmentedDocument& doc, std::uint32_t first,
                                                      TokenSpan sentence);

}  // namespace newsloupe
