#include "core/resolve/speaker_identity.h"

#include <algorithm>

#include "core/resolve/gender.h"
#include "core/resolve/name_forms.h"

namespace newsloupe {

SpeakerIdentity::SpeakerIdentity(const TokenReader& tokens, const TokenMap& map, const Coreference& coreference,
                                 const SpeakerFinder& speakers, const std::vector<SpeechFrame>& frames)
    : doc_(tokens.doc()), tokens_(tokens), map_(map), coreference_(coreference), speakers_(speakers), frames_(frames) {
  // In text order: a pronoun looks back at those who spoke before.
  for (const SpeechFrame& frame : frames_) frame_entities_.push_back(entity_of(frame.speaker));
}

std::span<const SpeechFrame> SpeakerIdentity::frames_in(TokenSpan tokens) const {
  const auto first = std::partition_point(frames_.begin(), frames_.end(),
                                          [&](const SpeechFrame& f) { return f.cue.begin < tokens.begin; });
  const auto last =
      std::partition_point(first, frames_.end(), [&](const SpeechFrame& f) { return f.cue.begin < tokens.end; });
  return {first, last};
}

const Paragraph* SpeakerIdentity::paragraph_before(const Paragraph& paragraph) const {
  const Paragraph* found = nullptr;
  for (std::size_t i = doc_.paragraphs.first_from(paragraph.span.begin); i-- > 0 && found == nullptr;) {
    const Paragraph& candidate = doc_.paragraphs[i];
    if (is_body(candidate.paragraph_class) && !candidate.tokens.empty()) found = &candidate;
  }
  return found;
}

// "He said": whoever spoke last, in this paragraph or the one before, unless the coreference has the pronoun stand for
// the subject of its own or the preceding sentence. Without an earlier speaker the coreference decides, and where it
// has no answer the person named last.
Id<Entity> SpeakerIdentity::entity_of_pronoun(std::uint32_t token, Id<Entity> resolved) const {
  // "..., the council said. "...," it added": what spoke right before, if it was no person.
  if (tokens_.says(token, "it") && !resolved.valid()) {
    const Id<Entity> body = last_speaker(token, false);
    return body.valid() && coreference_.entities[body.index()].type != EntityType::kPerson ? body : Id<Entity>();
  }
  if (!tokens_.says_any(token, {"he", "she", "his", "her"})) return resolved;
  if (follows_unnamed(token)) return {};
  const Id<Entity> last = last_speaker(token, true);
  if (!last.valid()) return resolved.valid() ? resolved : last_person(token);
  if (!resolved.valid() || resolved == last) return last;
  const std::size_t at = doc_.sentences.first_from(tokens_.span(token).begin + 1);
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    const SpeakerPhrase subject = speakers_.first_in(doc_.sentences[at - back].tokens);
    if (subject.mention.valid() && map_.entity(subject.mention) == resolved) return resolved;
  }
  return last;
}

// The noun of "a spokesman for the council".
std::uint32_t SpeakerIdentity::head_of(TokenSpan words) const {
  std::uint32_t head = words.begin;
  while (head + 1 < words.end && !tokens_.says_any(head + 1, {"of", "for", "from", "with", "in", "at"})) ++head;
  return head;
}

// "The mayor's father said ... "...," he said": who spoke last here or in the paragraph before is a person without a
// name.
bool SpeakerIdentity::follows_unnamed(std::uint32_t token) const {
  const Paragraph* here = doc_.paragraph_at(tokens_.span(token).begin);
  if (here == nullptr) return false;
  const Paragraph* before = paragraph_before(*here);
  const std::uint32_t from = before != nullptr ? before->tokens.begin : here->tokens.begin;
  const std::span<const SpeechFrame> frames = frames_in({from, token});
  const auto first = static_cast<std::size_t>(frames.data() - frames_.data());
  for (std::size_t i = std::min(first + frames.size(), frame_entities_.size()); i-- > first;) {
    const SpeakerPhrase& speaker = frames_[i].speaker;
    if (!speaker.found() || speaker.speaker.begin >= token) continue;
    const std::uint32_t head = head_of(speaker.speaker);
    return !frame_entities_[i].valid() && !speaker.joint && speaker.speaker.size() > 1 &&
           tokens_.is(head, WordClass::kPersonNoun | WordClass::kOffice | WordClass::kAnonymousSource) &&
           !tokens_.ends_in(head, "s") && !names_person_between(speaker.phrase.end, token);
  }
  return false;
}

