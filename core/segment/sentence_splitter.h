// Tokens of one paragraph to sentences.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

// The sentences of `paragraph`, in order, without gaps: every token is in one. A sentence ends after a full stop, "!",
// "?" or ellipsis with the closing marks that touch it, where what follows can begin a sentence; a stop that belongs to
// an abbreviation ends one only by the abbreviation's behaviour (assets/lexicon/en/abbreviations.txt). A quote and its
// speaker stay together ("Why?" Ames asked.); the sentences inside a long quote are parted. Items of an enumeration
// are sentences.
[[nodiscard]] std::vector<TokenSpan> split_sentences(std::string_view text, std::span<const RuleToken> tokens,
                                                     std::span<const TextSpan> token_spans, TokenSpan paragraph,
                                                     const Lexicon& lexicon);

}  // namespace newsloupe
