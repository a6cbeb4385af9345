// What page and worker say to each other: closed lists, so that a new message is one more variant that the compiler
// asks everybody to handle. Bytes are made by request_codec.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/analysis/search.h"
#include "core/analysis/session.h"
#include "core/present/compare_view.h"
#include "core/present/correction_views.h"
#include "core/present/coverage_view.h"
#include "core/present/figures_view.h"
#include "core/present/search_view.h"
#include "core/present/view_state.h"
#include "core/present/views.h"

namespace newsloupe {

// --- page to worker
struct AddFile {
  std::string id, name, bytes;
};
struct ApplyChange {
  Change change;
};
struct UndoChange {};
struct RedoChange {};
// The story of that article becomes the one all screens speak of; an empty id: the whole set, where it is not too
// large.
struct OpenStory {
  std::string article;
};
enum class ViewKind : std::uint8_t {
  kSet,
  kBrief,
  kReader,
  kCompare,
  kQuotes,
  kFigures,
  kTimeline,
  kCoverage,
  kEvidence,
  kSearch,
  kFound,
  kImport,
  kLibrary,
  kLibraryMatches,
  kStories,
  kCorrection,
  kChanges
};
struct AskView {
  ViewKind kind = ViewKind::kSet;
  std::uint32_t article = 0;           // kReader; the left one of kCompare
  Subject subject{};                   // kEvidence
  SearchQuery search{};                // kSearch; its text alone of kFound
  std::string text{};                  // kLibrary, kLibraryMatches, kStories: the filter
  std::uint32_t first = 0, count = 0;  // kImport, kLibrary, kStories: the rows that are wanted
  // kLibrary: the opened heads, each by the id of any article of the story; an empty one opens "Not in a story".
  std::vector<std::string> expanded{};
  bool only_needing = false;  // kImport
  std::uint32_t other = 0;    // kCompare: the right article; equal to the left one: the closest pair
  friend bool operator==(const AskView&, const AskView&) = default;
};
enum class ModelFormat : std::uint8_t { kArticles, kComparison };
struct AskModel {
  std::uint32_t request = 0;
  ModelFormat format = ModelFormat::kComparison;
};                     // JSON of formats.md
struct LoadSample {};  // the embedded story, as if its files had been dropped
using Request = std::variant<AddFile, ApplyChange, UndoChange, RedoChange, AskView, AskModel, LoadSample, OpenStory>;

// --- worker to page
struct Changed {
  std::uint64_t revision = 0;
  bool busy = false;
};  // views older than this are out of date
struct ViewReady {
  std::variant<SetView, BriefView, ReaderView, QuotesView, FiguresView, TimelineView, CoverageView, EvidenceView,
               SearchView, FoundView, ImportView, LibraryView, LibraryMatchesView, StoriesView, CorrectionView,
               ChangesView, CompareView>
      view;
};
struct ModelReady {
  std::uint32_t request = 0;
  std::string json;
};
struct Failed {
  std::string stage, message;
};
using Response = std::variant<Changed, ViewReady, ModelReady, Failed>;

// Requests and responses as bytes: a tag byte, then the fields in order, integers little-endian, lengths before
// strings.
std::string encode(const Request& request);
std::string encode(const Response& response);
// An error for bytes that are cut or not ours; never reads outside them.
Result<Request> decode_request(std::string_view bytes);
Result<Response> decode_response(std::string_view bytes);

}  // namespace newsloupe
