#include "core/compare/outline.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/compare/origins.h"
#include "core/compare/shared_wording.h"
#include "core/compare/stories.h"
#include "core/compare/story_label.h"
#include "core/compare/word_forms.h"
#include "core/compare/word_reader.h"

namespace newsloupe {
namespace {

constexpr std::size_t kArticlesInAStep = 64;

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

// Carries out the moves in the order in which they were wished.
void move_articles(SetOutline& outline, const std::vector<GroupingWishes::Move>& moves) {
  for (const GroupingWishes::Move& move : moves) {
    const std::size_t at = outline.find(move.article);
    const std::size_t with = move.with.empty() ? at : outline.find(move.with);
    if (at == outline.articles.size() || with == outline.articles.size()) continue;
    OutlinedArticle& article = outline.articles[at];
    const bool own = move.with.empty();
    const bool there =
        own ? outline.stories[article.story].articles.size() == 1 : article.story == outline.articles[with].story;
    if (there) continue;
    std::erase(outline.stories[article.story].articles, ArticleIndex(at));
    if (own) outline.stories.emplace_back();
    article.story = own ? static_cast<std::uint32_t>(outline.stories.size() - 1) : outline.articles[with].story;
    std::vector<ArticleIndex>& members = outline.stories[article.story].articles;
    members.insert(std::upper_bound(members.begin(), members.end(), ArticleIndex(at)), ArticleIndex(at));
  }
}

// Stories stand by their first article again, without those that lost all.
void sort_stories(std::vector<Story>& stories) {
  std::erase_if(stories, [](const Story& s) { return s.articles.empty(); });
  sort_items(stories, [](const Story& a, const Story& b) { return a.articles.front() < b.articles.front(); });
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

bool stands_before(const SourceInfo& a, const SourceInfo& b) {
  return a.id != b.id ? a.id < b.id : a.sha256 < b.sha256;
}

std::size_t SetOutline::find(std::string_view id) const {
  const auto at = std::lower_bound(
      articles.begin(), articles.end(), id,
      [](const OutlinedArticle& a, std::string_view i) { return std::string_view(a.article->source.id) < i; });
  return at != articles.end() && at->article->source.id == id ? static_cast<std::size_t>(at - articles.begin())
                                                              : articles.size();
}

struct OutlineMaker::Work {
  enum class Stage : std::uint8_t { kRead, kWording, kStories, kLabels, kDone };

  Work(std::vector<DigestPtr> set, const Resources& resources, GroupingWishes said)
      : articles(std::move(set)), wishes(std::move(said)), reader(resources) {}
  void read();
  [[nodiscard]] std::vector<StoryFinder::Holder> holders_of(const ArticleDigest& article) const;
  void settle_origins();
  void settle_stories();
  void label(Story& story);
  void label_stories();
  void finish();

  std::vector<DigestPtr> articles;
  GroupingWishes wishes;
  WordReader reader;
  StemWeights weights, in_the_world;
  std::unique_ptr<SharedWording> wording = std::make_unique<SharedWording>();
  std::unique_ptr<StoryFinder> stories = std::make_unique<StoryFinder>();
  SetOutline result;
  std::vector<Reuse> reuse;
  Stage stage = Stage::kRead;
  std::size_t labelled = 0;  // stories
};

void OutlineMaker::Work::read() {
  for (std::size_t i = 0; i < kArticlesInAStep && result.articles.size() < articles.size(); ++i) {
    const DigestPtr& article = articles[result.articles.size()];
    const ArticleWords words = reader.read(*article);
    weights.add(words.words);
    wording->add(words);
    stories->add(article->metadata.published.date, words, holders_of(*article));
    result.articles.push_back({article});
  }
  if (result.articles.size() < articles.size()) return;
  in_the_world = weights;
  in_the_world.weigh_in_the_world(reader.size(), reader.everyday());
  stories->start(in_the_world);
  weights.weigh(reader.size());
  stage = Stage::kWording;
}

std::vector<StoryFinder::Holder> OutlineMaker::Work::holders_of(const ArticleDigest& article) const {
  std::vector<StoryFinder::Holder> holders;
  for (const OfficeHolder& holder : article.offices) {
    holders.push_back({holder.office, reader.find(word_stem(holder.surname))});
  }
  return holders;
}

void OutlineMaker::Work::settle_origins() {
  reuse = wording->take();
  result.origins = find_origins(articles, reuse);
  wording.reset();
  number_origins(result);
  stage = Stage::kStories;
}

void OutlineMaker::Work::settle_stories() {
  for (const std::vector<std::uint32_t>& cluster : stories->clusters()) {
    Story& story = result.stories.emplace_back();
    for (const std::uint32_t article : cluster) story.articles.emplace_back(article);
  }
  stories.reset();
  number_stories(result);
  move_articles(result, wishes.moves);
  sort_stories(result.stories);
  number_stories(result);
  stage = Stage::kLabels;
}

void OutlineMaker::Work::label(Story& story) {
  std::vector<const ArticleDigest*> members;
  std::vector<ArticleWords> words;
  for (const ArticleIndex a : story.articles) {
    const ArticleDigest& article = *articles[a.index()];
    members.push_back(&article);
    const bool needed = story.articles.size() > 1;
    words.push_back(needed ? reader.read(article) : ArticleWords{});
  }
  story.label = story_label(members, words, weights);
}

void OutlineMaker::Work::label_stories() {
  for (std::size_t read = 0; read < kArticlesInAStep && labelled < result.stories.size(); ++labelled) {
    label(result.stories[labelled]);
    read += result.stories[labelled].articles.size();
  }
  if (labelled == result.stories.size()) finish();
}

void OutlineMaker::Work::finish() {
  apply_labels(result, wishes.labels);
  for (const std::string& id : wishes.left_out) {
    if (const std::size_t at = result.find(id); at < result.articles.size()) result.articles[at].left_out = true;
  }
  stage = Stage::kDone;
}

OutlineMaker::OutlineMaker(std::vector<DigestPtr> articles, const Resources& resources, GroupingWishes wishes) {
  sort_items(articles, [](const DigestPtr& a, const DigestPtr& b) { return stands_before(a->source, b->source); });
  work_ = std::make_unique<Work>(std::move(articles), resources, std::move(wishes));
}
OutlineMaker::~OutlineMaker() = default;

void OutlineMaker::use(std::vector<SharedGrams> counts) { work_->wording->use(std::move(counts)); }

bool OutlineMaker::step() {
  Work& w = *work_;
  switch (w.stage) {
    case Work::Stage::kRead:
      w.read();
      break;
    case Work::Stage::kWording:
      if (!w.wording->step()) w.settle_origins();
      break;
    case Work::Stage::kStories:
      if (!w.stories->step()) w.settle_stories();
      break;
    case Work::Stage::kLabels:
      w.label_stories();
      break;
    case Work::Stage::kDone:
      break;
  }
  return w.stage != Work::Stage::kDone;
}

SetOutline OutlineMaker::take() { return std::move(work_->result); }
std::vector<Reuse> OutlineMaker::take_reuse() { return std::move(work_->reuse); }

SetOutline outline(std::vector<DigestPtr> articles, const Resources& resources, const GroupingWishes& wishes) {
  OutlineMaker maker(std::move(articles), resources, wishes);
  while (maker.step()) continue;
  return maker.take();
}

}  // namespace newsloupe
