#include <algorithm>

#include "core/base/sorting.h"
#include "core/present/fuzzy_match.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

bool better(const std::pair<std::int32_t, FoundThing>& a, const std::pair<std::int32_t, FoundThing>& b) {
  if (a.second.kind != b.second.kind) return a.second.kind < b.second.kind;
  if (a.first != b.first) return a.first > b.first;
  if (a.second.label != b.second.label) return a.second.label < b.second.label;
  return std::pair(a.second.subject.key, a.second.article) < std::pair(b.second.subject.key, b.second.article);
}

// The different values of a fact, in short: "14, 12, about 20".
std::string values_of(const Fact& fact) {
  constexpr std::size_t kLongest = 40;
  std::string values;
  for (const FactCell& cell : fact.members) {
    if (cell.value.empty() || values.size() > kLongest || values.find(cell.value) != std::string::npos) continue;
    values += (values.empty() ? "" : ", ") + cell.value;
  }
  return values;
}

}  // namespace

// Collects what the typed letters mean; a thing found only by its other name comes after those found by their own.
struct Presenter::ThingFinder {
  const std::string& typed;
  std::vector<std::pair<std::int32_t, FoundThing>> found;

  void offer(FoundThing thing, const std::string& other_name) {
    constexpr std::int32_t kOther = 400;
    std::int32_t penalty = 0;
    std::optional<FuzzyMatch> match = fuzzy_match(typed, thing.label);
    if (!match && !other_name.empty()) {
      match = fuzzy_match(typed, other_name);
      penalty = kOther;
    }
    if (match) found.emplace_back(match->score - penalty, std::move(thing));
  }

  // The best few of each kind.
  void put_best(FoundView& view) {
    constexpr std::size_t kOfAKind = 6;
    view.total = static_cast<std::uint32_t>(found.size());
    sort_items(found, better);
    std::size_t of_kind = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      of_kind = i > 0 && found[i].second.kind == found[i - 1].second.kind ? of_kind + 1 : 0;
      if (of_kind < kOfAKind) view.things.push_back(found[i].second);
    }
  }
};

void Presenter::offer_names(ThingFinder& finder) const {
  for (const SetEntity& entity : comparison().entities) {
    std::uint32_t mentions = 0;
    for (const SetEntity::InArticle& in : entity.articles) mentions += in.mentions;
    std::string detail = std::to_string(mentions) + (mentions == 1 ? " mention" : " mentions");
    if (const std::string& role = entity.articles.front().role; !role.empty()) detail = role + ", " + detail;
    finder.offer({FoundKind::kPerson, entity.name, detail, Status::kNone, name_subject(entity), 0},
                 entity.aliases.empty() ? "" : entity.aliases.front());
  }
}

FoundView Presenter::find_things(const std::string& typed) const {
  static constexpr Status kStatuses[] = {Status::kAgree, Status::kDiffer, Status::kOnly};
  ThingFinder finder{typed, {}};
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) {
    const ArticleTab tab = article_tab(tabs_[t]);
    finder.offer({FoundKind::kArticle, tab.title, tab.letter + " " + tab.outlet, Status::kNone, {}, t}, tab.outlet);
  }
  offer_names(finder);
  for (const Fact& fact : comparison().facts) {
    const Status status = kStatuses[static_cast<std::size_t>(fact.relation)];
    finder.offer({FoundKind::kFact, fact.label, values_of(fact), status, subject_of(fact), 0}, {});
  }
  for (const TimelineEntry& entry : comparison().timeline) {
    if (entry.label.empty()) continue;
    finder.offer({FoundKind::kEvent, entry.label, short_date(entry.first), Status::kNone, subject_of(entry), 0}, {});
  }
  FoundView view;
  view.revision = revision();
  view.text = typed;
  finder.put_best(view);
  return view;
}

}  // namespace newsloupe
