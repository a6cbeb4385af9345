// Which articles are about one event.
#pragma once

#include <span>
#include <vector>

#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Every article is in exactly one story; an article unlike all others is a story of its own, and so is a follow-up that
// comes much later. Sorted by first article. Similarity is the cosine of word weights (names count double), lowered by
// the days between the publications; clusters are joined by average link.
[[nodiscard]] std::vector<Story> find_stories(std::span<const ArticlePtr> articles, const SetWords& words);

}  // namespace newsloupe
