#include "core/resolve/speaker_phrase.h"

#include <algorithm>

#include "core/resolve/phrase_words.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kLongestPhrase = 14;  // tokens of a noun phrase that are looked at
constexpr int kMostCommas = 4;                // "Weaver, 61, of Hull, a nurse, said"

}  // namespace

bool SpeakerFinder::speaks(Id<Mention> mention) const {
  if (!mention.valid()) return false;
  const EntityType type = coreference_.mentions[mention].type;
  return type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kPlace ||
         type == EntityType::kGroup;
}

bool SpeakerFinder::can_speak(const SpeakerPhrase& phrase) const {
  if (!phrase.found()) return false;
  if (phrase.mention.valid()) return speaks(phrase.mention);
  const std::uint32_t last = phrase.speaker.end - 1;
  if (tokens_.says_any(phrase.speaker.begin, {"one", "many", "some", "most", "several", "another"}))
    return !is_one_of_things(tokens_, phrase.speaker.begin);
  if (phrase.speaker.size() == 1 && is_subject_pronoun(tokens_, last)) return true;
  if (phrase.speaker.size() > 1 && tokens_.is_capitalized(last)) return true;  // a name that no list knows
  for (std::uint32_t t = phrase.speaker.begin; t < phrase.speaker.end; ++t) {
    if (is_share(tokens_, t)) return true;
    if (joins_noun_phrases(tokens_, t)) break;
    if (tokens_.is(t, kSpeakerNouns | WordClass::kReportingNoun)) {
      return true;
    }
  }
  return false;
}

bool SpeakerFinder::is_person(const SpeakerPhrase& phrase) const {
  return phrase.mention.valid() && coreference_.mentions[phrase.mention].type == EntityType::kPerson;
}

bool SpeakerFinder::is_place(const SpeakerPhrase& phrase) const {
  return phrase.mention.valid() && coreference_.mentions[phrase.mention].type == EntityType::kPlace;
}

// Whether the token can be a part of the noun phrase that goes on to its right.
bool SpeakerFinder::belongs_left(std::uint32_t t, std::uint32_t begin) const {
  if (t < begin || t >= tokens_.size()) return false;
  if (map_.mention(t).valid()) return !map_.quote(t).valid();
  if (map_.quote(t).valid()) return false;
  if (tokens_.is_punctuation(t)) {
    const std::string_view mark = tokens_.text(t);
    return (mark == "-" && !tokens_.is_dash(t)) || mark == "/" || mark == "&";
  }
  if (joins_peoples(tokens_, t)) return t > begin;
  if (breaks_phrase(tokens_, t)) return false;
  if (is_subject_pronoun(tokens_, t))
    return tokens_.says_any(t, {"many", "some", "most", "both", "several", "another", "one"});
  if (joins_noun_phrases(tokens_, t)) {
    // "sources in Oslo" goes on; "In Oslo sources" does not begin with its preposition.
    return t > begin && tokens_.is_word(t - 1) && !breaks_phrase(tokens_, t - 1) &&
           !joins_noun_phrases(tokens_, t - 1) &&
           (!tokens_.is(t - 1, WordClass::kPreposition) || is_compound(tokens_, t - 1)) && belongs_left(t - 1, begin);
  }
  return true;
}

std::uint32_t SpeakerFinder::phrase_begin(std::uint32_t last, std::uint32_t begin) const {
  std::uint32_t t = last;
  while (t > begin && last - t < kLongestPhrase && belongs_left(t - 1, begin)) {
    // A determiner opens the phrase unless a preposition ties it to another noun on its left.
    const bool opens = tokens_.is(t, WordClass::kDeterminer) || tokens_.says(t, "one");  // "a letter one student wrote"
    if (opens && !joins_noun_phrases(tokens_, t - 1)) break;
    --t;
  }
  return t;
}

// The head of a noun phrase: the last name before its first preposition, else all of it.
SpeakerPhrase SpeakerFinder::head_of(TokenSpan phrase) const {
  SpeakerPhrase result{phrase, phrase, {}, false};
  std::uint32_t head_end = phrase.end;
  for (std::uint32_t t = phrase.begin + 1; t < phrase.end; ++t) {
    if (joins_noun_phrases(tokens_, t) && !map_.mention(t).valid()) {
      head_end = t;
      break;
    }
  }
  const Id<Mention> mention = map_.mention(head_end - 1);
  if (mention.valid() && speaks(mention)) {
    const TokenSpan span = map_.tokens(mention);
    if (span.end >= head_end && span.begin >= phrase.begin) {
      result.speaker = span;
      result.mention = mention;
    }
  }
  return result;
}

