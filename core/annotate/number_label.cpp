#include "core/annotate/number_label.h"

#include <string_view>

#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

// What is numbered rather than counted.
constexpr std::string_view kNumbered[] = {
    "act",     "amendment", "apartment", "appendix",  "article",  "bill",   "building", "category", "chapter",
    "channel", "clause",    "district",  "episode",   "exit",     "figure", "flat",     "flight",   "gate",
    "grade",   "group",     "hall",      "highway",   "junction", "lane",   "level",    "line",     "lot",
    "model",   "number",    "page",      "paragraph", "part",     "phase",  "pier",     "platform", "proposition",
    "psalm",   "question",  "room",      "round",     "route",    "row",    "rule",     "schedule", "season",
    "seat",    "section",   "stage",     "step",      "suite",    "table",  "terminal", "tier",     "title",
    "track",   "type",      "verse",     "version",   "volume",   "ward",   "zone"};

class LabelReader {
 public:
  LabelReader(const SegmentedDocument& doc, const Lexicon& lexicon, const AmountReading& reading, TokenSpan sentence,
              bool counts)
      : doc_(doc),
        lexicon_(lexicon),
        reading_(reading),
        sentence_(sentence),
        first_(reading.tokens.begin),
        end_(reading.tokens.end),
        counts_(counts) {}

  [[nodiscard]] bool is_label() const {
    if (is_part_of_a_sign() || is_figure_of_speech()) return true;
    if (reading_.spelled) return false;
    if (is_called() || is_airliner()) return true;
    return follows_a_name() || precedes_a_name();
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return doc_.token_text(i); }
  [[nodiscard]] bool touches(std::uint32_t i) const { return !doc_.tokens[i].space_before; }
  [[nodiscard]] bool is_part_of_a_sign() const;
  // "trying to zero in on it", "zero-rating", "a one-two punch".
  [[nodiscard]] bool is_figure_of_speech() const {
    const std::string_view first = text(first_), behind = end_ < sentence_.end ? text(end_) : std::string_view();
    if (first == "one" && text(end_ - 1) == "two" && (behind == "punch" || behind == "combination")) return true;
    if (first != "zero") return false;
    if (behind == "in" && first_ > sentence_.begin) return text(first_ - 1) == "to" || text(first_ - 1) == "and";
    return behind == "-" && touches(end_) && end_ + 1 < sentence_.end && touches(end_ + 1) &&
           doc_.tokens[end_ + 1].shape == TokenShape::kLower &&
           !lexicon_.classes(doc_.tokens[end_ + 1].term).has_any(WordClass::kUnit | WordClass::kTimeUnit);
  }
  // "911 calls": the number that is dialled.
  [[nodiscard]] bool is_called() const {
    const std::string_view number = text(first_);
    if (number != "911" && number != "999" && number != "112") return false;
    if (first_ > sentence_.begin && text(first_ - 1).starts_with("call")) return true;
    return end_ < sentence_.end &&
           (text(end_).starts_with("call") || text(end_).starts_with("dispatcher") || text(end_) == "operator");
  }
  // "the popular 737 Max", "five 787 Dreamliner sales": as Boeing numbers its airliners.
  [[nodiscard]] bool is_airliner() const {
    static constexpr std::string_view kAirliners[] = {"Max",      "MAX",   "Dreamliner", "Dreamliners", "jet",
                                                      "jets",     "plane", "planes",     "airliner",    "airliners",
                                                      "aircraft", "fleet", "program",    "programme",   "freighter"};
    const std::string_view number = text(first_);
    return number.size() == 3 && number[0] == '7' && number[2] == '7' && end_ < sentence_.end &&
           is_one_of(kAirliners, text(end_));
  }
  [[nodiscard]] bool follows_a_name() const;
  [[nodiscard]] bool precedes_a_name() const;

  const SegmentedDocument& doc_;
  const Lexicon& lexicon_;
  const AmountReading& reading_;
  TokenSpan sentence_;
  std::uint32_t first_, end_;
  bool counts_;
};

