#include "core/resolve/speech_frames.h"

#include <algorithm>
#include <string_view>

#include "core/resolve/saying_circumstances.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kThatWindow = 16;  // tokens between a cue and its "that"
constexpr std::uint32_t kFewestClauseTokens = 4;
constexpr std::size_t kNextFrames = 8;           // that can end the words reported by one before them
constexpr std::uint32_t kLongestSentence = 200;  // tokens; a longer one is read in pieces, so that time stays linear

// The columns of reporting_verbs.txt.
struct VerbEntry {
  std::string_view tense, frames;
  [[nodiscard]] bool takes(std::string_view frame) const {
    for (std::size_t at = frames.find(frame); at != std::string_view::npos; at = frames.find(frame, at + 1)) {
      const std::size_t end = at + frame.size();
      if ((at == 0 || frames[at - 1] == ' ') && (end == frames.size() || frames[end] == ' ')) return true;
    }
    return false;
  }
};

class FrameReader {
 public:
  FrameReader(const TokenReader& tokens, const TokenMap& map, const SpeakerFinder& speakers)
      : tokens_(tokens), map_(map), speakers_(speakers), around_(tokens, map) {}

  // Adds the frames of one sentence; `cues` are those that begin in it.
  void read(TokenSpan sentence, std::span<const ReportingCue> cues, std::vector<SpeechFrame>& out);

 private:
  struct Draft {
    SpeechFrame frame;
    VerbEntry verb;
    bool inverted = false;  // the speaker follows the cue
    bool denied = false;
  };

