#include <algorithm>

#include "core/base/sorting.h"
#include "core/compare/alignments.h"
#include "core/compare/brief.h"
#include "core/compare/comparison.h"
#include "core/compare/event_differences.h"
#include "core/compare/facts.h"
#include "core/compare/figures.h"
#include "core/compare/inner_differences.h"
#include "core/compare/origins.h"
#include "core/compare/outline.h"
#include "core/compare/quote_groups.h"
#include "core/compare/reading_corrector.h"
#include "core/compare/set_entities.h"
#include "core/compare/set_words.h"
#include "core/compare/text_reuse.h"
#include "core/compare/timeline.h"
#include "core/compare/versions.h"

namespace newsloupe {
namespace {

// The groups of the outline as far as the scope has their articles, in its numbers; `member` says which group an
// article of the outline is in, `number` where the comparison keeps it.
template <class Group>
std::vector<Group> restricted(const std::vector<Group>& groups, const SetOutline& outline,
                              const std::vector<ArticleIndex>& scope, std::uint32_t OutlinedArticle::*member,
                              std::vector<ComparedArticle>& articles, std::uint32_t ComparedArticle::*number) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> place(groups.size(), kNone);
  std::vector<Group> result;
  for (std::size_t a = 0; a < scope.size(); ++a) {
    const std::uint32_t group = outline.articles[scope[a].index()].*member;
    if (place[group] == kNone) {
      place[group] = static_cast<std::uint32_t>(result.size());
      result.push_back(groups[group]);
      result.back().articles.clear();
    }
    result[place[group]].articles.emplace_back(a);
    articles[a].*number = place[group];
  }
  return result;
}

// The articles that take part, with their places in the outline, in its order. Where several have one id, each has its
// place.
std::vector<std::pair<ArticleIndex, ArticlePtr>> placed(const SetOutline& outline, std::span<const ArticlePtr> given) {
  std::vector<std::pair<ArticleIndex, ArticlePtr>> order;
  std::vector<bool> taken(outline.articles.size());
  for (const ArticlePtr& article : given) {
    const auto is_it = [&](std::size_t at) {
      const SourceInfo& source = outline.articles[at].article->source;
      return source.id != article->source.id || (!taken[at] && source.sha256 == article->source.sha256);
    };
    std::size_t at = outline.find(article->source.id);
    while (at < taken.size() && !is_it(at)) ++at;
    if (at == taken.size() || outline.articles[at].article->source.id != article->source.id) continue;
    taken[at] = true;
    if (!outline.articles[at].left_out) order.emplace_back(ArticleIndex(at), article);
  }
  sort_items(order, [](const auto& x, const auto& y) { return x.first < y.first; });
  return order;
}

// An outlet takes the older version of an article for the newer.
void say_direction(const Version& version, std::vector<Reuse>& reuse) {
  for (Reuse& pair : reuse) {
    if (pair.a == version.older && pair.b == version.newer) pair.direction = ReuseDirection::kBFromA;
    if (pair.b == version.older && pair.a == version.newer) pair.direction = ReuseDirection::kAFromB;
  }
}

}  // namespace

Comparison compare(const SetOutline& outline, std::span<const ArticlePtr> given, const Resources& resources,
                   std::span<const ReadingCorrection> corrections, const ArticleRoles& roles) {
  const std::vector<std::pair<ArticleIndex, ArticlePtr>> order = placed(outline, given);
  std::vector<ArticleIndex> members;
  std::vector<ArticlePtr> articles;
  Comparison result;
  for (const auto& [index, article] : order) {
    members.push_back(index);
    articles.push_back(article);
    if (article->source.id == roles.mine) result.mine = ArticleIndex(result.articles.size());
    if (article->source.id == roles.reference) result.reference = ArticleIndex(result.articles.size());
    result.articles.push_back({article, outline.article(index).body_words});
  }
  result.stories =
      restricted(outline.stories, outline, members, &OutlinedArticle::story, result.articles, &ComparedArticle::story);
  result.origins = restricted(outline.origins, outline, members, &OutlinedArticle::origin, result.articles,
                              &ComparedArticle::origin);
  for (Origin& origin : result.origins) {
    if (origin.articles.size() == 1) origin.basis = OriginBasis::kSingle;
  }
  ReadingCorrector corrector(articles, corrections);
  corrector.reject_quotes();
  const SetWords words(articles, resources);
  result.reuse = find_reuse(words);
  find_directions(articles, result.origins, result.reuse);
  const LinkedEntities names = corrector.link_names(result.stories, resources);
  corrector.set_speakers(names);
  for (std::size_t a = 0; a < articles.size(); ++a) result.articles[a].article = articles[a];
  result.unmatched = corrector.unmatched();
  result.quotes = find_quote_groups(result, words, names, resources.lexicon);
  const std::vector<AlignedSentences> aligned = align_sentences(result, words);
  result.alignments = alignments_from(aligned, words);
  result.versions = find_versions(result, words, aligned);
  for (const Version& version : result.versions) say_direction(version, result.reuse);
  Timeline timeline = find_timeline(result, words);
  result.timeline = std::move(timeline.entries);
  const FigureCandidates candidates = find_figure_candidates(result, words, resources);
  result.figures = find_figures(result, words, candidates);
  result.inside = find_inner_differences(result, words, candidates);
  result.entities = names.entities;
  result.facts = find_facts(result, words, {aligned, timeline.differing, find_actor_differences(result, words, names)});
  result.brief = write_brief(result);
  return result;
}

Comparison compare(std::vector<ArticlePtr> articles, const Resources& resources,
                   std::span<const ReadingCorrection> corrections, const ArticleRoles& roles) {
  return compare(outline(digests_of(articles), resources), articles, resources, corrections, roles);
}

}  // namespace newsloupe
