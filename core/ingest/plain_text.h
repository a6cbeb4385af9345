// Plain text to blocks.
#pragma once

#include <vector>

#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// One block a paragraph. A line is a paragraph, unless the text is hard-wrapped: a line that breaks off in mid-sentence
// goes on in the next, and in a text whose lines are all about as long as the widest only an empty line ends a
// paragraph.
std::vector<RawBlock> blocks_from_plain_text(const DecodedText& decoded);

}  // namespace newsloupe
