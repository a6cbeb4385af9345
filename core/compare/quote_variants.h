// What each member of a quote group made of the utterance.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// What is known of a member beside its words.
struct MemberOrigin {
  bool spoken = false;      // between quotation marks or in a transcript
  bool primary = false;     // in a transcript or a release
  bool translated = false;  // said to have been spoken in another language
};

// Fills in reference, variants and core. `origins` is parallel to the members. A rendering is spliced where a
// transcript or release has the words it prints as one in two places.
void compare_members(const Comparison& comparison, const SetWords& words, const std::vector<MemberOrigin>& origins,
                     QuoteGroup& group);

}  // namespace newsloupe
