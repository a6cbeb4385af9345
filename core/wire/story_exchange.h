// A session as a story to pass on, and a story that came back into a session.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/session.h"
#include "core/present/presenter.h"
#include "core/present/view_state.h"
#include "core/wire/story_file.h"

namespace newsloupe {

struct StoryParts {
  bool corrections = true;
  bool texts = true;  // the articles themselves; without, the receiver has to add them
};

// What the session holds. Removed articles are not in it, nor what was said about them.
[[nodiscard]] KeptStory story_from(const Session& session, const Presenter& presenter, const ViewState& view,
                                   const StoryParts& parts);

// A number that changes with the records and the corrections in force, and comes back when they do.
[[nodiscard]] std::uint64_t edition_of(const Session& session);

// A story that was opened: adds its articles, waits for those that are not in it, then says its corrections.
class OpenedStory {
 public:
  // Adds what the story holds. Corrections wait until every article is read, unless the set was empty.
  OpenedStory(KeptStory story, Session& session);

  // Call when the session has no work left: says the corrections once all articles are there. True if it did.
  bool settle(Session& session);

  // By position in the story: whether the article is in the set.
  [[nodiscard]] std::vector<bool> present(const Session& session) const;
  // The view as it is here; nothing until every article is there and compared.
  [[nodiscard]] std::optional<ViewState> view(const Session& session, const Presenter& presenter) const;

 private:
  [[nodiscard]] std::vector<std::optional<std::string>> ids(const Session& session) const;
  void say_changes(Session& session, const std::vector<std::optional<std::string>>& ids);

  std::vector<std::optional<std::string>> added_;  // id here of each article that came with its text
  std::vector<std::string> fingerprints_;
  std::vector<Change> changes_;
  std::string view_;
};

}  // namespace newsloupe