// Whether words without a name in them are a noun phrase that could speak; a verb or an adverb before the cue is none.
bool SpeakerFinder::is_noun_phrase(TokenSpan phrase) const {
  if (phrase.size() == 1 && tokens_.is(phrase.begin, WordClass::kDeterminer)) return false;
  std::uint32_t head = phrase.begin;
  while (head + 1 < phrase.end && (map_.mention(head + 1).valid() || !joins_noun_phrases(tokens_, head + 1))) ++head;
  if (tokens_.is(head, kSpeakerNouns)) {
    return true;
  }
  if (tokens_.is_capitalized(head) && head > phrase.begin) return true;
  if (is_share(tokens_, head)) return true;
  // "Carrier said": a name that no list knows.
  constexpr WordClasses kNoNames = WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition |
                                   WordClass::kConjunction | WordClass::kRelative | WordClass::kNegation |
                                   WordClass::kMonth;
  const bool joined = tokens_.says_any(phrase.begin - 1, {"and", "or", "&"});
  if (phrase.size() == 1 && !joined && tokens_.is_capitalized(head) && !is_adverb(tokens_, head) &&
      !tokens_.is(head, kNoNames))
    return true;
  const bool string = head == phrase.begin + 1 && tokens_.says_any(phrase.begin, {"a", "the"});  // "a string of"
  if (is_adverb(tokens_, head) || (tokens_.ends_in(head, "ing") && !string) || tokens_.ends_in(head, "ed"))
    return false;
  const bool determined = tokens_.is(phrase.begin, WordClass::kDeterminer) ||
                          tokens_.says_any(phrase.begin, {"his", "her", "its", "their", "one", "two", "many", "some"});
  return determined || (tokens_.ends_in(head, "s") && tokens_.is_word(head));
}

// "a headline that said", "those that say"; but "the shop hung signs in the hall that say" and "signs that say": no
// one.
bool SpeakerFinder::is_carrier(const SpeakerPhrase& phrase) const {
  for (std::uint32_t t = phrase.phrase.begin + 1; t + 1 < phrase.phrase.end; ++t) {
    const bool verb = tokens_.is(t, WordClass::kPastForm) && tokens_.has_shape(t, TokenShape::kLower);
    if (verb && !tokens_.is(t + 1, WordClass::kPreposition)) return false;
  }
  return tokens_.is(phrase.phrase.begin, WordClass::kDeterminer) || can_speak(phrase);
}

// "attacked in the council by a string of members who": those who did it begin behind "by".
std::uint32_t SpeakerFinder::behind_by(std::uint32_t last, std::uint32_t begin) const {
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t t = last; t > begin && last - t < kReach && !tokens_.is_punctuation(t); --t) {
    if (tokens_.says(t, "by")) return t + 1;
  }
  return begin;
}

