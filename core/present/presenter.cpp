#include "core/present/presenter.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/base/sorting.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

std::string letter_of(std::size_t position) {
  constexpr std::size_t kLetters = 12;
  return position < kLetters ? std::string(1, static_cast<char>('A' + position)) : std::to_string(position + 1);
}

std::uint64_t key_of(const Article& article, TextSpan span) {
  const std::uint64_t place = (std::uint64_t{span.begin} << 32) | span.end;
  return (hash64(article.source.id, hash64(article.source.sha256)) ^ place) * 0x9E3779B97F4A7C15ULL;
}

}  // namespace

Presenter::Presenter(const Snapshot& snapshot) : snapshot_(snapshot), revision_(snapshot.revision) { put_tabs(); }

// Letters go by arrival among all articles of the scope, so that leaving one out does not rename the others.
void Presenter::put_tabs() {
  const Comparison& all = comparison();
  const SetOutline& outline = *snapshot_.outline;
  std::unordered_map<std::string_view, ArticleIndex> compared, left_out;
  for (std::size_t i = 0; i < all.articles.size(); ++i) {
    compared.emplace(all.articles[i].article->source.id, ArticleIndex(i));
  }
  const std::size_t anchor = outline.find(snapshot_.scope.anchor);
  for (std::size_t i = 0; i < outline.articles.size(); ++i) {
    const OutlinedArticle& article = outline.articles[i];
    const bool inside = anchor == outline.articles.size() || article.story == outline.articles[anchor].story;
    if (inside && article.left_out) left_out.emplace(article.article->source.id, ArticleIndex(i));
  }
  tab_of_index_.resize(all.articles.size());
  std::size_t position = 0;
  for (const Intake& intake : snapshot_.intakes) {
    const auto found = compared.find(intake.id);
    const bool out = found == compared.end();
    if (out && !left_out.contains(intake.id)) continue;
    const std::string letter = letter_of(position++);
    letters_.emplace(intake.id, letter);
    if (out) {
      const OutlinedArticle& article = outline.articles[left_out.at(intake.id).index()];
      left_out_.push_back(
          tab_view(*article.article, shown_title(*article.article), letter, article.article->body_words));
    } else {
      tab_of_index_[found->second.index()] = static_cast<std::uint32_t>(tabs_.size());
      tabs_.push_back({found->second, all.articles[found->second.index()].article.get(), letter});
    }
  }
}

Subject Presenter::subject_of(SubjectKind kind, const Member& first) const {
  return {kind, key_of(comparison().article(first.article), first.span)};
}

// A fact about a quote, a figure or a name is the quote, figure or name: one subject, whatever screen shows it.
Subject Presenter::subject_of(const Fact& fact) const {
  const Comparison& all = comparison();
  if (fact.kind == FactKind::kQuote && fact.subject < all.quotes.size()) {
    return subject_of(SubjectKind::kQuote, all.quotes[fact.subject].members.front().member);
  }
  if (fact.kind == FactKind::kFigure && fact.subject < all.figures.size()) {
    return subject_of(SubjectKind::kFigure, all.figures[fact.subject].members.front().member);
  }
  return subject_of(SubjectKind::kFact, fact.members.front().member);
}

Subject Presenter::subject_of(const TimelineEntry& entry) const {
  return subject_of(SubjectKind::kEvent, entry.members.front().member);
}

template <class Items>
void Presenter::put_layer(Targets& targets, SubjectKind kind, std::uint32_t tab, const Items& items) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    targets.try_emplace({kind, key_of(*tabs_[tab].article, items[i].span)}, Target{Target::kSingle, tab, i});
  }
}

void Presenter::put_singles(Targets& targets, std::uint32_t tab) const {
  const Resolution& resolution = tabs_[tab].article->resolution;
  put_layer(targets, SubjectKind::kQuote, tab, resolution.quotes);
  put_layer(targets, SubjectKind::kFigure, tab, resolution.quantities);
  put_layer(targets, SubjectKind::kEvent, tab, resolution.times);
}

// Any member leads to its group, so that a click on one rendering opens all of them.
void Presenter::put_groups(Targets& targets) const {
  const Comparison& all = comparison();
  const auto put = [&targets](const Subject& subject, std::size_t group) {
    targets.try_emplace({subject.kind, subject.key}, Target{group, 0, 0});
  };
  for (std::size_t i = 0; i < all.quotes.size(); ++i) {
    for (const QuoteMember& m : all.quotes[i].members) put(subject_of(SubjectKind::kQuote, m.member), i);
  }
  for (std::size_t i = 0; i < all.figures.size(); ++i) {
    for (const FigureMember& m : all.figures[i].members) put(subject_of(SubjectKind::kFigure, m.member), i);
  }
  for (std::size_t i = 0; i < all.timeline.size(); ++i) {
    for (const TimelineMember& m : all.timeline[i].members) put(subject_of(SubjectKind::kEvent, m.member), i);
  }
  for (std::size_t i = 0; i < all.facts.size(); ++i) {
    if (const Subject subject = subject_of(all.facts[i]); subject.kind == SubjectKind::kFact) put(subject, i);
  }
  for (std::size_t i = 0; i < all.entities.size(); ++i) {
    for (const auto& in : all.entities[i].articles) {
      for (const Id<Mention> m : all.article(in.article).resolution.entities[in.entity.index()].mentions) {
        const Member member{in.article, all.article(in.article).resolution.mentions[m].span, {}};
        put(subject_of(SubjectKind::kName, member), i);
      }
    }
  }
}

