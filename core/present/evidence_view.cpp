#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/compare/amount_words.h"
#include "core/present/presenter.h"
#include "core/present/stated_amount.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 7> kReasonWords = {"",
                                                     "The later article has a newer figure",
                                                     "They count different things or times",
                                                     "One of them is rounded",
                                                     "They use different units",
                                                     "They name different sources",
                                                     "The articles give no reason"};

// Number of the body paragraph that holds the offset, 0 outside the body.
std::uint32_t paragraph_number(const Article& article, std::uint32_t offset) {
  std::uint32_t number = 0;
  for (const Paragraph& p : article.doc.paragraphs) {
    if (is_body(p.paragraph_class)) ++number;
    if (p.span.contains(offset)) return is_body(p.paragraph_class) ? number : 0;
  }
  return 0;
}

}  // namespace

TextSpan sentence_around(const Article& article, TextSpan span) {
  TextSpan whole = span;
  if (const Sentence* first = article.doc.sentence_at(span.begin)) whole = hull(whole, first->span);
  if (span.empty()) return whole;
  if (const Sentence* last = article.doc.sentence_at(span.end - 1)) whole = hull(whole, last->span);
  return whole;
}

EvidenceCard Presenter::card(const Member& member) const {
  const Tab& t = tab(member.article);
  const Article& article = *t.article;
  EvidenceCard card;
  card.place = {tab_of(member.article), member.span};
  card.letter = t.letter;
  card.outlet = outlet_of(article);
  const std::uint32_t number = paragraph_number(article, member.span.begin);
  card.where = number > 0 ? "¶ " + std::to_string(number) : "in the head";
  if (!article.metadata.published.value.empty()) card.published = shown_time(article.metadata.published.value);
  const TextSpan sentence = sentence_around(article, member.span);
  card.text = std::string(article.text(sentence));
  if (sentence != member.span) {
    card.marks.push_back({member.span.begin - sentence.begin, member.span.end - sentence.begin});
  }
  return card;
}

void Presenter::put_absent(const std::vector<Absence>& absent, EvidenceView& view) const {
  for (const Absence& a : absent) {
    view.absent.emplace_back(tab_of(a.article),
                             a.why == AbsenceReason::kPublishedBefore ? "published before" : "not found in this text");
  }
  sort_items(view.absent);
}

void Presenter::fill_fact(const Fact& fact, EvidenceView& view) const {
  static constexpr std::array<Status, 3> kStatuses = {Status::kAgree, Status::kDiffer, Status::kOnly};
  static constexpr std::array<const char*, 3> kWords = {"agree", "differ", "only one origin says"};
  view.title = fact.label;
  view.kind = "Statement";
  view.status = kStatuses[static_cast<std::size_t>(fact.relation)];
  view.status_word = kWords[static_cast<std::size_t>(fact.relation)];
  for (const FactCell& cell : fact.members) view.cards.push_back(card(cell.member));
  put_absent(fact.absent, view);
}

bool Presenter::has_given_speaker(const Comparison& all, const QuoteGroup& group) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const QuoteMember& m) {
    return m.quote.valid() && all.article(m.member.article).resolution.attributions[m.quote.index()].corrected();
  });
}

void Presenter::fill_quote(const QuoteGroup& group, EvidenceView& view) const {
  view.title = group.speaker.empty() ? "No speaker named" : group.speaker;
  view.kind = "Quote";
  view.correctable = true;
  view.corrected = has_given_speaker(comparison(), group);
  view.status = group.members.size() > 1 ? Status::kAgree : Status::kOnly;
  view.status_word = group.members.size() > 1 ? std::to_string(group.members.size()) + " renderings" : "one text";
  const QuoteRow row = quote_row(group, columns());
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    EvidenceCard shown = card(group.members[i].member);
    shown.note = row.renderings[i].relation;
    view.cards.push_back(std::move(shown));
  }
}

void Presenter::fill_figure(const FigureGroup& group, EvidenceView& view) const {
  view.title = group.label;
  view.kind = "Figure";
  FigureRow row;
  put_figure_finding(group, row);
  view.status = row.status;
  view.status_word = row.word;
  for (const FigureMember& m : group.members) {
    EvidenceCard shown = card(m.member);
    shown.status = view.status;
    if (!m.said_by.empty()) shown.note = "said by " + m.said_by;
    const std::string words = amount_words(amount_of(m));
    view.reading.emplace_back(shown.letter, words);
    shown.states = stated_amount(words, group.label);
    view.cards.push_back(std::move(shown));
  }
  if (group.reason != FigureReason::kNone) view.reasons.push_back(kReasonWords[static_cast<std::size_t>(group.reason)]);
}

