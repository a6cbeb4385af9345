#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/present/counted.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

// As much of a story's label as fits beside the articles of the app bar, cut at a word's end.
std::string app_bar_words(const std::string& label) {
  constexpr std::size_t kMost = 30;
  if (label.size() <= kMost) return label;
  const std::size_t space = label.rfind(' ', kMost);
  std::string words = label.substr(0, space == std::string::npos ? label.size() : space);
  while (words.ends_with(',') || words.ends_with(':')) words.pop_back();
  return words + " …";
}

std::string shown_date(const Published& published) {
  return published.date ? long_date(*published.date) : std::string();
}

}  // namespace

std::string shown_title(const Article& article) {
  return article.metadata.headline.empty() ? lead_words(article) : article.metadata.headline;
}

std::string shown_title(const ArticleDigest& article) {
  return article.metadata.headline.empty() ? article.lead : article.metadata.headline;
}

ArticleTab Presenter::tab_view(const ArticleCard& article, std::string title, const std::string& letter,
                               std::uint32_t words) {
  ArticleTab view;
  view.letter = letter;
  view.id = article.source.id;
  view.outlet = outlet_of(article);
  view.title = std::move(title);
  view.title_is_lead = article.metadata.headline.empty();
  view.published = shown_date(article.metadata.published);
  view.language = article.metadata.language;
  view.words = words;
  return view;
}

ArticleTab Presenter::article_tab(const Tab& tab) const {
  const ComparedArticle& compared = comparison().articles[tab.index.index()];
  ArticleTab view = tab_view(*tab.article, shown_title(*tab.article), tab.letter, compared.words);
  view.origin = compared.origin;
  view.role = comparison().role(tab.index);
  return view;
}

std::vector<OriginView> Presenter::origins() const {
  const Comparison& all = comparison();
  std::vector<OriginView> views(all.origins.size());
  std::vector<std::uint32_t> shared(views.size());  // the least of the larger containments inside each origin
  for (const Reuse& pair : all.reuse) {
    const std::uint32_t origin = all.articles[pair.a.index()].origin;
    if (all.articles[pair.b.index()].origin != origin) continue;
    const std::uint32_t most = std::max(pair.containment_a, pair.containment_b);
    shared[origin] = shared[origin] == 0 ? most : std::min(shared[origin], most);
  }
  for (std::size_t o = 0; o < views.size(); ++o) {
    for (const ArticleIndex a : all.origins[o].articles) views[o].articles.push_back(tab_of(a));
    sort_items(views[o].articles);
    if (views[o].articles.size() > 1) views[o].label = "one origin · " + std::to_string((shared[o] + 5) / 10) + " %";
  }
  return views;
}

// Of the open story, or of the largest where the whole set is open.
std::string Presenter::story_label() const {
  const SetOutline& all = *snapshot_.outline;
  if (const std::size_t anchor = all.find(snapshot_.scope.anchor); anchor < all.articles.size()) {
    return app_bar_words(all.stories[all.articles[anchor].story].label);
  }
  const std::vector<Story>& stories = comparison().stories;
  if (stories.empty()) return {};
  const auto largest = std::max_element(stories.begin(), stories.end(), [](const Story& a, const Story& b) {
    return a.articles.size() < b.articles.size();
  });
  return app_bar_words(largest->label);
}

std::string Presenter::status_line() const {
  const Comparison& all = comparison();
  if (tabs_.empty()) return {};
  std::string line = counted(tabs_.size(), "article", "articles");
  if (snapshot_.scope.size > tabs_.size()) line += " of " + std::to_string(snapshot_.scope.size);
  line += " · " + counted(all.origins.size(), "origin", "origins");
  if (compared_stories() > 1) line += " · " + counted(compared_stories(), "story", "stories");
  const SetOutline& outline = *snapshot_.outline;
  if (!snapshot_.scope.anchor.empty()) {
    line += " · of " + counted(outline.articles.size(), "article", "articles") + " in all";
  }
  return line;
}

SetView Presenter::set() const {
  SetView view;
  view.revision = revision_;
  view.story = story_label();
  view.scope = snapshot_.scope.anchor;
  for (const Tab& tab : tabs_) view.articles.push_back(article_tab(tab));
  view.left_out = left_out_;
  view.origins = origins();
  view.scope_articles = static_cast<std::uint32_t>(std::max(snapshot_.scope.size, tabs_.size()));
  const SetOutline& outline = *snapshot_.outline;
  view.total_articles = static_cast<std::uint32_t>(outline.articles.size());
  view.total_origins = static_cast<std::uint32_t>(outline.origins.size());
  view.total_stories = static_cast<std::uint32_t>(outline.stories.size());
  view.files_total = static_cast<std::uint32_t>(snapshot_.intakes.size());
  view.files_done = static_cast<std::uint32_t>(std::count_if(snapshot_.intakes.begin(), snapshot_.intakes.end(),
                                                             [](const Intake& intake) { return is_settled(intake); }));
  view.comparing = !snapshot_.compared;
  put_changes(view);
  const std::vector<Fact>& facts = comparison().facts;
  view.differences = static_cast<std::uint32_t>(
      std::count_if(facts.begin(), facts.end(), [](const Fact& f) { return f.relation == FactRelation::kDiffer; }));
  view.status = status_line();
  view.live = view.status;
  if (!tabs_.empty() && view.differences > 0) {
    view.live += ", " + counted(view.differences, "difference", "differences");
  }
  return view;
}

}  // namespace newsloupe