SpeakerPhrase SpeakerFinder::ending_at(std::uint32_t last, std::uint32_t begin) const {
  if (last < begin || last >= tokens_.size() || map_.quote(last).valid()) return {};
  if (tokens_.says(last, ")")) {
    std::uint32_t open = last;
    while (open > begin && !tokens_.says(open, "(")) --open;
    if (open == begin || tokens_.says(open - 1, ")")) return {};
    return ending_at(open - 1, begin);
  }
  if (!map_.mention(last).valid()) {
    if (is_subject_pronoun(tokens_, last)) return {{last, last + 1}, {last, last + 1}, {}, false};
    if (tokens_.says_any(last, {"who", "which", "that"})) {
      const std::uint32_t before = last - 1;
      const bool comma = tokens_.is_comma(before) || tokens_.is_dash(before);
      const std::uint32_t antecedent = comma ? before - 1 : before;
      if (last < begin + 2 || tokens_.says_any(antecedent, {"who", "which", "that"})) return {};
      const Id<Mention> name = map_.mention(antecedent);
      const bool state = tokens_.says(last, "who") && name.valid() && antecedent > begin + 2 &&
                         coreference_.mentions[name].type == EntityType::kPlace && tokens_.is_comma(antecedent - 1);
      const std::uint32_t owner_end = state ? antecedent - 2 : antecedent;  // "Weaver of Orla, Ariz., who"
      const SpeakerPhrase owner = ending_at(owner_end, tokens_.says(last, "who") ? behind_by(owner_end, begin) : begin);
      if (tokens_.says(last, "that") && owner.found() && !is_carrier(owner)) return {};
      if (owner.found() || !speaks(name) || coreference_.mentions[name].type == EntityType::kPlace) return owner;
      return {map_.tokens(name), map_.tokens(name), name, false};  // "in response to the Ledger, which said"
    }
    if (is_share(tokens_, last) && tokens_.says(last - 1, "in") && last >= begin + 2)
      return {{last - 2, last + 1}, {last - 2, last + 1}, {}, false};
    if (!belongs_left(last, begin) || joins_noun_phrases(tokens_, last) || tokens_.is_punctuation(last)) return {};
  }
  const TokenSpan phrase{phrase_begin(last, begin), last + 1};
  SpeakerPhrase result = head_of(phrase);
  if (!result.mention.valid() && !is_noun_phrase(phrase)) return {};
  // "Weaver and Okoro said", "Weaver and her lawyer said", but "They met Weaver and her lawyer said no".
  const bool relative = !result.mention.valid() && tokens_.says_any(phrase.begin, {"his", "her"}) &&
                        tokens_.is(last, WordClass::kPersonNoun | WordClass::kOffice);
  if (result.mention.valid() || relative) {
    if (const TokenSpan first = joined_before(result, begin); !first.empty()) {
      if (!relative || first.begin == begin || tokens_.is_punctuation(first.begin - 1))
        return joint(first, result.phrase);
    }
  }
  if (const TokenSpan first = noun_before(result, begin); !first.empty()) return joint(first, result.phrase);
  if (result.mention.valid() && result.speaker.size() == 1 && is_subject_pronoun(tokens_, result.speaker.begin)) {
    result.phrase = result.speaker;
  }
  return result;
}

// "Residents and shopkeepers said", "the council and the mayor said": where a clause opens with both. Empty where
// `last` stands alone.
TokenSpan SpeakerFinder::noun_before(const SpeakerPhrase& last, std::uint32_t begin) const {
  const std::uint32_t join = last.phrase.begin - 1;
  if (last.phrase.begin < begin + 2 || last.mention.valid() || !tokens_.says(join, "and")) return {};
  SpeakerPhrase first = ending_at(join - 1, begin);
  if (!first.found() || first.joint || !names_speaker(first) || !names_speaker(last)) return {};
  while (first.phrase.begin > begin + 1 && tokens_.is_comma(first.phrase.begin - 1)) {
    const SpeakerPhrase more = ending_at(first.phrase.begin - 2, begin);
    if (!more.found() || more.joint || !names_speaker(more)) break;
    first.phrase.begin = more.phrase.begin;
  }
  const std::uint32_t before = first.phrase.begin - 1;
  const bool opens = first.phrase.begin == begin || tokens_.is_punctuation(before) ||
                     tokens_.says_any(before, {"that", "while", "but", "as", "when", "if", "because"});
  return opens ? first.phrase : TokenSpan{};
}

// Whether the noun that heads the phrase is one of those who speak.
bool SpeakerFinder::names_speaker(const SpeakerPhrase& phrase) const {
  if (phrase.mention.valid())
    return speaks(phrase.mention) && coreference_.mentions[phrase.mention].form == MentionForm::kName &&
           coreference_.mentions[phrase.mention].type != EntityType::kGroup;
  std::uint32_t head = phrase.phrase.begin;
  while (head + 1 < phrase.phrase.end && !joins_noun_phrases(tokens_, head + 1)) ++head;
  return tokens_.is(head, kSpeakerNouns);
}

