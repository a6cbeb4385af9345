// Speakers of quotes, by ordered sieves from sure to loose, and the reported clauses that no mark encloses.
#include <algorithm>
#include <array>
#include <span>

#include "core/base/sorting.h"
#include "core/resolve/resolve.h"
#include "core/resolve/speaker_identity.h"

namespace newsloupe {
namespace {

constexpr RuleId kClauseRule{"quote.reported_clause"};
constexpr RuleId kClauseBeforeRule{"quote.reported_clause_before"};
constexpr RuleId kHeadlineRule{"quote.headline"};
constexpr RuleId kObjectRule{"quote.reported_object"};
constexpr std::uint32_t kFewestUnclaimedWords = 5;  // a shorter fragment without a cue is no speech

// What is known of one quote while the sieves run.
struct Candidate {
  Quote quote;
  TokenSpan tokens;  // with its marks
  const SpeechFrame* frame = nullptr;
  Attribution attribution;
  bool answered = false;
  bool name = false;                // quoted because it is called so
  std::size_t first_part = kWhole;  // index of the first part, of an utterance broken by its attribution
  static constexpr std::size_t kWhole = static_cast<std::size_t>(-1);
};

class Attributor {
 public:
  Attributor(const TokenReader& tokens, const Layer<Quote>& quotes, const Layer<ReportingCue>& cues,
             const Coreference& coreference)
      : doc_(tokens.doc()),
        coreference_(coreference),
        tokens_(tokens),
        map_(doc_, quotes, coreference),
        speakers_(tokens_, map_, coreference),
        frames_(read_speech_frames(tokens_, cues, map_, speakers_)),
        identity_(tokens_, map_, coreference, speakers_, frames_) {
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      Candidate candidate;
      candidate.quote = quotes[i];
      candidate.tokens = map_.tokens(Id<Quote>(i));
      marked_.push_back(candidate);
    }
  }

  AttributedQuotes run() {
    claim_by_frames();
    for (std::size_t i = 0; i < marked_.size(); ++i) run_sieves(i);
    settle_fragments();
    add_clauses();
    add_headlines();
    return assemble();
  }

 private:
  struct Sieve {
    const char* name;
    bool (Attributor::*answer)(std::size_t index);
  };
  static const std::array<Sieve, 10> kSieves;

  void claim_by_frames();
  void claim(TokenSpan content, const SpeechFrame& frame, bool before);
  void run_sieves(std::size_t index);
  bool by_frame(std::size_t index);
  bool by_transcript_name(std::size_t index);
  bool by_dash(std::size_t index);
  bool by_introduction(std::size_t index);
  bool by_continuation(std::size_t index);
  bool by_same_sentence(std::size_t index);
  bool by_same_paragraph(std::size_t index);
  bool by_previous_paragraph(std::size_t index);
  bool by_next_paragraph(std::size_t index);
  bool by_previous_subject(std::size_t index);

  void settle_fragments();
  void add_clauses();
  void add_clause(TokenSpan content, const SpeechFrame& frame, bool before);
  void add_headlines();
  [[nodiscard]] AttributedQuotes assemble();

  // The quotes between marks that overlap the tokens: they never overlap each other.
  [[nodiscard]] std::span<Candidate> marked_in(TokenSpan tokens);
  void answer(Candidate& candidate, const SpeakerPhrase& phrase, TokenSpan cue, Confidence confidence);
  void copy_speaker(Candidate& candidate, const Candidate& from, Confidence confidence);
  [[nodiscard]] const Paragraph* paragraph_of(const Candidate& candidate) const {
    return doc_.paragraph_at(candidate.quote.marked.begin);
  }
  [[nodiscard]] std::uint32_t word_count(TokenSpan span) const;
  [[nodiscard]] bool is_labelled(const Candidate& candidate) const;

