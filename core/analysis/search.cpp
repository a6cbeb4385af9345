#include "core/analysis/search.h"

#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/base/utf8.h"
#include "core/resources/lexicon.h"

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
    std::string_view ligature;
    if (byte < 0x80) {
      const bool upper = byte >= 'A' && byte <= 'Z';
      if (upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) letter = upper ? byte + 32 : byte;
    } else {
      const CodePoint c = decode_utf8(text, at);
      length = c.length;
      ligature = ligature_letters(c.value);
      if (is_word_letter(c.value)) letter = plain_letter(c.value);
    }
    if (letter == 0) {
      end_word(at);
    } else {
      if (!inside) begin = at;
      inside = true;
      if (ligature.empty()) hash = (hash ^ letter) * kPrime;
      for (const char part : ligature) hash = (hash ^ static_cast<unsigned char>(part)) * kPrime;
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

std::vector<std::uint64_t> runs_of(std::string_view text) {
  std::vector<Word> words;
  collect_words(text, 0, words);
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) runs.push_back(run_hash(words, i));
  sort_items(runs);
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

// The words of the query, folded; an empty one stands for a word that proves nothing: a single letter, or one with a
// letter beyond ASCII, which an article may print without its accent.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  std::string piece;
  bool plain = true;
  const auto end_piece = [&] {
    if (!plain || !piece.empty()) pieces.push_back(plain && piece.size() > 1 ? piece : std::string());
    piece.clear(), plain = true;
  };
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      piece += upper ? static_cast<char>(c + ('a' - 'A')) : c;
    } else if ((static_cast<unsigned char>(c) & 0x80) != 0) {
      plain = false;
    } else {
      end_piece();
    }
  }
  end_piece();
  return pieces;
}

// What is looked for, composed and without what shows nothing, as clean text is; ligatures as letters.
std::string as_clean_text(std::string_view typed) {
  std::string text;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint c = decode_utf8(typed, at);
    const std::string_view letters = ligature_letters(c.value);
    const bool line_end = c.value == '\t' || c.value == '\n' || c.value == '\r';
    if (!letters.empty()) {
      text += letters;
    } else if (line_end || !is_invisible(c.value)) {
      text += typed.substr(at, c.length);
    }
    at += c.length;
  }
  return to_nfc(text);
}

// A dateline stands outside an article's words: its place, its agency, its day as it can be written.
std::string dateline_words(const Dateline& dateline) {
  static constexpr std::array<const char*, 12> kMonths = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
  std::string words = fold_word(dateline.place) + " " + fold_word(dateline.agency) + " " + dateline.date + " ";
  constexpr std::size_t kMonthAt = 5;  // "XXXX-07-24"
  if (dateline.date.size() >= kMonthAt + 2) {
    const int month = (dateline.date[kMonthAt] - '0') * 10 + (dateline.date[kMonthAt + 1] - '0');
    if (month >= 1 && month <= 12) words += kMonths[static_cast<std::size_t>(month) - 1];
  }
  return words;
}

// The words of an article without accents, as far as they have any.
std::string plain_terms(std::string_view terms) {
  std::string plain;
  for (std::uint32_t at = 0; at < terms.size();) {
    const CodePoint c = decode_utf8(terms, at);
    const char32_t letter = c.value < 0x80 ? c.value : plain_letter(c.value);
    plain += letter < 0x80 ? static_cast<char>(letter) : '?';
    at += c.length;
  }
  return plain;
}

}  // namespace

Finder::Finder(SearchQuery query, TextPattern pattern)
    : query_(std::move(query)), pattern_(std::move(pattern)), runs_(runs_of(query_.text)) {
  sentence_ = !query_.regex && runs_.size() >= 2;  // from six words on; shorter ones are phrases
  if (!query_.regex) pieces_ = pieces_of(query_.text);
}

Result<Finder> Finder::make(const SearchQuery& typed) {
  SearchQuery query = typed;
  query.text = as_clean_text(typed.text);
  Result<TextPattern> pattern = query.regex ? TextPattern::from_regex(query.text, query.match_case)
                                            : TextPattern::from_words(query.text, query.match_case);
  if (!pattern.ok()) return pattern.error();
  return Finder(query, std::move(pattern.value()));
}

