// The comparison of a set of articles, in the terms of formats.md ("newsloupe.comparison/1"). Every row carries the
// members it rests on: article, span and rule. Articles stand in canonical order (by id, then by hash of the source),
// so nothing depends on the order in which they arrived.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/span.h"
#include "core/resolve/article.h"
#include "core/resolve/reading_correction.h"
#include "core/resources/resources.h"

namespace newsloupe {

using ArticleIndex = Id<Article>;  // position in Comparison::articles

struct Member {
  ArticleIndex article;
  TextSpan span;
  RuleId rule;
  friend auto operator<=>(const Member& a, const Member& b) {
    if (const auto c = a.article <=> b.article; c != 0) return c;
    return a.span <=> b.span;
  }
  friend bool operator==(const Member& a, const Member& b) { return a.article == b.article && a.span == b.span; }
};

struct Story {
  std::string label;
  bool named = false;  // by a person
  std::vector<ArticleIndex> articles;
};
enum class OriginBasis : std::uint8_t { kSingle, kWording, kCreditAndWording };
struct Origin {
  std::vector<ArticleIndex> articles;
  OriginBasis basis = OriginBasis::kSingle;
};

// --- reuse
enum class ReuseLabel : std::uint8_t { kWholly, kPartly, kQuoteOnly, kSlight };
enum class ReuseDirection : std::uint8_t { kUnknown, kAFromB, kBFromA };
struct ReuseRun {
  TextSpan a, b;
  std::uint32_t words = 0;
};
// `containment`: share of a's words that lie in common runs, and of b's, in thousandths.
struct Reuse {
  ArticleIndex a, b;  // a < b
  ReuseLabel label = ReuseLabel::kSlight;
  std::uint32_t containment_a = 0, containment_b = 0;
  std::vector<ReuseRun> runs;  // in order of a
  ReuseDirection direction = ReuseDirection::kUnknown;
};

// --- quotes
enum class QuoteForm : std::uint8_t { kDirect, kMixed, kIndirect, kUnattributed };
enum class VariantRelation : std::uint8_t {
  kIdentical,
  kStyle,
  kTrimmed,
  kExtended,
  kReworded,
  kSpliced,
  kParaphrase,
  kTranslated
};
enum class EditKind : std::uint8_t {
  kSpelling,
  kPunctuation,
  kBracket,
  kEllipsis,
  kInsert,
  kDelete,
  kReplace,
  kMove,
  kNegation,
  kNumber,
  kName
};
struct QuoteEdit {
  EditKind kind = EditKind::kReplace;
  TextSpan a, b;
};  // text spans in the two articles
struct QuoteMember {
  Member member;
  Id<Quote> quote;  // invalid for unattributed words
  QuoteForm form = QuoteForm::kDirect;
};
struct QuoteVariant {
  std::uint32_t a = 0, b = 0;
  VariantRelation relation = VariantRelation::kIdentical;
  std::vector<QuoteEdit> edits;
};
// All renderings of one utterance. `speaker` is empty where no member names one. The reference is the member that the
// others are read against: that of a transcript or a release, else the longest direct rendering.
struct QuoteGroup {
  std::string speaker;
  std::vector<QuoteMember> members;    // in canonical order; a place may be a member of two groups
  std::vector<QuoteVariant> variants;  // against the reference, then others that differ
  std::uint32_t reference = 0;         // into members
  TextSpan
      core;  // the longest stretch of the reference that all direct renderings have, spliced ones aside; may be empty
};

// --- figures
enum class FigureRelation : std::uint8_t { kAgree, kDiffer, kNotComparable };
enum class FigureReason : std::uint8_t { kNone, kUpdated, kScope, kRounding, kUnit, kSource, kUnexplained };
struct FigureMember {
  Member member;
  Decimal value;
  std::optional<Decimal> low, high;
  std::string unit;  // as the article gives it; the group's unit is that of its first member
  Bound bound = Bound::kNone;
  std::string as_of;    // ISO day, empty where unknown
  std::string said_by;  // name, empty where the article says it itself
};
struct FigureGroup {
  std::string label, unit;
  std::vector<FigureMember> members;
  FigureRelation relation = FigureRelation::kAgree;
  FigureReason reason = FigureReason::kNone;
  // Where the label is a clause of one member: how much of it each of the other articles says, at the least (see
  // StatementSupport), below 1000. 1000 for a label that names what is counted.
  std::uint32_t label_support = 1000;
};

// Figures of one article that do not fit together.
enum class InnerKind : std::uint8_t { kHeadlineBody, kPartsTotal, kPercentBase };
struct InnerDifference {
  InnerKind kind = InnerKind::kHeadlineBody;
  std::string label;                  // "19 in the headline, 17 in the text"
  std::vector<FigureMember> members;  // of one article; the total, the base or the headline's first
};

// --- names
struct SetEntity {
  std::string name;
  EntityType type = EntityType::kPerson;
  std::vector<std::string> aliases;
  struct InArticle {
    ArticleIndex article;
    Id<Entity> entity;
    std::uint32_t mentions = 0;
    std::string role;
  };
  std::vector<InArticle> articles;
  bool corrected = false;  // named, typed or joined by a person
};

// --- facts
enum class FactKind : std::uint8_t { kEvent, kQuote, kFigure, kEntity };
enum class AbsenceReason : std::uint8_t { kPublishedBefore, kNotFound };
enum class FactRelation : std::uint8_t { kAgree, kDiffer, kOnly };
struct FactCell {
  Member member;
  std::string value;
};  // value: what the matrix shows ("14", "~20", "exact")
struct Absence {
  ArticleIndex article;
  AbsenceReason why = AbsenceReason::kNotFound;
};
struct Fact {
  std::string label;
  FactKind kind = FactKind::kEvent;
  FactRelation relation = FactRelation::kAgree;
  std::vector<FactCell> members;
  std::vector<Absence> absent;
  bool verbatim = false;      // of a quote: the label's words are those that all members print
  std::uint32_t origins = 1;  // independent origins among the members
  std::uint32_t subject = 0;  // index of the quote group, figure group, timeline entry or set entity behind it
  std::uint32_t weight = 0;   // prominence, larger first
};
[[nodiscard]] bool says(const Fact& fact, ArticleIndex article);
// Others say it, and the article does not though it could have: it was not published before.
[[nodiscard]] bool is_lacking(const Fact& fact, ArticleIndex article);

// --- timeline
struct TimelineMember {
  Member member;
  Basis basis = Basis::kStated;
  EventStatus status = EventStatus::kHappened;  // as this article tells it
};
struct TimelineEntry {
  std::string value, end;  // TIMEX3, as formats.md
  CivilDate first, last;
  std::string label;
  EventStatus status = EventStatus::kHappened;
  std::vector<TimelineMember> members;
  bool differs = false;  // the same event on another day elsewhere
};

// --- versions
enum class ChangeKind : std::uint8_t { kAdded, kRemoved, kChanged };
struct VersionChange {
  ChangeKind kind = ChangeKind::kChanged;
  TextSpan older, newer;  // sentences; empty where it has none
};
// Two states of one article of one outlet.
struct Version {
  ArticleIndex older, newer;
  std::vector<VersionChange> changes;  // in order of the newer text, what was removed at its place in the older
  TextSpan correction_note;            // of the newer; empty where it tells of no correction
};

// --- brief
// kLack and kOwn only where an article is mine: what others have that it lacks, and what it alone has.
enum class BriefKind : std::uint8_t { kSet, kAgree, kDiffer, kOnly, kQuoted, kWhen, kLack, kOwn };
struct BriefLine {
  BriefKind kind = BriefKind::kSet;
  std::string text;
  std::vector<Member> members;
  std::uint32_t origins = 0;
};

struct Alignment {
  Member a, b;
  std::uint32_t score = 0;
};  // sentences that say the same; score in thousandths

enum class ArticleRole : std::uint8_t { kNone, kMine, kReference };
// Articles that a person singled out, by id; empty or not in the set: none.
struct ArticleRoles {
  std::string mine;       // a draft or an own report: the brief is written for whoever works on it
  std::string reference;  // a transcript or a release: quotes are compared with its wording
};

struct ComparedArticle {
  ArticlePtr article;  // as corrected
  std::uint32_t words = 0;
  std::uint32_t story = 0, origin = 0;
};

struct Comparison {
  std::vector<ComparedArticle> articles;
  std::vector<Story> stories;
  std::vector<Origin> origins;
  std::vector<Reuse> reuse;
  std::vector<QuoteGroup> quotes;
  std::vector<FigureGroup> figures;
  std::vector<InnerDifference> inside;
  std::vector<SetEntity> entities;
  std::vector<Fact> facts;
  std::vector<TimelineEntry> timeline;
  std::vector<Version> versions;
  std::vector<BriefLine> brief;
  std::vector<Alignment> alignments;
  ArticleIndex mine, reference;          // by ArticleRoles; not valid: none
  std::vector<std::uint32_t> unmatched;  // corrections, by their place in the list given, that met nothing in the set

  [[nodiscard]] const Article& article(ArticleIndex index) const { return *articles[index.index()].article; }
  [[nodiscard]] ArticleRole role(ArticleIndex index) const {
    return index == mine ? ArticleRole::kMine : index == reference ? ArticleRole::kReference : ArticleRole::kNone;
  }
};

// Compares the articles; the order in which they are given does not matter. Never fails: a set of none gives an empty
// comparison, of one the facts of that one. `corrections` hold for the whole set and are applied in their order.
Comparison compare(std::vector<ArticlePtr> articles, const Resources& resources,
                   std::span<const ReadingCorrection> corrections = {}, const ArticleRoles& roles = {});

}  // namespace newsloupe
