// What a person says against the reading of names and quotes. Anchors are spans of the clean text, which never changes:
// one that meets no mention or quote any more corrects nothing, and the log keeps it.
#pragma once

#include <string>
#include <variant>

#include "core/annotate/annotations.h"

namespace newsloupe {

// --- names. An anchor is any mention of the name; the correction holds for all of its mentions in the set.
struct NameAnchor {
  std::string article;
  TextSpan mention;
};
struct MergeNames {  // both are one person, place ...; it goes by the name of `into`
  NameAnchor name, into;
};
struct RenameName {
  NameAnchor name;
  std::string to;
};
struct RetypeName {
  NameAnchor name;
  EntityType type = EntityType::kPerson;
};

// --- quotes, by the span of the quoted words
struct SetSpeaker {
  std::string article;
  TextSpan quote;
  std::string speaker;  // a name as it should be shown; empty: nobody is named
};
struct RejectQuote {  // these words are not speech
  std::string article;
  TextSpan quote;
};

// In the order of the log; a later one acts on what the earlier ones left.
using ReadingCorrection = std::variant<MergeNames, RenameName, RetypeName, SetSpeaker, RejectQuote>;

}  // namespace newsloupe
