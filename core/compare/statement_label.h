// Sentences as statements: what a fact is called.
#pragma once

#include <string>

#include "core/resolve/article.h"

namespace newsloupe {

// The sentence as it stands. Of one that lies inside a quotation, its speaker with the words; empty where nobody is
// named.
[[nodiscard]] std::string statement_of(const Article& article, TextSpan sentence);

// A clause of the sentence without the joint before it ("And two helicopters dropped water"). Inside a quotation as
// above; empty for words in quotation marks that were read as nobody's, for a
// piece of brackets, and where the clause is cut before its verb ("The Herald reported that Arvo").
[[nodiscard]] std::string statement_label(const Article& article, TextSpan sentence, TextSpan clause);

}  // namespace newsloupe
