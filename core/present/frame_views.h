// What every screen shares, and the views of the frame around them: app bar, status bar, import sheet. How views are
// made and sent is told in core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/span.h"
#include "core/compare/comparison.h"

namespace newsloupe {

// The three findings that have a hue, and the states without one.
enum class Status : std::uint8_t {
  kNone,
  kAgree,
  kDiffer,
  kOnly,
  kSilent,
  kBefore,
  kNotComparable,
  kUpdated,
  kRounded
};

enum class SubjectKind : std::uint8_t { kNone, kFact, kQuote, kFigure, kEvent, kName, kSentence, kCombination };

// The thing that is selected on all screens at once. `key` is made of what the thing is (its kind and first member),
// not of its place in a list, so a selection survives a new article.
struct Subject {
  SubjectKind kind = SubjectKind::kNone;
  std::uint64_t key = 0;
  [[nodiscard]] bool valid() const { return kind != SubjectKind::kNone; }
  friend bool operator==(const Subject&, const Subject&) = default;
  template <class F>
  void each_field(F&& f) {
    f(kind);
    f(key);
  }
};

// A place in an article: `article` counts SetView::articles.
struct Place {
  std::uint32_t article = 0;
  TextSpan span;
  friend bool operator==(const Place&, const Place&) = default;
  template <class F>
  void each_field(F&& f) {
    f(article);
    f(span.begin);
    f(span.end);
  }
};

// An article of the open story. Letters go by order of arrival, and stay when one is left out.
struct ArticleTab {
  std::string letter;     // "A".."L", then numbers: 13, 14 ...
  std::string id;         // formats.md
  std::string outlet;     // or the file's name where no outlet is known
  std::string title;      // headline, or the lead's first words
  std::string published;  // "4 May 2025", empty when unknown
  std::string language;   // "en"
  std::uint32_t words = 0;
  std::uint32_t origin = 0;  // index into SetView::origins
  bool title_is_lead = false;
  ArticleRole role = ArticleRole::kNone;
  template <class F>
  void each_field(F&& f) {
    f(letter);
    f(id);
    f(outlet);
    f(title);
    f(published);
    f(language);
    f(words);
    f(origin);
    f(title_is_lead);
    f(role);
  }
};

struct OriginView {
  std::vector<std::uint32_t> articles;
  std::string label;  // "one origin · 71 %", empty for an origin of one article
  template <class F>
  void each_field(F&& f) {
    f(articles);
    f(label);
  }
};

enum class ImportState : std::uint8_t { kWaiting, kReading, kDone, kFailed, kDuplicate };
enum class ImportField : std::uint8_t { kTitle, kOutlet, kPublished };

// A row of the import sheet: one file and its fate. A row never disappears.
struct ImportRow {
  std::string letter;  // empty when it gave no article
  std::string id, name;
  ImportState state = ImportState::kWaiting;
  std::string title, outlet, published;  // published as ISO day, empty where unknown
  std::string published_basis;           // "stated", "from the page's data", "given by you" ...
  std::string language;
  std::uint32_t words = 0;
  bool title_is_lead = false;
  bool needs_date = false;
  std::vector<std::string> messages;  // one line each: cause and way out
  bool edited = false;                // title, outlet or date given by the person
  template <class F>
  void each_field(F&& f) {
    f(letter);
    f(id);
    f(name);
    f(state);
    f(title);
    f(outlet);
    f(published);
    f(published_basis);
    f(language);
    f(words);
    f(title_is_lead);
    f(needs_date);
    f(messages);
    f(edited);
  }
};

// What is open and what it belongs to. The screens speak of `articles`: the open story, or the whole set; nothing here
// grows with the set.
struct SetView {
  std::uint64_t revision = 0;
  std::string story;   // label of the open story, of the largest where the whole set is open; empty for an empty set
  std::string scope;   // id of an article of the open story; empty: the whole set
  std::string status;  // "5 articles · 3 origins · English"
  std::string live;    // what a screen reader is told when it changes
  std::vector<ArticleTab> articles;  // that take part, by order of arrival
  std::vector<ArticleTab> left_out;  // of the open story, taking no part
  std::vector<OriginView> origins;
  std::uint32_t scope_articles =
      0;  // articles the scope has; more than `articles` where not all can be compared at once
  std::uint32_t total_articles = 0, total_stories = 0, total_origins = 0;  // of the whole set
  std::uint32_t files_done = 0, files_total = 0;
  std::uint32_t differences = 0;
  bool comparing = false;
  std::uint32_t changes = 0;           // corrections in force
  std::string undo_label, redo_label;  // what Undo and Redo would act on, empty for nothing
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(story);
    f(scope);
    f(status);
    f(live);
    f(articles);
    f(left_out);
    f(origins);
    f(scope_articles);
    f(total_articles);
    f(total_stories);
    f(total_origins);
    f(files_done);
    f(files_total);
    f(differences);
    f(comparing);
    f(changes);
    f(undo_label);
    f(redo_label);
  }
};

}  // namespace newsloupe
