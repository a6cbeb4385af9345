// Words by class. One hash lookup per token gives a term id and the classes the word belongs to, so that every
// annotator asks a token what it is by testing bits.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/word_hash.h"

namespace newsloupe {

// Folded word forms that any asset mentions. Terms of the vocabulary have ids below size(); words met only in a
// document get larger ids from the tokenizer (equal words of one document, equal ids). 0 is no term.
using TermId = std::uint32_t;

// One bit each. The class of a word is what it can be, out of context: "March" is kMonth and kVerbLike. Filled from
// assets/lexicon/<language>/<file>.txt; the table in resources.cpp says which file fills which class.
enum class WordClass : std::uint8_t {
  kMonth,
  kWeekday,
  kNumberWord,
  kMagnitude,
  kOrdinalWord,
  kUnit,
  kCurrencyWord,
  kTimeUnit,
  kSeason,
  kApproximator,
  kHonorific,
  kOffice,
  kParticle,
  kGivenName,
  kOrganizationSuffix,
  kOrganizationHead,
  kPlace,
  kCountry,
  kDemonym,
  kReportingVerb,
  kReportingNoun,
  kHedge,
  kAnonymousSource,
  kPronoun,
  kDeterminer,
  kPreposition,
  kConjunction,
  kAuxiliary,
  kNegation,
  kStopWord,
  kAbbreviation,
  kEventTrigger,
  kAgency,
  kOutlet,
  kBoilerplateWord,
  kCommonNoun,
  kFamilyName,
  kProgramHead,
  kEventHead,
  kPlaceHead,
  kGroupNoun,
  kDirection,
  kRelative,
  kPersonNoun,
  kCommonWord,        // an everyday word: its capital at the beginning of a sentence proves no name
  kOrganizationName,  // a body known by name
  kNameCue,           // a word beside a name that says what it is
  kPastForm,          // "went": tells that a sentence speaks of what was
  kNickname,          // "Joe"; columns: the given names that it is short for
  kPaleWord,          // "new", "various": says little of what a text is about
  kPaleHead,          // "kinds", "years": no phrase by itself tells what a text is about where this is its head
  // What a number can be, read off its digits by the tokenizer; no file fills these.
  kDayNumber,      // "1" .. "31", "01" .. "09"
  kYearNumber,     // four digits, 1000 .. 2199
  kClockNumber,    // "21:30"
  kOrdinalNumber,  // "12th"
  kDecadeNumber,   // "1990s", "90s"
  kBylineWord,
  kLanguageWord,  // "und": belongs to one language; column: its ISO 639-1 code
  kCount
};
static_assert(static_cast<int>(WordClass::kCount) <= 64);

class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr WordClasses(WordClass c) : bits_(1ULL << static_cast<unsigned>(c)) {}  // NOLINT: a class is a set of one
  [[nodiscard]] constexpr bool has(WordClass c) const { return (bits_ & WordClasses(c).bits_) != 0; }
  [[nodiscard]] constexpr bool has_any(WordClasses other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  friend constexpr WordClasses operator|(WordClasses a, WordClasses b) { return WordClasses(a.bits_ | b.bits_); }
  constexpr WordClasses& operator|=(WordClasses other) {
    bits_ |= other.bits_;
    return *this;
  }

 private:
  constexpr explicit WordClasses(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t bits_ = 0;
};
constexpr WordClasses operator|(WordClass a, WordClass b) { return WordClasses(a) | WordClasses(b); }

// An entry of a lexicon file: its folded words, and the columns that follow ("may" -> {"5"}, "us" -> {"United
// States"}). Both lie in the lexicon's memory.
struct LexiconEntry {
  std::span<const TermId> terms;              // one for a word, several for a phrase
  std::span<const std::string_view> columns;  // as written, without the first
  bool capitals = false;                      // written in capitals ("NATO")
};

// The number that the first column gives: a month's 1 to 12. 0 where it gives none.
[[nodiscard]] int first_number(const LexiconEntry& entry);

// The longest entry of one class that begins at a given place.
struct PhraseMatch {
  const LexiconEntry* entry = nullptr;
  std::uint32_t length = 0;  // in tokens; 0 when there is none
};

// Lexicon files: UTF-8 lines "phrase[<tab>column]...", '#' begins a comment line, "@column[<tab>column]..." gives the
// phrases below it, up to the next such line, their columns: long lists are packed smaller so. Words are folded (full
// case folding, apostrophes straightened) and cut as the tokenizer cuts a text ("vice-president" is three words). A
// phrase of several words is found by match(); its first word carries no class by itself.
class Lexicon {
 public:
  // The id of a folded word, adding it when it is new. Only called while resources are built.
  TermId intern(std::string_view folded);
  // 0 when no asset mentions the word. `hash` is word_hash(folded), for callers that have it already.
  [[nodiscard]] TermId find(std::string_view folded) const { return find(folded, word_hash(folded)); }
  [[nodiscard]] TermId find(std::string_view folded, std::uint32_t hash) const;
  [[nodiscard]] WordClasses classes(TermId term) const {
    return term < words_.size() ? words_[term].classes : WordClasses();
  }
  [[nodiscard]] std::string_view word(TermId term) const {
    return term < words_.size() ? words_[term].text : std::string_view();
  }
  [[nodiscard]] TermId size() const { return static_cast<TermId>(words_.size()); }

  // Reads one file into class `c`. A malformed line is skipped and named in the return value (tests require it empty).
  std::vector<std::string> load(WordClass c, std::string_view file_text);

  // The entry of a single word in class `c`; null when the word is not in it. Like all pointers to entries, it is good
  // as long as nothing more is loaded.
  [[nodiscard]] const LexiconEntry* entry(WordClass c, TermId term) const;
  // The longest phrase (or single word) of class `c` that begins at `terms[0]`.
  [[nodiscard]] PhraseMatch match(WordClass c, std::span<const TermId> terms) const;
  // True when some phrase of several words (of any class) begins with this term.
  [[nodiscard]] bool begins_phrase(TermId term) const {
    return term < words_.size() && !words_[term].phrase_classes.empty();
  }
  // True when an entry of class `c`, word or phrase, begins with this term: the cheap test before match().
  [[nodiscard]] bool begins(WordClass c, TermId term) const {
    return term < words_.size() && (words_[term].classes.has(c) || words_[term].phrase_classes.has(c));
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Word {
    std::string_view text;
    WordClasses classes;            // that it has by itself
    WordClasses phrase_classes;     // of the phrases that it begins
    std::uint32_t entries = kNone;  // first of its own, in listed_
    std::uint32_t phrases = kNone;  // first of those that it begins, longest first
  };
  struct ListedEntry {
    LexiconEntry entry;
    WordClass word_class = WordClass::kCount;
    std::uint32_t next = kNone;
  };
  struct Slot {
    std::uint32_t hash = 0;
    TermId term = 0;  // 0: free
  };
  void grow_table();
  void add(WordClass c, const LexiconEntry& entry);
  std::string_view kept(std::string_view text);
  template <class T>
  std::span<const T> kept(const std::vector<T>& items);

  // Holds what words and entries point to: tens of thousands of small pieces, freed as one.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>(std::size_t{1} << 18);
  std::vector<Slot> slots_;          // open addressing by word_hash; a power of two long, at most half full
  std::vector<Word> words_{Word{}};  // by term; 0 is no term
  std::vector<ListedEntry> listed_;
};

// Full case folding, NFC, typographic apostrophes to "'". The one folding that lexicon, tokenizer and comparison share.
[[nodiscard]] std::string fold_word(std::string_view word);

}  // namespace newsloupe
