#include "core/analysis/session.h"

#include <algorithm>
#include <utility>

#include "core/base/content_hash.h"

namespace newsloupe {
namespace {

// What the log says about one article, the last word of each kind.
struct Given {
  const SetTitle* title = nullptr;
  const SetOutlet* outlet = nullptr;
  const SetPublished* published = nullptr;
};

struct GivenReader {
  const std::string& id;
  Given& given;
  void operator()(const SetTitle& c) const {
    if (c.article == id) given.title = &c;
  }
  void operator()(const SetOutlet& c) const {
    if (c.article == id) given.outlet = &c;
  }
  void operator()(const SetPublished& c) const {
    if (c.article == id) given.published = &c;
  }
  template <class Other>
  void operator()(const Other&) const {}
};

template <class Visitor>
void for_each_correction(const std::vector<Change>& changes, Visitor&& visit) {
  for (const Change& change : changes) {
    for (const Correction& c : change.corrections) visit(c);
  }
}

void put_given(std::vector<MetadataCandidate>& given, const char* field, const std::string& value) {
  std::erase_if(given, [&](const MetadataCandidate& c) { return c.field == field; });
  if (!value.empty()) given.push_back({field, value, "given", std::nullopt});
}

// The article that has to be read anew for a correction; empty for what is put into the comparison.
struct RereadArticle {
  std::string operator()(const SetTitle& c) const { return c.article; }
  std::string operator()(const SetOutlet& c) const { return c.article; }
  std::string operator()(const SetPublished& c) const { return c.article; }
  std::string operator()(const RemoveArticle& c) const { return c.article; }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

Session::Session(const Resources& resources, AnalysisOptions options) : resources_(resources), options_(options) {
  snapshot_.comparison = std::make_shared<const Comparison>();
}

std::string Session::free_id(const std::string& wanted) {
  std::string id = wanted;
  for (int copy = 2; !ids_.insert(id).second; ++copy) id = wanted + " (" + std::to_string(copy) + ")";
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
  if (unpacked.record.ok()) {
    source.record = std::move(unpacked.record).value();
    source.record.id = intake.id;
    source.sha256 = sha256_hex(source.record.bytes);
    source.received = options_.received;
    pending_.push_back(sources_.size());
  } else {
    intake.state = Intake::State::kFailed;
    intake.messages.push_back(unpacked.record.error().message);
  }
  sources_.push_back(std::move(source));
  snapshot_.intakes.push_back(std::move(intake));
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
  sources_.clear();
  pending_.clear();
  changes_.clear();
  undone_.clear();
  comparison_due_ = false;
  const std::uint64_t revision = snapshot_.revision + 1;
  snapshot_ = {};
  snapshot_.revision = revision;
  snapshot_.comparison = std::make_shared<const Comparison>();
}

const SourceRecord* Session::record(std::size_t intake) const {
  const bool there = !sources_[intake].removed && !sources_[intake].sha256.empty();
  return there ? &sources_[intake].record : nullptr;
}

void Session::apply(Change change) {
  undone_.clear();
  changes_.push_back(std::move(change));
  reread(changes_.back());
}

bool Session::undo() {
  if (changes_.empty()) return false;
  undone_.push_back(std::move(changes_.back()));
  changes_.pop_back();
  reread(undone_.back());
  return true;
}

bool Session::redo() {
  if (undone_.empty()) return false;
  changes_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  reread(changes_.back());
  return true;
}

void Session::reread(const Change& change) {
  for (const Correction& c : change.corrections) {
    if (const std::string id = std::visit(RereadArticle{}, c); !id.empty()) reread(id);
  }
  comparison_due_ = true;
  snapshot_.compared = false;
  ++snapshot_.revision;
}

// Queues the article for a new reading under the log as it stands now.
void Session::reread(const std::string& id) {
  const auto removes = [&](const Correction& c) {
    const auto* removed = std::get_if<RemoveArticle>(&c);
    return removed != nullptr && removed->article == id;
  };
  bool removed = false;
  for_each_correction(changes_, [&](const Correction& c) { removed = removed || removes(c); });
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (snapshot_.intakes[i].id != id || snapshot_.intakes[i].state == Intake::State::kFailed) continue;
    sources_[i].removed = removed;
    if (std::find(pending_.begin(), pending_.end(), i) == pending_.end()) pending_.push_back(i);
  }
}

SourceRecord Session::corrected_record(const Intake& intake, const Source& source) const {
  SourceRecord record = source.record;
  Given given;
  for_each_correction(changes_, [&](const Correction& c) { std::visit(GivenReader{intake.id, given}, c); });
  if (given.title != nullptr) put_given(record.given, "headline", given.title->title);
  if (given.outlet != nullptr) put_given(record.given, "outlet", given.outlet->outlet);
  if (given.published != nullptr) {
    put_given(record.given, "published", given.published->date ? to_iso(*given.published->date) : std::string());
  }
  return record;
}

bool Session::has_work() const { return !pending_.empty() || comparison_due_; }

void Session::step() {
  // The first article is compared with itself at once, so that something can be read while the others come in.
  if (!pending_.empty() && !(comparison_due_ && snapshot_.comparison->articles.empty())) {
    read_next();
  } else if (comparison_due_) {
    compare_all();
  }
}

void Session::read_next() {
  const std::size_t index = pending_.front();
  pending_.pop_front();
  Intake& intake = snapshot_.intakes[index];
  const Source& source = sources_[index];
  intake.article.reset();
  intake.messages.clear();
  if (const Intake* twin = same_source(index)) {
    intake.state = Intake::State::kDuplicate;
    intake.duplicate_of = twin->id;
    intake.messages.push_back("Already here: the same text as " + twin->id);
  } else if (!source.removed) {
    AnalysisOptions options = options_;
    options.received = source.received;
    Result<ArticlePtr> article = analyze_article(corrected_record(intake, source), options, resources_);
    if (article.ok()) {
      intake.article = std::move(article).value();
      intake.state = Intake::State::kDone;
      for (const Diagnostic& d : intake.article->diagnostics) intake.messages.push_back(d.message);
    } else {
      intake.state = Intake::State::kFailed;
      intake.messages.push_back(article.error().message);
    }
  }
  comparison_due_ = true;
  snapshot_.compared = false;
  ++snapshot_.revision;
}

// The article with the same bytes that came earlier, if one is in the set.
const Intake* Session::same_source(std::size_t index) const {
  for (std::size_t i = 0; i < index; ++i) {
    const bool here = !sources_[i].removed && snapshot_.intakes[i].state != Intake::State::kFailed &&
                      snapshot_.intakes[i].state != Intake::State::kDuplicate;
    if (here && sources_[i].sha256 == sources_[index].sha256) return &snapshot_.intakes[i];
  }
  return nullptr;
}

void Session::compare_all() {
  std::vector<ArticlePtr> articles;
  for (const Intake& intake : snapshot_.intakes) {
    if (intake.article != nullptr) articles.push_back(intake.article);
  }
  const std::vector<ReadingCorrection> corrections = reading_corrections(changes_);
  snapshot_.comparison = std::make_shared<const Comparison>(compare(std::move(articles), resources_, corrections));
  comparison_due_ = false;
  snapshot_.compared = pending_.empty();
  ++snapshot_.revision;
}

}  // namespace newsloupe