const Presenter::Targets& Presenter::targets() const {
  if (!targets_) {
    auto targets = std::make_unique<Targets>();
    put_groups(*targets);
    for (std::uint32_t tab = 0; tab < tabs_.size(); ++tab) put_singles(*targets, tab);
    targets_ = std::move(targets);
  }
  return *targets_;
}

const Library& Presenter::listed() const {
  if (!library_) library_ = std::make_unique<const Library>(snapshot_.outline, snapshot_.scope, letters_);
  return *library_;
}

Subject Presenter::canonical(const Subject& subject) const {
  const auto found = targets().find({subject.kind, subject.key});
  if (found == targets().end() || found->second.group == Target::kSingle) return subject;
  const std::size_t group = found->second.group;
  const Comparison& all = comparison();
  switch (subject.kind) {
    case SubjectKind::kQuote:
      return subject_of(subject.kind, all.quotes[group].members.front().member);
    case SubjectKind::kFigure:
      return subject_of(subject.kind, all.figures[group].members.front().member);
    case SubjectKind::kEvent:
      return subject_of(subject.kind, all.timeline[group].members.front().member);
    case SubjectKind::kName:
      return name_subject(all.entities[group]);
    default:
      return subject;
  }
}

Subject Presenter::name_subject(const SetEntity& entity) const {
  const SetEntity::InArticle& first = entity.articles.front();
  const Resolution& r = comparison().article(first.article).resolution;
  const TextSpan span = r.mentions[r.entities[first.entity.index()].mentions.front()].span;
  return subject_of(SubjectKind::kName, {first.article, span, {}});
}

std::optional<Place> Presenter::place_of(const Subject& subject) const {
  const auto found = targets().find({subject.kind, subject.key});
  if (found == targets().end()) return std::nullopt;
  const Target& target = found->second;
  const Comparison& all = comparison();
  const auto place = [this](const Member& member) { return Place{tab_of(member.article), member.span}; };
  const bool single = target.group == Target::kSingle;
  const Resolution& r = tabs_[target.tab].article->resolution;
  switch (subject.kind) {
    case SubjectKind::kFact:
      return place(all.facts[target.group].members.front().member);
    case SubjectKind::kQuote:
      if (single) return Place{target.tab, r.quotes[target.item].span};
      return place(all.quotes[target.group].members.front().member);
    case SubjectKind::kFigure:
      if (single) return Place{target.tab, r.quantities[target.item].span};
      return place(all.figures[target.group].members.front().member);
    case SubjectKind::kEvent:
      if (single) return Place{target.tab, r.times[target.item].span};
      return place(all.timeline[target.group].members.front().member);
    case SubjectKind::kName: {
      const SetEntity::InArticle& first = all.entities[target.group].articles.front();
      const Resolution& names = all.article(first.article).resolution;
      return place({first.article, names.mentions[names.entities[first.entity.index()].mentions.front()].span, {}});
    }
    default:
      return std::nullopt;
  }
}

Subject Presenter::subject_at(SubjectKind kind, const Place& place) const {
  if (place.article >= tabs_.size()) return {};
  const Subject subject{kind, key_of(*tabs_[place.article].article, place.span)};
  return targets().contains({subject.kind, subject.key}) ? canonical(subject) : Subject{};
}

bool Presenter::is_compared(const Article& article) { return is_fully_read(article.metadata.language); }

std::vector<std::uint32_t> Presenter::columns() const {
  std::vector<std::uint32_t> first_tab(comparison().origins.size(), static_cast<std::uint32_t>(tabs_.size()));
  const auto origin_of = [this](std::uint32_t tab) { return comparison().articles[tabs_[tab].index.index()].origin; };
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) first_tab[origin_of(t)] = std::min(first_tab[origin_of(t)], t);
  std::vector<std::uint32_t> order(tabs_.size());
  for (std::uint32_t t = 0; t < order.size(); ++t) order[t] = t;
  sort_items(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(first_tab[origin_of(a)], a) < std::pair(first_tab[origin_of(b)], b);
  });
  return order;
}

std::string outlet_of(const ArticleCard& article) {
  if (!article.metadata.outlet.empty()) return article.metadata.outlet;
  return article.source.name.empty() ? article.source.id : article.source.name;
}

std::string Presenter::letters_of(const std::vector<std::uint32_t>& tabs) const {
  std::string list;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    if (i > 0) list += i + 1 == tabs.size() ? " and " : ", ";
    list += tabs_[tabs[i]].letter;
  }
  return list;
}

LibraryView Presenter::library(const std::string& filter, RowWindow window,
                               const std::vector<std::string>& expanded) const {
  LibraryView view = listed().view(filter, window, expanded);
  view.revision = revision_;
  return view;
}

LibraryMatchesView Presenter::library_matches(const std::string& filter) const {
  LibraryMatchesView view = listed().matches(filter);
  view.revision = revision_;
  return view;
}

StoriesView Presenter::stories(const std::string& filter, RowWindow window) const {
  StoriesView view = listed().stories(filter, window);
  view.revision = revision_;
  return view;
}

}  // namespace newsloupe
