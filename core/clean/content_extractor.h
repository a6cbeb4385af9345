// Finds the article on a page.
#pragma once

#include <string_view>

#include "core/clean/piece.h"

namespace newsloupe {

// Marks as boilerplate all that does not belong to the article: the element is chosen whose running text, weighed by
// length, commas and freedom from links, is concentrated most (after A. Mozilla's Readability); inside it, lists of
// links, captions, asides, forms and what ids and classes call so are left out. The lines between the headline (a block
// equal to `title`, else the first h1) and the article stay open for the head. Returns false where the page has
// no running text: then only its furniture and links are marked.
bool mark_outside_content(Draft& draft, std::string_view title);

}  // namespace newsloupe
