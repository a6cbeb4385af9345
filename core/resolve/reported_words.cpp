// Where the words that a cue reports begin and end.
#include <algorithm>

#include "core/resolve/frame_reader.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kThatWindow = 16;  // tokens between a cue and its "that"
constexpr std::uint32_t kFewestClauseTokens = 4;
constexpr std::uint32_t kLongestInfinitive = 4;  // "told them to keep in mind that"
constexpr std::size_t kNextFrames = 8;           // that can end the words reported by one before them

}  // namespace

// The "that" which opens the reported clause; the sentence's end when there is none within reach.
std::uint32_t FrameReader::find_that(std::uint32_t start) const {
  const std::uint32_t limit = std::min(sentence_.end, start + kThatWindow);
  bool pause = false;
  std::uint32_t infinitive = limit;
  for (std::uint32_t t = start; t < limit; ++t) {
    if (map_.quote(t).valid() || tokens_.says(t, ";") || tokens_.says(t, ":")) break;
    // "warned of it, nevertheless played down that threat", "warned people to stay away from pills that contained it".
    pause |= tokens_.is_comma(t);
    if (pause && tokens_.has_shape(t, TokenShape::kLower) &&
        (tokens_.is(t, WordClass::kPastForm) || tokens_.ends_in(t, "ed")))
      break;
    const bool verb = !tokens_.ends_in(t + 1, "s") && tokens_.has_shape(t + 1, TokenShape::kLower) &&
                      !tokens_.is(t + 1, WordClass::kDeterminer | WordClass::kPronoun | WordClass::kAnonymousSource);
    if (tokens_.says(t, "to") && verb && infinitive == limit && t > start) infinitive = t;
    if (t > infinitive + kLongestInfinitive) break;
    if (tokens_.says(t, "that")) {
      // "that day", "that was": a pronoun or a determiner, not the conjunction. "on the condition that": not what is
      // said.
      if (tokens_.is(t + 1, WordClass::kAuxiliary)) break;
      // "has said that more than once"
      if (tokens_.says(t + 1, "more") && tokens_.says(t + 2, "than") && tokens_.says_any(t + 3, {"once", "twice"}))
        break;
      if (tokens_.says_any(t - 1, {"of",         "for",  "in",   "by",   "with",   "like",  "during",  "at",
                                   "on",         "from", "than", "into", "over",   "under", "through", "condition",
                                   "conditions", "fact", "so",   "such", "extent", "way",   "day",     "time"}))
        break;
      return belongs_to_object(start, t) ? sentence_.end : t;
    }
  }
  return sentence_.end;
}

// "denied claims that the harbour had closed": the clause is what the claims say; "said in a statement that ...".
bool FrameReader::belongs_to_object(std::uint32_t start, std::uint32_t that) const {
  if (that == start || !tokens_.is(that - 1, WordClass::kReportingNoun)) return false;
  for (std::uint32_t t = start; t < that; ++t) {
    if (tokens_.is(t, WordClass::kPreposition)) return false;
  }
  return true;
}

// The opening quotation mark at `t`, perhaps behind a comma or a colon; the sentence's end when there is none.
std::uint32_t FrameReader::opening_mark(std::uint32_t t) const {
  if (tokens_.is_comma(t) || tokens_.says(t, ":") || tokens_.is_dash(t)) ++t;
  const Id<Quote> quote = map_.quote(t);
  return quote.valid() && map_.tokens(quote).begin == t ? t : sentence_.end;
}

// The words around the quotes in `content`, empty without quotes. Behind a colon only the quotes themselves: "posted a
// picture of the ferry with the words: "Gone for good"".
TokenSpan FrameReader::around_quotes(TokenSpan content) const {
  std::uint32_t first = content.begin;
  while (first < content.end && !map_.quote(first).valid()) ++first;
  if (first == content.end) return {};
  return {first > content.begin && tokens_.says(first - 1, ":") ? first : content.begin, content.end};
}

bool FrameReader::holds_quote(TokenSpan span) const {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    if (map_.quote(t).valid()) return true;
  }
  return false;
}

