// The reading of a sentence that reports speech, from its cues to the words they report.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/resolve/saying_circumstances.h"
#include "core/resolve/speech_frames.h"

namespace newsloupe {

// The columns of reporting_verbs.txt.
struct VerbEntry {
  std::string_view lemma, tense, frames;
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
  [[nodiscard]] SpeakerPhrase subject_of_participle(std::uint32_t participle) const;
  void take_over_speakers();
  [[nodiscard]] bool is_verb(const SpeakerPhrase& phrase) const;
  [[nodiscard]] bool follows_verb(std::uint32_t participle) const;
  [[nodiscard]] bool is_told_by_thing(std::uint32_t verb) const;
  void find_before(Draft& draft) const;
  void find_content(std::size_t index);
  [[nodiscard]] std::uint32_t content_begin(Draft& draft) const;
  [[nodiscard]] bool stands_apart(const Draft& draft) const;
  [[nodiscard]] bool opens_clause(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t first_comma(std::uint32_t t) const;
  [[nodiscard]] bool holds_verb(TokenSpan clause) const;
  [[nodiscard]] bool is_denied(TokenSpan cue) const;
  [[nodiscard]] bool is_no_verb(const Draft& draft) const;
  [[nodiscard]] bool is_noun(const Draft& draft) const;
  [[nodiscard]] bool is_attribute(const Draft& draft) const;
  [[nodiscard]] bool is_anyone(const SpeechFrame& frame) const;
  [[nodiscard]] bool is_passive(const Draft& draft) const;
  [[nodiscard]] bool is_first_person(const SpeakerPhrase& speaker) const;
  [[nodiscard]] std::uint32_t find_that(std::uint32_t start) const;
  [[nodiscard]] bool belongs_to_object(std::uint32_t start, std::uint32_t that) const;
  [[nodiscard]] std::uint32_t opening_mark(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t content_end(std::uint32_t begin, std::size_t index) const;
  [[nodiscard]] bool ends_clause(std::uint32_t t, std::size_t index) const;
  [[nodiscard]] bool opens_participle(std::uint32_t t) const;
  [[nodiscard]] bool goes_on_quoting(std::uint32_t t, std::size_t index) const;
  [[nodiscard]] std::uint32_t object_end(TokenSpan content) const;
  [[nodiscard]] std::uint32_t behind_time(std::uint32_t comma) const;
  [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t comma) const;
  [[nodiscard]] bool holds_quote(TokenSpan span) const;
  [[nodiscard]] TokenSpan around_quotes(TokenSpan content) const;
  [[nodiscard]] bool is_circumstance(TokenSpan clause) const;
  [[nodiscard]] bool names_unquoted(const SpeechFrame& frame, std::uint32_t object) const;
  [[nodiscard]] bool only_names(const SpeechFrame& frame) const;
  [[nodiscard]] bool tells_when(TokenSpan clause) const;
  [[nodiscard]] bool is_half_clause(TokenSpan clause, const Draft& draft) const;
  [[nodiscard]] TokenSpan trimmed(TokenSpan span) const;
  [[nodiscard]] std::uint32_t frame_begin(const Draft& draft) const;

  const TokenReader& tokens_;
  const TokenMap& map_;
  const SpeakerFinder& speakers_;
  SayingCircumstances around_;
  TokenSpan sentence_;
  std::vector<Draft> drafts_;
};

}  // namespace newsloupe
