#include "core/wire/story_exchange.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/base/content_hash.h"
#include "core/wire/correction_json.h"
#include "core/wire/view_text.h"

namespace newsloupe {
namespace {

bool travels(const Intake& intake) {
  return intake.state != Intake::State::kFailed && (intake.article != nullptr || intake.state != Intake::State::kDone);
}

// "@7" to 7. Stories are checked when they are read.
std::size_t place_of(const std::string& reference) { return std::stoul(reference.substr(1)); }

// The change with its articles renamed; empty where one of them is unknown.
Change renamed(const Change& change, const std::function<std::optional<std::string>(const std::string&)>& name) {
  Change out;
  for (const Correction& c : change.corrections) {
    Correction copy = c;
    bool known = true;
    wire::for_each_article_id(copy, [&](std::string& id) {
      const std::optional<std::string> here = name(id);
      known = known && here.has_value();
      if (here) id = *here;
    });
    if (known) out.corrections.push_back(std::move(copy));
  }
  return out;
}

}  // namespace

KeptStory story_from(const Session& session, const Presenter& presenter, const ViewState& view,
                     const StoryParts& parts) {
  KeptStory story;
  std::map<std::string, std::uint32_t> position;
  const std::vector<Intake>& intakes = session.snapshot().intakes;
  for (std::size_t i = 0; i < intakes.size(); ++i) {
    const SourceRecord* record = session.record(i);
    if (record == nullptr || !travels(intakes[i]) || (!parts.texts && intakes[i].article == nullptr)) continue;
    KeptArticle article;
    if (intakes[i].article != nullptr) article.fingerprint = intakes[i].article->fingerprint;
    if (parts.texts) article.record = *record;
    if (parts.texts) article.received = session.received(i);
    position.emplace(intakes[i].id, static_cast<std::uint32_t>(story.articles.size()));
    story.articles.push_back(std::move(article));
  }
  if (parts.corrections) {
    const auto reference = [&](const std::string& id) -> std::optional<std::string> {
      const auto found = position.find(id);
      if (found == position.end()) return std::nullopt;
      return "@" + std::to_string(found->second);
    };
    for (const Change& change : session.changes()) {
      Change out = renamed(change, reference);
      if (!out.corrections.empty()) story.changes.push_back(std::move(out));
    }
  }
  std::vector<std::optional<std::uint32_t>> positions;
  for (const ArticleTab& tab : presenter.set().articles) {
    const auto found = position.find(tab.id);
    positions.push_back(found == position.end() ? std::nullopt : std::optional(found->second));
  }
  story.view = travelling_text(view, presenter, positions);
  return story;
}

std::uint64_t edition_of(const Session& session) {
  std::uint64_t edition = hash64("");
  const std::vector<Intake>& intakes = session.snapshot().intakes;
  for (std::size_t i = 0; i < intakes.size(); ++i) {
    const SourceRecord* record = session.record(i);
    if (record != nullptr) edition = hash64(record->id + "\n" + std::to_string(record->bytes.size()) + "\n", edition);
  }
  for (const Change& change : session.changes()) {
    for (const Correction& c : change.corrections) edition = hash64(wire::to_line(wire::json_from(c)) + "\n", edition);
  }
  return edition;
}

OpenedStory::OpenedStory(KeptStory story, Session& session)
    : changes_(std::move(story.changes)), view_(std::move(story.view)) {
  const bool alone = session.snapshot().intakes.empty();
  bool complete = true;
  for (KeptArticle& article : story.articles) {
    fingerprints_.push_back(std::move(article.fingerprint));
    complete = complete && article.record.has_value();
    if (!article.record) {
      added_.emplace_back();
    } else {
      added_.emplace_back(session.add_record(std::move(*article.record), article.received));
    }
  }
  if (alone && complete) say_changes(session, added_);
}

std::vector<std::optional<std::string>> OpenedStory::ids(const Session& session) const {
  std::map<std::string, std::string> by_fingerprint, duplicates;
  for (const Intake& intake : session.snapshot().intakes) {
    if (intake.article != nullptr) by_fingerprint.emplace(intake.article->fingerprint, intake.id);
    if (intake.state == Intake::State::kDuplicate) duplicates.emplace(intake.id, intake.duplicate_of);
  }
  std::vector<std::optional<std::string>> out;
  for (std::size_t i = 0; i < added_.size(); ++i) {
    std::optional<std::string> id = added_[i];
    if (!id) {
      const auto found = by_fingerprint.find(fingerprints_[i]);
      if (found != by_fingerprint.end()) id = found->second;
    } else if (const auto twin = duplicates.find(*id); twin != duplicates.end()) {
      id = twin->second;
    }
    out.push_back(std::move(id));
  }
  return out;
}

void OpenedStory::say_changes(Session& session, const std::vector<std::optional<std::string>>& ids) {
  for (const Change& change : std::exchange(changes_, {})) {
    Change here = renamed(change, [&](const std::string& reference) {
      const std::size_t place = place_of(reference);
      return place < ids.size() ? ids[place] : std::nullopt;
    });
    if (!here.corrections.empty()) session.apply(std::move(here));
  }
}

bool OpenedStory::settle(Session& session) {
  if (changes_.empty()) return false;
  const std::vector<std::optional<std::string>> here = ids(session);
  if (!std::all_of(here.begin(), here.end(), [](const auto& id) { return id.has_value(); })) return false;
  say_changes(session, here);
  return true;
}

std::vector<bool> OpenedStory::present(const Session& session) const {
  std::vector<bool> out;
  for (const std::optional<std::string>& id : ids(session)) out.push_back(id.has_value());
  return out;
}

std::optional<ViewState> OpenedStory::view(const Session& session, const Presenter& presenter) const {
  if (session.has_work() || !changes_.empty()) return std::nullopt;
  const std::vector<ArticleTab> tabs = presenter.set().articles;
  std::vector<std::optional<std::uint32_t>> by_position;
  for (const std::optional<std::string>& id : ids(session)) {
    if (!id) return std::nullopt;
    const auto tab = std::find_if(tabs.begin(), tabs.end(), [&](const ArticleTab& t) { return t.id == *id; });
    by_position.push_back(tab == tabs.end() ? std::nullopt
                                            : std::optional(static_cast<std::uint32_t>(tab - tabs.begin())));
  }
  return view_from_travelling(view_, presenter, by_position);
}

}  // namespace newsloupe
