// A paragraph of the clean text and what it is.
#pragma once

#include "core/base/span.h"
#include "core/text/rule_id.h"

namespace newsloupe {

// formats.md, paragraphs.
enum class ParagraphClass : std::uint8_t {
  kHeadline,
  kSubtitle,
  kByline,
  kDateline,
  kBody,
  kSubheading,
  kBoilerplate,
  kRepeat
};

struct Paragraph {
  TextSpan span;  // without surrounding white space; a dateline on the lead's line is a paragraph of its own
  ParagraphClass paragraph_class = ParagraphClass::kBody;
  TokenSpan tokens;  // in the segmented document; before that in CleanDocument::cut, if clean() needed them
  RuleId rule;       // why it has this class
};

// Boilerplate that the set taught: its outlet prints it with many articles.
inline constexpr RuleId kRepeatedInSet{"furniture.repeated"};

// Body text carries quotes, sentences and events.
[[nodiscard]] constexpr bool is_body(ParagraphClass c) { return c == ParagraphClass::kBody; }
// What has sentences and is annotated; boilerplate, repeats and the byline stay visible and feed nothing, but for the
// dates of a byline ("Updated: 26 August 2025").
[[nodiscard]] constexpr bool feeds_analysis(ParagraphClass c) {
  return c != ParagraphClass::kBoilerplate && c != ParagraphClass::kRepeat && c != ParagraphClass::kByline;
}

}  // namespace newsloupe
