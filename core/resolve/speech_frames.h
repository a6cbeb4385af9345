// How a sentence reports speech: its cues, and for each the words that name the speaker and the words reported.
#pragma once

#include <vector>

#include "core/resolve/speaker_phrase.h"

namespace newsloupe {

// One reporting cue outside quotation marks. `content` stands behind the cue, `before` in front of the speaker and the
// cue ("Taxes will fall, Weaver said"); both without "that", surrounding commas and the full stop, both may be empty.
struct SpeechFrame {
  ReportingCue::Kind kind = ReportingCue::Kind::kVerb;
  TokenSpan cue;
  SpeakerPhrase speaker;
  TokenSpan content;
  TokenSpan before;
  bool reports = false;         // the grammar makes `content` reported speech even without quotation marks
  bool takes_object = false;    // the content is a noun phrase ("called the plan a dead end")
  bool names = false;           // ... which only names ("a forum called "Harbour Talk"")
  bool shares_speaker = false;  // the speaker was taken over from another cue of the sentence
};

// The frames of all body sentences, in text order. Cues inside quotes are left out, and so are denials of speech ("did
// not say", "declined to comment") and what the writer or the reader says ("I think").
[[nodiscard]] std::vector<SpeechFrame> read_speech_frames(const TokenReader& tokens, const Layer<ReportingCue>& cues,
                                                          const TokenMap& map, const SpeakerFinder& speakers);

}  // namespace newsloupe
