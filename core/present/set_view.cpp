#include <algorithm>
#include <array>

#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 5> kBasisWords = {"stated in the text", "from the page's data", "given by you",
                                                    "worked out", ""};

// The lead's first words, cut at a word's end, for an article without a headline.
std::string lead_words(const Article& article) {
  constexpr std::size_t kMost = 72;
  for (const Paragraph& p : article.doc.paragraphs) {
    if (!is_body(p.paragraph_class)) continue;
    const std::string_view text = article.text(p.span);
    if (text.size() <= kMost) return std::string(text);
    const std::size_t space = text.rfind(' ', kMost);
    if (space != std::string_view::npos && space > 0) return std::string(text.substr(0, space)) + " …";
  }
  return article.source.name;
}

// As much of a story's label as fits beside the articles of the app bar, cut at a word's end.
std::string app_bar_words(const std::string& label) {
  constexpr std::size_t kMost = 30;
  if (label.size() <= kMost) return label;
  const std::size_t space = label.rfind(' ', kMost);
  std::string words = label.substr(0, space == std::string::npos ? label.size() : space);
  while (words.ends_with(',') || words.ends_with(':')) words.pop_back();
  return words + " …";
}

std::string title_of(const Article& article) {
  return article.metadata.headline.empty() ? lead_words(article) : article.metadata.headline;
}

std::uint32_t word_count(const Article& article) {
  return static_cast<std::uint32_t>(
      std::count_if(article.doc.tokens.begin(), article.doc.tokens.end(),
                    [](const RuleToken& t) { return t.shape != TokenShape::kPunct && t.shape != TokenShape::kOther; }));
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string shown_date(const Published& published) {
  return published.date ? long_date(*published.date) : std::string();
}

}  // namespace

ArticleTab Presenter::article_tab(const Tab& tab) const {
  const Article& article = *tab.article;
  const ComparedArticle& compared = comparison().articles[tab.index.index()];
  ArticleTab view;
  view.letter = tab.letter;
  view.id = article.source.id;
  view.outlet = outlet_of(article);
  view.title = title_of(article);
  view.title_is_lead = article.metadata.headline.empty();
  view.published = shown_date(article.metadata.published);
  view.language = article.metadata.language;
  view.words = compared.words;
  view.origin = compared.origin;
  return view;
}

ImportRow Presenter::import_row(const Intake& intake) const {
  ImportRow row;
  row.id = intake.id;
  row.name = intake.name;
  row.state = static_cast<ImportState>(intake.state);
  row.messages = intake.messages;
  if (intake.article == nullptr) return row;
  const Article& article = *intake.article;
  const ArticleMetadata& metadata = article.metadata;
  const auto tab =
      std::find_if(tabs_.begin(), tabs_.end(), [&](const Tab& t) { return t.article->source.id == intake.id; });
  if (tab != tabs_.end()) row.letter = tab->letter;
  row.title = title_of(article);
  row.title_is_lead = metadata.headline.empty();
  row.outlet = metadata.outlet;
  if (metadata.published.date) row.published = to_iso(*metadata.published.date);
  row.published_basis = kBasisWords[static_cast<std::size_t>(metadata.published.basis)];
  row.language = metadata.language;
  row.words = word_count(article);
  row.needs_date = !metadata.published.date.has_value();
  if (row.title_is_lead) row.messages.insert(row.messages.begin(), "No headline found: it goes by its first words.");
  return row;
}

std::vector<OriginView> Presenter::origins() const {
  std::vector<OriginView> views;
  for (const Origin& origin : comparison().origins) {
    OriginView view;
    for (const ArticleIndex a : origin.articles) view.articles.push_back(tab_of(a));
    std::sort(view.articles.begin(), view.articles.end());
    std::uint32_t shared = 0;  // the least of the larger containments inside the origin
    for (const Reuse& pair : comparison().reuse) {
      const auto inside = [&](ArticleIndex a) {
        return std::find(origin.articles.begin(), origin.articles.end(), a) != origin.articles.end();
      };
      if (!inside(pair.a) || !inside(pair.b)) continue;
      const std::uint32_t most = std::max(pair.containment_a, pair.containment_b);
      shared = shared == 0 ? most : std::min(shared, most);
    }
    if (origin.articles.size() > 1) view.label = "one origin · " + std::to_string((shared + 5) / 10) + " %";
    views.push_back(std::move(view));
  }
  return views;
}

SetView Presenter::set() const {
  SetView view;
  view.revision = snapshot_.revision;
  const Comparison& all = comparison();
  if (!all.stories.empty()) {
    const auto largest = std::max_element(all.stories.begin(), all.stories.end(), [](const Story& a, const Story& b) {
      return a.articles.size() < b.articles.size();
    });
    view.story = app_bar_words(largest->label);
  }
  for (const Tab& tab : tabs_) view.articles.push_back(article_tab(tab));
  view.origins = origins();
  for (const Intake& intake : snapshot_.intakes) {
    view.imports.push_back(import_row(intake));
    ++view.files_total;
    if (intake.state != Intake::State::kWaiting && intake.state != Intake::State::kReading) ++view.files_done;
  }
  view.comparing = !snapshot_.compared;
  view.differences = static_cast<std::uint32_t>(std::count_if(
      all.facts.begin(), all.facts.end(), [](const Fact& f) { return f.relation == FactRelation::kDiffer; }));
  if (!tabs_.empty()) {
    view.status =
        counted(tabs_.size(), "article", "articles") + " · " + counted(all.origins.size(), "origin", "origins");
    if (compared_stories() > 1) view.status += " · " + counted(compared_stories(), "story", "stories");
    view.live =
        view.status + (view.differences > 0 ? ", " + counted(view.differences, "difference", "differences") : "");
  }
  return view;
}

}  // namespace newsloupe
