// One event told with different persons: who ordered the evacuation?
#pragma once

#include <cstdint>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_entities.h"
#include "core/compare/set_words.h"

namespace newsloupe {

struct ActorStatement {
  Member member;            // the sentence
  std::uint32_t actor = 0;  // index into LinkedEntities::entities
};

// What was done, and by whom each article says it was; at least two actors, each article once.
struct ActorDifference {
  std::string label;
  std::vector<ActorStatement> statements;  // in canonical order
};

// Only for events of one story with one trigger word, the same words after it, days that do not speak against it, and a
// single named actor, none of whom the other sentence mentions.
[[nodiscard]] std::vector<ActorDifference> find_actor_differences(const Comparison& comparison, const SetWords& words,
                                                                  const LinkedEntities& entities);

}  // namespace newsloupe
