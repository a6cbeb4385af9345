#include "core/annotate/quantity_reader.h"

#include <algorithm>
#include <array>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kPhraseReach = 4;  // tokens of the longest currency or unit phrase

bool is_dash(std::string_view text) {
  return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "\xE2\x88\x92";
}

std::int64_t integer_of(Decimal value) {
  std::int64_t out = value.mantissa();
  for (int i = value.exponent(); i > 0; --i) out *= 10;
  return out;
}

}  // namespace

PhraseMatch QuantityReader::match(WordClass c, std::uint32_t at, std::uint32_t end) const {
  std::array<TermId, kPhraseReach> terms{};
  const std::uint32_t count = at < end ? std::min(end - at, kPhraseReach) : 0;
  for (std::uint32_t i = 0; i < count; ++i) terms[i] = doc_.tokens[at + i].term;
  return lexicon_.match(c, std::span<const TermId>(terms).first(count));
}

// The currency at `at`, where it may stand: before the number ("$", "Japanese yen") or after it ("euros", "cents").
QuantityReader::Unit QuantityReader::currency_at(std::uint32_t at, std::uint32_t end, bool before_number) const {
  const PhraseMatch found = match(WordClass::kCurrencyWord, at, end);
  if (found.entry == nullptr || found.entry->columns.size() < 3) return {};
  const RuleToken& last = doc_.tokens[at + found.length - 1];
  if (found.length > 1 && last.shape == TokenShape::kPunct && last.space_before) return {};  // "a $23 million" is no A$
  const std::span<const std::string_view> columns = found.entry->columns;
  const std::string_view place = columns[1];
  if (place == "code" && doc_.tokens[at].shape != TokenShape::kAllCaps) return {};
  if (before_number ? place == "suffix" : place == "prefix") return {};
  const std::optional<Decimal> factor = Decimal::parse(columns[2]);
  return {QuantityKind::kMoney, columns[0], factor.value_or(Decimal(1, 0)), columns.size() > 3, found.length};
}

// "square metres", also with hyphens: "170,000-square-foot".
QuantityReader::Unit QuantityReader::measure_after(std::uint32_t at, std::uint32_t end) const {
  if (is(at, end, "C") && !doc_.tokens[at].space_before)
    return {QuantityKind::kMeasure, "\u00B0C", Decimal(1, 0), false, 1};
  std::array<TermId, kPhraseReach> terms{};
  std::array<std::uint32_t, kPhraseReach + 1> ends{};  // in tokens, behind so many terms
  std::uint32_t count = 0;
  for (std::uint32_t i = at; i < end && count < kPhraseReach; ++i) {
    const bool joins = i > at && i + 1 < end && doc_.token_text(i) == "-" && !doc_.tokens[i].space_before &&
                       !doc_.tokens[i + 1].space_before;
    if (joins) continue;
    terms[count++] = doc_.tokens[i].term;
    ends[count] = i + 1 - at;
  }
  const PhraseMatch found = lexicon_.match(WordClass::kUnit, std::span<const TermId>(terms).first(count));
  if (found.entry == nullptr || found.entry->columns.size() < 2) return {};
  const std::string_view kind = found.entry->columns[1];
  const QuantityKind read = kind == "percent" ? QuantityKind::kPercent
                            : kind == "rate"  ? QuantityKind::kRate
                                              : QuantityKind::kMeasure;
  return {read, found.entry->columns[0], Decimal(1, 0), false, ends[found.length]};
}

QuantityReader::Unit QuantityReader::unit_after(std::uint32_t at, std::uint32_t end,
                                                const NumberReading& number) const {
  // "12-cent", "5-metre"
  const std::uint32_t hyphen = is(at, end, "-") && !doc_.tokens[at].space_before ? 1 : 0;
  Unit unit = currency_at(at + hyphen, end, false);
  // "five won" is a victory, "5 million won" is money.
  const bool verb = unit.length == 1 && unit.name == "KRW" && !number.magnitude && number.value < Decimal(1, 3);
  if (unit.length == 0 || verb) unit = measure_after(at + hyphen, end);
  if (unit.length > 0) unit.length += hyphen;
  return unit;
}

