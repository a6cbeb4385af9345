// How the brief's sentences are put together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"

namespace newsloupe {

// "no", "one" .. "twelve", "13".
[[nodiscard]] std::string number_word(std::size_t n);
// "one article", "three articles".
[[nodiscard]] std::string counted_in_words(std::size_t n, const std::string& one, const std::string& several);
[[nodiscard]] std::string capitalised(std::string text);
// A label in the middle of a sentence; acronyms and names of two capitals stay.
[[nodiscard]] std::string in_sentence(std::string label);
// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items);
// The same; of more than four the first three and "five more".
[[nodiscard]] std::string shortly_listed(std::vector<std::string> items);
// "4 May 2025".
[[nodiscard]] std::string day_text(CivilDate date);
// "1 May".
[[nodiscard]] std::string day_word(CivilDate date);
// "NA" for "Northern Agency".
[[nodiscard]] std::string initials_of(std::string_view name);
// With a full stop where the words do not bring their own end.
[[nodiscard]] std::string ended(std::string text);
// "about 2,300" for "~2,300", which a cell has room for.
[[nodiscard]] std::string in_words(const std::string& value);
// The amounts of a cell in words, "10 / ≥ 10" being two; none twice.
[[nodiscard]] std::vector<std::string> amounts_in(std::string_view value);

}  // namespace newsloupe
