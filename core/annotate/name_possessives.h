// Names of firms that are possessives themselves: "Dorvik's said it would close two shops".
#pragma once

#include <vector>

#include "core/annotate/name_candidates.h"

namespace newsloupe {

// Takes the "'s" into the names of candidates that need it: those the lexicon has so ("Moody's"), and single words that
// the document never writes without it and that once stand before a finite verb. Keeps the order of candidates.
void join_possessives(const NameTokens& tokens, std::vector<NameCandidate>& candidates);

}  // namespace newsloupe