  const SegmentedDocument& doc_;
  const Coreference& coreference_;
  const TokenReader& tokens_;
  TokenMap map_;
  SpeakerFinder speakers_;
  std::vector<SpeechFrame> frames_;
  SpeakerIdentity identity_;
  std::vector<Candidate> marked_;   // quotes between marks, in text order
  std::vector<Candidate> clauses_;  // reported clauses
};

// From sure to loose; the first that answers wins, and its name is the rule.
const std::array<Attributor::Sieve, 10> Attributor::kSieves = {
    {{"speaker.cue", &Attributor::by_frame},
     {"speaker.transcript", &Attributor::by_transcript_name},
     {"speaker.dash", &Attributor::by_dash},
     {"speaker.introduced", &Attributor::by_introduction},
     {"speaker.continued", &Attributor::by_continuation},
     {"speaker.same_sentence", &Attributor::by_same_sentence},
     {"speaker.same_paragraph", &Attributor::by_same_paragraph},
     {"speaker.previous_paragraph", &Attributor::by_previous_paragraph},
     {"speaker.next_paragraph", &Attributor::by_next_paragraph},
     {"speaker.previous_subject", &Attributor::by_previous_subject}}};

std::uint32_t Attributor::word_count(TokenSpan span) const {
  std::uint32_t words = 0;
  for (std::uint32_t t = span.begin; t < span.end; ++t) words += tokens_.is_word(t) ? 1 : 0;
  return words;
}

std::span<Candidate> Attributor::marked_in(TokenSpan tokens) {
  const auto first = std::partition_point(marked_.begin(), marked_.end(),
                                          [&](const Candidate& c) { return c.tokens.end <= tokens.begin; });
  const auto last =
      std::partition_point(first, marked_.end(), [&](const Candidate& c) { return c.tokens.begin < tokens.end; });
  return {first, last};
}

void Attributor::answer(Candidate& candidate, const SpeakerPhrase& phrase, TokenSpan cue, Confidence confidence) {
  candidate.attribution = identity_.attribution_of(phrase, cue);
  candidate.attribution.confidence = confidence;
  candidate.answered = true;
}

void Attributor::copy_speaker(Candidate& candidate, const Candidate& from, Confidence confidence) {
  candidate.attribution = from.attribution;
  candidate.attribution.cue = {};
  candidate.attribution.confidence = confidence;
  candidate.answered = true;
}

// ---- the sieves

void Attributor::claim(TokenSpan content, const SpeechFrame& frame, bool before) {
  for (Candidate& candidate : marked_in(content)) {
    // The innermost cue wins: the last one before the quote, or the one right behind it.
    if (candidate.frame == nullptr || before || candidate.frame->cue.begin < frame.cue.begin) candidate.frame = &frame;
    candidate.name |= frame.names;
  }
}

void Attributor::claim_by_frames() {
  for (const SpeechFrame& frame : frames_) {
    if (!frame.content.empty()) claim(frame.content, frame, false);
  }
  for (const SpeechFrame& frame : frames_) {
    if (!frame.before.empty()) claim(frame.before, frame, true);
  }
}

void Attributor::run_sieves(std::size_t index) {
  if (marked_[index].name) return;
  for (const Sieve& sieve : kSieves) {
    if (!(this->*sieve.answer)(index)) continue;
    marked_[index].attribution.rule = RuleId(sieve.name);
    return;
  }
}

// "...," said Weaver. Weaver said: "..."
bool Attributor::by_frame(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (candidate.frame == nullptr || !candidate.frame->speaker.found()) return false;
  answer(candidate, candidate.frame->speaker, candidate.frame->cue, Confidence::kSure);
  // Broken by its attribution: the first part has the same frame and stands in front of it.
  if (index > 0 && candidate.quote.kind == QuoteKind::kDirect && marked_[index - 1].frame == candidate.frame &&
      marked_[index - 1].tokens.end <= candidate.frame->cue.begin &&
      candidate.tokens.begin >= candidate.frame->cue.end) {
    const Candidate& first = marked_[index - 1];
    candidate.first_part = first.first_part == Candidate::kWhole ? index - 1 : first.first_part;
  }
  return true;
}

// WEAVER: We agree.
bool Attributor::by_transcript_name(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (candidate.quote.rule.name() != "quote.transcript") return false;
  const Paragraph* paragraph = paragraph_of(candidate);
  if (paragraph == nullptr || candidate.tokens.begin < paragraph->tokens.begin + 2) return false;
  const std::uint32_t colon = candidate.tokens.begin - 1;
  const Id<Mention> mention = map_.mention(colon - 1);
  answer(candidate, {{paragraph->tokens.begin, colon}, {paragraph->tokens.begin, colon}, mention, false}, {},
         Confidence::kSure);
  return true;
}

// "..." -- Joan Weaver, mayor
bool Attributor::by_dash(std::size_t index) {
  Candidate& candidate = marked_[index];
  const Paragraph* paragraph = paragraph_of(candidate);
  std::uint32_t t = candidate.tokens.end;
  if (paragraph == nullptr || t >= paragraph->tokens.end) return false;
  const bool dash = tokens_.is_dash(t) || tokens_.says(t, "-");
  if (!dash) return false;
  const SpeakerPhrase phrase = speakers_.beginning_at(t + 1, paragraph->tokens.end);
  constexpr std::uint32_t kLongestCredit = 14;
  if ((!phrase.mention.valid() && !phrase.joint) || paragraph->tokens.end - t > kLongestCredit) return false;
  if (!speakers_.can_speak(phrase)) return false;
  answer(candidate, phrase, {}, Confidence::kLikely);
  return true;
}

// "And from the chair:" or "Weaver told the council:" in the sentence or the paragraph before.
bool Attributor::by_introduction(std::size_t index) {
  Candidate& candidate = marked_[index];
  const Paragraph* paragraph = paragraph_of(candidate);
  if (paragraph == nullptr) return false;
  std::uint32_t colon = candidate.tokens.begin - 1;
  std::uint32_t begin = paragraph->tokens.begin;
  bool credit = false;
  if (candidate.tokens.begin == begin) {
    const Paragraph* before = identity_.paragraph_before(*paragraph);
    if (before == nullptr) return false;
    colon = before->tokens.end - 1;
    begin = before->tokens.begin;
    constexpr std::uint32_t kLongestCredit = 16;
    credit = before->tokens.size() <= kLongestCredit && tokens_.says(begin, "from");
  }
  if (!tokens_.says(colon, ":") && !credit) return false;
  const Sentence* sentence = doc_.sentence_at(tokens_.span(colon).begin);
  if (sentence != nullptr) begin = std::max(begin, sentence->tokens.begin);
  const std::span<const SpeechFrame> frames = identity_.frames_in({begin, colon});
  for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
    if (!frame->speaker.found()) continue;
    answer(candidate, frame->speaker, frame->cue, Confidence::kSure);
    return true;
  }
  SpeakerPhrase phrase = speakers_.first_in({begin, colon});
  for (std::uint32_t t = begin; t + 2 < colon; ++t) {  // "... in the words of the patient:"
    if (tokens_.says(t, "words") && tokens_.says(t + 1, "of")) phrase = speakers_.beginning_at(t + 2, colon);
  }
  if (!phrase.found()) return false;
  answer(candidate, phrase, {}, Confidence::kLikely);
  return true;
}

