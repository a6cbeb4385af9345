#include <algorithm>
#include <array>
#include <span>

#include "core/base/sorting.h"
#include "core/compare/brief.h"
#include "core/compare/brief_words.h"
#include "core/present/counted.h"
#include "core/present/presenter.h"
#include "core/segment/language.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLines = 2;  // "… is a newer version of …", "… shares 22 % of its wording with …"

Status status_of(FactRelation relation) {
  static constexpr std::array<Status, 3> kStatuses = {Status::kAgree, Status::kDiffer, Status::kOnly};
  return kStatuses[static_cast<std::size_t>(relation)];
}

}  // namespace

std::string lower_first(std::string text) {
  const bool acronym = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && !acronym) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// Stories of articles that can be compared: one in another language is no story of its own.
std::size_t Presenter::compared_stories() const {
  return static_cast<std::size_t>(
      std::count_if(comparison().stories.begin(), comparison().stories.end(), [this](const Story& story) {
        return std::any_of(story.articles.begin(), story.articles.end(),
                           [this](ArticleIndex a) { return is_compared(comparison().article(a)); });
      }));
}

// "Five articles, three origins: A, B and C share 71 % of their wording. They differ on the number missing and ..."
std::vector<BriefRun> Presenter::standfirst(const std::vector<OriginView>& origins) const {
  std::vector<BriefRun> runs;
  const auto say = [&runs](std::string text) { runs.push_back({std::move(text), Status::kNone, {}}); };
  if (tabs_.empty()) return runs;
  if (tabs_.size() == 1) {
    say("One article" + (tabs_[0].article->metadata.outlet.empty() ? "" : " by " + tabs_[0].article->metadata.outlet) +
        ". Add another to compare.");
    return runs;
  }
  std::string head = capitalised(number_word(tabs_.size())) + " articles";
  if (origins.size() == tabs_.size()) {
    head += ", none of which copies another.";
  } else {
    head += ", " + number_word(origins.size()) + (origins.size() == 1 ? " origin:" : " origins:");
    std::string lists;
    for (const OriginView& origin : origins) {
      if (origin.articles.size() > 1)
        lists += (lists.empty() ? " " : "; ") + letters_of(origin.articles) + " share their wording";
    }
    head += lists + ".";
  }
  if (const std::size_t stories = compared_stories(); stories > 1) {
    const bool dated = std::all_of(tabs_.begin(), tabs_.end(),
                                   [](const Tab& tab) { return tab.article->metadata.published.date.has_value(); });
    head += (dated ? " They tell " : " They tell at least ") + number_word(stories) + " stories.";
  }
  for (const Tab& tab : tabs_) {
    if (is_compared(*tab.article)) continue;
    head += " " + tab.letter + " is in " + language_name(tab.article->metadata.language) + " and is not compared.";
  }
  if (const ArticleIndex mine = comparison().mine; mine.valid()) {
    const auto lacks = std::count_if(comparison().facts.begin(), comparison().facts.end(), [&](const Fact& fact) {
      return fact.relation != FactRelation::kDiffer && fact.origins > 1 && is_lacking(fact, mine);
    });
    head += " " + tab(mine).letter + " is yours";
    head += lacks > 0 ? "; it lacks " + counted(static_cast<std::size_t>(lacks), "statement", "statements") +
                            " that several others share."
                      : ".";
  }
  const std::vector<BriefLine>& lines = comparison().brief;
  for (std::size_t i = 1; i < lines.size() && lines[i].kind == BriefKind::kSet && i <= kLines; ++i) {
    head += " " + lines[i].text;
  }
  say(head);

  std::vector<const Fact*> differ;
  std::size_t comparable = 0;
  for (const Fact& fact : comparison().facts) {
    if (fact.relation == FactRelation::kDiffer) differ.push_back(&fact);
    if (fact.relation == FactRelation::kAgree && fact.members.size() > 1) ++comparable;
  }
  if (differ.empty()) {
    if (comparable == 1) say(" They share one statement that can be compared, and no contradiction was found.");
    if (comparable > 1)
      say(" No contradiction was found in the " + std::to_string(comparable) + " statements they share.");
    if (comparable == 0 && !shares_anything(comparison())) say(" They share no statement that could be compared.");
    return runs;
  }
  say(" They differ on ");
  const std::size_t shown = std::min<std::size_t>(differ.size(), 3);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) say(i + 1 == shown && shown == differ.size() ? " and " : ", ");
    runs.push_back({lower_first(differ[i]->label), Status::kDiffer, subject_of(*differ[i])});
  }
  say(shown < differ.size() ? " and " + std::to_string(differ.size() - shown) + " more." : ".");
  return runs;
}

