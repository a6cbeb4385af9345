#include "core/resolve/speech_frames.h"

#include <algorithm>

#include "core/resolve/frame_reader.h"
#include "core/resolve/phrase_words.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kOpening = 9;  // tokens in which a participle opens its sentence

}  // namespace

bool FrameReader::is_denied(TokenSpan cue) const {
  const std::uint32_t before = cue.begin - 1;
  if (tokens_.says_any(before, {"not", "never", "nothing", "without", "cannot"})) return true;
  if (tokens_.ends_in(before, "n't") || tokens_.ends_in(before, "n\u2019t")) return true;
  // "The ad, called "Tides", ends".
  if (tokens_.says_any(cue.begin, {"called", "dubbed"}) && tokens_.is_comma(before) && map_.quote(cue.end).valid() &&
      tokens_.is_comma(map_.tokens(map_.quote(cue.end)).end)) {
    return true;
  }
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
      result.verb = {match.entry->columns[0], match.entry->columns[1], match.entry->columns[2]};
    }
    result.denied = is_denied(result.frame.cue) || is_passive(result);
  }
  return result;
}

void FrameReader::find_speaker(Draft& draft) const {
  SpeechFrame& frame = draft.frame;
  if (frame.kind == ReportingCue::Kind::kAccordingTo) {
    frame.speaker = speakers_.beginning_at(frame.cue.end, sentence_.end);
    // "according to simple rules": nobody says so.
    const std::uint32_t behind = frame.speaker.phrase.end;
    const bool rules = tokens_.is(behind, WordClass::kReportingVerb) && tokens_.ends_in(behind, "s");
    if (rules && !frame.speaker.mention.valid() && !speakers_.can_speak(frame.speaker)) frame.speaker = {};
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
  if (draft.verb.tense == "ing" && !tokens_.is(before, WordClass::kAuxiliary)) {
    frame.speaker = subject_of_participle(frame.cue.begin);
    return;
  }
  const bool at_begin = frame.cue.begin == sentence_.begin;
  const bool behind_quote = !at_begin && map_.quote(before).valid();
  const bool behind_pause = !at_begin && (tokens_.is_comma(before) || tokens_.is_dash(before));
  // "..., told the Ledger's Ada Lind": who is told never follows as the speaker.
  // "..., accused Colorado of": whom it is said of does not, either.
  const bool may_turn = draft.verb.frames != "tell" && draft.verb.frames != "object";
  if (may_turn && (behind_quote || behind_pause || at_begin)) {
    const SpeakerPhrase right = speakers_.beginning_at(frame.cue.end, sentence_.end);
    const std::uint32_t behind = right.phrase.end;
    // "The letter - a copy is here - warns Weaver: ...": whom it warns.
    const bool told = behind_pause && tokens_.says(behind, ":") && !tokens_.says(frame.cue.begin, "said");
    const bool closes = behind >= sentence_.end || (tokens_.is_punctuation(behind) && !told) ||
                        tokens_.says_any(behind, {"in", "on", "at", "during", "after", "before", "when", "as", "who",
                                                  "of", "while", "with", "from"}) ||
                        tokens_.is(behind, WordClass::kWeekday | WordClass::kMonth);
    // "Weaver, a nurse, said Okoro "understood" it": the quote has Okoro for its subject.
    const bool within = behind_pause && map_.quote(behind).valid() &&
                        speakers_.can_speak(speakers_.subject_of(frame.cue.begin, sentence_.begin));
    if (right.found() && !within && !map_.quote(frame.cue.end).valid() &&
        (behind_quote || (closes && speakers_.can_speak(right)))) {
      frame.speaker = right;
      draft.inverted = true;
      return;
    }
  }
  frame.speaker = speakers_.subject_of(frame.cue.begin, sentence_.begin);
}

// "footage of Weaver saying", "quoted the mayor as saying": a person right before the participle; nothing after a
// pause.
SpeakerPhrase FrameReader::subject_of_participle(std::uint32_t participle) const {
  const bool as = participle > sentence_.begin + 1 && tokens_.says(participle - 1, "as");
  const std::uint32_t last = participle - (as ? 2 : 1);
  if (participle <= sentence_.begin + 1 || tokens_.is_punctuation(last)) return {};
  if (as) {
    const SpeakerPhrase subject = speakers_.ending_at(last, sentence_.begin);
    return speakers_.can_speak(subject) ? subject : SpeakerPhrase{};
  }
  // "..., with Israel saying": whoever stands behind the preposition.
  const SpeakerPhrase companion = speakers_.ending_at(last, sentence_.begin);
  if (companion.found() && tokens_.says(companion.phrase.begin - 1, "with") &&
      (speakers_.can_speak(companion) || companion.mention.valid()))
    return companion;
  const Id<Mention> name = map_.mention(last);
  if (!name.valid() || map_.tokens(name).end != last + 1) return {};
  const SpeakerPhrase person{map_.tokens(name), map_.tokens(name), name, false};
  return speakers_.is_person(person) ? person : SpeakerPhrase{};
}

// "... and highlighted", "..., saying", "went on to say": the subject is that of the verb before, else the sentence's.
void FrameReader::take_over_speakers() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    SpeechFrame& frame = drafts_[i].frame;
    if (frame.speaker.found() || frame.kind != ReportingCue::Kind::kVerb) continue;
    frame.shares_speaker = true;
    if (drafts_[i].verb.tense == "present" && tokens_.says(frame.cue.end, "that") && is_told_by_thing(frame.cue.begin))
      continue;
    // "As the crowd began to chant, Weaver came and joked": the crowd is the subject of its own clause alone.
    const bool apart = i > 0 && tokens_.says(drafts_[i - 1].frame.cue.begin - 1, "to") &&
                       tokens_.says_any(sentence_.begin, {"as", "when", "while", "after", "before", "once"});
    if (i > 0 && !apart) frame.speaker = drafts_[i - 1].frame.speaker;
    if (!frame.speaker.found()) frame.speaker = speakers_.first_in({sentence_.begin, frame.cue.begin});
    if (!frame.speaker.found() && i + 1 < drafts_.size()) frame.speaker = drafts_[i + 1].frame.speaker;
    // "After saying so, Weaver left", not "fought back by branding Weaver a fool"; and "images indicate that they fell"
    // is nothing that they say.
    const bool that = tokens_.says(frame.cue.end, "that") && drafts_[i].verb.tense != "ing";
    const bool self = frame.cue.begin > sentence_.begin + 1 && tokens_.text(frame.cue.begin - 2) == "self";
    const bool finite = drafts_[i].verb.tense != "ing" && frame.cue.begin > sentence_.begin && !self;
    const bool opens = !finite && frame.cue.begin < sentence_.begin + kOpening &&
                       !tokens_.says(frame.cue.begin - 1, "by") && !follows_verb(frame.cue.begin);
    if (frame.speaker.found() || that || !opens) continue;
    // "Without naming Weaver, the mayor left": who did so stands behind the comma.
    std::uint32_t comma = frame.cue.end;
    while (comma < sentence_.end && (!tokens_.is_comma(comma) || map_.quote(comma).valid())) ++comma;
    if (comma + 1 < sentence_.end) {
      const SpeakerPhrase subject = speakers_.beginning_at(comma + 1, sentence_.end);
      const bool behind = speakers_.can_speak(subject) && !tokens_.says(comma + 1, "it");  // "it's worth"
      frame.speaker = behind ? subject : speakers_.first_in({comma + 1, sentence_.end});
    }
    if (!frame.speaker.found()) frame.speaker = speakers_.first_in({frame.cue.end, sentence_.end});
  }
}

