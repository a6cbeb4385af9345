// Events: a trigger word, who stands beside it, where and when its sentence puts it, and whether it has come about.
#include <algorithm>
#include <array>
#include <optional>

#include "core/base/closed_list.h"
#include "core/resolve/event_participants.h"

namespace newsloupe {
namespace {

constexpr RuleId kVerbRule{"event.verb"};
constexpr RuleId kPassiveRule{"event.passive"};
constexpr RuleId kNounRule{"event.noun"};
constexpr std::uint32_t kVerbGroup = 6;          // tokens before a verb that can tell its tense
constexpr std::uint32_t kBeside = 3;             // tokens between a verb and the adverb of time that goes with it
constexpr std::uint32_t kNounWindow = 8;         // tokens around a noun that can tell when it is
constexpr std::uint32_t kLongestSentence = 200;  // tokens; a longer one is read in pieces, so that time stays linear

class EventReader {
 public:
  EventReader(const TokenReader& tokens, const Coreference& coreference, const Layer<Timex>& times,
              std::optional<CivilDate> reference)
      : doc_(tokens.doc()),
        reference_(reference),
        coreference_(coreference),
        times_(times),
        tokens_(tokens),
        map_(doc_, Layer<Quote>(), coreference),
        speakers_(tokens_, map_, coreference),
        participants_(tokens_, map_, coreference, speakers_),
        finder_(tokens_, map_, coreference) {}

  Layer<Event> run() {
    for (const Sentence& sentence : doc_.sentences) {
      if (!is_body(doc_.paragraphs[sentence.paragraph].paragraph_class)) continue;
      for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += kLongestSentence) {
        read({begin, std::min(begin + kLongestSentence, sentence.tokens.end)});
      }
    }
    foresee_nouns();
    return Layer<Event>(std::move(events_));
  }

 private:
  void read(TokenSpan sentence);
  [[nodiscard]] bool is_in_time(TextSpan trigger) const;
  void settle_with_time(const EventTrigger& trigger, Event& event) const;
  void foresee_nouns();
  [[nodiscard]] bool shares_entity(const Event& a, const Event& b) const;
  [[nodiscard]] EventStatus status_of(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] EventStatus status_of_verb(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] EventStatus status_of_noun(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] bool is_singled_out(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] bool is_asked(const EventTrigger& trigger, TokenSpan sentence) const;
  [[nodiscard]] bool is_day_of_saying(TokenSpan time, std::uint32_t trigger) const;
  [[nodiscard]] bool are_parted(std::uint32_t trigger, TokenSpan time) const;
  [[nodiscard]] Id<Timex> time_of(const EventTrigger& trigger, TokenSpan sentence) const;

