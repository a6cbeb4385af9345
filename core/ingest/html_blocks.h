// A page's visible text as blocks.
#pragma once

#include "core/ingest/html_tree.h"
#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// Fills blocks and containers of `raw` with all text a browser would show, in document order; character references are
// decoded, and every byte leads back to the source. Menus, forms and the like are kept: clean/ judges. `tree` is that
// of `decoded.text`.
void read_blocks_of_page(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw);

}  // namespace newsloupe
