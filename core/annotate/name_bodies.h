// Bodies with an office behind them or inside them, in a run of words with capitals; `i` is where the office begins.
#pragma once

#include <cstdint>

#include "core/annotate/name_tokens.h"

namespace newsloupe {

// "Senior Velda Association President": a body with its president.
bool heads_chief(const NameTokens& tokens, TokenSpan run);

// "Federation of Harbour Workers President".
bool follows_body(const NameTokens& tokens, std::uint32_t i, TokenSpan run);

// "Council of Heads of State" is a body.
bool follows_head_of(const NameTokens& tokens, std::uint32_t i, TokenSpan run);

// "United Nations General Assembly President".
bool begins_body(const NameTokens& tokens, std::uint32_t i, std::uint32_t after, TokenSpan run);

}  // namespace newsloupe
