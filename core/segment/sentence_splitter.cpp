#include "core/segment/sentence_splitter.h"

#include <algorithm>
#include <array>

namespace newsloupe {
namespace {

constexpr WordClasses kStarters = WordClass::kPronoun | WordClass::kDeterminer | WordClass::kPreposition |
                                  WordClass::kConjunction | WordClass::kAuxiliary | WordClass::kStopWord;
constexpr std::uint32_t kTagReach =
    6;  // words between a closing quote and its verb: "Deputy Foreign Minister Lee Ann said"

enum class Stop : std::uint8_t { kNone, kFullStop, kMark, kEllipsis, kAbbreviation };

// How an abbreviation behaves at its stop; the second column of abbreviations.txt.
enum class Behaviour : std::uint8_t { kEnd, kTitle, kNever, kCalendar, kClock, kInitial };

Behaviour behaviour_from(std::string_view column) {
  static constexpr std::array<std::pair<std::string_view, Behaviour>, 5> kNames{{{"title", Behaviour::kTitle},
                                                                                 {"number", Behaviour::kNever},
                                                                                 {"inner", Behaviour::kNever},
                                                                                 {"calendar", Behaviour::kCalendar},
                                                                                 {"clock", Behaviour::kClock}}};
  const auto found = std::ranges::find(kNames, column, [](const auto& row) { return row.first; });
  return found == kNames.end() ? Behaviour::kEnd : found->second;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const RuleToken> tokens, std::span<const TextSpan> spans,
           TokenSpan paragraph, const Lexicon& lexicon)
      : text_(text), tokens_(tokens), spans_(spans), paragraph_(paragraph), lexicon_(lexicon) {}

  std::vector<TokenSpan> run();

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return text_.substr(spans_[i].begin, spans_[i].size()); }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view text) const { return i < paragraph_.end && word(i) == text; }
  [[nodiscard]] bool is_any(std::uint32_t i, std::span<const std::string_view> texts) const {
    return i < paragraph_.end && tokens_[i].shape == TokenShape::kPunct &&
           std::ranges::find(texts, word(i)) != texts.end();
  }
  [[nodiscard]] bool closes(std::uint32_t i) const;
  [[nodiscard]] bool opens(std::uint32_t i) const;
  [[nodiscard]] Stop stop_at(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t end_of_stop(std::uint32_t i, Stop stop) const;
  [[nodiscard]] std::uint32_t first_word(std::uint32_t i) const;
  [[nodiscard]] bool ends_here(std::uint32_t stop_token, std::uint32_t end, Stop stop) const;
  [[nodiscard]] bool abbreviation_ends(std::uint32_t token, std::uint32_t next) const;
  [[nodiscard]] bool ellipsis_ends(std::uint32_t token, std::uint32_t end, std::uint32_t next) const;
  [[nodiscard]] bool speaker_follows(std::uint32_t next, Stop stop) const;

  // A marker of an enumeration: "1.", "1)", "1.)", "a.", a bullet, or a bullet before a number.
  struct Marker {
    char style = 0;  // 0: no marker; 'n' number, 'a' letter, 'b' bullet
    std::int64_t value = 0;
    std::uint32_t length = 0;
  };
  [[nodiscard]] Marker marker_at(std::uint32_t i) const;
  [[nodiscard]] bool begins_item(std::uint32_t i, Marker& last) const;

  std::string_view text_;
  std::span<const RuleToken> tokens_;
  std::span<const TextSpan> spans_;
  TokenSpan paragraph_;
  const Lexicon& lexicon_;
  std::uint32_t begin_ = 0;  // of the sentence being read
};

constexpr std::string_view kClosers[] = {"\"",           "'",        ")",           "]", "}", "\xE2\x80\x99",
                                         "\xE2\x80\x9D", "\xC2\xBB", "\xE2\x80\xBA"};
constexpr std::string_view kOpeners[] = {"\"",           "'",        "(",           "[", "{", "\xE2\x80\x98",
                                         "\xE2\x80\x9C", "\xC2\xAB", "\xE2\x80\xB9"};
