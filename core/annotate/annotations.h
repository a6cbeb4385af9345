// What the annotators find in one article: spans with a kind, a value and the rule that made them. Annotators are
// siblings: none reads another's layer unless it is a parameter. Resolution (who is who, who speaks) is core/resolve's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/span.h"
#include "core/text/layer.h"
#include "core/text/rule_id.h"

namespace newsloupe {

enum class EntityType : std::uint8_t { kPerson, kOrganization, kPlace, kEvent, kProgram, kAgreement, kProduct, kGroup };
enum class MentionForm : std::uint8_t { kName, kNominal, kPronoun };

// A mention has no title, article or possessive; "India-Japan" is two. `role` is the title or office beside a person's
// name ("Prime Minister", "India's foreign secretary"), empty where there is none.
struct Mention {
  TextSpan span;
  TextSpan role;
  EntityType type = EntityType::kPerson;
  MentionForm form = MentionForm::kName;
  bool nested = false;  // a name inside a name
  Confidence confidence = Confidence::kSure;
  RuleId rule;
};

enum class QuoteKind : std::uint8_t { kDirect, kMixed, kIndirect };

// `span` is the words without quotation marks; `marked` is the same with them (equal for indirect speech).
struct Quote {
  TextSpan span;
  TextSpan marked;
  QuoteKind kind = QuoteKind::kDirect;
  Id<Quote> part_of;  // the first part of an utterance broken by its attribution
  Id<Quote> within;   // the indirect clause that holds these quoted words
  RuleId rule;
};

// A word or phrase that introduces speech ("said", "according to", "told reporters").
struct ReportingCue {
  TextSpan span;
  enum class Kind : std::uint8_t { kVerb, kAccordingTo, kNoun, kColon } kind = Kind::kVerb;
  RuleId rule;
};

enum class TimexType : std::uint8_t { kDate, kTime, kDuration, kSet };
enum class Basis : std::uint8_t { kStated, kDerived };

// `value` and `end` as formats.md says (TIMEX3: "2025-08-29", "2025-Q3", "P2D", "XXXX-WXX-2", "PAST_REF"); `first` and
// `last` are the days it covers, where it names any: what a timeline and a comparison use.
struct Timex {
  TextSpan span;
  TimexType type = TimexType::kDate;
  std::string value;
  std::string end;       // inclusive last day of a range that no single value names, else empty
  std::string modifier;  // TIMEX3 MOD (START, MID, END, APPROX, LESS_THAN ...), else empty
  std::optional<CivilDate> first, last;
  Basis basis = Basis::kStated;
  Confidence confidence = Confidence::kSure;
  RuleId rule;
};

enum class QuantityKind : std::uint8_t { kCount, kMoney, kPercent, kOrdinal, kMeasure, kDuration, kRate, kScore };
enum class Bound : std::uint8_t { kNone, kAbout, kAtLeast, kAtMost, kMoreThan, kLessThan, kNearly };

struct Quantity {
  TextSpan span;
  TextSpan counted;  // what is counted or measured, empty where nothing is named
  QuantityKind kind = QuantityKind::kCount;
  Decimal value;  // of a range its middle
  std::optional<Decimal> low, high;
  std::string unit;           // ISO 4217 for money, SI or everyday name otherwise, empty for plain counts
  bool unit_assumed = false;  // a bare dollar taken as USD
  Bound bound = Bound::kNone;
  Confidence confidence = Confidence::kSure;
  RuleId rule;
};

enum class EventStatus : std::uint8_t { kHappened, kPlanned, kPossible, kDenied };

// `label` is the lower-case kind of event ("visit", "meeting", "launch"); who and whom are resolved later.
struct Event {
  TextSpan span;  // the sentence's part that says it; the sentence when nothing smaller is known
  TextSpan trigger;
  std::string label;
  EventStatus status = EventStatus::kHappened;
  std::vector<Id<Mention>> who, whom, where;
  Id<Timex> when;
  Confidence confidence = Confidence::kSure;
  RuleId rule;
};

// `score` in thousandths; spans in document order.
struct Keyphrase {
  TextSpan span;  // the first occurrence
  std::string text;
  std::uint32_t score = 0;
  std::vector<TextSpan> spans;
};

}  // namespace newsloupe
