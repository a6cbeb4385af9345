#include "core/compare/outline.h"

#include <algorithm>

#include "core/compare/origins.h"
#include "core/compare/set_words.h"
#include "core/compare/stories.h"
#include "core/compare/story_label.h"
#include "core/compare/text_reuse.h"

namespace newsloupe {
namespace {

// By id, then by source: nothing may depend on the order in which files arrived.
void put_in_order(std::vector<ArticlePtr>& articles) {
  std::sort(articles.begin(), articles.end(), [](const ArticlePtr& a, const ArticlePtr& b) {
    const SourceInfo &x = a->source, &y = b->source;
    return x.id != y.id ? x.id < y.id : x.sha256 < y.sha256;
  });
}

void number_stories(SetOutline& outline) {
  for (std::uint32_t s = 0; s < outline.stories.size(); ++s) {
    for (const ArticleIndex a : outline.stories[s].articles) outline.articles[a.index()].story = s;
  }
}

void number_origins(SetOutline& outline) {
  for (std::uint32_t o = 0; o < outline.origins.size(); ++o) {
    for (const ArticleIndex a : outline.origins[o].articles) outline.articles[a.index()].origin = o;
  }
}

// Carries out the moves in the order in which they were wished. Gives the stories that lost or won an article.
std::vector<bool> move_articles(SetOutline& outline, const std::vector<GroupingWishes::Move>& moves) {
  std::vector<bool> changed(outline.stories.size());
  const auto take_out = [&](ArticleIndex article) {
    const std::uint32_t from = outline.articles[article.index()].story;
    std::erase(outline.stories[from].articles, article);
    changed[from] = true;
  };
  for (const GroupingWishes::Move& move : moves) {
    const std::size_t at = outline.find(move.article);
    const std::size_t with = move.with.empty() ? at : outline.find(move.with);
    if (at == outline.articles.size() || with == outline.articles.size()) continue;
    OutlinedArticle& article = outline.articles[at];
    const bool own = move.with.empty();
    const bool there =
        own ? outline.stories[article.story].articles.size() == 1 : article.story == outline.articles[with].story;
    if (there) continue;
    take_out(ArticleIndex(at));
    if (own) {
      outline.stories.emplace_back();
      changed.push_back(true);
    }
    article.story = own ? static_cast<std::uint32_t>(outline.stories.size() - 1) : outline.articles[with].story;
    std::vector<ArticleIndex>& members = outline.stories[article.story].articles;
    members.insert(std::upper_bound(members.begin(), members.end(), ArticleIndex(at)), ArticleIndex(at));
    changed[article.story] = true;
  }
  return changed;
}

// Stories stand by their first article again, without those that lost all.
void sort_stories(std::vector<Story>& stories) {
  std::erase_if(stories, [](const Story& s) { return s.articles.empty(); });
  std::sort(stories.begin(), stories.end(),
            [](const Story& a, const Story& b) { return a.articles.front() < b.articles.front(); });
}

std::vector<ArticlePtr> pointers(const SetOutline& outline) {
  std::vector<ArticlePtr> articles;
  articles.reserve(outline.articles.size());
  for (const OutlinedArticle& a : outline.articles) articles.push_back(a.article);
  return articles;
}

void apply_moves(SetOutline& outline, const SetWords& words, const std::vector<GroupingWishes::Move>& moves) {
  if (moves.empty()) return;
  const std::vector<bool> changed = move_articles(outline, moves);
  const std::vector<ArticlePtr> articles = pointers(outline);
  for (std::size_t s = 0; s < outline.stories.size(); ++s) {
    Story& story = outline.stories[s];
    if (changed[s] && !story.articles.empty()) story.label = story_label(articles, words, story.articles);
  }
  sort_stories(outline.stories);
  number_stories(outline);
}

// Of two wishes for one story the later holds.
void apply_labels(SetOutline& outline, const std::vector<GroupingWishes::Label>& labels) {
  std::vector<const std::string*> wished(outline.stories.size());
  for (const GroupingWishes::Label& label : labels) {
    const std::size_t at = outline.find(label.article);
    if (at < outline.articles.size()) wished[outline.articles[at].story] = &label.label;
  }
  for (std::size_t s = 0; s < wished.size(); ++s) {
    if (wished[s] == nullptr || wished[s]->empty()) continue;
    outline.stories[s].label = *wished[s];
    outline.stories[s].named = true;
  }
}

}  // namespace

std::size_t SetOutline::find(std::string_view id) const {
  const auto at = std::lower_bound(
      articles.begin(), articles.end(), id,
      [](const OutlinedArticle& a, std::string_view i) { return std::string_view(a.article->source.id) < i; });
  return at != articles.end() && at->article->source.id == id ? static_cast<std::size_t>(at - articles.begin())
                                                              : articles.size();
}

SetOutline outline(std::vector<ArticlePtr> articles, const Resources& resources, const GroupingWishes& wishes) {
  put_in_order(articles);
  const SetWords words(articles, resources);
  SetOutline result;
  for (std::size_t a = 0; a < articles.size(); ++a) result.articles.push_back({articles[a], words[a].body_words});
  result.reuse = find_reuse(words);
  result.origins = find_origins(articles, result.reuse);
  for (Reuse& pair : result.reuse) pair.runs = {};
  result.stories = find_stories(articles, words);
  number_stories(result);
  number_origins(result);
  apply_moves(result, words, wishes.moves);
  apply_labels(result, wishes.labels);
  for (const std::string& id : wishes.left_out) {
    if (const std::size_t at = result.find(id); at < result.articles.size()) result.articles[at].left_out = true;
  }
  return result;
}

}  // namespace newsloupe
