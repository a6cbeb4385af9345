// Quantities: amounts, what bounds them and what they count. Numbers inside dates are left to the times.
#include <algorithm>
#include <array>

#include "core/annotate/annotate.h"
#include "core/annotate/number_label.h"
#include "core/annotate/pound_reader.h"
#include "core/annotate/quantity_reader.h"
#include "core/annotate/score_reader.h"
#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kBoundReach = 4;    // tokens of the longest approximator
constexpr std::uint32_t kCountedReach = 5;  // words between a number and its noun, the noun included

using BoundName = std::pair<std::string_view, Bound>;
constexpr BoundName kBoundNames[] = {
    {"about", Bound::kAbout},          {"nearly", Bound::kNearly},      {"at_least", Bound::kAtLeast},
    {"at_most", Bound::kAtMost},       {"more_than", Bound::kMoreThan}, {"less_than", Bound::kLessThan},
    {"MORE_THAN", Bound::kMoreThan},   {"LESS_THAN", Bound::kLessThan}, {"EQUAL_OR_MORE", Bound::kAtLeast},
    {"EQUAL_OR_LESS", Bound::kAtMost}, {"APPROX", Bound::kAbout}};

Bound bound_named(std::string_view name) {
  const auto* const found = std::ranges::find(kBoundNames, name, &BoundName::first);
  return found == std::ranges::end(kBoundNames) ? Bound::kNone : found->second;
}

constexpr std::string_view kIrregularPlurals[] = {"people",    "men",   "women",  "children", "police",   "troops",
                                                  "personnel", "staff", "cattle", "sheep",    "aircraft", "crew",
                                                  "fish",      "data",  "teeth",  "feet"};
constexpr RuleId kMoneyRule("quantity.money"), kPercentRule("quantity.percent"), kMeasureRule("quantity.measure"),
    kRateRule("quantity.rate"), kCountRule("quantity.count"), kBareRule("quantity.bare_count"),
    kOrdinalRule("quantity.ordinal"), kDurationRule("quantity.duration"), kAgeRule("quantity.age"),
    kScoreRule("quantity.score"), kMagnitudeRule("quantity.magnitude");

constexpr std::pair<std::string_view, std::string_view> kUnitNames[] = {
    {"Y", "year"},     {"M", "month"}, {"W", "week"},    {"D", "day"},
    {"WE", "weekend"}, {"TH", "hour"}, {"TM", "minute"}, {"TS", "second"}};

// "Y" to "year"; empty for units that no duration is written out in.
std::string_view unit_name(std::string_view code) {
  const auto* const unit = std::ranges::find(kUnitNames, code, [](const auto& row) { return row.first; });
  return unit == std::ranges::end(kUnitNames) ? std::string_view() : unit->second;
}

class QuantityAnnotator {
 public:
  QuantityAnnotator(const SegmentedDocument& doc, const Layer<Timex>& times, const Resources& resources)
      : doc_(doc),
        times_(times),
        lexicon_(resources.lexicon),
        reader_(doc, resources.lexicon),
        pounds_(doc, resources.lexicon) {}

  Layer<Quantity> run() {
    for (const Timex& timex : times_) add_duration(timex);
    for (const Sentence& sentence : doc_.sentences) read_sentence(sentence.tokens);
    if (!labels_.empty()) drop_labels();
    return Layer<Quantity>(std::move(found_));
  }

