#include "core/resolve/event_triggers.h"

#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

bool has_form(const LexiconEntry& entry, std::string_view form) {
  return entry.columns.size() > 1 && entry.columns[1].find(form) != std::string::npos;
}

bool is_modal(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(t, {"will",   "would",   "shall", "should", "can",    "could", "may",      "might",
                             "must",   "to",      "'ll",   "won't",  "cannot", "can't", "wouldn't", "couldn't",
                             "didn't", "doesn't", "don't", "did",    "does",   "do",    "not"});
}

// What may stand between an auxiliary and its verb.
bool is_adverb(const TokenReader& tokens, std::uint32_t t) {
  return tokens.ends_in(t, "ly") ||
         tokens.says_any(t, {"also", "first", "then", "now", "soon", "still", "never", "again", "later", "even", "ever",
                             "just", "already", "always", "often"});
}

}  // namespace

bool is_form_of_be(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(t, {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't",
                             "weren't", "got", "get", "gets"});
}

// The surroundings that tell a noun from a verb.
struct EventTriggers::Place {
  std::uint32_t token = 0;
  std::uint32_t before = 0;  // the word before it and before its adverbs
  bool first = false;        // of its sentence
  bool after_determiner = false, after_modal = false;
};

EventTriggers::Place EventTriggers::place_of(std::uint32_t t, TokenSpan sentence) const {
  Place place{t, t - 1, t == sentence.begin, false, false};
  while (place.before > sentence.begin && is_adverb(tokens_, place.before)) --place.before;
  place.after_determiner =
      !place.first && (tokens_.is_possessive(t - 1) || tokens_.is(t - 1, WordClass::kDeterminer) ||
                       tokens_.says_any(t - 1, {"his", "her", "its", "their", "our", "this", "a", "an", "the", "of"}));
  const bool is_not =
      tokens_.says(place.before, "not") && is_form_of_be(tokens_, place.before - 1);  // "were not close"
  place.after_modal = !place.first && is_modal(tokens_, place.before) && !is_not;
  return place;
}

EventForm EventTriggers::past_form(const LexiconEntry& entry, const Place& place) const {
  const std::uint32_t t = place.token;
  const bool owned = !place.first && tokens_.is_possessive(t - 1) && !tokens_.is(t - 2, WordClass::kPronoun);
  const bool quality =
      owned || (!place.first && tokens_.space_before(t - 1) &&
                tokens_.says_any(t - 1, {"the", "a", "an", "his", "her", "its", "their", "our", "my"}));
  if (!has_form(entry, "base")) return quality ? EventForm::kNone : EventForm::kPast;  // "a planned visit"
  // "cut", "quit": past behind who does it or what it is done to.
  if (place.after_modal) return EventForm::kBase;
  const bool verb = !place.first && !place.after_determiner &&
                    (map_.mention(t - 1).valid() || is_form_of_be(tokens_, place.before) ||
                     tokens_.says_any(place.before, {"he", "she", "it", "they", "we", "who", "had", "has", "have"}));
  return verb ? EventForm::kPast : has_form(entry, "noun") ? EventForm::kNoun : EventForm::kNone;
}

EventForm EventTriggers::ing_form(const LexiconEntry& entry, const Place& place, std::uint32_t next) const {
  if (has_form(entry, "noun") && !place.after_determiner) {
    const bool governs = map_.mention(next).valid() || tokens_.is(next, WordClass::kDeterminer | WordClass::kPronoun);
    return is_form_of_be(tokens_, place.before) || governs ? EventForm::kIng : EventForm::kNoun;
  }
  if (!place.after_determiner) return EventForm::kIng;
  return entry.columns[0] == "construction" ? EventForm::kNone : EventForm::kNoun;  // "the building"
}

EventForm EventTriggers::present_form(const LexiconEntry& entry, const Place& place) const {
  const std::uint32_t t = place.token;
  const bool subject = !place.first && (map_.mention(t - 1).valid() ||
                                        tokens_.says_any(t - 1, {"he", "she", "it", "who", "which", "that"}));
  if (subject && !place.after_determiner) return EventForm::kPresent;
  const bool governed = !place.first && tokens_.is(t - 1, WordClass::kPreposition);  // "offset by cuts"
  if (has_form(entry, "noun") || governed) return EventForm::kNoun;
  return place.after_determiner || place.first ? EventForm::kNone : EventForm::kPresent;
}

