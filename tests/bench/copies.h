// Near copies among many texts.
#pragma once

#include <string>
#include <vector>

namespace newsloupe::bench {

// Prints the fastest of the passes from texts to pairs with a Jaccard coefficient of a half, what part of it the
// reading of the texts took, and every pair as "pair A B COMMON UNITED".
void measure_copies(const std::vector<std::string>& texts, int passes);

}  // namespace newsloupe::bench