 private:
  void add_duration(const Timex& timex);
  void add_parts(const Timex& timex);
  void widen_duration(const AmountReading& reading);
  void read_sentence(TokenSpan sentence);
  void drop_labels();
  [[nodiscard]] bool may_begin(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t end_of_time(std::uint32_t token);
  void add_score(const AmountReading& reading);
  void add_amount(AmountReading reading, TokenSpan sentence);
  void add_years(const Quantity& age, TextSpan span);
  bool add_plain_age(const AmountReading& reading, TokenSpan sentence);
  bool add_magnitude(const AmountReading& reading, TokenSpan sentence);
  bool add_age(const AmountReading& reading, TokenSpan sentence);
  void add_ordinal(std::uint32_t token, TokenSpan sentence);
  [[nodiscard]] Bound bound_before(std::uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] Bound bound_after(std::uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] TokenSpan counted_after(std::uint32_t token, TokenSpan sentence, bool singular) const;
  [[nodiscard]] bool is_noun_like(std::uint32_t token) const;
  [[nodiscard]] std::string_view text(std::uint32_t token) const { return doc_.token_text(token); }
  [[nodiscard]] bool touches(std::uint32_t token) const { return !doc_.tokens[token].space_before; }

  const SegmentedDocument& doc_;
  const Layer<Timex>& times_;
  const Lexicon& lexicon_;
  QuantityReader reader_;
  PoundReader pounds_;
  std::size_t next_time_ = 0;
  std::vector<TermId> labels_;  // numbers of three digits and more that stand behind a name: "Boeing 787"
  std::vector<Quantity> found_;
};

// "P7Y" to 7 years, "P3Y6M" to 42 months. Decades are counted in years, as the times do.
void QuantityAnnotator::add_duration(const Timex& timex) {
  if (timex.type != TimexType::kDuration) return;
  static constexpr std::pair<std::string_view, std::string_view> kSmaller[] = {
      {"YM", "12"}, {"WD", "7"}, {"DTH", "24"}, {"THTM", "60"}, {"TMTS", "60"}};
  Quantity quantity;
  std::string code;
  bool clock = false;
  for (std::string_view value = std::string_view(timex.value).substr(1); !value.empty();) {
    if (value[0] == 'T') clock = true, value.remove_prefix(1);
    const std::size_t digits = value.find_first_not_of("0123456789."), end = value.find_first_of("0123456789T", digits);
    const auto amount = digits == std::string_view::npos ? std::nullopt : Decimal::parse(value.substr(0, digits));
    if (!amount) return;
    const std::string unit = (clock ? "T" : "") + std::string(value.substr(digits, end - digits));
    const std::string step = code + unit;
    const auto* const smaller = std::ranges::find(kSmaller, step, [](const auto& row) { return row.first; });
    if (!code.empty() && smaller == std::ranges::end(kSmaller)) return add_parts(timex);
    quantity.value = code.empty() ? *amount : quantity.value * *Decimal::parse(smaller->second) + *amount;
    code = unit;
    value.remove_prefix(std::min(end, value.size()));
  }
  const std::string_view unit = unit_name(code);
  if (unit.empty()) return;
  quantity.span = timex.span;
  quantity.kind = QuantityKind::kDuration;
  quantity.unit = unit;
  quantity.bound = bound_named(timex.modifier);
  quantity.rule = kDurationRule;
  found_.push_back(std::move(quantity));
}

// "10-15 minutes": the times read "15 minutes".
void QuantityAnnotator::widen_duration(const AmountReading& reading) {
  const TextSpan range = doc_.text_from_tokens(reading.tokens);
  for (Quantity& duration : found_) {
    const bool ends_range = range.begin < duration.span.begin && duration.span.begin < range.end;
    if (!ends_range || duration.value != reading.quantity.high) continue;
    duration.span.begin = range.begin;
    duration.value = reading.quantity.value, duration.low = reading.quantity.low, duration.high = reading.quantity.high;
  }
}

// "two months and 10 days": no unit holds both without a rest.
void QuantityAnnotator::add_parts(const Timex& timex) {
  const TokenSpan tokens = doc_.tokens_from_text(timex.span);
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const auto number = read_number(doc_, at, tokens.end, lexicon_);
    if (!number || number->tokens.end >= tokens.end) continue;
    at = number->tokens.end;
    const LexiconEntry* unit = lexicon_.entry(WordClass::kTimeUnit, doc_.tokens[at].term);
    if (unit == nullptr) continue;
    Quantity& quantity = found_.emplace_back();
    quantity.span = doc_.text_from_tokens({number->tokens.begin, at + 1});
    quantity.kind = QuantityKind::kDuration;
    quantity.value = number->value;
    quantity.unit = unit_name(unit->columns[0]);
    quantity.rule = kDurationRule;
  }
}

