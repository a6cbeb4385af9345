#include "core/annotate/tense.h"

#include <algorithm>
#include <string_view>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kReach = 25;  // tokens looked at on each side
// Before "to", these speak of what is planned: "is to meet", "are set to meet".
constexpr std::string_view kPlanning[] = {
    "is",    "are",  "be",    "set",  "due",     "scheduled", "expected", "agreed", "planned", "slated", "plans",
    "going", "plan", "hopes", "aims", "intends", "expects",   "poised",   "ready",  "likely",  "bound",  ","};
constexpr std::string_view kExpectation[] = {"upcoming", "forthcoming", "planned", "scheduled", "proposed", "must"};
// "began the planned outages in October": what was once planned may be past.
constexpr std::string_view kPlannedThing[] = {"planned", "scheduled", "proposed"};
// "is due on Tuesday", "set for Friday", "expected next week".
constexpr std::string_view kAnnounced[] = {"due", "set", "expected", "slated"};
constexpr std::string_view kBeforeDay[] = {"for", "on", "by", "in", "at", "before", "next", "later", "this", "early"};
constexpr std::string_view kNoVerbs[] = {"hundred", "aged", "sacred", "so-called"};
// What stands in a timetable stands in the present.
constexpr std::string_view kTimetable[] = {
    "begins",    "opens",   "meets",   "arrives",  "resumes", "goes",  "departs",   "closes", "reopens",   "kicks",
    "starts",    "expires", "travels", "hosts",    "flies",   "plays", "holds",     "takes",  "begin",     "meet",
    "go",        "resume",  "stops",   "performs", "tours",   "airs",  "premieres", "debuts", "addresses", "attends",
    "concludes", "ends",    "wraps",   "finishes", "runs",    "lasts", "continues", "faces"};
// The same, but nouns as often: only right behind who does it.
constexpr std::string_view kVisits[] = {"visits", "votes", "launches", "heads", "returns", "speaks", "leaves"};

// "On Tuesday, four states vote": behind the day, and behind several.
constexpr std::string_view kBases[] = {"vote", "hold", "host",   "visit", "gather",    "compete", "return",
                                       "play", "head", "choose", "elect", "celebrate", "open"};

// "could be signed on Thursday"; "they could hear it on Thursday" is past.
constexpr std::string_view kComing[] = {"be",    "see",    "come",  "take", "face",   "happen", "begin", "start",
                                        "reach", "return", "close", "open", "resume", "rise",   "fall",  "vote"};
// The same in past and present.
constexpr std::string_view kSame[] = {"bid", "put",  "cut",  "hit",  "set",  "shut",
                                      "let", "quit", "beat", "cast", "split"};

class Looker {
 public:
  Looker(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t day, const Lexicon& lexicon)
      : doc_(doc), sentence_(sentence), day_(day), lexicon_(lexicon) {}

  [[nodiscard]] Tense at(std::uint32_t i) const {
    const RuleToken& token = doc_.tokens[i];
    if (token.shape == TokenShape::kPunct) return Tense::kUnknown;
    const std::string_view word = this->word(i);
    if (word == "to") {
      const std::string_view before = i > sentence_.begin ? this->word(i - 1) : std::string_view();
      const bool once = i > sentence_.begin + 1 && this->word(i - 2) == "had";  // "had expected to"
      if (once && is_one_of(kPlanning, before)) return Tense::kPast;
      return is_one_of(kPlanning, before) && (before != "," || this->word(i + 1) == "be") ? Tense::kFuture
                                                                                          : Tense::kUnknown;
    }
    if (is_one_of(kPlannedThing, word) && is_small_word(i + 1)) return Tense::kUnknown;
    const bool day_follows = i + 1 == day_ || (i + 2 == day_ && this->word(i + 1) == "on");
    if (is_one_of(kExpectation, word) || (word == "ahead" && this->word(i + 1) == "of") ||
        (day_follows && (word == "is" || word == "are")) ||
        (word == "up" && this->word(i + 1) == "for" && is_held(i)) ||
        (is_one_of(kAnnounced, word) && (day_follows || is_one_of(kBeforeDay, this->word(i + 1))))) {
      return Tense::kFuture;
    }
    if (token.shape != TokenShape::kLower)
      return token.classes.has(WordClass::kPastForm) ? Tense::kPast : Tense::kUnknown;
    if (token.classes.has(WordClass::kAuxiliary)) return auxiliary(i);
    if (is_one_of(kTimetable, word)) return follows_a_subject(i) ? Tense::kFuture : Tense::kUnknown;
    if (word.back() == 's' && is_one_of(kVisits, word)) return follows_an_actor(i) ? Tense::kFuture : Tense::kUnknown;
    if (i > day_ && is_one_of(kBases, word)) return follows_several(i) ? Tense::kFuture : Tense::kUnknown;
    return is_past(i) ? Tense::kPast : Tense::kUnknown;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    if (i >= sentence_.end) return {};
    return doc_.tokens[i].shape == TokenShape::kLower ? doc_.token_text(i) : lexicon_.word(doc_.tokens[i].term);
  }

