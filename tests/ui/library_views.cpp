#include "tests/ui/library_views.h"

#include <array>
#include <string>

#include "tests/ui/velda_views.h"

namespace newsloupe::test {
namespace {

constexpr std::array kSubjects = {"Velda dam breach",    "Port strike in Orrin",   "Rail fares rise in spring",
                                  "Upper Sarn election", "Fire at the Tolle mill", "Ferry runs aground off Carrow"};
constexpr std::array kOutlets = {"Morning Ledger", "Coast Herald", "Wire One",
                                 "Radio Nord",     "Upland Post",  "The Orrin Gazette"};

template <class Words>
std::string pick(const Words& words, std::size_t i) {
  return words[i % words.size()];
}

LibraryRow head(std::size_t i) {
  LibraryRow row;
  row.story = "story-" + std::to_string(i) + ".html";
  row.label = pick(kSubjects, i) + (i < kSubjects.size() ? "" : ", part " + std::to_string(i / kSubjects.size() + 1));
  row.articles = row.matching = static_cast<std::uint32_t>(2 + (i * 7 + 21) % 23);
  row.origins = row.articles / 2 + 1;
  row.dates = i % 2 == 0 ? "3 to 9 May 2025" : "28 Apr to 2 May 2025";
  for (std::uint32_t day = 0; day < kLibraryBars; ++day) {
    row.bars.push_back(static_cast<std::uint32_t>((i * 5 + day * day * 3 + 11) % 9) * (day % 5 == 3 ? 0U : 1U));
  }
  return row;
}

LibraryRow article(const LibraryRow& story, std::size_t i) {
  LibraryRow row;
  row.kind = LibraryRowKind::kArticle;
  row.story = story.story;
  row.id = story.story + "/" + std::to_string(i);
  row.letter = story.open && i < 12 ? std::string(1, static_cast<char>('A' + i)) : "";
  constexpr std::array kTitles = {"Dam breach leaves 14 missing in Velda", "Flood: 12 missing in Velda",
                                  "Dam bursts in Velda", "After the flood, Velda counts the cost",
                                  "Who knew of the crack in the Orrin dam, and since when"};
  row.label = pick(kTitles, i);
  row.outlet = pick(kOutlets, i);
  row.dates = std::to_string(3 + i % 6) + " May 2025";
  row.words = static_cast<std::uint32_t>(390 + i * 137 % 900);
  if (i < 7) row.origin = "origin 1 (7)";
  row.left_out = i == 4;
  row.language = "en";
  return row;
}

}  // namespace

Views library_views(std::size_t stories) {
  Views views = velda_views();
  LibraryView& library = views.library;
  library.revision = 1;
  for (std::size_t i = 0; i < stories; ++i) {
    LibraryRow row = head(i);
    row.open = row.expanded = i == 0;
    row.renamed = i == 1;
    library.articles += row.articles;
    library.origins += row.origins;
    views.stories.rows.push_back(row);
    library.rows.push_back(row);
    for (std::size_t a = 0; row.expanded && a < row.articles; ++a) library.rows.push_back(article(row, a));
  }
  LibraryRow loose;
  loose.kind = LibraryRowKind::kLoose;
  loose.label = "Not in a story";
  loose.articles = loose.matching = loose.origins = 140;
  library.rows.push_back(loose);
  library.articles += loose.articles;
  library.origins += loose.origins;
  library.stories = static_cast<std::uint32_t>(stories);
  library.matching = library.articles;
  library.total = static_cast<std::uint32_t>(library.rows.size());
  views.stories.revision = 1;
  views.stories.total = static_cast<std::uint32_t>(stories);
  views.set.total_articles = library.articles;
  views.set.total_stories = library.stories;
  views.set.scope = "story-0.html";
  views.set.scope_articles = 23;
  return views;
}

ImportView many_files(std::uint32_t files, std::uint32_t broken, bool read) {
  ImportView view;
  view.revision = 1;
  view.files = files;
  view.done = read ? files : files / 3;
  view.ready = view.done - broken;
  view.needs_you = broken;
  view.failed = broken * 4 / 5;
  view.only_needing = read;
  view.total = read ? broken : files;
  for (std::uint32_t i = 0; i < std::min(view.total, 200U); ++i) {
    ImportRow row;
    row.name = row.id = "export/2025/report-" + std::to_string(i) + ".html";
    const bool bad = read || i % 9 == 4;
    row.state = bad && i % 5 != 0 ? ImportState::kFailed : ImportState::kDone;
    if (row.state == ImportState::kFailed) {
      row.messages = {"PDF is not read yet: copy its text and paste it here."};
    } else {
      row.title = article(head(0), i).label, row.outlet = pick(kOutlets, i), row.language = "en", row.words = 500 + i;
      row.needs_date = bad;
      row.published = bad ? "" : "2025-05-04";
      if (bad) row.messages = {"No date found. Type the day it was published."};
    }
    view.rows.push_back(row);
  }
  return view;
}

}  // namespace newsloupe::test
