#include "core/present/search_view.h"

#include <algorithm>

#include "core/analysis/set_search.h"
#include "core/present/counted.h"
#include "core/present/pattern_words.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::size_t kCounted = 12;  // articles whose counts are shown
constexpr std::size_t kFewAbsent = 4;
constexpr std::size_t kElsewhere = 100;  // articles of other stories that are shown

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

namespace {

std::string note_of(const FoundSpan& found, std::uint32_t runs) {
  if (runs == 0) return {};
  return found.shared == 0 ? "exact" : std::to_string(found.shared) + " of " + std::to_string(runs) + " runs";
}

// Who prints a sentence, and since when.
struct Printers {
  std::size_t exactly = 0, nearly = 0;
  std::optional<CivilDate> first;
  std::vector<std::string> outlets;  // of that day

  void add(const ArticleCard& article, bool exact) {
    ++(exact ? exactly : nearly);
    const std::optional<CivilDate>& date = article.metadata.published.date;
    if (!date || (first && *first < *date)) return;
    if (!first || *date < *first) outlets.clear();
    first = date;
    outlets.push_back(outlet_of(article));
  }

  [[nodiscard]] std::string words() const {
    if (exactly + nearly == 0) return "No article prints it.";
    std::string text =
        exactly == 0 ? "No article prints it exactly" : "Printed exactly by " + counted(exactly, "article", "articles");
    if (nearly > 0) text += ", in other words by " + counted(nearly, "article", "articles");
    if (first) {
      text += "; first on " + long_date(*first) + ", by " + outlets.front();
      if (outlets.size() > 1) text += " and " + std::to_string(outlets.size() - 1) + " more";
    }
    return text + ".";
  }
};

}  // namespace

void Presenter::put_whole_set(const WholeSetSearch& search, bool done, SearchView& view) const {
  view.searched = static_cast<std::uint32_t>(done ? 0 : search.done());
  view.to_search = static_cast<std::uint32_t>(done ? 0 : search.total());
  Printers printers;
  for (const FoundArticle& found : search.found()) {
    const Intake& intake = snapshot_.intakes[found.intake];
    printers.add(*intake.article, found.first.shared == 0);
    if (letters_.contains(intake.id)) continue;  // it stands among the hits
    ++view.elsewhere_total;
    if (view.elsewhere.size() == kElsewhere) continue;
    std::string source = outlet_of(*intake.article);
    if (const auto& date = intake.article->metadata.published.date) source += ", " + long_date(*date);
    if (found.hits > 1) source += " · " + std::to_string(found.hits);
    if (const std::string note = note_of(found.first, search.runs()); !note.empty()) source += " · " + note;
    view.elsewhere.push_back({intake.id, std::move(source), found.before, found.hit, found.after});
  }
  if (done && search.runs() > 0) view.meaning = printers.words();
}

SearchHitView Presenter::hit_view(const SearchHit& hit, std::uint32_t runs) const {
  const Article& article = *tab(hit.article).article;
  const TextSpan span = hit.found.span;
  const Paragraph* paragraph = article.doc.paragraph_at(span.begin);
  SearchHitView view;
  view.place = {tab_of(hit.article), span};
  std::uint32_t number = 0;
  for (const Paragraph& p : article.doc.paragraphs) {
    if (p.span.begin > span.begin) break;
    number += is_body(p.paragraph_class) ? 1 : 0;
  }
  const bool headline = paragraph != nullptr && paragraph->paragraph_class == ParagraphClass::kHeadline;
  view.where = headline ? "title" : number == 0 ? "lead" : "¶ " + std::to_string(number);
  view.before = words_before(article, span);
  view.hit = one_line(article.text(span));
  view.after = words_after(article, span);
  view.note = note_of(hit.found, runs);
  return view;
}

}  // namespace newsloupe
