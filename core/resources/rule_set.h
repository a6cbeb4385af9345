// Rules that walk tokens. A rule file (assets/rules/<language>/*.rules) is plain text:
//
//   rule quantity.at_least
//     match  at least NUMBER value of? COUNTED
//     bound  at_least
//     + At least 12 people died.        -> "At least 12 people"
//     - She smiled at least.
//
// `match` is a sequence of elements: a lower-case word matches that folded word; an upper-case name matches a word
// class (MONTH is WordClass::kMonth), a token shape (NUMBER, CAPITALIZED, ALLCAPS, LOWER, MIXED, INITIAL, ALPHANUMERIC,
// PUNCT; ANY is all of them) or a macro of the file; (a|b|c) is a choice of elements or sequences; ? * + repeat (with
// backtracking); `name:element` captures; a quoted "..." matches punctuation literally; ^ is the beginning of a
// sentence, $ its end; ~ before an element forbids white space before it; !element is true where the element does not
// match, and takes nothing. `macro NAME = ...` names a sequence. Several `match` lines of one rule are tried in order.
// Other lines are key-value fields for the annotator. Lines that open with + or - are examples: tests run every one.
//
// Rules are compiled once into a table over term ids and class bits; the set indexes rules by what can be their first
// token, so that a token which triggers nothing costs one lookup.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/span.h"
#include "core/resources/lexicon.h"
#include "core/resources/plain_words.h"
#include "core/text/rule_id.h"

namespace newsloupe {

// What the matcher sees of a token. The tokenizer writes these; see token_scanner.h for the full meaning.
enum class TokenShape : std::uint8_t {
  kLower,
  kCapitalized,
  kAllCaps,
  kMixed,
  kInitial,
  kNumber,
  kAlphanumeric,
  kPunct,
  kOther
};
struct RuleToken {
  TermId term = 0;
  TokenShape shape = TokenShape::kOther;
  bool space_before = false;
  PlainWordId plain = 0;  // of the folded word
  WordClasses classes;
};

struct RuleCapture {
  std::string_view name;  // lives in the rule set
  TokenSpan tokens;
};

struct RuleMatch {
  std::size_t rule = 0;  // index into RuleSet::rules()
  TokenSpan tokens;
  std::vector<RuleCapture> captures;
  // The last capture of that name; an empty span when the rule did not take it.
  [[nodiscard]] TokenSpan capture(std::string_view name) const;
};

struct RuleExample {
  bool positive = true;
  std::string text;
  std::string expected;  // the text of the match, for a positive example
  int line = 0;
};

struct Rule {
  std::string name;
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<RuleExample> examples;
  [[nodiscard]] RuleId id() const { return RuleId(name.c_str()); }
  // Empty when the rule has no such field.
  [[nodiscard]] std::string_view field(std::string_view key) const;
};

class RuleSet {
 public:
  RuleSet();
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;

  // Compiles a rule file; words are interned in `lexicon`. Malformed rules are left out and named in `problems`
  // ("line 12: unknown class FOO"); tests require none.
  static RuleSet compile(std::string_view file_text, Lexicon& lexicon, std::vector<std::string>& problems);

  [[nodiscard]] const std::vector<Rule>& rules() const;

  // The best match that begins at `position`: the longest, and of equal ones that of the earliest rule. `sentence`
  // bounds it on both sides. False when nothing begins there. All ways to match are tried, up to a fixed number of
  // steps, so that no text can make a rule slow.
  bool match_at(std::span<const RuleToken> tokens, std::uint32_t position, TokenSpan sentence, RuleMatch& out) const;
  // Every position of `sentence` from left to right, matches do not overlap (leftmost longest).
  [[nodiscard]] std::vector<RuleMatch> match_all(std::span<const RuleToken> tokens, TokenSpan sentence) const;

 private:
  struct Program;
  std::unique_ptr<Program> program_;
};

}  // namespace newsloupe
