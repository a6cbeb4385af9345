#include "core/compare/word_forms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newsloupe {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view word) { return std::any_of(word.begin(), word.end(), is_vowel); }

bool is_plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void cut(std::string& word, std::size_t count) { word.resize(word.size() - count); }

void cut_plural(std::string& word) {
  if (word.size() < 4 || !word.ends_with('s')) return;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
  if (word.size() > 4 && word.ends_with("ies")) {
    cut(word, 3);
    word += 'y';
  } else if (word.ends_with("sses") || word.ends_with("xes") || word.ends_with("ches") || word.ends_with("shes")) {
    cut(word, 2);
  } else {
    cut(word, 1);
  }
}

// Removes the second of two equal consonants at the end, except l and s ("stopp", but "kill" and "pass").
void undouble(std::string& word) {
  const std::size_t n = word.size();
  if (n < 3 || word[n - 1] != word[n - 2] || is_vowel(word[n - 1])) return;
  if (word[n - 1] == 'l' || word[n - 1] == 's' || word[n - 1] == 'z') return;
  cut(word, 1);
}

void cut_verb_ending(std::string& word) {
  for (const std::string_view ending : {std::string_view("ing"), std::string_view("ed")}) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
    if (ending == "ed" && word.ends_with("eed")) continue;
    const std::string_view rest = std::string_view(word).substr(0, word.size() - ending.size());
    if (!has_vowel(rest)) continue;
    cut(word, ending.size());
    undouble(word);
    return;
  }
}

void cut_noun_ending(std::string& word) {
  if (word.size() > 7 && word.ends_with("ment")) cut(word, 4);
  if (word.size() > 5 && (word.ends_with("tion") || word.ends_with("sion"))) cut(word, 3);
  if (word.size() > 5 && word.ends_with("ly")) cut(word, 2);
}

// Replaces the first occurrence at or after `from`.
void replace_once(std::string& word, std::string_view what, std::string_view with, std::size_t from = 0) {
  if (const std::size_t at = word.find(what, from); at != std::string::npos) word.replace(at, what.size(), with);
}

// Words whose two spellings follow no rule, one key for both.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kIrregular = {{{"aluminium", "aluminum"},
                                                                                      {"cheque", "check"},
                                                                                      {"grey", "gray"},
                                                                                      {"kerb", "curb"},
                                                                                      {"plough", "plow"},
                                                                                      {"sceptic", "skeptic"},
                                                                                      {"tyre", "tire"},
                                                                                      {"storey", "story"}}};

// Endings in order; the first that fits is replaced.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kEndings = {{{"programme", "program"},
                                                                                     {"programmes", "programs"},
                                                                                     {"isation", "ization"},
                                                                                     {"isations", "izations"},
                                                                                     {"tre", "ter"},
                                                                                     {"tres", "ters"},
                                                                                     {"ogue", "og"},
                                                                                     {"ogues", "ogs"},
                                                                                     {"ence", "ense"},
                                                                                     {"ences", "enses"},
                                                                                     {"yse", "yze"},
                                                                                     {"ysed", "yzed"}}};

void use_z(std::string& word) {
  for (const std::string_view ending : {"ise", "ised", "ises", "ising"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      word[word.size() - ending.size() + 1] = 'z';
      return;
    }
  }
}

void halve_l(std::string& word) {
  for (const std::string_view ending : {"lled", "lling", "ller", "llers"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      word.erase(word.size() - ending.size(), 1);
      return;
    }
  }
}

// Short forms as the tokenizer cuts them, with what they stand for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kContractions = {{{"'d", "had"},
                                                                                          {"'d", "would"},
                                                                                          {"'em", "them"},
                                                                                          {"'ll", "shall"},
                                                                                          {"'ll", "will"},
                                                                                          {"'m", "am"},
                                                                                          {"'re", "are"},
                                                                                          {"'s", "has"},
                                                                                          {"'s", "is"},
                                                                                          {"'ve", "have"}}};

