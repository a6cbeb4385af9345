#include "core/present/compare_view.h"

#include <algorithm>
#include <array>

#include "core/compare/origins.h"
#include "core/present/counted.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

bool is_style(EditKind kind) {
  return kind == EditKind::kSpelling || kind == EditKind::kPunctuation || kind == EditKind::kBracket;
}

bool is_value(EditKind kind) { return kind == EditKind::kNumber || kind == EditKind::kNegation; }

std::string shortened(std::string_view words) {
  constexpr std::size_t kMost = 90;
  while (words.starts_with(' ')) words.remove_prefix(1);
  if (words.size() <= kMost) return std::string(words);
  return std::string(words.substr(0, words.rfind(' ', kMost))) + " …";
}

// A figure or fact that both articles have, at one place of one of them.
struct Finding {
  TextSpan span;
  Status status = Status::kNone;
  Subject subject;
  std::string note;
  std::uint32_t thing = 0;  // the same on both sides
};

// The findings of the two sides, by span.
struct Findings {
  std::vector<Finding> left, right;
};

bool same_figure(const FigureMember& a, const FigureMember& b) {
  return a.value == b.value && a.low == b.low && a.high == b.high && a.unit == b.unit;
}

std::string percent(std::uint32_t thousandths) { return std::to_string((thousandths + 5) / 10) + " %"; }

}  // namespace

// Makes the view of one pair.
class Presenter::PairViewer {
 public:
  PairViewer(const Presenter& presenter, std::uint32_t left, std::uint32_t right)
      : p_(presenter),
        all_(presenter.comparison()),
        left_(presenter.tabs_[left]),
        right_(presenter.tabs_[right]),
        pair_(compare_pair(all_, left_.index, right_.index)) {
    view_.left.article = left;
    view_.right.article = right;
  }

  CompareView view() {
    put_side(left_, view_.left);
    put_side(right_, view_.right);
    find_figures();
    find_facts();
    for (const PairPassage& passage : pair_.passages) put_passage(passage);
    put_rows();
    put_words();
    put_facts();
    return std::move(view_);
  }

 private:
  static void put_side(const Tab& tab, CompareSide& side) {
    side.text = std::string(tab.article->doc.document->text());
    const std::string& published = tab.article->metadata.published.value;
    side.when = published.empty() ? "no date" : shown_time(published);
  }

  // ---- Figures and facts

  void find(TextSpan span, bool is_left, Status status, const Subject& subject, std::string note, std::uint32_t thing) {
    (is_left ? found_.left : found_.right).push_back({span, status, subject, std::move(note), thing});
  }

  // Whether two members of the two articles say one thing is told from these two alone: the group may differ for a
  // third.
  void find_figures() {
    for (std::size_t g = 0; g < all_.figures.size(); ++g) {
      const FigureGroup& group = all_.figures[g];
      std::vector<const FigureMember*> left, right;
      for (const FigureMember& m : group.members) {
        if (m.member.article == left_.index) left.push_back(&m);
        if (m.member.article == right_.index) right.push_back(&m);
      }
      find_figure(group, static_cast<std::uint32_t>(g), left, right, true);
      find_figure(group, static_cast<std::uint32_t>(g), right, left, false);
    }
  }

  void find_figure(const FigureGroup& group, std::uint32_t thing, const std::vector<const FigureMember*>& mine,
                   const std::vector<const FigureMember*>& others, bool is_left) {
    if (others.empty()) return;
    const Tab& other = is_left ? right_ : left_;
    for (const FigureMember* m : mine) {
      const bool equal =
          std::any_of(others.begin(), others.end(), [m](const FigureMember* o) { return same_figure(*m, *o); });
      const Status status = equal || group.relation == FigureRelation::kAgree ? Status::kAgree : status_of(group);
      const std::string said(other.article->text(others.front()->member.span));
      const std::string why = status == Status::kNotComparable ? p_.figure_note(group, "") : "";
      find(m->member.span, is_left, status, p_.subject_of(SubjectKind::kFigure, group.members.front().member),
           group.label + ", " + other.letter + ": " + said + (why.empty() ? "" : " (" + why + ")"), thing);
    }
  }

