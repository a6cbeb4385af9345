#include <algorithm>
#include <array>
#include <set>

#include "core/base/sorting.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 8> kRelationWords = {"exact",    "house style", "trimmed",    "extended",
                                                       "reworded", "spliced",     "paraphrase", "translated"};

bool is_direct(QuoteForm form) { return form == QuoteForm::kDirect || form == QuoteForm::kMixed; }

// The variant that compares `member` with the reference, and whether the reference is its side a.
struct AgainstReference {
  const QuoteVariant* variant = nullptr;
  bool reference_is_a = true;
};

AgainstReference variant_of(const QuoteGroup& group, std::size_t member, std::size_t reference) {
  for (const QuoteVariant& v : group.variants) {
    if (v.a == reference && v.b == member) return {&v, true};
    if (v.b == reference && v.a == member) return {&v, false};
  }
  return {};
}

struct SidedEdit {
  EditKind kind;
  TextSpan reference, other;
};

std::vector<SidedEdit> edits_of(const AgainstReference& against) {
  std::vector<SidedEdit> edits;
  if (against.variant == nullptr) return edits;
  for (const QuoteEdit& e : against.variant->edits) {
    edits.push_back(against.reference_is_a ? SidedEdit{e.kind, e.a, e.b} : SidedEdit{e.kind, e.b, e.a});
  }
  return edits;
}

bool is_style(EditKind kind) { return kind == EditKind::kSpelling || kind == EditKind::kPunctuation; }

// Cuts the reference wherever some rendering departs from it, so that the same words stand under each other.
bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// Reported speech is shown in one piece, so it cuts nothing; a piece of marks alone is none.
std::vector<TextSpan> cut_reference(const QuoteGroup& group, std::size_t reference, const Article& article) {
  const TextSpan whole = group.members[reference].member.span;
  std::set<std::uint32_t> cuts = {whole.begin, whole.end};
  std::set<std::uint32_t> inserts;
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    if (!is_direct(group.members[m].form)) continue;
    for (const SidedEdit& e : edits_of(variant_of(group, m, reference))) {
      if (is_style(e.kind)) continue;
      if (whole.contains(e.reference)) {
        cuts.insert(e.reference.begin);
        cuts.insert(e.reference.end);
        if (e.reference.empty()) inserts.insert(e.reference.begin);
      }
    }
  }
  std::vector<TextSpan> pieces;
  for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
    if (inserts.contains(*cut)) pieces.push_back({*cut, *cut});
    if (std::next(cut) == cuts.end()) break;
    if (const TextSpan piece{*cut, *std::next(cut)}; has_word(article.text(piece))) pieces.push_back(piece);
  }
  return pieces;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

// A quotation that the sentence goes on after ends with a comma that is not the speaker's.
std::string without_last_mark(std::string_view text) {
  std::string words = trimmed(text);
  if (words.ends_with(',')) words.pop_back();
  return words;
}

Status status_of(VariantRelation relation) {
  const bool same = relation == VariantRelation::kIdentical || relation == VariantRelation::kStyle;
  return same ? Status::kAgree : Status::kNone;
}

}  // namespace

QuoteRendering Presenter::rendering(const QuoteGroup& group, std::size_t member, std::size_t reference,
                                    const std::vector<TextSpan>& pieces) const {
  const QuoteMember& m = group.members[member];
  const Article& article = comparison().article(m.member.article);
  const Article& base = comparison().article(group.members[reference].member.article);
  QuoteRendering view;
  view.place = {tab_of(m.member.article), m.member.span};
  if (article.metadata.published.date) view.date = short_date(*article.metadata.published.date);
  view.indirect = !is_direct(m.form);
  const AgainstReference against = variant_of(group, member, reference);
  view.relation = view.indirect         ? (m.form == QuoteForm::kIndirect ? "indirect" : "without quotation marks")
                  : member == reference ? "exact"
                  : against.variant != nullptr ? kRelationWords[static_cast<std::size_t>(against.variant->relation)]
                                               : "other words";
  if ((view.indirect && member != reference) || (against.variant == nullptr && member != reference)) {
    view.pieces.push_back({std::string(article.text(m.member.span)), PieceState::kPlain});
    return view;
  }
  const std::vector<SidedEdit> edits = edits_of(against);
  for (const TextSpan piece : pieces) {
    const SidedEdit* edit = nullptr;
    for (const SidedEdit& e : edits) {
      const bool hit = e.reference.empty() ? piece == e.reference : e.reference.contains(piece) && !piece.empty();
      if (hit && !is_style(e.kind)) edit = &e;
    }
    QuotePiece shown;
    if (edit == nullptr) {
      shown =
          piece.empty() ? QuotePiece{"", PieceState::kPlain} : QuotePiece{trimmed(base.text(piece)), PieceState::kSame};
    } else if (edit->other.empty()) {
      shown = {"", PieceState::kMissing};
    } else {
      // A replacement that spans several pieces stands in the first; the others are part of it.
      const bool first = piece.begin == edit->reference.begin;
      shown = {first ? trimmed(article.text(edit->other)) : "",
               edit->reference.empty() ? PieceState::kExtra : PieceState::kChanged};
    }
    view.pieces.push_back(std::move(shown));
  }
  return view;
}

