// What an amount is the amount of, where the sentence says so in one of the usual ways: "revenue was 5 billion", "sales
// of 5 billion", "20 billion in sales", "51 per cent of the vote"; and whether it is told of now, of before, or of a
// plan.
#pragma once

#include <cstdint>

#include "core/compare/set_words.h"
#include "core/resolve/article.h"

namespace newsloupe {

// "Up from 287 million" tells the value of before; "aims for 20 billion" one that may come.
enum class FigureStage : std::uint8_t { kActual, kBefore, kPlanned };

struct FigureSlot {
  WordId noun = kNone;  // stem of the noun, synonyms under one stem ("sales" under "revenue"); kNone where none is said
  FigureStage stage = FigureStage::kActual;
  TextSpan phrase;           // the noun with the word before it that belongs to it: "net profit"
  bool sentence = false;     // a term of imprisonment
  std::uint32_t period = 0;  // bits of the words for a span of time beside it: quarter, half, year, month, week, day
  static constexpr WordId kNone = 0xFFFFFFFF;
};

// `amount`: the number with its unit.
[[nodiscard]] FigureSlot slot_of(const Article& article, const SetWords& set, const ArticleWords& words,
                                 TextSpan sentence, TextSpan clause, TextSpan amount);

// Synonyms of what is counted meet under one stem ("positions" under "job"); other stems come back as they are.
[[nodiscard]] WordId slot_noun(const SetWords& set, WordId stem);

}  // namespace newsloupe
