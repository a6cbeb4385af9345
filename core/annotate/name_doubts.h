// Words with capitals that look like names and are none.
#pragma once

#include <cstdint>

#include "core/annotate/name_tokens.h"

namespace newsloupe {

// "737 Max", "A320 Neo": a given name that is a part of what a product is called.
bool follows_model_number(const NameTokens& tokens, std::uint32_t i);

// "D-N.Y.", "R-Texas" behind a politician's name.
bool is_party_and_state(const NameTokens& tokens, TokenSpan name);

// "Mr and Mrs Berg".
bool is_form_of_address(const NameTokens& tokens, std::uint32_t i);

// "@OrlaNews", "#OrlaStrong". The token must not be the first.
bool follows_handle_sign(const NameTokens& tokens, std::uint32_t i);

// "eCommerce".
bool is_everyday_brand(const NameTokens& tokens, std::uint32_t i);

}  // namespace newsloupe
