#include "core/resolve/event_participants.h"

#include <algorithm>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::size_t kMostPatients = 4;
constexpr std::uint32_t kMostWords = 3;  // "met the Velda foreign minister, Joan Weaver"
constexpr std::uint32_t kLightVerb = 4;  // tokens before a noun in which its verb stands: "held new trade talks"

// Verbs whose subject does what the noun behind them says.
constexpr std::string_view kLightVerbs[] = {
    "held",   "hold", "holds",   "holding", "paid",      "pay",      "made",      "make",    "makes",   "making",
    "signed", "sign", "reached", "reach",   "ordered",   "launched", "launch",    "began",   "begin",   "opened",
    "gave",   "give", "had",     "have",    "conducted", "staged",   "announced", "carried", "started", "won",
    "hosted", "host", "called",  "imposed", "impose",    "agreed",   "struck",    "sealed",  "issued",  "took"};

}  // namespace

Id<Mention> EventParticipants::told_to(const EventTrigger& trigger, TokenSpan sentence) const {
  const std::uint32_t to = trigger.tokens.begin - 1;
  if (trigger.form != EventForm::kBase || to <= sentence.begin || !tokens_.says(to, "to")) return {};
  const Id<Mention> id = map_.mention(to - 1);
  if (!id.valid()) return {};
  const std::uint32_t name = map_.tokens(id).begin;
  const bool agent = tokens_.says(name - 1, "by") || tokens_.says(name - 2, "by");  // "by the Orla council"
  const EntityType type = coreference_.mentions[id].type;
  return agent || type == EntityType::kPlace || type == EntityType::kEvent ? Id<Mention>() : id;
}

void EventParticipants::add_subject(std::uint32_t verb, TokenSpan sentence, std::vector<Id<Mention>>& out) const {
  const SpeakerPhrase subject = speakers_.subject_of(verb, sentence.begin);
  if (!subject.found()) return;
  for (std::uint32_t t = subject.speaker.begin; t < subject.speaker.end;) {
    const Id<Mention> mention = map_.mention(t);
    if (mention.valid() && (subject.mention.valid() || subject.joint)) out.push_back(mention);
    t = mention.valid() ? std::max(map_.tokens(mention).end, t + 1) : t + 1;
  }
}

// "Weaver's visit", "the India-Japan summit", "Velda air strikes"; else the subject of the verb that carries the noun.
void EventParticipants::add_owner(TokenSpan noun, TokenSpan sentence, std::vector<Id<Mention>>& out) const {
  std::uint32_t words = 0;
  // "launched the Velda Dialogue": the event's own name does not take part in it.
  const Id<Mention> own = map_.mention(noun.begin);
  if (own.valid()) noun.begin = map_.tokens(own).begin;
  for (std::uint32_t t = noun.begin; t > sentence.begin && words <= 2;) {
    const Id<Mention> id = map_.mention(t - 1);
    if (id.valid()) {
      out.push_back(id);
      t = map_.tokens(id).begin;
      const bool joined = t > sentence.begin && tokens_.says_any(t - 1, {"-", "and", "\u2013", "&"});
      if (!joined || !map_.mention(t - 2).valid()) break;
      --t;
      continue;
    }
    if (tokens_.is_possessive(t - 1)) {
      --t;
      words = 0;
      continue;
    }
    const bool plain = tokens_.has_shape(t - 1, TokenShape::kLower) || tokens_.says(t - 1, "-") ||
                       tokens_.has_shape(t - 1, TokenShape::kNumber);
    if (!plain || tokens_.is(t - 1, WordClass::kPreposition | WordClass::kDeterminer | WordClass::kAuxiliary |
                                        WordClass::kPastForm | WordClass::kReportingVerb | WordClass::kConjunction))
      break;
    // "found a wedding announcement": a verb may stand here.
    if (tokens_.ends_in(t - 1, "ed") || is_one_of(kLightVerbs, tokens_.text(t - 1))) break;
    ++words;
    --t;
  }
  std::reverse(out.begin(), out.end());
  for (std::uint32_t back = 1; out.empty() && back <= kLightVerb && noun.begin >= sentence.begin + back; ++back) {
    if (is_one_of(kLightVerbs, tokens_.text(noun.begin - back))) add_subject(noun.begin - back, sentence, out);
  }
}

// "the Orla girl", "Weaver's room", "after Weaver left": a name that stands before another word of its phrase, or
// before a verb of its own.
bool EventParticipants::belongs_to_next(TokenSpan name) const {
  const std::uint32_t next = name.end;
  if (tokens_.is_possessive(next)) return true;
  return tokens_.has_shape(next, TokenShape::kLower) && !tokens_.ends_in(next, "ly") &&
         !tokens_.is(next, WordClass::kPreposition | WordClass::kConjunction | WordClass::kAuxiliary |
                               WordClass::kDeterminer | WordClass::kPronoun | WordClass::kTimeUnit) &&
         !tokens_.says_any(
             next, {"and",    "or",    "to",        "as",      "that",    "who",   "which", "when", "while", "after",
                    "before", "but",   "where",     "whose",   "because", "if",    "than",  "so",   "last",  "next",
                    "this",   "today", "yesterday", "earlier", "later",   "again", "also",  "there"});
}

