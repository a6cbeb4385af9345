#include "core/resources/rule_set.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <map>

#include "core/resources/rule_syntax.h"

namespace newsloupe {
namespace {

// Steps a pattern may cost at one position; real rules need a few dozen.
constexpr int kStepLimit = 2000;
// Beginnings and ends of captures on one way through a pattern; a list of 31 days has 62.
constexpr std::uint32_t kMaxCaptures = 128;
constexpr std::size_t kClassCount = static_cast<std::size_t>(WordClass::kCount);
constexpr std::size_t kShapeCount = 9;

// One step of a compiled pattern.
struct Instruction {
  enum class Op : std::uint8_t {
    kToken,
    kSplit,
    kJump,
    kOpen,
    kClose,
    kNot,
    kSentenceBegin,
    kSentenceEnd,
    kTouching,
    kMatch
  };
  Op op = Op::kMatch;
  std::uint32_t a = 0;  // kToken: test; kSplit: first way; kJump, kNot: target; kOpen: name
  std::uint32_t b = 0;  // kSplit: second way
};
using Op = Instruction::Op;

bool passes(const TokenTest& test, const RuleToken& token) {
  if (test.classes.has_any(token.classes)) return true;
  if ((test.shapes >> static_cast<unsigned>(token.shape) & 1U) != 0) return true;
  if (test.terms.size() <= 4) return std::ranges::find(test.terms, token.term) != test.terms.end();
  return std::ranges::binary_search(test.terms, token.term);
}

// Which patterns can begin with a token: one bit each, in the order of the rules.
constexpr std::size_t kMaxPatterns = 512;
using PatternBits = std::array<std::uint64_t, kMaxPatterns / 64>;

void set_bit(PatternBits& bits, std::size_t pattern) { bits[pattern / 64] |= 1ULL << (pattern % 64); }

}  // namespace

struct RuleSet::Program {
  struct Pattern {
    std::uint32_t rule = 0, start = 0;
    // What the second token of a match can be; most walks would end there, so it is looked at before them.
    TokenTest second;
    bool may_be_one_token = false;
    [[nodiscard]] bool may_go_on(std::span<const RuleToken> tokens, std::uint32_t position, TokenSpan sentence) const {
      return may_be_one_token || (position + 1 < sentence.end && passes(second, tokens[position + 1]));
    }
  };
  std::vector<Rule> rules;
  std::vector<Pattern> patterns;
  std::vector<Instruction> code;
  std::vector<TokenTest> tests;
  std::deque<std::string> names;  // of captures; a deque, because views of them must stay

  std::vector<std::uint16_t> trigger_of_term;  // index into term_triggers, 0: none
  std::vector<PatternBits> term_triggers{PatternBits{}};
  std::vector<Pattern> term_patterns{Pattern{}};  // of each what may follow, over all its patterns
  std::array<PatternBits, kClassCount> class_triggers{};
  std::array<PatternBits, kShapeCount> shape_triggers{};
  WordClasses triggering_classes;
  std::uint32_t triggering_shapes = 0;

