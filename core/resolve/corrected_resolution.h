// Puts what a person said against the names and quotes of one article into its resolution. Nothing else moves: a new
// speaker does not send the sieves over the other quotes again, so a correction does what it says and no more.
#pragma once

#include <span>

#include "core/resolve/reading_correction.h"
#include "core/resolve/resolution.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// The entity that has a mention at exactly this place; invalid where none has.
[[nodiscard]] Id<Entity> entity_at(const Resolution& resolution, TextSpan mention);

// Name and type as given; the name that goes stays as an alias.
void correct_entity(Resolution& resolution, Id<Entity> entity, const std::string& name, EntityType type);

// Makes the entities of each group one, in the place of its first mention. Gives the new id of every old one.
std::vector<Id<Entity>> join_entities(Resolution& resolution, std::span<const std::vector<Id<Entity>>> groups);

// The speaker of the quote at this place, of all parts of a broken utterance and of the clause around it. Links to the
// entity of that name where the article has one, else to `otherwise`; an empty name means that nobody is named. False
// where no quote stands there.
[[nodiscard]] bool set_speaker(Resolution& resolution, TextSpan quote, const std::string& speaker,
                               Id<Entity> otherwise = {});

// Drops the quote at this place, with all parts of a broken utterance. False where none stands there.
[[nodiscard]] bool reject_quote(Resolution& resolution, TextSpan quote);

}  // namespace newsloupe