  const SegmentedDocument& doc_;
  std::optional<CivilDate> reference_;
  const Coreference& coreference_;
  const Layer<Timex>& times_;
  const TokenReader& tokens_;
  TokenMap map_;
  SpeakerFinder speakers_;
  EventParticipants participants_;
  EventTriggers finder_;
  std::vector<Event> events_;
};

EventStatus EventReader::status_of_verb(const EventTrigger& trigger, TokenSpan sentence) const {
  bool future = false, possible = false, negated = false, intended = false, to_be = false;
  for (std::uint32_t back = 1; back <= kVerbGroup && trigger.tokens.begin >= sentence.begin + back; ++back) {
    const std::uint32_t t = trigger.tokens.begin - back;
    if (tokens_.is_punctuation(t)) break;
    if (tokens_.says_any(
            t, {"not", "never", "no", "denied", "denies", "refused", "declined", "failed", "without", "neither"}) ||
        tokens_.ends_in(t, "n't") || tokens_.ends_in(t, "n\u2019t")) {
      negated = true;
    }
    // "was able to leave", "was forced to leave": it came about.
    if (back == 1 && tokens_.says(t, "to")) {
      intended = !tokens_.says_any(t - 1, {"able", "managed", "forced", "helped", "began", "continued", "had"});
    }
    if (back == 2 && tokens_.says(t, "to") && tokens_.says(t + 1, "be")) to_be = true;
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
  if (intended && is_asked(trigger, sentence)) return EventStatus::kPossible;
  if (intended && !future && is_singled_out(trigger, sentence)) return EventStatus::kHappened;
  if (trigger.form == EventForm::kPast && trigger.label() == "plan") return EventStatus::kPlanned;
  if (possible) return EventStatus::kPossible;
  if (future || to_be) return EventStatus::kPlanned;
  if (trigger.form == EventForm::kBase) return intended ? EventStatus::kPlanned : EventStatus::kHappened;
  // "is exploring a purchase", "is being explored"
  if (trigger.label() == "exploration" && tokens_.says_any(trigger.tokens.begin - 1, {"is", "are", "being", "also"})) {
    return EventStatus::kPossible;
  }
  // "is leaving for Oslo": the present progressive of setting out speaks of what lies ahead.
  const bool sets_out = trigger.label() == "departure" || trigger.label() == "trip";
  if (trigger.form == EventForm::kIng && sets_out && tokens_.says_any(trigger.tokens.begin - 1, {"is", "are", "be"})) {
    return EventStatus::kPlanned;
  }
  if (trigger.form == EventForm::kPresent) {
    // "when the two meet next week": a clause of time in the present lies ahead.
    for (std::uint32_t t = sentence.begin; t < trigger.tokens.begin; ++t) {
      if (tokens_.says_any(t, {"when", "before", "until", "once", "after", "ahead"})) return EventStatus::kPlanned;
    }
  }
  return EventStatus::kHappened;
}

EventStatus EventReader::status_of_noun(const EventTrigger& trigger, TokenSpan sentence) const {
  const std::uint32_t from = std::max(sentence.begin + kNounWindow, trigger.tokens.begin) - kNounWindow;
  const std::uint32_t to = std::min(sentence.end, trigger.tokens.end + kNounWindow);
  EventStatus status = EventStatus::kHappened;
  // Nobody plans a crash: "police will look into the crash".
  static constexpr std::string_view kUnplanned[] = {
      "win",      "loss",     "death",    "killing",  "crash",     "explosion", "attack",  "earthquake", "storm",
      "fire",     "flooding", "collapse", "accident", "injury",    "shooting",  "bombing", "stabbing",   "outbreak",
      "invasion", "war",      "theft",    "tsunami",  "landslide", "drought",   "famine",  "eruption"};
  const bool unplanned = is_one_of(kUnplanned, trigger.label());
  // "before a statement was made"; "a delay due to the storm" plans nothing either.
  const bool was_done = tokens_.says_any(trigger.tokens.end, {"was", "were"});
  for (std::uint32_t t = from; t < to; ++t) {
    const bool because =
        tokens_.says(t, "due") && tokens_.says(t + 1, "to") && tokens_.is(t + 2, WordClass::kDeterminer);
    if (because) continue;
    if (!unplanned && tokens_.says_any(t, {"will", "upcoming", "planned", "scheduled", "forthcoming", "ahead", "plans",
                                           "due", "expected", "next", "tomorrow", "preparing", "prepare", "set"})) {
      status = EventStatus::kPlanned;
    }
    if (t < trigger.tokens.begin && tokens_.says(t, "likely")) return EventStatus::kPossible;
    if (!unplanned && !was_done && t < trigger.tokens.begin && tokens_.says(t, "before"))
      status = EventStatus::kPlanned;
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

EventStatus EventReader::status_of(const EventTrigger& trigger, TokenSpan sentence) const {
  return trigger.form == EventForm::kNoun ? status_of_noun(trigger, sentence) : status_of_verb(trigger, sentence);
}

// "the first member to sign", "the only one to leave"
bool EventReader::is_singled_out(const EventTrigger& trigger, TokenSpan sentence) const {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t to = trigger.tokens.begin - 1;
  for (std::uint32_t t = to; t > sentence.begin + 1 && t + kReach > to && !tokens_.is_punctuation(t - 1); --t) {
    if (tokens_.says_any(t - 1, {"first", "only"}) && tokens_.says_any(t - 2, {"the", "was", "were"})) return true;
  }
  return false;
}

// "calling for Weaver to resign", "urged Weaver to sign": only asked for.
bool EventReader::is_asked(const EventTrigger& trigger, TokenSpan sentence) const {
  static constexpr std::string_view kAsking[] = {
      "call",     "calls",   "called", "calling", "ask",      "asks",     "asked",    "asking", "urge",
      "urges",    "urged",   "urging", "demand",  "demanded", "beg",      "begged",   "invite", "invited",
      "appealed", "pressed", "want",   "wants",   "wanted",   "petition", "pressure", "lobbied"};
  constexpr std::uint32_t kReach = 6;
  const Id<Mention> whom = participants_.told_to(trigger, sentence);
  if (!whom.valid()) return false;
  const std::uint32_t name = map_.tokens(whom).begin;
  for (std::uint32_t t = name; t > sentence.begin && t + kReach > name && !tokens_.is_comma(t - 1); --t) {
    if (is_one_of(kAsking, tokens_.text(t - 1))) return true;
  }
  return false;
}

// "the minister said on Tuesday", "told reporters late Monday": the day of what is said of it, not of the event.
bool EventReader::is_day_of_saying(TokenSpan time, std::uint32_t trigger) const {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t back = 1; back <= kReach && time.begin >= back; ++back) {
    const std::uint32_t t = time.begin - back;
    if (t == trigger || tokens_.is_punctuation(t)) return false;
    if (back == 1 || tokens_.says_any(t + 1, {"on", "in", "late", "early", "at"})) {
      if (tokens_.says(t, "said") || tokens_.text(t) == "says") return true;
    }
    if (tokens_.text(t) == "told") return true;
  }
  return false;
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
Id<Timex> EventReader::time_of(const EventTrigger& trigger, TokenSpan sentence) const {
  const TextSpan range = doc_.text_from_tokens(sentence);
  const std::uint32_t at = tokens_.span(trigger.tokens.begin).begin;
  Id<Timex> best;
  std::uint32_t nearest = 0;
  for (std::size_t i = times_.first_from(range.begin); i < times_.size() && times_[i].span.begin < range.end; ++i) {
    if (times_[i].type != TimexType::kDate && times_[i].type != TimexType::kTime) continue;
    const TokenSpan time = doc_.tokens_from_text(times_[i].span);
    if (are_parted(trigger.tokens.begin, time) || is_day_of_saying(time, trigger.tokens.begin)) continue;
    // "Police now released the names of two people killed": the adverb goes with the verb beside it.
    const bool vague = times_[i].value.ends_with("_REF");
    const bool beside = time.begin < trigger.tokens.end + kBeside && trigger.tokens.begin < time.end + kBeside;
    if (vague && !beside) continue;
    const std::uint32_t distance = times_[i].span.begin > at ? times_[i].span.begin - at : at - times_[i].span.begin;
    if (best.valid() && distance >= nearest) continue;
    best = Id<Timex>(i);
    nearest = distance;
  }
  return best;
}

bool EventReader::is_in_time(TextSpan trigger) const {
  const std::size_t behind = times_.first_from(trigger.end);
  return behind > 0 && times_[behind - 1].span.contains(trigger) && times_[behind - 1].type != TimexType::kDuration;
}

void EventReader::read(TokenSpan sentence) {
  for (const EventTrigger& trigger : finder_.read(sentence)) {
    if (is_in_time(doc_.text_from_tokens(trigger.tokens))) continue;  // "in the fall of 2007"
    Event& event = events_.emplace_back();
    event.span = doc_.text_from_tokens(sentence);
    event.trigger = doc_.text_from_tokens(trigger.tokens);
    event.label = trigger.label();
    event.status = status_of(trigger, sentence);
    event.when = time_of(trigger, sentence);
    event.rule = trigger.form == EventForm::kNoun ? kNounRule : trigger.passive ? kPassiveRule : kVerbRule;
    event.confidence = trigger.form == EventForm::kNoun ? Confidence::kLikely : Confidence::kSure;
    participants_.find(trigger, sentence, event);
    settle_with_time(trigger, event);
  }
}

// What is to come has not happened: "visits Orla on Friday", "the talks on Friday". A past verb has no such day.
void EventReader::settle_with_time(const EventTrigger& trigger, Event& event) const {
  if (!reference_ || !event.when.valid() || event.status != EventStatus::kHappened) return;
  const Timex& time = times_[event.when];
  if (!time.first || *time.first <= *reference_ || time.confidence == Confidence::kGuess) return;
  if (trigger.form == EventForm::kPast) {
    event.when = {};
    return;
  }
  const TokenSpan day = doc_.tokens_from_text(time.span);
  const bool near = day.begin < trigger.tokens.end + kNounWindow && trigger.tokens.begin < day.end + kNounWindow;
  const bool is_on = trigger.form != EventForm::kIng || is_form_of_be(tokens_, trigger.tokens.begin - 1);
  if (near && is_on) event.status = EventStatus::kPlanned;
}

bool EventReader::shares_entity(const Event& a, const Event& b) const {
  for (const auto* of_a : {&a.who, &a.whom, &a.where}) {
    for (const auto* of_b : {&b.who, &b.whom, &b.where}) {
      for (const Id<Mention> x : *of_a) {
        const Id<Entity> entity = map_.entity(x);
        const auto same = [&](Id<Mention> y) { return entity.valid() && map_.entity(y) == entity; };
        if (std::any_of(of_b->begin(), of_b->end(), same)) return true;
      }
    }
  }
  return false;
}

// "The visit comes at a hard time": the visit that another sentence dates ahead.
void EventReader::foresee_nouns() {
  const auto ahead = [&](const Event& event) {
    return event.status == EventStatus::kPlanned && event.when.valid() && times_[event.when].first && reference_ &&
           *times_[event.when].first > *reference_;
  };
  std::vector<std::uint32_t> planned;
  for (std::uint32_t i = 0; i < events_.size(); ++i) {
    if (ahead(events_[i])) planned.push_back(i);
  }
  if (planned.empty()) return;
  for (Event& event : events_) {
    if (event.rule != kNounRule || event.status != EventStatus::kHappened || event.when.valid()) continue;
    const auto same = [&](std::uint32_t i) {
      return events_[i].label == event.label && shares_entity(events_[i], event);
    };
    if (std::any_of(planned.begin(), planned.end(), same)) event.status = EventStatus::kPlanned;
  }
}

}  // namespace

Layer<Event> resolve_events(const TokenReader& tokens, const Coreference& coreference, const Layer<Timex>& times,
                            std::optional<CivilDate> reference) {
  return EventReader(tokens, coreference, times, reference).run();
}

}  // namespace newsloupe