SpeakerPhrase SpeakerFinder::beginning_at(std::uint32_t first, std::uint32_t end) const {
  if (first >= end) return {};
  if (tokens_.says(first, "into")) return {};  // "Read into the record a letter"
  // "one", but "one recent poll".
  const bool counts = tokens_.says_any(first, {"one", "many", "some", "most", "several", "another"}) &&
                      first + 1 < end && tokens_.is_word(first + 1) && !breaks_phrase(tokens_, first + 1) &&
                      !joins_noun_phrases(tokens_, first + 1);
  if (is_subject_pronoun(tokens_, first) && !counts)
    return {{first, first + 1}, {first, first + 1}, map_.mention(first), false};
  std::uint32_t t = first;
  std::uint32_t head_end = first;  // before the first preposition
  bool after_preposition = false;
  while (t < end && t - first < kLongestPhrase && !map_.quote(t).valid()) {
    const Id<Mention> mention = map_.mention(t);
    if (mention.valid()) {
      t = map_.tokens(mention).end;
    } else {
      const bool hyphen = tokens_.says(t, "-") && !tokens_.is_dash(t);
      if (tokens_.is_punctuation(t) && !hyphen) break;
      // "credible reports", "his statement": what can be a verb is the noun here.
      const bool opens = t == first && !tokens_.says(first - 1, "to");  // "according to reports from Orla"
      const bool noun =
          !opens && !after_preposition && tokens_.is(t, WordClass::kReportingNoun) && !tokens_.is_possessive(t - 1);
      const bool compound = tokens_.says(t + 1, "-") && !tokens_.space_before(t + 1);  // "state-run"
      const bool title = t > first && tokens_.is_capitalized(t);                       // "the First Lady"
      if ((breaks_phrase(tokens_, t) && !noun && !compound) || (is_adverb(tokens_, t) && !title)) break;
      if (t > first && opens_participle(tokens_, t)) break;
      if (joins_noun_phrases(tokens_, t)) {
        if (!tokens_.says_any(t, {"of", "for", "from", "with", "at", "in"}) || t == first) break;
        after_preposition = true;
      }
      ++t;
    }
    if (!after_preposition) head_end = t;
  }
  if (head_end == first) return {};
  SpeakerPhrase result = head_of({first, head_end});
  result.phrase = {first, t};
  // "said the mayor, Joan Weaver,"
  if (!result.mention.valid() && tokens_.is_comma(t) && t + 1 < end) {
    const Id<Mention> name = map_.mention(t + 1);
    if (name.valid() && coreference_.mentions[name].type == EntityType::kPerson && map_.tokens(name).begin == t + 1) {
      const std::uint32_t behind = map_.tokens(name).end;
      if (behind >= end || tokens_.is_comma(behind) || tokens_.is_terminal(behind)) {
        result.mention = name;
        result.speaker = map_.tokens(name);
      }
    }
  }
  if (result.mention.valid() && result.phrase.end == result.speaker.end) {
    if (const TokenSpan last = joined_after(result, end); !last.empty()) return joint(result.phrase, last);
  }
  return result;
}

SpeakerPhrase SpeakerFinder::joint(TokenSpan first, TokenSpan last) {
  return {hull(first, last), hull(first, last), {}, true};
}

// The name of the type of `like` that ends before `end`, with its title; empty where there is none.
TokenSpan SpeakerFinder::named_before(std::uint32_t end, std::uint32_t begin, Id<Mention> like) const {
  if (end <= begin || !map_.mention(end - 1).valid()) return {};
  const Id<Mention> other = map_.mention(end - 1);
  if (!speaks(other) || map_.tokens(other).end != end || map_.quote(end - 1).valid()) return {};
  if (coreference_.mentions[other].form != MentionForm::kName) return {};  // "to stop him and he said"
  if (like.valid() && coreference_.mentions[like].form != MentionForm::kName) return {};
  const bool persons = !like.valid() || coreference_.mentions[like].type == EntityType::kPerson;
  if (persons != (coreference_.mentions[other].type == EntityType::kPerson)) return {};
  return {phrase_begin(end - 1, begin), end};
}

// "Weaver, Okoro and Mayor Berg", "Weaver, a nurse, and Berg": where the names begin that stand before the last one.
TokenSpan SpeakerFinder::joined_before(const SpeakerPhrase& last, std::uint32_t begin) const {
  const std::uint32_t join = last.phrase.begin - 1;
  if (last.phrase.begin < begin + 2 || !tokens_.says_any(join, {"and", "&"})) return {};
  TokenSpan first = named_before(join, begin, last.mention);
  if (first.empty() && tokens_.is_comma(join - 1)) {
    first = named_before(join - 1, begin, last.mention);
    constexpr std::uint32_t kLongestInsertion = 10;
    for (std::uint32_t t = join - 1; first.empty() && t-- > begin && join - t < kLongestInsertion;) {
      if (tokens_.is_comma(t)) return named_before(t, begin, last.mention);
      if (breaks_phrase(tokens_, t) || map_.quote(t).valid()) return {};
    }
  }
  while (!first.empty() && first.begin > begin + 1 && tokens_.is_comma(first.begin - 1)) {
    const TokenSpan more = named_before(first.begin - 1, begin, last.mention);
    if (more.empty() || (more.begin > begin && tokens_.is(more.begin - 1, WordClass::kPreposition))) break;
    first.begin = more.begin;
  }
  return first;
}