  [[nodiscard]] bool is_small_word(std::uint32_t i) const {
    return i < sentence_.end && doc_.tokens[i].shape == TokenShape::kLower &&
           !doc_.tokens[i].classes.has_any(WordClass::kPreposition | WordClass::kConjunction) && this->word(i) != "to";
  }

  // "would meet" is as far ahead as "will meet"; "would not say" and "would have met" are past.
  [[nodiscard]] Tense auxiliary(std::uint32_t i) const {
    const LexiconEntry* entry = lexicon_.entry(WordClass::kAuxiliary, doc_.tokens[i].term);
    if (entry == nullptr || entry->columns.empty()) return Tense::kUnknown;
    const std::string_view word = this->word(i), next = this->word(i + 1);
    if ((word == "would" || word == "should" || word == "might") && next != "not" && next != "have")
      return Tense::kFuture;
    if (word == "could" && is_one_of(kComing, next) && this->word(i + 2) != "heard" && this->word(i + 2) != "seen")
      return Tense::kFuture;
    return entry->columns[0] == "past"     ? Tense::kPast
           : entry->columns[0] == "future" ? Tense::kFuture
                                           : Tense::kUnknown;
  }

  // No parse: an "-ed" word counts as past, but not in "will be opened".
  [[nodiscard]] bool is_past(std::uint32_t i) const {
    const std::string_view text = doc_.token_text(i);
    if (is_one_of(kSame, text)) return governs(i);
    const bool ed = text.size() > 3 && text.ends_with("ed") && !is_one_of(kNoVerbs, text) && !text.ends_with("eed");
    if (!ed && !doc_.tokens[i].classes.has(WordClass::kPastForm)) return false;
    std::uint32_t before = i;
    if (before > sentence_.begin && doc_.token_text(before - 1).ends_with("ly")) --before;
    return before == sentence_.begin || word(before - 1) != "be";
  }

  // "is up for re-election"
  [[nodiscard]] bool is_held(std::uint32_t i) const {
    return i > sentence_.begin && (this->word(i - 1) == "is" || this->word(i - 1) == "are");
  }

  // "The quake hit the town": one does it to something.
  [[nodiscard]] bool governs(std::uint32_t i) const {
    if (i == sentence_.begin || i + 1 >= sentence_.end) return false;
    const RuleToken &subject = doc_.tokens[i - 1], &object = doc_.tokens[i + 1];
    const bool thing = object.classes.has_any(WordClass::kDeterminer | WordClass::kPronoun) ||
                       object.shape == TokenShape::kCapitalized || object.shape == TokenShape::kAllCaps;
    return thing && subject.shape != TokenShape::kPunct && !doc_.token_text(i - 1).ends_with('s') &&
           !subject.classes.has_any(WordClass::kAuxiliary | WordClass::kDeterminer | WordClass::kPreposition |
                                    WordClass::kConjunction | WordClass::kNegation) &&
           this->word(i - 1) != "to";
  }