  void add(ParsedRule parsed);
  void look_ahead(Pattern& pattern) const;
  void collect_steps(std::uint32_t pc, std::vector<bool>& seen, std::vector<std::uint32_t>& steps) const;
  void emit(const RuleNode& node);
  std::uint32_t name_index(const std::string& name);
  bool add_triggers(const RuleNode& node, std::size_t pattern);
  void add_trigger(const TokenTest& test, std::size_t pattern);
  [[nodiscard]] bool candidates(std::span<const RuleToken> tokens, std::uint32_t position, TokenSpan sentence,
                                PatternBits& out) const;
};

void RuleSet::Program::add(ParsedRule parsed) {
  for (const RuleNode& node : parsed.patterns) {
    const std::size_t pattern = patterns.size();
    patterns.push_back({static_cast<std::uint32_t>(rules.size()), static_cast<std::uint32_t>(code.size()), {}, false});
    emit(node);
    code.push_back({Op::kMatch, 0, 0});
    look_ahead(patterns.back());
    add_triggers(node, pattern);
  }
  rules.push_back(std::move(parsed.rule));
}

void RuleSet::Program::look_ahead(Pattern& pattern) const {
  std::vector<std::uint32_t> first, second;
  std::vector<bool> seen(code.size());
  collect_steps(pattern.start, seen, first);
  seen.assign(code.size(), false);
  for (const std::uint32_t step : first) {
    if (code[step].op == Op::kMatch) pattern.may_be_one_token = true;
    if (code[step].op == Op::kToken) collect_steps(step + 1, seen, second);
  }
  for (const std::uint32_t step : second) {
    if (code[step].op == Op::kMatch) pattern.may_be_one_token = true;
    if (code[step].op == Op::kToken) pattern.second.add(tests[code[step].a]);
  }
}

// Adds the steps at which a token is taken, or the match ends, first from `pc` on, whatever the tokens are.
void RuleSet::Program::collect_steps(std::uint32_t pc, std::vector<bool>& seen,
                                     std::vector<std::uint32_t>& steps) const {
  if (seen[pc]) return;
  seen[pc] = true;
  const Instruction& step = code[pc];
  if (step.op == Op::kToken || step.op == Op::kMatch) {
    steps.push_back(pc);
  } else if (step.op == Op::kSplit) {
    collect_steps(step.a, seen, steps);
    collect_steps(step.b, seen, steps);
  } else {
    collect_steps(step.op == Op::kJump || step.op == Op::kNot ? step.a : pc + 1, seen, steps);
  }
}

std::uint32_t RuleSet::Program::name_index(const std::string& name) {
  const auto known = std::ranges::find(names, name);
  if (known != names.end()) return static_cast<std::uint32_t>(known - names.begin());
  names.push_back(name);
  return static_cast<std::uint32_t>(names.size() - 1);
}

void RuleSet::Program::emit(const RuleNode& node) {
  using Kind = RuleNode::Kind;
  const auto here = [&] { return static_cast<std::uint32_t>(code.size()); };
  switch (node.kind) {
    case Kind::kToken:
      code.push_back({Op::kToken, static_cast<std::uint32_t>(tests.size()), 0});
      tests.push_back(node.test);
      break;
    case Kind::kSequence:
      for (const RuleNode& child : node.children) emit(child);
      break;
    case Kind::kChoice: {
      std::vector<std::uint32_t> jumps;
      for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
        const std::uint32_t split = here();
        code.push_back({Op::kSplit, split + 1, 0});
        emit(node.children[i]);
        jumps.push_back(here());
        code.push_back({Op::kJump, 0, 0});
        code[split].b = here();
      }
      emit(node.children.back());
      for (const std::uint32_t jump : jumps) code[jump].a = here();
      break;
    }
    case Kind::kRepeat: {
      const std::uint32_t skip = here();
      if (node.optional) code.push_back({Op::kSplit, skip + 1, 0});
      const std::uint32_t body = here();
      emit(node.children.front());
      if (node.many) code.push_back({Op::kSplit, body, here() + 1});
      if (node.optional) code[skip].b = here();
      break;
    }
    case Kind::kCapture:
      code.push_back({Op::kOpen, name_index(node.capture), 0});
      emit(node.children.front());
      code.push_back({Op::kClose, name_index(node.capture), 0});
      break;
    case Kind::kNot: {
      const std::uint32_t look = here();
      code.push_back({Op::kNot, 0, 0});
      emit(node.children.front());
      code.push_back({Op::kMatch, 0, 0});
      code[look].a = here();
      break;
    }
    case Kind::kTouching:
      code.push_back({Op::kTouching, 0, 0});
      emit(node.children.front());
      break;
    case Kind::kSentenceBegin:
      code.push_back({Op::kSentenceBegin, 0, 0});
      break;
    case Kind::kSentenceEnd:
      code.push_back({Op::kSentenceEnd, 0, 0});
      break;
  }
}

// Adds what the pattern can begin with; true where the node can be passed without a token.
bool RuleSet::Program::add_triggers(const RuleNode& node, std::size_t pattern) {
  using Kind = RuleNode::Kind;
  switch (node.kind) {
    case Kind::kToken:
      add_trigger(node.test, pattern);
      return false;
    case Kind::kSequence:
      return std::ranges::all_of(node.children, [&](const RuleNode& child) { return add_triggers(child, pattern); });
    case Kind::kChoice: {
      bool passed = false;
      for (const RuleNode& child : node.children) passed |= add_triggers(child, pattern);
      return passed;
    }
    case Kind::kRepeat:
      return add_triggers(node.children.front(), pattern) || node.optional;
    case Kind::kCapture:
    case Kind::kTouching:
      return add_triggers(node.children.front(), pattern);
    case Kind::kNot:
    case Kind::kSentenceBegin:
    case Kind::kSentenceEnd:
      return true;
  }
  return true;
}

