// Two states of one article: what its outlet added, removed and changed.
#pragma once

#include <vector>

#include "core/compare/alignments.h"
#include "core/compare/comparison.h"
#include "core/compare/set_words.h"

namespace newsloupe {

// Articles of one outlet that share most of their wording, where it is known which came first: by publication, else by
// the note of a correction that only one of them has. Each newer article with the newest of its older ones. By newer,
// then older. Needs reuse; `aligned`: of the same articles.
[[nodiscard]] std::vector<Version> find_versions(const Comparison& comparison, const SetWords& words,
                                                 const std::vector<AlignedSentences>& aligned);

}  // namespace newsloupe
