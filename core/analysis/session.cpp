#include "core/analysis/session.h"

#include <algorithm>
#include <utility>

#include "core/base/content_hash.h"

namespace newsloupe {
namespace {

// The largest story of those that can be compared; of equals the one whose first article stands first.
const Story* largest_story(const SetOutline& outline) {
  const auto taking_part = [&](const Story& story) {
    return std::count_if(story.articles.begin(), story.articles.end(),
                         [&](ArticleIndex a) { return !outline.articles[a.index()].left_out; });
  };
  const Story* largest = nullptr;
  std::ptrdiff_t most = 0;
  for (const Story& story : outline.stories) {
    if (const std::ptrdiff_t size = taking_part(story); size > most) largest = &story, most = size;
  }
  return largest;
}

// One article of each origin, then the others, as many as can be compared at once.
std::vector<ArticleIndex> most_telling(const SetOutline& outline, const std::vector<ArticleIndex>& articles) {
  std::vector<ArticleIndex> chosen, others;
  std::vector<bool> seen(outline.origins.size());
  for (const ArticleIndex a : articles) {
    const std::uint32_t origin = outline.articles[a.index()].origin;
    (seen[origin] ? others : chosen).push_back(a);
    seen[origin] = true;
  }
  chosen.insert(chosen.end(), others.begin(), others.end());
  chosen.resize(std::min(chosen.size(), kMostCompared));
  return chosen;
}

}  // namespace

// Collects what the log says about single articles. `correction` is what is visited.
struct Session::LogReader {
  Session& session;
  const Correction& correction;
  void operator()(const SetTitle& c) const { session.given_[c.article].fields.push_back(&correction); }
  void operator()(const SetOutlet& c) const { session.given_[c.article].fields.push_back(&correction); }
  void operator()(const SetPublished& c) const { session.given_[c.article].fields.push_back(&correction); }
  void operator()(const RemoveArticle& c) const { session.given_[c.article].removed = true; }
  template <class Other>
  void operator()(const Other&) const {}
};

// What has to be done anew after a correction came or went; those about names and quotes are put into the comparison.
struct Session::Redoer {
  Session& session;
  void operator()(const SetTitle& c) const { session.reread(c.article); }
  void operator()(const SetOutlet& c) const { session.reread(c.article); }
  void operator()(const SetPublished& c) const { session.reread(c.article); }
  void operator()(const RemoveArticle& c) const { session.reread(c.article); }
  void operator()(const LeaveOut&) const { session.group_again(); }
  void operator()(const MoveToStory&) const { session.group_again(); }
  void operator()(const RenameStory&) const { session.group_again(); }
  template <class Other>
  void operator()(const Other&) const {
    session.comparison_due_ = true;
  }
};

Session::Session(const Resources& resources, AnalysisOptions options) : resources_(resources), options_(options) {}

std::string Session::free_id(const std::string& wanted) {
  std::string id = wanted;
  while (!ids_.try_emplace(id, sources_.size()).second) {
    id = wanted + " (" + std::to_string(++copies_.try_emplace(wanted, 1).first->second) + ")";
  }
  return id;
}

void Session::add(std::string id, std::string name, std::string bytes) {
  unpack({std::move(id), std::move(name), std::move(bytes)},
         [this](UnpackedRecord unpacked) { queue(std::move(unpacked)); });
  ++snapshot_.revision;
}

void Session::queue(UnpackedRecord unpacked) {
  Intake intake;
  intake.id = free_id(unpacked.id);
  intake.name = std::move(unpacked.name);
  Source source;
  const bool readable = unpacked.record.ok();
  if (readable) {
    source.record = std::move(unpacked.record).value();
    source.record.id = intake.id;
    source.readable = true;
    source.hash = hash64(source.record.bytes);
    source.received = options_.received;
    by_hash_[source.hash].push_back(sources_.size());
  } else {
    intake.state = Intake::State::kFailed;
    intake.messages.push_back(unpacked.record.error().message);
  }
  sources_.push_back(std::move(source));
  snapshot_.intakes.push_back(std::move(intake));
  if (readable) enqueue(sources_.size() - 1);
}

void Session::enqueue(std::size_t index) {
  if (std::exchange(sources_[index].queued, true)) return;
  pending_.push_back(index);
}

std::string Session::add_record(SourceRecord record, std::optional<CivilDate> received) {
  std::string id = record.id, name = record.name;
  queue({std::move(id), std::move(name), std::move(record)});
  sources_.back().received = received;
  ++snapshot_.revision;
  return snapshot_.intakes.back().id;
}

void Session::clear() {
  ids_.clear();
  copies_.clear();
  by_hash_.clear();
  sources_.clear();
  held_ = 0;
  pending_.clear();
  changes_.clear();
  undone_.clear();
  given_.clear();
  wishes_ = {};
  opened_.reset();
  outline_due_ = comparison_due_ = false;
  furniture_ = {};
  maker_.reset();
  const std::uint64_t revision = snapshot_.revision + 1;
  snapshot_ = {};
  snapshot_.revision = revision;
}

const SourceRecord* Session::record(std::size_t intake) const {
  const bool there = !sources_[intake].removed && sources_[intake].readable;
  return there ? &sources_[intake].record : nullptr;
}

void Session::apply(Change change) {
  undone_.clear();
  changes_.push_back(std::move(change));
  log_changed(changes_.back());
}

bool Session::undo() {
  if (changes_.empty()) return false;
  undone_.push_back(std::move(changes_.back()));
  changes_.pop_back();
  log_changed(undone_.back());
  return true;
}

bool Session::redo() {
  if (undone_.empty()) return false;
  changes_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  log_changed(changes_.back());
  return true;
}

// Reads the log anew and queues what the change that came or went touches.
void Session::log_changed(const Change& change) {
  given_.clear();
  wishes_ = grouping_wishes(changes_);
  for (const Change& c : changes_) {
    for (const Correction& correction : c.corrections) std::visit(LogReader{*this, correction}, correction);
  }
  snapshot_.changes = changes_;
  snapshot_.undone = undone_;
  comparison_due_ = true;
  for (const Correction& correction : change.corrections) std::visit(Redoer{*this}, correction);
  snapshot_.compared = false;
  ++snapshot_.revision;
}

// Queues the article for a new reading under the log as it stands now. Where it goes or comes back, so do those of the
// same source: one of them takes its place.
void Session::reread(const std::string& id) {
  const auto found = ids_.find(id);
  if (found == ids_.end() || !sources_[found->second].readable) return;
  Source& source = sources_[found->second];
  const auto given = given_.find(id);
  const bool removed = given != given_.end() && given->second.removed;
  const bool other_fate = std::exchange(source.removed, removed) != removed;
  enqueue(found->second);
  if (!other_fate) return;
  for (const std::size_t twin : by_hash_[source.hash]) enqueue(twin);
}

SourceRecord Session::corrected_record(const Intake& intake, const Source& source) const {
  SourceRecord record = source.record;
  const auto found = given_.find(intake.id);
  if (found == given_.end()) return record;
  for (const Correction* correction : found->second.fields) put_given(record, *correction);
  return record;
}

bool Session::has_work() const { return !pending_.empty() || outline_due_ || comparison_due_; }

// The first article is compared with itself at once, so that something can be read while the others come in.
bool Session::first_result_due() const {
  return (outline_due_ && snapshot_.outline->articles.empty()) ||
         (comparison_due_ && snapshot_.comparison->articles.empty());
}

void Session::step() {
  if (!pending_.empty() && !first_result_due()) {
    read_next();
  } else if (outline_due_) {
    make_outline();
  } else if (comparison_due_) {
    compare_scope();
  }
}

void Session::read_next() {
  const std::size_t index = pending_.front();
  pending_.pop_front();
  Intake& intake = snapshot_.intakes[index];
  Source& source = sources_[index];
  source.queued = false;
  intake.article.reset();
  if (std::exchange(intake.whole, nullptr) != nullptr) --held_;
  intake.messages.clear();
  intake.duplicate_of.clear();
  if (const Intake* twin = same_source(index)) {
    intake.state = Intake::State::kDuplicate;
    intake.duplicate_of = twin->id;
    intake.messages.push_back("Already here: the same text as " + twin->id);
  } else if (source.removed) {
    intake.state = Intake::State::kDone;
  } else {
    const Result<ArticlePtr> article = read(index);
    if (article.ok()) {
      intake.article = digest(*article.value());
      intake.state = Intake::State::kDone;
      for (const Diagnostic& d : article.value()->diagnostics) intake.messages.push_back(d.message);
      if (held_ < kMostCompared) intake.whole = article.value(), ++held_;
    } else {
      intake.state = Intake::State::kFailed;
      intake.messages.push_back(article.error().message);
    }
  }
  group_again();
  snapshot_.compared = false;
  ++snapshot_.revision;
}

Result<ArticlePtr> Session::read(std::size_t index) const {
  AnalysisOptions options = options_;
  options.received = sources_[index].received;
  return analyze_article(corrected_record(snapshot_.intakes[index], sources_[index]), options, resources_, furniture_);
}

ArticlePtr Session::whole_article(std::size_t intake) const {
  const Intake& wanted = snapshot_.intakes[intake];
  if (wanted.article == nullptr || wanted.whole != nullptr) return wanted.whole;
  Result<ArticlePtr> article = read(intake);
  return article.ok() ? std::move(article).value() : nullptr;
}

// The article with the same bytes that came earlier, if one is in the set.
const Intake* Session::same_source(std::size_t index) const {
  for (const std::size_t i : by_hash_.at(sources_[index].hash)) {
    if (i >= index) break;
    if (sources_[i].record.bytes != sources_[index].record.bytes) continue;
    const Intake& intake = snapshot_.intakes[i];
    const bool here =
        !sources_[i].removed && intake.state != Intake::State::kFailed && intake.state != Intake::State::kDuplicate;
    if (here) return &intake;
  }
  return nullptr;
}

void Session::group_again() {
  outline_due_ = true;
  maker_.reset();
}

// Learns anew what outlets repeat, and queues the articles that this touches; false where it touches none.
bool Session::learn_repeats() {
  std::vector<DigestPtr> articles;
  for (const Intake& intake : snapshot_.intakes) {
    if (intake.article != nullptr) articles.push_back(intake.article);
  }
  SetFurniture learnt = learn_furniture(std::move(articles));
  if (learnt == furniture_) return false;
  std::swap(learnt, furniture_);
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const DigestPtr& article = snapshot_.intakes[i].article;
    if (article != nullptr && furniture_.differs_for(*article, learnt)) enqueue(i);
  }
  return !pending_.empty();
}

