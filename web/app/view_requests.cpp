#include "web/app/view_requests.h"

#include <utility>

namespace newsloupe {

void ViewRequests::answered(ViewKind kind) { questions_[kind].pending = false; }

void ViewRequests::forget() { questions_.clear(); }

namespace {

AskView view_of(ViewKind kind) {
  AskView view;
  view.kind = kind;
  return view;
}

AskView rows_of(ViewKind kind, const ListWindow& window) {
  AskView view = view_of(kind);
  view.first = window.first;
  view.count = window.count;
  return view;
}

AskView library_rows(const LibraryChoice& library, const ListWindow& window) {
  AskView view = rows_of(ViewKind::kLibrary, window);
  view.text = library.filter;
  view.expanded = library.expanded;
  return view;
}

}  // namespace

void ViewRequests::ask(AskView view, std::vector<AskView>& out) {
  Question& last = questions_[view.kind];
  if (last.pending || (last.asked && last.revision == revision_ && last.view == view)) return;
  last = {true, revision_, view, true};
  out.push_back(std::move(view));
}

std::vector<AskView> ViewRequests::wanted(const AppState& state, const Views& views, const ListQueries& lists) {
  std::vector<AskView> out;
  if (revision_ == 0) return out;
  ask(view_of(ViewKind::kSet), out);
  ask_for_sheet(state, lists, out);
  if (state.view.screen == Screen::kLibrary || !views.set.articles.empty()) ask_for_screen(state, lists, out);
  return out;
}

void ViewRequests::ask_for_screen(const AppState& state, const ListQueries& lists, std::vector<AskView>& out) {
  switch (state.view.screen) {
    case Screen::kLibrary:
      ask(library_rows(state.library, lists.library), out);
      if (state.library.wish) {
        AskView matches = view_of(ViewKind::kLibraryMatches);
        matches.text = state.library.filter;
        ask(std::move(matches), out);
      }
      return;  // nothing is selected there
    case Screen::kBrief:
      ask(view_of(ViewKind::kBrief), out);
      break;
    case Screen::kRead: {
      AskView reader = view_of(ViewKind::kReader);
      reader.article = state.view.article;
      ask(std::move(reader), out);
    } break;
    case Screen::kCompare: {
      AskView pair = view_of(ViewKind::kCompare);
      pair.article = state.view.left;
      pair.other = state.view.right;
      ask(std::move(pair), out);
    } break;
    case Screen::kQuotes:
      ask(view_of(ViewKind::kQuotes), out);
      break;
    case Screen::kFigures:
      ask(view_of(ViewKind::kFigures), out);
      break;
    case Screen::kCoverage:
      ask(view_of(ViewKind::kCoverage), out);
      break;
    case Screen::kTimeline:
      ask(view_of(ViewKind::kTimeline), out);
      break;
    case Screen::kSearch:
      if (state.search.text.size() > 1) {
        AskView search = view_of(ViewKind::kSearch);
        search.search = state.search;
        ask(std::move(search), out);
      }
      break;
  }
  if (!state.view.selected.valid()) return;
  AskView evidence = view_of(ViewKind::kEvidence);
  evidence.subject = state.view.selected;
  ask(std::move(evidence), out);
}

void ViewRequests::ask_for_sheet(const AppState& state, const ListQueries& lists, std::vector<AskView>& out) {
  if (state.sheet == Sheet::kImport) {
    AskView view = rows_of(ViewKind::kImport, lists.import);
    view.only_needing = lists.import_only_needing;
    ask(std::move(view), out);
  } else if (state.sheet == Sheet::kPalette && !state.palette.empty()) {
    AskView found = view_of(ViewKind::kFound);
    found.search.text = state.palette;
    ask(std::move(found), out);
  } else if (state.sheet == Sheet::kStories || state.sheet == Sheet::kMoveToStory) {
    AskView view = rows_of(ViewKind::kStories, lists.stories);
    view.text = lists.stories_filter;
    ask(std::move(view), out);
  } else if (state.sheet == Sheet::kCorrect) {
    AskView view = view_of(ViewKind::kCorrection);
    view.subject = state.view.selected;
    ask(std::move(view), out);
  } else if (state.sheet == Sheet::kCorrections) {
    ask(view_of(ViewKind::kChanges), out);
  }
}

ViewKind take_view(ViewReady&& answer, Views& views) {
  struct Taker {
    Views& views;
    ViewKind operator()(SetView&& v) const { return views.set = std::move(v), ViewKind::kSet; }
    ViewKind operator()(BriefView&& v) const { return views.brief = std::move(v), ViewKind::kBrief; }
    ViewKind operator()(ReaderView&& v) const { return views.reader = std::move(v), ViewKind::kReader; }
    ViewKind operator()(CompareView&& v) const { return views.compare = std::move(v), ViewKind::kCompare; }
    ViewKind operator()(QuotesView&& v) const { return views.quotes = std::move(v), ViewKind::kQuotes; }
    ViewKind operator()(FiguresView&& v) const { return views.figures = std::move(v), ViewKind::kFigures; }
    ViewKind operator()(CoverageView&& v) const { return views.coverage = std::move(v), ViewKind::kCoverage; }
    ViewKind operator()(TimelineView&& v) const { return views.timeline = std::move(v), ViewKind::kTimeline; }
    ViewKind operator()(EvidenceView&& v) const { return views.evidence = std::move(v), ViewKind::kEvidence; }
    ViewKind operator()(SearchView&& v) const { return views.search = std::move(v), ViewKind::kSearch; }
    ViewKind operator()(FoundView&& v) const { return views.found = std::move(v), ViewKind::kFound; }
    ViewKind operator()(ImportView&& v) const { return views.import = std::move(v), ViewKind::kImport; }
    ViewKind operator()(LibraryView&& v) const { return views.library = std::move(v), ViewKind::kLibrary; }
    ViewKind operator()(LibraryMatchesView&& v) const {
      return views.matches = std::move(v), ViewKind::kLibraryMatches;
    }
    ViewKind operator()(StoriesView&& v) const { return views.stories = std::move(v), ViewKind::kStories; }
    ViewKind operator()(CorrectionView&& v) const { return views.correction = std::move(v), ViewKind::kCorrection; }
    ViewKind operator()(ChangesView&& v) const { return views.changes = std::move(v), ViewKind::kChanges; }
  };
  return std::visit(Taker{views}, std::move(answer.view));
}

}  // namespace newsloupe
