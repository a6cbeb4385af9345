#include "core/compare/clause.h"

#include <algorithm>
#include <vector>

namespace newsloupe {
namespace {

constexpr std::size_t kLongestLabel = 80;
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
  return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';' || c == ':' || c == '.' || c == '"';
}

}  // namespace

TextSpan clause_around(const Article& article, const ArticleWords& words, TextSpan sentence, TextSpan about) {
  const std::vector<TextSpan> pieces = pieces_of(article, sentence);
  if (pieces.empty()) return sentence;
  std::size_t first = 0;
  while (first + 1 < pieces.size() && pieces[first].end <= about.begin) ++first;
  std::size_t last = first;
  while (last + 1 < pieces.size() && pieces[last].end < about.end) ++last;
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

std::string label_of(const Article& article, TextSpan span) {
  std::string label;
  for (const char c : article.text(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space || (!label.empty() && label.back() != ' ')) label += space ? ' ' : c;
  }
  while (!label.empty() && is_edge(label.back())) label.pop_back();
  label.erase(0, static_cast<std::size_t>(std::find_if_not(label.begin(), label.end(), is_edge) - label.begin()));
  if (label.size() > kLongestLabel) {
    const std::size_t cut = label.rfind(' ', kLongestLabel - 3);
    label.resize(cut == std::string::npos ? 0 : cut);
    while (!label.empty() && is_edge(label.back())) label.pop_back();
    label += "…";
  }
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace newsloupe