void Session::make_outline() {
  if (!maker_ && pending_.empty() && learn_repeats()) return;
  if (!maker_) {
    std::vector<DigestPtr> articles;
    for (const Intake& intake : snapshot_.intakes) {
      if (intake.article != nullptr) articles.push_back(intake.article);
    }
    maker_ = std::make_unique<OutlineMaker>(std::move(articles), resources_, wishes_);
  }
  if (maker_->step()) return;
  snapshot_.outline = std::make_shared<const SetOutline>(maker_->take());
  maker_.reset();
  outline_due_ = false;
  choose_scope();
}

// What the person opened, as long as it is there and not too large; it is not forgotten where it is not.
void Session::choose_scope() {
  const SetOutline& all = *snapshot_.outline;
  const bool whole = opened_ && opened_->empty() && all.articles.size() <= kMostCompared;
  const bool story = opened_ && all.find(*opened_) < all.articles.size();
  snapshot_.scope = {};
  if (whole || story) {
    snapshot_.scope = {*opened_, true, 0};
  } else if (all.articles.size() > kWholeSetByDefault) {
    if (const Story* largest = largest_story(all)) {
      snapshot_.scope.anchor = all.article(largest->articles.front()).source.id;
    }
  }
  comparison_due_ = true;
  snapshot_.compared = false;
  ++snapshot_.revision;
}

