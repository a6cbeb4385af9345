#include "core/resources/rule_syntax.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/base/sorting.h"
#include "core/resources/token_scanner.h"

namespace newsloupe {
namespace {

using Kind = RuleNode::Kind;

// Names of word classes in rules, in the order of the enumeration.
constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::kCount)> kClassNames = {
    "MONTH",
    "WEEKDAY",
    "NUMBER_WORD",
    "MAGNITUDE",
    "ORDINAL_WORD",
    "UNIT",
    "CURRENCY_WORD",
    "TIME_UNIT",
    "SEASON",
    "APPROXIMATOR",
    "HONORIFIC",
    "OFFICE",
    "PARTICLE",
    "GIVEN_NAME",
    "ORGANIZATION_SUFFIX",
    "ORGANIZATION_HEAD",
    "PLACE",
    "COUNTRY",
    "DEMONYM",
    "REPORTING_VERB",
    "REPORTING_NOUN",
    "HEDGE",
    "ANONYMOUS_SOURCE",
    "PRONOUN",
    "DETERMINER",
    "PREPOSITION",
    "CONJUNCTION",
    "AUXILIARY",
    "NEGATION",
    "STOP_WORD",
    "ABBREVIATION",
    "EVENT_TRIGGER",
    "AGENCY",
    "OUTLET",
    "BOILERPLATE_WORD",
    "COMMON_NOUN",
    "FAMILY_NAME",
    "PROGRAM_HEAD",
    "EVENT_HEAD",
    "PLACE_HEAD",
    "GROUP_NOUN",
    "DIRECTION",
    "RELATIVE",
    "PERSON_NOUN",
    "COMMON_WORD",
    "ORGANIZATION_NAME",
    "NAME_CUE",
    "PAST_FORM",
    "NICKNAME",
    "PALEWORD",
    "PALEHEAD",
    "DAY_NUMBER",
    "YEAR_NUMBER",
    "CLOCK_NUMBER",
    "ORDINAL_NUMBER",
    "DECADE_NUMBER",
    "BYLINE_WORD",
    "LANGUAGE_WORD"};
static_assert(!kClassNames.back().empty(), "every word class has a name in rules");

constexpr std::array<std::string_view, 9> kShapeNames = {"LOWER",  "CAPITALIZED",  "ALLCAPS", "MIXED", "INITIAL",
                                                         "NUMBER", "ALPHANUMERIC", "PUNCT",   "OTHER"};
constexpr std::uint32_t kAllShapes = (1U << kShapeNames.size()) - 1;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_name_char(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }
bool is_delimiter(char c) { return std::string_view(" \t()|?*+~!^$\":").find(c) != std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

RuleNode single(Kind kind, RuleNode child) {
  RuleNode node;
  node.kind = kind;
  node.children.push_back(std::move(child));
  return node;
}

// Reads one sequence. The first fault ends the reading and is kept in error().
class SequenceParser {
 public:
  SequenceParser(std::string_view text, Lexicon& lexicon, const std::map<std::string, RuleNode, std::less<>>& macros)
      : text_(text), lexicon_(lexicon), macros_(macros) {}

  RuleNode parse() {
    RuleNode node = choice();
    if (error_.empty() && at_ < text_.size()) error_ = "unexpected '" + std::string(1, text_[at_]) + "'";
    return node;
  }
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  RuleNode fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    at_ = text_.size();
    return {};
  }

  RuleNode choice();
  RuleNode sequence();
  RuleNode repeated();
  RuleNode element();
  RuleNode quoted();
  RuleNode word();
  RuleNode literal(std::string_view words);
  RuleNode named(std::string_view name);

  std::string_view text_;
  Lexicon& lexicon_;
  const std::map<std::string, RuleNode, std::less<>>& macros_;
  std::size_t at_ = 0;
  std::string error_;
};

RuleNode SequenceParser::choice() {
  RuleNode node;
  node.kind = Kind::kChoice;
  do {
    RuleNode child = sequence();
    // Neighbouring single tokens are one test: a set of words costs one look-up instead of a branch for each.
    const bool joins =
        child.kind == Kind::kToken && !node.children.empty() && node.children.back().kind == Kind::kToken;
    if (joins) {
      node.children.back().test.add(child.test);
    } else {
      node.children.push_back(std::move(child));
    }
    skip_space();
  } while (take('|'));
  return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

RuleNode SequenceParser::sequence() {
  RuleNode node;
  for (skip_space(); at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')'; skip_space()) {
    node.children.push_back(repeated());
  }
  if (node.children.empty()) return fail("empty sequence");
  return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

RuleNode SequenceParser::repeated() {
  RuleNode node = element();
  if (at_ >= text_.size()) return node;
  const bool optional = text_[at_] == '?' || text_[at_] == '*', many = text_[at_] == '*' || text_[at_] == '+';
  if (!optional && !many) return node;
  ++at_;
  if (many && node.nullable()) return fail("repeats what can be empty");
  RuleNode repeat = single(Kind::kRepeat, std::move(node));
  repeat.optional = optional;
  repeat.many = many;
  return repeat;
}

RuleNode SequenceParser::element() {
  skip_space();
  RuleNode node;
  if (take('^')) {
    node.kind = Kind::kSentenceBegin;
    return node;
  }
  if (take('$')) {
    node.kind = Kind::kSentenceEnd;
    return node;
  }
  if (take('~')) return single(Kind::kTouching, element());
  if (take('!')) return single(Kind::kNot, element());
  if (take('(')) {
    node = choice();
    return take(')') ? node : fail("missing )");
  }
  if (at_ < text_.size() && text_[at_] == '"') return quoted();
  return word();
}

RuleNode SequenceParser::quoted() {
  const std::size_t end = text_.find('"', at_ + 1);
  // The quotation mark itself is written """.
  const bool mark = text_.substr(at_).starts_with("\"\"\"");
  if (end == std::string_view::npos) return fail("missing \"");
  const std::string_view content = mark ? "\"" : text_.substr(at_ + 1, end - at_ - 1);
  at_ = mark ? at_ + 3 : end + 1;
  return literal(content);
}

RuleNode SequenceParser::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_delimiter(text_[at_])) ++at_;
  const std::string_view text = text_.substr(begin, at_ - begin);
  if (text.empty())
    return fail(at_ < text_.size() ? "unexpected '" + std::string(1, text_[at_]) + "'" : "an element is missing");
  if (take(':')) {
    RuleNode node = single(Kind::kCapture, element());
    node.capture = std::string(text);
    return node;
  }
  return is_upper(text[0]) && std::ranges::all_of(text, is_name_char) ? named(text) : literal(text);
}

RuleNode SequenceParser::literal(std::string_view words) {
  RuleNode node;
  TokenScanner scanner(words, {0, static_cast<std::uint32_t>(words.size())}, nullptr);
  for (ScannedToken scanned; scanner.next(scanned);) {
    RuleNode token;
    token.kind = Kind::kToken;
    token.test.terms = {lexicon_.intern(scanned.folded)};
    node.children.push_back(std::move(token));
  }
  if (node.children.empty()) return fail("no word in \"" + std::string(words) + "\"");
  return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

RuleNode SequenceParser::named(std::string_view name) {
  if (const auto macro = macros_.find(name); macro != macros_.end()) return macro->second;
  RuleNode token;
  token.kind = Kind::kToken;
  if (const auto c = std::ranges::find(kClassNames, name); c != kClassNames.end()) {
    token.test.classes = static_cast<WordClass>(c - kClassNames.begin());
  } else if (const auto s = std::ranges::find(kShapeNames, name); s != kShapeNames.end()) {
    token.test.shapes = 1U << (s - kShapeNames.begin());
  } else if (name == "ANY") {
    token.test.shapes = kAllShapes;
  } else {
    return fail("unknown class " + std::string(name));
  }
  return token;
}

// Reads a file line by line.
class FileParser {
 public:
  FileParser(Lexicon& lexicon, std::vector<std::string>& problems) : lexicon_(lexicon), problems_(problems) {}

  void read_line(std::string_view line) {
    ++line_;
    line = trimmed(line);
    if (line.empty() || line.front() == '#') return;
    const std::size_t gap = std::min(line.find(' '), line.size());
    const std::string_view key = line.substr(0, gap), rest = trimmed(line.substr(gap));
    if (key == "macro") return read_macro(rest);
    if (key == "rule") return open_rule(rest);
    if (rules_.empty()) return complain("a line outside of any rule");
    if (key == "match") return read_match(rest);
    if (key == "+" || key == "-") return read_example(key == "+", rest);
    rules_.back().rule.fields.emplace_back(key, rest);
  }

  std::vector<ParsedRule> take_rules() {
    std::erase_if(rules_, [&](const ParsedRule& rule) {
      if (rule.patterns.empty()) problems_.push_back("rule " + rule.rule.name + ": nothing to match");
      return rule.patterns.empty();
    });
    return std::move(rules_);
  }

 private:
  void complain(const std::string& message) { problems_.push_back("line " + std::to_string(line_) + ": " + message); }
  std::optional<RuleNode> parsed(std::string_view sequence) {
    SequenceParser parser(sequence, lexicon_, macros_);
    RuleNode node = parser.parse();
    if (parser.error().empty()) return node;
    complain(parser.error());
    return std::nullopt;
  }
  void read_macro(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return complain("macro NAME = ...");
    if (auto node = parsed(trimmed(text.substr(equals + 1)))) {
      macros_.insert_or_assign(std::string(trimmed(text.substr(0, equals))), std::move(*node));
    }
  }
  void open_rule(std::string_view name) {
    rules_.emplace_back();
    rules_.back().rule.name = std::string(name);
  }
  void read_match(std::string_view sequence) {
    auto node = parsed(sequence);
    if (node && node->nullable()) return complain("matches without taking a token");
    if (node) rules_.back().patterns.push_back(std::move(*node));
  }
  void read_example(bool positive, std::string_view text) {
    RuleExample example;
    example.positive = positive;
    example.line = line_;
    if (positive) {
      const std::size_t arrow = text.rfind("->");
      const std::string_view expected = arrow == std::string_view::npos ? "" : trimmed(text.substr(arrow + 2));
      if (expected.size() < 2 || expected.front() != '"' || expected.back() != '"') {
        return complain("an example that shall match ends in -> \"what is matched\"");
      }
      example.expected = std::string(expected.substr(1, expected.size() - 2));
      text = trimmed(text.substr(0, arrow));
    }
    example.text = std::string(text);
    rules_.back().rule.examples.push_back(std::move(example));
  }

  Lexicon& lexicon_;
  std::vector<std::string>& problems_;
  std::map<std::string, RuleNode, std::less<>> macros_;
  std::vector<ParsedRule> rules_;
  int line_ = 0;
};

}  // namespace

void TokenTest::add(const TokenTest& other) {
  if (!std::ranges::includes(terms, other.terms)) {
    terms.insert(terms.end(), other.terms.begin(), other.terms.end());
    sort_items(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());  // clang 14 has no std::ranges::unique
  }
  classes |= other.classes;
  shapes |= other.shapes;
}

bool RuleNode::nullable() const {
  switch (kind) {
    case Kind::kToken:
      return false;
    case Kind::kSequence:
      return std::ranges::all_of(children, &RuleNode::nullable);
    case Kind::kChoice:
      return std::ranges::any_of(children, &RuleNode::nullable);
    case Kind::kRepeat:
      return optional || children.front().nullable();
    case Kind::kCapture:
    case Kind::kTouching:
      return children.front().nullable();
    case Kind::kNot:
    case Kind::kSentenceBegin:
    case Kind::kSentenceEnd:
      return true;
  }
  return true;
}

std::vector<ParsedRule> parse_rules(std::string_view file_text, Lexicon& lexicon, std::vector<std::string>& problems) {
  FileParser parser(lexicon, problems);
  while (!file_text.empty()) {
    const std::size_t newline = std::min(file_text.find('\n'), file_text.size());
    parser.read_line(file_text.substr(0, newline));
    file_text.remove_prefix(std::min(newline + 1, file_text.size()));
  }
  return parser.take_rules();
}

}  // namespace newsloupe
