#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/compare/amount_words.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

ParagraphLook look_of(ParagraphClass c) {
  static constexpr std::array<ParagraphLook, 8> kLooks = {
      ParagraphLook::kHeadline, ParagraphLook::kSubtitle,   ParagraphLook::kByline,    ParagraphLook::kDateline,
      ParagraphLook::kBody,     ParagraphLook::kSubheading, ParagraphLook::kFurniture, ParagraphLook::kFurniture};
  return kLooks[static_cast<std::size_t>(c)];
}

Status status_of(FactRelation relation) {
  static constexpr std::array<Status, 3> kStatuses = {Status::kAgree, Status::kDiffer, Status::kOnly};
  return kStatuses[static_cast<std::size_t>(relation)];
}

ReaderLayer layer_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return ReaderLayer::kPerson;
    case EntityType::kPlace:
      return ReaderLayer::kPlace;
    default:
      return ReaderLayer::kOrganization;
  }
}

constexpr std::array<const char*, 8> kTypeWords = {"person",    "organisation", "place",   "event",
                                                   "programme", "agreement",    "product", "group"};

constexpr const char* kCorrected = " (corrected by you)";

// Differ outranks only, only outranks agree: what is heaviest colours the paragraph.
int rank(Status status) {
  return status == Status::kDiffer ? 3 : status == Status::kOnly ? 2 : status == Status::kAgree ? 1 : 0;
}

// Highlights of one layer must not overlap: of two the longer stays, then the earlier.
void drop_overlaps(std::vector<Highlight>& marks) {
  sort_items(marks, [](const Highlight& a, const Highlight& b) {
    if (a.layer != b.layer) return a.layer < b.layer;
    if (rank(a.status) != rank(b.status)) return rank(a.status) > rank(b.status);
    return a.span.size() != b.span.size() ? a.span.size() > b.span.size() : a.span.begin < b.span.begin;
  });
  std::vector<Highlight> kept;
  std::array<std::vector<TextSpan>, 7> taken;  // by layer, sorted by begin
  for (Highlight& mark : marks) {
    std::vector<TextSpan>& spans = taken[static_cast<std::size_t>(mark.layer)];
    const auto after = std::lower_bound(spans.begin(), spans.end(), mark.span);
    const bool clash = (after != spans.end() && after->overlaps(mark.span)) ||
                       (after != spans.begin() && (after - 1)->overlaps(mark.span));
    if (clash || mark.span.empty()) continue;
    spans.insert(after, mark.span);
    kept.push_back(std::move(mark));
  }
  sort_items(kept, [](const Highlight& a, const Highlight& b) {
    return std::pair(a.span.begin, a.layer) < std::pair(b.span.begin, b.layer);
  });
  marks = std::move(kept);
}

std::string time_note(const Timex& time) {
  std::string note = time.end.empty() ? time.value : time.value + " to " + time.end;
  if (time.basis == Basis::kDerived) note += ", worked out from the publication date";
  return note;
}

}  // namespace

void Presenter::put_paragraphs(const Article& article, ReaderView& view) const {
  std::uint32_t number = 0;
  for (const Paragraph& p : article.doc.paragraphs) {
    ReaderParagraph paragraph;
    paragraph.span = p.span;
    paragraph.look = look_of(p.paragraph_class);
    if (paragraph.look == ParagraphLook::kBody) paragraph.number = ++number;
    if (p.paragraph_class == ParagraphClass::kRepeat) paragraph.reason = "repeats what stands elsewhere";
    if (p.paragraph_class == ParagraphClass::kBoilerplate) paragraph.reason = "not part of the article";
    if (p.rule == kRepeatedInSet) paragraph.reason = "printed with many articles of this outlet";
    view.paragraphs.push_back(std::move(paragraph));
  }
}