std::optional<Error> Session::open_story(const std::string& article) {
  const std::size_t size = snapshot_.outline->articles.size();
  if (article.empty() && size > kMostCompared) {
    return Error{"analysis", "The whole set can be compared up to " + std::to_string(kMostCompared) +
                                 " articles; this one has " + std::to_string(size) + ". Open a story."};
  }
  opened_ = article;
  choose_scope();
  if (article.empty() || ids_.contains(article)) return std::nullopt;
  return Error{"analysis", article + " is not in the set. Open another story."};
}

std::vector<ArticleIndex> Session::articles_of_scope() const {
  const SetOutline& all = *snapshot_.outline;
  std::vector<ArticleIndex> articles;
  if (const std::size_t anchor = all.find(snapshot_.scope.anchor); anchor < all.articles.size()) {
    articles = all.stories[all.articles[anchor].story].articles;
  } else {
    for (std::size_t a = 0; a < all.articles.size(); ++a) articles.emplace_back(a);
  }
  std::erase_if(articles, [&](ArticleIndex a) { return all.articles[a.index()].left_out; });
  return articles;
}

std::size_t Session::intake_of(ArticleIndex article) const {
  return ids_.at(snapshot_.outline->article(article).source.id);
}

// Sees to it that these are held as a whole, a few at a time; false while some are not. The others are let go of where
// all of them would be too many.
bool Session::gather(std::span<const ArticleIndex> wanted) {
  constexpr std::size_t kReadInAStep = 8;
  std::vector<bool> needed(sources_.size());
  for (const ArticleIndex a : wanted) needed[intake_of(a)] = true;
  std::size_t read_now = 0;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    ArticlePtr& whole = snapshot_.intakes[i].whole;
    if (needed[i] || whole == nullptr || held_ + wanted.size() <= kMostCompared) continue;
    whole.reset();
    --held_;
  }
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    ArticlePtr& whole = snapshot_.intakes[i].whole;
    if (!needed[i] || whole != nullptr) continue;
    if (read_now++ == kReadInAStep) return false;
    whole = read(i).value();
    ++held_;
  }
  return true;
}

void Session::compare_scope() {
  const std::vector<ArticleIndex> articles = articles_of_scope();
  snapshot_.scope.size = articles.size();
  const std::vector<ArticleIndex> compared = most_telling(*snapshot_.outline, articles);
  if (!gather(compared)) return;
  std::vector<ArticlePtr> whole;
  for (const ArticleIndex a : compared) {
    whole.push_back(snapshot_.intakes[intake_of(a)].whole);
  }
  snapshot_.comparison = std::make_shared<const Comparison>(
      compare(*snapshot_.outline, whole, resources_, reading_corrections(changes_), article_roles(changes_)));
  comparison_due_ = false;
  snapshot_.compared = pending_.empty();
  ++snapshot_.revision;
}

}  // namespace newsloupe
