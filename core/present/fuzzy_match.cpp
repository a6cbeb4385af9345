#include "core/present/fuzzy_match.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr std::int32_t kAtStart = 100, kAtWord = 80, kInside = 40, kScattered = 10;

struct Letter {
  char32_t plain = 0;
  TextSpan span;
  bool starts_word = false;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  bool after_gap = true;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const CharacterKind kind = character_kind(c.value);
    const bool gap = kind == CharacterKind::kSpace || kind == CharacterKind::kPunct;
    letters.push_back({plain_letter(c.value), {at, at + c.length}, !gap && after_gap});
    after_gap = gap;
    at += c.length;
  }
  return letters;
}

bool stands_at(const std::vector<Letter>& word, const std::vector<Letter>& name, std::size_t at) {
  if (at + word.size() > name.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (name[at + i].plain != word[i].plain) return false;
  }
  return true;
}

// The word in one piece, at the best place.
std::int32_t find_whole(const std::vector<Letter>& word, const std::vector<Letter>& name, FuzzyMatch& match) {
  std::int32_t best = 0;
  std::size_t place = 0;
  for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
    const std::int32_t score = at == 0 ? kAtStart : name[at].starts_word ? kAtWord : kInside;
    if (score <= best || !stands_at(word, name, at)) continue;
    best = score, place = at;
  }
  if (best > 0) match.letters.push_back(hull(name[place].span, name[place + word.size() - 1].span));
  return best;
}

// Its letters in order: the first begins a word, each other one follows or begins a word too.
std::int32_t find_scattered(const std::vector<Letter>& word, const std::vector<Letter>& name, FuzzyMatch& match) {
  std::size_t next = 0;
  std::vector<TextSpan> taken;
  std::size_t last = 0;
  for (std::size_t at = 0; at < name.size() && next < word.size(); ++at) {
    const bool reachable = name[at].starts_word || (next > 0 && at == last + 1);
    if (!reachable || name[at].plain != word[next].plain) continue;
    taken.push_back(name[at].span);
    last = at, ++next;
  }
  if (next < word.size() || word.size() < 2) return 0;
  match.letters.insert(match.letters.end(), taken.begin(), taken.end());
  return kScattered;
}

void join_touching(std::vector<TextSpan>& spans) {
  sort_items(spans);
  std::vector<TextSpan> joined;
  for (const TextSpan& span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  spans = std::move(joined);
}

}  // namespace

std::optional<FuzzyMatch> fuzzy_match(std::string_view typed, std::string_view name) {
  const std::vector<Letter> wanted = letters_of(typed), letters = letters_of(name);
  FuzzyMatch match;
  std::vector<Letter> word;
  const auto take_word = [&] {
    if (word.empty()) return true;
    std::int32_t score = find_whole(word, letters, match);
    if (score == 0) score = find_scattered(word, letters, match);
    match.score += score;
    word.clear();
    return score > 0;
  };
  for (const Letter& letter : wanted) {
    if (letter.plain != U' ') {
      word.push_back(letter);
    } else if (!take_word()) {
      return std::nullopt;
    }
  }
  if (!take_word()) return std::nullopt;
  match.score = match.score * 16 - static_cast<std::int32_t>(std::min<std::size_t>(letters.size(), 64)) / 4;
  join_touching(match.letters);
  return match;
}

}  // namespace newsloupe
