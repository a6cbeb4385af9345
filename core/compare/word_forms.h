// Two views of a folded word: its stem, under which inflected forms meet, and its spelling key, under which house
// spellings meet ("neighbour" and "neighbor"). Both are keys, never shown.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace newsloupe {

// Cuts the commonest English endings (-s, -ed, -ing, -ion, -ment, -ly, final e), in the manner of Porter's stemmer but
// lighter: two words with one stem are nearly always forms of one word. Words of other scripts come back unchanged.
// Precondition: `folded` is folded (fold_word).
[[nodiscard]] std::string word_stem(std::string_view folded);

// Equal for the British and the American spelling of a word.
[[nodiscard]] std::string spelling_key(std::string_view folded);

// One is the short form of the other: "'ll" and "will".
[[nodiscard]] bool same_contraction(std::string_view a, std::string_view b);

// Letters and digits of several words without marks, short forms written out: equal for "don't" and "do not", "big
// game" and "big-game", "F.B.I." and "FBI", "per cent" and "percent".
[[nodiscard]] std::string letters_of(std::span<const std::string_view> words);

// The number that the words give ("three", "hundred", "and", "twenty"; "320"); nothing where one of them is none.
[[nodiscard]] std::optional<Decimal> number_of(std::span<const std::string_view> words);

}  // namespace newsloupe
