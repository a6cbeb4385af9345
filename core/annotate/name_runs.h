// Where a sequence of capitalised words ends: over "of", "and", hyphens, particles and possessives.
#pragma once

#include "core/annotate/name_tokens.h"

namespace newsloupe {

// First token after the run of name words that begins at `begin` (a capital or a particle) inside `sentence`.
std::uint32_t name_run_end(const NameTokens& tokens, std::uint32_t begin, TokenSpan sentence);

// True where a run may begin: a capital, or a small particle that belongs to the capital after it ("al-Assad").
bool begins_name_run(const NameTokens& tokens, std::uint32_t i, TokenSpan sentence);

// True for a hyphen that joins the tokens on its sides.
bool is_joining_hyphen(const NameTokens& tokens, std::uint32_t i, std::uint32_t end);

// Without words that are only written loud: nothing of "MAYOR BLASTS PILOT", "SNP" of "BUNGLING SNP".
TokenSpan without_shouting(const NameTokens& tokens, TokenSpan run);

}  // namespace newsloupe
