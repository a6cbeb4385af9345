// What happened to those who are counted: killed, injured, missing. Read from the words around the amount only where
// nothing stands between that could give them to something else.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/compare/set_words.h"
#include "core/resolve/article.h"

namespace newsloupe {

enum class Outcome : std::uint8_t {
  kNone,
  kKilled,
  kInjured,
  kMissing,
  kSafe,
  kArrested,
  kHomeless,
  kInfected,
  kAttending
};

// How it is called: "killed"; empty for kNone.
[[nodiscard]] std::string_view outcome_name(Outcome outcome);

// Is the folded word one of those that say what happened to people?
[[nodiscard]] bool is_outcome(std::string_view folded);

// The outcome of what `amount` (the number with what is counted) counts in its sentence. "12 people were killed",
// "killing at least 12", "12 dead", "a death toll of 12"; none for "killed by two gunmen", "the death of a father of
// two", "two of the three victims died" (of the three) and "two were nearly killed".
[[nodiscard]] Outcome outcome_of(const Article& article, const SetWords& set, const ArticleWords& words,
                                 TextSpan sentence, TextSpan amount);

}  // namespace newsloupe
