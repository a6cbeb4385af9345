// Names over the set: which entities of different articles are one person, place or body.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/compare/comparison.h"

namespace newsloupe {

// `of[article][entity]` is the index into `entities` for each entity of an article.
struct LinkedEntities {
  std::vector<SetEntity> entities;  // in most articles first, then by first article and mention
  std::vector<std::vector<std::uint32_t>> of;
};

// An entity of one article, as a node of the linking.
struct EntityInSet {
  std::size_t article = 0, entity = 0;
};

// Links equal full names (dots, titles and middle initials aside), names of one country, an acronym with the one name
// it stands for, and a surname with the one full name that has it, in the same story first, unless an article keeps the
// two apart. Two different full names are never joined, except those of a group in `united`.
[[nodiscard]] LinkedEntities link_entities(std::span<const ArticlePtr> articles, const std::vector<Story>& stories,
                                           const Resources& resources,
                                           std::span<const std::vector<EntityInSet>> united = {});

}  // namespace newsloupe
