// Whom the words beside a cue mean: an entity of the article, a group, or somebody without a name.
#pragma once

#include <span>
#include <vector>

#include "core/resolve/speech_frames.h"

namespace newsloupe {

// Borrows all it is given. Made once for an article, after its frames are read.
class SpeakerIdentity {
 public:
  SpeakerIdentity(const TokenReader& tokens, const TokenMap& map, const Coreference& coreference,
                  const SpeakerFinder& speakers, const std::vector<SpeechFrame>& frames);

  // The speaker as an attribution, without rule; kind kNone where the phrase is empty.
  [[nodiscard]] Attribution attribution_of(const SpeakerPhrase& phrase, TokenSpan cue) const;
  // The frames whose cue lies in the tokens.
  [[nodiscard]] std::span<const SpeechFrame> frames_in(TokenSpan tokens) const;
  // The nearest body paragraph in front; null for the first.
  [[nodiscard]] const Paragraph* paragraph_before(const Paragraph& paragraph) const;

 private:
  [[nodiscard]] Id<Entity> entity_of(const SpeakerPhrase& phrase) const;
  [[nodiscard]] Id<Entity> entity_of_pronoun(std::uint32_t token, Id<Entity> resolved) const;
  [[nodiscard]] Id<Entity> entity_of_role(TokenSpan phrase) const;
  [[nodiscard]] std::uint32_t head_of(TokenSpan words) const;
  [[nodiscard]] bool follows_unnamed(std::uint32_t token) const;
  [[nodiscard]] bool names_person_between(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Id<Entity> last_speaker(std::uint32_t token, bool person) const;
  [[nodiscard]] Id<Entity> last_person(std::uint32_t token) const;
  [[nodiscard]] bool may_mean(std::uint32_t pronoun, Id<Entity> person) const;
  [[nodiscard]] SpeakerKind kind_of(const SpeakerPhrase& phrase, Id<Entity> entity) const;

  const SegmentedDocument& doc_;
  const TokenReader& tokens_;
  const TokenMap& map_;
  const Coreference& coreference_;
  const SpeakerFinder& speakers_;
  const std::vector<SpeechFrame>& frames_;
  std::vector<Id<Entity>> frame_entities_;  // who speaks, by frame
};

}  // namespace newsloupe
