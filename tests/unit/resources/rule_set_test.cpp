#include "core/resources/rule_set.h"

#include <doctest/doctest.h>

#include "core/resources/asset_table.h"
#include "core/resources/tokenizer.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// What the rules of a file find in one sentence: "rule [words]" joined by "; ", captures as "name=words".
struct CompiledRules {
  Lexicon lexicon;
  std::vector<std::string> problems;
  RuleSet rules;

  explicit CompiledRules(std::string_view file) {
    lexicon.load(WordClass::kMonth, "may\t5\njune\t6\n");
    rules = RuleSet::compile(file, lexicon, problems);
  }
  [[nodiscard]] std::string find(std::string_view text) const {
    std::vector<RuleToken> tokens;
    std::vector<TextSpan> spans;
    Tokenizer(lexicon, text.size()).append(text, {0, static_cast<std::uint32_t>(text.size())}, tokens, spans);
    const auto words = [&](TokenSpan t) {
      return std::string(text.substr(spans[t.begin].begin, spans[t.end - 1].end - spans[t.begin].begin));
    };
    std::string out;
    for (const RuleMatch& match : rules.match_all(tokens, {0, static_cast<std::uint32_t>(tokens.size())})) {
      if (!out.empty()) out += "; ";
      out += rules.rules()[match.rule].name + " [" + words(match.tokens) + "]";
      for (const RuleCapture& capture : match.captures)
        out += " " + std::string(capture.name) + "=" + words(capture.tokens);
    }
    return out;
  }
};

}  // namespace

TEST_CASE("rules walk tokens") {
  const struct {
    std::string_view rules, text, found;
  } rows[] = {
      {"rule a\n match at least NUMBER", "At least 12 of at least two", "a [At least 12]"},
      {"rule a\n match day:NUMBER? MONTH", "12 May, June, may 5", "a [12 May] day=12; a [June]; a [may]"},
      {"rule a\n match (big|very big) dog", "a very big dog, a big dog", "a [very big dog]; a [big dog]"},
      {"rule a\n match x+ y", "x x x y x", "a [x x x y]"},
      {"rule a\n match x* y", "y x y x", "a [y]; a [x y]"},
      {"rule a\n match x\nrule b\n match x y", "x y x", "b [x y]; a [x]"},
      {"rule a\n match x y\nrule b\n match x y", "x y", "a [x y]"},
      {"rule a\n match ^ x\nrule b\n match x $", "x x x", "a [x]; b [x]"},
      {"rule a\n match NUMBER ~\"%\"", "5% and 5 %", "a [5%]"},
      {"rule a\n match x !y", "x y x z", "a [x]"},
      {"rule a\n match x !(y|$)", "x y x z x", "a [x]"},
      {"macro NUM = (NUMBER|one|two)\nrule a\n match n:NUM \"-\" m:NUM", "two-3", "a [two-3] n=two m=3"},
      {"rule a\n match CAPITALIZED ALLCAPS", "The UN met", "a [The UN]"},
      {"rule a\n match what:(x|y z) end", "y z end", "a [y z end] what=y z"},
      {"rule a\n match \"\"\" x", "a \"x", "a [\"x]"},
      {"rule a\n match x ANY y", "x, y x y", "a [x, y]"},
  };
  for (const auto& row : rows) {
    const CompiledRules compiled(row.rules);
    CHECK_MESSAGE(compiled.problems.empty(), row.rules);
    CHECK(compiled.find(row.text) == row.found);
  }
}

TEST_CASE("rules that cannot be read are named, the others work") {
  const CompiledRules compiled(
      "rule a\n match FOO\nrule b\n match (x\nrule c\n match x?\nrule d\n match x)\nrule e\n match ok\n+ ok\nrule f\n");
  const std::vector<std::string> wanted = {"line 2: unknown class FOO",
                                           "line 4: missing )",
                                           "line 6: matches without taking a token",
                                           "line 8: unexpected ')'",
                                           "line 11: an example that shall match ends in -> \"what is matched\"",
                                           "rule a: nothing to match",
                                           "rule b: nothing to match",
                                           "rule c: nothing to match",
                                           "rule d: nothing to match",
                                           "rule f: nothing to match"};
  CHECK(compiled.problems == wanted);
  CHECK(compiled.find("ok") == "e [ok]");
}

TEST_CASE("a rule that could try for ever gives up") {
  const CompiledRules compiled("rule a\n match (x|x x)+ y");
  std::string text;
  for (int i = 0; i < 200; ++i) text += "x ";
  CHECK(compiled.find(text).empty());
}

TEST_CASE("every asset can be read") {
  for (const std::string& problem : shared_resources().problems) FAIL_CHECK(problem);
}

// Each example is one sentence; its rule must win somewhere in it, or, for "-", nowhere.
TEST_CASE("every example in the rule files holds") {
  const RuleSet* const sets[] = {&shared_resources().timex_rules, &shared_resources().quantity_rules,
                                 &shared_resources().attribution_rules, &shared_resources().event_rules};
  for (const RuleSet* set : sets) {
    for (std::size_t index = 0; index < set->rules().size(); ++index) {
      const Rule& rule = set->rules()[index];
      for (const RuleExample& example : rule.examples) {
        const SegmentedDocument doc = segmented_text(example.text, ParagraphClass::kHeadline);
        std::string found;
        for (const RuleMatch& match : set->match_all(doc.tokens, doc.sentences[0].tokens)) {
          if (match.rule != index) continue;
          if (!found.empty()) found += " / ";
          found += doc.text(doc.text_from_tokens(match.tokens));
        }
        CHECK_MESSAGE(found == example.expected, rule.name, ", line ", example.line, ": ", example.text);
      }
    }
  }
}

}  // namespace newsloupe