// Why values that are not equal are no contradiction; `otherwise` where they are equal.
std::string Presenter::figure_note(const FigureGroup& group, const std::string& otherwise) const {
  if (group.relation != FigureRelation::kDiffer) return otherwise;
  switch (group.reason) {
    case FigureReason::kUpdated: {
      const auto before = [](const FigureMember& x, const FigureMember& y) { return x.as_of < y.as_of; };
      const FigureMember& first = *std::min_element(group.members.begin(), group.members.end(), before);
      std::vector<std::uint32_t> tabs;
      for (const FigureMember& m : group.members) {
        if (m.as_of == first.as_of) tabs.push_back(tab_of(m.member.article));
      }
      sort_items(tabs);
      tabs.erase(std::unique(tabs.begin(), tabs.end()), tabs.end());
      return "updated since " + letters_of(tabs);
    }
    case FigureReason::kRounding:
      return "rounded";
    case FigureReason::kUnit:
      return "in other units";
    case FigureReason::kScope:
      return "another scope";
    case FigureReason::kSource:
      return "by other sources";
    case FigureReason::kNone:
    case FigureReason::kUnexplained:
      break;
  }
  return otherwise;
}

BriefRow Presenter::brief_row(const Fact& fact, const std::vector<std::uint32_t>& columns) const {
  BriefRow row;
  row.label = fact.label;
  row.subject = subject_of(fact);
  if (fact.members.size() > 1 && fact.origins == 1) row.note = "one origin";
  if (fact.kind == FactKind::kFigure && fact.relation == FactRelation::kAgree)
    row.note = figure_note(comparison().figures[fact.subject], row.note);
  for (const std::uint32_t column : columns) {
    BriefCell cell;
    const ArticleIndex index = tabs_[column].index;
    for (const FactCell& member : fact.members) {
      if (member.member.article != index || cell.status != Status::kSilent) continue;
      cell.text = member.value;
      cell.status = status_of(fact.relation);
    }
    const Article& article = *tabs_[column].article;
    if (cell.status == Status::kSilent && !is_compared(article))
      cell = {article.metadata.language, Status::kBefore, false};
    for (const Absence& absence : fact.absent) {
      if (absence.article == index && absence.why == AbsenceReason::kPublishedBefore)
        cell = {"before", Status::kBefore, false};
    }
    row.cells.push_back(std::move(cell));
  }
  return row;
}

std::vector<QuotedPerson> Presenter::quoted_people() const {
  std::vector<QuotedPerson> people;
  for (const SetEntity& entity : comparison().entities) {
    QuotedPerson person;
    person.name = entity.name;
    for (const auto& in : entity.articles) {
      const Resolution& resolution = comparison().article(in.article).resolution;
      std::uint32_t here = 0;
      for (std::size_t q = 0; q < resolution.attributions.size(); ++q) {
        const bool words = resolution.quotes[q].kind != QuoteKind::kIndirect && !resolution.quotes[q].part_of.valid();
        if (words && resolution.attributions[q].entity == in.entity) ++here;
      }
      if (here > 0) person.articles.push_back(tab_of(in.article));
      person.quotes += here;
      if (person.role.empty()) person.role = in.role;
    }
    if (person.quotes == 0) continue;
    sort_items(person.articles);
    person.subject = name_subject(entity);
    people.push_back(std::move(person));
  }
  sort_items(people, [](const QuotedPerson& a, const QuotedPerson& b) {
    return a.articles.size() != b.articles.size() ? a.articles.size() > b.articles.size() : a.quotes > b.quotes;
  });
  return people;
}