bool QuantityReader::people_follow(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || doc_.tokens[at].shape != TokenShape::kLower) return false;
  const std::string_view word = doc_.token_text(at);
  return word.ends_with('s') || word == "people" || word == "of" || doc_.tokens[at].classes.has(WordClass::kPersonNoun);
}

// "R67.6 billion", "R500m": South African money. Without a magnitude it may be a road or a model.
std::optional<QuantityReader::Part> QuantityReader::read_rand(std::uint32_t first, std::uint32_t end) const {
  if (doc_.tokens[first].shape != TokenShape::kAlphanumeric || !doc_.token_text(first).starts_with('R'))
    return std::nullopt;
  const std::string_view written = doc_.token_text(first).substr(1);
  const std::size_t digits = std::min(written.find_first_not_of("0123456789."), written.size());
  const std::optional<Decimal> amount = Decimal::parse(written.substr(0, digits));
  if (!amount) return std::nullopt;
  const std::string_view suffix = written.substr(digits);
  std::uint32_t last = first + 1;
  int power = suffix == "k" ? 3 : suffix == "m" || suffix == "mn" ? 6 : suffix == "bn" ? 9 : 0;
  if (suffix.empty() && last < end) {
    const LexiconEntry* word = lexicon_.entry(WordClass::kMagnitude, doc_.tokens[last].term);
    const std::optional<Decimal> exponent =
        word == nullptr || word->columns.empty() ? std::nullopt : Decimal::parse(word->columns[0]);
    if (exponent && doc_.tokens[last].shape == TokenShape::kLower) power = static_cast<int>(integer_of(*exponent));
    if (power > 0) ++last;
  }
  if (power < 3) return std::nullopt;
  NumberReading number{*amount * Decimal(1, power), {first, last}, true, true, false, false, Decimal(1, power)};
  return Part{number, {QuantityKind::kMoney, "ZAR", Decimal(1, 0), false, 0}, last};
}

std::optional<QuantityReader::Part> QuantityReader::read_part(std::uint32_t first, std::uint32_t end) const {
  if (const std::optional<Part> rand = read_rand(first, end)) return rand;
  Unit prefix = currency_at(first, end, true);
  const auto number = read_number(doc_, first + prefix.length, end, lexicon_);
  if (!number) return std::nullopt;
  Part part{*number, prefix, number->tokens.end};
  // "a 100m race" is a length, "1.8m people", "1.8M" and "£1.8m" are millions.
  if (number->letter && prefix.length == 0 && !people_follow(part.end, end) && !is(part.end - 1, end, "M")) {
    const Unit length = measure_after(part.end - 1, end);
    const auto digits = read_number(doc_, first, part.end - 1, lexicon_);
    if (length.length > 0 && digits && currency_at(part.end, end, false).length == 0)
      return Part{*digits, length, part.end};
  }
  const Unit suffix = unit_after(part.end, end, *number);
  if (prefix.length == 0) {
    part.unit = suffix;
    part.end += suffix.length;
  } else if (suffix.kind == QuantityKind::kMoney && suffix.length > 0) {  // "$5 million US dollars"
    if (!suffix.assumed) part.unit.name = suffix.name;
    part.end += suffix.length;
  }
  return part;
}

// Where the second number of a range begins: "18 to 25", "12.8–13.0", "between 5 and 10", "two or three".
std::optional<std::uint32_t> QuantityReader::range_joint(const Part& from, std::uint32_t first,
                                                         TokenSpan sentence) const {
  const std::uint32_t at = from.end;
  if (at + 1 >= sentence.end) return std::nullopt;
  const auto back = [&](std::uint32_t n) {
    return first >= sentence.begin + n ? doc_.token_text(first - n) : std::string_view();
  };
  const std::uint32_t sign = is_dash(back(1)) ? 1 : 0;
  const std::string_view joint = doc_.token_text(at), before = back(1 + sign);
  if (is_dash(joint) && doc_.token_text(at + 1) == "to")  // "8- to 16-metre", "2-to-3-hour"
    return at + (is(at + 2, sentence.end, "-") ? 3 : 2);
  if (is_dash(joint)) return at + 1;
  // "rose from 5 to 10" names two amounts, "ranges from 5 to 10" one
  static constexpr std::string_view kChanges[] = {
      "rose",    "fell",   "up",     "down",   "dropped", "climbed",  "gained",   "lost",   "added",
      "slipped", "jumped", "surged", "soared", "slid",    "rises",    "falls",    "rising", "falling",
      "eased",   "shed",   "sank",   "dipped", "grew",    "declined", "advanced", "by"};
  if (joint == "to" && is_one_of(kChanges, before)) {  // "fell $2 to $71", but "fell 5 to 10 percent"
    const std::optional<Part> to = from.unit.length > 0 ? std::nullopt : read_part(at + 1, sentence.end);
    if (!to || to->unit.length == 0) return std::nullopt;
  }
  if (joint == "to" && (before != "from" || back(2 + sign).starts_with("rang"))) return at + 1;
  if (joint == "and" && (before == "between" || before == "Between")) return at + 1;
  if (joint == "or" && !from.number.digits && from.unit.length == 0) return at + 1;
  return std::nullopt;
}

