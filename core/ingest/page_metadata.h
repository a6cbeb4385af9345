// What a page says about itself: JSON-LD, <meta>, <link>, <time>, <title>.
#pragma once

#include "core/ingest/html_tree.h"
#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// Adds every reading as a candidate, with the source range of the element that holds it. Nothing is judged here.
void read_page_metadata(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw);

}  // namespace newsloupe
