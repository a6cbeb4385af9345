// What a person says against the reading or the grouping: a closed list, anchored by article id, span and kind and
// never by index, so that it survives a new analysis and travels with a file. The log of these is the undo history.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/annotate/annotations.h"
#include "core/base/civil_date.h"

namespace newsloupe {

// --- an article's own fields; an empty text or date means "none", not "as read"
struct SetTitle {
  std::string article, title;
};
struct SetOutlet {
  std::string article, outlet;
};
struct SetPublished {
  std::string article;
  std::optional<CivilDate> date;
};

// --- which articles are compared, and with which
struct LeaveOut {  // stays in the library, is read, and takes no part in any comparison
  std::string article;
  bool out = true;  // false: takes part again
};
struct RemoveArticle {
  std::string article;
};
struct MoveToStory {  // into the story that holds the article `with`; where that is empty, into a story of its own
  std::string article, with;
};
struct RenameStory {  // the story that holds `article`; an empty label: named by the tool again
  std::string article, label;
};

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

using Correction = std::variant<SetTitle, SetOutlet, SetPublished, LeaveOut, RemoveArticle, MoveToStory, RenameStory,
                                MergeNames, RenameName, RetypeName, SetSpeaker, RejectQuote>;

// What a person did in one go, undone as one: one correction, or the same one to many articles.
struct Change {
  std::vector<Correction> corrections;
};

}  // namespace newsloupe