// "said Weaver, Okoro and Mayor Berg": the last of the names that follow; nothing where it has a verb of its own.
TokenSpan SpeakerFinder::joined_after(const SpeakerPhrase& first, std::uint32_t end) const {
  constexpr std::uint32_t kLongestTitle = 5;
  std::uint32_t t = first.phrase.end;
  while (t + 1 < end && (tokens_.says_any(t, {"and", "&"}) || tokens_.is_comma(t))) {
    const bool last = !tokens_.is_comma(t);
    std::uint32_t name = t + 1;
    while (name < end && name - t < kLongestTitle && !map_.mention(name).valid() && tokens_.is_capitalized(name))
      ++name;
    const std::uint32_t behind = name < end && map_.mention(name).valid() ? map_.tokens(map_.mention(name)).end : end;
    if (behind > end || named_before(behind, name, first.mention).empty()) return {};
    t = behind;
    if (!last) continue;
    const bool closes = t == end || tokens_.is_punctuation(t) ||
                        tokens_.is(t, WordClass::kPreposition | WordClass::kWeekday | WordClass::kConjunction);
    return closes ? TokenSpan{name, behind} : TokenSpan{};
  }
  return {};
}

// "Weaver, 61, a nurse, said": over insertions between commas to a phrase that can speak.
SpeakerPhrase SpeakerFinder::before_commas(std::uint32_t comma, std::uint32_t begin) const {
  // "Gov. Weaver (R-Ohio), said": what the comma closes is the name itself.
  if (comma > begin && tokens_.says(comma - 1, ")")) {
    const SpeakerPhrase named = ending_at(comma - 1, begin);
    if (is_person(named)) return named;
  }
  SpeakerPhrase noun;
  int seen = 0;
  for (std::uint32_t t = comma; t > begin && seen < kMostCommas; --t) {
    const std::uint32_t at = t - 1;
    if (map_.quote(at).valid()) break;
    if (!tokens_.is_comma(at) && !tokens_.is_dash(at)) continue;
    ++seen;
    if (at == begin) break;
    const SpeakerPhrase phrase = ending_at(at - 1, begin);
    // "The ad, called "Tides", says": the subject that opens the sentence, though it has no mouth.
    const bool opens = phrase.found() && phrase.phrase.begin == begin && tokens_.is(begin, WordClass::kDeterminer);
    if (!can_speak(phrase) && !opens) continue;
    if (phrase.joint || (phrase.mention.valid() && !is_place(phrase))) return phrase;
    if (!noun.found()) noun = phrase;
  }
  // "The mayor's father, Joe Berg, said": the name between the commas.
  const Id<Mention> name = noun.found() && !noun.mention.valid() ? map_.mention(comma - 1) : Id<Mention>();
  if (name.valid() && coreference_.mentions[name].type == EntityType::kPerson &&
      coreference_.mentions[name].form == MentionForm::kName && comma > noun.phrase.end &&
      phrase_begin(comma - 1, begin) == noun.phrase.end + 1) {
    noun.mention = name;
    noun.speaker = map_.tokens(name);
    if (const TokenSpan first = joined_before(noun, begin); !first.empty()) return joint(first, {first.begin, comma});
  }
  return noun;
}

// "The council less than two weeks ago said", "The council last month said": where the time between begins.
std::uint32_t SpeakerFinder::before_time(std::uint32_t end, std::uint32_t begin) const {
  constexpr WordClasses kTimes = WordClass::kTimeUnit | WordClass::kWeekday | WordClass::kMonth | WordClass::kSeason;
  const bool ago = end > begin + 2 && tokens_.says_any(end - 1, {"ago", "earlier"});
  std::uint32_t t = ago ? end - 1 : end;
  if (t < begin + 2 || !tokens_.is(t - 1, kTimes)) return end;
  --t;
  if (!ago) return tokens_.says_any(t - 1, {"last", "this"}) ? t - 1 : end;
  while (t > begin && (tokens_.is(t - 1, WordClass::kNumberWord | WordClass::kDeterminer | WordClass::kApproximator) ||
                       tokens_.has_shape(t - 1, TokenShape::kNumber) ||
                       tokens_.says_any(t - 1, {"few", "several", "less", "more", "than", "about", "nearly"}))) {
    --t;
  }
  return t > begin ? t : end;
}

