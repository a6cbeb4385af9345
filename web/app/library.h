#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/present/library_view.h"
#include "web/app/command.h"

// What a person chose in the Library, and the commands that change many articles at once.
namespace newsloupe {

struct LibraryChoice {
  std::string filter;
  std::vector<std::string> expanded;          // opened heads, by LibraryRow::story; "" opens "Not in a story"
  std::map<std::string, std::string> ticked;  // articles, each with the story it stood in
  std::uint32_t cursor = 0;                   // the row that keys speak of
  std::string last_ticked;                    // where a range begins
  std::optional<TickMany> wish;               // waits for the list of matches
  std::string to_read;                        // an article to open as soon as its story is
};

// Heads are known by their first article. Where a change takes that one away, the head stays open under the name of
// another article of it, if one is known.
void keep_heads_open(LibraryChoice& library, const Change& change, const LibraryView& view,
                     const LibraryMatchesView& matches);
// Before a head is closed: lets go of such other names of it.
void forget_other_names(LibraryChoice& library, const std::string& story, const LibraryView& view);

// Ticks what was wished for, now that the list of matches is there.
void grant_wish(LibraryChoice& library, const LibraryMatchesView& matches);

// One change of all ticked articles, undone as one; nothing where nothing is ticked.
CommandQueue set_outlet_of_ticked(const LibraryChoice& library, const std::string& outlet);
CommandQueue set_date_of_ticked(const LibraryChoice& library, std::optional<CivilDate> date);
CommandQueue leave_out_ticked(const LibraryChoice& library, bool out);
CommandQueue remove_ticked(const LibraryChoice& library);
// `story`: any article of it; empty: a story of their own.
CommandQueue move_ticked(const LibraryChoice& library, const std::string& story);

}  // namespace newsloupe