void RuleSet::Program::add_trigger(const TokenTest& test, std::size_t pattern) {
  for (const TermId term : test.terms) {
    if (trigger_of_term.size() <= term) trigger_of_term.resize(term + 1, 0);
    if (trigger_of_term[term] == 0) {
      trigger_of_term[term] = static_cast<std::uint16_t>(term_triggers.size());
      term_triggers.emplace_back();
      term_patterns.emplace_back();
    }
    Pattern& all = term_patterns[trigger_of_term[term]];
    all.second.add(patterns[pattern].second);
    all.may_be_one_token |= patterns[pattern].may_be_one_token;
    set_bit(term_triggers[trigger_of_term[term]], pattern);
  }
  for (std::size_t c = 0; c < kClassCount; ++c) {
    if (test.classes.has(static_cast<WordClass>(c))) set_bit(class_triggers[c], pattern);
  }
  for (std::size_t s = 0; s < kShapeCount; ++s) {
    if ((test.shapes >> s & 1U) != 0) set_bit(shape_triggers[s], pattern);
  }
  triggering_classes |= test.classes;
  triggering_shapes |= test.shapes;
}

bool RuleSet::Program::candidates(std::span<const RuleToken> tokens, std::uint32_t position, TokenSpan sentence,
                                  PatternBits& out) const {
  const RuleToken& token = tokens[position];
  const bool by_term = token.term < trigger_of_term.size() && trigger_of_term[token.term] != 0;
  const bool by_class = token.classes.has_any(triggering_classes);
  const bool by_shape = (triggering_shapes >> static_cast<unsigned>(token.shape) & 1U) != 0;
  if (!by_class && !by_shape &&
      (!by_term || !term_patterns[trigger_of_term[token.term]].may_go_on(tokens, position, sentence))) {
    return false;
  }
  out = {};
  const std::size_t used = (patterns.size() + 63) / 64;
  const auto join = [&](const PatternBits& bits) {
    for (std::size_t i = 0; i < used; ++i) out[i] |= bits[i];
  };
  if (by_term) join(term_triggers[trigger_of_term[token.term]]);
  for (std::uint64_t left = token.classes.bits() & triggering_classes.bits(); left != 0; left &= left - 1) {
    join(class_triggers[static_cast<std::size_t>(std::countr_zero(left))]);
  }
  if (by_shape) join(shape_triggers[static_cast<std::size_t>(token.shape)]);
  return true;
}

namespace {

// Walks one pattern from one position, all ways, and keeps the longest.
class Matcher {
 public:
  struct Capture {
    std::uint32_t name, begin, end;
  };
  Matcher(const std::vector<Instruction>& code, const std::vector<TokenTest>& tests, std::span<const RuleToken> tokens,
          TokenSpan sentence)
      : code_(code), tests_(tests), tokens_(tokens), sentence_(sentence) {}

  // True when a longer match than before was found.
  bool run(std::uint32_t start, std::uint32_t position) {
    improved_ = false;
    steps_ = 0;
    captures_.count = 0;
    walk(start, position);
    return improved_;
  }
  [[nodiscard]] std::uint32_t best_end() const { return best_end_; }
  [[nodiscard]] std::span<const Capture> best_captures() const {
    return std::span<const Capture>(best_captures_.items).first(best_captures_.count);
  }

 private:
  // In place, because a matcher is made for every token that may begin a match.
  struct Captures {
    std::uint32_t count = 0;
    std::array<Capture, kMaxCaptures> items;
    bool push(Capture capture) {
      if (count == kMaxCaptures) return false;
      items[count++] = capture;
      return true;
    }
  };

  void walk(std::uint32_t pc, std::uint32_t position);
  // False for a way that ends at its first step.
  [[nodiscard]] bool may_take(const Instruction& step, std::uint32_t position) const {
    return step.op != Op::kToken || (position < sentence_.end && passes(tests_[step.a], tokens_[position]));
  }
  void found(std::uint32_t end) {
    if (matched_ && end <= best_end_) return;
    matched_ = true;
    best_end_ = end;
    best_captures_.count = captures_.count;
    std::copy_n(captures_.items.begin(), captures_.count, best_captures_.items.begin());
    improved_ = true;
  }
  [[nodiscard]] bool holds_at(std::uint32_t pc, std::uint32_t position) const {
    return Matcher(code_, tests_, tokens_, sentence_).run(pc, position);
  }

