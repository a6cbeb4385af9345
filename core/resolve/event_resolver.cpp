// Events: a trigger word, who stands beside it, where and when its sentence puts it, and whether it has come about.
#include <algorithm>
#include <array>
#include <optional>

#include "core/resolve/resolve.h"
#include "core/resolve/speaker_phrase.h"

namespace newsloupe {
namespace {

constexpr RuleId kVerbRule{"event.verb"};
constexpr RuleId kPassiveRule{"event.passive"};
constexpr RuleId kNounRule{"event.noun"};
constexpr std::uint32_t kVerbGroup = 6;   // tokens before a verb that can tell its tense
constexpr std::uint32_t kNounWindow = 8;  // tokens around a noun that can tell when it is
constexpr std::size_t kMostPatients = 4;
constexpr std::uint32_t kLongestSentence = 200;  // tokens; a longer one is read in pieces, so that time stays linear

enum class Form : std::uint8_t { kNone, kBase, kPresent, kPast, kIng, kNoun };

class EventReader {
 public:
  EventReader(const TokenReader& tokens, const Coreference& coreference, const Layer<Timex>& times)
      : doc_(tokens.doc()),
        coreference_(coreference),
        times_(times),
        tokens_(tokens),
        map_(doc_, Layer<Quote>(), coreference),
        speakers_(tokens_, map_, coreference) {}

  Layer<Event> run() {
    for (const Sentence& sentence : doc_.sentences) {
      if (!is_body(doc_.paragraphs[sentence.paragraph].paragraph_class)) continue;
      for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += kLongestSentence) {
        read({begin, std::min(begin + kLongestSentence, sentence.tokens.end)});
      }
    }
    return Layer<Event>(std::move(events_));
  }

 private:
  struct Trigger {
    TokenSpan tokens;
    const LexiconEntry* entry = nullptr;
    Form form = Form::kNone;
    bool passive = false;
  };