// "...," said Weaver. "And ...": the next sentence of the same paragraph goes on.
bool Attributor::by_continuation(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (index == 0 || candidate.quote.kind != QuoteKind::kDirect) return false;
  const Candidate& last = marked_[index - 1];
  if (last.frame == nullptr || !last.answered || paragraph_of(last) != paragraph_of(candidate)) return false;
  const Sentence* cue = doc_.sentence_at(tokens_.span(last.frame->cue.begin).begin);
  if (cue == nullptr || last.quote.kind != QuoteKind::kDirect) return false;
  if (candidate.tokens.begin != cue->tokens.end && candidate.tokens.begin != last.tokens.end) return false;
  copy_speaker(candidate, last, Confidence::kSure);
  candidate.first_part = last.first_part == Candidate::kWhole ? index - 1 : last.first_part;
  return true;
}

// Fragments side by side: a "dead end" and a "waste of time", he said.
bool Attributor::by_same_sentence(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (index == 0 || !marked_[index - 1].answered) return false;
  const Sentence* sentence = doc_.sentence_at(candidate.quote.marked.begin);
  if (sentence == nullptr || !sentence->span.contains(marked_[index - 1].quote.marked)) return false;
  copy_speaker(candidate, marked_[index - 1], Confidence::kLikely);
  return true;
}

