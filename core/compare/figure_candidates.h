// The amounts of the set with what decides whether two of them are about the same thing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/figure_outcome.h"
#include "core/compare/figure_slot.h"
#include "core/compare/overlap.h"
#include "core/compare/set_words.h"
#include "core/compare/utterances.h"
#include "core/resources/resources.h"

namespace newsloupe {

struct FigureCandidate {
  std::uint32_t article = 0, story = 0;
  const Quantity* quantity = nullptr;
  TextSpan sentence, clause;
  WordId head = kNoHead;    // stem of the last word of what is counted, synonyms under one
  FigureSlot slot;          // what it is the amount of
  WordId nation = kNoHead;  // of "an Australian climber" the people
  bool sole = false;        // its article gives no other value for the same noun, unit and stage
  bool people = false;      // counts persons
  bool anybody = false;     // ... of whatever kind: "people", "others", or without a noun
  bool supposed = false;    // "could", "if", "feared": not told as a fact
  bool disputed = false;    // stands in the headline, and the body says otherwise
  bool in_headline = false;
  bool in_lead = false;  // in the headline or the first sentences
  Outcome outcome = Outcome::kNone;
  std::vector<WeightedWord> context;  // content words of the sentence, without the amount itself
  std::vector<WeightedWord> near;     // those of the clause
  std::vector<WordId> names;          // stems of the names in the sentence, without its speaker; ascending
  std::optional<Occasion> occasion;  // when it was: by the clause, else its sentence, else the sentence it goes on from
  std::optional<CivilDate> published;
  std::string said_by;
  static constexpr WordId kNoHead = FigureSlot::kNone;

  // The slot's noun, else the head.
  [[nodiscard]] WordId noun() const { return slot.noun == FigureSlot::kNone ? head : slot.noun; }
};

// The candidate as a row of figures shows it.
[[nodiscard]] FigureMember figure_member(const FigureCandidate& candidate);

struct FigureCandidates {
  std::vector<FigureCandidate> all;           // in canonical order
  std::vector<std::vector<WordId>> names_of;  // by article: stems of all its names, ascending
};

// Amounts of the bodies and headlines, without ordinals and guesses.
[[nodiscard]] FigureCandidates find_figure_candidates(const Comparison& comparison, const SetWords& words,
                                                      const Resources& resources);

}  // namespace newsloupe
