#include "core/present/library.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/sorting.h"
#include "core/present/presenter.h"
#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

constexpr const char* kLooseName = "Not in a story";

std::optional<CivilDate> day_of(const SetOutline& outline, ArticleIndex a) {
  return outline.article(a).metadata.published.date;
}

// Articles by time: the span from the first day to the last in equal parts.
std::vector<std::uint32_t> bars_of(const std::vector<CivilDate>& days) {
  if (days.size() < 2) return {};
  const std::int32_t first = days_from_civil(days.front()), last = days_from_civil(days.back());
  const auto length = static_cast<std::size_t>(last - first + 1);
  std::vector<std::uint32_t> bars(std::min(length, kLibraryBars));
  for (const CivilDate day : days) {
    ++bars[static_cast<std::size_t>(days_from_civil(day) - first) * bars.size() / length];
  }
  return bars;
}

// The part of [0, total) that the window shows.
RowWindow clipped(RowWindow window, std::size_t total) {
  const std::size_t first = std::min<std::size_t>(window.first, total);
  return {static_cast<std::uint32_t>(first),
          static_cast<std::uint32_t>(std::min<std::size_t>(window.count, total - first))};
}

}  // namespace

Library::Library(std::shared_ptr<const SetOutline> outline, const Scope& scope,
                 std::unordered_map<std::string, std::string> letters)
    : outline_(std::move(outline)), letters_(std::move(letters)) {
  const SetOutline& all = *outline_;
  const std::size_t anchor = all.find(scope.anchor);
  open_ = anchor < all.articles.size() ? all.articles[anchor].story : static_cast<std::uint32_t>(all.stories.size());
  Head loose;
  loose.loose = true;
  for (std::uint32_t s = 0; s < all.stories.size(); ++s) {
    const Story& story = all.stories[s];
    const bool alone = story.articles.size() == 1 && !story.named;
    if (alone) loose.articles.push_back(story.articles.front());
    if (!alone) heads_.push_back({s, story.articles});
  }
  for (Head& head : heads_) sort_by_day(head.articles);
  sort_by_day(loose.articles);
  const auto newest = [&](const Head& head) {
    std::optional<CivilDate> last;
    for (const ArticleIndex a : head.articles) last = std::max(last, day_of(all, a));
    return last;
  };
  sort_items(heads_, [&](const Head& x, const Head& y) {
    if (x.articles.size() != y.articles.size()) return x.articles.size() > y.articles.size();
    const auto a = newest(x), b = newest(y);
    return a != b ? b < a : x.story < y.story;
  });
  if (!loose.articles.empty()) heads_.push_back(std::move(loose));
  number_origins();
}

void Library::sort_by_day(std::vector<ArticleIndex>& articles) const {
  sort_items(articles, [this](ArticleIndex a, ArticleIndex b) {
    const auto x = day_of(*outline_, a), y = day_of(*outline_, b);
    if (x.has_value() != y.has_value()) return x.has_value();
    return x != y ? x < y : a < b;
  });
}

// "origin 1 (7)": numbers go by size inside a story, then by first article.
void Library::number_origins() {
  origin_labels_.resize(outline_->articles.size());
  for (const Head& head : heads_) {
    if (head.loose) continue;
    std::map<std::uint32_t, std::vector<ArticleIndex>> members;
    for (const ArticleIndex a : head.articles) members[outline_->articles[a.index()].origin].push_back(a);
    std::vector<const std::vector<ArticleIndex>*> ranked;
    for (const auto& [origin, articles] : members) ranked.push_back(&articles);
    sort_items(ranked, [](const auto* x, const auto* y) { return x->size() > y->size(); });
    for (std::size_t n = 0; n < ranked.size() && ranked[n]->size() > 1; ++n) {
      const std::string label = "origin " + std::to_string(n + 1) + " (" + std::to_string(ranked[n]->size()) + ")";
      for (const ArticleIndex a : *ranked[n]) origin_labels_[a.index()] = label;
    }
  }
}

std::string Library::name_of(const Head& head) const {
  return head.loose ? std::string() : outline_->article(outline_->stories[head.story].articles.front()).source.id;
}

std::vector<Library::Shown> Library::shown(const LibraryFilter& filter) const {
  std::vector<Shown> result;
  for (const Head& head : heads_) {
    Shown shown{&head, {}};
    if (filter.empty()) {
      shown.articles = head.articles;
    } else {
      const std::string label = head.loose ? "" : fold_word(outline_->stories[head.story].label);
      for (const ArticleIndex a : head.articles) {
        if (filter.lets_through(outline_->article(a), label)) shown.articles.push_back(a);
      }
    }
    if (!shown.articles.empty()) result.push_back(std::move(shown));
  }
  return result;
}

