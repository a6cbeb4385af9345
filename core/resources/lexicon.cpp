#include "core/resources/lexicon.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/resources/token_scanner.h"

namespace newsloupe {
namespace {

// The parts of `line` between tab characters.
std::vector<std::string_view> split_columns(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
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

TermId Lexicon::intern(std::string_view folded) {
  const std::uint32_t hash = word_hash(folded);
  if (const TermId known = find(folded, hash); known != 0) return known;
  if (words_.size() * 2 >= slots_.size()) grow_table();
  const auto term = static_cast<TermId>(words_.size());
  words_.emplace_back(folded);
  hashes_.push_back(hash);
  classes_.emplace_back();
  phrase_heads_.push_back(false);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  slots_[slot] = term;
  return term;
}

void Lexicon::grow_table() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (TermId term = 1; term < words_.size(); ++term) {
    std::size_t slot = hashes_[term] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = term;
  }
}

TermId Lexicon::find(std::string_view folded, std::uint32_t hash) const {
  if (slots_.empty()) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const TermId term = slots_[slot];
    if (hashes_[term] == hash && words_[term] == folded) return term;
  }
  return 0;
}

std::vector<std::string> Lexicon::load(WordClass c, std::string_view file_text) {
  std::vector<std::string> problems;
  for (int line_number = 1; !file_text.empty(); ++line_number) {
    const std::size_t newline = file_text.find('\n');
    std::string_view line = file_text.substr(0, newline);
    file_text.remove_prefix(newline == std::string_view::npos ? file_text.size() : newline + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> columns = split_columns(line);
    LexiconEntry entry;
    TokenScanner scanner(columns[0], {0, static_cast<std::uint32_t>(columns[0].size())}, nullptr);
    for (ScannedToken token; scanner.next(token);) entry.terms.push_back(intern(token.folded));
    if (entry.terms.empty() || !is_valid_utf8(line)) {
      problems.push_back("line " + std::to_string(line_number) + ": no word in \"" + std::string(line) + '"');
      continue;
    }
    entry.columns.assign(columns.begin() + 1, columns.end());
    add(c, std::move(entry));
  }
  return problems;
}

void Lexicon::add(WordClass c, LexiconEntry entry) {
  const TermId first = entry.terms.front();
  if (entry.terms.size() == 1) {
    classes_[first] |= c;
  } else {
    phrase_heads_[first] = true;
  }
  std::vector<LexiconEntry>& siblings = entries_[{c, first}];
  const auto shorter = std::ranges::find_if(
      siblings, [&](const LexiconEntry& other) { return other.terms.size() < entry.terms.size(); });
  siblings.insert(shorter, std::move(entry));
}

const LexiconEntry* Lexicon::entry(WordClass c, TermId term) const {
  if (!classes(term).has(c)) return nullptr;
  const std::vector<LexiconEntry>& siblings = entries_.at({c, term});
  const auto single = std::ranges::find_if(siblings, [](const LexiconEntry& e) { return e.terms.size() == 1; });
  return single == siblings.end() ? nullptr : &*single;
}

PhraseMatch Lexicon::match(WordClass c, std::span<const TermId> terms) const {
  if (terms.empty() || !(classes(terms[0]).has(c) || begins_phrase(terms[0]))) return {};
  const auto siblings = entries_.find({c, terms[0]});
  if (siblings == entries_.end()) return {};
  for (const LexiconEntry& candidate : siblings->second) {
    if (candidate.terms.size() <= terms.size() &&
        std::ranges::equal(candidate.terms, terms.first(candidate.terms.size()))) {
      return {&candidate, static_cast<std::uint32_t>(candidate.terms.size())};
    }
  }
  return {};
}

}  // namespace newsloupe
