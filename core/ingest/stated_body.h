// The article's text as a page states it for machines, where the page itself does not show it.
#pragma once

#include "core/ingest/raw_article.h"

namespace newsloupe {

// Appends `raw.stated_body` as paragraphs inside an element called its article body, unless the blocks of the page
// hold it, or it is too short to be an article. Pages that are put together by scripts are saved without their text,
// but with it in JSON-LD. Every paragraph's source is the whole of the script: its escapes are not mapped one by one.
void add_stated_body(RawArticle& raw);

}  // namespace newsloupe