// Without punctuation at both ends; marks of quotes inside stay.
TokenSpan FrameReader::trimmed(TokenSpan span) const {
  const auto loose = [&](std::uint32_t t) {
    return !map_.quote(t).valid() &&
           (tokens_.is_comma(t) || tokens_.is_dash(t) || tokens_.says(t, ":") || tokens_.says(t, ";"));
  };
  while (!span.empty() && loose(span.begin)) ++span.begin;
  while (!span.empty() &&
         (loose(span.end - 1) || (!map_.quote(span.end - 1).valid() && tokens_.is_terminal(span.end - 1)))) {
    --span.end;
  }
  return span;
}

// Whether the reported words of frame `index` stop before token `t`.
bool FrameReader::ends_clause(std::uint32_t t, std::size_t index) const {
  if (tokens_.says(t, ";")) return true;
  const bool comma = tokens_.is_comma(t);
  const bool joined = (tokens_.is(t, WordClass::kConjunction) && !tokens_.says(t, "where")) ||
                      tokens_.says_any(t, {"and", "but", "while", "as"});
  const bool behind_quote = map_.quote(t - 1).valid();
  if (!comma && !joined && !behind_quote && !tokens_.says(t, "according")) return false;
  const std::size_t last = std::min(drafts_.size(), index + 1 + kNextFrames);
  for (std::size_t other = index + 1; other < last; ++other) {
    const Draft& next = drafts_[other];
    const SpeechFrame& frame = next.frame;
    const std::uint32_t begin = frame_begin(next);
    if (begin < t || next.verb.frames == "quote") continue;
    const bool according = frame.kind == ReportingCue::Kind::kAccordingTo;
    if (according && frame.cue.begin <= t + 1) return true;
    if (begin == t && !frame.shares_speaker && behind_quote) return true;
    // "..., Weaver said": a frame set off by commas is not part of what another reports.
    if (comma && begin == t + 1 && next.verb.tense != "ing") return true;
    // "... while Okoro said", "... and highlighted"
    const bool follows = frame.shares_speaker && frame.cue.begin <= t + 2 && frame.cue.begin > t;
    if (joined && (begin == t + 1 || follows)) return true;
  }
  // The comma may stand inside the marks: "a dead end," adding that ...
  const bool comma_inside = behind_quote && tokens_.is_comma(map_.tokens(map_.quote(t - 1)).end - 2);
  // "... as "a dead end," and analysts agreed": quoted words that close with a comma end the object.
  const bool new_clause = comma_inside && drafts_[index].frame.takes_object && tokens_.says_any(t, {"and", "but"}) &&
                          !holds_quote({t, std::min(t + 4, sentence_.end)});
  return (comma && opens_participle(t + 1)) || (comma_inside && opens_participle(t)) || new_clause;
}

// Behind a participle that no other cue claims, quoted words still belong to the report.
bool FrameReader::goes_on_quoting(std::uint32_t t, std::size_t index) const {
  if (index + 1 < drafts_.size() || !tokens_.is_comma(t) || !opens_participle(t + 1)) return false;
  return holds_quote({t, sentence_.end});
}

// "..., reflecting a growing trust": a participle that says more about the sentence than about its last words.
bool FrameReader::opens_participle(std::uint32_t t) const {
  if (tokens_.ends_in(t, "ly")) ++t;
  return tokens_.ends_in(t, "ing") && tokens_.has_shape(t, TokenShape::kLower) &&
         !tokens_.says_any(t, {"including", "excluding", "being", "during", "nothing", "something", "anything",
                               "comprising", "involving", "regarding", "concerning", "consisting", "containing",
                               "spring", "evening", "morning", "according"});
}