  [[nodiscard]] Draft draft(const ReportingCue& cue) const;
  void find_speaker(Draft& draft) const;
  void take_over_speakers();
  void find_before(Draft& draft) const;
  void find_content(std::size_t index);
  [[nodiscard]] std::uint32_t content_begin(Draft& draft) const;
  [[nodiscard]] bool stands_apart(const Draft& draft) const;
  [[nodiscard]] bool opens_clause(std::uint32_t t) const;
  [[nodiscard]] bool holds_verb(TokenSpan clause) const;
  [[nodiscard]] bool is_denied(TokenSpan cue) const;
  [[nodiscard]] bool is_passive(const Draft& draft) const;
  [[nodiscard]] bool is_first_person(const SpeakerPhrase& speaker) const;
  [[nodiscard]] std::uint32_t find_that(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t opening_mark(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t content_end(std::uint32_t begin, std::size_t index) const;
  [[nodiscard]] bool ends_clause(std::uint32_t t, std::size_t index) const;
  [[nodiscard]] bool opens_participle(std::uint32_t t) const;
  [[nodiscard]] bool goes_on_quoting(std::uint32_t t, std::size_t index) const;
  [[nodiscard]] std::uint32_t object_end(TokenSpan content) const;
  [[nodiscard]] std::uint32_t behind_time(std::uint32_t comma) const;
  [[nodiscard]] bool holds_quote(TokenSpan span) const;
  [[nodiscard]] TokenSpan around_quotes(TokenSpan content) const;
  [[nodiscard]] bool is_circumstance(TokenSpan clause) const;
  [[nodiscard]] TokenSpan trimmed(TokenSpan span) const;
  [[nodiscard]] std::uint32_t frame_begin(const Draft& draft) const;

  const TokenReader& tokens_;
  const TokenMap& map_;
  const SpeakerFinder& speakers_;
  SayingCircumstances around_;
  TokenSpan sentence_;
  std::vector<Draft> drafts_;
};

bool FrameReader::is_denied(TokenSpan cue) const {
  const std::uint32_t before = cue.begin - 1;
  if (tokens_.says_any(before, {"not", "never", "without", "cannot"})) return true;
  if (tokens_.ends_in(before, "n't") || tokens_.ends_in(before, "n\u2019t")) return true;
  if (!tokens_.says(before, "to")) return false;
  return tokens_.says_any(
      before - 1, {"declined", "refused", "declines", "refuses", "declining", "refusing", "failed", "unwilling", "have",
                   "has", "had", "unable", "difficult", "hard", "fair", "safe"});
}

// "was described as", "has been told": the subject hears it or is spoken about, and who speaks is not said.
bool FrameReader::is_passive(const Draft& draft) const {
  if (draft.verb.tense != "past") return false;
  std::uint32_t t = draft.frame.cue.begin - 1;
  while (t > sentence_.begin && (tokens_.ends_in(t, "ly") || tokens_.says_any(t, {"also", "once", "often", "later"})))
    --t;
  return tokens_.says_any(t, {"is", "are", "was", "were", "be", "been", "being", "get", "got", "gets"});
}

bool FrameReader::is_first_person(const SpeakerPhrase& speaker) const {
  return speaker.found() && speaker.speaker.size() == 1 && tokens_.says_any(speaker.speaker.begin, {"i", "we", "you"});
}

FrameReader::Draft FrameReader::draft(const ReportingCue& cue) const {
  Draft result;
  result.frame.kind = cue.kind;
  result.frame.cue = tokens_.doc().tokens_from_text(cue.span);
  if (cue.kind == ReportingCue::Kind::kVerb) {
    const PhraseMatch match = tokens_.match(WordClass::kReportingVerb, result.frame.cue.begin, result.frame.cue.end);
    if (match.entry != nullptr && match.entry->columns.size() >= 3) {
      result.verb = {match.entry->columns[1], match.entry->columns[2]};
    }
    result.denied = is_denied(result.frame.cue) || is_passive(result);
  }
  return result;
}

void FrameReader::find_speaker(Draft& draft) const {
  SpeechFrame& frame = draft.frame;
  if (frame.kind == ReportingCue::Kind::kAccordingTo) {
    frame.speaker = speakers_.beginning_at(frame.cue.end, sentence_.end);
    return;
  }
  const std::uint32_t before = frame.cue.begin - 1;
  if (frame.kind == ReportingCue::Kind::kNoun) {
    if (frame.cue.begin > sentence_.begin && tokens_.is_possessive(before)) {
      frame.speaker = speakers_.ending_at(before - 1, sentence_.begin);
    } else if (frame.cue.begin > sentence_.begin && tokens_.says_any(before, {"his", "her", "their"})) {
      frame.speaker = {{before, before + 1}, {before, before + 1}, map_.mention(before), false};
    }
    return;
  }
  if (draft.verb.tense == "ing" && !tokens_.is(before, WordClass::kAuxiliary)) return;
  const bool at_begin = frame.cue.begin == sentence_.begin;
  const bool behind_quote = !at_begin && map_.quote(before).valid();
  const bool behind_pause = !at_begin && (tokens_.is_comma(before) || tokens_.is_dash(before));
  // "..., told the Ledger's Ada Lind": who is told never follows as the speaker.
  const bool may_turn = draft.verb.frames != "tell";
  if (may_turn && (behind_quote || behind_pause || at_begin)) {
    const SpeakerPhrase right = speakers_.beginning_at(frame.cue.end, sentence_.end);
    const std::uint32_t behind = right.phrase.end;
    const bool closes = behind >= sentence_.end || tokens_.is_punctuation(behind) ||
                        tokens_.says_any(behind, {"in", "on", "at", "during", "after", "before", "when", "as", "who",
                                                  "of", "while", "with", "from"}) ||
                        tokens_.is(behind, WordClass::kWeekday | WordClass::kMonth);
    if (right.found() && !map_.quote(frame.cue.end).valid() &&
        (behind_quote || (closes && speakers_.can_speak(right)))) {
      frame.speaker = right;
      draft.inverted = true;
      return;
    }
  }
  frame.speaker = speakers_.subject_of(frame.cue.begin, sentence_.begin);
}

// "... and highlighted", "..., saying", "went on to say": the subject is that of the verb before, else the sentence's.
void FrameReader::take_over_speakers() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    SpeechFrame& frame = drafts_[i].frame;
    if (frame.speaker.found() || frame.kind != ReportingCue::Kind::kVerb) continue;
    frame.shares_speaker = true;
    if (i > 0) frame.speaker = drafts_[i - 1].frame.speaker;
    if (!frame.speaker.found()) frame.speaker = speakers_.first_in({sentence_.begin, frame.cue.begin});
    if (!frame.speaker.found() && i + 1 < drafts_.size()) frame.speaker = drafts_[i + 1].frame.speaker;
    if (!frame.speaker.found()) frame.speaker = speakers_.first_in({frame.cue.end, sentence_.end});
  }
}

std::uint32_t FrameReader::frame_begin(const Draft& draft) const {
  const SpeechFrame& frame = draft.frame;
  if (draft.inverted || frame.shares_speaker || !frame.speaker.found()) return frame.cue.begin;
  return std::min(frame.cue.begin, frame.speaker.phrase.begin);
}

