// A regular expression said in words, for those who are not sure what they typed.
#pragma once

#include <string>
#include <string_view>

namespace newsloupe {

// "“curfew” or “lockdown”, then white space, then one or more letters"; empty for a pattern with parts that have no
// short words. The pattern is one that compiles.
[[nodiscard]] std::string pattern_words(std::string_view regex);

}  // namespace newsloupe