std::uint32_t FrameReader::content_end(std::uint32_t begin, std::size_t index) const {
  std::uint32_t t = begin;
  std::uint32_t dashes = 0;
  std::uint32_t dash = begin;
  while (t < sentence_.end) {
    const Id<Quote> quote = map_.quote(t);
    if (quote.valid()) {
      t = map_.tokens(quote).end;
      continue;
    }
    if (ends_clause(t, index) && !goes_on_quoting(t, index)) break;
    if (tokens_.is_dash(t)) {
      ++dashes;
      dash = t;
    }
    ++t;
  }
  // Two dashes enclose an insertion; behind a single one the writer explains, unless quoted words follow.
  return dashes == 1 && dash > begin + kFewestClauseTokens && !holds_quote({dash, t}) ? dash : t;
}

// "which Weaver called a priority", "Weaver called it a priority", but "Weaver called the police", "called him Mike".
bool FrameReader::names_unquoted(const SpeechFrame& frame, std::uint32_t object) const {
  if (!frame.speaker.found()) return false;
  return tokens_.says_any(frame.speaker.phrase.begin - 1, {"which", "what"}) ||
         (tokens_.says_any(object, {"it", "this", "that", "him", "her"}) &&
          tokens_.is(object + 1, WordClass::kDeterminer));
}

// Where the words reported begin, as the frames of the verb allow; the sentence's end where it reports none.
std::uint32_t FrameReader::content_begin(Draft& draft) const {
  SpeechFrame& frame = draft.frame;
  const VerbEntry& verb = draft.verb;
  const std::uint32_t none = sentence_.end;
  const std::uint32_t start = draft.inverted ? frame.speaker.phrase.end : frame.cue.end;
  const std::uint32_t rest = around_.after_all(start, sentence_.end);
  const std::uint32_t mark = std::min(opening_mark(start), opening_mark(rest));
  const bool pause = tokens_.is_comma(start) && !tokens_.says(start + 1, "however");
  const bool tell = verb.takes("tell") && !draft.inverted;
  const bool clause_verb = frame.kind == ReportingCue::Kind::kNoun || verb.takes("that") || tell;
  const std::uint32_t that = clause_verb && !pause ? find_that(start) : none;
  if (mark < none && mark <= that) return mark;
  if (that < none && (that == start || tell || around_.may_begin(start))) {
    frame.reports = true;
    return that + 1;
  }
  // "Taxes will fall, said Weaver, who ...", "... said, without details": what follows is no longer reported.
  if (draft.inverted || pause || frame.kind == ReportingCue::Kind::kNoun) return none;
  const bool question = tokens_.says_any(rest, {"whether", "if", "why", "how", "what", "who", "when"});
  const bool told = tokens_.says_any(rest, {"whether", "how", "why"});
  if ((verb.takes("ask") && question) || (verb.takes("that") && told)) {
    frame.reports = true;
    return rest;
  }
  if (tell) {
    const std::uint32_t begin = around_.after_all(around_.after_phrase(start, sentence_.end), sentence_.end);
    frame.reports = opens_clause(begin) && !tokens_.says(begin, "to");
    // "to advise the port on ferries": no clause.
    if (verb.lemma != "tell" && that == none) frame.reports &= holds_verb({begin, first_comma(begin)});
    return begin;
  }
  if (verb.takes("say")) {
    // "maintaining a ferry", "had admitted 1.4 million": these verbs have objects of their own.
    const bool object = verb.lemma != "say" || tokens_.has_shape(rest, TokenShape::kNumber) ||
                        tokens_.says_any(rest, {"more", "about", "nearly", "some", "over", "almost"});
    const std::uint32_t end = verb.lemma == "say" ? sentence_.end : first_comma(rest);
    frame.reports = opens_clause(rest) && (!object || holds_verb({rest, end}));
    return rest;
  }
  if (verb.takes("object")) {
    frame.takes_object = true;
    // "..., underlining the need": the writer's comment rather than the speaker's words.
    const bool comment = verb.tense == "ing" && frame.cue.begin > sentence_.begin;
    // "a poorly described article", "a word to describe what grows there": nobody says so here.
    const std::uint32_t before = frame.cue.begin - 1;
    const bool finite = !tokens_.says(before, "to") && (!frame.shares_speaker || tokens_.is_comma(before) ||
                                                        tokens_.says_any(before, {"and", "but", "then", "also"}));
    // "described it in a talk".
    const bool nothing = tokens_.says_any(start, {"it", "this", "that", "him", "her", "them"}) &&
                         around_.may_begin(start + 1) && !tokens_.says(start + 1, "as");
    frame.reports = (verb.takes("free") || (verb.lemma == "call" && names_unquoted(frame, start))) && finite &&
                    start + 2 < none && !nothing && !around_.may_begin(start) && !comment &&
                    speakers_.can_speak(frame.speaker) && !speakers_.is_place(frame.speaker);
    return start;
  }
  // "found a boat that Weaver had sold": the clause says which boat.
  const bool which = that < none && tokens_.is(start, WordClass::kDeterminer) && !verb.takes("quote");
  const bool goods = verb.lemma == "order";  // "ordered goods from six "suppliers""
  return verb.takes("that") && verb.tense != "base" && !which && !goods ? start : none;
}

