#pragma once

#include "core/present/compare_view.h"
#include "core/present/correction_views.h"
#include "core/present/coverage_view.h"
#include "core/present/figures_view.h"
#include "core/present/search_view.h"
#include "core/present/views.h"

namespace newsloupe {

// Of all files the page accepted since it was opened; the worker does not know yet of those that wait for their turn.
struct FileProgress {
  std::uint32_t done = 0, accepted = 0;
};

// The newest view of each screen that the worker sent. A view whose revision is 0 has not come yet.
struct Views {
  SetView set;
  BriefView brief;
  ReaderView reader;
  CompareView compare;
  QuotesView quotes;
  FiguresView figures;
  TimelineView timeline;
  CoverageView coverage;
  EvidenceView evidence;
  SearchView search;
  FoundView found;
  ImportView import;
  LibraryView library;
  LibraryMatchesView matches;
  StoriesView stories;
  std::vector<ImportRow> unread;  // files that never reached the worker, with the reason
  FileProgress files;
  CorrectionView correction;
  ChangesView changes;
};

}  // namespace newsloupe
