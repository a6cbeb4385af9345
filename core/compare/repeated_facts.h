// Facts that tell what another fact tells already.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Takes out each agreed statement whose sentences all stand behind an earlier agreed statement that is worded by most
// of the same words ("Page was born on April 22", "Page was born Betty Mae on April 22"). The order stays.
void drop_repeated_facts(const SetWords& words, std::vector<Fact>& facts);

// So many thousandths of the words of `label`, the short ones left out, stand in `text`. Both in small letters.
[[nodiscard]] std::size_t share_of_words(std::string_view label, std::string_view text);

}  // namespace newsloupe
