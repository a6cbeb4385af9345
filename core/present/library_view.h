// The views of lists that may be very long: Library, the list of stories, the import sheet. Of each only a window of
// rows is sent, `first` and what follows; the view says how many there are in all. How views are made and sent is told
// in core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/present/frame_views.h"

namespace newsloupe {

enum class LibraryRowKind : std::uint8_t { kStory, kLoose, kArticle };  // kLoose: the head of "Not in a story"

// A row of the Library as it stands on the screen: the head of a story, or, below an opened head, one of its articles.
struct LibraryRow {
  LibraryRowKind kind = LibraryRowKind::kStory;
  std::string story;           // id of the first article of the story: its name in AskView::expanded; empty for kLoose
  std::string label;           // of a head: the story's name; of an article: headline, or the lead's first words
  std::uint32_t articles = 0;  // of a head: all of them, and those that match the filter
  std::uint32_t matching = 0;
  std::uint32_t origins = 0;
  std::string dates;                // "3 to 9 May 2025"; of an article "4 May 2025"; empty when unknown
  std::vector<std::uint32_t> bars;  // of a head: articles by time from the first day to the last, at most kLibraryBars
  bool expanded = false;            // of a head
  bool open = false;                // of a head: the story the other screens speak of
  bool renamed = false;             // by the person
  // Of an article.
  std::string id, letter;  // letter as in the app bar while its story is open, else empty
  std::string outlet, language;
  std::string origin;  // "origin 1 (7)": the number inside the story and its articles; empty for an origin of one
  std::uint32_t words = 0;
  bool title_is_lead = false;
  bool left_out = false;
  template <class F>
  void each_field(F&& f) {
    f(kind);
    f(story);
    f(label);
    f(articles);
    f(matching);
    f(origins);
    f(dates);
    f(bars);
    f(expanded);
    f(open);
    f(renamed);
    f(id);
    f(letter);
    f(outlet);
    f(language);
    f(origin);
    f(words);
    f(title_is_lead);
    f(left_out);
  }
};
inline constexpr std::size_t kLibraryBars = 12;

// S1c. Stories by their newest article or by size, the articles without a story last.
struct LibraryView {
  std::uint64_t revision = 0;
  std::uint32_t articles = 0, stories = 0, origins = 0;  // of the whole library
  std::uint32_t matching = 0;                            // articles that match the filter
  std::string filter;                                    // the text that was asked with, so that an old answer is seen
  std::string filter_note;                               // what of it could not be read: "after:2025-13 is no date"
  std::uint32_t first = 0, total = 0;                    // rows: the place of rows[0], and how many there are
  std::vector<LibraryRow> rows;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(articles);
    f(stories);
    f(origins);
    f(matching);
    f(filter);
    f(filter_note);
    f(first);
    f(total);
    f(rows);
  }
};

// Every article that matches a filter, in the order of the list with all stories opened: what "select all", ticking a
// story and ranges beyond the window need. Asked for when it is needed.
struct LibraryMatchesView {
  std::uint64_t revision = 0;
  std::string filter;
  std::vector<std::pair<std::string, std::string>> articles;  // id of the article, id of its story as in LibraryRow
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(filter);
    f(articles);
  }
};

// The stories whose name holds the text asked for, largest first: what the list at the story's name and "move to story"
// show.
struct StoriesView {
  std::uint64_t revision = 0;
  std::string filter;
  std::uint32_t first = 0, total = 0;
  std::vector<LibraryRow> rows;  // heads only
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(filter);
    f(first);
    f(total);
    f(rows);
  }
};

// S1b. The counts speak of all files, the rows of those asked for: all in order of arrival, or only those that need a
// person (failed, a duplicate, without a date, or with something to say).
struct ImportView {
  std::uint64_t revision = 0;
  std::uint32_t files = 0, done = 0;  // done: read, or known not to become an article
  std::uint32_t ready = 0, needs_you = 0, failed = 0, duplicates = 0;
  bool comparing = false;
  bool only_needing = false;  // as asked
  std::uint32_t first = 0, total = 0;
  std::vector<ImportRow> rows;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(files);
    f(done);
    f(ready);
    f(needs_you);
    f(failed);
    f(duplicates);
    f(comparing);
    f(only_needing);
    f(first);
    f(total);
    f(rows);
  }
};

}  // namespace newsloupe
