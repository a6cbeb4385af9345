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
  TokenSpan tokens;  // empty until segment() has run
  RuleId rule;       // why it has this class
};

// Body text carries quotes, sentences and events.
[[nodiscard]] constexpr bool is_body(ParagraphClass c) { return c == ParagraphClass::kBody; }
// What is segmented and annotated; boilerplate, repeats and the byline stay visible and feed nothing.
[[nodiscard]] constexpr bool feeds_analysis(ParagraphClass c) {
  return c != ParagraphClass::kBoilerplate && c != ParagraphClass::kRepeat && c != ParagraphClass::kByline;
}

}  // namespace newsloupe