// "When officials are reduced to lecturing": no participle that opens the sentence.
bool FrameReader::follows_verb(std::uint32_t participle) const {
  for (std::uint32_t t = sentence_.begin; t < participle; ++t) {
    if (tokens_.says_any(t, {"is", "are", "was", "were", "has", "have", "had", "will", "would"})) return true;
  }
  return false;
}

// "Weaver left, and losing that boat suggests that": the thing right before the verb tells it.
bool FrameReader::is_told_by_thing(std::uint32_t verb) const {
  if (verb < sentence_.begin + 2 || !tokens_.has_shape(verb - 1, TokenShape::kLower)) return false;
  return tokens_.says_any(verb - 2, {"the", "this", "that", "a", "an"}) && !is_adverb(tokens_, verb - 1);
}

std::uint32_t FrameReader::frame_begin(const Draft& draft) const {
  const SpeechFrame& frame = draft.frame;
  if (draft.inverted || frame.shares_speaker || !frame.speaker.found()) return frame.cue.begin;
  return std::min(frame.cue.begin, frame.speaker.phrase.begin);
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
  // "should "ignore" the critics who cast it as": the quoted words are not theirs.
  // "..., Weaver, who advises the port on nets": nor what stands before.
  const bool comma = tokens_.is_comma(frame.speaker.phrase.end);
  const std::uint32_t behind = frame.speaker.phrase.end + (comma ? 1 : 0);
  const bool relative = frame.speaker.found() && tokens_.says_any(behind, {"who", "which", "that"}) &&
                        (!comma || behind + 1 == frame.cue.begin);
  if (relative && !draft.inverted && frame.kind == ReportingCue::Kind::kVerb) return;
  // "the request to "name all" certain meetings casts doubt"
  if (draft.verb.takes("object") && !draft.verb.takes("say") && !draft.inverted && frame.speaker.found() &&
      !speakers_.can_speak(frame.speaker))
    return;
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
  if (is_circumstance(frame.before) || is_half_clause(frame.before, draft)) frame.before = {};
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

// "Many of the prisons, she said, are old", "a visit which, critics say, changed nothing": set into a clause that goes
// on behind it.
bool FrameReader::is_half_clause(TokenSpan clause, const Draft& draft) const {
  if (clause.empty()) return false;
  if (tokens_.says_any(clause.end - 1, {"which", "who", "that", "and", "but"})) return true;
  if (holds_quote(clause)) return false;
  if (tells_when(clause)) return true;
  if (holds_verb(clause)) return false;
  // "Making and using nets, she notes, takes time"
  if (tokens_.ends_in(clause.begin, "ing") && !tokens_.says_any(clause.begin, {"nothing", "something", "anything"}))
    return true;
  const std::uint32_t pause = draft.inverted ? draft.frame.speaker.phrase.end : draft.frame.cue.end;
  return tokens_.is_comma(pause) && tokens_.is(pause + 1, WordClass::kAuxiliary | WordClass::kPastForm);
}

// "In their meetings this week, the council warned of".
bool FrameReader::tells_when(TokenSpan clause) const {
  constexpr std::uint32_t kLongest = 8;
  std::uint32_t t = clause.begin;
  while (t + 1 < clause.end &&
         (tokens_.is_comma(t) || tokens_.says_any(t, {"however", "meanwhile", "then", "now", "still"})))
    ++t;
  // "About 9 million live there"
  const bool amount = tokens_.says_any(t, {"about", "over", "to"}) && tokens_.has_shape(t + 1, TokenShape::kNumber);
  if (!tokens_.is(t, WordClass::kPreposition) || tokens_.says(t, "to") || amount) return false;
  // "After years of waiting, the council plans to build a port"
  const std::uint32_t comma = first_comma(t);
  if (!holds_verb(clause)) return comma + kLongest > clause.end;
  // "In an article titled "The Sea is Ours", Weaver writes"
  for (std::uint32_t i = t; i < clause.end; ++i) {
    if (tokens_.says_any(i, {"titled", "entitled"})) return true;
  }
  for (const std::uint32_t first = t; t < clause.end; ++t) {
    if (t - first >= kLongest || tokens_.is(t, WordClass::kAuxiliary | WordClass::kPastForm) ||
        tokens_.ends_in(t, "ed"))
      return false;
  }
  return true;
}

// "made" of "claims made in a post that said".
bool FrameReader::is_verb(const SpeakerPhrase& phrase) const {
  const std::uint32_t word = phrase.speaker.begin;
  return phrase.speaker.size() == 1 && !phrase.mention.valid() && tokens_.has_shape(word, TokenShape::kLower) &&
         tokens_.is(word, WordClass::kPastForm);
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
    Draft next = draft(cue);
    if (is_no_verb(next)) continue;
    find_speaker(next);
    if (is_verb(next.frame.speaker)) {
      if (tokens_.says(next.frame.cue.begin - 1, "that")) continue;
      next.frame.speaker = {};
    }
    drafts_.push_back(std::move(next));
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
    if (!draft.denied && !is_first_person(draft.frame.speaker) && !is_anyone(draft.frame)) out.push_back(draft.frame);
  }
}

constexpr std::uint32_t kLongestSentence = 200;  // tokens; a longer one is read in pieces, so that time stays linear

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
