// Whether the words around a place speak of what was or of what will be.
#pragma once

#include "core/resources/lexicon.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// Looks back from `token` to the nearest word that tells ("will", "is to", "is due on", "was", "announced"), then
// forward, inside `sentence`.
[[nodiscard]] Tense tense_near(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token,
                               const Lexicon& lexicon);

// What shows that the time at a token is said of what was; surer than a past verb somewhere near, which may announce
// ("announced a tour in May").
enum class PastCue : std::uint8_t {
  kNone,
  kVerb,     // "he resigned in December"
  kOpening,  // "by December, they worsened"
  kSince     // "since June"
};
[[nodiscard]] PastCue past_cue(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token,
                               const Lexicon& lexicon);

}  // namespace newsloupe
