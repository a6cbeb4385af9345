#include "core/present/search_view.h"

#include <algorithm>

#include "core/analysis/search.h"
#include "core/present/pattern_words.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kBefore = 110, kAfter = 150;  // bytes of the line left and right of a hit
constexpr std::size_t kCounted = 12;                  // articles whose counts are shown
constexpr std::size_t kFewAbsent = 4;

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Line breaks and the like as spaces.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= 0x20;
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::string words_before(std::string_view text, TextSpan paragraph, std::uint32_t at) {
  std::size_t begin = std::max(paragraph.begin, at > kBefore ? at - kBefore : 0);
  while (is_inside_character(text, begin)) ++begin;
  const bool cut = begin > paragraph.begin;
  std::string_view words = text.substr(begin, at - begin);
  if (const std::size_t space = words.find(' '); cut && space != std::string_view::npos) words.remove_prefix(space + 1);
  return (cut ? "… " : "") + one_line(words);
}

std::string words_after(std::string_view text, TextSpan paragraph, std::uint32_t at) {
  std::size_t end = std::min(paragraph.end, at + kAfter);
  while (is_inside_character(text, end)) --end;
  const bool cut = end < paragraph.end;
  std::string_view words = text.substr(at, end - at);
  if (const std::size_t space = words.rfind(' '); cut && space != std::string_view::npos)
    words = words.substr(0, space);
  return one_line(words) + (cut ? " …" : "");
}

std::string meaning_of(const SearchQuery& query, std::uint32_t runs) {
  if (query.regex) {
    const std::string words = pattern_words(query.text);
    return (words.empty() ? "A regular expression" : "Finds " + words) +
           (query.match_case ? "; case counts." : ", in any case.");
  }
  if (runs > 0) {
    return "Who prints this sentence: exactly, or with at least one fifth of its " + std::to_string(runs) +
           " runs of five words.";
  }
  return "Finds “" + query.text + "”" + (query.whole_word ? " as whole words" : "") +
         (query.match_case ? ", exactly as typed." : ", in any case, with or without accents.");
}

}  // namespace

SearchView Presenter::search(const SearchQuery& query) const {
  SearchView view;
  view.revision = revision();
  view.text = query.text;
  std::vector<ArticleIndex> order;
  for (const Tab& t : tabs_) order.push_back(t.index);
  const SearchResult result = newsloupe::search(comparison(), query, order);
  view.problem = result.problem;
  if (!view.problem.empty()) return view;
  view.meaning = meaning_of(query, result.runs);
  view.total = result.total, view.more = result.more;
  view.articles_total = static_cast<std::uint32_t>(tabs_.size());
  std::vector<std::uint32_t> absent;
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) {
    const std::uint32_t hits = result.counts[tabs_[t].index.index()];
    if (hits > 0) ++view.articles_with;
    if (hits == 0) absent.push_back(t);
    if (t < kCounted) view.counts.push_back({t, hits});
  }
  if (view.total > 0 && !absent.empty() && absent.size() <= kFewAbsent) {
    view.absent = letters_of(absent) + (absent.size() == 1 ? " has" : " have") + " none of them.";
  }
  for (const SearchHit& hit : result.hits) view.hits.push_back(hit_view(hit, result.runs));
  return view;
}

SearchHitView Presenter::hit_view(const SearchHit& hit, std::uint32_t runs) const {
  const Article& article = *tab(hit.article).article;
  const std::string_view text = article.doc.document->text();
  const Paragraph* paragraph = article.doc.paragraph_at(hit.span.begin);
  const TextSpan around = paragraph != nullptr ? hull(paragraph->span, hit.span) : hit.span;
  SearchHitView view;
  view.place = {tab_of(hit.article), hit.span};
  std::uint32_t number = 0;
  for (const Paragraph& p : article.doc.paragraphs) {
    if (p.span.begin > hit.span.begin) break;
    number += is_body(p.paragraph_class) ? 1 : 0;
  }
  const bool headline = paragraph != nullptr && paragraph->paragraph_class == ParagraphClass::kHeadline;
  view.where = headline ? "title" : number == 0 ? "lead" : "¶ " + std::to_string(number);
  view.before = words_before(text, around, hit.span.begin);
  view.hit = one_line(article.text(hit.span));
  view.after = words_after(text, around, hit.span.end);
  if (runs > 0) {
    view.note = hit.shared == 0 ? "exact" : std::to_string(hit.shared) + " of " + std::to_string(runs) + " runs";
  }
  return view;
}

}  // namespace newsloupe
