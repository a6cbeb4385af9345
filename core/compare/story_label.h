// A short name for a story, made of words that its articles use.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Up to four words that most headlines share, in the order of a headline ("Velda dam breach"); without headlines the
// commonest names. A story of one article is called by its headline, or the first words of its lead.
[[nodiscard]] std::string story_label(std::span<const ArticlePtr> articles, const SetWords& words,
                                      const std::vector<ArticleIndex>& members);

}  // namespace newsloupe
