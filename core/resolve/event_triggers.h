// The words that say an event, and how they stand in their sentence.
#pragma once

#include <optional>
#include <vector>

#include "core/annotate/token_reader.h"
#include "core/resolve/token_map.h"

namespace newsloupe {

enum class EventForm : std::uint8_t { kNone, kBase, kPresent, kPast, kIng, kNoun };

struct EventTrigger {
  TokenSpan tokens;
  TokenSpan noun;  // of "the summit will be held": the summit
  const LexiconEntry* entry = nullptr;
  EventForm form = EventForm::kNone;
  bool passive = false;

  [[nodiscard]] std::string_view label() const { return entry->columns[0]; }
};

[[nodiscard]] bool is_form_of_be(const TokenReader& tokens, std::uint32_t token);

class EventTriggers {
 public:
  EventTriggers(const TokenReader& tokens, const TokenMap& map, const Coreference& coreference)
      : tokens_(tokens), map_(map), coreference_(coreference) {}

  // In document order; they live until the next call.
  const std::vector<EventTrigger>& read(TokenSpan sentence);

 private:
  [[nodiscard]] std::optional<EventTrigger> trigger_at(std::uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] bool has_other_sense(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const;
  [[nodiscard]] bool is_modifier(std::uint32_t next, TokenSpan sentence) const;
  struct Place;
  [[nodiscard]] Place place_of(std::uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] EventForm past_form(const LexiconEntry& entry, const Place& place) const;
  [[nodiscard]] EventForm ing_form(const LexiconEntry& entry, const Place& place, std::uint32_t next) const;
  [[nodiscard]] EventForm present_form(const LexiconEntry& entry, const Place& place) const;
  [[nodiscard]] EventForm form_of(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const;
  [[nodiscard]] bool is_passive(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] bool carried_by(const EventTrigger& noun, const EventTrigger& verb) const;
  [[nodiscard]] bool takes_place(const EventTrigger& verb, TokenSpan sentence) const;
  void add(EventTrigger trigger, TokenSpan sentence);

  const TokenReader& tokens_;
  const TokenMap& map_;
  const Coreference& coreference_;
  std::vector<EventTrigger> triggers_;  // of the sentence at hand
};

}  // namespace newsloupe
