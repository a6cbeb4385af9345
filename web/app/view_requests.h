#pragma once

#include <map>
#include <vector>

#include "core/wire/requests.h"
#include "web/app/list_window.h"
#include "web/app/reduce.h"
#include "web/app/views.h"

namespace newsloupe {

// Decides which views to ask the worker for: those the screen shows, when they are older than the session or of another
// article or subject. At most one question of a kind is under way, so a set that grows quickly is not asked about for
// every file.
class ViewRequests {
 public:
  // A newer revision of the session exists.
  void session_changed(std::uint64_t revision) { revision_ = revision; }
  // Nothing newer than this revision is known.
  bool current(std::uint64_t revision) const { return revision >= revision_; }
  // The answer to the last question of this kind came.
  void answered(ViewKind kind);
  // The worker was started again: no answer will come to what was asked.
  void forget();
  // What to ask now.
  std::vector<AskView> wanted(const AppState& state, const Views& views, const ListQueries& lists);

 private:
  struct Question {
    bool pending = false;
    std::uint64_t revision = 0;
    AskView view;
    bool asked = false;
  };
  void ask(AskView view, std::vector<AskView>& out);
  void ask_for_screen(const AppState& state, const ListQueries& lists, std::vector<AskView>& out);
  void ask_for_sheet(const AppState& state, const ListQueries& lists, std::vector<AskView>& out);

  std::uint64_t revision_ = 0;
  std::map<ViewKind, Question> questions_;
};

// Puts an answer in its place.
ViewKind take_view(ViewReady&& answer, Views& views);

}  // namespace newsloupe