SpeakerPhrase SpeakerFinder::subject_of(std::uint32_t verb, std::uint32_t begin) const {
  std::uint32_t t = before_time(verb, begin);
  while (t > begin && !map_.mention(t - 1).valid() &&
         (is_adverb(tokens_, t - 1) || tokens_.is(t - 1, WordClass::kAuxiliary | WordClass::kWeekday) ||
          (tokens_.says(t - 1, "on") && tokens_.is(t, WordClass::kWeekday)))) {
    // "Some both ...": a quantifier with nothing before it is the subject itself.
    if (t - 1 == begin && is_subject_pronoun(tokens_, begin)) break;
    --t;
  }
  if (t <= begin) return {};
  const std::uint32_t last = t - 1;
  if (tokens_.is_comma(last) || tokens_.is_dash(last)) return before_commas(last, begin);
  const SpeakerPhrase subject = ending_at(last, begin);
  // "Protesters marching through the streets chanted": whom a participle and its preposition belong to.
  const std::uint32_t first = subject.phrase.begin;
  if (!subject.found() || subject.mention.valid() || first < begin + 3 ||
      !tokens_.is(first - 1, WordClass::kPreposition) || !tokens_.ends_in(first - 2, "ing")) {
    return subject;
  }
  const SpeakerPhrase owner = ending_at(first - 3, begin);
  return can_speak(owner) ? owner : subject;
}

// "Without naming Weaver, the mayor": where the sentence opens behind such words.
TokenSpan SpeakerFinder::behind_gerund(TokenSpan range) const {
  constexpr std::uint32_t kReach = 10;
  if (!tokens_.is(range.begin, WordClass::kPreposition) || !tokens_.ends_in(range.begin + 1, "ing")) return range;
  for (std::uint32_t t = range.begin + 2; t + 1 < range.end && t < range.begin + kReach; ++t) {
    if (tokens_.is_comma(t)) return {t + 1, range.end};
  }
  return range;
}

SpeakerPhrase SpeakerFinder::first_in(TokenSpan range) const {
  range = behind_gerund(range);
  SpeakerPhrase fallback;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (map_.quote(t).valid()) continue;
    if (!map_.mention(t).valid() && tokens_.says_any(t, {"he", "she", "they"}))
      return {{t, t + 1}, {t, t + 1}, {}, false};
    const Id<Mention> mention = map_.mention(t);
    if (!mention.valid() || map_.tokens(mention).begin != t) continue;
    const EntityType type = coreference_.mentions[mention].type;
    if (type != EntityType::kPerson && type != EntityType::kOrganization) continue;
    const SpeakerPhrase phrase = ending_at(map_.tokens(mention).end - 1, range.begin);
    if (phrase.mention != mention) continue;
    const std::uint32_t before = phrase.phrase.begin - 1;
    // "After saying her foot was swollen, she left": a possessive is no subject.
    const bool oblique =
        (phrase.phrase.begin > range.begin &&
         (joins_noun_phrases(tokens_, before) || tokens_.says(before, "toward"))) ||
        (tokens_.says_any(t, {"his", "her"}) && (t > range.begin || tokens_.is(t - 1, WordClass::kReportingVerb)));
    if (!oblique) return phrase;
    if (tokens_.says_any(t, {"his", "her", "him"})) continue;
    if (!fallback.found() && type == EntityType::kPerson) fallback = phrase;
  }
  if (fallback.found() || range.empty()) return fallback;
  // No name: the noun phrase that opens the words ("The minister spoke and vowed ...").
  SpeakerPhrase opening = beginning_at(range.begin, range.end);
  // "Scientists used a definition, describing ...": before the verb of the clause.
  for (std::uint32_t t = opening.speaker.begin + 1; t + 1 < opening.speaker.end; ++t) {
    const bool verb = tokens_.has_shape(t, TokenShape::kLower) &&
                      (tokens_.is(t, WordClass::kPastForm) || tokens_.ends_in(t, "ed")) &&
                      tokens_.is(t + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition);
    if (verb) opening.speaker.end = opening.phrase.end = t;
  }
  // "The workshops help people overcome some of ..." is a clause.
  const bool clause = opening.found() && tokens_.says_any(opening.speaker.end - 1, {"some", "many", "most", "several"});
  // "It's usually those who have seen it before who say"
  const std::uint32_t behind = opening.speaker.end;
  const bool expletive = tokens_.says(range.begin, "it") && tokens_.says_any(behind, {"is", "was", "'s"});
  if (!opening.mention.valid() && !clause && !expletive && can_speak(opening)) fallback = opening;
  return fallback;
}

}  // namespace newsloupe
