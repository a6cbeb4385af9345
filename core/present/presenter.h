// Makes the views of the screens from one snapshot. Kept by the worker as long as the snapshot is the newest. What only
// some screens need is worked out when the first of them is asked for.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/analysis/search.h"
#include "core/analysis/session.h"
#include "core/analysis/set_search.h"
#include "core/compare/pair_comparison.h"
#include "core/present/compare_view.h"
#include "core/present/correction_views.h"
#include "core/present/coverage_view.h"
#include "core/present/figures_view.h"
#include "core/present/library.h"
#include "core/present/search_view.h"
#include "core/present/views.h"

namespace newsloupe {

// How many rows of a band of the Brief, people and dated marks are sent at most; the view says how many there are.
struct BriefLimits {
  std::size_t rows_in_band = 60;
  std::size_t quoted = 12;
  std::size_t dated = 40;
};

class Presenter {
 public:
  // `snapshot` is not copied: it must outlive the presenter and stay as it is.
  explicit Presenter(const Snapshot& snapshot);
  explicit Presenter(Snapshot&&) = delete;

  [[nodiscard]] std::uint64_t revision() const { return revision_; }
  [[nodiscard]] const Comparison& comparison() const { return *snapshot_.comparison; }

  [[nodiscard]] SetView set() const;
  [[nodiscard]] BriefView brief(const BriefLimits& limits = {}) const;
  // `tab` counts SetView::articles. An empty view for one that is not there.
  [[nodiscard]] ReaderView reader(std::uint32_t tab) const;
  // Two tabs side by side; where they are one or not there, the closest pair. With `needs` alone for less than two.
  [[nodiscard]] CompareView compare(std::uint32_t left, std::uint32_t right) const;
  [[nodiscard]] QuotesView quotes() const;
  [[nodiscard]] FiguresView figures() const;
  [[nodiscard]] TimelineView timeline() const;
  [[nodiscard]] CoverageView coverage() const;
  // Where a subject is anchored, and the subject anchored there: how a selection travels to another machine. Nothing,
  // and no subject, for what is not there.
  [[nodiscard]] std::optional<Place> place_of(const Subject& subject) const;
  [[nodiscard]] Subject subject_at(SubjectKind kind, const Place& place) const;
  // Without cards for a subject that is no longer there.
  [[nodiscard]] EvidenceView evidence(const Subject& subject) const;
  [[nodiscard]] SearchView search(const SearchQuery& query) const;
  // Adds what a search through the whole set found in articles that are not compared now, and, once it is `done`, who
  // prints the sentence that was looked for, and since when.
  void put_whole_set(const WholeSetSearch& search, bool done, SearchView& view) const;
  // Articles, people, facts and events that a few typed letters mean.
  [[nodiscard]] FoundView find_things(const std::string& typed) const;
  [[nodiscard]] ImportView imports(RowWindow window, bool only_needing) const;
  // `filter`: see LibraryFilter; `expanded`: see AskView.
  [[nodiscard]] LibraryView library(const std::string& filter, RowWindow window,
                                    const std::vector<std::string>& expanded) const;
  [[nodiscard]] LibraryMatchesView library_matches(const std::string& filter) const;
  [[nodiscard]] StoriesView stories(const std::string& filter, RowWindow window) const;
  // Target kNothing for what is neither a name nor a quote.
  [[nodiscard]] CorrectionView correction(const Subject& subject) const;
  [[nodiscard]] ChangesView changes() const;

 private:
  // An article of the scope as the screens know it. Tabs stand in order of arrival, so that letters stay when more come
  // in.
  struct Tab {
    ArticleIndex index;
    const Article* article = nullptr;
    std::string letter;
  };
  // What a subject key stands for: an index into the comparison's list of its kind, or one thing of one article.
  struct Target {
    std::size_t group = kSingle;
    std::uint32_t tab = 0;
    std::size_t item = 0;  // in the article's layer, for kSingle
    static constexpr std::size_t kSingle = static_cast<std::size_t>(-1);
  };

