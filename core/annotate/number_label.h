// Numbers that name and do not count.
#pragma once

#include "core/annotate/quantity_reader.h"
#include "core/resources/lexicon.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// `counts`: a noun that it could count follows.
// "Chandrayaan-5", "2+2", "Article 370", "page 12", "the 787 Dreamliner", "12 Main Street", "555-0142", "1."
[[nodiscard]] bool is_label(const SegmentedDocument& doc, const Lexicon& lexicon, const AmountReading& reading,
                            TokenSpan sentence, bool counts);

// A number that counts nothing where it stands: "Region Two", "the number one goal", "(1)", "the 3080", "one watches",
// "iPhone 4 owners", "zero in on". `counted`: the noun that it could count, empty where there is none.
[[nodiscard]] bool is_sign(const SegmentedDocument& doc, const AmountReading& reading, TokenSpan sentence,
                           TokenSpan counted);

}  // namespace newsloupe
