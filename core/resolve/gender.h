// Whether a person is a man or a woman, as far as a name or a form of address tells.
#pragma once

#include <cstdint>

#include "core/annotate/token_reader.h"

namespace newsloupe {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// "Janet Yellen": what nearly all who bear the given name are; unknown for a name of one word.
[[nodiscard]] Gender gender_of_name(const TokenReader& tokens, TokenSpan name);

// The same for "Anita" alone, for somebody who is never named in full; unknown where families bear the name as well.
[[nodiscard]] Gender gender_of_single_name(const TokenReader& tokens, TokenSpan name);

// "Mr", "Dame": by the last form of address among the words of a role.
[[nodiscard]] Gender gender_of_address(const TokenReader& tokens, TokenSpan role);

}  // namespace newsloupe
