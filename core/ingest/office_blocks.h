// The text of office documents to blocks. Each byte leads back to the XML part that it stands in.
#pragma once

#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// word/document.xml of a .docx: paragraphs, headings by their style, list items, cells of tables. What was deleted or
// moved away while changes were tracked, codes of fields and what a picture shows instead of itself are left out.
void read_word_document(const DecodedText& decoded, RawArticle& raw);

// content.xml of an .odt, the same; notes, comments and tracked deletions are left out.
void read_open_document(const DecodedText& decoded, RawArticle& raw);

// The tag for a paragraph of that style ("heading 1": "h1"); empty where the style is none of a heading or quotation.
// Programs name styles in the language of whoever wrote, some without what is not ASCII.
[[nodiscard]] std::string_view tag_of_style(std::string_view style);

}  // namespace newsloupe
