// The only writer of clean text.
#pragma once

#include <memory>
#include <vector>

#include "core/clean/piece.h"
#include "core/text/document.h"

namespace newsloupe {

struct BuiltText {
  std::unique_ptr<Document> document;
  std::vector<Paragraph> paragraphs;  // one a piece, in text order; with the tokens that the draft cut, if they fit
};

// Writes the pieces in NFC. Blocks are parted by a line feed, two where an empty line stood before; plain text that
// needs no repair comes out as it was, without white space at its ends.
BuiltText build_text(const Draft& draft);

}  // namespace newsloupe