bool SpeakerIdentity::names_person_between(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    const Id<Mention> mention = map_.mention(t);
    if (mention.valid() && !map_.quote(t).valid() && coreference_.mentions[mention].type == EntityType::kPerson &&
        coreference_.mentions[mention].form == MentionForm::kName)
      return true;
  }
  return false;
}

// False where the text calls the person "she", "Ms." or Anita and the pronoun is "he", or the other way round.
bool SpeakerIdentity::may_mean(std::uint32_t pronoun, Id<Entity> person) const {
  const bool male = tokens_.says_any(pronoun, {"he", "his"}), female = tokens_.says_any(pronoun, {"she", "her"});
  if (!male && !female) return true;
  for (const Id<Mention> id : coreference_.entities[person.index()].mentions) {
    const Mention& mention = coreference_.mentions[id];
    if (mention.form == MentionForm::kPronoun) {
      return male == tokens_.says_any(map_.tokens(id).begin, {"he", "him", "his", "himself"});
    }
    const Gender addressed =
        mention.role.empty() ? Gender::kUnknown : gender_of_address(tokens_, doc_.tokens_from_text(mention.role));
    const Gender gender = addressed != Gender::kUnknown
                              ? addressed
                              : gender_of_name(tokens_, map_.tokens(id), coreference_.entities[person.index()]);
    if (gender != Gender::kUnknown) return male == (gender == Gender::kMale);
    if (is_husband_of_first_lady(doc_, mention)) return male;
  }
  return true;
}

Id<Entity> SpeakerIdentity::last_speaker(std::uint32_t token, bool person) const {
  const Paragraph* here = doc_.paragraph_at(tokens_.span(token).begin);
  const Paragraph* before = here != nullptr ? paragraph_before(*here) : nullptr;
  if (here == nullptr) return {};
  const std::uint32_t from = before != nullptr ? before->tokens.begin : here->tokens.begin;
  const std::span<const SpeechFrame> frames = frames_in({from, token});
  const auto first = static_cast<std::size_t>(frames.data() - frames_.data());
  for (std::size_t i = std::min(first + frames.size(), frame_entities_.size()); i-- > first;) {
    const Id<Entity> entity = frame_entities_[i];
    if (!entity.valid() || frames_[i].speaker.speaker.begin >= token || !may_mean(token, entity)) continue;
    if (!person || coreference_.entities[entity.index()].type == EntityType::kPerson) return entity;
  }
  return {};
}

// Nobody where the sentence of the pronoun names persons, and none of them can be meant.
Id<Entity> SpeakerIdentity::last_person(std::uint32_t token) const {
  const Sentence* sentence = doc_.sentence_at(tokens_.span(token).begin);
  bool passed = false;  // a person of the sentence who cannot be meant
  for (std::size_t i = coreference_.mentions.first_from(tokens_.span(token).begin); i-- > 0;) {
    const Mention& mention = coreference_.mentions[i];
    const bool here = sentence != nullptr && sentence->span.contains(mention.span);
    if (passed && !here) return {};
    if (here && mention.type == EntityType::kPerson && mention.form == MentionForm::kName) passed = true;
    if (mention.type != EntityType::kPerson || mention.nested || !may_mean(token, map_.entity(Id<Mention>(i))))
      continue;
    if (!map_.quote(map_.tokens(Id<Mention>(i)).begin).valid()) return map_.entity(Id<Mention>(i));
  }
  return {};
}