// The first comma from `t` on, else the end of the sentence.
std::uint32_t FrameReader::first_comma(std::uint32_t t) const {
  while (t < sentence_.end && !tokens_.is_comma(t)) ++t;
  return t;
}

// As far as words tell: an auxiliary, a form of the past, or an ending of verbs where a verb can stand.
bool FrameReader::holds_verb(TokenSpan clause) const {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (map_.quote(t).valid() || tokens_.is(t, WordClass::kAuxiliary | WordClass::kPastForm)) return true;
    const bool ending = t > clause.begin && (tokens_.ends_in(t, "s") || tokens_.ends_in(t, "ed"));
    const bool goes_on = t + 1 < clause.end && !tokens_.is_punctuation(t + 1) &&
                         !tokens_.is(t + 1, WordClass::kPreposition) && !tokens_.says(t + 1, "according");
    // "his", "this", "Weaver's"
    const bool small = tokens_.is(t, WordClass::kDeterminer | WordClass::kPronoun) || tokens_.is_possessive(t);
    if (ending && goes_on && !small && tokens_.has_shape(t, TokenShape::kLower)) return true;
  }
  return false;
}

// Enough words for a clause, and none that shows the verb to be used otherwise ("said so", "said goodbye").
bool FrameReader::opens_clause(std::uint32_t t) const {
  if (tokens_.says(t, "that") && tokens_.says(t + 1, "more")) return false;  // "that more than once"
  return t + kFewestClauseTokens <= sentence_.end && !tokens_.is_punctuation(t) &&
         !tokens_.says_any(t, {"so", "nothing", "anything", "something", "to", "as", "goodbye", "yes", "about", "of",
                               "for", "with", "against", "and", "or", "but", "who", "because", "while"});
}

// "called it "a shame" on Monday", "... at a rally": what follows the last quoted words of an object tells of the
// saying.
std::uint32_t FrameReader::object_end(TokenSpan content) const {
  std::uint32_t last = content.end;
  while (last > content.begin && !map_.quote(last - 1).valid()) --last;
  if (last <= content.begin || last == content.end) return content.end;
  const bool circumstance =
      tokens_.is(last, WordClass::kWeekday) || tokens_.says(last, "(") || map_.mention(last).valid() ||
      tokens_.says_any(last,
                       {"during", "at", "while", "when", "after", "before", "last", "earlier", "this", "today"}) ||
      (tokens_.says_any(last, {"on", "in"}) && (tokens_.is(last + 1, WordClass::kWeekday | WordClass::kMonth) ||
                                                tokens_.says_any(last + 1, {"a", "an", "his", "her", "their"})));
  return circumstance ? last : content.end;
}

// "According to the mayor, as of 2016, ...": behind what is set between commas and tells when.
std::uint32_t FrameReader::behind_time(std::uint32_t comma) const {
  constexpr std::uint32_t kLongest = 6;
  if (!tokens_.says_any(comma + 1, {"as", "in", "on", "by", "since", "until"})) return comma;
  for (std::uint32_t t = comma + 2; t < std::min(sentence_.end, comma + 2 + kLongest); ++t) {
    if (!tokens_.is_comma(t)) continue;
    const bool time =
        tokens_.has_shape(t - 1, TokenShape::kNumber) || tokens_.is(t - 1, WordClass::kMonth | WordClass::kWeekday);
    return time ? t : comma;
  }
  return comma;
}