bool Attributor::by_same_paragraph(std::size_t index) {
  Candidate& candidate = marked_[index];
  const Paragraph* paragraph = paragraph_of(candidate);
  if (paragraph == nullptr) return false;
  const bool direct = candidate.quote.kind == QuoteKind::kDirect;
  if (!direct && word_count(candidate.tokens) < kFewestUnclaimedWords) return false;
  if (index > 0 && marked_[index - 1].answered && paragraph_of(marked_[index - 1]) == paragraph) {
    copy_speaker(candidate, marked_[index - 1], Confidence::kLikely);
    return true;
  }
  // Reported speech of the same paragraph, the nearest in front first.
  const SpeechFrame* nearest = nullptr;
  for (const SpeechFrame& frame : identity_.frames_in(paragraph->tokens)) {
    // "A thermometer reads the room."
    if (!frame.speaker.found() || !speakers_.can_speak(frame.speaker)) continue;
    // "(“We know”) he left, assuming"
    if (!direct && frame.shares_speaker && frame.cue.begin > candidate.tokens.begin) continue;
    if (frame.cue.begin < candidate.tokens.begin || nearest == nullptr) nearest = &frame;
  }
  if (nearest != nullptr) {
    answer(candidate, nearest->speaker, {}, Confidence::kLikely);
    return true;
  }
  return false;
}

// "EXAMPLE:" in a line of its own tells what the words are, and that no one before it says them.
bool Attributor::is_labelled(const Candidate& candidate) const {
  const Paragraph* paragraph = paragraph_of(candidate);
  if (paragraph == nullptr || candidate.tokens.begin != paragraph->tokens.begin) return false;
  const Paragraph* label = identity_.paragraph_before(*paragraph);
  constexpr std::uint32_t kLongest = 3;  // words
  return label != nullptr && !label->tokens.empty() && tokens_.says(label->tokens.end - 1, ":") &&
         word_count(label->tokens) <= kLongest;
}

// A paragraph that is nothing but a quote goes on with the speaker of the paragraph before.
bool Attributor::by_previous_paragraph(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (candidate.quote.kind != QuoteKind::kDirect || is_labelled(candidate)) return false;
  const Paragraph* paragraph = paragraph_of(candidate);
  const Paragraph* before = paragraph != nullptr ? identity_.paragraph_before(*paragraph) : nullptr;
  if (before == nullptr) return false;
  // "Weaver came back to it later. "What is left?"": the paragraph has somebody of its own.
  const TokenSpan lead{paragraph->tokens.begin, candidate.tokens.begin};
  if (word_count(lead) > 3 && speakers_.first_in(lead).mention.valid()) return false;
  if (index > 0 && marked_[index - 1].answered && before->span.overlaps(marked_[index - 1].quote.marked)) {
    copy_speaker(candidate, marked_[index - 1], Confidence::kLikely);
    return true;
  }
  const std::span<const SpeechFrame> frames = identity_.frames_in(before->tokens);
  for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
    if (!frame->speaker.found()) continue;
    answer(candidate, frame->speaker, {}, Confidence::kLikely);
    return true;
  }
  return false;
}

