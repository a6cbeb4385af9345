// Which articles are one source. A credit alone never joins: it takes shared wording.
#pragma once

#include <span>
#include <vector>

#include "core/compare/article_digest.h"
#include "core/compare/comparison.h"

namespace newsloupe {

// Unions of pairs labelled wholly, and of pairs labelled partly that also share an explicit agency credit; every other
// article is an origin of its own. Sorted by first article.
[[nodiscard]] std::vector<Origin> find_origins(std::span<const DigestPtr> articles, const std::vector<Reuse>& reuse);

// The article names the other's outlet as its agency.
[[nodiscard]] bool credits(const ArticleCard& article, const ArticleCard& other);
// It credits the other, or its text names the other's outlet, and not the other way round.
[[nodiscard]] bool takes_from(const Article& article, const Article& other);
// Published on an earlier day, or on the same day at an earlier hour where both say it in one way.
[[nodiscard]] bool published_before(const ArticleCard& a, const ArticleCard& b);

// Says who took from whom where there is evidence: one credits the other's outlet, or within one origin one article is
// the only one published first and all others share its wording. Everything else stays unknown.
void find_directions(std::span<const ArticlePtr> articles, const std::vector<Origin>& origins,
                     std::vector<Reuse>& reuse);

}  // namespace newsloupe