bool LabelReader::is_part_of_a_sign() const {
  static constexpr std::string_view kOpening[] = {"(", "[", "\"", "\xE2\x80\x9C", "\xE2\x80\x98", "'", "~"};
  const bool begins = first_ == sentence_.begin;
  const std::string_view before = begins ? std::string_view() : text(first_ - 1);
  const std::string_view after = end_ < sentence_.end ? text(end_) : std::string_view();
  const bool touches_after = end_ < sentence_.end && touches(end_);
  const auto number_at = [&](std::uint32_t i) {
    return i < sentence_.end &&
           (doc_.tokens[i].shape == TokenShape::kNumber || doc_.tokens[i].shape == TokenShape::kAlphanumeric);
  };
  const bool listed = before == "," && first_ > sentence_.begin + 2 && (after == "," || text(first_ - 3) == ",");
  if (!begins && touches(first_) && !is_one_of(kOpening, before) && !listed) return true;  // "22,24,26" are three
  if (before == "#" || before == "\xE2\x84\x96") return true;
  const bool more = after == "+" && (end_ + 1 >= sentence_.end || doc_.tokens[end_ + 1].space_before);  // "300+ staff"
  if (touches_after && !more && (after == "+" || after == "/" || after == ":")) return true;
  const bool dash = after == "-" || after == "\xE2\x80\x93";
  const bool joined = touches_after && dash && end_ + 1 < sentence_.end && touches(end_ + 1);
  if (joined && (number_at(end_ + 1) || text(end_ + 1) == "of")) return true;  // "10-of-18 shooting"
  if (before == "(" && after == ")" && number_at(end_ + 1)) return true;       // "(555) 010-1234"
  const std::string_view digits = text(reading_.number.begin);
  if (!reading_.spelled && digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9') return true;
  return begins && (after == "." || after == ")") && end_ + 1 < sentence_.end;
}

bool LabelReader::follows_a_name() const {
  if (first_ == sentence_.begin) return false;
  const RuleToken& previous = doc_.tokens[first_ - 1];
  if (previous.shape == TokenShape::kNumber) return true;
  if (previous.classes.has(WordClass::kAbbreviation)) {
    const LexiconEntry* entry = lexicon_.entry(WordClass::kAbbreviation, previous.term);
    return entry != nullptr && !entry->columns.empty() && entry->columns[0] == "number";
  }
  if (is_one_of(kNumbered, lexicon_.word(previous.term))) return true;
  const bool name = previous.shape == TokenShape::kCapitalized || previous.shape == TokenShape::kAllCaps ||
                    previous.shape == TokenShape::kMixed;
  const bool opens = first_ - 1 == sentence_.begin;  // there a capital proves nothing
  return name && !(opens && (counts_ || previous.classes.has(WordClass::kCommonWord))) &&
         !previous.classes.has_any(WordClass::kStopWord | WordClass::kMonth | WordClass::kWeekday |
                                   WordClass::kApproximator);
}

// "the 787 Dreamliner", "at 12 Main Street"; not in a headline, where every word has a capital.
bool LabelReader::precedes_a_name() const {
  if (counts_ || end_ >= sentence_.end || first_ == sentence_.begin || !reading_.quantity.value.is_integer())
    return false;
  const RuleToken &previous = doc_.tokens[first_ - 1], &next = doc_.tokens[end_];
  const bool name = next.shape == TokenShape::kCapitalized || next.shape == TokenShape::kAllCaps;
  const bool one_thing =
      previous.classes.has_any(WordClass::kDeterminer | WordClass::kPronoun | WordClass::kPreposition) ||
      text(first_ - 1) == "new";  // "ordered 60 Boeing 787s" counts
  return name && one_thing && previous.shape == TokenShape::kLower && reading_.number.size() == 1 &&
         !next.classes.has_any(WordClass::kStopWord | WordClass::kMonth | WordClass::kWeekday | WordClass::kDemonym);
}

}  // namespace

bool is_label(const SegmentedDocument& doc, const Lexicon& lexicon, const AmountReading& reading, TokenSpan sentence,
              bool counts) {
  return LabelReader(doc, lexicon, reading, sentence, counts).is_label();
}

bool is_sign(const SegmentedDocument& doc, const AmountReading& reading, TokenSpan sentence, TokenSpan counted) {
  static constexpr std::string_view kKinds[] = {"star", "way", "letter", "wheel", "dimensional", "part"};
  const auto text = [&](std::uint32_t i) { return doc.token_text(i); };
  const std::uint32_t first = reading.tokens.begin, end = reading.tokens.end;
  const std::string_view before = first > sentence.begin ? text(first - 1) : std::string_view();
  const std::string_view after = end < sentence.end ? text(end) : std::string_view();
  const std::string_view later = end + 1 < sentence.end ? text(end + 1) : std::string_view();
  const bool one = reading.spelled && reading.quantity.value == Decimal(1, 0);
  if (one && !counted.empty()) {
    const std::string_view noun = text(counted.end - 1);
    if (noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us")) return true;
  }
  // "2." on a line of its own.
  const bool alone = first == sentence.begin && end + 1 == sentence.end && after == "." && text(first).size() <= 2;
  if (alone && !reading.spelled) return true;
  if (before == "number" || (after == "-" && is_one_of(kKinds, later))) return true;
  if (reading.spelled && after == "in" && later == "on") return true;
  if (reading.spelled && doc.tokens[first].shape == TokenShape::kCapitalized && first > sentence.begin) {
    const std::uint32_t name = before == "of" ? first - 2 : first - 1;
    if (name > sentence.begin && doc.tokens[name].shape == TokenShape::kCapitalized) return true;
  }
  if (!reading.spelled && first > sentence.begin && doc.tokens[first - 1].shape == TokenShape::kMixed) return true;
  if (!counted.empty()) return false;
  if ((before == "(" && after == ")") || (before == "[" && after == "]")) return true;
  return (before == "the" || before == "The") && text(first).size() == 4 && !reading.spelled &&
         reading.tokens.size() == 1;
}

}  // namespace newsloupe
