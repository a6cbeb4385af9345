// The words and marks that rules in code ask for by name ("of", "said", "whether"), numbered by the compiler: the
// tokenizer looks each word up once, and every question after that is about a number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace newsloupe {

// Index into kPlainWords; 0 is any other word.
using PlainWordId = std::uint16_t;

// Lower case. A rule that names a word which is not here does not compile: add it.
inline constexpr auto kPlainWords = std::to_array<std::string_view>(
    {"",          ",",           ".",           ":",         ";",          "!",           "?",          "?!",
     "...",       "\u2026",      "-",           "--",        "\u2010",     "\u2011",      "\u2013",     "\u2014",
     "\u2015",    "/",           "(",           ")",         "[",          "&",           "]",          "'s",
     "'ll",       "\"",          "\u201C",      "\u201D",    "a",          "able",        "about",      "according",
     "acronym",   "acting",      "after",       "afternoon", "afterwards", "again",       "against",    "ago",
     "ahead",     "all",         "almost",      "already",   "also",       "although",    "always",     "am",
     "amid",      "among",       "an",          "and",       "another",    "any",         "anything",   "are",
     "aren't",    "as",          "at",          "attempt",   "be",         "because",     "been",       "before",
     "began",     "behind",      "between",     "being",     "bid",        "both",        "but",        "by",
     "called",    "can",         "can't",       "canceled",  "cancelled",  "cannot",      "chance",     "chief",
     "codenamed", "comprising",  "concerning",  "condition", "conditions", "considering", "consisting", "containing",
     "continued", "could",       "couldn't",    "day",       "declined",   "declines",    "declining",  "denied",
     "denies",    "deputy",      "despite",     "did",       "didn't",     "difficult",   "do",         "does",
     "doesn't",   "don't",       "down",        "dubbed",    "due",        "during",      "earlier",    "early",
     "effort",    "entitled",    "even",        "evening",   "ever",       "ex",          "excluding",  "expected",
     "exploring", "extent",      "fact",        "failed",    "fair",       "few",         "first",      "for",
     "forced",    "former",      "forthcoming", "from",      "further",    "get",         "gets",       "given",
     "goodbye",   "got",         "had",         "hard",      "has",        "hashtag",     "have",       "he",
     "helped",    "her",         "hers",        "herself",   "him",        "himself",     "his",        "hope",
     "hopes",     "hoping",      "how",         "however",   "i",          "if",          "in",         "including",
     "inside",    "instead",     "interim",     "into",      "involving",  "is",          "isn't",      "it",
     "its",       "itself",      "just",        "known",     "last",       "late",        "later",      "less",
     "latest",    "like",        "likely",      "long",      "made",       "managed",     "many",       "men",
     "may",       "meanwhile",   "might",       "month",     "more",       "morning",     "most",       "motto",
     "mulling",   "must",        "my",          "named",     "near",       "nearly",      "neither",    "never",
     "new",       "next",        "nicknamed",   "night",     "no",         "nor",         "not",        "nothing",
     "now",       "of",          "off",         "often",     "on",         "once",        "one",        "ongoing",
     "only",      "opportunity", "or",          "others",    "our",        "out",         "outside",    "over",
     "people",    "phrase",      "planned",     "plans",     "possible",   "possibly",    "posted",     "potential",
     "prepare",   "preparing",   "ready",       "recent",    "recently",   "refused",     "refuses",    "refusing",
     "regarding", "repeatedly",  "safe",        "said",      "say",        "scheduled",   "seek",       "seeking",
     "seeks",     "seen",        "senior",      "sent",      "set",        "several",     "shall",      "she",
     "should",    "shown",       "since",       "slogan",    "so",         "so-called",   "some",       "someone",
     "percent",   "%",           "something",   "sometimes", "soon",       "sought",      "spring",     "stated",
     "still",     "such",        "term",        "than",      "that",       "the",         "their",      "theme",
     "them",      "themselves",  "then",        "there",     "these",      "they",        "this",       "those",
     "though",    "threatened",  "through",     "time",      "titled",     "to",          "today",      "toward",
     "tomorrow",  "too",         "tweeted",     "twice",     "two",        "unable",      "under",      "unless",
     "until",     "unwilling",   "up",          "upcoming",  "urged",      "veteran",     "via",        "want",
     "wants",     "was",         "wasn't",      "way",       "we",         "week",        "were",       "weren't",
     "what",      "when",        "where",       "whether",   "which",      "while",       "who",        "whom",
     "whose",     "why",         "will",        "with",      "within",     "without",     "women",      "won't",
     "word",      "words",       "would",       "wouldn't",  "writes",     "written",     "wrote",      "year",
     "yes",       "yesterday",   "yet",         "you",       "your"});

// The number of a word as fold_word() gives it. 0 where it is none of kPlainWords.
[[nodiscard]] PlainWordId plain_word(std::string_view folded);

// Defined nowhere: a word that is not found ends in this call, and the compiler says so.
void the_word_is_not_in_kPlainWords();

// A word given in code.
class PlainWord {
 public:
  consteval PlainWord(const char* word) : id_(find(word)) {}  // NOLINT: a word stands for its number
  [[nodiscard]] constexpr PlainWordId id() const { return id_; }

 private:
  static consteval PlainWordId find(std::string_view word) {
    for (std::size_t i = 1; i < kPlainWords.size(); ++i) {
      if (kPlainWords[i] == word) return static_cast<PlainWordId>(i);
    }
    the_word_is_not_in_kPlainWords();
    return 0;
  }
  PlainWordId id_;
};

// A set of words given in code.
class PlainWords {
 public:
  consteval PlainWords(std::initializer_list<PlainWord> words) {
    for (const PlainWord word : words) bits_[word.id() / 64] |= std::uint64_t{1} << (word.id() % 64);
  }
  [[nodiscard]] constexpr bool has(PlainWordId word) const { return (bits_[word / 64] >> (word % 64) & 1) != 0; }

 private:
  std::array<std::uint64_t, (kPlainWords.size() + 63) / 64> bits_{};
};

}  // namespace newsloupe
