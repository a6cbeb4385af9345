// Whether a person is a man or a woman, as far as a name or a form of address tells.
#pragma once

#include <cstdint>

#include "core/annotate/token_reader.h"
#include "core/resolve/resolution.h"

namespace newsloupe {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// "Janet Yellen": what nearly all who bear the given name are. "Anita" alone tells for a `person` who is never named in
// full, where no family bears the name.
[[nodiscard]] Gender gender_of_name(const TokenReader& tokens, TokenSpan name, const Entity& person);

// "Mr", "Dame": by the last form of address among the words of a role.
[[nodiscard]] Gender gender_of_address(const TokenReader& tokens, TokenSpan role);

}  // namespace newsloupe
