#include "core/wire/session_host.h"

#include <algorithm>

#include "core/resources/asset_table.h"
#include "core/wire/article_json.h"
#include "core/wire/comparison_json.h"
#include "core/wire/json.h"

namespace newsloupe {
namespace {

constexpr std::string_view kSampleFolder = "samples/velda/";

std::string articles_json(const Comparison& comparison) {
  std::string list = "[";
  for (const ComparedArticle& a : comparison.articles) {
    if (list.size() > 1) list += ",\n";
    list += article_json(*a.article, {.text = true, .sentences = true});
  }
  return list + "]";
}

std::string_view name_of(Intake::State state) {
  switch (state) {
    case Intake::State::kWaiting:
      return "waiting";
    case Intake::State::kReading:
      return "reading";
    case Intake::State::kDone:
      return "done";
    case Intake::State::kFailed:
      return "failed";
    case Intake::State::kDuplicate:
      return "duplicate";
  }
  return {};
}

std::string files_json(const std::vector<Intake>& intakes) {
  wire::Json files = wire::Json::array();
  for (const Intake& intake : intakes) {
    files.push_back({{"id", intake.id}, {"state", name_of(intake.state)}, {"messages", intake.messages}});
  }
  return wire::to_line(files);
}

}  // namespace

std::vector<AddFile> sample_files() {
  std::vector<AddFile> files;
  for (const Asset& asset : embedded_assets()) {
    if (!asset.path.starts_with(kSampleFolder)) continue;
    const std::string name(asset.path.substr(kSampleFolder.size()));
    files.push_back({name, name, std::string(asset.content)});
  }
  return files;
}

// One overload for each request; the compiler asks for the next one.
struct SessionHost::Handler {
  SessionHost& host;
  std::vector<std::string>& out;

  void put(Response response) const { out.push_back(encode(response)); }