struct NumberWord {
  std::string_view word;
  std::int64_t value;
};
constexpr std::array<NumberWord, 33> kNumberWords = {{{"zero", 0},
                                                      {"one", 1},
                                                      {"two", 2},
                                                      {"three", 3},
                                                      {"four", 4},
                                                      {"five", 5},
                                                      {"six", 6},
                                                      {"seven", 7},
                                                      {"eight", 8},
                                                      {"nine", 9},
                                                      {"ten", 10},
                                                      {"eleven", 11},
                                                      {"twelve", 12},
                                                      {"thirteen", 13},
                                                      {"fourteen", 14},
                                                      {"fifteen", 15},
                                                      {"sixteen", 16},
                                                      {"seventeen", 17},
                                                      {"eighteen", 18},
                                                      {"nineteen", 19},
                                                      {"twenty", 20},
                                                      {"thirty", 30},
                                                      {"forty", 40},
                                                      {"fifty", 50},
                                                      {"sixty", 60},
                                                      {"seventy", 70},
                                                      {"eighty", 80},
                                                      {"ninety", 90},
                                                      {"hundred", 100},
                                                      {"thousand", 1000},
                                                      {"million", 1000000},
                                                      {"billion", 1000000000},
                                                      {"trillion", 1000000000000}}};

const NumberWord* number_word(std::string_view word) {
  const auto found =
      std::find_if(kNumberWords.begin(), kNumberWords.end(), [&](const NumberWord& n) { return n.word == word; });
  return found == kNumberWords.end() ? nullptr : &*found;
}

// Adds up a number as it is read out.
class SpokenNumber {
 public:
  // False where the word is no part of a number.
  bool read(std::string_view word) {
    if (const std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos && !is_digit(word.front())) {
      return read(word.substr(0, hyphen)) && read(word.substr(hyphen + 1));
    }
    if (word == "and") return any_;
    const NumberWord* spoken = number_word(word);
    const bool scale = spoken != nullptr && spoken->value >= 100;
    if (scale && spoken->value == 100) {
      below_ = any_ ? below_ * Decimal(100, 0) : Decimal(100, 0);
    } else if (scale) {
      total_ = total_ + (any_ ? below_ : Decimal(1, 0)) * Decimal(spoken->value, 0);
      below_ = Decimal();
    } else if (spoken != nullptr) {
      below_ = below_ + Decimal(spoken->value, 0);
    } else {
      const std::optional<Decimal> digits = is_digit(word.front()) ? Decimal::parse(word) : std::nullopt;
      if (!digits) return false;
      below_ = below_ + *digits;
    }
    return any_ = true;
  }
  [[nodiscard]] std::optional<Decimal> value() const { return any_ ? std::optional(total_ + below_) : std::nullopt; }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  Decimal total_, below_;
  bool any_ = false;
};

}  // namespace

std::string word_stem(std::string_view folded) {
  std::string word(folded);
  if (word.ends_with("'s")) cut(word, 2);
  if (!is_plain(word)) return word;
  cut_plural(word);
  cut_verb_ending(word);
  cut_noun_ending(word);
  if (word.size() > 4 && word.ends_with('e')) cut(word, 1);
  if (word.size() > 3 && word.ends_with('y')) word.back() = 'i';
  return word;
}

std::string spelling_key(std::string_view folded) {
  std::string word(folded);
  if (!is_plain(word) || word.size() < 4) return word;
  for (const auto& [british, american] : kIrregular) replace_once(word, british, american);
  if (word.size() > 5) replace_once(word, "our", "or", 1);
  for (const auto& [british, american] : kEndings) {
    if (!word.ends_with(british)) continue;
    word.replace(word.size() - british.size(), british.size(), american);
    break;
  }
  use_z(word);
  halve_l(word);
  replace_once(word, "ae", "e");
  return word;
}

bool same_contraction(std::string_view a, std::string_view b) {
  return std::any_of(kContractions.begin(), kContractions.end(), [&](const auto& form) {
    return (form.first == a && form.second == b) || (form.first == b && form.second == a);
  });
}

std::string letters_of(std::span<const std::string_view> words) {
  std::string letters;
  for (std::string_view word : words) {
    const bool negated = word.ends_with("n't");
    if (negated) word.remove_suffix(3);
    if (negated && word == "ca") word = "can";
    if (negated && word == "wo") word = "will";
    for (const char c : word) {
      if (c != '.' && c != '-' && c != '\'') letters += c;
    }
    if (negated) letters += "not";
  }
  return letters;
}

std::optional<Decimal> number_of(std::span<const std::string_view> words) {
  SpokenNumber number;
  for (const std::string_view word : words) {
    if (word.empty() || !number.read(word)) return std::nullopt;
  }
  return number.value();
}

}  // namespace newsloupe