// Fills a range; the first part takes magnitude and unit of the second where it has none.
bool QuantityReader::join(const Part& from, Part& to, Quantity& quantity) const {
  Decimal low = from.number.value, high = to.number.value;
  if (from.unit.length > 0 && to.unit.length > 0 && from.unit.name != to.unit.name) return false;
  // "300 to 500 billion", "three hundred to five hundred billion"
  const bool hundreds = from.number.magnitude && from.number.factor == Decimal(1, 2);
  if (to.number.magnitude && (!from.number.magnitude || hundreds) && low < Decimal(1, 3)) {
    const Decimal scaled = low * to.number.factor * Decimal(1, hundreds ? -2 : 0);
    if (scaled < high) low = scaled;
  }
  if (!(low < high)) return false;
  if (to.unit.length == 0) to.unit = from.unit;
  quantity.low = low * to.unit.factor;
  quantity.high = high * to.unit.factor;
  quantity.value = (*quantity.low + *quantity.high).half();
  return true;
}

// "12 per 100,000", "12 deaths per 1,000": a rate. "one in five", "seven out of 10": a share.
void QuantityReader::read_share_of(AmountReading& reading, std::uint32_t end) const {
  Quantity& quantity = reading.quantity;
  std::uint32_t at = reading.tokens.end;
  if (quantity.low) return;
  const bool in = is(at, end, "in"), out = is(at, end, "out") && is(at + 1, end, "of");
  if (!in && !out) {
    constexpr std::uint32_t kNounReach = 2;  // words between the number and "per"
    while (at < reading.tokens.end + kNounReach && at < end && doc_.tokens[at].shape == TokenShape::kLower &&
           !is(at, end, "per")) {
      ++at;
    }
    if (!is(at, end, "per")) return;
  }
  const auto whole = read_number(doc_, at + (out ? 2 : 1), end, lexicon_);
  if (!whole || whole->tokens.end - whole->tokens.begin > 2 || !whole->value.is_integer()) return;
  const Decimal of = whole->value;
  const bool time = whole->tokens.end < end && doc_.tokens[whole->tokens.end].classes.has(WordClass::kTimeUnit);
  if (in || out) {
    static constexpr std::string_view kWholes[] = {"2", "3", "4", "5", "6", "8", "10", "20", "50", "100", "1000"};
    const bool usual = std::ranges::find(kWholes, of.to_string()) != std::end(kWholes);
    if (time || !usual || !quantity.value.is_integer() || !(quantity.value < of) ||
        (in && quantity.value != Decimal(1, 0)))
      return;
    quantity.value = Decimal(integer_of(quantity.value) * 1'000'000 / integer_of(of), -6);
    reading.share = true;
  } else {
    if (of < Decimal(1, 2)) return;
    quantity.kind = QuantityKind::kRate;
    quantity.unit = "per " + of.to_string();
  }
  reading.tokens.end = whole->tokens.end;
}

// "90 km per hour", "15 tonnes/day": a measure over a unit of time is a rate.
void QuantityReader::read_rate(AmountReading& reading, std::uint32_t end) const {
  const std::uint32_t at = reading.tokens.end;
  if (reading.quantity.kind == QuantityKind::kCount) return read_share_of(reading, end);
  if (reading.quantity.kind != QuantityKind::kMeasure || at + 1 >= end) return;
  const std::string_view joint = doc_.token_text(at);
  if (joint != "per" && joint != "/" && joint != "an" && joint != "a") return;
  if (!doc_.tokens[at + 1].classes.has(WordClass::kTimeUnit)) return;
  reading.quantity.kind = QuantityKind::kRate;
  const std::string_view time = doc_.token_text(at + 1);
  reading.quantity.unit += "/" + std::string(time == "hour" || time == "hr" ? "h" : time == "second" ? "s" : time);
  reading.tokens.end = at + 2;
}