  // Not "to meet", "did not meet", "the two meets".
  [[nodiscard]] bool follows_a_subject(std::uint32_t i) const {
    for (std::uint32_t b = i; b > sentence_.begin && b + 3 > i; --b) {
      if (doc_.tokens[b - 1].classes.has(WordClass::kAuxiliary)) return false;
    }
    if (i > sentence_.begin && this->word(i - 1) == "same") return false;  // "The same goes for"
    if (i > sentence_.begin && this->word(i - 1) == "that") return true;   // "the tour that stops at Orla"
    return i > sentence_.begin && !doc_.tokens[i - 1].classes.has_any(WordClass::kDeterminer | WordClass::kPreposition |
                                                                      WordClass::kNumberWord);
  }

  [[nodiscard]] bool follows_several(std::uint32_t i) const {
    if (i < sentence_.begin + 2) return false;
    const RuleToken& subject = doc_.tokens[i - 1];
    const std::string_view text = doc_.token_text(i - 1);
    if (subject.shape == TokenShape::kLower) return text == "they" || (text.size() > 2 && text.ends_with('s'));
    return (subject.shape == TokenShape::kCapitalized || subject.shape == TokenShape::kAllCaps) &&
           !subject.classes.has(WordClass::kWeekday);
  }

  [[nodiscard]] bool follows_an_actor(std::uint32_t i) const {
    if (i == sentence_.begin) return false;
    const RuleToken& actor = doc_.tokens[i - 1];
    return actor.shape == TokenShape::kCapitalized || actor.shape == TokenShape::kAllCaps ||
           actor.classes.has_any(WordClass::kPronoun | WordClass::kPersonNoun | WordClass::kOffice);
  }

  const SegmentedDocument& doc_;
  TokenSpan sentence_;
  std::uint32_t day_;
  const Lexicon& lexicon_;
};

constexpr std::string_view kWhen[] = {"in", "on", "by", "during", "until"};
constexpr std::string_view kOpenings[] = {"at", "in", "on", "by", "after", "during", "following", "until"};
constexpr std::string_view kLinks[] = {"but", "and", "then", "so", "yet"};
// Past verbs whose object often lies ahead: "announced a tour in May".
constexpr std::string_view kLookAhead[] = {
    "planned", "scheduled", "postponed", "set",      "booked",   "sold",   "promised", "proposed", "threatened",
    "wanted",  "hoped",     "called",    "approved", "agreed",   "backed", "delayed",  "moved",    "urged",
    "sought",  "needed",    "faced",     "aimed",    "prepared", "headed", "awaited",  "pledged",  "vowed"};

constexpr std::string_view kBegan[] = {"began", "started", "continued", "opened"};

// "In December the bridge fell", "After a test in January, the council met": the first verb behind the time is past.
bool opens_the_past(const SegmentedDocument& doc, const Looker& looker, TokenSpan sentence, std::uint32_t token,
                    const Lexicon& lexicon) {
  constexpr std::uint32_t kLongestOpening = 12, kDateReach = 4;
  std::uint32_t first = sentence.begin;
  if (is_one_of(kLinks, lexicon.word(doc.tokens[first].term))) ++first;
  if (token - first > kLongestOpening || !is_one_of(kOpenings, lexicon.word(doc.tokens[first].term))) return false;
  for (std::uint32_t i = first; i < token; ++i) {
    if (doc.tokens[i].classes.has(WordClass::kAuxiliary) || looker.at(i) != Tense::kUnknown) return false;
  }
  // "In December the firm bid for it": the same in past and present, but here one does it.
  const auto one_does = [&](std::uint32_t i) {
    if (!is_one_of(kSame, doc.token_text(i)) || i <= token + 1) return false;
    const RuleToken& subject = doc.tokens[i - 1];
    return subject.shape != TokenShape::kPunct && !doc.token_text(i - 1).ends_with('s') &&
           !subject.classes.has_any(WordClass::kAuxiliary | WordClass::kDeterminer | WordClass::kPreposition |
                                    WordClass::kConjunction);
  };
  bool comma = token == first + 1;  // "In December he resigned" needs none
  for (std::uint32_t i = token; i < std::min(sentence.end, token + kReach); ++i) {
    const Tense tense = one_does(i) ? Tense::kPast : looker.at(i);
    if (tense != Tense::kUnknown) return comma && tense == Tense::kPast;
    const bool mark = doc.tokens[i].shape == TokenShape::kPunct;
    if (mark && (comma ? i > token + kDateReach : doc.token_text(i) != ",")) return false;
    comma = comma || mark;
  }
  return false;
}

