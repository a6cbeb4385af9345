// Who takes part in an event: its subject, its object and what a preposition ties to it, and no name from further away.
#pragma once

#include "core/resolve/event_triggers.h"
#include "core/resolve/resolve.h"
#include "core/resolve/speaker_phrase.h"

namespace newsloupe {

class EventParticipants {
 public:
  EventParticipants(const TokenReader& tokens, const TokenMap& map, const Coreference& coreference,
                    const SpeakerFinder& speakers)
      : tokens_(tokens), map_(map), coreference_(coreference), speakers_(speakers) {}

  // Fills who, whom and where of the event whose label is set, each in document order.
  void find(const EventTrigger& trigger, TokenSpan sentence, Event& event) const;
  // Who is to do it: "called on Weaver to resign"; no mention where the trigger is no infinitive.
  [[nodiscard]] Id<Mention> told_to(const EventTrigger& trigger, TokenSpan sentence) const;

 private:
  // What a name would be where it stands: nothing, whom it is done to, with whom, or by whom.
  enum class Zone : std::uint8_t { kNone, kObject, kPartner, kAgent };
  struct Reading {
    Zone zone = Zone::kNone;
    std::uint32_t words = 0;  // since the zone began or the last name
    bool listing = false;     // right behind a name
  };

  void add_subject(std::uint32_t verb, TokenSpan sentence, std::vector<Id<Mention>>& out) const;
  void add_owner(TokenSpan noun, TokenSpan sentence, std::vector<Id<Mention>>& out) const;
  void add_following(std::uint32_t from, TokenSpan sentence, const EventTrigger& trigger, Event& event) const;
  void read_word(std::uint32_t t, bool opens, Reading& reading) const;
  [[nodiscard]] bool belongs_to_next(TokenSpan name) const;
  [[nodiscard]] bool is_where(Id<Mention> id, std::uint32_t from, const Event& event) const;
  [[nodiscard]] bool is_place(Id<Mention> id) const {
    return id.valid() && coreference_.mentions[id].type == EntityType::kPlace;
  }

  const TokenReader& tokens_;
  const TokenMap& map_;
  const Coreference& coreference_;
  const SpeakerFinder& speakers_;
};

}  // namespace newsloupe
