// The set that is open: records come in, work is done one unit at a time, snapshots go out. Lives in the worker.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/analysis/analyze_article.h"
#include "core/analysis/correction.h"
#include "core/compare/outline.h"
#include "core/unpack/unpack.h"

namespace newsloupe {

// The fate of one file or record, in order of arrival.
struct Intake {
  std::string id, name;
  enum class State : std::uint8_t { kWaiting, kReading, kDone, kFailed, kDuplicate } state = State::kWaiting;
  DigestPtr article;                  // for kDone
  ArticlePtr whole;                   // where it is held
  std::string duplicate_of;           // id, for kDuplicate
  std::vector<std::string> messages;  // one line each
};

// A set of so many articles is compared as a whole unless a story is opened; a larger one story by story.
inline constexpr std::size_t kWholeSetByDefault = 12;
// More articles are never compared at once, and no more are held as a whole: of the others the session keeps the record
// and a digest, and reads them again when their story is opened.
inline constexpr std::size_t kMostCompared = 200;

// What is compared in full: one story, known by one of its articles so that it can grow, or the whole set.
struct Scope {
  std::string anchor;   // id of an article of the open story; empty: the whole set
  bool chosen = false;  // by the person
  std::size_t size =
      0;  // articles of it that take part; where they are more than kMostCompared, that many are compared
};

// Immutable. `outline` and `comparison` may be older than `intakes` while work is pending; `compared` says whether they
// are not. `comparison` is of the articles of `scope`.
struct Snapshot {
  std::uint64_t revision = 0;
  std::vector<Intake> intakes;
  std::shared_ptr<const SetOutline> outline = std::make_shared<const SetOutline>();
  std::shared_ptr<const Comparison> comparison = std::make_shared<const Comparison>();
  Scope scope;
  bool compared = true;
  std::vector<Change> changes, undone;  // in force, oldest first; taken back, the last one at the end
};

class Session {
 public:
  // `resources` must outlive the session and every snapshot.
  Session(const Resources& resources, AnalysisOptions options);

  // Queues a file; containers (JSON Lines) become one intake a record when their turn comes. Ids that are taken get "
  // (2)".
  void add(std::string id, std::string name, std::string bytes);
  // Queues one record of a story that was kept, read under the day it was received then. Gives the id it goes by here.
  std::string add_record(SourceRecord record, std::optional<CivilDate> received);
  // The set is empty again; revisions go on.
  void clear();
  // Applies at once; what depends on it is worked out by the next steps. What was undone can then no longer be redone.
  void apply(Change change);
  // Takes back the last change, or does the last one taken back again; false when there is none.
  bool undo();
  bool redo();
  // Opens the story of that article, or with an empty id the whole set; it stays open while articles come in. An error
  // where there is no such article (once it comes, its story is opened), or where the whole set is too large.
  std::optional<Error> open_story(const std::string& article);

  [[nodiscard]] bool has_work() const;
  // Some of the work is records that are not read yet.
  [[nodiscard]] bool reading() const { return !pending_.empty(); }
  // One unit of work: reading one record, or, once nothing is left to read (and after the first article), a piece of
  // the grouping, or the comparison.
  void step();

  [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
  [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
  // The record behind snapshot().intakes[intake] as it came in, and the day it was received; null when it was removed
  // or could not be unpacked.
  [[nodiscard]] const SourceRecord* record(std::size_t intake) const;
  [[nodiscard]] std::optional<CivilDate> received(std::size_t intake) const { return sources_[intake].received; }
  [[nodiscard]] bool can_redo() const { return !undone_.empty(); }
  // The article behind snapshot().intakes[intake], read again where it is not held as a whole; null where there is
  // none.
  [[nodiscard]] ArticlePtr whole_article(std::size_t intake) const;

 private:
  struct Source {
    SourceRecord record;
    std::uint64_t hash = 0;  // of its bytes
    std::optional<CivilDate> received;
    bool readable = false, removed = false, queued = false;
  };
  // What the log says about one article: title, outlet and date in the order of the log.
  struct Given {
    std::vector<const Correction*> fields;
    bool removed = false;
  };
  struct LogReader;
  struct Redoer;

  std::string free_id(const std::string& wanted);
  void queue(UnpackedRecord unpacked);
  void enqueue(std::size_t index);
  void log_changed(const Change& change);
  void reread(const std::string& id);
  void read_next();
  [[nodiscard]] Result<ArticlePtr> read(std::size_t index) const;
  // Index of the intake behind an article of the outline.
  [[nodiscard]] std::size_t intake_of(ArticleIndex article) const;
  void group_again();
  bool learn_repeats();
  void make_outline();
  void choose_scope();
  void compare_scope();
  bool gather(std::span<const ArticleIndex> wanted);
  [[nodiscard]] bool first_result_due() const;
  [[nodiscard]] std::vector<ArticleIndex> articles_of_scope() const;
  [[nodiscard]] const Intake* same_source(std::size_t index) const;
  [[nodiscard]] SourceRecord corrected_record(const Intake& intake, const Source& source) const;

  const Resources& resources_;
  AnalysisOptions options_;
  SetFurniture furniture_;  // what the outlets of the set print with many articles, as far as was read
  std::unordered_map<std::string, std::size_t> ids_;                     // index of the intake
  std::unordered_map<std::string, int> copies_;                          // of ids that were taken
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_hash_;  // of their bytes
  std::vector<Source> sources_;                                          // parallel to snapshot_.intakes
  std::size_t held_ = 0;                                                 // of the articles, as a whole
  std::deque<std::size_t> pending_;                                      // indices into sources_
  std::vector<Change> changes_;                                          // in force, oldest first
  std::vector<Change> undone_;                                           // the last one taken back at the end
  std::unordered_map<std::string, Given> given_;                         // by article; points into changes_
  GroupingWishes wishes_;                                                // from changes_
  std::optional<std::string> opened_;                                    // by the person, as in Scope::anchor
  std::unique_ptr<OutlineMaker> maker_;                                  // while an outline is being made
  bool outline_due_ = false, comparison_due_ = false;
  Snapshot snapshot_;
};

}  // namespace newsloupe
