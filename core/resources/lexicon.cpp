#include "core/resources/lexicon.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "core/base/utf8.h"
#include "core/resources/token_scanner.h"

namespace newsloupe {
namespace {

// Puts the parts of `line` between tab characters into `columns`.
void split_columns(std::string_view line, std::vector<std::string_view>& columns) {
  columns.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string folded = case_folded(word);
  static constexpr std::string_view kTypographic[] = {"\xE2\x80\x99", "\xCA\xBC"};  // U+2019, U+02BC
  for (const std::string_view mark : kTypographic) {
    for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark, at + 1)) {
      folded.replace(at, mark.size(), "'");
    }
  }
  return folded;
}

std::string_view Lexicon::kept(std::string_view text) {
  auto* const place = static_cast<char*>(memory_->allocate(text.size(), 1));
  std::ranges::copy(text, place);
  return {place, text.size()};
}

template <class T>
std::span<const T> Lexicon::kept(const std::vector<T>& items) {
  if (items.empty()) return {};
  auto* const place = static_cast<T*>(memory_->allocate(items.size() * sizeof(T), alignof(T)));
  std::ranges::uninitialized_copy(items, std::span<T>(place, items.size()));
  return {place, items.size()};
}

int first_number(const LexiconEntry& entry) {
  int number = 0;
  if (!entry.columns.empty())
    std::from_chars(entry.columns[0].data(), entry.columns[0].data() + entry.columns[0].size(), number);
  return number;
}

TermId Lexicon::intern(std::string_view folded) {
  const std::uint32_t hash = word_hash(folded);
  if (const TermId known = find(folded, hash); known != 0) return known;
  if (words_.size() * 2 >= slots_.size()) grow_table();
  const auto term = static_cast<TermId>(words_.size());
  words_.push_back({kept(folded), {}, {}, kNone, kNone});
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].term != 0) slot = (slot + 1) & mask;
  slots_[slot] = {hash, term};
  return term;
}

void Lexicon::grow_table() {
  std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& taken : old) {
    if (taken.term == 0) continue;
    std::size_t slot = taken.hash & mask;
    while (slots_[slot].term != 0) slot = (slot + 1) & mask;
    slots_[slot] = taken;
  }
}

TermId Lexicon::find(std::string_view folded, std::uint32_t hash) const {
  if (slots_.empty()) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot].term != 0; slot = (slot + 1) & mask) {
    if (slots_[slot].hash == hash && words_[slots_[slot].term].text == folded) return slots_[slot].term;
  }
  return 0;
}

std::vector<std::string> Lexicon::load(WordClass c, std::string_view file_text) {
  std::vector<std::string> problems;
  std::string_view rest = kept(file_text);
  std::vector<std::string_view> columns, shared;
  std::vector<TermId> terms;
  for (int line_number = 1; !rest.empty(); ++line_number) {
    const std::size_t newline = rest.find('\n');
    std::string_view line = rest.substr(0, newline);
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '@') {
      split_columns(line.substr(1), shared);
      continue;
    }
    split_columns(line, columns);
    terms.clear();
    TokenScanner scanner(columns[0], {0, static_cast<std::uint32_t>(columns[0].size())}, nullptr);
    for (ScannedToken token; scanner.next(token);) terms.push_back(intern(token.folded));
    if (terms.empty() || !is_valid_utf8(line)) {
      problems.push_back("line " + std::to_string(line_number) + ": no word in \"" + std::string(line) + '"');
      continue;
    }
    const bool capitals = std::ranges::none_of(columns[0], [](char letter) { return letter >= 'a' && letter <= 'z'; });
    columns.erase(columns.begin());
    columns.insert(columns.end(), shared.begin(), shared.end());
    add(c, {kept(terms), kept(columns), capitals});
  }
  return problems;
}

void Lexicon::add(WordClass c, const LexiconEntry& entry) {
  Word& head = words_[entry.terms.front()];
  const bool phrase = entry.terms.size() > 1;
  (phrase ? head.phrase_classes : head.classes) |= c;
  const auto index = static_cast<std::uint32_t>(listed_.size());
  listed_.push_back({entry, c, kNone});
  std::uint32_t* link = phrase ? &head.phrases : &head.entries;
  while (*link != kNone && listed_[*link].entry.terms.size() >= entry.terms.size()) link = &listed_[*link].next;
  listed_[index].next = std::exchange(*link, index);
}

const LexiconEntry* Lexicon::entry(WordClass c, TermId term) const {
  if (!classes(term).has(c)) return nullptr;
  std::uint32_t at = words_[term].entries;
  while (listed_[at].word_class != c) at = listed_[at].next;
  return &listed_[at].entry;
}

PhraseMatch Lexicon::match(WordClass c, std::span<const TermId> terms) const {
  if (terms.empty() || !begins(c, terms[0])) return {};
  const Word& head = words_[terms[0]];
  if (head.phrase_classes.has(c)) {
    for (std::uint32_t at = head.phrases; at != kNone; at = listed_[at].next) {
      const std::span<const TermId> phrase = listed_[at].entry.terms;
      if (listed_[at].word_class == c && phrase.size() <= terms.size() &&
          std::ranges::equal(phrase, terms.first(phrase.size()))) {
        return {&listed_[at].entry, static_cast<std::uint32_t>(phrase.size())};
      }
    }
  }
  const LexiconEntry* word = entry(c, terms[0]);
  return {word, word == nullptr ? 0U : 1U};
}

}  // namespace newsloupe
