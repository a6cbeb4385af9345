// What a person says against the reading or the grouping: a closed list, anchored by article id, span and kind and
// never by index, so that it survives a new analysis and travels with a file. The log of these is the undo history.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/compare/outline.h"
#include "core/resolve/reading_correction.h"
#include "core/unpack/source_record.h"

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

struct SetRole {  // a role is held by the article that was given it last
  std::string article;
  ArticleRole role = ArticleRole::kNone;  // kNone: the article gives up what it holds
};

using Correction = std::variant<SetTitle, SetOutlet, SetPublished, LeaveOut, RemoveArticle, MoveToStory, RenameStory,
                                SetRole, MergeNames, RenameName, RetypeName, SetSpeaker, RejectQuote>;

// What a person did in one go, undone as one: one correction, or the same one to many articles.
struct Change {
  std::vector<Correction> corrections;
};

// Title, outlet or date, put into the record that the correction speaks of before it is read; others change nothing.
void put_given(SourceRecord& record, const Correction& correction);
void put_given(SourceRecord& record, const std::vector<Change>& changes);

[[nodiscard]] bool is_removed(const std::string& article, const std::vector<Change>& changes);

// Those about stories and about who takes part, in the order of the log: what an outline takes.
[[nodiscard]] GroupingWishes grouping_wishes(const std::vector<Change>& changes);

// Who holds which role after all of them.
[[nodiscard]] ArticleRoles article_roles(const std::vector<Change>& changes);

// Those about names and quotes, in the order of the log: what compare() takes.
[[nodiscard]] std::vector<ReadingCorrection> reading_corrections(const std::vector<Change>& changes);

}  // namespace newsloupe
