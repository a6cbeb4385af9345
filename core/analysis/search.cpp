#include "core/analysis/search.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/resources/text_pattern.h"

namespace newsloupe {
namespace {

constexpr std::size_t kRun = 5;  // words that make a run

bool is_word_letter(char32_t c) {
  const CharacterKind kind = character_kind(c);
  return kind != CharacterKind::kSpace && kind != CharacterKind::kPunct;
}

// No letter touches the span from outside.
bool is_whole_word(std::string_view text, TextSpan span) {
  if (span.end < text.size() && is_word_letter(decode_utf8(text, span.end).value)) return false;
  if (span.begin == 0) return true;
  std::size_t before = span.begin - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return !is_word_letter(decode_utf8(text, before).value);
}

struct Word {
  std::uint64_t hash = 0;
  TextSpan span;
};

// The words of a text, each as a hash of its letters without case and accents.
void collect_words(std::string_view text, std::uint32_t offset, std::vector<Word>& words) {
  constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL, kPrime = 0x100000001B3ULL;
  words.clear();
  std::uint64_t hash = kSeed;
  std::uint32_t begin = 0;
  bool inside = false;
  const auto end_word = [&](std::uint32_t end) {
    if (inside) words.push_back({hash, {offset + begin, offset + end}});
    inside = false, hash = kSeed;
  };
  for (std::uint32_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint32_t length = 1;
    char32_t letter = 0;
    if (byte < 0x80) {
      const bool upper = byte >= 'A' && byte <= 'Z';
      if (upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) letter = upper ? byte + 32 : byte;
    } else {
      const CodePoint c = decode_utf8(text, at);
      length = c.length;
      if (is_word_letter(c.value)) letter = plain_letter(c.value);
    }
    if (letter == 0) {
      end_word(at);
    } else {
      if (!inside) begin = at;
      inside = true;
      hash = (hash ^ letter) * kPrime;
    }
    at += length;
  }
  end_word(static_cast<std::uint32_t>(text.size()));
}

std::uint64_t run_hash(const std::vector<Word>& words, std::size_t first) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kRun; ++i) hash = (hash ^ words[first + i].hash) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
  return hash;
}

// The sentence that was typed, as its runs of words.
class WantedSentence {
 public:
  explicit WantedSentence(std::string_view text) {
    std::vector<Word> words;
    collect_words(text, 0, words);
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) runs_.push_back(run_hash(words, i));
    std::sort(runs_.begin(), runs_.end());
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
  }

  // From six words on; shorter ones are phrases.
  bool is_sentence() const { return runs_.size() >= 2; }
  std::uint32_t runs() const { return static_cast<std::uint32_t>(runs_.size()); }
  std::uint32_t enough() const { return std::max<std::uint32_t>(1, runs() / 5); }

  // How many runs the words share with it, and the words from the first to the last of them.
  std::uint32_t shared_with(const std::vector<Word>& words, TextSpan& span) const {
    std::vector<std::uint64_t> found;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      const std::uint64_t run = run_hash(words, i);
      if (!std::binary_search(runs_.begin(), runs_.end(), run)) continue;
      const TextSpan here = hull(words[i].span, words[i + kRun - 1].span);
      span = found.empty() ? here : hull(span, here);
      found.push_back(run);
    }
    std::sort(found.begin(), found.end());
    return static_cast<std::uint32_t>(std::unique(found.begin(), found.end()) - found.begin());
  }

 private:
  std::vector<std::uint64_t> runs_;
};

class Searcher {
 public:
  Searcher(const Comparison& comparison, const SearchQuery& query, const SearchLimits& limits, TextPattern pattern)
      : comparison_(comparison), query_(query), limits_(limits), pattern_(std::move(pattern)), wanted_(query.text) {}

  SearchResult run(std::span<const ArticleIndex> order) {
    result_.counts.assign(comparison_.articles.size(), 0);
    const bool sentence = !query_.regex && wanted_.is_sentence();
    if (sentence) result_.runs = wanted_.runs();
    for (const ArticleIndex article : order) {
      if (result_.total >= limits_.counted) {
        result_.more = true;
        break;
      }
      const std::size_t first = result_.hits.size();
      find_pattern(article);
      if (!sentence) continue;
      find_like(article, first);
      std::sort(result_.hits.begin() + static_cast<std::ptrdiff_t>(first), result_.hits.end(),
                [](const SearchHit& a, const SearchHit& b) { return a.span < b.span; });
    }
    return std::move(result_);
  }

 private:
  void keep(ArticleIndex article, TextSpan span, std::uint32_t shared) {
    std::uint32_t& count = result_.counts[article.index()];
    ++count, ++result_.total;
    if (count <= limits_.in_article && result_.hits.size() < limits_.hits) {
      result_.hits.push_back({article, span, shared});
    }
  }

  void find_pattern(ArticleIndex article) {
    const SegmentedDocument& doc = comparison_.article(article).doc;
    const std::string_view text = doc.document->text();
    std::uint32_t from = 0;
    while (result_.total < limits_.counted) {
      const std::optional<TextSpan> span = pattern_.find(text, from);
      if (!span) return;
      from = span->end;
      if (query_.whole_word && !is_whole_word(text, *span)) continue;
      const Paragraph* paragraph = doc.paragraph_at(span->begin);
      if (paragraph == nullptr || !feeds_analysis(paragraph->paragraph_class)) continue;
      keep(article, *span, 0);
    }
  }

  // Sentences that are like the one typed; `first`: the hits of this article that are exactly it.
  void find_like(ArticleIndex article, std::size_t first) {
    const SegmentedDocument& doc = comparison_.article(article).doc;
    const std::size_t exact = result_.hits.size();
    for (const Sentence& sentence : doc.sentences) {
      collect_words(doc.text(sentence.span), sentence.span.begin, words_);
      TextSpan span;
      const std::uint32_t shared = wanted_.shared_with(words_, span);
      if (shared < wanted_.enough()) continue;
      const auto known = [&](const SearchHit& hit) { return hit.span.overlaps(sentence.span); };
      const auto begin = result_.hits.begin() + static_cast<std::ptrdiff_t>(first);
      if (std::any_of(begin, result_.hits.begin() + static_cast<std::ptrdiff_t>(exact), known)) continue;
      keep(article, span, shared);
    }
  }

  const Comparison& comparison_;
  const SearchQuery& query_;
  const SearchLimits& limits_;
  TextPattern pattern_;
  WantedSentence wanted_;
  std::vector<Word> words_;
  SearchResult result_;
};

}  // namespace

SearchResult search(const Comparison& comparison, const SearchQuery& query, std::span<const ArticleIndex> order,
                    const SearchLimits& limits) {
  Result<TextPattern> pattern = query.regex ? TextPattern::from_regex(query.text, query.match_case)
                                            : TextPattern::from_words(query.text, query.match_case);
  if (!pattern.ok()) {
    SearchResult result;
    result.problem = pattern.error().message;
    return result;
  }
  return Searcher(comparison, query, limits, std::move(pattern.value())).run(order);
}

}  // namespace newsloupe
