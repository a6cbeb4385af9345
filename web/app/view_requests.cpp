#include "web/app/view_requests.h"

#include <utility>

namespace newsloupe {
namespace {

constexpr std::uint32_t kImportRows = 200;  // of the import sheet

}  // namespace

void ViewRequests::answered(ViewKind kind) { questions_[static_cast<std::size_t>(kind)].pending = false; }

void ViewRequests::forget() {
  for (Question& question : questions_) question = {};
}

std::optional<AskView> ViewRequests::ask(AskView question) {
  Question& last = questions_[static_cast<std::size_t>(question.kind)];
  if (last.pending || (last.asked && last.revision == revision_ && last.question == question)) return std::nullopt;
  last = {true, true, revision_, question};
  return question;
}

std::vector<AskView> ViewRequests::wanted(const AppState& app, const Views& views) {
  const ViewState& state = app.view;
  std::vector<AskView> out;
  if (revision_ == 0) return out;
  const auto add = [&](std::optional<AskView> question) {
    if (question) out.push_back(*question);
  };
  add(ask({ViewKind::kSet}));
  if (app.sheet == Sheet::kImport) {
    AskView rows{ViewKind::kImport};
    rows.count = kImportRows;
    add(ask(rows));
  }
  if (views.set.articles.empty()) return out;
  switch (state.screen) {
    case Screen::kBrief:
      add(ask({ViewKind::kBrief}));
      break;
    case Screen::kRead:
      add(ask({ViewKind::kReader, state.article}));
      break;
    case Screen::kQuotes:
      add(ask({ViewKind::kQuotes}));
      break;
    case Screen::kTimeline:
      add(ask({ViewKind::kTimeline}));
      break;
    case Screen::kSearch:
      if (app.search.text.size() > 1) add(ask({ViewKind::kSearch, 0, {}, app.search}));
      break;
  }
  if (app.sheet == Sheet::kPalette && !app.palette.empty()) {
    add(ask({ViewKind::kFound, 0, {}, {app.palette, false, false, false}}));
  }
  if (state.selected.valid()) add(ask({ViewKind::kEvidence, 0, state.selected}));
  return out;
}

ViewKind take_view(ViewReady&& answer, Views& views) {
  struct Taker {
    Views& views;
    ViewKind operator()(SetView&& v) const { return views.set = std::move(v), ViewKind::kSet; }
    ViewKind operator()(BriefView&& v) const { return views.brief = std::move(v), ViewKind::kBrief; }
    ViewKind operator()(ReaderView&& v) const { return views.reader = std::move(v), ViewKind::kReader; }
    ViewKind operator()(QuotesView&& v) const { return views.quotes = std::move(v), ViewKind::kQuotes; }
    ViewKind operator()(TimelineView&& v) const { return views.timeline = std::move(v), ViewKind::kTimeline; }
    ViewKind operator()(SearchView&& v) const { return views.search = std::move(v), ViewKind::kSearch; }
    ViewKind operator()(FoundView&& v) const { return views.found = std::move(v), ViewKind::kFound; }
    ViewKind operator()(EvidenceView&& v) const { return views.evidence = std::move(v), ViewKind::kEvidence; }
    ViewKind operator()(ImportView&& v) const { return views.import = std::move(v), ViewKind::kImport; }
    ViewKind operator()(LibraryView&& v) const { return views.library = std::move(v), ViewKind::kLibrary; }
    ViewKind operator()(LibraryMatchesView&& v) const {
      return views.matches = std::move(v), ViewKind::kLibraryMatches;
    }
    ViewKind operator()(StoriesView&& v) const { return views.stories = std::move(v), ViewKind::kStories; }
  };
  return std::visit(Taker{views}, std::move(answer.view));
}

}  // namespace newsloupe
