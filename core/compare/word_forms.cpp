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

}  // namespace newsloupe
