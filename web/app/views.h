#pragma once

#include "core/present/search_view.h"
#include "core/present/views.h"

namespace newsloupe {

// The newest view of each screen that the worker sent. A view whose revision is 0 has not come yet.
struct Views {
  SetView set;
  BriefView brief;
  ReaderView reader;
  QuotesView quotes;
  TimelineView timeline;
  EvidenceView evidence;
  SearchView search;
  FoundView found;
  ImportView import;
  LibraryView library;
  LibraryMatchesView matches;
  StoriesView stories;
};

}  // namespace newsloupe
