#include "core/annotate/score_reader.h"

#include <algorithm>
#include <string_view>

namespace newsloupe {
namespace {

constexpr std::uint32_t kReachBefore = 6, kReachAfter = 3;  // words around a score in which a word of winning counts
constexpr std::size_t kMostDigits = 3;

constexpr std::string_view kWordsBefore[] = {
    "approved", "beat",      "beaten",   "beating",  "beats",  "blanked", "crushed",  "decided",   "defeat",
    "defeated", "defeating", "defeats",  "downed",   "draw",   "drew",    "drubbed",  "edged",     "fell",
    "final",    "finished",  "hammered", "improved", "lead",   "leading", "leads",    "over",      "overcame",
    "past",     "led",       "lose",     "loses",    "losing", "lost",    "margin",   "outscored", "passed",
    "record",   "rejected",  "routed",   "ruled",    "ruling", "score",   "scored",   "stunned",   "swept",
    "thrashed", "tied",      "topped",   "tops",     "trail",  "trailed", "trailing", "trails",    "upset",
    "victory",  "vote",      "voted",    "votes",    "win",    "winning", "wins",     "won"};
constexpr std::string_view kWordsAfter[] = {
    "loss",  "decision", "defeat", "draw",    "lead",    "losses",  "margin",    "mark", "record", "rout", "ruling",
    "score", "start",    "tie",    "triumph", "verdict", "victory", "victories", "vote", "votes",  "win",  "wins"};

class ScoreReader {
 public:
  ScoreReader(const SegmentedDocument& doc, std::uint32_t first, TokenSpan sentence)
      : doc_(doc), first_(first), end_(first + 3), sentence_(sentence) {}

  [[nodiscard]] std::optional<AmountReading> read() const {
    if (end_ > sentence_.end || !is_pair()) return std::nullopt;
    const std::optional<Decimal> ours = number(first_), theirs = number(first_ + 2);
    if (!ours || !theirs || stands_in_a_longer_sign() || is_an_amount_of_something()) return std::nullopt;
    const bool range = !(*theirs < *ours), named = follows_name();
    const bool model = text(first_).size() == kMostDigits && text(first_ + 2).size() == 1;  // "787-9"
    if ((range || named || model) && !beside_a_word_of_winning()) return std::nullopt;
    AmountReading reading;
    reading.tokens = reading.number = {first_, end_};
    reading.quantity.kind = QuantityKind::kScore;
    reading.quantity.value = *ours;
    reading.quantity.low = std::min(*ours, *theirs);
    reading.quantity.high = std::max(*ours, *theirs);
    return reading;
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return doc_.token_text(i); }
  [[nodiscard]] bool touches(std::uint32_t i) const { return !doc_.tokens[i].space_before; }

  [[nodiscard]] bool is_pair() const {
    const std::string_view dash = text(first_ + 1);
    return (dash == "-" || dash == "\xE2\x80\x93") && touches(first_ + 1) && touches(first_ + 2);
  }

  [[nodiscard]] std::optional<Decimal> number(std::uint32_t i) const {
    const std::string_view digits = text(i);
    const bool plain = !digits.empty() && digits.size() <= kMostDigits &&
                       std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain && (digits.size() == 1 || digits[0] != '0') ? Decimal::parse(digits) : std::nullopt;
  }

  // "2011-12-3", "F-15-16", "3-1/2"
  [[nodiscard]] bool stands_in_a_longer_sign() const {
    static constexpr std::string_view kClosing[] = {
        ".", ",", ";", ":", ")", "]", "\"", "'", "!", "?", "\xE2\x80\x9D", "\xE2\x80\x99"};
    static constexpr std::string_view kOpening[] = {"(", "[", "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98"};
    if (first_ > sentence_.begin && touches(first_) &&
        std::ranges::find(kOpening, text(first_ - 1)) == std::end(kOpening))
      return true;
    return end_ < sentence_.end && touches(end_) && std::ranges::find(kClosing, text(end_)) == std::end(kClosing);
  }

  // "18-25 percent", "10-15 million", "5-7 days"
  [[nodiscard]] bool is_an_amount_of_something() const {
    return end_ < sentence_.end &&
           doc_.tokens[end_].classes.has_any(WordClass::kMagnitude | WordClass::kUnit | WordClass::kTimeUnit |
                                             WordClass::kCurrencyWord | WordClass::kPersonNoun);
  }

  [[nodiscard]] bool follows_name() const {
    if (first_ == sentence_.begin) return false;
    const TokenShape shape = doc_.tokens[first_ - 1].shape;
    return shape == TokenShape::kCapitalized || shape == TokenShape::kAllCaps || shape == TokenShape::kMixed ||
           shape == TokenShape::kAlphanumeric;
  }

  [[nodiscard]] bool beside_a_word_of_winning() const {
    const auto is_one_of = [&](const auto& words, std::uint32_t i) {
      return std::ranges::find(words, folded(text(i))) != std::end(words);
    };
    for (std::uint32_t i = first_; i > sentence_.begin && first_ - i < kReachBefore; --i) {
      if (doc_.tokens[i - 1].shape == TokenShape::kNumber) break;
      if (is_one_of(kWordsBefore, i - 1)) return !is_counted();
    }
    if (first_ > sentence_.begin && text(first_ - 1) == "at" && !is_counted()) return true;  // "slumping at 9-14"
    for (std::uint32_t i = end_; i < std::min(sentence_.end, end_ + kReachAfter); ++i) {
      if (is_one_of(kWordsAfter, i)) return true;
    }
    return false;
  }

  // "lost 10-15 pounds of fat": a noun follows.
  [[nodiscard]] bool is_counted() const {
    return end_ < sentence_.end && doc_.tokens[end_].shape == TokenShape::kLower &&
           !doc_.tokens[end_].classes.has_any(WordClass::kStopWord | WordClass::kPreposition | WordClass::kConjunction |
                                              WordClass::kDeterminer | WordClass::kPronoun) &&
           text(end_).ends_with('s');
  }

  static std::string folded(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
  }

  const SegmentedDocument& doc_;
  std::uint32_t first_, end_;
  TokenSpan sentence_;
};

}  // namespace

std::optional<AmountReading> read_score(const SegmentedDocument& doc, std::uint32_t first, TokenSpan sentence) {
  return ScoreReader(doc, first, sentence).read();
}

}  // namespace newsloupe