bool QuantityAnnotator::may_begin(std::uint32_t token) const {
  const RuleToken& t = doc_.tokens[token];
  if (t.shape == TokenShape::kNumber) return true;
  if (t.classes.has(WordClass::kNumberWord) || lexicon_.begins(WordClass::kCurrencyWord, t.term)) return true;
  const std::string_view word = text(token);
  switch (word.front()) {
    case 'a':
    case 'A':  // "a million", "a third of", "a half"
      return word.size() == 1 && token + 1 < doc_.tokens.size() &&
             (doc_.tokens[token + 1].classes.has_any(WordClass::kMagnitude | WordClass::kOrdinalWord) ||
              text(token + 1) == "half" || text(token + 1) == "quarter");
    case 'h':
    case 'H':
      return word.substr(1) == "alf";
    case 'R':  // "R67.6 billion"
      return t.shape == TokenShape::kAlphanumeric;
    case 'm':
      return word == "minus";
    case 'n':
      return word == "negative";
    case '-':
      return word.size() == 1;
    case '\xC2':
      return true;
    case '\xE2':
      return word == "\xE2\x88\x92" || word.starts_with("\xE2\x85");
    default:
      return false;
  }
}

// The end of the expression of time that covers the token, or 0.
std::uint32_t QuantityAnnotator::end_of_time(std::uint32_t token) {
  const std::uint32_t at = doc_.token_spans[token].begin;
  while (next_time_ < times_.size() && times_[next_time_].span.end <= at) ++next_time_;
  if (next_time_ == times_.size() || times_[next_time_].span.begin > at) return 0;
  return doc_.token_from(times_[next_time_].span.end);
}

void QuantityAnnotator::read_sentence(TokenSpan sentence) {
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    if (const std::uint32_t end = end_of_time(at); end > at) {
      at = end;
      continue;
    }
    if (doc_.tokens[at].shape == TokenShape::kNumber) {
      if (const auto score = read_score(doc_, at, sentence)) {
        at = score->tokens.end;
        add_score(*score);
        continue;
      }
    }
    if (may_begin(at)) {
      if (auto reading = reader_.read(at, sentence)) {
        at = reading->tokens.end;
        add_amount(std::move(*reading), sentence);
        continue;
      }
    }
    if (doc_.tokens[at].classes.has_any(WordClass::kOrdinalNumber | WordClass::kOrdinalWord)) add_ordinal(at, sentence);
    ++at;
  }
}

// What is a label in one place counts nothing in another, where no noun follows: "its 787", "the new 787".
void QuantityAnnotator::drop_labels() {
  std::erase_if(found_, [&](const Quantity& quantity) {
    return quantity.rule == kBareRule &&
           std::ranges::find(labels_, doc_.tokens[doc_.token_from(quantity.span.begin)].term) != labels_.end();
  });
}

void QuantityAnnotator::add_score(const AmountReading& reading) {
  Quantity& quantity = found_.emplace_back(reading.quantity);
  quantity.span = doc_.text_from_tokens(reading.tokens);
  quantity.rule = kScoreRule;
}