constexpr std::string_view kQuoteClosers[] = {"\"", "'", "\xE2\x80\x99", "\xE2\x80\x9D", "\xC2\xBB"};
constexpr std::string_view kMarks[] = {"!", "?", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
constexpr std::string_view kBullets[] = {"\xE2\x80\xA2", "\xE2\x81\x83", "\xE2\x97\x8F",
                                         "\xE2\x96\xAA", "\xE2\x97\xA6", "\xE2\x80\xA3"};
constexpr std::string_view kDegree = "\xC2\xB0";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool Splitter::closes(std::uint32_t i) const { return is_any(i, kClosers); }
bool Splitter::opens(std::uint32_t i) const { return is_any(i, kOpeners); }

Stop Splitter::stop_at(std::uint32_t i) const {
  const std::string_view text = word(i);
  if (tokens_[i].shape != TokenShape::kPunct) {
    return text.ends_with('.') && tokens_[i].shape != TokenShape::kNumber ? Stop::kAbbreviation : Stop::kNone;
  }
  if (text == ".") return i > paragraph_.begin && is(i - 1, kDegree) ? Stop::kNone : Stop::kFullStop;  // "N°. 5"
  if (text.starts_with("..") || text == kEllipsis) return Stop::kEllipsis;
  return is_any(i, kMarks) ? Stop::kMark : Stop::kNone;
}

// After the stop at `i`, further stops and the closing marks that touch it. A spaced ellipsis (". . .") is one stop.
std::uint32_t Splitter::end_of_stop(std::uint32_t i, Stop stop) const {
  std::uint32_t end = i + 1;
  if (stop == Stop::kFullStop) {
    while (is(end, ".")) ++end;
  }
  while (end < paragraph_.end && !tokens_[end].space_before &&
         (closes(end) || (tokens_[end].shape == TokenShape::kPunct && stop_at(end) != Stop::kNone))) {
    ++end;
  }
  return end;
}

// The first word from `i` on, opening marks skipped; the paragraph's end where another mark stands before it.
std::uint32_t Splitter::first_word(std::uint32_t i) const {
  while (opens(i)) ++i;
  return i < paragraph_.end && tokens_[i].shape != TokenShape::kPunct ? i : paragraph_.end;
}

bool Splitter::ends_here(std::uint32_t stop_token, std::uint32_t end, Stop stop) const {
  const bool glued = !tokens_[end].space_before;
  if (glued && !(stop == Stop::kFullStop && tokens_[end].shape == TokenShape::kCapitalized && stop_token > begin_ &&
                 tokens_[stop_token - 1].shape == TokenShape::kLower)) {
    return false;
  }
  const std::uint32_t next = first_word(end);
  if (next == paragraph_.end) {
    // "... he said. $5 million", "... he said. #Velda": other marks may begin a sentence after a plain stop.
    return stop != Stop::kAbbreviation && (is(end, "$") || is(end, "#") || is(end, "@") || is_any(end, kBullets));
  }
  if (tokens_[next].shape == TokenShape::kLower) return false;
  if (stop == Stop::kAbbreviation) return abbreviation_ends(stop_token, next);
  if (stop == Stop::kEllipsis) return ellipsis_ends(stop_token, end, next);
  if (stop_token == begin_ + 1 && tokens_[begin_].shape == TokenShape::kNumber) return false;  // "1. The first"
  const bool quoted = end > stop_token + 1 && is_any(end - 1, kQuoteClosers);
  return !(quoted && speaker_follows(next, stop));
}

// "Why?" Ames asked.   "We go." Ames said.   but not: "We go." Ames said he would stay.
bool Splitter::speaker_follows(std::uint32_t next, Stop stop) const {
  if (tokens_[next].classes.has_any(WordClass::kDeterminer | WordClass::kPronoun)) return false;
  const std::uint32_t reach = std::min(paragraph_.end, next + kTagReach);
  for (std::uint32_t i = next; i < reach && tokens_[i].shape != TokenShape::kPunct; ++i) {
    if (i == next || !tokens_[i].classes.has(WordClass::kReportingVerb)) continue;
    return stop == Stop::kMark || i + 1 == paragraph_.end || stop_at(i + 1) == Stop::kFullStop;
  }
  return false;
}

bool Splitter::abbreviation_ends(std::uint32_t token, std::uint32_t next) const {
  const RuleToken& after = tokens_[next];
  if (after.shape == TokenShape::kNumber || after.shape == TokenShape::kAlphanumeric) return false;
  const LexiconEntry* entry = lexicon_.entry(WordClass::kAbbreviation, tokens_[token].term);
  const Behaviour behaviour = tokens_[token].shape == TokenShape::kInitial ? Behaviour::kInitial
                              : entry == nullptr || entry->columns.empty() ? Behaviour::kEnd
                                                                           : behaviour_from(entry->columns.front());
  const bool starter = after.classes.has_any(kStarters) && after.shape != TokenShape::kAllCaps;
  const bool title = word(next).ends_with('.') && after.classes.has(WordClass::kAbbreviation);
  switch (behaviour) {
    case Behaviour::kTitle:
    case Behaviour::kNever:
      return false;
    case Behaviour::kCalendar:
      return true;
    case Behaviour::kInitial:
      return starter && after.shape != TokenShape::kInitial;
    case Behaviour::kClock:
      if (title) return token > begin_ + 3;  // "At 5 a.m. Mr. Ames left" goes on
      return !after.classes.has_any(WordClass::kWeekday | WordClass::kMonth | WordClass::kDirection) &&
             after.shape != TokenShape::kAllCaps;
    case Behaviour::kEnd:
      return starter || opens(next - 1) || (title && tokens_[token].shape != TokenShape::kAllCaps);
  }
  return false;
}

// "I never meant that... She left" ends; "I ... I did not" and an omission between spaces do not.
bool Splitter::ellipsis_ends(std::uint32_t token, std::uint32_t end, std::uint32_t next) const {
  if (is(token + 1, "]") || is(token + 1, ")")) return false;
  if (word(token).size() > 3 && word(token) != kEllipsis) return true;
  if (end > token + 1) return true;
  if (token > begin_ && tokens_[token - 1].term == tokens_[next].term) return false;
  return !tokens_[token].space_before && tokens_[next].classes.has_any(kStarters);
}

Splitter::Marker Splitter::marker_at(std::uint32_t i) const {
  if (i >= paragraph_.end) return {};
  if (is_any(i, kBullets)) return {'b', 0, 1};
  const std::string_view text = word(i);
  std::uint32_t length = 1;
  if (is(i + 1, ".") && !tokens_[i + 1].space_before) ++length;
  if (is(i + length, ")") && !tokens_[i + length].space_before) ++length;
  if (length == 1 || i + length >= paragraph_.end || !tokens_[i + length].space_before) return {};
  if (tokens_[i].shape == TokenShape::kNumber && text.size() <= 2) {
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return {'n', value, length};
  }
  if (text.size() == 1 && tokens_[i].shape == TokenShape::kLower) return {'a', text[0], length};
  return {};
}

// True where the next item of the enumeration begins that a sentence opened with.
bool Splitter::begins_item(std::uint32_t i, Marker& last) const {
  if (last.style == 0 || i == paragraph_.begin || !tokens_[i].space_before) return false;
  const Marker marker = marker_at(i);
  const bool next = marker.style == last.style && (marker.style == 'b' || marker.value == last.value + 1);
  if (next) last = marker;
  return next;
}

std::vector<TokenSpan> Splitter::run() {
  std::vector<TokenSpan> sentences;
  begin_ = paragraph_.begin;
  Marker marker = marker_at(begin_);
  const auto close = [&](std::uint32_t end) {
    if (end > begin_) sentences.push_back({begin_, end});
    begin_ = end;
    if (const Marker first = marker_at(end); first.value == 1 || first.value == 'a') marker = first;
  };
  std::uint32_t i = begin_ + marker.length;
  if (marker.style == 'b') i = std::max(i, paragraph_.begin + 1 + marker_at(i).length);
  while (i < paragraph_.end) {
    if (begins_item(i, marker)) {
      close(i);
      i += marker.length;
      if (marker.style == 'b') i += marker_at(i).length;
      continue;
    }
    const Stop stop = stop_at(i);
    if (stop == Stop::kNone) {
      ++i;
      continue;
    }
    std::uint32_t end = end_of_stop(i, stop);
    std::uint32_t dots = 0;
    while (stop == Stop::kFullStop && is(i + dots, ".")) ++dots;
    if (dots >= 2 && dots <= 3 && end < paragraph_.end) {  // ". . ." inside a sentence
      i = end;
      continue;
    }
    if (end == paragraph_.end || ends_here(i, end, stop)) {
      // "... is omitted. . . . The next": the stop ends the sentence, the ellipsis opens the next one.
      close(dots > 3 && !tokens_[i].space_before && end < paragraph_.end ? i + 1 : end);
    }
    i = end;
  }
  close(paragraph_.end);
  return sentences;
}

}  // namespace

std::vector<TokenSpan> split_sentences(std::string_view text, std::span<const RuleToken> tokens,
                                       std::span<const TextSpan> token_spans, TokenSpan paragraph,
                                       const Lexicon& lexicon) {
  return Splitter(text, tokens, token_spans, paragraph, lexicon).run();
}

}  // namespace newsloupe