  const std::vector<Instruction>& code_;
  const std::vector<TokenTest>& tests_;
  std::span<const RuleToken> tokens_;
  TokenSpan sentence_;
  int steps_ = 0;
  std::uint32_t best_end_ = 0;
  bool matched_ = false, improved_ = false;
  Captures captures_, best_captures_;
};

void Matcher::walk(std::uint32_t pc, std::uint32_t position) {
  const std::uint32_t taken = captures_.count;
  for (;; ++pc) {
    if (++steps_ > kStepLimit) break;
    const Instruction& step = code_[pc];
    if (step.op == Op::kMatch) {
      found(position);
      break;
    }
    if (step.op == Op::kToken) {
      if (position >= sentence_.end || !passes(tests_[step.a], tokens_[position])) break;
      ++position;
    } else if (step.op == Op::kSplit) {
      if (may_take(code_[step.a], position)) walk(step.a, position);
      pc = step.b - 1;
    } else if (step.op == Op::kJump) {
      pc = step.a - 1;
    } else if (step.op == Op::kOpen) {
      if (!captures_.push({step.a, position, position})) break;
    } else if (step.op == Op::kClose) {
      std::uint32_t open = captures_.count - 1;
      while (captures_.items[open].name != step.a) --open;
      if (!captures_.push({step.a, captures_.items[open].begin, position})) break;
    } else if (step.op == Op::kNot) {
      if (holds_at(pc + 1, position)) break;
      pc = step.a - 1;
    } else if (step.op == Op::kSentenceBegin) {
      if (position != sentence_.begin) break;
    } else if (step.op == Op::kSentenceEnd) {
      if (position != sentence_.end) break;
    } else if (position >= sentence_.end || tokens_[position].space_before) {  // kTouching
      break;
    }
  }
  captures_.count = taken;
}

}  // namespace

TokenSpan RuleMatch::capture(std::string_view name) const {
  const auto found =
      std::find_if(captures.rbegin(), captures.rend(), [&](const RuleCapture& c) { return c.name == name; });
  return found == captures.rend() ? TokenSpan{} : found->tokens;
}

std::string_view Rule::field(std::string_view key) const {
  const auto found = std::ranges::find(fields, key, [](const auto& field) { return std::string_view(field.first); });
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

RuleSet::RuleSet() : program_(std::make_unique<Program>()) {}
RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

RuleSet RuleSet::compile(std::string_view file_text, Lexicon& lexicon, std::vector<std::string>& problems) {
  RuleSet set;
  for (ParsedRule& parsed : parse_rules(file_text, lexicon, problems)) {
    if (set.program_->patterns.size() + parsed.patterns.size() > kMaxPatterns) {
      problems.push_back("rule " + parsed.rule.name + ": more than " + std::to_string(kMaxPatterns) + " patterns");
      break;
    }
    set.program_->add(std::move(parsed));
  }
  return set;
}

const std::vector<Rule>& RuleSet::rules() const { return program_->rules; }

bool RuleSet::match_at(std::span<const RuleToken> tokens, std::uint32_t position, TokenSpan sentence,
                       RuleMatch& out) const {
  PatternBits bits;
  if (!program_->candidates(tokens, position, sentence, bits)) return false;
  Matcher matcher(program_->code, program_->tests, tokens, sentence);
  const Program::Pattern* best = nullptr;
  for (std::size_t block = 0; block < bits.size(); ++block) {
    for (std::uint64_t left = bits[block]; left != 0; left &= left - 1) {
      const Program::Pattern& pattern =
          program_->patterns[block * 64 + static_cast<std::size_t>(std::countr_zero(left))];
      if (!pattern.may_go_on(tokens, position, sentence)) continue;
      if (matcher.run(pattern.start, position)) best = &pattern;
    }
  }
  if (best == nullptr) return false;
  out.rule = best->rule;
  out.tokens = {position, matcher.best_end()};
  out.captures.clear();
  for (const Matcher::Capture& capture : matcher.best_captures()) {
    if (capture.begin == capture.end) continue;
    out.captures.push_back({program_->names[capture.name], {capture.begin, capture.end}});
  }
  return true;
}

std::vector<RuleMatch> RuleSet::match_all(std::span<const RuleToken> tokens, TokenSpan sentence) const {
  std::vector<RuleMatch> matches;
  RuleMatch match;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    if (match_at(tokens, at, sentence, match)) {
      at = match.tokens.end;
      matches.push_back(match);
    } else {
      ++at;
    }
  }
  return matches;
}

}  // namespace newsloupe
