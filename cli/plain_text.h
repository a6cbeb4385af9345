// What a person reads on a terminal.
#pragma once

#include <string>

#include "core/compare/comparison.h"
#include "core/resolve/article.h"

namespace newsloupe::cli {

// Headline, metadata, names, quotes, times and figures of one article, a few lines each.
std::string article_text(const Article& article);
// The brief of a comparison, then quotes in several renderings, figures and the timeline.
std::string comparison_text(const Comparison& comparison);

}  // namespace newsloupe::cli
