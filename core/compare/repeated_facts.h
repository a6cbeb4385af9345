// Facts that tell what another fact tells already.
#pragma once

#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Takes out each agreed statement whose sentences all stand behind an earlier agreed statement that is worded by most
// of the same words ("Page was born on April 22", "Page was born Betty Mae on April 22"). The order stays.
void drop_repeated_facts(const SetWords& words, std::vector<Fact>& facts);

}  // namespace newsloupe