QuoteRow Presenter::quote_row(const QuoteGroup& group, const std::vector<std::uint32_t>& columns) const {
  QuoteRow row;
  const std::size_t reference = group.reference;
  const QuoteMember& longest = group.members[reference];
  row.subject = subject_of(SubjectKind::kQuote, group.members.front().member);
  row.speaker = group.speaker.empty() ? "no speaker named" : group.speaker;
  row.corrected = has_given_speaker(comparison(), group);
  const Article& longest_in = comparison().article(longest.member.article);
  row.indirect = !is_direct(longest.form);
  row.words = without_last_mark(longest_in.text(longest.member.span));
  if (!row.indirect) row.words = "“" + row.words + "”";
  const std::vector<TextSpan> pieces = cut_reference(group, reference, longest_in);
  for (std::size_t m = 0; m < group.members.size(); ++m)
    row.renderings.push_back(rendering(group, m, reference, pieces));
  for (const std::uint32_t column : columns) {
    BriefCell cell;
    for (const QuoteRendering& r : row.renderings) {
      if (r.place.article == column && cell.status == Status::kSilent) cell = {r.relation, Status::kNone, false};
    }
    const Article& article = *tabs_[column].article;
    if (cell.status == Status::kSilent && !is_compared(article))
      cell = {article.metadata.language, Status::kBefore, false};
    row.cells.push_back(std::move(cell));
  }
  row.kind = group.members.size() == 1 ? "one text" : "same words";
  row.status = group.members.size() == 1 ? Status::kOnly : Status::kAgree;
  for (const QuoteVariant& v : group.variants) {
    if (v.relation == VariantRelation::kIdentical || v.relation == VariantRelation::kStyle) continue;
    row.kind = kRelationWords[static_cast<std::size_t>(v.relation)];
    row.status = status_of(v.relation);
    break;
  }
  return row;
}

QuoteRow Presenter::single_quote_row(std::uint32_t tab, std::size_t quote,
                                     const std::vector<std::uint32_t>& columns) const {
  const Article& article = *tabs_[tab].article;
  const Quote& q = article.resolution.quotes[quote];
  const Attribution& who = article.resolution.attributions[quote];
  QuoteGroup group;
  group.speaker = article.speaker_name(who);
  group.members.push_back({{tabs_[tab].index, q.span, q.rule}, Id<Quote>(quote), static_cast<QuoteForm>(q.kind)});
  QuoteRow row = quote_row(group, columns);
  row.speaker_unsure = who.confidence != Confidence::kSure;
  return row;
}

QuotesView Presenter::quotes() const {
  QuotesView view;
  view.revision = revision_;
  view.columns = columns();
  std::set<std::pair<std::uint32_t, std::uint32_t>> grouped;  // tab, quote
  for (const QuoteGroup& group : comparison().quotes) {
    view.rows.push_back(quote_row(group, view.columns));
    for (const QuoteMember& m : group.members) grouped.insert({tab_of(m.member.article), m.quote.value});
  }
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) {
    const Resolution& r = tabs_[t].article->resolution;
    for (std::size_t q = 0; q < r.quotes.size(); ++q) {
      const bool own_row =
          r.quotes[q].kind != QuoteKind::kIndirect && !grouped.contains({t, static_cast<std::uint32_t>(q)});
      if (own_row) view.rows.push_back(single_quote_row(t, q, view.columns));
    }
  }
  sort_items(view.rows, [](const QuoteRow& a, const QuoteRow& b) { return a.renderings.size() > b.renderings.size(); });
  std::set<std::string> speakers;
  for (const QuoteRow& row : view.rows) speakers.insert(row.speaker);
  view.total = static_cast<std::uint32_t>(view.rows.size());
  view.speakers = static_cast<std::uint32_t>(speakers.size());
  return view;
}

}  // namespace newsloupe
