// A text as the set of its word 5-grams, straight from the bytes: what near copies are told by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsloupe {

inline constexpr std::size_t kShingleWords = 5;

// Appends a 64-bit hash for every five words that follow each other, equal ones as often as they come. Words are runs
// of letters and digits, folded; signs and spaces part them and say nothing. A text of one to four words has one
// shingle, an empty one none.
void append_shingles(std::string_view text, std::vector<std::uint64_t>& out);

}  // namespace newsloupe