// "a magnitude-5.9 earthquake", "magnitude of 6", "5.9 on the Richter scale": strength without a unit.
bool QuantityAnnotator::add_magnitude(const AmountReading& reading, TokenSpan sentence) {
  if (reading.spelled || reading.quantity.kind != QuantityKind::kCount) return false;
  static constexpr std::string_view kBetween[] = {"-", "of", "at", "least", "about", "around", "was", "is"};
  static constexpr std::string_view kBehind[] = {"magnitude", "Magnitude", "earthquake", "Earthquake", "quake",
                                                 "Quake",     "temblor",   "tremor",     "aftershock"};
  const std::uint32_t first = reading.number.begin;
  std::uint32_t before = first;
  while (before > sentence.begin && is_one_of(kBetween, text(before - 1))) --before;
  const std::string_view word = before > sentence.begin ? text(before - 1) : std::string_view();
  std::uint32_t behind = reading.tokens.end;
  if (behind < sentence.end && text(behind) == "-") ++behind;
  bool magnitude = word == "magnitude" || word == "Magnitude" ||
                   (!reading.quantity.value.is_integer() && behind < sentence.end && is_one_of(kBehind, text(behind)));
  for (std::uint32_t i = reading.tokens.end; i < std::min(sentence.end, reading.tokens.end + 4); ++i) {
    magnitude = magnitude || text(i) == "Richter";
  }
  if (!magnitude || !(reading.quantity.value < Decimal(11, 0)) || !(Decimal(-11, 0) < reading.quantity.value))
    return false;
  Quantity quantity = reading.quantity;
  const bool minus = quantity.value < Decimal(0, 0);  // a dash that joins is no sign
  if (minus) quantity.value = Decimal(0, 0) - quantity.value;
  quantity.kind = QuantityKind::kMeasure;
  quantity.unit = "magnitude";
  quantity.span = doc_.text_from_tokens({minus ? first : reading.tokens.begin, reading.tokens.end});
  quantity.bound = bound_before(first, sentence);
  quantity.rule = kMagnitudeRule;
  found_.push_back(std::move(quantity));
  return true;
}

void QuantityAnnotator::add_amount(AmountReading reading, TokenSpan sentence) {
  Quantity& quantity = reading.quantity;
  if (quantity.unit_assumed && quantity.unit == "GBP" && pounds_.is_weight(reading, sentence)) {
    quantity.kind = QuantityKind::kMeasure;
    quantity.unit = "pound";
    quantity.unit_assumed = false;
  }
  const bool counts = quantity.kind == QuantityKind::kCount;
  if (!reading.spelled && text(reading.number.begin).starts_with("00")) return;  // "2, 000ft": cut in two
  if (counts && (add_magnitude(reading, sentence) || add_age(reading, sentence) || add_plain_age(reading, sentence)))
    return;
  const std::uint32_t first = reading.tokens.begin, end = reading.tokens.end;
  const bool one = quantity.value == Decimal(1, 0) && !quantity.low;
  const TokenSpan counted = reading.share ? TokenSpan{} : counted_after(end, sentence, one);
  if (counts) {
    const std::uint32_t unit = end + (end < sentence.end && text(end) == "-" ? 1 : 0);
    if (unit < sentence.end && doc_.tokens[unit].classes.has(WordClass::kTimeUnit)) {
      if (one && reading.spelled && first == sentence.begin && text(unit) == "day") return;  // "One day it will rain"
      return widen_duration(reading);
    }
    if (first > sentence.begin && text(first - 1) == "per") return;  // "deaths per 100,000"
    const bool people = !counted.empty() && doc_.tokens[counted.end - 1].classes.has(WordClass::kPersonNoun);
    if (is_label(doc_, lexicon_, reading, sentence, !counted.empty()) && (!people || touches(first))) {
      if (text(first).size() > 2 && first > sentence.begin && doc_.tokens[first - 1].shape == TokenShape::kCapitalized)
        labels_.push_back(doc_.tokens[first].term);
      return;
    }
    if (is_sign(doc_, reading, sentence, counted)) return;
    static constexpr std::string_view kJoints[] = {"or", "to", "-", "\u2013"};  // "7 to 9 pm"
    const bool joins = counted.empty() && end + 1 < sentence.end && is_one_of(kJoints, text(end));
    if (joins && end_of_time(end + 1) > end) return;
    const bool pronoun =
        first > sentence.begin && doc_.tokens[first - 1].classes.has_any(WordClass::kDeterminer | WordClass::kNegation);
    if (reading.spelled && one && (counted.empty() || pronoun)) return;  // "one of them", "no one"
    const bool year_like = counted.empty() && doc_.tokens[first].classes.has(WordClass::kYearNumber) &&
                           quantity.value > Decimal(18, 2) && quantity.value < Decimal(21, 2);
    if (year_like) return;
  } else if (quantity.kind != QuantityKind::kMoney && is_label(doc_, lexicon_, reading, sentence, !counted.empty()) &&
             touches(first)) {
    return;
  }
  static constexpr std::array<RuleId, 8> kRules = {kCountRule,   kMoneyRule,    kPercentRule, kOrdinalRule,
                                                   kMeasureRule, kDurationRule, kRateRule,    kScoreRule};
  quantity.span = doc_.text_from_tokens(reading.tokens);
  quantity.bound = bound_before(first, sentence);
  if (quantity.bound == Bound::kNone) quantity.bound = bound_after(end, sentence);
  if (!counted.empty()) quantity.counted = doc_.text_from_tokens(counted);
  quantity.rule = counts && counted.empty() ? kBareRule : kRules[static_cast<std::size_t>(quantity.kind)];
  if (counts && counted.empty()) quantity.confidence = Confidence::kLikely;
  found_.push_back(std::move(quantity));
}