// "the foreign secretary": the one person whose title in the text holds these words.
Id<Entity> SpeakerIdentity::entity_of_role(TokenSpan phrase) const {
  TokenSpan words = phrase;
  while (words.size() > 1 && tokens_.is(words.begin, WordClass::kDeterminer)) ++words.begin;
  if (words.size() == phrase.size() || !tokens_.is(words.end - 1, WordClass::kOffice)) return {};
  const auto holds = [&](TokenSpan role) {
    const auto same = [&](std::uint32_t a, std::uint32_t b) { return doc_.tokens[a].term == doc_.tokens[b].term; };
    for (std::uint32_t t = role.begin; t + words.size() <= role.end; ++t) {
      std::uint32_t k = 0;
      while (k < words.size() && same(t + k, words.begin + k)) ++k;
      if (k == words.size()) return true;
    }
    return false;
  };
  for (std::size_t i = coreference_.mentions.first_from(tokens_.span(phrase.begin).begin); i-- > 0;) {
    const Mention& mention = coreference_.mentions[i];
    if (mention.type != EntityType::kPerson || mention.role.empty()) continue;
    // The title may begin before the part of it that the lists know: "Harbour Minister".
    TokenSpan role = doc_.tokens_from_text(mention.role);
    while (role.begin > 0 && tokens_.is_capitalized(role.begin - 1) && tokens_.space_before(role.begin)) --role.begin;
    if (holds(role)) return map_.entity(Id<Mention>(i));
  }
  return {};
}

Id<Entity> SpeakerIdentity::entity_of(const SpeakerPhrase& phrase) const {
  if (!phrase.found() || phrase.joint) return {};
  Id<Entity> resolved = map_.entity(phrase.mention);
  const Id<Mention> other = map_.mention(phrase.speaker.end - 1);
  if (!resolved.valid() && other.valid() && map_.tokens(other).end == phrase.speaker.end &&
      coreference_.mentions[other].form != MentionForm::kName) {
    resolved = map_.entity(other);
  }
  if (phrase.speaker.size() == 1) return entity_of_pronoun(phrase.speaker.begin, resolved);
  return resolved.valid() ? resolved : entity_of_role(phrase.speaker);
}

SpeakerKind SpeakerIdentity::kind_of(const SpeakerPhrase& phrase, Id<Entity> entity) const {
  if (!phrase.found()) return SpeakerKind::kNone;
  if (phrase.joint) return SpeakerKind::kGroup;
  if (entity.valid()) {
    return coreference_.entities[entity.index()].type == EntityType::kGroup ? SpeakerKind::kGroup : SpeakerKind::kNamed;
  }
  const TokenSpan words = phrase.speaker;
  if (tokens_.says_any(words.begin, {"they", "both", "we"})) return SpeakerKind::kGroup;
  const std::uint32_t head = head_of(words);
  if (const LexiconEntry* source = tokens_.entry(WordClass::kAnonymousSource, head)) {
    if (!source->columns.empty() && source->columns.front() == "group") return SpeakerKind::kGroup;
    return SpeakerKind::kUnnamed;
  }
  const bool plural = tokens_.ends_in(head, "s") && !tokens_.ends_in(head, "ss");
  const bool definite = tokens_.says_any(words.begin, {"the", "both", "these", "all"});
  return plural && definite ? SpeakerKind::kGroup : SpeakerKind::kUnnamed;
}

Attribution SpeakerIdentity::attribution_of(const SpeakerPhrase& phrase, TokenSpan cue) const {
  Attribution result;
  if (!cue.empty()) result.cue = doc_.text_from_tokens(cue);
  if (!phrase.found()) return result;
  result.speaker = doc_.text_from_tokens(phrase.speaker);
  result.entity = entity_of(phrase);
  result.kind = kind_of(phrase, result.entity);
  return result;
}

}  // namespace newsloupe