bool Finder::is_hit(const SegmentedDocument& doc, TextSpan span) const {
  if (query_.whole_word && !is_whole_word(doc.document->text(), span)) return false;
  const Paragraph* paragraph = doc.paragraph_at(span.begin);
  return paragraph != nullptr && feeds_analysis(paragraph->paragraph_class);
}

std::uint32_t Finder::find(const Article& article, std::uint32_t most, std::uint32_t counted,
                           std::vector<FoundSpan>& hits) const {
  const SegmentedDocument& doc = article.doc;
  std::vector<FoundSpan> here;
  std::uint32_t from = 0, count = 0;
  while (count < counted) {
    const std::optional<TextSpan> span = pattern_.find(doc.document->text(), from);
    if (!span) break;
    from = span->end;
    if (!is_hit(doc, *span)) continue;
    ++count;
    if (here.size() < most) here.push_back({*span, 0});
  }
  if (sentence_) {
    const std::size_t exact = here.size();
    find_like(doc, here);
    count += static_cast<std::uint32_t>(here.size() - exact);
    sort_items(here, [](const FoundSpan& a, const FoundSpan& b) { return a.span < b.span; });
    here.resize(std::min<std::size_t>(here.size(), most));
  }
  hits.insert(hits.end(), here.begin(), here.end());
  return count;
}

// Sentences that are like the one typed and hold no hit that is exactly it.
void Finder::find_like(const SegmentedDocument& doc, std::vector<FoundSpan>& hits) const {
  const std::size_t exact = hits.size();
  const std::size_t enough = std::max<std::size_t>(1, runs_.size() / 5);
  std::vector<Word> words;
  for (const Sentence& sentence : doc.sentences) {
    collect_words(doc.text(sentence.span), sentence.span.begin, words);
    TextSpan span;
    std::vector<std::uint64_t> shared;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      const std::uint64_t run = run_hash(words, i);
      if (!std::binary_search(runs_.begin(), runs_.end(), run)) continue;
      const TextSpan here = hull(words[i].span, words[i + kRun - 1].span);
      span = shared.empty() ? here : hull(span, here);
      if (std::find(shared.begin(), shared.end(), run) == shared.end()) shared.push_back(run);
    }
    if (shared.size() < enough) continue;
    const auto known = [&](const FoundSpan& hit) { return hit.span.overlaps(sentence.span); };
    if (std::any_of(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(exact), known)) continue;
    hits.push_back({span, static_cast<std::uint32_t>(shared.size())});
  }
}

bool Finder::can_have(const ArticleDigest& article) const {
  std::string words = article.terms + fold_word(article.metadata.headline) + '\n';
  if (article.metadata.dateline) words += dateline_words(*article.metadata.dateline);
  const bool plain = std::all_of(words.begin(), words.end(), [](char c) { return (c & 0x80) == 0; });
  if (!plain) words = plain_terms(words);
  std::size_t in_a_row = 0;
  for (const std::string& piece : pieces_) {
    const bool there = words.find(piece) != std::string::npos;
    if (!there && !sentence_) return false;
    in_a_row = there ? in_a_row + 1 : 0;
    if (sentence_ && in_a_row >= kRun) return true;
  }
  return !sentence_;
}

SearchResult search(const Comparison& comparison, const SearchQuery& query, std::span<const ArticleIndex> order,
                    const SearchLimits& limits) {
  SearchResult result;
  Result<Finder> made = Finder::make(query);
  if (!made.ok()) {
    result.problem = made.error().message;
    return result;
  }
  const Finder& finder = made.value();
  result.runs = finder.runs();
  result.counts.assign(comparison.articles.size(), 0);
  std::vector<FoundSpan> found;
  for (const ArticleIndex article : order) {
    if (result.total >= limits.counted) {
      result.more = true;
      break;
    }
    found.clear();
    const auto room = static_cast<std::uint32_t>(limits.hits - result.hits.size());
    const std::uint32_t count = finder.find(comparison.article(article), std::min(room, limits.in_article),
                                            limits.counted - result.total, found);
    result.counts[article.index()] = count;
    result.total += count;
    for (const FoundSpan& hit : found) result.hits.push_back({article, hit});
  }
  return result;
}

}  // namespace newsloupe
