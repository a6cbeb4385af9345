// What one word does in or beside the noun phrase of a speaker: whether it belongs to the phrase, joins two or ends it.
#pragma once

#include "core/annotate/token_reader.h"

namespace newsloupe {

// Nouns of those who speak: sources, persons, offices, bodies and groups.
inline constexpr WordClasses kSpeakerNouns = WordClass::kAnonymousSource | WordClass::kPersonNoun | WordClass::kOffice |
                                             WordClass::kOrganizationHead | WordClass::kGroupNoun;

// "also", "later", "angrily": may stand between a subject and its verb.
[[nodiscard]] bool is_adverb(const TokenReader& tokens, std::uint32_t t);
[[nodiscard]] bool is_subject_pronoun(const TokenReader& tokens, std::uint32_t t);
// "63 percent", "Six in 10": those of a poll who said so; `head` is the last word but one of the second.
[[nodiscard]] bool is_share(const TokenReader& tokens, std::uint32_t head);
// The second half of "a voice-over".
[[nodiscard]] bool is_compound(const TokenReader& tokens, std::uint32_t t);
// "of", "in", "near": ties a noun phrase to the one before it.
[[nodiscard]] bool joins_noun_phrases(const TokenReader& tokens, std::uint32_t t);
// The "and" of "the Norwegian and Swedish ministries".
[[nodiscard]] bool joins_peoples(const TokenReader& tokens, std::uint32_t t);
// "seen by", "confirmed in": what was done to the noun is no part of its phrase.
[[nodiscard]] bool opens_participle(const TokenReader& tokens, std::uint32_t t);
// A word that no noun phrase goes over: a conjunction, an auxiliary, a verb of speech, a weekday.
[[nodiscard]] bool breaks_phrase(const TokenReader& tokens, std::uint32_t t);
// "One of the best pieces": what is one of many has no mouth. `first` is "one", "some", "many", ...
[[nodiscard]] bool is_one_of_things(const TokenReader& tokens, std::uint32_t first);

}  // namespace newsloupe