// Whether the word stands here as a verb, and in which form; kNone where it is another word.
EventForm EventTriggers::form_of(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const {
  const Place place = place_of(span.begin, sentence);
  if (has_form(entry, "past")) return past_form(entry, place);
  if (has_form(entry, "ing")) return ing_form(entry, place, span.end);
  if (has_form(entry, "present") && !has_form(entry, "base")) return present_form(entry, place);
  const EventForm otherwise = has_form(entry, "noun") ? EventForm::kNoun : EventForm::kNone;
  if (!has_form(entry, "base")) return otherwise;
  if (place.after_modal) return EventForm::kBase;
  const bool verb = otherwise == EventForm::kNone && !place.after_determiner && !place.first &&
                    tokens_.says_any(place.before, {"they", "we", "i", "you", "who"});
  return verb ? EventForm::kBase : otherwise;
}

// "met the standards", "a press release": the words around say that something else is meant.
bool EventTriggers::has_other_sense(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const {
  constexpr std::uint32_t kBehind = 4, kBefore = 2;
  if (entry.columns.size() < 3) return false;
  const auto says = [&](std::uint32_t t, std::string_view word) {
    const bool lower = tokens_.has_shape(t, TokenShape::kLower) || tokens_.has_shape(t, TokenShape::kCapitalized);
    return lower && lower_ascii(tokens_.text(t)) == word;
  };
  std::string_view rest = entry.columns[2];
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool before = word.starts_with('<');
    if (before) word.remove_prefix(1);
    for (std::uint32_t i = 1; i <= (before ? kBefore : kBehind); ++i) {
      const std::uint32_t t = before ? span.begin - i : span.end + i - 1;
      if (t < sentence.begin || t >= sentence.end || tokens_.is_punctuation(t)) break;
      if (says(t, word)) return true;
    }
  }
  return false;
}

std::optional<EventTrigger> EventTriggers::trigger_at(std::uint32_t token, TokenSpan sentence) const {
  const PhraseMatch match = tokens_.match(WordClass::kEventTrigger, token, sentence.end);
  if (match.length == 0 || match.entry->columns.empty()) return std::nullopt;
  // "one of three FIRE plans": letters that stand for something.
  const bool beside = tokens_.has_shape(token + 1, TokenShape::kLower) ||
                      (token > sentence.begin && tokens_.has_shape(token - 1, TokenShape::kLower));
  if (beside && tokens_.has_shape(token, TokenShape::kAllCaps)) return std::nullopt;
  if (has_other_sense(*match.entry, {token, token + match.length}, sentence)) return std::nullopt;
  // "cord-cutting", "cost-cutting": a part of another word. "signed up": another verb.
  const bool compound = token > sentence.begin + 1 && tokens_.says(token - 1, "-") && !tokens_.is_dash(token - 1);
  const bool set_on = match.entry->columns[0] == "fire" && tokens_.says(token - 1, "set");  // "set fire to it"
  const bool passed =
      match.entry->columns[0] == "approval" && tokens_.says_any(token + match.length, {"out", "through", "by"});
  const bool other = set_on || passed ||
                     (match.entry->columns[0] == "signing" && tokens_.says_any(token + match.length, {"up", "off"})) ||
                     (match.entry->columns[0] == "opening" && tokens_.ends_in(token, "ing") &&
                      tokens_.is(token + match.length, WordClass::kReportingNoun | WordClass::kEventTrigger));
  if (compound || other) return std::nullopt;
  EventTrigger trigger;
  trigger.entry = match.entry;
  trigger.tokens = {token, token + match.length};
  // A word inside a name is a part of the name: "Summit Avenue", "Labour Party Conference".
  const Id<Mention> name = map_.mention(token);
  if (name.valid() && coreference_.mentions[name].form == MentionForm::kName &&
      coreference_.mentions[name].type != EntityType::kEvent) {
    return std::nullopt;
  }
  // "Cuyahoga Falls", where no name was found.
  const bool titled = !name.valid() && token > sentence.begin && tokens_.has_shape(token, TokenShape::kCapitalized) &&
                      tokens_.is_capitalized(token - 1) && !tokens_.is(token - 1, WordClass::kDeterminer);
  if (titled) return std::nullopt;
  trigger.form = name.valid() && has_form(*match.entry, "noun") ? EventForm::kNoun
                                                                : form_of(*match.entry, trigger.tokens, sentence);
  if (trigger.form == EventForm::kNone) return std::nullopt;
  // "hearing the heartbeat"
  if (match.entry->columns[0] == "hearing" && trigger.form == EventForm::kIng) return std::nullopt;
  if (trigger.form == EventForm::kNoun && is_modifier(token + match.length, sentence)) return std::nullopt;
  trigger.passive = is_passive(trigger, sentence);
  const std::string_view label = match.entry->columns[0];
  // "a warning shot", "their best shot"
  const bool thing = tokens_.text(token) == "shot" && token > sentence.begin + 1 &&
                     !tokens_.is(token - 1, WordClass::kPersonNoun) &&
                     tokens_.is(token - 2, WordClass::kDeterminer | WordClass::kPronoun);
  if (thing && !trigger.passive && !map_.mention(token - 1).valid()) return std::nullopt;
  const bool verb_only = (label == "plan" || label == "birth") && trigger.form == EventForm::kPast;
  const bool reduced = label == "plan" && tokens_.says_any(token + match.length, {"for", "to", "on", "in", "by"});
  if (verb_only && !trigger.passive && !reduced) return std::nullopt;  // "planned talks", "babies born abroad"
  return trigger;
}

// "fire department", "Rescue Chief", "flood victims": the noun only says which.
bool EventTriggers::is_modifier(std::uint32_t next, TokenSpan sentence) const {
  static constexpr std::string_view kHeads[] = {
      "ads",      "age",       "alarm",      "alarms",     "bill",    "board",   "brigade",  "campaign", "campaigns",
      "chief",    "chiefs",    "commission", "court",      "courts",  "crew",    "crews",    "crimes",   "date",
      "dates",    "day",       "days",       "department", "engine",  "engines", "fighters", "hall",     "hydrant",
      "law",      "laws",      "level",      "levels",     "marshal", "night",   "office",   "officer",  "officers",
      "official", "officials", "party",      "plan",       "plans",   "policy",  "price",    "prices",   "rate",
      "rates",    "rating",    "ratings",    "rights",     "room",    "rules",   "safety",   "season",   "service",
      "services", "site",      "staff",      "stage",      "station", "team",    "teams",    "truck",    "trucks",
      "veteran",  "veterans",  "victims",    "zone",       "zones",   "bank",    "banks",    "firm",     "firms"};
  if (next >= sentence.end) return false;
  const bool written = tokens_.has_shape(next, TokenShape::kLower) || tokens_.has_shape(next, TokenShape::kCapitalized);
  return written && is_one_of(kHeads, lower_ascii(tokens_.text(next)));
}

bool EventTriggers::is_passive(const EventTrigger& trigger, TokenSpan sentence) const {
  if (trigger.form != EventForm::kPast) return false;
  for (std::uint32_t back = 1; back <= 3 && trigger.tokens.begin >= sentence.begin + back; ++back) {
    const std::uint32_t t = trigger.tokens.begin - back;
    if (is_form_of_be(tokens_, t)) return true;
    if (!tokens_.ends_in(t, "ly") && !tokens_.says_any(t, {"not", "also", "been", "already", "later"})) return false;
  }
  return false;
}

// "held talks", "paid a visit": the noun says the event, the verb before it only carries it.
bool EventTriggers::carried_by(const EventTrigger& noun, const EventTrigger& verb) const {
  if (noun.form != EventForm::kNoun || verb.form == EventForm::kNoun || noun.label() != verb.label() ||
      noun.tokens.begin < verb.tokens.end || noun.tokens.begin - verb.tokens.end > 4) {
    return false;
  }
  for (std::uint32_t t = verb.tokens.end; t < noun.tokens.begin; ++t) {
    if (tokens_.says_any(t, {"and", "that", "or"})) return false;
  }
  return true;
}

// "the summit will be held", "the meeting that took place": the verb only says that and when it is.
bool EventTriggers::takes_place(const EventTrigger& verb, TokenSpan sentence) const {
  constexpr std::uint32_t kReach = 14;
  if (verb.label() != "event" || triggers_.empty() || triggers_.back().form != EventForm::kNoun ||
      !has_form(*triggers_.back().entry, "noun")) {
    return false;
  }
  const TokenSpan noun = triggers_.back().tokens;
  if (verb.tokens.begin - noun.end > kReach) return false;
  for (std::uint32_t t = noun.end; t < verb.tokens.begin; ++t) {
    if (t + 3 < verb.tokens.begin && tokens_.is(t, WordClass::kAuxiliary)) return false;
    if (tokens_.is(t, WordClass::kReportingVerb) || tokens_.says_any(t, {";", "\"", "\u201C", "\u201D"})) return false;
  }
  return sentence.contains(noun.begin);
}

void EventTriggers::add(EventTrigger trigger, TokenSpan sentence) {
  const bool held = trigger.label() == "event" && trigger.tokens.size() == 1;  // "held", "hold"
  if (takes_place(trigger, sentence) && (trigger.passive || !held)) {
    trigger.noun = triggers_.back().tokens;
    trigger.entry = triggers_.back().entry;
    triggers_.pop_back();
  } else if (held) {
    return;
  }
  if (!triggers_.empty() && carried_by(trigger, triggers_.back())) triggers_.pop_back();
  triggers_.push_back(trigger);
}

const std::vector<EventTrigger>& EventTriggers::read(TokenSpan sentence) {
  triggers_.clear();
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const std::optional<EventTrigger> trigger = trigger_at(t, sentence);
    if (!trigger) continue;
    add(*trigger, sentence);
    t = trigger->tokens.end - 1;
  }
  return triggers_;
}

}  // namespace newsloupe
