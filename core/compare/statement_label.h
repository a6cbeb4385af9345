// Sentences as statements: what a fact is called.
#pragma once

#include <string>

#include "core/resolve/article.h"

namespace newsloupe {

// The sentence as it stands. Of one that lies inside a quotation, its speaker with the words; empty where nobody is
// named.
[[nodiscard]] std::string statement_of(const Article& article, TextSpan sentence);

// A clause of the sentence without the joint before it ("And two helicopters dropped water"). Inside a quotation as
// above; empty for words in quotation marks that were read as nobody's, for a piece of brackets, and for what is cut out
// of its sentence without its verb ("The Herald reported that Arvo", "Who has won twice", "In a letter signed by 42").
[[nodiscard]] std::string statement_label(const Article& article, TextSpan sentence, TextSpan clause);

// The same, where a noun with what belongs to it is enough ("12 magazines and 300 rounds", as label of a figure).
[[nodiscard]] std::string phrase_label(const Article& article, TextSpan sentence, TextSpan clause);

}  // namespace newsloupe
