// Two views of a folded word: its stem, under which inflected forms meet, and its spelling key, under which house
// spellings meet ("neighbour" and "neighbor"). Both are keys, never shown.
#pragma once

#include <string>
#include <string_view>

namespace newsloupe {

// Cuts the commonest English endings (-s, -ed, -ing, -ion, -ment, -ly, final e), in the manner of Porter's stemmer but
// lighter: two words with one stem are nearly always forms of one word. Words of other scripts come back unchanged.
// Precondition: `folded` is folded (fold_word).
[[nodiscard]] std::string word_stem(std::string_view folded);

// Equal for the British and the American spelling of a word.
[[nodiscard]] std::string spelling_key(std::string_view folded);

}  // namespace newsloupe