void Presenter::put_highlights(std::uint32_t tab, ReaderView& view) const {
  const Article& article = *tabs_[tab].article;
  const ArticleIndex index = tabs_[tab].index;
  const Resolution& r = article.resolution;
  const auto put = [&](TextSpan span, ReaderLayer layer, Subject subject, std::string note, Confidence confidence) {
    view.highlights.push_back(
        {span, layer, Status::kNone, canonical(subject), std::move(note), confidence != Confidence::kSure});
  };
  for (const Fact& fact : comparison().facts) {
    for (const FactCell& cell : fact.members) {
      if (cell.member.article != index) continue;
      view.highlights.push_back(
          {cell.member.span, ReaderLayer::kStatus, status_of(fact.relation), subject_of(fact), fact.label, false});
    }
  }
  for (std::size_t i = 0; i < r.quotes.size(); ++i) {
    if (r.quotes[i].kind == QuoteKind::kIndirect) continue;
    const Attribution& who = r.attributions[i];
    const std::string name = article.speaker_name(who);
    put(r.quotes[i].marked, ReaderLayer::kQuote, subject_of(SubjectKind::kQuote, {index, r.quotes[i].span, {}}),
        (name.empty() ? "no speaker named" : name) + (who.corrected() ? kCorrected : ""), who.confidence);
  }
  for (const Quantity& q : r.quantities) {
    put(q.span, ReaderLayer::kFigure, subject_of(SubjectKind::kFigure, {index, q.span, {}}), amount_words(q),
        q.confidence);
  }
  for (const Timex& t : r.times) {
    put(t.span, ReaderLayer::kDate, subject_of(SubjectKind::kEvent, {index, t.span, {}}), time_note(t), t.confidence);
  }
  for (const Entity& entity : r.entities) {
    if (entity.type == EntityType::kGroup) continue;
    for (const Id<Mention> id : entity.mentions) {
      const Mention& mention = r.mentions[id];
      if (mention.nested) continue;
      put(mention.span, layer_of(entity.type), subject_of(SubjectKind::kName, {index, mention.span, {}}),
          entity.name + ", " + kTypeWords[static_cast<std::size_t>(entity.type)] + (entity.corrected ? kCorrected : ""),
          mention.confidence);
    }
  }
  drop_overlaps(view.highlights);
}

// "said by all", "also in B and D", "only A says this", "B: 12 · D: about 20".
std::string Presenter::margin_text(const Fact& fact, std::uint32_t tab) const {
  std::vector<std::uint32_t> others;
  std::string values;
  for (const FactCell& cell : fact.members) {
    const std::uint32_t other = tab_of(cell.member.article);
    if (other == tab || std::find(others.begin(), others.end(), other) != others.end()) continue;
    others.push_back(other);
    if (!values.empty()) values += " · ";
    values += tabs_[other].letter + ": " + cell.value;
  }
  sort_items(others);
  if (fact.relation == FactRelation::kDiffer) return values;
  if (others.empty()) return "only " + tabs_[tab].letter + " says this";
  if (fact.relation == FactRelation::kOnly) return "only this origin, also in " + letters_of(others);
  if (others.size() + 1 == tabs_.size() && tabs_.size() > 2) return "said by all";
  return "also in " + letters_of(others);
}

void Presenter::put_margin_notes(std::uint32_t tab, ReaderView& view) const {
  constexpr std::size_t kMostNotes = 3;  // of one paragraph: more would be a list beside a text
  const ArticleIndex index = tabs_[tab].index;
  struct Found {
    std::uint32_t paragraph;
    const Fact* fact;
  };
  std::vector<Found> found;
  for (const Fact& fact : comparison().facts) {
    for (const FactCell& cell : fact.members) {
      if (cell.member.article != index) continue;
      for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
        if (!view.paragraphs[p].span.contains(cell.member.span.begin)) continue;
        Status& status = view.paragraphs[p].status;
        if (rank(status_of(fact.relation)) > rank(status)) status = status_of(fact.relation);
        found.push_back({p, &fact});
      }
    }
  }
  sort_items(found, [](const Found& a, const Found& b) {
    if (a.paragraph != b.paragraph) return a.paragraph < b.paragraph;
    return rank(status_of(a.fact->relation)) > rank(status_of(b.fact->relation));
  });
  std::size_t in_paragraph = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    in_paragraph = i > 0 && found[i].paragraph == found[i - 1].paragraph ? in_paragraph + 1 : 0;
    const Fact& fact = *found[i].fact;
    MarginNote note{found[i].paragraph, status_of(fact.relation), margin_text(fact, tab), subject_of(fact)};
    const bool repeated = in_paragraph > 0 && !view.notes.empty() && view.notes.back().text == note.text;
    if (in_paragraph < kMostNotes && !repeated) view.notes.push_back(std::move(note));
  }
}

ReaderView Presenter::reader(std::uint32_t tab) const {
  ReaderView view;
  view.revision = revision_;
  view.article = tab;
  if (tab >= tabs_.size()) return view;
  const Article& article = *tabs_[tab].article;
  const ArticleTab shown = article_tab(tabs_[tab]);
  view.text = std::string(article.doc.document->text());
  view.headline = shown.title;
  view.headline_is_lead = shown.title_is_lead;
  const std::string& published = article.metadata.published.value;
  view.meta = published.empty() ? "no date" : shown_time(published);
  for (const std::string& author : article.metadata.byline) view.meta += " · " + author;
  view.meta += " · " + std::to_string(shown.words) + " words";
  if (is_edited(article.source.id)) view.meta += " · corrected by you";
  put_paragraphs(article, view);
  put_highlights(tab, view);
  put_margin_notes(tab, view);
  return view;
}

}  // namespace newsloupe
