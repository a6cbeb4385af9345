// Markdown to blocks.
#pragma once

#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// Fills blocks and candidates of `raw`. Headings, lists, quotations, emphasis, links and pictures lose their marks (the
// address of a link is dropped, its words stay); front matter between "---" lines becomes candidates.
void read_markdown(const DecodedText& decoded, RawArticle& raw);

}  // namespace newsloupe