// "as early as Thursday", "no later than May 3"
bool is_awaited(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token) {
  if (token < sentence.begin + 3) return false;
  const std::string_view last = doc.token_text(token - 1), middle = doc.token_text(token - 2);
  return (last == "as" && (middle == "early" || middle == "soon")) || (last == "than" && middle == "later");
}

}  // namespace

PastCue past_cue(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token, const Lexicon& lexicon) {
  constexpr std::uint32_t kVerbReach = 5;
  if (token == sentence.begin) return PastCue::kNone;
  const std::string_view when = lexicon.word(doc.tokens[token - 1].term);
  if (when == "since") return PastCue::kSince;
  if (!is_one_of(kWhen, when)) return PastCue::kNone;
  const Looker looker(doc, sentence, token, lexicon);
  if (opens_the_past(doc, looker, sentence, token, lexicon)) return PastCue::kOpening;
  for (std::uint32_t i = token - 1; i > sentence.begin && i + kVerbReach > token; --i) {
    const RuleToken& verb = doc.tokens[i - 1];
    const std::string_view word = lexicon.word(verb.term);
    if (verb.shape == TokenShape::kPunct || word == "to" || word == "that" || word == "for" || word == "of") break;
    const Tense tense = looker.at(i - 1);
    if (tense == Tense::kUnknown) continue;
    const bool participle = i - 1 > sentence.begin && doc.tokens[i - 2].classes.has(WordClass::kDeterminer);
    // "announced a tour in May", but "announced in May", "sales began in May".
    const bool announces = verb.classes.has(WordClass::kReportingVerb) && i + 1 != token && !is_one_of(kBegan, word);
    const bool told =
        tense == Tense::kPast && !participle && !announces && !is_one_of(kLookAhead, doc.token_text(i - 1));
    return told ? PastCue::kVerb : PastCue::kNone;
  }
  return PastCue::kNone;
}

Tense tense_near(const SegmentedDocument& doc, TokenSpan sentence, std::uint32_t token, const Lexicon& lexicon) {
  if (is_awaited(doc, sentence, token)) return Tense::kFuture;
  const Looker looker(doc, sentence, token, lexicon);
  const std::uint32_t floor = token - std::min(token - sentence.begin, kReach);
  std::uint32_t clause = token;
  for (; clause > floor && doc.token_text(clause - 1) != ";"; --clause) {
    if (const Tense tense = looker.at(clause - 1); tense != Tense::kUnknown) return tense;
  }
  // Forward no further than the clause; a comma after an opening "On Tuesday" does not end it.
  const bool opening =
      token <= sentence.begin + 2 || doc.token_text(token - 1) == ";" || doc.token_text(token - 2) == ";";
  const std::uint32_t ceiling = std::min(sentence.end, token + kReach);
  for (std::uint32_t i = token; i < ceiling; ++i) {
    if (const Tense tense = looker.at(i); tense != Tense::kUnknown) return tense;
    const bool mark = doc.tokens[i].shape == TokenShape::kPunct && !opening;
    if (mark || (i > token && !opening && lexicon.word(doc.tokens[i].term) == "and")) break;
  }
  for (; clause > floor; --clause) {  // the clauses before
    if (const Tense tense = looker.at(clause - 1); tense != Tense::kUnknown) return tense;
  }
  return Tense::kUnknown;
}

}  // namespace newsloupe
