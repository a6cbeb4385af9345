// Feeds: RSS, RDF and Atom, one record an article.
#pragma once

#include "core/unpack/unpack.h"

namespace newsloupe {

// False where the file is no XML or is a page. Else every item that brings its article becomes a record, with what the
// feed says of it as `given` (from "feed"); items that are summaries are told in one line, and so is XML of other
// kinds.
bool unpack_feed(const SourceFile& file, const RecordSink& sink);

}  // namespace newsloupe
