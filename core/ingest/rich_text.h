// Rich text (RTF) to blocks.
#pragma once

#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// Paragraphs, headings by their style, cells; title, author and day of making are weak candidates. Pictures, fonts,
// headers, notes, fields' codes, hidden and deleted text are left out. Each byte leads back to the control words it
// came from.
void read_rich_text(const DecodedText& decoded, RawArticle& raw);

}  // namespace newsloupe
