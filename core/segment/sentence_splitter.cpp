#include "core/segment/sentence_splitter.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr WordClasses kStarters = WordClass::kPronoun | WordClass::kDeterminer | WordClass::kPreposition |
                                  WordClass::kConjunction | WordClass::kAuxiliary | WordClass::kStopWord |
                                  WordClass::kNumberWord | WordClass::kMagnitude;
// Words between a closing quote and its verb: "Deputy Foreign Minister Lee Ann said".
constexpr std::uint32_t kTagReach = 6;
constexpr std::uint32_t kLongestSignature = 4;  // tokens: "- Ann Ames, mayor"
constexpr std::uint32_t kLongestNote = 7;       // tokens in a bracket: "[12, 13, 14]"

// kScriptMark: the stop of a script that puts no space behind it or has no capitals; kBreakOff: a dash before a closing
// quotation mark ("I was going to--").
enum class Stop : std::uint8_t { kNone, kFullStop, kMark, kScriptMark, kEllipsis, kBreakOff, kAbbreviation };

// How an abbreviation behaves at its stop; the second column of abbreviations.txt.
enum class Behaviour : std::uint8_t { kEnd, kTitle, kNever, kCalendar, kClock, kInitial };

Behaviour behaviour_from(std::string_view column) {
  static constexpr std::array<std::pair<std::string_view, Behaviour>, 6> kNames{{{"title", Behaviour::kTitle},
                                                                                 {"name", Behaviour::kTitle},
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
  [[nodiscard]] bool ends_in_script(std::uint32_t i, std::string_view below, std::string_view upto) const;
  [[nodiscard]] std::uint32_t end_of_stop(std::uint32_t i, Stop stop) const;
  [[nodiscard]] std::uint32_t end_of_notes(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool note_number_at(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t end_of_bracket(std::uint32_t i) const;
  [[nodiscard]] bool stop_belongs_to_word(std::uint32_t stop_token, std::uint32_t end) const;
  [[nodiscard]] bool is_german() const;
  [[nodiscard]] bool space_is_missing(std::uint32_t stop_token, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t first_word(std::uint32_t i) const;
  [[nodiscard]] bool ends_here(std::uint32_t stop_token, std::uint32_t end, Stop stop) const;
  [[nodiscard]] bool abbreviation_ends(std::uint32_t token, std::uint32_t next) const;
  [[nodiscard]] bool ellipsis_ends(std::uint32_t token, std::uint32_t end, std::uint32_t next) const;
  [[nodiscard]] bool speaker_follows(std::uint32_t next, Stop stop) const;
  [[nodiscard]] bool script_mark_ends(std::uint32_t stop_token, std::uint32_t end) const;
  [[nodiscard]] bool goes_on(std::uint32_t i) const;
  // A word or number that is not in small letters.
  [[nodiscard]] bool opens_word(std::uint32_t i) const {
    return tokens_[i].shape != TokenShape::kPunct && tokens_[i].shape != TokenShape::kLower;
  }

  // A marker of an enumeration: "1.", "1)", "1.)", "a.", "(a)", a bullet, or a bullet before a number.
  struct Marker {
    char style = 0;  // 0: no marker; 'n' number, 'a' letter, 'b' bullet, 'N' and 'A' in brackets
    std::int64_t value = 0;
    [[nodiscard]] bool is_first() const { return value == 1 || value == 'a'; }
    std::uint32_t length = 0;
  };
  [[nodiscard]] Marker marker_at(std::uint32_t i) const;
  [[nodiscard]] bool begins_item(std::uint32_t i, Marker& last) const;
  [[nodiscard]] bool enumeration_begins(std::uint32_t i) const;

  std::string_view text_;
  std::span<const RuleToken> tokens_;
  std::span<const TextSpan> spans_;
  TokenSpan paragraph_;
  const Lexicon& lexicon_;
  std::uint32_t begin_ = 0;  // of the sentence being read
};

constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "}", "’", "”", "»", "›", "」", "』", "）", "】", "》"};
constexpr std::string_view kOpeners[] = {"\"", "'", "(", "[", "{",  "‘",  "“",  "„",  "‚", "«",
                                         "»",  "‹", "¿", "¡", "「", "『", "（", "【", "《"};
constexpr std::string_view kOpenersThatMayClose[] = {"“", "«", "‘"};  // „so“ and »so« in German
constexpr std::string_view kQuoteClosers[] = {"\"", "'", "’", "”", "»"};
constexpr std::string_view kMarks[] = {"!", "?", "‼", "⁇", "⁈", "⁉", "‽"};
// Unicode's Sentence_Terminal, of the scripts in which news is written.
constexpr std::string_view kScriptMarks[] = {"。", "．", "！", "？", "｡", "؟", "۔", "।",
                                             "॥",  "։",  "።",  "፧",  "။", "។", "៕", "෴"};
constexpr std::string_view kCjkOpeners[] = {"「", "『", "《", "（"}, kCjkClosers[] = {"」", "』", "》", "）"};
constexpr std::string_view kNamesWithMark[] = {"Yahoo", "Jeopardy"};
constexpr std::string_view kDashes[] = {"-", "--", "–", "—"};
constexpr std::string_view kBullets[] = {"•", "⁃", "●", "▪", "◦", "‣"};
constexpr std::string_view kDegree = "°";
constexpr std::string_view kEllipsis = "…";

// A mark that can close and, in another language, open is told by its spaces.
bool Splitter::closes(std::uint32_t i) const {
  const bool glued = i < paragraph_.end && !tokens_[i].space_before;
  const bool ends_word = i + 1 >= paragraph_.end || tokens_[i + 1].space_before || !opens_word(i + 1);
  if (is(i, "»")) return glued || ends_word;  // "« Non. » Il"
  return glued && (is_any(i, kClosers) || (ends_word && is_any(i, kOpenersThatMayClose)));
}
bool Splitter::opens(std::uint32_t i) const { return is_any(i, kOpeners); }

// True where the token before `i` ends in a letter of the script whose letters begin with these bytes.
bool Splitter::ends_in_script(std::uint32_t i, std::string_view below, std::string_view upto) const {
  if (i == paragraph_.begin || tokens_[i].space_before || tokens_[i - 1].shape == TokenShape::kPunct) return false;
  const std::string_view before = word(i - 1);
  return before >= below && before < upto;
}

Stop Splitter::stop_at(std::uint32_t i) const {
  const std::string_view text = word(i);
  if (tokens_[i].shape != TokenShape::kPunct) {
    return text.ends_with('.') && tokens_[i].shape != TokenShape::kNumber ? Stop::kAbbreviation : Stop::kNone;
  }
  if (text == ".") return i > paragraph_.begin && is(i - 1, kDegree) ? Stop::kNone : Stop::kFullStop;  // "N°. 5"
  if (text.starts_with("..") || text == kEllipsis) return Stop::kEllipsis;
  if (is_any(i, kMarks)) return Stop::kMark;
  if (is_any(i, kScriptMarks)) return Stop::kScriptMark;
  if (text == ";" && ends_in_script(i, "\xCD\xB0", "\xD0")) return Stop::kMark;          // the Greek question mark
  if (text == ":" && ends_in_script(i, "\xD4\xB0", "\xD6\x90")) return Stop::kFullStop;  // typed for the Armenian one
  const bool breaks_off = is_any(i, kDashes) && is_any(i + 1, kQuoteClosers) && closes(i + 1);
  return breaks_off ? Stop::kBreakOff : Stop::kNone;
}

// After the stop at `i`, further stops and the closing marks that touch it. A spaced ellipsis (". . .") is one stop.
std::uint32_t Splitter::end_of_stop(std::uint32_t i, Stop stop) const {
  std::uint32_t end = i + 1;
  if (stop == Stop::kFullStop) {
    while (is(end, ".")) ++end;
  }
  while (end < paragraph_.end &&
         (closes(end) ||
          (!tokens_[end].space_before && tokens_[end].shape == TokenShape::kPunct && stop_at(end) != Stop::kNone))) {
    ++end;
  }
  return stop == Stop::kAbbreviation || stop == Stop::kEllipsis ? end : end_of_notes(i, end);
}

// After the end of a bracket that opens at `i`; `i` where it does not close.
std::uint32_t Splitter::end_of_bracket(std::uint32_t i) const {
  std::uint32_t depth = 0;
  for (std::uint32_t at = i; at < paragraph_.end; ++at) {
    if (is(at, "(") || is(at, "[")) ++depth;
    if ((is(at, ")") || is(at, "]")) && --depth == 0) return at + 1;
  }
  return i;
}

// "... publication fee. 8 For example": a number between two sentences counts nothing.
bool Splitter::note_number_at(std::uint32_t i) const {
  const bool before_word = i + 1 < paragraph_.end && tokens_[i + 1].shape == TokenShape::kCapitalized;
  return before_word && tokens_[i + 1].classes.has_any(kStarters) &&
         !tokens_[i + 1].classes.has_any(WordClass::kNumberWord | WordClass::kMagnitude);
}

// Numbers of notes that stand behind the stop belong to what they are about: "... martyr.[1]", "... so. [2, 3]",
// "... so.11 12", "... so. [citation needed]". Nothing that is no note, and none that the next sentence needs.
std::uint32_t Splitter::end_of_notes(std::uint32_t i, std::uint32_t end) const {
  const auto is_note_word = [&](std::uint32_t at) {
    const TokenShape shape = tokens_[at].shape;
    return shape == TokenShape::kLower || shape == TokenShape::kNumber || is(at, ",") || is_any(at, kDashes) ||
           is(at, kEllipsis) || is(at, "...");
  };
  std::uint32_t after = end;
  while (is(after, "[") && end_of_bracket(after) > after) {
    const std::uint32_t close = end_of_bracket(after) - 1;
    if (close - after > kLongestNote) break;
    std::uint32_t at = after + 1;
    const bool number = tokens_[at].shape == TokenShape::kNumber;
    while (at < close && is_note_word(at) && (!number || tokens_[at].shape != TokenShape::kLower)) ++at;
    if (at != close) break;
    after = close + 1;
  }
  const auto is_number = [&](std::uint32_t at) {
    return at < paragraph_.end && tokens_[at].shape == TokenShape::kNumber && spans_[at].size() <= 3;
  };
  const bool small_before = i > begin_ && (tokens_[i - 1].shape == TokenShape::kLower || is_any(i - 1, kClosers));
  if (after == end && small_before && is_number(end) && (!tokens_[end].space_before || note_number_at(end))) {
    while (is_number(after)) ++after;
  }
  const bool sentence_follows =
      after == paragraph_.end || (tokens_[after].space_before && (opens(after) || opens_word(after)));
  return sentence_follows ? after : end;
}

// The first word from `i` on, opening marks skipped; the paragraph's end where another mark stands before it.
std::uint32_t Splitter::first_word(std::uint32_t i) const {
  while (opens(i)) ++i;
  return i < paragraph_.end && tokens_[i].shape != TokenShape::kPunct ? i : paragraph_.end;
}

// "It closed.The board", "on Tuesday.Mr. Ames", "bought 1,000.That": a space was lost. "Velda.Com" is a name.
bool Splitter::space_is_missing(std::uint32_t stop_token, std::uint32_t end) const {
  if (stop_token == begin_ || (end != stop_token + 1 && !is_any(end - 1, kQuoteClosers))) return false;
  const RuleToken& before = tokens_[stop_token - 1];
  const RuleToken& after = tokens_[end];
  if (after.shape != TokenShape::kCapitalized) return false;
  if (before.shape == TokenShape::kLower) return true;
  const bool surely_begins = after.classes.has_any(kStarters) || after.classes.has(WordClass::kAbbreviation);
  return surely_begins && (before.shape == TokenShape::kCapitalized || before.shape == TokenShape::kNumber) &&
         spans_[stop_token - 1].size() > 1;
}

bool Splitter::ends_here(std::uint32_t stop_token, std::uint32_t end, Stop stop) const {
  if (stop == Stop::kScriptMark) return script_mark_ends(stop_token, end);
  if (!tokens_[end].space_before && !(stop == Stop::kFullStop && space_is_missing(stop_token, end))) return false;
  std::uint32_t next = first_word(end);
  if (next == paragraph_.end) {
    if (stop == Stop::kAbbreviation || stop == Stop::kBreakOff) return false;
    // "... he said. - Posted": a dash opens what follows, but after a quotation it leads to its author, and
    // so it does at the end.
    if (is_any(end, kDashes) && end == stop_token + 1) {
      return end + kLongestSignature < paragraph_.end && tokens_[end + 1].space_before && opens_word(end + 1);
    }
    // "... he said. $5 million", "... he said. #Velda": other marks may begin a sentence after a plain stop.
    return is(end, "$") || is(end, "#") || is(end, "@") || is_any(end, kBullets);
  }
  if (tokens_[next].shape == TokenShape::kLower) return stop != Stop::kAbbreviation && enumeration_begins(end);
  // "in “Viva!” (1965), and": a bracket after which the sentence goes on.
  if (is(end, "(") && goes_on(end_of_bracket(end))) return false;
  if (stop == Stop::kAbbreviation) return abbreviation_ends(stop_token, next);
  if (stop == Stop::kEllipsis) return ellipsis_ends(stop_token, end, next);
  if (stop == Stop::kBreakOff) return tokens_[next].classes.has_any(kStarters) && !speaker_follows(next, Stop::kMark);
  if (stop_token == begin_ + 1 && tokens_[begin_].shape == TokenShape::kNumber) return false;  // "1. The first"
  if (stop == Stop::kFullStop && stop_belongs_to_word(stop_token, end)) return false;
  const bool named = is(stop_token, "!") && stop_token > begin_ && end == stop_token + 1 &&
                     std::ranges::find(kNamesWithMark, word(stop_token - 1)) != std::end(kNamesWithMark);
  if (named && !tokens_[next].classes.has_any(kStarters)) return false;  // "Yahoo! News"
  const bool quoted = end > stop_token + 1 && is_any(end - 1, kQuoteClosers);
  return !(quoted && speaker_follows(next, stop));
}

// A stop that no list of abbreviations knows: of a German ordinal ("am 3. Mai"), of an initial beyond ASCII,
// or of one letter before a number or in a bracket ("H. R. 12", "(b. May 1950)").
bool Splitter::stop_belongs_to_word(std::uint32_t stop_token, std::uint32_t end) const {
  if (stop_token == begin_ || end != stop_token + 1) return false;
  const std::uint32_t before = stop_token - 1;
  const TokenShape shape = tokens_[before].shape;
  const std::uint32_t size = spans_[before].size();
  if (shape == TokenShape::kNumber) return size <= 2 && is_german();
  const bool letter = decode_utf8(word(before), 0).length == size;
  if (!letter || shape == TokenShape::kOther) return false;
  if (size > 1) return shape == TokenShape::kCapitalized;
  if (shape == TokenShape::kLower) return before > begin_ && is(before - 1, "(");
  const bool inner = before > begin_ && tokens_[before - 1].shape != TokenShape::kInitial;
  return !inner && tokens_[end].shape == TokenShape::kNumber;
}

// German writes ordinals with a stop. Judged by the paragraph's commonest words.
bool Splitter::is_german() const {
  std::uint32_t german = 0, other = 0;
  for (std::uint32_t i = paragraph_.begin; i < paragraph_.end; ++i) {
    if (!tokens_[i].classes.has(WordClass::kLanguageWord)) continue;
    const LexiconEntry* entry = lexicon_.entry(WordClass::kLanguageWord, tokens_[i].term);
    if (entry != nullptr && !entry->columns.empty()) ++(entry->columns.front() == "de" ? german : other);
  }
  return german > 0 && german >= other;  // "was" is a word of both
}

// True where a comma or a word in small letters stands at `i`.
bool Splitter::goes_on(std::uint32_t i) const {
  return i < paragraph_.end && (is(i, ",") || is(i, ";") || tokens_[i].shape == TokenShape::kLower);
}

// Chinese and Japanese put no space between sentences, and most such scripts have no capitals. What stands in brackets
// or Japanese quotation marks belongs to the sentence around them; "３．２" is a number.
bool Splitter::script_mark_ends(std::uint32_t stop_token, std::uint32_t end) const {
  std::int32_t depth = 0;
  for (std::uint32_t i = begin_; i < stop_token; ++i) {
    depth += is_any(i, kCjkOpeners) ? 1 : is_any(i, kCjkClosers) ? -1 : 0;
  }
  const bool glued = !tokens_[end].space_before;
  const auto is_digit = [&](std::uint32_t i) {
    return tokens_[i].shape == TokenShape::kAlphanumeric || tokens_[i].shape == TokenShape::kNumber;
  };
  if (glued && stop_token > begin_ && is_digit(stop_token - 1) && is_digit(end) && is(stop_token, "．")) return false;
  return depth <= 0 && !goes_on(end) && !(glued && is_any(end - 1, kCjkClosers));
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
  // No sentence is an initial alone: "Q. What then? A. Nothing."
  if (behaviour == Behaviour::kInitial && token == begin_) return false;
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
      if (after.classes.has_any(WordClass::kWeekday | WordClass::kMonth | WordClass::kDirection)) return false;
      if (title) return token > begin_ + 3;  // "At 5 a.m. Mr. Ames left" goes on
      return after.shape != TokenShape::kAllCaps;
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
  const bool bracketed = is(i, "(") && i + 1 < paragraph_.end;
  const std::uint32_t name = bracketed ? i + 1 : i;
  const std::string_view text = word(name);
  std::uint32_t end = name + 1;
  if (is(end, ".") && !bracketed && !tokens_[end].space_before) ++end;
  if (is(end, ")") && !tokens_[end].space_before) ++end;
  if (end == name + 1 || end >= paragraph_.end || !tokens_[end].space_before) return {};
  const std::uint32_t length = end - i;
  if (tokens_[name].shape == TokenShape::kNumber && text.size() <= 2) {
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return {bracketed ? 'N' : 'n', value, length};
  }
  if (text.size() == 1 && tokens_[name].shape == TokenShape::kLower) return {bracketed ? 'A' : 'a', text[0], length};
  return {};
}

// True where the next item of the enumeration begins that a sentence opened with, or the enumeration begins anew.
bool Splitter::begins_item(std::uint32_t i, Marker& last) const {
  if (last.style == 0 || i == paragraph_.begin || !tokens_[i].space_before) return false;
  const Marker marker = marker_at(i);
  const bool next = marker.style == last.style &&
                    (marker.style == 'b' || marker.value == last.value + 1 || (marker.is_first() && !last.is_first()));
  if (next) last = marker;
  return next;
}

// A lettered item after a sentence, and the next letter further on: "... as follows. a. the roof b. the floor".
bool Splitter::enumeration_begins(std::uint32_t i) const {
  const Marker first = marker_at(i);
  if (first.style != 'a' && first.style != 'A') return false;
  if (!first.is_first() && first.style == 'a' && !is(i + 1, ")")) return false;
  for (std::uint32_t at = i + first.length; at < paragraph_.end; ++at) {
    const Marker next = tokens_[at].space_before ? marker_at(at) : Marker{};
    if (next.style == first.style) return next.value == first.value + 1;
  }
  return false;
}

std::vector<TokenSpan> Splitter::run() {
  std::vector<TokenSpan> sentences;
  begin_ = paragraph_.begin;
  Marker marker = marker_at(begin_);
  const auto close = [&](std::uint32_t end) {
    if (end > begin_) sentences.push_back({begin_, end});
    begin_ = end;
    const Marker first = marker_at(end);
    if (first.is_first() || first.style == 'b' || enumeration_begins(end)) marker = first;
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
