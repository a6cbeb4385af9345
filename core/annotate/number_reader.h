// Numbers in digits and words: "1,200", "940 000", "twenty-five", "two and a half million", "1.5 lakh crore".
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/decimal.h"
#include "core/resources/lexicon.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

struct NumberReading {
  Decimal value;
  TokenSpan tokens;
  bool digits = false;     // begins with digits
  bool magnitude = false;  // ends in a magnitude word ("million"), which a range may share: "2 to 3 million"
  bool letter = false;     // the magnitude is a bare letter, which may be a unit: "100m"
  bool share = false;      // a part of a whole in words: "two-thirds", "half" of something
  Decimal factor{1, 0};    // of the magnitude
};

// The longest number that begins at token `first` and ends before `end`; nothing where none begins. "a million" and
// "half a dozen" are numbers; "millions", "21:30" and "12th" are none.
[[nodiscard]] std::optional<NumberReading> read_number(const SegmentedDocument& doc, std::uint32_t first,
                                                       std::uint32_t end, const Lexicon& lexicon);

}  // namespace newsloupe
