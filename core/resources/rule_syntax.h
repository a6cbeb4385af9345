// Reads the text of a rule file into trees; rule_set.cpp makes programs of them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/resources/lexicon.h"
#include "core/resources/rule_set.h"

namespace newsloupe {

// What one token must be: any of the terms, any of the classes or any of the shapes.
struct TokenTest {
  std::vector<TermId> terms;  // sorted
  WordClasses classes;
  std::uint32_t shapes = 0;  // one bit for each TokenShape

  // Widens the test by what `other` lets pass.
  void add(const TokenTest& other);
};

struct RuleNode {
  enum class Kind : std::uint8_t {
    kToken,
    kSequence,
    kChoice,
    kRepeat,
    kCapture,
    kNot,
    kSentenceBegin,
    kSentenceEnd,
    kTouching
  };
  Kind kind = Kind::kSequence;
  TokenTest test;                  // kToken
  std::vector<RuleNode> children;  // one for kRepeat, kCapture, kNot, kTouching
  bool optional = false;           // kRepeat: may be taken no times
  bool many = false;               // kRepeat: may be taken several times
  std::string capture;             // kCapture

  // True where the node can match without taking a token.
  [[nodiscard]] bool nullable() const;
};

// A rule with its patterns, in the order of its `match` lines.
struct ParsedRule {
  Rule rule;
  std::vector<RuleNode> patterns;
};

// The well-formed rules of a file. Words are interned in `lexicon`; what is wrong is named in `problems`.
std::vector<ParsedRule> parse_rules(std::string_view file_text, Lexicon& lexicon, std::vector<std::string>& problems);

}  // namespace newsloupe
