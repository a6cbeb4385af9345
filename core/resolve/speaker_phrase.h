// The words that name a speaker, found beside a reporting cue without a parse: a noun phrase to its left ("the foreign
// secretary said") or to its right ("said Joan Weaver, the mayor").
#pragma once

#include "core/annotate/token_reader.h"
#include "core/resolve/resolve.h"
#include "core/resolve/token_map.h"

namespace newsloupe {

struct SpeakerPhrase {
  TokenSpan phrase;     // all of it, with title and determiner: what must stand beside a comma or a quotation mark
  TokenSpan speaker;    // the name, the pronoun or the noun phrase; empty where nothing was found
  Id<Mention> mention;  // where the speaker is one
  bool joint = false;   // two or more are named together ("Weaver and Okoro")

  [[nodiscard]] bool found() const { return !speaker.empty(); }
};

class SpeakerFinder {
 public:
  SpeakerFinder(const TokenReader& tokens, const TokenMap& map, const Coreference& coreference)
      : tokens_(tokens), map_(map), coreference_(coreference) {}

  // The phrase that ends with token `last`, not reaching before `begin`.
  [[nodiscard]] SpeakerPhrase ending_at(std::uint32_t last, std::uint32_t begin) const;
  // The phrase that begins with token `first`, not reaching `end`.
  [[nodiscard]] SpeakerPhrase beginning_at(std::uint32_t first, std::uint32_t end) const;
  // The subject of a verb at `verb`: over auxiliaries, adverbs, relatives and what stands between commas or brackets.
  [[nodiscard]] SpeakerPhrase subject_of(std::uint32_t verb, std::uint32_t begin) const;
  // The first name, pronoun or noun phrase that can be the subject of the words in `range`.
  [[nodiscard]] SpeakerPhrase first_in(TokenSpan range) const;

  // A person, an organisation, a place that stands for its government, or a pronoun of the third person.
  [[nodiscard]] bool can_speak(const SpeakerPhrase& phrase) const;
  [[nodiscard]] bool is_person(const SpeakerPhrase& phrase) const;
  [[nodiscard]] bool is_place(const SpeakerPhrase& phrase) const;

 private:
  [[nodiscard]] bool speaks(Id<Mention> mention) const;
  [[nodiscard]] bool belongs_left(std::uint32_t token, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t last, std::uint32_t begin) const;
  [[nodiscard]] SpeakerPhrase head_of(TokenSpan phrase) const;
  [[nodiscard]] TokenSpan behind_gerund(TokenSpan range) const;
  [[nodiscard]] bool is_carrier(const SpeakerPhrase& phrase) const;
  [[nodiscard]] std::uint32_t behind_by(std::uint32_t last, std::uint32_t begin) const;
  [[nodiscard]] bool is_noun_phrase(TokenSpan phrase) const;
  [[nodiscard]] std::uint32_t before_time(std::uint32_t end, std::uint32_t begin) const;
  [[nodiscard]] SpeakerPhrase before_commas(std::uint32_t comma, std::uint32_t begin) const;
  [[nodiscard]] TokenSpan named_before(std::uint32_t end, std::uint32_t begin, Id<Mention> like) const;
  [[nodiscard]] TokenSpan joined_before(const SpeakerPhrase& last, std::uint32_t begin) const;
  [[nodiscard]] TokenSpan joined_after(const SpeakerPhrase& first, std::uint32_t end) const;
  [[nodiscard]] TokenSpan noun_before(const SpeakerPhrase& last, std::uint32_t begin) const;
  [[nodiscard]] bool names_speaker(const SpeakerPhrase& phrase) const;
  static SpeakerPhrase joint(TokenSpan first, TokenSpan last);

  const TokenReader& tokens_;
  const TokenMap& map_;
  const Coreference& coreference_;
};

}  // namespace newsloupe