  void operator()(AddFile& file) const { host.add(std::move(file), out); }
  void operator()(ApplyChange& request) const {
    host.session_.apply(std::move(request.change));
    put(host.changed());
  }
  void operator()(UndoChange&) const {
    host.session_.undo();
    put(host.changed());
  }
  void operator()(RedoChange&) const {
    host.session_.redo();
    put(host.changed());
  }
  void operator()(LoadSample&) const {
    for (AddFile& file : sample_files())
      host.session_.add(std::move(file.id), std::move(file.name), std::move(file.bytes));
    put(host.changed());
  }
  void operator()(AskView& ask) const {
    const Presenter& presenter = host.presenter();
    switch (ask.kind) {
      case ViewKind::kSet:
        return put(ViewReady{presenter.set()});
      case ViewKind::kBrief:
        return put(ViewReady{presenter.brief()});
      case ViewKind::kReader:
        return put(ViewReady{presenter.reader(ask.article)});
      case ViewKind::kCompare:
        return put(ViewReady{presenter.compare(ask.article, ask.other)});
      case ViewKind::kQuotes:
        return put(ViewReady{presenter.quotes()});
      case ViewKind::kFigures:
        return put(ViewReady{presenter.figures()});
      case ViewKind::kCoverage:
        return put(ViewReady{presenter.coverage()});
      case ViewKind::kTimeline:
        return put(ViewReady{presenter.timeline()});
      case ViewKind::kEvidence:
        return put(ViewReady{presenter.evidence(ask.subject)});
      case ViewKind::kSearch:
        return put(ViewReady{host.start_search(ask.search)});
      case ViewKind::kFound:
        return put(ViewReady{presenter.find_things(ask.search.text)});
      case ViewKind::kImport:
        return put(ViewReady{presenter.imports({ask.first, ask.count}, ask.only_needing)});
      case ViewKind::kLibrary:
        return put(ViewReady{presenter.library(ask.text, {ask.first, ask.count}, ask.expanded)});
      case ViewKind::kLibraryMatches:
        return put(ViewReady{presenter.library_matches(ask.text)});
      case ViewKind::kStories:
        return put(ViewReady{presenter.stories(ask.text, {ask.first, ask.count})});
      case ViewKind::kCorrection:
        return put(ViewReady{presenter.correction(ask.subject)});
      case ViewKind::kChanges:
        return put(ViewReady{presenter.changes()});
    }
    put(Failed{"wire", "a view was asked for that this version does not know: reload the page"});
  }
  void operator()(OpenStory& request) const {
    if (const auto error = host.session_.open_story(request.article)) put(Failed{error->stage, error->message});
    put(host.changed());
  }
  void operator()(AskModel& ask) const {
    const Comparison& comparison = *host.session_.snapshot().comparison;
    put(ModelReady{ask.request, ask.format == ModelFormat::kArticles
                                    ? articles_json(comparison)
                                    : comparison_json(comparison, host.session_.changes(), true)});
  }
};

SessionHost::SessionHost(const Resources& resources, AnalysisOptions options)
    : resources_(resources), session_(resources, options) {}

void SessionHost::request(std::string_view bytes, std::vector<std::string>& out) {
  Result<Request> request = decode_request(bytes);
  if (!request.ok()) {
    out.push_back(encode(Response(Failed{request.error().stage, request.error().message})));
    return;
  }
  std::visit(Handler{*this, out}, request.value());
}

void SessionHost::add(AddFile file, std::vector<std::string>& out) {
  session_.add(std::move(file.id), std::move(file.name), std::move(file.bytes));
  if (worth_telling()) out.push_back(encode(Response(changed())));
}

std::string SessionHost::model_json() const {
  const Comparison& comparison = *session_.snapshot().comparison;
  return "{\"articles\":" + articles_json(comparison) +
         ",\"comparison\":" + comparison_json(comparison, session_.changes(), true) +
         ",\"files\":" + files_json(session_.snapshot().intakes) + "}";
}

void SessionHost::step(std::vector<std::string>& out) {
  if (!session_.has_work()) return search_on(out);
  search_.reset();  // the page asks again once the set is as it shall be
  session_.step();
  if (opened_ && !session_.has_work()) opened_->settle(session_);
  if (worth_telling()) out.push_back(encode(Response(changed())));
}

SearchView SessionHost::start_search(const SearchQuery& query) {
  search_.reset();
  searched_ = presenter().search(query);
  if (session_.has_work() || !searched_.problem.empty()) return searched_;
  Result<WholeSetSearch> search = WholeSetSearch::make(session_, query);
  if (!search.ok()) return searched_;
  search_ = std::move(search.value());
  SearchView view = searched_;
  presenter().put_whole_set(*search_, !search_->step(), view);
  if (view.to_search == 0) search_.reset();
  return view;
}

void SessionHost::search_on(std::vector<std::string>& out) {
  if (!search_) return;
  constexpr std::size_t kTold = 8;  // times at most, while it goes on
  const std::size_t before = search_->done() * kTold / std::max<std::size_t>(search_->total(), 1);
  const bool done = !search_->step();
  if (!done && search_->done() * kTold / search_->total() == before) return;
  SearchView view = searched_;
  presenter().put_whole_set(*search_, done, view);
  out.push_back(encode(Response(ViewReady{std::move(view)})));
  if (done) search_.reset();
}

const Presenter& SessionHost::presenter() {
  if (!presenter_ || presenter_->revision() != session_.snapshot().revision) presenter_.emplace(session_.snapshot());
  return *presenter_;
}

bool SessionHost::worth_telling() {
  constexpr std::size_t kTold = 64;  // while a set is read, at most about so often
  const Snapshot& now = session_.snapshot();
  if (!session_.has_work() && told_.busy) return true;
  if (now.revision == told_.revision) return false;
  if (now.comparison != told_comparison_) return true;
  return ++held_back_ * kTold >= now.intakes.size();
}

Changed SessionHost::changed() {
  held_back_ = 0;
  told_comparison_ = session_.snapshot().comparison;
  told_ = {session_.snapshot().revision, session_.has_work()};
  return told_;
}

}  // namespace newsloupe
