// The part of a sentence that says one thing: what a timeline and a list of facts show as label.
#pragma once

#include <string>

#include "core/compare/set_words.h"

namespace newsloupe {

// The clause of the sentence in which `about` stands: up to the commas, semicolons, dashes and quotation marks around
// it, widened over neighbours while it holds fewer than three content words besides `about`.
[[nodiscard]] TextSpan clause_around(const Article& article, const ArticleWords& words, TextSpan sentence,
                                     TextSpan about);

// "He added ...", "But a release ...", "Two of them ...": words of the article that are not to be understood alone.
[[nodiscard]] bool leans_on_context(const SetWords& set, std::uint32_t article, WordSpan words);

// The text of the span as a label: one line, at most `longest` bytes, cut at a space, first letter upper case, no mark
// at the end but an ellipsis where it was cut, quotation marks in pairs.
inline constexpr std::size_t kLongestLabel = 80, kLongestStatement = 220;
[[nodiscard]] std::string label_of(const Article& article, TextSpan span, std::size_t longest = kLongestLabel);

}  // namespace newsloupe