  [[nodiscard]] std::uint32_t tab_of(ArticleIndex index) const { return tab_of_index_[index.index()]; }
  [[nodiscard]] const Tab& tab(ArticleIndex index) const { return tabs_[tab_of(index)]; }
  [[nodiscard]] Subject subject_of(SubjectKind kind, const Member& first) const;
  [[nodiscard]] Subject subject_of(const Fact& fact) const;
  [[nodiscard]] Subject subject_of(const TimelineEntry& entry) const;
  [[nodiscard]] Subject name_subject(const SetEntity& entity) const;
  // The subject of the whole group where the thing belongs to one: what all screens select.
  [[nodiscard]] Subject canonical(const Subject& subject) const;
  using Targets = std::map<std::pair<SubjectKind, std::uint64_t>, Target>;
  [[nodiscard]] const Targets& targets() const;
  void put_groups(Targets& targets) const;
  void put_singles(Targets& targets, std::uint32_t tab) const;
  template <class Items>
  void put_layer(Targets& targets, SubjectKind kind, std::uint32_t tab, const Items& items) const;
  void put_tabs();
  [[nodiscard]] const Library& listed() const;

  // False for a language whose articles show structure only.
  [[nodiscard]] std::size_t compared_stories() const;
  [[nodiscard]] static bool is_compared(const Article& article);
  // Tabs in column order: articles of one origin are neighbours, origins by their first letter.
  [[nodiscard]] std::vector<std::uint32_t> columns() const;
  [[nodiscard]] std::vector<OriginView> origins() const;
  [[nodiscard]] std::string short_letters(const std::vector<std::uint32_t>& tabs) const;
  [[nodiscard]] std::string letters_of(const std::vector<std::uint32_t>& tabs) const;
  [[nodiscard]] static ArticleTab tab_view(const ArticleCard& article, std::string title, const std::string& letter,
                                           std::uint32_t words);
  [[nodiscard]] ArticleTab article_tab(const Tab& tab) const;
  [[nodiscard]] std::string story_label() const;
  [[nodiscard]] std::string status_line() const;
  [[nodiscard]] ImportRow import_row(const Intake& intake) const;
  [[nodiscard]] std::vector<BriefRun> standfirst(const std::vector<OriginView>& origins) const;
  [[nodiscard]] std::string figure_note(const FigureGroup& group, const std::string& otherwise) const;
  // A band of the Brief: which facts stand in it, and, where an article is mine, what that one says of them.
  enum class OfMine : std::uint8_t { kAny, kSays, kAlone, kSilent, kLacks };
  struct Band {
    FactRelation relation;
    const char* title;
    OfMine of_mine = OfMine::kAny;
  };
  [[nodiscard]] bool stands_in(const Fact& fact, const Band& band) const;
  void put_band(const Band& wanted, std::size_t most, BriefView& view) const;
  [[nodiscard]] BriefRow brief_row(const Fact& fact, const std::vector<std::uint32_t>& columns) const;
  [[nodiscard]] std::vector<QuotedPerson> quoted_people() const;
  [[nodiscard]] DatedMark dated_mark(const TimelineEntry& entry) const;

  void put_paragraphs(const Article& article, ReaderView& view) const;
  void put_highlights(std::uint32_t tab, ReaderView& view) const;
  void put_margin_notes(std::uint32_t tab, ReaderView& view) const;
  [[nodiscard]] std::string margin_text(const Fact& fact, std::uint32_t tab) const;

  [[nodiscard]] QuoteRow quote_row(const QuoteGroup& group, const std::vector<std::uint32_t>& columns) const;
  [[nodiscard]] QuoteRow single_quote_row(std::uint32_t tab, std::size_t quote,
                                          const std::vector<std::uint32_t>& columns) const;
  [[nodiscard]] QuoteRendering rendering(const QuoteGroup& group, std::size_t member, std::size_t reference,
                                         const std::vector<TextSpan>& pieces) const;

