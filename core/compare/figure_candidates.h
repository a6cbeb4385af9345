// The amounts of the set with what decides whether two of them are about the same thing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/overlap.h"
#include "core/compare/set_words.h"
#include "core/compare/utterances.h"
#include "core/resources/resources.h"

namespace newsloupe {

// What happened to the people or things that are counted, where the clause says so in one of the usual words.
enum class Outcome : std::uint8_t { kNone, kKilled, kInjured, kMissing, kSafe, kArrested, kHomeless, kInfected };

// How it is called: "killed"; empty for kNone.
[[nodiscard]] std::string_view outcome_name(Outcome outcome);

struct FigureCandidate {
  std::uint32_t article = 0, story = 0;
  const Quantity* quantity = nullptr;
  TextSpan sentence, clause;
  WordId head = kNoHead;  // stem of the last word of what is counted
  bool people = false;    // counts persons
  Outcome outcome = Outcome::kNone;
  std::vector<WeightedWord> context;  // content words of the sentence, without the amount itself
  std::vector<WeightedWord> near;     // those of the clause
  std::optional<Occasion> occasion;   // when it was, where the sentence says so
  std::optional<CivilDate> published;
  std::string said_by;
  static constexpr WordId kNoHead = 0xFFFFFFFF;
};

// Amounts of the bodies and headlines in canonical order, without ordinals, durations and guesses.
[[nodiscard]] std::vector<FigureCandidate> find_figure_candidates(const Comparison& comparison, const SetWords& words,
                                                                  const Resources& resources);

}  // namespace newsloupe