// "a 27-year-old woman", "aged 30", "30 years old"
bool QuantityAnnotator::add_age(const AmountReading& reading, TokenSpan sentence) {
  std::uint32_t at = reading.tokens.end;
  const auto take = [&](std::string_view word) {  // also "50-Year-Old" of a headline
    return at < sentence.end && lower_ascii(text(at)) == word && ++at > 0;
  };
  take("-");
  const LexiconEntry* unit = at < sentence.end ? lexicon_.entry(WordClass::kTimeUnit, doc_.tokens[at].term) : nullptr;
  const std::string_view name =
      unit == nullptr || unit->columns.empty() ? std::string_view() : unit_name(unit->columns[0]);
  if (name.empty()) return false;
  ++at;
  take("-");
  if (!take("old") && !take("of")) return false;
  Quantity quantity = reading.quantity;
  quantity.kind = QuantityKind::kMeasure;
  quantity.unit = name;
  quantity.span = doc_.text_from_tokens({reading.tokens.begin, at});
  quantity.rule = kAgeRule;
  const TokenSpan counted = counted_after(at, sentence, true);
  if (!counted.empty()) quantity.counted = doc_.text_from_tokens(counted);
  found_.push_back(std::move(quantity));
  return true;
}

// "Anna Bell, 63, of Warren"
bool QuantityAnnotator::add_plain_age(const AmountReading& reading, TokenSpan sentence) {
  const std::uint32_t first = reading.tokens.begin, end = reading.tokens.end;
  const bool aged = first > sentence.begin && (text(first - 1) == "aged" || text(first - 1) == "age");
  if (aged) return add_years(reading.quantity, doc_.text_from_tokens(reading.tokens)), true;
  const bool turned = first > sentence.begin && is_one_of(text(first - 1), {"turned", "turns"}) &&
                      (end >= sentence.end || is_one_of(text(end), {"on", "in", "this", "last", "next", ".", ","}));
  if (turned && reading.quantity.value < Decimal(115, 0))
    return add_years(reading.quantity, doc_.text_from_tokens(reading.tokens)), true;
  if (reading.spelled || reading.quantity.low || first < sentence.begin + 2 || end >= sentence.end) return false;
  if (text(first - 1) != "," || (text(end) != "," && text(end) != "." && text(end) != ";")) return false;
  const auto capital = [&](std::uint32_t i) {
    const TokenShape shape = doc_.tokens[i].shape;
    return shape == TokenShape::kCapitalized || shape == TokenShape::kMixed || shape == TokenShape::kInitial;
  };
  const Decimal& age = reading.quantity.value;  // "the actor, 42,", "left with Noel, 31; Thomas, 41."
  const WordClasses person = doc_.tokens[first - 2].classes;
  const bool role = person.has_any(WordClass::kPersonNoun | WordClass::kOffice) && text(end) == ",";
  const bool named = capital(first - 2) && ((first > sentence.begin + 2 && capital(first - 3)) ||
                                            person.has_any(WordClass::kGivenName | WordClass::kFamilyName));
  if ((!role && !named) || !age.is_integer() || age < Decimal(1, 0) || Decimal(115, 0) < age) return false;
  if (doc_.tokens[first - 2].classes.has_any(WordClass::kMonth | WordClass::kWeekday)) return false;
  add_years(reading.quantity, doc_.text_from_tokens(reading.tokens));
  found_.back().confidence = Confidence::kLikely;
  return true;
}

