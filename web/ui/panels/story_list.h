#pragma once

#include "web/app/library.h"
#include "web/app/list_window.h"
#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

struct StoryListState {
  std::uint32_t cursor = 0;
};

// The list below the story's name in the app bar: another story, all articles together, or the Library.
void draw_story_menu(Ui& ui, const SetView& set, const StoriesView& view, StoryListState& state, ListQueries& queries);
// Where the ticked articles should go.
void draw_move_to_story(Ui& ui, const LibraryChoice& choice, const StoriesView& view, StoryListState& state,
                        ListQueries& queries, float bar_x);

}  // namespace newsloupe::ui