  void put_lone_figures(FiguresView& view) const;
  [[nodiscard]] std::string figure_why(const FigureGroup& group, const Fact* fact) const;
  [[nodiscard]] std::string by_article(const FigureGroup& group, const std::vector<std::string>& words,
                                       const std::vector<std::uint32_t>& order) const;
  [[nodiscard]] FigureLine figure_line(const FigureGroup& group, const std::string& unit, bool all, bool convert) const;
  void put_values(const FigureGroup& group, FigureRow& row) const;
  [[nodiscard]] const Fact* fact_of_figure(const FigureGroup& group) const;
  // Status and its word.
  void put_figure_finding(const FigureGroup& group, FigureRow& row) const;
  [[nodiscard]] std::vector<OriginView> coverage_columns() const;
  [[nodiscard]] BriefRow coverage_fact(const Fact& fact, const std::vector<OriginView>& columns,
                                       const std::vector<std::uint32_t>& order) const;
  [[nodiscard]] std::string combination_label(const CoverageRow& row, const std::vector<OriginView>& columns) const;
  [[nodiscard]] std::uint64_t combination_key(const BriefRow& fact, const std::vector<OriginView>& columns) const;
  void put_covered_articles(const std::vector<std::uint32_t>& order, CoverageView& view) const;
  void fill_combination(const Subject& subject, EvidenceView& view) const;

  [[nodiscard]] EvidenceCard card(const Member& member) const;
  void fill_fact(const Fact& fact, EvidenceView& view) const;
  void fill_quote(const QuoteGroup& group, EvidenceView& view) const;
  void fill_figure(const FigureGroup& group, EvidenceView& view) const;
  void fill_event(const TimelineEntry& entry, EvidenceView& view) const;
  void fill_name(const SetEntity& entity, EvidenceView& view) const;
  void fill_single(const Subject& subject, const Target& target, EvidenceView& view) const;
  struct ThingFinder;
  class PairViewer;
  void offer_names(ThingFinder& finder) const;
  [[nodiscard]] SearchHitView hit_view(const SearchHit& hit, std::uint32_t runs) const;
  void put_changes(SetView& view) const;
  [[nodiscard]] bool is_edited(const std::string& article) const;
  [[nodiscard]] NameChoice name_choice(const SetEntity& entity) const;
  void put_name_choices(bool speakers, const SetEntity* without, CorrectionView& view) const;

  [[nodiscard]] static bool has_given_speaker(const Comparison& all, const QuoteGroup& group);
  void put_absent(const std::vector<Absence>& absent, EvidenceView& view) const;

  const Snapshot& snapshot_;
  std::uint64_t revision_;
  std::vector<Tab> tabs_;
  std::vector<ArticleTab> left_out_;                      // of the scope
  std::vector<std::uint32_t> tab_of_index_;               // by ArticleIndex
  std::unordered_map<std::string, std::string> letters_;  // by article id, of the scope
  mutable std::unique_ptr<const Targets> targets_;
  mutable std::unique_ptr<const Library> library_;
};

// Read, or known not to become an article.
[[nodiscard]] bool is_settled(const Intake& intake);
// Headline, or the lead's first words.
[[nodiscard]] std::string shown_title(const Article& article);
[[nodiscard]] std::string shown_title(const ArticleDigest& article);
// Or the file's name where no outlet is known.
[[nodiscard]] std::string outlet_of(const ArticleCard& article);

// "People missing" inside a sentence; names in capitals stay.
[[nodiscard]] std::string lower_first(std::string text);
// The sentences that hold the span, or the span itself outside all sentences.
[[nodiscard]] TextSpan sentence_around(const Article& article, TextSpan span);

// "4 May 2025"; "Sun 4 May"; "4 May 2025, 18:20" for an ISO date with a time.
[[nodiscard]] std::string long_date(CivilDate date);
[[nodiscard]] std::string short_date(CivilDate date);
[[nodiscard]] std::string shown_time(const std::string& iso);
// A TIMEX3 value as people say it: "1300s", "14th century", "May 2025", "week of 11 November 2019", "Q1 2018"; others
// as they are. `first` is its first day.
[[nodiscard]] std::string shown_period(const std::string& value, CivilDate first);
// The days of an entry: "4 May 2025", "29 to 30 August 2025", "Q1 2018", "2014 to 2016".
[[nodiscard]] std::string shown_days(const TimelineEntry& entry);
// "3 to 9 May 2025", "28 April to 2 May 2025".
[[nodiscard]] std::string date_range(CivilDate first, CivilDate last);

}  // namespace newsloupe
