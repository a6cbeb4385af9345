// A short name for a story, made of words that its articles use.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// The headline whose words most of the articles share, cut to 60 bytes; without any headline up to four prominent words
// that most articles share. A story of one article is called by its headline, or the first words of its lead.
[[nodiscard]] std::string story_label(std::span<const ArticlePtr> articles, const SetWords& words,
                                      const std::vector<ArticleIndex>& members);

}  // namespace newsloupe