void QuantityAnnotator::add_years(const Quantity& age, TextSpan span) {
  Quantity& quantity = found_.emplace_back(age);
  quantity.kind = QuantityKind::kMeasure;
  quantity.unit = "year";
  quantity.span = span;
  quantity.rule = kAgeRule;
}

// "the 25th meeting", "her first visit"; not "First Lady", "first, ...".
void QuantityAnnotator::add_ordinal(std::uint32_t token, TokenSpan sentence) {
  const LexiconEntry* entry = lexicon_.entry(WordClass::kOrdinalWord, doc_.tokens[token].term);
  const std::string_view written = text(token);
  std::optional<Decimal> value = entry != nullptr && !entry->columns.empty()
                                     ? Decimal::parse(entry->columns[0])
                                     : Decimal::parse(written.substr(0, written.size() - 2));
  if (!value) return;
  std::uint32_t first = token;
  if (entry != nullptr) {
    if (token + 1 >= sentence.end || token == sentence.begin) return;
    if (!is_noun_like(token + 1) && doc_.tokens[token + 1].shape != TokenShape::kNumber) return;
    const RuleToken& previous = doc_.tokens[token - 1];
    static constexpr std::string_view kRanks[] = {"place", "base",  "spot",   "position", "team",
                                                  "class", "round", "degree", "half"};
    if (text(token - 1) == "to" && !is_one_of(kRanks, text(token + 1))) return;  // "to first resolve it"
    const bool hyphen = text(token - 1) == "-" && token >= sentence.begin + 2;
    const bool tens = hyphen && doc_.tokens[token - 2].classes.has(WordClass::kNumberWord);
    if (tens) {  // "twenty-fifth"
      const LexiconEntry* more = lexicon_.entry(WordClass::kNumberWord, doc_.tokens[token - 2].term);
      if (more != nullptr && !more->columns.empty())
        value = *value + Decimal::parse(more->columns[0]).value_or(Decimal(0, 0));
      first = token - 2;
    } else if (!previous.classes.has_any(WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition) &&
               text(token - 1) != "'s" && text(token - 1) != "\xE2\x80\x99s" && text(token - 1) != "\xE2\x80\x99" &&
               text(token - 1) != "'") {
      return;
    }
    if (doc_.tokens[token].shape == TokenShape::kCapitalized &&
        doc_.tokens[token + 1].shape == TokenShape::kCapitalized)
      return;
  }
  Quantity quantity;
  quantity.span = doc_.text_from_tokens({first, token + 1});
  quantity.kind = QuantityKind::kOrdinal;
  quantity.value = *value;
  const TokenSpan counted = counted_after(token + 1, sentence, true);
  if (!counted.empty()) quantity.counted = doc_.text_from_tokens(counted);
  quantity.rule = kOrdinalRule;
  found_.push_back(std::move(quantity));
}