// He has two daughters. "I love them." / "They are a dream," he said: the paragraph ends with what "he" goes on saying.
bool Attributor::by_next_paragraph(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (index + 1 >= marked_.size() || candidate.quote.kind != QuoteKind::kDirect) return false;
  const Candidate& next = marked_[index + 1];
  const Paragraph *paragraph = paragraph_of(candidate), *following = paragraph_of(next);
  if (paragraph == nullptr || following == nullptr || next.tokens.begin != following->tokens.begin) return false;
  if (candidate.tokens.end != paragraph->tokens.end || identity_.paragraph_before(*following) != paragraph)
    return false;
  if (next.frame == nullptr || !tokens_.says_any(next.frame->speaker.speaker.begin, {"he", "she"})) return false;
  answer(candidate, next.frame->speaker, {}, Confidence::kLikely);
  return true;
}

// The subject of the sentence in front.
bool Attributor::by_previous_subject(std::size_t index) {
  Candidate& candidate = marked_[index];
  if (candidate.quote.kind != QuoteKind::kDirect || is_labelled(candidate)) return false;
  const std::size_t at = doc_.sentences.first_from(candidate.quote.marked.begin);
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    const Sentence& sentence = doc_.sentences[at - back];
    if (!is_body(doc_.paragraphs[sentence.paragraph].paragraph_class)) break;
    const SpeakerPhrase phrase = speakers_.first_in(sentence.tokens);
    if (!phrase.found()) continue;
    answer(candidate, phrase, {}, Confidence::kGuess);
    return true;
  }
  return false;
}

// ---- kinds and clauses

// Drops fragments that nobody is said to have uttered, and calls direct what fills its report alone.
void Attributor::settle_fragments() {
  std::vector<std::size_t> moved(marked_.size(), Candidate::kWhole);
  std::vector<Candidate> kept;
  for (std::size_t i = 0; i < marked_.size(); ++i) {
    Candidate& candidate = marked_[i];
    const bool fragment = candidate.quote.kind == QuoteKind::kMixed;
    if (fragment && candidate.frame != nullptr && !candidate.frame->takes_object) {
      const TokenSpan content = candidate.frame->content;
      const bool alone = content.begin == candidate.tokens.begin && content.end == candidate.tokens.end;
      if (alone) candidate.quote.kind = QuoteKind::kDirect;
    }
    const std::uint32_t words = word_count(candidate.tokens);
    if (candidate.name || (!candidate.answered && (fragment || words < 3))) continue;
    if (fragment && candidate.frame == nullptr && words < kFewestUnclaimedWords &&
        candidate.attribution.rule.name() != "speaker.same_sentence") {
      continue;
    }
    moved[i] = kept.size();
    kept.push_back(candidate);
  }
  for (Candidate& candidate : kept) {
    if (candidate.first_part != Candidate::kWhole) candidate.first_part = moved[candidate.first_part];
  }
  marked_ = std::move(kept);
}

// A reported clause, unless quoted words are all of it. The quotes inside become its fragments.
void Attributor::add_clause(TokenSpan content, const SpeechFrame& frame, bool before) {
  if (content.empty() || word_count(content) < 2) return;
  bool holds = false;
  for (Candidate& candidate : marked_in(content)) {
    const bool edge = before ? candidate.tokens.end == content.end : candidate.tokens.begin == content.begin;
    if (edge && candidate.quote.kind == QuoteKind::kDirect) return;
    holds = true;
  }
  if (before ? (!frame.speaker.found() || word_count(content) < 4) : (!frame.reports && !holds)) return;
  for (Candidate& candidate : marked_in(content)) {
    if (candidate.tokens.begin >= content.begin && candidate.tokens.end <= content.end) {
      candidate.quote.kind = QuoteKind::kMixed;
    }
  }
  Candidate clause;
  clause.tokens = content;
  clause.quote.span = doc_.text_from_tokens(content);
  clause.quote.marked = clause.quote.span;
  clause.quote.kind = QuoteKind::kIndirect;
  clause.quote.rule = before ? kClauseBeforeRule : frame.takes_object ? kObjectRule : kClauseRule;
  answer(clause, frame.speaker, frame.cue, Confidence::kSure);
  clause.attribution.rule = RuleId("speaker.cue");
  clauses_.push_back(clause);
}

