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
// to `names` and says which entity each mention belongs to. Nothing inside `quotes` is resolved; who is only named in
// them is no "he said", and stands in doubt with others for a later "he".
std::vector<Reference> find_references(const TokenReader& tokens, const Layer<Mention>& names,
                                       const Layer<Quote>& quotes, std::span<const Id<Entity>> entity_of,
                                       std::span<const Entity> entities);

}  // namespace newsloupe