DatedMark Presenter::dated_mark(const TimelineEntry& entry) const {
  DatedMark mark;
  mark.first_day = days_from_civil(entry.first);
  mark.last_day = days_from_civil(entry.last);
  mark.date = entry.first == entry.last ? short_date(entry.first) : shown_days(entry);
  mark.label = entry.label;
  mark.differs = entry.differs;
  mark.subject = subject_of(entry);
  return mark;
}

bool Presenter::stands_in(const Fact& fact, const Band& band) const {
  const ArticleIndex mine = comparison().mine;
  if (fact.members.empty()) return false;
  switch (band.of_mine) {
    case OfMine::kAny:
      return fact.relation == band.relation;
    case OfMine::kSays:
      return fact.relation == band.relation && says(fact, mine);
    case OfMine::kAlone:
      return fact.relation == band.relation && says(fact, mine) && fact.members.size() == 1;
    case OfMine::kSilent:
      return fact.relation == band.relation && !says(fact, mine);
    case OfMine::kLacks:
      return fact.relation != FactRelation::kDiffer && is_lacking(fact, mine);
  }
  return false;
}

void Presenter::put_band(const Band& wanted, std::size_t most, BriefView& view) const {
  BriefBand band;
  const bool lacks = wanted.of_mine == OfMine::kLacks;
  band.status = lacks ? Status::kSilent : status_of(wanted.relation);
  band.title = tabs_.size() == 1 ? "What this article says" : wanted.title;
  // What mine lacks: first what most origins have.
  for (std::size_t origins = lacks ? comparison().origins.size() : 1; origins > 0; --origins) {
    for (const Fact& fact : comparison().facts) {
      if (!stands_in(fact, wanted) || (lacks && fact.origins != origins)) continue;
      ++band.total;
      if (band.rows.size() < most) band.rows.push_back(brief_row(fact, view.columns));
    }
  }
  if (band.total > 0) view.bands.push_back(std::move(band));
}

BriefView Presenter::brief(const BriefLimits& limits) const {
  BriefView view;
  view.revision = revision_;
  view.columns = columns();
  view.standfirst = standfirst(origins());
  static constexpr Band kBands[] = {{FactRelation::kDiffer, "They differ"},
                                    {FactRelation::kAgree, "They agree"},
                                    {FactRelation::kOnly, "Only one origin says"}};
  static constexpr Band kBandsOfMine[] = {{FactRelation::kDiffer, "Yours differs", OfMine::kSays},
                                          {FactRelation::kAgree, "Others have it, yours does not", OfMine::kLacks},
                                          {FactRelation::kOnly, "Only yours says", OfMine::kAlone},
                                          {FactRelation::kDiffer, "Others differ", OfMine::kSilent},
                                          {FactRelation::kAgree, "Yours agrees", OfMine::kSays}};
  const bool mine = comparison().mine.valid() && tabs_.size() > 1;
  for (const Band& band : mine ? std::span<const Band>(kBandsOfMine) : std::span<const Band>(kBands)) {
    put_band(band, limits.rows_in_band, view);
  }
  view.quoted = quoted_people();
  view.quoted_total = static_cast<std::uint32_t>(view.quoted.size());
  if (view.quoted.size() > limits.quoted) view.quoted.resize(limits.quoted);
  for (const TimelineEntry& entry : comparison().timeline) {
    ++view.when_total;
    if (view.when.size() < limits.dated) view.when.push_back(dated_mark(entry));
  }
  return view;
}

}  // namespace newsloupe