// Places behind "in", "at", "to", behind another one and a comma, and what is visited.
bool EventParticipants::is_where(Id<Mention> id, std::uint32_t from, const Event& event) const {
  if (!is_place(id)) return false;
  std::uint32_t before = map_.tokens(id).begin - 1;
  while (before > from && tokens_.is(before, WordClass::kDeterminer)) --before;
  if (tokens_.says_any(before, {"in", "at", "to", "near", "from", "outside", "for"})) return true;
  static constexpr std::string_view kGoing[] = {"visit", "trip", "arrival", "departure", "invasion"};
  return tokens_.is_comma(before) || (before + 1 == from && is_one_of(kGoing, event.label));
}

// What a word without a name makes of the names behind it. `opens`: it is the first one behind a noun.
void EventParticipants::read_word(std::uint32_t t, bool opens, Reading& reading) const {
  const bool joint = tokens_.is_comma(t) || tokens_.says_any(t, {"and", "&", "or"});
  if (joint) {
    // "met their counterparts, Weaver and Okoro"
    const bool apposition = tokens_.is_comma(t) && map_.mention(t + 1).valid() &&
                            tokens_.is(t - 1, WordClass::kOffice | WordClass::kPersonNoun);
    if (!reading.listing && !apposition) reading.zone = Zone::kNone;
    reading.words = 0;
    return;
  }
  if (tokens_.says_any(t, {"with", "against", "between", "among"}) || (opens && tokens_.says(t, "of"))) {
    reading = {opens && tokens_.says(t, "of") ? Zone::kObject : Zone::kPartner, 0, false};
  } else if (tokens_.says(t, "by")) {
    reading = {Zone::kAgent, 0, false};
  } else if (tokens_.is(t, WordClass::kPreposition | WordClass::kAuxiliary) || tokens_.is_punctuation(t)) {
    reading = {};
  } else if (!tokens_.is(t, WordClass::kDeterminer) && ++reading.words > kMostWords) {
    reading = {};
  }
}

// Names behind a trigger that its grammar ties to it.
void EventParticipants::add_following(std::uint32_t from, TokenSpan sentence, const EventTrigger& trigger,
                                      Event& event) const {
  const bool noun = trigger.form == EventForm::kNoun || !trigger.noun.empty();
  Reading reading;
  if (!noun && !trigger.passive) reading.zone = Zone::kObject;
  for (std::uint32_t t = from; t < sentence.end;) {
    if (tokens_.says(t, ";") ||
        tokens_.says_any(t, {"that", "while", "but", "when", "which", "who", "because", "said"}))
      break;
    // "launched to help Velda": what comes then is told of another verb.
    const bool infinitive = tokens_.says(t, "to") && tokens_.has_shape(t + 1, TokenShape::kLower) &&
                            !tokens_.is(t + 1, WordClass::kDeterminer);
    if (t > from && (infinitive || tokens_.says(t, "as"))) break;
    if (noun && tokens_.is_comma(t) && !is_place(map_.mention(t + 1)) && !reading.listing) break;
    const Id<Mention> id = map_.mention(t);
    if (!id.valid()) {
      read_word(t, noun && t == from, reading);
      ++t;
      continue;
    }
    const bool people = coreference_.mentions[id].type == EntityType::kGroup;
    if (is_where(id, from, event)) {
      event.where.push_back(id);
      reading = {};
    } else if (belongs_to_next(map_.tokens(id))) {
      if (!people) reading.zone = Zone::kNone;  // "the Velda foreign minister" may be named next
    } else if (reading.zone == Zone::kAgent) {
      event.who.push_back(id);
      reading.listing = true;
    } else if (reading.zone != Zone::kNone && event.whom.size() < kMostPatients) {
      event.whom.push_back(id);
      reading.listing = true;
    }
    reading.words = 0;
    t = std::max(map_.tokens(id).end, t + 1);
  }
}

void EventParticipants::find(const EventTrigger& trigger, TokenSpan sentence, Event& event) const {
  if (trigger.form == EventForm::kNoun || !trigger.noun.empty()) {
    const TokenSpan noun = trigger.noun.empty() ? trigger.tokens : trigger.noun;
    add_owner(noun, sentence, event.who);
    add_following(noun.end, sentence, trigger, event);
    return;
  }
  std::vector<Id<Mention>> subject;
  add_subject(trigger.tokens.begin, sentence, subject);
  if (const Id<Mention> told = told_to(trigger, sentence); told.valid() && subject.empty()) subject.push_back(told);
  (trigger.passive ? event.whom : event.who) = std::move(subject);
  add_following(trigger.tokens.end, sentence, trigger, event);
}

}  // namespace newsloupe
