#include "core/present/pattern_words.h"

#include <vector>

namespace newsloupe {
namespace {

// Reads the pattern from left to right; gives up, for all of it, at the first part it has no words for.
class Reader {
 public:
  explicit Reader(std::string_view regex) : rest_(regex) {}

  std::string all() {
    std::string words = alternatives();
    return known_ && rest_.empty() ? words : "";
  }

 private:
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }

  std::string alternatives() {
    std::string words = sequence();
    while (known_ && at('|')) {
      rest_.remove_prefix(1);
      words += " or " + sequence();
    }
    return words;
  }

  std::string sequence() {
    std::vector<std::string> parts;
    std::string letters;
    const auto end_letters = [&] {
      if (!letters.empty()) parts.push_back("“" + letters + "”");
      letters.clear();
    };
    while (known_ && !rest_.empty() && !at('|') && !at(')')) {
      const std::string_view before = rest_;
      std::string word, literal;
      part(word, literal);
      const std::string often = repetition();
      if (word.empty() && often.empty()) {
        letters += literal;
        continue;
      }
      // "ab+": the repetition is of the last letter alone.
      end_letters();
      if (word.empty()) word = "“" + literal + "”";
      parts.push_back(often.empty() ? word : often + word);
      known_ = known_ && rest_.size() < before.size();
    }
    end_letters();
    std::string words;
    for (const std::string& one : parts) words += (words.empty() ? "" : ", then ") + one;
    known_ = known_ && !words.empty();
    return words;
  }

  // One thing: a letter that stands for itself, or words for what it stands for.
  void part(std::string& word, std::string& literal) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '(') {
      word = group();
    } else if (c == '[') {
      word = set();
    } else if (c == '.') {
      word = "any character";
    } else if (c == '\\') {
      escape(word, literal);
    } else if (c == '^' || c == '$') {
      word = c == '^' ? "the beginning of a paragraph" : "the end of a paragraph";
    } else {
      literal = c;
    }
  }

  std::string group() {
    if (rest_.starts_with("?:")) {
      rest_.remove_prefix(2);
    } else if (at('?')) {
      known_ = false;
      return {};
    }
    std::string words = alternatives();
    if (!at(')')) {
      known_ = false;
    } else {
      rest_.remove_prefix(1);
    }
    return words;
  }

  std::string set() {
    const std::size_t end = rest_.find(']', 1);
    if (end == std::string_view::npos || rest_.substr(0, end).find_first_of("\\[") != std::string_view::npos) {
      known_ = false;
      return {};
    }
    const std::string_view inside = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (inside.starts_with('^')) return "a character other than " + std::string(inside.substr(1));
    return "one of " + std::string(inside);
  }

  void escape(std::string& word, std::string& literal) {
    const char c = rest_.empty() ? '\0' : rest_.front();
    if (!rest_.empty()) rest_.remove_prefix(1);
    struct Escape {
      char letter;
      std::string_view words;
    };
    constexpr Escape kEscapes[] = {{'s', "white space"}, {'S', "a character that is no white space"},
                                   {'w', "a letter"},    {'d', "a digit"},
                                   {'D', "no digit"},    {'b', "the edge of a word"}};
    for (const Escape& escape : kEscapes) {
      if (escape.letter == c) word = escape.words;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\0';
    if (word.empty() && letter) known_ = false;
    if (word.empty()) literal = c;
  }

  // "once or more: "; nothing where a part stands once.
  std::string repetition() {
    if (rest_.empty()) return {};
    std::string words;
    const char c = rest_.front();
    if (c == '+') words = "once or more: ";
    if (c == '*') words = "any number of times: ";
    if (c == '?') words = "perhaps: ";
    if (c == '{') {
      const std::size_t end = rest_.find('}');
      if (end == std::string_view::npos) return {};
      words = std::string(rest_.substr(1, end - 1)) + " times: ";
      rest_.remove_prefix(end);
    }
    if (words.empty()) return {};
    rest_.remove_prefix(1);
    if (at('?')) rest_.remove_prefix(1);  // as few as possible: what is found is the same place
    return words;
  }

  std::string_view rest_;
  bool known_ = true;
};

}  // namespace

std::string pattern_words(std::string_view regex) { return Reader(regex).all(); }

}  // namespace newsloupe
