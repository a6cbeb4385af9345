// Every place of the set where something is said that another article may render, too: quotes by sentence, reported
// clauses, and sentences that may print quoted words without saying so. In a transcript every sentence is speech: it
// belongs to the speaker of the last labelled line ("THE PRIME MINISTER:").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_entities.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// First and last day on which it may have been said, inclusive.
struct Occasion {
  CivilDate first, last;
};

struct Utterance {
  std::uint32_t article = 0, story = 0;
  TextSpan span;  // of one sentence at most
  WordSpan words;
  Id<Quote> quote;  // invalid for unattributed words
  QuoteForm form = QuoteForm::kDirect;
  bool spoken = false;      // the very words, as the article says: between quotation marks or in a transcript
  bool primary = false;     // in a transcript or a release, which others quote from
  bool translated = false;  // the text beside them says that another language was spoken
  std::optional<std::uint32_t> speaker;  // index into LinkedEntities::entities
  bool speaker_sure = false;             // named there, not by a pronoun
  std::string_view speaker_name;         // of that entity
  std::string speaker_words;             // as the text names the speaker, where it does
  std::optional<Occasion> occasion;      // stated beside the words
  std::optional<CivilDate> published;
};

// In canonical order: by article, then by place, the longer first.
[[nodiscard]] std::vector<Utterance> find_utterances(const Comparison& comparison, const SetWords& words,
                                                     const LinkedEntities& entities);

// False where both are known and lie too far apart to be one occasion; an article without a stated occasion speaks of
// the days before its publication.
[[nodiscard]] bool may_be_one_occasion(const Utterance& a, const Utterance& b);

// False where both speakers are named and different. A pronoun may have been read wrongly and speaks against nothing,
// nor does a family name against the same name with another form of the given name.
[[nodiscard]] bool may_be_one_speaker(const Utterance& a, const Utterance& b);

// One speaker is named, the other described with another name ("the survey", "Iran's seismologic centre"): for reported
// speech, whose words are the writers' own, two sources are two utterances.
[[nodiscard]] bool name_other_sources(const Utterance& a, const Utterance& b);

// Both speakers are known and the same.
[[nodiscard]] bool is_one_speaker(const Utterance& a, const Utterance& b);

}  // namespace newsloupe