// "rose from 5 to 4.2 percent": the first takes the unit of the second; "rose 3 points to 41 percent": points of
// percent.
void QuantityReader::read_unit_behind(Part& part, std::uint32_t first, TokenSpan sentence) const {
  if (part.unit.length > 0) return;
  const bool from = first > sentence.begin && doc_.token_text(first - 1) == "from";
  const bool points = is(part.end, sentence.end, "points") || is(part.end, sentence.end, "point");
  const std::uint32_t to = part.end + (points ? 1 : 0);
  if ((!from && !points) || !is(to, sentence.end, "to") || to + 1 >= sentence.end) return;
  const std::optional<Part> next = read_part(to + 1, sentence.end);
  if (!next || next->number.tokens.end == next->end) return;  // no unit behind it
  if (points) {
    if (next->unit.kind != QuantityKind::kPercent) return;
    part.unit = {QuantityKind::kPercent, "percentage point", Decimal(1, 0), false, 1};
    part.end = to;
  } else {
    part.unit = next->unit;
    if (next->number.magnitude && !part.number.magnitude) part.number.value = part.number.value * next->number.factor;
  }
}

std::optional<AmountReading> QuantityReader::read(std::uint32_t first, TokenSpan sentence) const {
  std::uint32_t begin = first;
  const std::string_view sign = doc_.token_text(first);
  const bool word_sign = sign == "minus" || sign == "negative";
  const bool negative = word_sign || (is_dash(sign) && doc_.tokens[first].space_before && first + 1 < sentence.end &&
                                      !doc_.tokens[first + 1].space_before);
  if (negative) ++begin;
  std::optional<Part> part = read_part(begin, sentence.end);
  if (!part) return std::nullopt;
  read_unit_behind(*part, begin, sentence);
  AmountReading reading;
  reading.number = part->number.tokens;
  reading.spelled = !part->number.digits;
  reading.share = part->number.share && part->unit.length == 0;
  Quantity& quantity = reading.quantity;
  quantity.value = part->number.value * part->unit.factor;
  if (negative) quantity.value = Decimal(0, 0) - quantity.value;
  const std::optional<std::uint32_t> second = range_joint(*part, begin, sentence);
  const bool below = second && negative && is_dash(doc_.token_text(*second));  // "-18 to -34"
  std::optional<Part> to = second ? read_part(*second + (below ? 1 : 0), sentence.end) : std::nullopt;
  if (to && below == negative && join(*part, *to, quantity)) {
    part->end = to->end, part->unit = to->unit;
    if (below) {
      quantity.value = Decimal(0, 0) - quantity.value;
      std::swap(quantity.low, quantity.high);
      for (std::optional<Decimal>* side : {&quantity.low, &quantity.high}) *side = Decimal(0, 0) - **side;
    }
  }
  quantity.kind = part->unit.kind;
  quantity.unit = part->unit.name;
  quantity.unit_assumed = part->unit.assumed;
  reading.tokens = {first, part->end};
  // "thirteen dollars forty-five cents", "5 pounds and 20 pence"
  if (quantity.kind == QuantityKind::kMoney && !quantity.low) {
    const std::uint32_t next = is(part->end, sentence.end, "and") ? part->end + 1 : part->end;
    const std::optional<Part> minor = next < sentence.end ? read_part(next, sentence.end) : std::nullopt;
    if (minor && minor->unit.kind == QuantityKind::kMoney && minor->unit.factor < Decimal(1, 0) &&
        ((minor->unit.assumed && next == part->end) || minor->unit.name == quantity.unit) && minor->unit.length > 0) {
      quantity.value = quantity.value + minor->number.value * minor->unit.factor;
      reading.tokens.end = minor->end;
    }
  }
  read_rate(reading, sentence.end);
  if (reading.share) quantity.unit = "of the whole";  // a unit of its own: it stands beside no count
  return reading;
}

}  // namespace newsloupe