void Presenter::fill_event(const TimelineEntry& entry, EvidenceView& view) const {
  view.title = entry.label;
  view.kind = "Dated event";
  view.status = entry.differs ? Status::kDiffer : entry.members.size() > 1 ? Status::kAgree : Status::kNone;
  view.status_word = entry.differs ? "other day elsewhere" : "";
  view.reading.emplace_back("day", entry.first == entry.last ? long_date(entry.first)
                                                             : long_date(entry.first) + " to " + long_date(entry.last));
  for (const TimelineMember& m : entry.members) {
    EvidenceCard shown = card(m.member);
    if (m.basis == Basis::kDerived) shown.note = "worked out from the publication date";
    view.cards.push_back(std::move(shown));
  }
}

void Presenter::fill_name(const SetEntity& entity, EvidenceView& view) const {
  view.title = entity.name;
  view.kind = "Name";
  view.correctable = true;
  view.corrected = entity.corrected;
  std::string aliases;
  for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "" : ", ") + alias;
  if (!aliases.empty()) view.reading.emplace_back("also", aliases);
  for (const auto& in : entity.articles) {
    const Resolution& r = comparison().article(in.article).resolution;
    const Entity& here = r.entities[in.entity.index()];
    EvidenceCard shown = card({in.article, r.mentions[here.mentions.front()].span, {}});
    shown.note = std::to_string(in.mentions) + (in.mentions == 1 ? " mention" : " mentions") +
                 (in.role.empty() ? "" : " · " + in.role);
    view.cards.push_back(std::move(shown));
  }
}

// A quote, figure or date that stands alone in its article.
void Presenter::fill_single(const Subject& subject, const Target& target, EvidenceView& view) const {
  const Tab& t = tabs_[target.tab];
  const Resolution& r = t.article->resolution;
  view.status_word = tabs_.size() > 1 ? "one text" : "";
  if (subject.kind == SubjectKind::kQuote) {
    const Attribution& who = r.attributions[target.item];
    view.kind = "Quote";
    view.correctable = true;
    view.corrected = who.corrected();
    view.title = t.article->speaker_name(who);
    if (view.title.empty()) view.title = "No speaker named";
    view.reading.emplace_back("found by", std::string(who.rule.name()));
    view.cards.push_back(card({t.index, r.quotes[target.item].span, {}}));
  } else if (subject.kind == SubjectKind::kFigure) {
    const Quantity& q = r.quantities[target.item];
    view.kind = "Figure";
    view.title = std::string(t.article->text(q.span));
    view.reading.emplace_back("amount", amount_words(q));
    if (!q.counted.empty()) view.reading.emplace_back("what", std::string(t.article->text(q.counted)));
    view.cards.push_back(card({t.index, q.span, {}}));
    view.cards.back().states = std::string(t.article->text(q.counted.empty() ? q.span : hull(q.span, q.counted)));
  } else {
    const Timex& time = r.times[target.item];
    view.kind = "Date";
    view.title = std::string(t.article->text(time.span));
    view.reading.emplace_back("read as", time.end.empty() ? time.value : time.value + " to " + time.end);
    view.reading.emplace_back("basis",
                              time.basis == Basis::kStated ? "stated" : "worked out from the publication date");
    view.cards.push_back(card({t.index, time.span, {}}));
  }
}

EvidenceView Presenter::evidence(const Subject& subject) const {
  EvidenceView view;
  view.revision = revision_;
  view.subject = subject;
  if (subject.kind == SubjectKind::kCombination) fill_combination(subject, view);
  const auto found = targets().find({subject.kind, subject.key});
  if (found == targets().end()) return view;
  const Target& target = found->second;
  const Comparison& all = comparison();
  if (target.group == Target::kSingle) {
    fill_single(subject, target, view);
    return view;
  }
  switch (subject.kind) {
    case SubjectKind::kFact:
      fill_fact(all.facts[target.group], view);
      break;
    case SubjectKind::kQuote:
      fill_quote(all.quotes[target.group], view);
      break;
    case SubjectKind::kFigure:
      fill_figure(all.figures[target.group], view);
      break;
    case SubjectKind::kEvent:
      fill_event(all.timeline[target.group], view);
      break;
    case SubjectKind::kName:
      fill_name(all.entities[target.group], view);
      break;
    default:
      break;
  }
  // A quote or figure that is a fact of the comparison knows who lacks it.
  for (const Fact& fact : all.facts) {
    if (view.absent.empty() && subject_of(fact) == subject) put_absent(fact.absent, view);
  }
  return view;
}

}  // namespace newsloupe