LibraryRow Library::head_row(const Shown& shown) const {
  const Head& head = *shown.head;
  LibraryRow row;
  row.kind = head.loose ? LibraryRowKind::kLoose : LibraryRowKind::kStory;
  row.story = name_of(head);
  row.label = head.loose ? kLooseName : outline_->stories[head.story].label;
  row.articles = static_cast<std::uint32_t>(head.articles.size());
  row.matching = static_cast<std::uint32_t>(shown.articles.size());
  std::set<std::uint32_t> origins;
  std::vector<CivilDate> days;
  for (const ArticleIndex a : head.articles) {
    origins.insert(outline_->articles[a.index()].origin);
    if (const auto day = day_of(*outline_, a)) days.push_back(*day);
  }
  row.origins = static_cast<std::uint32_t>(origins.size());
  if (!days.empty()) row.dates = date_range(days.front(), days.back());
  row.bars = bars_of(days);
  row.open = !head.loose && head.story == open_;
  row.renamed = !head.loose && outline_->stories[head.story].named;
  return row;
}

LibraryRow Library::article_row(const Head& head, ArticleIndex index) const {
  const OutlinedArticle& outlined = outline_->articles[index.index()];
  const ArticleDigest& article = *outlined.article;
  LibraryRow row;
  row.kind = LibraryRowKind::kArticle;
  row.story = name_of(head);
  row.id = article.source.id;
  row.label = shown_title(article);
  row.title_is_lead = article.metadata.headline.empty();
  row.outlet = outlet_of(article);
  row.language = article.metadata.language;
  if (article.metadata.published.date) row.dates = long_date(*article.metadata.published.date);
  row.origin = origin_labels_[index.index()];
  row.words = article.body_words;
  row.left_out = outlined.left_out;
  if (const auto letter = letters_.find(row.id); letter != letters_.end()) row.letter = letter->second;
  return row;
}

LibraryView Library::view(const std::string& filter, RowWindow window, const std::vector<std::string>& expanded) const {
  const LibraryFilter read(filter);
  LibraryView view;
  view.filter = filter;
  view.filter_note = read.note();
  view.articles = static_cast<std::uint32_t>(outline_->articles.size());
  view.origins = static_cast<std::uint32_t>(outline_->origins.size());
  for (const Head& head : heads_) view.stories += head.loose ? 0U : 1U;
  std::set<std::uint32_t> opened;
  bool loose_opened = false;
  for (const std::string& id : expanded) {
    const std::size_t at = outline_->find(id);
    if (at < outline_->articles.size()) opened.insert(outline_->articles[at].story);
    loose_opened = loose_opened || id.empty();
  }
  const auto is_opened = [&](const Head& h) { return h.loose ? loose_opened : opened.contains(h.story); };
  const std::vector<Shown> found = shown(read);
  for (const Shown& s : found) {
    view.matching += static_cast<std::uint32_t>(s.articles.size());
    view.total += 1 + (is_opened(*s.head) ? static_cast<std::uint32_t>(s.articles.size()) : 0);
  }
  window = clipped(window, view.total);
  view.first = window.first;
  std::uint32_t at = 0;
  const auto wanted = [&] { return at >= window.first && at < window.first + window.count; };
  for (const Shown& s : found) {
    const bool open = is_opened(*s.head);
    if (wanted()) {
      view.rows.push_back(head_row(s));
      view.rows.back().expanded = open;
    }
    ++at;
    for (std::size_t a = 0; open && a < s.articles.size(); ++a, ++at) {
      if (wanted()) view.rows.push_back(article_row(*s.head, s.articles[a]));
    }
  }
  return view;
}

LibraryMatchesView Library::matches(const std::string& filter) const {
  LibraryMatchesView view;
  view.filter = filter;
  for (const Shown& s : shown(LibraryFilter(filter))) {
    const std::string story = name_of(*s.head);
    for (const ArticleIndex a : s.articles) view.articles.emplace_back(outline_->article(a).source.id, story);
  }
  return view;
}

StoriesView Library::stories(const std::string& filter, RowWindow window) const {
  const LibraryFilter read(filter);
  StoriesView view;
  view.filter = filter;
  std::vector<const Head*> found;
  for (const Head& head : heads_) {
    if (!head.loose && read.matches_words(fold_word(outline_->stories[head.story].label))) found.push_back(&head);
  }
  view.total = static_cast<std::uint32_t>(found.size());
  window = clipped(window, found.size());
  view.first = window.first;
  for (std::uint32_t i = window.first; i < window.first + window.count; ++i) {
    view.rows.push_back(head_row({found[i], found[i]->articles}));
  }
  return view;
}

}  // namespace newsloupe
