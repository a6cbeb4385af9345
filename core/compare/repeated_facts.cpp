#include "core/compare/repeated_facts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/ascii.h"

namespace newsloupe {
namespace {

bool is_statement(const Fact& fact) { return fact.kind == FactKind::kEvent && fact.relation == FactRelation::kAgree; }

bool in_one_sentence(const SetWords& words, const Member& a, const Member& b) {
  if (a.article != b.article) return false;
  const ArticleWords& article = words[static_cast<std::uint32_t>(a.article.index())];
  return article.sentence_at(a.span.begin) == article.sentence_at(b.span.begin);
}

// Every member of `fact` stands in a sentence of `other`.
bool stands_within(const SetWords& words, const Fact& fact, const Fact& other) {
  return std::all_of(fact.members.begin(), fact.members.end(), [&](const FactCell& cell) {
    return std::any_of(other.members.begin(), other.members.end(),
                       [&](const FactCell& known) { return in_one_sentence(words, cell.member, known.member); });
  });
}

constexpr std::size_t kWordedAlike = 750;

bool repeats(const SetWords& words, const Fact& fact, const Fact& other) {
  if (!stands_within(words, fact, other)) return false;
  const std::string label = lower_ascii(fact.label), known = lower_ascii(other.label);
  return share_of_words(label, known) >= kWordedAlike || share_of_words(known, label) >= kWordedAlike;
}

}  // namespace

std::size_t share_of_words(std::string_view label, std::string_view text) {
  constexpr std::size_t kShortest = 3;
  std::size_t count = 0, found = 0;
  while (!label.empty()) {
    const std::size_t end = std::min(label.find(' '), label.size());
    std::string_view word = label.substr(0, end);
    label.remove_prefix(std::min(end + 1, label.size()));
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    if (word.size() < kShortest) continue;
    ++count;
    found += text.find(word) != std::string_view::npos ? 1 : 0;
  }
  return count == 0 ? 0 : found * 1000 / count;
}

void drop_repeated_facts(const SetWords& words, std::vector<Fact>& facts) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    bool repeated = false;
    for (std::size_t k = 0; k < kept && !repeated && is_statement(facts[i]); ++k) {
      repeated = is_statement(facts[k]) && repeats(words, facts[i], facts[k]);
    }
    if (repeated) continue;
    if (kept != i) facts[kept] = std::move(facts[i]);
    ++kept;
  }
  facts.resize(kept);
}

}  // namespace newsloupe