  // As in the facts: a count that grew or was rounded is no disagreement.
  static Status status_of(const FigureGroup& group) {
    const bool differs = group.relation == FigureRelation::kDiffer && group.reason != FigureReason::kUpdated &&
                         group.reason != FigureReason::kRounding;
    return differs ? Status::kDiffer : Status::kNotComparable;
  }

  // Events told in another way; figures have their groups, quotes the words themselves.
  void find_facts() {
    for (std::size_t f = 0; f < all_.facts.size(); ++f) {
      const Fact& fact = all_.facts[f];
      if (fact.relation != FactRelation::kDiffer || fact.kind != FactKind::kEvent) continue;
      for (const FactCell& cell : fact.members) {
        const bool is_left = cell.member.article == left_.index;
        if (!is_left && cell.member.article != right_.index) continue;
        const Tab& other = is_left ? right_ : left_;
        for (const FactCell& against : fact.members) {
          if (against.member.article != other.index || against.value == cell.value) continue;
          find(value_in(cell), is_left, Status::kDiffer, p_.subject_of(fact),
               fact.label + ", " + other.letter + ": " + against.value,
               static_cast<std::uint32_t>(all_.figures.size() + f));
          break;
        }
      }
    }
  }

  // The words of a statement that give its value, or all of it where they are not written so.
  [[nodiscard]] TextSpan value_in(const FactCell& cell) const {
    const TextSpan whole = cell.member.span;
    const std::size_t at = all_.article(cell.member.article).text(whole).find(cell.value);
    if (cell.value.empty() || at == std::string_view::npos) return whole;
    const std::uint32_t begin = whole.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(cell.value.size())};
  }

  static const Finding* finding_at(const std::vector<Finding>& found, TextSpan span) {
    const auto at = std::find_if(found.begin(), found.end(),
                                 [&](const Finding& f) { return !span.empty() && f.span.overlaps(span); });
    return at == found.end() ? nullptr : &*at;
  }

  // A thing whose two ends both lie in the passage, and are told differently.
  bool differs_inside(const PairPassage& passage) const {
    return std::any_of(found_.left.begin(), found_.left.end(), [&](const Finding& l) {
      if (l.status != Status::kDiffer || !passage.a.span.contains(l.span)) return false;
      return std::any_of(found_.right.begin(), found_.right.end(),
                         [&](const Finding& r) { return r.thing == l.thing && passage.b.span.contains(r.span); });
    });
  }

  // ---- Passages

  void put_passage(const PairPassage& passage) {
    CompareRow row;
    const auto number = static_cast<std::uint32_t>(view_.rows.size());
    ComparePassage left{passage.a.span, paragraph(left_, passage.a), number, kind_of(passage), {}}, right = left;
    right.span = passage.b.span;
    right.paragraph = paragraph(right_, passage.b);
    const bool other_words = passage.relation == PassageRelation::kOtherWords;
    for (const QuoteEdit& edit : passage.edits) {
      if (!other_words && !is_style(edit.kind)) put_edit(edit, left, right);
    }
    if (!passage.a.empty()) put_findings(found_.left, left);
    if (!passage.b.empty()) put_findings(found_.right, right);
    const bool both = !passage.a.empty() && !passage.b.empty();
    const bool reworded = !other_words && std::any_of(passage.edits.begin(), passage.edits.end(),
                                                      [](const QuoteEdit& e) { return !is_style(e.kind); });
    row.difference = both && (left.kind == PassageKind::kDiffers || reworded);
    if (join(passage, left, right, row.difference)) return;
    if (!passage.a.empty()) add(view_.left, std::move(left));
    if (!passage.b.empty()) add(view_.right, std::move(right));
    view_.rows.push_back(row);
    last_ = &passage;
  }

  // Passages stand in reading order, also where the row has moved.
  static void add(CompareSide& side, ComparePassage passage) {
    auto place = side.passages.end();
    while (place != side.passages.begin() && passage.span < (place - 1)->span) --place;
    side.passages.insert(place, std::move(passage));
  }

  static ComparePassage* last_of(CompareSide& side, std::uint32_t row) {
    for (ComparePassage& passage : side.passages) {
      if (passage.row == row) return &passage;
    }
    return nullptr;
  }

  // Neighbours on both sides that are of one kind are shown as one.
  bool join(const PairPassage& passage, ComparePassage& left, ComparePassage& right, bool difference) {
    if (last_ == nullptr || passage.a.empty() || passage.b.empty()) return false;
    const auto follows = [](const Stretch& before, const Stretch& after) {
      return before.end == after.first && before.paragraph == after.paragraph;
    };
    if (!follows(last_->a, passage.a) || !follows(last_->b, passage.b)) return false;
    const auto row = static_cast<std::uint32_t>(view_.rows.size()) - 1;
    ComparePassage *l = last_of(view_.left, row), *r = last_of(view_.right, row);
    if (l == nullptr || r == nullptr || l->kind != left.kind) return false;
    l->span.end = left.span.end;
    r->span.end = right.span.end;
    for (WordMark& mark : left.marks) l->marks.push_back(std::move(mark));
    for (WordMark& mark : right.marks) r->marks.push_back(std::move(mark));
    view_.rows[row].difference = view_.rows[row].difference || difference;
    last_ = &passage;
    return true;
  }

  static std::uint32_t paragraph(const Tab& tab, const Stretch& stretch) {
    std::uint32_t number = 0;
    for (std::uint32_t i = 0; !stretch.empty() && i <= stretch.paragraph; ++i) {
      number += is_body(tab.article->doc.paragraphs[std::size_t{i}].paragraph_class) ? 1 : 0;
    }
    return number;
  }

  PassageKind kind_of(const PairPassage& passage) const {
    if (passage.a.empty() || passage.b.empty()) return PassageKind::kOnlyHere;
    const bool same = passage.relation == PassageRelation::kSameWords;
    const bool value = same && std::any_of(passage.edits.begin(), passage.edits.end(), [&](const QuoteEdit& edit) {
                         return is_value(edit.kind) && is_other_value(edit, finding_at(found_.left, edit.a));
                       });
    if (value || differs_inside(passage)) return PassageKind::kDiffers;
    return same ? PassageKind::kSameWords : PassageKind::kOtherWords;
  }

  // A number or a "not" of which no figure says more. Amounts in other units say nothing of each other, and on another
  // day a number may have grown.
  [[nodiscard]] bool is_other_value(const QuoteEdit& edit, const Finding* found) const {
    if (found != nullptr) return found->status == Status::kDiffer;
    if (edit.kind == EditKind::kNegation) {
      // Words that only one has may deny what they themselves say: "within days, not weeks".
      const std::string_view added = edit.a.empty()   ? right_.article->text(edit.b)
                                     : edit.b.empty() ? left_.article->text(edit.a)
                                                      : "";
      return added.find(' ') == std::string_view::npos;
    }
    const auto &day = left_.article->metadata.published.date, &other_day = right_.article->metadata.published.date;
    if (day && other_day && *day != *other_day) return false;
    const Quantity *a = quantity_at(left_, edit.a), *b = quantity_at(right_, edit.b);
    return a == nullptr || b == nullptr || a->unit == b->unit;
  }

  static const Quantity* quantity_at(const Tab& tab, TextSpan span) {
    const auto& all = tab.article->resolution.quantities;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Quantity& q) { return q.span.overlaps(span); });
    return at == all.end() ? nullptr : &*at;
  }

  void put_edit(const QuoteEdit& edit, ComparePassage& left, ComparePassage& right) const {
    const Finding *in_left = finding_at(found_.left, edit.a), *in_right = finding_at(found_.right, edit.b);
    const bool value = is_value(edit.kind) && is_other_value(edit, in_left);
    put_mark(edit.a, edit.b, value, in_left, right_, left);
    put_mark(edit.b, edit.a, value, in_right, left_, right);
  }

  static void put_mark(TextSpan here, TextSpan there, bool value, const Finding* finding, const Tab& other,
                       ComparePassage& passage) {
    WordMark mark;
    mark.span = here;
    if (here.empty()) {
      mark.change = WordChange::kMissing;
      mark.note = other.letter + " has here: " + shortened(other.article->text(there));
    } else if (there.empty()) {
      mark.change = WordChange::kOnlyHere;
      mark.status = Status::kOnly;
      mark.note = "not in " + other.letter;
    } else {
      mark.change = WordChange::kChanged;
      mark.note = other.letter + ": " + shortened(other.article->text(there));
    }
    if (finding != nullptr && !here.empty()) {
      mark.subject = finding->subject;
      mark.note = finding->note;
      if (mark.change == WordChange::kChanged) mark.span = hull(here, finding->span);  // "€40 million", not "40"
    }
    if (value || (finding != nullptr && finding->status == Status::kDiffer)) mark.status = Status::kDiffer;
    put(passage, std::move(mark));
  }

  static void put_findings(const std::vector<Finding>& found, ComparePassage& passage) {
    for (const Finding& finding : found) {
      if (!passage.span.contains(finding.span)) continue;
      const bool marked = std::any_of(passage.marks.begin(), passage.marks.end(), [&](const WordMark& m) {
        return !m.span.empty() && m.span.overlaps(finding.span);
      });
      if (marked) continue;
      const bool agrees = finding.status == Status::kAgree;
      put(passage, {finding.span, agrees ? WordChange::kSame : WordChange::kChanged, finding.status, finding.subject,
                    finding.note});
    }
  }

  static void put(ComparePassage& passage, WordMark mark) {
    auto place = passage.marks.end();
    while (place != passage.marks.begin() && mark.span < (place - 1)->span) --place;
    passage.marks.insert(place, std::move(mark));
  }

  void put_rows() {
    for (std::uint32_t i = 0; i < view_.left.passages.size(); ++i) view_.rows[view_.left.passages[i].row].left = i;
    for (std::uint32_t i = 0; i < view_.right.passages.size(); ++i) view_.rows[view_.right.passages[i].row].right = i;
  }

  // ---- Words about the pair

  void put_words() {
    const std::string &l = left_.letter, &r = right_.letter;
    for (const Tab* tab : {&left_, &right_}) {
      if (!is_compared(*tab->article)) {
        view_.wording += tab->letter + " is in another language: its sentences are not compared with others. ";
      }
    }
    const bool turned = right_.index < left_.index;
    if (pair_.reuse == nullptr) {
      view_.wording += l + " and " + r + " have no wording in common.";
    } else {
      constexpr std::array<const char*, 4> kLabels = {"one text", "partly one text", "the same quotes only",
                                                      "hardly more than a phrase"};
      const Reuse& reuse = *pair_.reuse;
      const std::uint32_t left = turned ? reuse.containment_b : reuse.containment_a;
      const std::uint32_t right = turned ? reuse.containment_a : reuse.containment_b;
      view_.share = (std::max(left, right) + 5) / 10;
      view_.wording += percent(left) + " of " + l + "’s words and " + percent(right) + " of " + r +
                       "’s stand in common passages: " + kLabels[static_cast<std::size_t>(reuse.label)] + ".";
      put_direction(reuse);
    }
    view_.added = added(l, pair_.a) + " " + added(r, pair_.b);
  }

  static std::string added(const std::string& letter, const PairTotals& totals) {
    if (totals.only_sentences == 0) return "Nothing stands in " + letter + " alone.";
    return "Only in " + letter + ": " + counted(totals.only_sentences, "sentence", "sentences") + ", " +
           counted(totals.only_words, "word", "words") + ".";
  }

  void put_direction(const Reuse& reuse) {
    if (reuse.label != ReuseLabel::kWholly && reuse.label != ReuseLabel::kPartly) return;
    const Tab &a = reuse.a == left_.index ? left_ : right_, &b = reuse.a == left_.index ? right_ : left_;
    if (reuse.direction != ReuseDirection::kUnknown) {
      const bool from_b = reuse.direction == ReuseDirection::kAFromB;
      const Tab &later = from_b ? a : b, &first = from_b ? b : a;
      view_.direction = later.letter + " follows " + first.letter + ": ";
      view_.direction += credits(*later.article, *first.article)
                             ? later.letter + " names " + outlet_of(*first.article) + " as its agency."
                         : takes_from(*later.article, *first.article)
                             ? later.letter + " names " + outlet_of(*first.article) + " in its text."
                             : first.letter + " was published first of all that share this wording.";
      return;
    }
    view_.direction = "Unknown who was first.";
    if (published_before(*left_.article, *right_.article)) earlier(left_, right_);
    if (published_before(*right_.article, *left_.article)) earlier(right_, left_);
    for (const Tab* tab : {&left_, &right_}) {
      const ArticleMetadata& data = tab->article->metadata;
      if (!data.agency.empty()) view_.direction += " " + tab->letter + " credits " + data.agency + ".";
      if (data.dateline && !data.dateline->agency.empty()) {
        view_.direction += " Its dateline names " + data.dateline->agency + ".";
      }
    }
  }

  void earlier(const Tab& first, const Tab& second) {
    view_.direction += " " + first.letter + " is dated earlier than " + second.letter + ".";
  }

  // ---- Facts

  void put_facts() {
    std::array<BriefBand, 4> bands;
    bands[0].status = Status::kDiffer, bands[0].title = "They differ";
    bands[1].status = Status::kAgree, bands[1].title = "They agree";
    bands[2].status = Status::kOnly, bands[2].title = "Only " + left_.letter + " says";
    bands[3].status = Status::kOnly, bands[3].title = "Only " + right_.letter + " says";
    for (const Fact& fact : all_.facts) {
      BriefRow row = p_.brief_row(fact, {view_.left.article, view_.right.article});
      const auto says = [](const BriefCell& cell) {
        return cell.status != Status::kSilent && cell.status != Status::kBefore;
      };
      BriefCell &l = row.cells[0], &r = row.cells[1];
      if (l.text == r.text || row.note == "one origin") row.note.clear();
      if (!says(l) && !says(r)) continue;
      const std::size_t band = !says(r)                                                     ? 2
                               : !says(l)                                                   ? 3
                               : fact.relation == FactRelation::kDiffer && l.text != r.text ? 0
                                                                                            : 1;
      for (BriefCell* cell : {&l, &r}) {
        if (says(*cell)) cell->status = bands[band].status;
      }
      bands[band].rows.push_back(std::move(row));
      ++bands[band].total;
    }
    for (BriefBand& band : bands) {
      if (band.total > 0) view_.facts.push_back(std::move(band));
    }
  }

  const Presenter& p_;
  const Comparison& all_;
  const Tab &left_, &right_;
  PairComparison pair_;
  Findings found_;
  CompareView view_;
  const PairPassage* last_ = nullptr;  // put last
};

CompareView Presenter::compare(std::uint32_t left, std::uint32_t right) const {
  if (tabs_.size() < 2) {
    CompareView view;
    view.needs = "Compare needs two articles: add another one to the story.";
    view.revision = revision_;
    return view;
  }
  if (left == right || left >= tabs_.size() || right >= tabs_.size()) {
    left = 0, right = 1;
    if (const Reuse* pair = most_shared(comparison())) {
      left = std::min(tab_of(pair->a), tab_of(pair->b));
      right = std::max(tab_of(pair->a), tab_of(pair->b));
    }
  }
  CompareView view = PairViewer(*this, left, right).view();
  view.revision = revision_;
  return view;
}

}  // namespace newsloupe
