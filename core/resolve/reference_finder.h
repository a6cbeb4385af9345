// Persons named without their name: "the foreign secretary", "he".
#pragma once

#include <span>
#include <vector>

#include "core/resolve/resolve.h"

namespace newsloupe {

// A phrase that refers to an entity of the article.
struct Reference {
  Mention mention;
  Id<Entity> entity;
};

// Nominal references by office and pronouns, only where one person is clear; in document order. `entity_of` is parallel
// to `names` and says which entity each mention belongs to.
std::vector<Reference> find_references(const TokenReader& tokens, const Layer<Mention>& names,
                                       std::span<const Id<Entity>> entity_of, std::span<const Entity> entities);

}  // namespace newsloupe
