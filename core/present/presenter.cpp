#include "core/present/presenter.h"

#include <algorithm>

#include "core/base/content_hash.h"

namespace newsloupe {
namespace {

std::string letter_of(std::size_t position) {
  return position < 26 ? std::string(1, static_cast<char>('A' + position)) : std::to_string(position + 1);
}

std::uint64_t key_of(const Article& article, TextSpan span) {
  const std::uint64_t place = (std::uint64_t{span.begin} << 32) | span.end;
  return (hash64(article.source.id, hash64(article.source.sha256)) ^ place) * 0x9E3779B97F4A7C15ULL;
}

}  // namespace

Presenter::Presenter(Snapshot snapshot) : snapshot_(std::move(snapshot)) {
  const Comparison& all = comparison();
  tab_of_index_.resize(all.articles.size());
  for (const Intake& intake : snapshot_.intakes) {
    for (std::size_t i = 0; i < all.articles.size(); ++i) {
      // The comparison holds corrected copies.
      if (intake.article == nullptr || all.articles[i].article->source.id != intake.article->source.id) continue;
      tab_of_index_[i] = static_cast<std::uint32_t>(tabs_.size());
      tabs_.push_back({ArticleIndex(i), all.articles[i].article.get(), letter_of(tabs_.size())});
    }
  }
  index_subjects();
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
void Presenter::index_layer(SubjectKind kind, std::uint32_t tab, const Items& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    targets_.try_emplace({kind, key_of(*tabs_[tab].article, items[i].span)}, Target{Target::kSingle, tab, i});
  }
}

void Presenter::index_singles(std::uint32_t tab) {
  const Resolution& resolution = tabs_[tab].article->resolution;
  index_layer(SubjectKind::kQuote, tab, resolution.quotes);
  index_layer(SubjectKind::kFigure, tab, resolution.quantities);
  index_layer(SubjectKind::kEvent, tab, resolution.times);
}

void Presenter::index_subjects() {
  const Comparison& all = comparison();
  const auto put = [this](const Subject& subject, std::size_t group) {
    targets_.try_emplace({subject.kind, subject.key}, Target{group, 0, 0});
  };
  // Any member leads to its group, so that a click on one rendering opens all of them.
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
  for (std::uint32_t tab = 0; tab < tabs_.size(); ++tab) index_singles(tab);
}

Subject Presenter::canonical(const Subject& subject) const {
  const auto found = targets_.find({subject.kind, subject.key});
  if (found == targets_.end() || found->second.group == Target::kSingle) return subject;
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
  const auto found = targets_.find({subject.kind, subject.key});
  if (found == targets_.end()) return std::nullopt;
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
  return targets_.contains({subject.kind, subject.key}) ? canonical(subject) : Subject{};
}

bool Presenter::is_compared(const Article& article) {
  return article.metadata.language.empty() || article.metadata.language.starts_with("en");
}

std::vector<std::uint32_t> Presenter::columns() const {
  std::vector<std::uint32_t> first_tab(comparison().origins.size(), static_cast<std::uint32_t>(tabs_.size()));
  const auto origin_of = [this](std::uint32_t tab) { return comparison().articles[tabs_[tab].index.index()].origin; };
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) first_tab[origin_of(t)] = std::min(first_tab[origin_of(t)], t);
  std::vector<std::uint32_t> order(tabs_.size());
  for (std::uint32_t t = 0; t < order.size(); ++t) order[t] = t;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(first_tab[origin_of(a)], a) < std::pair(first_tab[origin_of(b)], b);
  });
  return order;
}

std::string Presenter::outlet_of(const Article& article) const {
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

}  // namespace newsloupe