  void read(TokenSpan sentence);
  [[nodiscard]] std::optional<Trigger> trigger_at(std::uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] Form form_of(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const;
  [[nodiscard]] bool is_passive(const Trigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] bool carried_by(const Trigger& noun, const Trigger& verb) const;
  [[nodiscard]] EventStatus status_of(const Trigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] EventStatus status_of_verb(const Trigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] EventStatus status_of_noun(const Trigger& trigger, TokenSpan sentence) const;
  void find_participants(const Trigger& trigger, TokenSpan sentence, Event& event) const;
  void add_subject(std::uint32_t verb, TokenSpan sentence, std::vector<Id<Mention>>& out) const;
  [[nodiscard]] bool belongs_to_next(TokenSpan name) const;
  void add_following(std::uint32_t from, TokenSpan sentence, Event& event) const;
  [[nodiscard]] bool are_parted(std::uint32_t trigger, TokenSpan time) const;
  [[nodiscard]] Id<Timex> time_of(const Trigger& trigger, TokenSpan sentence) const;

  const SegmentedDocument& doc_;
  const Coreference& coreference_;
  const Layer<Timex>& times_;
  const TokenReader& tokens_;
  TokenMap map_;
  SpeakerFinder speakers_;
  std::vector<Trigger> triggers_;  // of the sentence at hand
  std::vector<Event> events_;
};

bool has_form(const LexiconEntry& entry, std::string_view form) {
  return entry.columns.size() > 1 && entry.columns[1].find(form) != std::string::npos;
}

bool is_modal(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(t, {"will",   "would",   "shall", "should", "can",    "could", "may",      "might",
                             "must",   "to",      "'ll",   "won't",  "cannot", "can't", "wouldn't", "couldn't",
                             "didn't", "doesn't", "don't", "did",    "does",   "do",    "not"});
}

bool is_be(const TokenReader& tokens, std::uint32_t t) {
  return tokens.says_any(t, {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't",
                             "weren't", "got", "get", "gets"});
}

// Whether the word stands here as a verb, and in which form; kNone where it is another word.
Form EventReader::form_of(const LexiconEntry& entry, TokenSpan span, TokenSpan sentence) const {
  const bool noun = has_form(entry, "noun");
  const std::uint32_t t = span.begin;
  std::uint32_t before = t - 1;
  while (before > sentence.begin && tokens_.ends_in(before, "ly")) --before;
  const bool first = t == sentence.begin;
  const bool after_determiner =
      !first && (tokens_.is_possessive(t - 1) || tokens_.is(t - 1, WordClass::kDeterminer) ||
                 tokens_.says_any(t - 1, {"his", "her", "its", "their", "our", "this", "a", "an", "the", "of"}));
  if (has_form(entry, "past"))
    return after_determiner && tokens_.is(span.end, WordClass::kCommonNoun) ? Form::kNone : Form::kPast;
  if (has_form(entry, "ing")) return after_determiner ? Form::kNoun : Form::kIng;
  if (has_form(entry, "base")) {
    if (!first && is_modal(tokens_, before)) return Form::kBase;
    if (!noun && !after_determiner && !first && tokens_.says_any(before, {"they", "we", "i", "you", "who"}))
      return Form::kBase;
    return noun ? Form::kNoun : Form::kNone;
  }
  if (has_form(entry, "present")) {
    const bool subject =
        !first && (map_.mention(t - 1).valid() || tokens_.says_any(t - 1, {"he", "she", "it", "who", "which", "that"}));
    if (subject && !after_determiner) return Form::kPresent;
    return noun ? Form::kNoun : after_determiner || first ? Form::kNone : Form::kPresent;
  }
  return noun ? Form::kNoun : Form::kNone;
}

std::optional<EventReader::Trigger> EventReader::trigger_at(std::uint32_t token, TokenSpan sentence) const {
  const PhraseMatch match = tokens_.match(WordClass::kEventTrigger, token, sentence.end);
  if (match.length == 0 || match.entry->columns.empty()) return std::nullopt;
  // "cord-cutting", "cost-cutting": a part of another word. "signed up": another verb.
  const bool compound = token > sentence.begin + 1 && tokens_.says(token - 1, "-") && !tokens_.is_dash(token - 1);
  const bool other = match.entry->columns[0] == "signing" && tokens_.says_any(token + match.length, {"up", "off"});
  if (compound || other) return std::nullopt;
  Trigger trigger;
  trigger.entry = match.entry;
  trigger.tokens = {token, token + match.length};
  // A word inside a name is a part of the name: "Summit Avenue", "Labour Party Conference".
  const Id<Mention> name = map_.mention(token);
  if (name.valid() && coreference_.mentions[name].form == MentionForm::kName &&
      coreference_.mentions[name].type != EntityType::kEvent) {
    return std::nullopt;
  }
  trigger.form =
      name.valid() && has_form(*match.entry, "noun") ? Form::kNoun : form_of(*match.entry, trigger.tokens, sentence);
  if (trigger.form == Form::kNone) return std::nullopt;
  trigger.passive = is_passive(trigger, sentence);
  return trigger;
}

bool EventReader::is_passive(const Trigger& trigger, TokenSpan sentence) const {
  if (trigger.form != Form::kPast) return false;
  for (std::uint32_t back = 1; back <= 3 && trigger.tokens.begin >= sentence.begin + back; ++back) {
    const std::uint32_t t = trigger.tokens.begin - back;
    if (is_be(tokens_, t)) return true;
    if (!tokens_.ends_in(t, "ly") && !tokens_.says_any(t, {"not", "also", "been", "already", "later"})) return false;
  }
  return false;
}

// "held talks", "paid a visit": the noun says the event, the verb before it only carries it.
bool EventReader::carried_by(const Trigger& noun, const Trigger& verb) const {
  return noun.form == Form::kNoun && verb.form != Form::kNoun && noun.entry->columns[0] == verb.entry->columns[0] &&
         noun.tokens.begin >= verb.tokens.end && noun.tokens.begin - verb.tokens.end <= 4;
}

EventStatus EventReader::status_of_verb(const Trigger& trigger, TokenSpan sentence) const {
  bool future = false, possible = false, negated = false, intended = false;
  for (std::uint32_t back = 1; back <= kVerbGroup && trigger.tokens.begin >= sentence.begin + back; ++back) {
    const std::uint32_t t = trigger.tokens.begin - back;
    if (tokens_.is_punctuation(t)) break;
    if (tokens_.says_any(
            t, {"not", "never", "no", "denied", "denies", "refused", "declined", "failed", "without", "neither"}) ||
        tokens_.ends_in(t, "n't") || tokens_.ends_in(t, "n\u2019t")) {
      negated = true;
    }
    if (back == 1 && tokens_.says(t, "to")) intended = true;
    if (tokens_.says_any(t, {"will", "shall", "'ll", "won't"})) future = true;
    if (tokens_.says_any(t,
                         {"may",    "might",      "could",       "would",   "can",  "should", "likely",    "possibly",
                          "if",     "whether",    "considering", "mulling", "seek", "seeks",  "seeking",   "sought",
                          "hopes",  "hope",       "hoping",      "wants",   "want", "ready",  "exploring", "urged",
                          "called", "threatened", "opportunity", "chance",  "bid",  "effort", "attempt"})) {
      possible = true;
    }
    if (map_.mention(t).valid() && back > 2) break;
  }
  if (negated) return EventStatus::kDenied;
  if (trigger.form == Form::kPast && trigger.entry->columns[0] == "plan") return EventStatus::kPlanned;
  if (possible) return EventStatus::kPossible;
  if (future) return EventStatus::kPlanned;
  if (trigger.form == Form::kBase) return intended ? EventStatus::kPlanned : EventStatus::kHappened;
  // "is leaving for Oslo": the present progressive of setting out speaks of what lies ahead.
  const bool sets_out = trigger.entry->columns[0] == "departure" || trigger.entry->columns[0] == "trip";
  if (trigger.form == Form::kIng && sets_out && tokens_.says_any(trigger.tokens.begin - 1, {"is", "are", "be"})) {
    return EventStatus::kPlanned;
  }
  if (trigger.form == Form::kPresent) {
    // "when the two meet next week": a clause of time in the present lies ahead.
    for (std::uint32_t t = sentence.begin; t < trigger.tokens.begin; ++t) {
      if (tokens_.says_any(t, {"when", "before", "until", "once", "after", "ahead"})) return EventStatus::kPlanned;
    }
  }
  return EventStatus::kHappened;
}

EventStatus EventReader::status_of_noun(const Trigger& trigger, TokenSpan sentence) const {
  const std::uint32_t from = std::max(sentence.begin + kNounWindow, trigger.tokens.begin) - kNounWindow;
  const std::uint32_t to = std::min(sentence.end, trigger.tokens.end + kNounWindow);
  EventStatus status = EventStatus::kHappened;
  for (std::uint32_t t = from; t < to; ++t) {
    if (tokens_.says_any(t, {"will", "upcoming", "planned", "scheduled", "forthcoming", "ahead", "plans", "due",
                             "expected", "next", "tomorrow", "preparing", "prepare", "set"})) {
      status = EventStatus::kPlanned;
    }
    if (t < trigger.tokens.begin && tokens_.says(t, "likely")) return EventStatus::kPossible;
    if (t < trigger.tokens.begin && tokens_.says(t, "before")) status = EventStatus::kPlanned;
    if (t < trigger.tokens.begin && trigger.tokens.begin - t <= 3) {
      if (tokens_.says_any(t, {"no", "denied", "cancelled", "canceled"})) return EventStatus::kDenied;
      if (tokens_.says(t, "ongoing")) return EventStatus::kHappened;
      if (tokens_.says_any(t, {"possible", "potential", "may", "might", "could", "any", "threatened", "opportunity",
                               "chance", "bid", "effort", "attempt"})) {
        return EventStatus::kPossible;
      }
    }
  }
  return status;
}

EventStatus EventReader::status_of(const Trigger& trigger, TokenSpan sentence) const {
  return trigger.form == Form::kNoun ? status_of_noun(trigger, sentence) : status_of_verb(trigger, sentence);
}

void EventReader::add_subject(std::uint32_t verb, TokenSpan sentence, std::vector<Id<Mention>>& out) const {
  const SpeakerPhrase subject = speakers_.subject_of(verb, sentence.begin);
  if (!subject.found()) return;
  for (std::uint32_t t = subject.speaker.begin; t < subject.speaker.end;) {
    const Id<Mention> mention = map_.mention(t);
    if (mention.valid() && (subject.mention.valid() || subject.joint)) out.push_back(mention);
    t = mention.valid() ? std::max(map_.tokens(mention).end, t + 1) : t + 1;
  }
}

// "the Orla girl", "Weaver's room", "after Weaver left": a name that stands before another word of its phrase, or
// before a verb of its own.
bool EventReader::belongs_to_next(TokenSpan name) const {
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

// Names behind a trigger: who it is done to, and places after "in", "at", "to".
void EventReader::add_following(std::uint32_t from, TokenSpan sentence, Event& event) const {
  for (std::uint32_t t = from; t < sentence.end;) {
    if (tokens_.says(t, ";") ||
        tokens_.says_any(t, {"that", "while", "but", "when", "which", "who", "because", "said"}))
      break;
    const Id<Mention> id = map_.mention(t);
    if (!id.valid()) {
      ++t;
      continue;
    }
    const Mention& mention = coreference_.mentions[id];
    std::uint32_t before = t - 1;
    while (before > from && tokens_.is(before, WordClass::kDeterminer)) --before;
    const bool place = mention.type == EntityType::kPlace;
    const bool located = tokens_.says_any(before, {"in", "at", "to", "near", "from", "outside", "for"});
    const bool visited =
        before + 1 == from && (event.label == "visit" || event.label == "trip" || event.label == "arrival" ||
                               event.label == "departure" || event.label == "invasion");
    if (place && (located || visited || tokens_.is_comma(before))) {
      event.where.push_back(id);
    } else if (!tokens_.says_any(before, {"of", "on", "about", "under", "since", "after"}) &&
               event.whom.size() < kMostPatients && !belongs_to_next(map_.tokens(id))) {
      event.whom.push_back(id);
    }
    t = std::max(map_.tokens(id).end, t + 1);
  }
}

void EventReader::find_participants(const Trigger& trigger, TokenSpan sentence, Event& event) const {
  if (trigger.form == Form::kNoun) {
    // "Weaver's visit", "the India-Japan summit": names right before the noun.
    for (std::uint32_t t = trigger.tokens.begin; t > sentence.begin && trigger.tokens.begin - t < kNounWindow; --t) {
      const Id<Mention> id = map_.mention(t - 1);
      if (id.valid() && (event.who.empty() || event.who.back() != id)) event.who.push_back(id);
      if (tokens_.is_comma(t - 1) || tokens_.is(t - 1, WordClass::kPreposition)) break;
    }
    std::reverse(event.who.begin(), event.who.end());
    add_following(trigger.tokens.end, sentence, event);
    return;
  }
  std::vector<Id<Mention>> subject;
  add_subject(trigger.tokens.begin, sentence, subject);
  if (!trigger.passive) {
    event.who = std::move(subject);
    add_following(trigger.tokens.end, sentence, event);
    return;
  }
  event.whom = std::move(subject);
  Event rest;
  rest.label = event.label;
  add_following(trigger.tokens.end, sentence, rest);
  event.where = std::move(rest.where);
  for (const Id<Mention> id : rest.whom) {
    const bool agent = tokens_.says(map_.tokens(id).begin - 1, "by") || tokens_.says(map_.tokens(id).begin - 2, "by");
    (agent ? event.who : event.whom).push_back(id);
  }
}

// Whether a clause of its own begins between a trigger and a time: "warned towns that burned last year", "said on
// Monday that they signed". A word right before the time goes with the time: "fought since Monday".
bool EventReader::are_parted(std::uint32_t trigger, TokenSpan time) const {
  const std::uint32_t from = std::min(trigger + 1, time.end);
  const std::uint32_t to = std::max(trigger, time.begin > 0 ? time.begin - 1 : 0);
  for (std::uint32_t t = from; t < to; ++t) {
    if (tokens_.says_any(t, {"that", "which", "who", "whose", "where"})) return true;
  }
  return false;
}

// The time of the sentence that stands nearest to the trigger.
Id<Timex> EventReader::time_of(const Trigger& trigger, TokenSpan sentence) const {
  const TextSpan range = doc_.text_from_tokens(sentence);
  const std::uint32_t at = tokens_.span(trigger.tokens.begin).begin;
  Id<Timex> best;
  std::uint32_t nearest = 0;
  for (std::size_t i = times_.first_from(range.begin); i < times_.size() && times_[i].span.begin < range.end; ++i) {
    if (times_[i].type != TimexType::kDate && times_[i].type != TimexType::kTime) continue;
    if (are_parted(trigger.tokens.begin, doc_.tokens_from_text(times_[i].span))) continue;
    const std::uint32_t distance = times_[i].span.begin > at ? times_[i].span.begin - at : at - times_[i].span.begin;
    if (best.valid() && distance >= nearest) continue;
    best = Id<Timex>(i);
    nearest = distance;
  }
  return best;
}

void EventReader::read(TokenSpan sentence) {
  triggers_.clear();
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const std::optional<Trigger> trigger = trigger_at(t, sentence);
    if (!trigger) continue;
    if (!triggers_.empty() && carried_by(*trigger, triggers_.back())) triggers_.pop_back();
    triggers_.push_back(*trigger);
    t = trigger->tokens.end - 1;
  }
  for (const Trigger& trigger : triggers_) {
    Event& event = events_.emplace_back();
    event.span = doc_.text_from_tokens(sentence);
    event.trigger = doc_.text_from_tokens(trigger.tokens);
    event.label = trigger.entry->columns[0];
    event.status = status_of(trigger, sentence);
    event.when = time_of(trigger, sentence);
    event.rule = trigger.form == Form::kNoun ? kNounRule : trigger.passive ? kPassiveRule : kVerbRule;
    event.confidence = trigger.form == Form::kNoun ? Confidence::kLikely : Confidence::kSure;
    find_participants(trigger, sentence, event);
  }
}

}  // namespace

Layer<Event> resolve_events(const TokenReader& tokens, const Coreference& coreference, const Layer<Timex>& times) {
  return EventReader(tokens, coreference, times).run();
}

}  // namespace newsloupe