// The "that" which opens the reported clause; the sentence's end when there is none within reach.
std::uint32_t FrameReader::find_that(std::uint32_t t) const {
  const std::uint32_t limit = std::min(sentence_.end, t + kThatWindow);
  for (; t < limit; ++t) {
    if (map_.quote(t).valid() || tokens_.says(t, ";") || tokens_.says(t, ":")) break;
    if (tokens_.says(t, "that")) {
      // "that day", "that was": a pronoun or a determiner, not the conjunction. "on the condition that": not what is
      // said.
      if (tokens_.is(t + 1, WordClass::kAuxiliary)) break;
      if (tokens_.says_any(t - 1, {"condition", "conditions", "fact", "so", "such", "extent", "way", "day", "time"}))
        break;
      return t;
    }
  }
  return sentence_.end;
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
  const bool joined = tokens_.is(t, WordClass::kConjunction) || tokens_.says_any(t, {"and", "but", "while", "as"});
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
  if (that < none && (that == start || tell || !verb.takes("say") || around_.may_begin(start))) {
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
    return begin;
  }
  if (verb.takes("say")) {
    // "maintaining a ferry", "had admitted 1.4 million": these verbs have objects of their own.
    const bool object = verb.tense == "ing" || tokens_.has_shape(rest, TokenShape::kNumber) ||
                        tokens_.says_any(rest, {"more", "about", "nearly", "some", "over", "almost"});
    frame.reports = opens_clause(rest) && (!object || holds_verb({rest, sentence_.end}));
    return rest;
  }
  if (verb.takes("object")) {
    frame.takes_object = true;
    // "..., underlining the need": the writer's comment rather than the speaker's words.
    const bool comment = verb.tense == "ing" && frame.cue.begin > sentence_.begin;
    frame.reports = verb.takes("free") && start + 2 < none && !around_.may_begin(start) && !comment &&
                    speakers_.can_speak(frame.speaker) && !speakers_.is_place(frame.speaker);
    return start;
  }
  return verb.takes("that") && verb.tense != "base" ? start : none;
}

// As far as words tell: an auxiliary, a form of the past, or an ending of verbs where a verb can stand.
bool FrameReader::holds_verb(TokenSpan clause) const {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (map_.quote(t).valid() || tokens_.is(t, WordClass::kAuxiliary | WordClass::kPastForm)) return true;
    const bool ending = t > clause.begin && (tokens_.ends_in(t, "s") || tokens_.ends_in(t, "ed"));
    const bool goes_on =
        t + 1 < clause.end && !tokens_.is_punctuation(t + 1) && !tokens_.is(t + 1, WordClass::kPreposition);
    if (ending && goes_on && tokens_.has_shape(t, TokenShape::kLower)) return true;
  }
  return false;
}

