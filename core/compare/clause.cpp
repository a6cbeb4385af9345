#include "core/compare/clause.h"

#include <algorithm>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/closed_list.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kEnoughWords = 3;

bool is_clause_mark(std::string_view mark) {
  return mark == "," || mark == ";" || mark == ":" || mark == "—" || mark == "–" || mark == "\"" || mark == "“" ||
         mark == "”" || mark == "(" || mark == ")";
}

// Text offsets at which the sentence may be cut: its ends and its clause marks.
std::vector<TextSpan> pieces_of(const Article& article, TextSpan sentence) {
  const SegmentedDocument& doc = article.doc;
  std::vector<TextSpan> pieces;
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t t = doc.token_from(sentence.begin); t < doc.token_spans.size(); ++t) {
    const TextSpan token = doc.token_spans[t];
    if (token.begin >= sentence.end) break;
    if (!is_clause_mark(doc.token_text(t))) continue;
    if (token.begin > begin) pieces.push_back({begin, token.begin});
    begin = token.end;
  }
  if (begin < sentence.end) pieces.push_back({begin, sentence.end});
  return pieces;
}

std::uint32_t content_words(const ArticleWords& words, TextSpan span, TextSpan without) {
  std::uint32_t count = 0;
  for (const Word& word : words.at(words.words_in(span))) {
    count += word.content && !without.contains(word.span) ? 1U : 0U;
  }
  return count;
}

bool is_edge(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';' || c == ':' || c == '.' || c == '*';
}

}  // namespace

TextSpan clause_around(const Article& article, const ArticleWords& words, TextSpan sentence, TextSpan about) {
  const std::vector<TextSpan> pieces = pieces_of(article, sentence);
  if (pieces.empty()) return sentence;
  std::size_t first = 0;
  while (first + 1 < pieces.size() && pieces[first].end <= about.begin) ++first;
  std::size_t last = first;
  while (last + 1 < pieces.size() && pieces[last].end < about.end) ++last;
  // "two inches (50 millimetres) of rain": what follows a bracket goes on with what stands before it.
  const auto mark_before = [&] {
    return first == 0 ? std::string_view() : article.text({pieces[first - 1].end, pieces[first].begin});
  };
  if (mark_before().find(')') != std::string_view::npos) {
    while (mark_before().find_first_of("()") != std::string_view::npos) --first;
  }
  const auto span = [&] { return TextSpan{pieces[first].begin, pieces[last].end}; };
  while (content_words(words, span(), about) < kEnoughWords) {
    if (first > 0) {
      --first;
    } else if (last + 1 < pieces.size()) {
      ++last;
    } else {
      break;
    }
  }
  return span();
}

bool leans_on_context(const SetWords& set, std::uint32_t article, WordSpan range) {
  static constexpr std::string_view kPronouns[] = {"he",  "she",  "it",  "they",  "him",
                                                   "her", "them", "his", "their", "its"};
  static constexpr std::string_view kOpenings[] = {"this",  "that",    "these",  "those",   "but",
                                                   "and",   "so",      "such",   "neither", "then",
                                                   "there", "another", "others", "which",   "who"};
  const std::span<const Word> words = set[article].at(range);
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i) {
    const std::string_view word = set.text(words[i].word);
    if (is_one_of(kPronouns, word) || (i == 0 && is_one_of(kOpenings, word))) return true;
  }
  return false;
}

namespace {

// A mark whose other half lies outside the label: taken away at the edges, closed where words were cut off.
void pair_quotation_marks(std::string& label) {
  if (std::count(label.begin(), label.end(), '"') % 2 == 1) {
    if (label.starts_with('"')) {
      label.erase(0, 1);
    } else if (label.ends_with('"')) {
      label.pop_back();
    } else {
      label += '"';
    }
  }
  constexpr std::string_view kOpen = "“", kClose = "”";
  const std::size_t opened = occurrences(label, kOpen), closed = occurrences(label, kClose);
  if (opened > closed) {
    if (label.starts_with(kOpen)) {
      label.erase(0, kOpen.size());
    } else {
      label += kClose;
    }
  } else if (closed > opened) {
    if (label.ends_with(kClose)) {
      label.resize(label.size() - kClose.size());
    } else {
      label.insert(0, kOpen);
    }
  }
}

// A quotation that goes on opens anew with each paragraph; in one line that mark means nothing.
void drop_reopening_mark(std::string_view& paragraph) {
  for (const std::string_view mark : {"“", "\""}) {
    if (paragraph.starts_with(mark)) paragraph.remove_prefix(mark.size());
  }
}

}  // namespace

std::string label_of(const Article& article, TextSpan span, std::size_t longest) {
  std::string label;
  std::string_view text = article.text(span);
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space || (!label.empty() && label.back() != ' ')) label += space ? ' ' : c;
    if (c == '\n') drop_reopening_mark(text);
  }
  while (!label.empty() && is_edge(label.back())) label.pop_back();
  label.erase(0, static_cast<std::size_t>(std::find_if_not(label.begin(), label.end(), is_edge) - label.begin()));
  if (label.size() > longest) {
    const std::size_t cut = label.rfind(' ', longest - 3);
    label.resize(cut == std::string::npos ? 0 : cut);
    while (!label.empty() && is_edge(label.back())) label.pop_back();
    label += "…";
  }
  pair_quotation_marks(label);
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace newsloupe
