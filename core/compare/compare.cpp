#include <algorithm>

#include "core/compare/alignments.h"
#include "core/compare/brief.h"
#include "core/compare/comparison.h"
#include "core/compare/event_differences.h"
#include "core/compare/facts.h"
#include "core/compare/figures.h"
#include "core/compare/origins.h"
#include "core/compare/quote_groups.h"
#include "core/compare/reading_corrector.h"
#include "core/compare/set_entities.h"
#include "core/compare/set_words.h"
#include "core/compare/stories.h"
#include "core/compare/text_reuse.h"
#include "core/compare/timeline.h"

namespace newsloupe {
namespace {

// By id, then by source: nothing may depend on the order in which files arrived.
void put_in_order(std::vector<ArticlePtr>& articles) {
  std::sort(articles.begin(), articles.end(), [](const ArticlePtr& a, const ArticlePtr& b) {
    const SourceInfo &x = a->source, &y = b->source;
    return x.id != y.id ? x.id < y.id : x.sha256 < y.sha256;
  });
}

// Writes into each article which story and which origin it belongs to.
void number_articles(Comparison& comparison) {
  for (std::uint32_t s = 0; s < comparison.stories.size(); ++s) {
    for (const ArticleIndex a : comparison.stories[s].articles) comparison.articles[a.index()].story = s;
  }
  for (std::uint32_t o = 0; o < comparison.origins.size(); ++o) {
    for (const ArticleIndex a : comparison.origins[o].articles) comparison.articles[a.index()].origin = o;
  }
}

}  // namespace

Comparison compare(std::vector<ArticlePtr> articles, const Resources& resources,
                   std::span<const ReadingCorrection> corrections) {
  put_in_order(articles);
  ReadingCorrector corrector(articles, corrections);
  corrector.reject_quotes();
  const SetWords words(articles, resources);
  Comparison result;
  for (std::size_t a = 0; a < articles.size(); ++a) result.articles.push_back({articles[a], words[a].body_words});
  result.reuse = find_reuse(words);
  result.origins = find_origins(articles, result.reuse);
  find_directions(articles, result.origins, result.reuse);
  result.stories = find_stories(articles, words);
  number_articles(result);
  const LinkedEntities names = corrector.link_names(result.stories, resources);
  corrector.set_speakers(names);
  for (std::size_t a = 0; a < articles.size(); ++a) result.articles[a].article = articles[a];
  result.unmatched = corrector.unmatched();
  result.quotes = find_quote_groups(result, words, names);
  const std::vector<AlignedSentences> aligned = align_sentences(result, words);
  result.alignments = alignments_from(aligned, words);
  Timeline timeline = find_timeline(result, words);
  result.timeline = std::move(timeline.entries);
  result.figures = find_figures(result, words, resources);
  result.entities = names.entities;
  result.facts = find_facts(result, words, {aligned, timeline.differing, find_actor_differences(result, words, names)});
  result.brief = write_brief(result);
  return result;
}

}  // namespace newsloupe