// The approximator that ends right before the token: "at least", "an estimated".
Bound QuantityAnnotator::bound_before(std::uint32_t token, TokenSpan sentence) const {
  const std::uint32_t reach = std::min(kBoundReach, token - sentence.begin);
  std::array<TermId, kBoundReach> terms{};
  for (std::uint32_t length = reach; length > 0; --length) {
    for (std::uint32_t i = 0; i < length; ++i) terms[i] = doc_.tokens[token - length + i].term;
    const PhraseMatch found = lexicon_.match(WordClass::kApproximator, std::span<const TermId>(terms).first(length));
    if (found.length == length && !found.entry->columns.empty()) return bound_named(found.entry->columns[0]);
  }
  return Bound::kNone;
}

// "12 or more", "50 percent or so"
Bound QuantityAnnotator::bound_after(std::uint32_t token, TokenSpan sentence) const {
  if (token < sentence.end && text(token) == "+" && touches(token)) return Bound::kAtLeast;
  if (token + 1 >= sentence.end || text(token) != "or") return Bound::kNone;
  const std::string_view word = text(token + 1);
  if (word == "more" || word == "above" || word == "greater") return Bound::kAtLeast;
  if (word == "less" || word == "fewer" || word == "below") return Bound::kAtMost;
  return word == "so" ? Bound::kAbout : Bound::kNone;
}

bool QuantityAnnotator::is_noun_like(std::uint32_t token) const {
  const RuleToken& t = doc_.tokens[token];
  const bool written =
      t.shape == TokenShape::kLower || t.shape == TokenShape::kCapitalized || t.shape == TokenShape::kAllCaps;
  const std::string_view word = text(token);
  return written && word.size() > 2 &&
         !t.classes.has_any(WordClass::kStopWord | WordClass::kPreposition | WordClass::kReportingVerb |
                            WordClass::kPastForm | WordClass::kAuxiliary | WordClass::kConjunction |
                            WordClass::kPronoun);
}

// The noun that is counted, with the words before it: up to the first plural; for one thing, the next noun.
TokenSpan QuantityAnnotator::counted_after(std::uint32_t token, TokenSpan sentence, bool singular) const {
  std::uint32_t begin = token;
  if (begin + 1 < sentence.end && text(begin) == "+" && touches(begin)) ++begin;                 // "300+ staff"
  if (begin + 1 < sentence.end && text(begin) == "-" && touches(begin) && touches(begin + 1)) {  // "three-member team"
    if (text(begin + 1) == "strong" || text(begin + 1) == "plus") ++begin;  // "a 3,000-strong crowd"
    return begin + 1 < sentence.end && is_noun_like(begin + 1) ? TokenSpan{begin + 1, begin + 2} : TokenSpan{};
  }
  if (begin + 2 < sentence.end && text(begin) == "of" && (text(begin + 1) == "them" || text(begin + 1) == "those")) {
    begin += text(begin + 2) == "were" || text(begin + 2) == "are" ? 3 : 2;  // "sixty of them were children"
  }
  if (!singular && begin + 2 < sentence.end && text(begin) == "of" && text(begin + 1) == "the") begin += 2;
  const std::uint32_t limit = std::min(sentence.end, begin + kCountedReach);
  for (std::uint32_t i = begin; i < limit; ++i) {
    if (i > begin && text(i) == "-" && touches(i)) continue;
    if (!is_noun_like(i)) return singular && i > begin ? TokenSpan{begin, i} : TokenSpan{};
    const std::string_view word = text(i);
    const bool plural = (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
                         !word.ends_with("is")) ||
                        std::ranges::find(kIrregularPlurals, word) != std::ranges::end(kIrregularPlurals);
    if (plural && !singular) return {begin, i + 1};
    const bool verb = word.ends_with('s') || word.ends_with("ed");  // "the 25th meeting follows"
    if (singular && verb && (i > begin || word.ends_with("ed"))) return {begin, i};
  }
  return singular && limit > begin ? TokenSpan{begin, begin + 1} : TokenSpan{};
}

}  // namespace

Layer<Quantity> annotate_quantities(const SegmentedDocument& doc, const Layer<Timex>& times,
                                    const Resources& resources) {
  return QuantityAnnotator(doc, times, resources).run();
}

}  // namespace newsloupe