void Attributor::add_clauses() {
  for (const SpeechFrame& frame : frames_) {
    if (!frame.speaker.found() || frame.names) continue;
    add_clause(frame.before, frame, true);
    add_clause(frame.content, frame, false);
  }
}

// "Harbour must open by spring: Minister Weaver": a headline that ends with a colon and a person.
void Attributor::add_headlines() {
  constexpr std::uint32_t kFewestWords = 4;
  for (const Paragraph& paragraph : doc_.paragraphs) {
    if (paragraph.paragraph_class != ParagraphClass::kHeadline || paragraph.tokens.empty()) continue;
    const TokenSpan tokens = paragraph.tokens;
    std::uint32_t colon = tokens.end - 1;
    while (colon > tokens.begin && !tokens_.says(colon, ":")) --colon;
    const SpeakerPhrase speaker = speakers_.ending_at(tokens.end - 1, colon + 1);
    const bool person = speaker.mention.valid() && coreference_.mentions[speaker.mention].type == EntityType::kPerson &&
                        speaker.phrase.begin == colon + 1;
    const TokenSpan content{tokens.begin, colon};
    if (!person || word_count(content) < kFewestWords || map_.quote(colon - 1).valid()) continue;
    Candidate clause;
    clause.tokens = content;
    clause.quote.span = doc_.text_from_tokens(content);
    clause.quote.marked = clause.quote.span;
    clause.quote.kind = QuoteKind::kIndirect;
    clause.quote.rule = kHeadlineRule;
    answer(clause, speaker, {colon, colon + 1}, Confidence::kLikely);
    clause.attribution.rule = RuleId("speaker.headline");
    clauses_.push_back(clause);
  }
}

AttributedQuotes Attributor::assemble() {
  // Layer order: by begin, longer first; a clause comes before the fragment it holds.
  struct Entry {
    Candidate* candidate;
    std::size_t marked;  // index in marked_, kWhole for a clause
  };
  std::vector<Entry> order;
  for (std::size_t i = 0; i < marked_.size(); ++i) order.push_back({&marked_[i], i});
  for (Candidate& clause : clauses_) order.push_back({&clause, Candidate::kWhole});
  sort_items(order, [](const Entry& a, const Entry& b) {
    const TextSpan x = a.candidate->quote.span, y = b.candidate->quote.span;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  std::vector<Id<Quote>> place(marked_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i].marked != Candidate::kWhole) place[order[i].marked] = Id<Quote>(i);
  }
  AttributedQuotes result;
  std::vector<Quote> quotes;
  std::vector<std::size_t> open;  // clauses that hold the place, innermost last
  for (std::size_t i = 0; i < order.size(); ++i) {
    Candidate& candidate = *order[i].candidate;
    while (!open.empty() && quotes[open.back()].span.end <= candidate.quote.span.begin) open.pop_back();
    if (candidate.first_part != Candidate::kWhole) candidate.quote.part_of = place[candidate.first_part];
    if (order[i].marked == Candidate::kWhole) {
      open.push_back(i);
    } else if (!open.empty() && quotes[open.back()].span.contains(candidate.quote.span)) {
      candidate.quote.within = Id<Quote>(open.back());
    }
    quotes.push_back(candidate.quote);
    result.attributions.push_back(candidate.attribution);
  }
  result.quotes = Layer<Quote>(std::move(quotes));
  return result;
}

}  // namespace

AttributedQuotes attribute_quotes(const TokenReader& tokens, const Layer<Quote>& quotes,
                                  const Layer<ReportingCue>& cues, const Coreference& coreference) {
  return Attributor(tokens, quotes, cues, coreference).run();
}

}  // namespace newsloupe