// "According to Weaver, director of the port, who has made a study of it, ...": behind what says who that is.
std::uint32_t FrameReader::behind_apposition(std::uint32_t comma) const {
  if (!tokens_.is(comma + 1, WordClass::kOffice | WordClass::kPersonNoun) ||
      !tokens_.has_shape(comma + 1, TokenShape::kLower))
    return comma;
  for (std::uint32_t t = comma + 2; t + 1 < sentence_.end; ++t) {
    const bool on = tokens_.says_any(t + 1, {"who", "which", "whose", "and"});
    if (tokens_.is_comma(t) && !on && !tokens_.is(t + 1, WordClass::kOffice | WordClass::kPersonNoun)) return t;
  }
  return comma;
}

// "a forum called "Harbour Talk"": so named, by nobody who speaks here; "what the ministry called "a shame"".
bool FrameReader::only_names(const SpeechFrame& frame) const {
  if (!speakers_.can_speak(frame.speaker)) return true;
  const bool noun = !frame.speaker.mention.valid() && frame.speaker.speaker.size() > 1;
  return noun && map_.quote(frame.cue.end).valid() && !tokens_.says(frame.speaker.phrase.begin - 1, "what");
}

void FrameReader::find_content(std::size_t index) {
  Draft& draft = drafts_[index];
  SpeechFrame& frame = draft.frame;
  if (frame.kind == ReportingCue::Kind::kAccordingTo) {
    // Behind its phrase only where it opens the sentence: "According to Weaver, taxes will fall".
    if (!frame.before.empty()) return;
    std::uint32_t start = frame.speaker.phrase.end;
    while (start < sentence_.end && !tokens_.is_comma(start) && !map_.quote(start).valid()) ++start;
    start = behind_apposition(behind_time(start));
    // "According to his aunt, Jane Weaver, ...": behind the name.
    const Id<Mention> name = start + 1 < sentence_.end ? map_.mention(start + 1) : Id<Mention>();
    if (name.valid() && name == frame.speaker.mention && tokens_.is_comma(map_.tokens(name).end))
      start = map_.tokens(name).end;
    frame.reports = true;
    frame.content = trimmed({start, content_end(start + 1, index)});
    return;
  }
  const std::uint32_t begin = content_begin(draft);
  if (begin < sentence_.end) frame.content = trimmed({begin, content_end(begin, index)});
  if (frame.takes_object) frame.content.end = object_end(frame.content);
  // What shows, signals or suggests something without being able to speak reports only quoted words.
  if (frame.reports && !draft.verb.takes("say") && draft.frame.kind == ReportingCue::Kind::kVerb &&
      !speakers_.can_speak(frame.speaker)) {
    frame.reports = false;
  }
  frame.names = draft.verb.lemma == "call" && only_names(frame);
  if (!frame.reports) frame.content = around_quotes(frame.content);
  if (frame.content.empty()) return;
  // Words on both sides: quoted ones in front win over unmarked ones behind, and these over an adverbial in front
  // ("On Tuesday, Weaver said ...", "Speaking in Oslo, Weaver said ...").
  const bool quoted_before = !frame.before.empty() && map_.quote(frame.before.end - 1).valid();
  const bool quoted_behind = map_.quote(frame.content.begin).valid();
  const bool with_that = tokens_.says(frame.content.begin - 1, "that");
  constexpr std::uint32_t kClauseTokens = 6;
  const bool weak = !with_that && !quoted_behind && around_.may_begin(frame.content.begin);
  if ((quoted_before && !quoted_behind && !with_that) || (weak && frame.before.size() >= kClauseTokens)) {
    frame.content = {};
  } else if (!quoted_before) {
    frame.before = {};
  }
}

}  // namespace newsloupe
