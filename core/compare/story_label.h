// A short name for a story, made of words that its articles use.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/compare/article_digest.h"
#include "core/compare/word_reader.h"

namespace newsloupe {

// The headline whose words most of the articles share, cut to 60 bytes; without
// any headline up to four prominent words that most articles share. A story of
// one article is called by its headline, or the first words of its lead.
// `articles` and `words` are those of the story, side by side, in canonical
// order.
[[nodiscard]] std::string story_label(std::span<const ArticleDigest* const> articles,
                                      std::span<const ArticleWords> words, const StemWeights& weights);

}  // namespace newsloupe