// Enough words for a clause, and none that shows the verb to be used otherwise ("said so", "said goodbye").
bool FrameReader::opens_clause(std::uint32_t t) const {
  return t + kFewestClauseTokens <= sentence_.end && !tokens_.is_punctuation(t) &&
         !tokens_.says_any(t, {"so", "nothing", "anything", "something", "to", "as", "goodbye", "yes", "about", "of",
                               "for", "with", "and", "or", "but", "who", "because", "while"});
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

void FrameReader::find_content(std::size_t index) {
  Draft& draft = drafts_[index];
  SpeechFrame& frame = draft.frame;
  if (frame.kind == ReportingCue::Kind::kAccordingTo) {
    // Behind its phrase only where it opens the sentence: "According to Weaver, taxes will fall".
    if (!frame.before.empty()) return;
    std::uint32_t start = frame.speaker.phrase.end;
    while (start < sentence_.end && !tokens_.is_comma(start) && !map_.quote(start).valid()) ++start;
    start = behind_time(start);
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

// Whether the clause of the cue says nothing more of its own, as in "Taxes will fall, Weaver said in Oslo".
bool FrameReader::stands_apart(const Draft& draft) const {
  const VerbEntry& verb = draft.verb;
  if (!verb.takes("say") && !verb.takes("that") && !verb.takes("tell") && !verb.takes("ask")) return false;
  const std::uint32_t start = draft.inverted ? draft.frame.speaker.phrase.end : draft.frame.cue.end;
  std::uint32_t rest = around_.after_all(start, sentence_.end);
  if (verb.takes("tell") && !draft.inverted)
    rest = around_.after_all(around_.after_phrase(start, sentence_.end), sentence_.end);
  return rest >= sentence_.end || tokens_.is_punctuation(rest) ||
         (tokens_.is(rest, WordClass::kPreposition | WordClass::kConjunction) && !tokens_.says(rest, "to"));
}

// What stands in front: "Taxes will fall, Weaver said", and quoted words that end right there.
void FrameReader::find_before(Draft& draft) const {
  SpeechFrame& frame = draft.frame;
  if (frame.kind == ReportingCue::Kind::kNoun || frame.shares_speaker) return;
  const std::uint32_t begin = frame_begin(draft);
  if (begin <= sentence_.begin) return;
  const Id<Quote> quote = map_.quote(begin - 1);
  const bool pause = tokens_.is_comma(begin - 1) || tokens_.is_dash(begin - 1);
  const bool according = frame.kind == ReportingCue::Kind::kAccordingTo;
  if (!quote.valid() && !pause && !according) return;
  // "Describing it as "a dead end," Weaver said ...": the words in front belong to the participle.
  if (&draft != drafts_.data() && drafts_.front().frame.cue.begin == sentence_.begin) return;
  if (according && begin <= sentence_.begin + 4 && !quote.valid()) return;
  if (!quote.valid() && !according && !stands_apart(draft)) return;
  std::uint32_t from = sentence_.begin;
  const Id<Quote> running = map_.quote(from);
  if (running.valid() && map_.tokens(running).begin < from) {
    // The sentence begins inside a quote of the one before: "He was "stiff. Not fun," Weaver said."
    const Sentence* first = tokens_.doc().sentence_at(tokens_.span(map_.tokens(running).begin).begin);
    if (first != nullptr) from = first->tokens.begin;
  }
  if (quote.valid()) from = std::min(from, map_.tokens(quote).begin);
  while (from < begin && tokens_.says_any(from, {"but", "and", "so", "yet"}) && !map_.quote(from).valid()) ++from;
  frame.before = trimmed({from, begin});
  if (is_circumstance(frame.before)) frame.before = {};
}

// "As the charges were unsealed, Weaver testified": when or why something was said is not what was said.
bool FrameReader::is_circumstance(TokenSpan clause) const {
  if (clause.empty() ||
      !tokens_.says_any(clause.begin, {"as", "when", "while", "after", "before", "since", "once", "until", "although",
                                       "though", "because", "amid", "during", "despite"})) {
    return false;
  }
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (tokens_.is_comma(t) || map_.quote(t).valid()) return false;
  }
  return true;
}

void FrameReader::read(TokenSpan sentence, std::span<const ReportingCue> cues, std::vector<SpeechFrame>& out) {
  sentence_ = sentence;
  drafts_.clear();
  for (const ReportingCue& cue : cues) {
    // Quoted words report nothing here, and in a name ("the United States") no word is a verb.
    const std::uint32_t at = tokens_.doc().token_from(cue.span.begin);
    if (map_.quote(at).valid() || map_.mention(at).valid()) continue;
    // "according to reports seen by the Ledger": a noun of the speaker's phrase.
    if (!drafts_.empty() && drafts_.back().frame.speaker.phrase.contains(TokenSpan{at, at + 1}) &&
        drafts_.back().frame.kind == ReportingCue::Kind::kAccordingTo) {
      continue;
    }
    drafts_.push_back(draft(cue));
    find_speaker(drafts_.back());
  }
  take_over_speakers();
  for (Draft& draft : drafts_) find_before(draft);
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    // In front stands the sentence's own clause where an earlier cue does not claim it.
    const bool claimed = i > 0 && !drafts_[i - 1].frame.content.empty() && !drafts_[i].frame.before.empty() &&
                         drafts_[i - 1].frame.content.end > drafts_[i].frame.before.begin;
    if (claimed) {
      const std::uint32_t last = drafts_[i].frame.before.end;
      const Id<Quote> quote = last > 0 ? map_.quote(last - 1) : Id<Quote>();
      drafts_[i].frame.before = quote.valid() ? map_.tokens(quote) : TokenSpan{};
    }
    find_content(i);
  }
  for (Draft& draft : drafts_) {
    if (!draft.denied && !is_first_person(draft.frame.speaker)) out.push_back(draft.frame);
  }
}

}  // namespace

std::vector<SpeechFrame> read_speech_frames(const TokenReader& tokens, const Layer<ReportingCue>& cues,
                                            const TokenMap& map, const SpeakerFinder& speakers) {
  std::vector<SpeechFrame> frames;
  FrameReader reader(tokens, map, speakers);
  for (const Sentence& sentence : tokens.doc().sentences) {
    if (!is_body(tokens.doc().paragraphs[sentence.paragraph].paragraph_class)) continue;
    for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += kLongestSentence) {
      const TokenSpan piece{begin, std::min(begin + kLongestSentence, sentence.tokens.end)};
      const std::span<const ReportingCue> inside = cues.beginning_in(tokens.doc().text_from_tokens(piece));
      if (!inside.empty()) reader.read(piece, inside, frames);
    }
  }
  return frames;
}

}  // namespace newsloupe
