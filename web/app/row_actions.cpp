#include "web/app/row_actions.h"

#include <algorithm>

namespace newsloupe::row_actions {
namespace {

const ViewState& view(const KeyContext& context) { return context.state.view; }

void select_row(const KeyContext& context, int step, CommandQueue& commands) {
  const std::vector<Subject>& rows = context.rows;
  if (rows.empty()) return;
  const auto here = std::find(rows.begin(), rows.end(), view(context).selected);
  auto at = static_cast<std::ptrdiff_t>(here - rows.begin());
  if (here == rows.end()) {
    at = step > 0 ? 0 : static_cast<std::ptrdiff_t>(rows.size()) - 1;
  } else {
    at = std::clamp<std::ptrdiff_t>(at + step, 0, static_cast<std::ptrdiff_t>(rows.size()) - 1);
  }
  commands.emplace_back(Select{rows[static_cast<std::size_t>(at)]});
}

void reveal_paragraph(const KeyContext& context, int step, CommandQueue& commands) {
  const ReaderView& reader = context.views.reader;
  std::vector<TextSpan> body;
  for (const ReaderParagraph& paragraph : reader.paragraphs) {
    if (paragraph.number > 0) body.push_back(paragraph.span);
  }
  if (body.empty()) return;
  const std::uint32_t at = view(context).reveal.begin;
  std::ptrdiff_t here = -1;
  for (const TextSpan& span : body) here += span.begin <= at && !view(context).reveal.empty() ? 1 : 0;
  const auto next = std::clamp<std::ptrdiff_t>(here + step, 0, static_cast<std::ptrdiff_t>(body.size()) - 1);
  commands.emplace_back(OpenArticle{view(context).article, body[static_cast<std::size_t>(next)]});
}

void step_hit(const KeyContext& context, int step, CommandQueue& commands) {
  const SearchView& search = context.views.search;
  const auto count = static_cast<int>(search.hits.size() + search.elsewhere.size());
  if (count == 0) return;
  const int next = std::clamp(static_cast<int>(context.state.search_hit) + step, 0, count - 1);
  commands.emplace_back(PickHit{static_cast<std::uint32_t>(next)});
}

// Through the passages of Compare, or only through those that differ.
void step_passage(const KeyContext& context, int step, bool differing, CommandQueue& commands) {
  const std::vector<CompareRow>& rows = context.views.compare.rows;
  const auto count = static_cast<int>(rows.size());
  int at = static_cast<int>(context.state.passage) - 1;
  if (at < 0 && step < 0) at = count;
  for (at += step; at >= 0 && at < count; at += step) {
    if (differing && !rows[static_cast<std::size_t>(at)].difference) continue;
    commands.emplace_back(ShowPassage{static_cast<std::uint32_t>(at) + 1});
    return;
  }
}

bool shows_texts(const KeyContext& context) {
  return view(context).screen == Screen::kCompare && view(context).compare_mode != CompareMode::kFacts;
}

void step_row(const KeyContext& context, int step, CommandQueue& commands) {
  if (view(context).screen == Screen::kRead) {
    reveal_paragraph(context, step, commands);
  } else if (shows_texts(context)) {
    step_passage(context, step, view(context).compare_mode == CompareMode::kDifferences, commands);
  } else if (view(context).screen == Screen::kSearch) {
    step_hit(context, step, commands);
  } else {
    select_row(context, step, commands);
  }
}

// The next place in the article that differs, after or before the one shown last.
void step_difference_in_text(const KeyContext& context, int step, CommandQueue& commands) {
  const Highlight* found = nullptr;
  const std::uint32_t at = view(context).reveal.begin;
  const bool anywhere = view(context).reveal.empty();
  for (const Highlight& mark : context.views.reader.highlights) {
    if (mark.status != Status::kDiffer) continue;
    if (step > 0 && (anywhere || mark.span.begin > at)) {
      found = &mark;
      break;
    }
    if (step < 0 && mark.span.begin < at) found = &mark;
  }
  if (found == nullptr) return;
  commands.emplace_back(OpenArticle{view(context).article, found->span});
  commands.emplace_back(Select{found->subject});
}

std::vector<Subject> differing_figures(const FiguresView& figures) {
  std::vector<Subject> rows;
  for (const FigureRow& row : figures.rows) {
    if (row.status == Status::kDiffer) rows.push_back(row.subject);
  }
  return rows;
}

std::vector<Subject> differing_facts(const CoverageView& coverage) {
  std::vector<Subject> rows;
  for (const CoverageRow& row : coverage.rows) {
    for (const BriefRow& fact : row.facts) {
      if (status_of(fact) == Status::kDiffer) rows.push_back(fact.subject);
    }
  }
  return rows;
}

void step_difference(const KeyContext& context, int step, CommandQueue& commands) {
  if (view(context).screen == Screen::kRead) return step_difference_in_text(context, step, commands);
  if (shows_texts(context)) return step_passage(context, step, true, commands);
  std::vector<Subject> differing;
  const bool pair = view(context).screen == Screen::kCompare;
  for (const BriefBand& band : pair ? context.views.compare.facts : context.views.brief.bands) {
    if (band.status != Status::kDiffer) continue;
    for (const BriefRow& row : band.rows) differing.push_back(row.subject);
  }
  if (view(context).screen == Screen::kFigures) differing = differing_figures(context.views.figures);
  if (view(context).screen == Screen::kCoverage) differing = differing_facts(context.views.coverage);
  select_row({context.state, context.views, differing}, step, commands);
}

// The next article on the right side.
void step_pair(const KeyContext& context, int step, CommandQueue& commands) {
  const CompareView& pair = context.views.compare;
  const auto count = static_cast<int>(context.views.set.articles.size());
  int at = static_cast<int>(pair.right.article) + step;
  if (at == static_cast<int>(pair.left.article)) at += step;
  if (pair.revision == 0 || at < 0 || at >= count) return;
  commands.emplace_back(ComparePair{pair.left.article, static_cast<std::uint32_t>(at)});
}

// Selects the first fact of the selected combination: so its row opens.
bool open_combination(const KeyContext& context, CommandQueue& commands) {
  for (const CoverageRow& row : context.views.coverage.rows) {
    if (!(row.subject == view(context).selected) || row.facts.empty()) continue;
    commands.emplace_back(Select{row.facts.front().subject});
    return true;
  }
  return false;
}

void step_article(const KeyContext& context, int step, CommandQueue& commands) {
  const auto count = static_cast<int>(context.views.set.articles.size());
  if (count == 0) return;
  const int next = std::clamp(static_cast<int>(view(context).article) + step, 0, count - 1);
  commands.emplace_back(OpenArticle{static_cast<std::uint32_t>(next), {}});
}

const ArticleTab* article_here(const KeyContext& context) {
  const std::vector<ArticleTab>& articles = context.views.set.articles;
  const bool reads = view(context).screen == Screen::kRead;
  return reads && view(context).article < articles.size() ? &articles[view(context).article] : nullptr;
}

void mark(const KeyContext& context, ArticleRole role, CommandQueue& commands) {
  const ArticleTab* article = article_here(context);
  if (article == nullptr) return;
  const ArticleRole next = article->role == role ? ArticleRole::kNone : role;
  commands.emplace_back(Correct{{{SetRole{article->id, next}}}});
}

}  // namespace

void next_row(const KeyContext& context, CommandQueue& commands) { step_row(context, 1, commands); }
void previous_row(const KeyContext& context, CommandQueue& commands) { step_row(context, -1, commands); }
void next_difference(const KeyContext& context, CommandQueue& commands) { step_difference(context, 1, commands); }
void previous_difference(const KeyContext& context, CommandQueue& commands) { step_difference(context, -1, commands); }

void next_hit(const KeyContext& context, CommandQueue& commands) { step_hit(context, 1, commands); }
void previous_hit(const KeyContext& context, CommandQueue& commands) { step_hit(context, -1, commands); }

void open_hit(const KeyContext& context, CommandQueue& commands) {
  const SearchView& search = context.views.search;
  const std::size_t hit = context.state.search_hit, here = search.hits.size();
  if (hit < here) {
    const Place& place = search.hits[hit].place;
    commands.emplace_back(OpenArticle{place.article, place.span});
  } else if (hit - here < search.elsewhere.size()) {
    commands.emplace_back(ReadArticle{search.elsewhere[hit - here].id});
  }
}

void compare_articles(const KeyContext& context, CommandQueue& commands) {
  const auto count = static_cast<std::uint32_t>(context.views.set.articles.size());
  if (count < 2) return commands.emplace_back(OpenScreen{Screen::kCompare}), void();
  const CompareView& pair = context.views.compare;
  if (view(context).screen == Screen::kCompare && pair.revision > 0) {
    commands.emplace_back(ComparePair{pair.right.article, pair.left.article});
    return;
  }
  std::uint32_t first = view(context).article < count ? view(context).article : 0, second = first;
  if (view(context).screen != Screen::kRead && has_evidence(context)) {
    const std::vector<EvidenceCard>& cards = context.views.evidence.cards;
    if (!cards.empty()) first = second = cards.front().place.article;
    for (const EvidenceCard& card : cards) {
      if (second == first) second = card.place.article;
    }
  }
  commands.emplace_back(ComparePair{first, second != first ? second : (first + 1) % count});
}

bool at_passage(const KeyContext& context) {
  const std::uint32_t passage = context.state.passage;
  return shows_texts(context) && passage > 0 && passage <= context.views.compare.rows.size();
}

void read_passage(const KeyContext& context, CommandQueue& commands) {
  const CompareView& pair = context.views.compare;
  const CompareRow& row = pair.rows[context.state.passage - 1];
  const bool left = row.left != kNoPassage;
  const CompareSide& side = left ? pair.left : pair.right;
  commands.emplace_back(OpenArticle{side.article, side.passages[left ? row.left : row.right].span});
}

void copy_passage(const KeyContext& context, CommandQueue& commands) {
  const CompareView& pair = context.views.compare;
  const CompareRow& row = pair.rows[context.state.passage - 1];
  std::string text;
  const auto add = [&](const CompareSide& side, std::uint32_t at) {
    if (at == kNoPassage || side.article >= context.views.set.articles.size()) return;
    const ComparePassage& passage = side.passages[at];
    const ArticleTab& tab = context.views.set.articles[side.article];
    if (!text.empty()) text += "\n\n";
    text += side.text.substr(passage.span.begin, passage.span.size()) + "\n— " + tab.outlet + ", " + side.when +
            ", ¶ " + std::to_string(passage.paragraph);
  };
  add(pair.left, row.left);
  add(pair.right, row.right);
  commands.emplace_back(CopyText{std::move(text)});
}

void right(const KeyContext& context, CommandQueue& commands) {
  if (view(context).screen == Screen::kCompare) return step_pair(context, 1, commands);
  if (view(context).screen == Screen::kRead) return step_article(context, 1, commands);
  if (view(context).screen == Screen::kCoverage && open_combination(context, commands)) return;
  if (view(context).selected.valid()) {
    commands.emplace_back(OpenDrawer{});
  } else {
    select_row(context, 1, commands);
  }
}

void left(const KeyContext& context, CommandQueue& commands) {
  if (view(context).screen == Screen::kCompare) return step_pair(context, -1, commands);
  if (view(context).screen == Screen::kRead) return step_article(context, -1, commands);
  // A row of Coverage is open as long as one of its facts is selected, a row of Quotes as long as it is selected
  // itself; elsewhere its sentences stand in the drawer, or below it where the drawer would be open.
  if (view(context).screen == Screen::kQuotes) {
    commands.emplace_back(Select{});
  } else if (const CoverageRow* row = covering_row(context.views.coverage, view(context).selected);
             row != nullptr && view(context).screen == Screen::kCoverage) {
    commands.emplace_back(Select{row->subject});
  } else {
    commands.emplace_back(CloseDrawer{});
  }
}

bool has_evidence(const KeyContext& context) {
  return view(context).selected.valid() && context.views.evidence.subject == view(context).selected;
}

bool can_correct(const KeyContext& context) {
  if (has_evidence(context) && context.views.evidence.correctable) return true;
  return view(context).screen == Screen::kRead && !context.views.set.articles.empty();
}

void correct(const KeyContext& context, CommandQueue& commands) {
  const bool thing = has_evidence(context) && context.views.evidence.correctable;
  commands.emplace_back(ShowSheet{thing ? Sheet::kCorrect : Sheet::kImport});
}

bool at_article(const KeyContext& context) { return article_here(context) != nullptr; }
void mark_mine(const KeyContext& context, CommandQueue& commands) { mark(context, ArticleRole::kMine, commands); }
void mark_reference(const KeyContext& context, CommandQueue& commands) {
  mark(context, ArticleRole::kReference, commands);
}

void read_here(const KeyContext& context, CommandQueue& commands) {
  for (const EvidenceCard& card : context.views.evidence.cards) {
    const bool same = view(context).screen == Screen::kRead && card.place.article == view(context).article;
    if (same || card.place.span.empty()) continue;
    commands.emplace_back(OpenArticle{card.place.article, card.place.span});
    return;
  }
}

// What a person writes to an editor: where which value stands.
std::string correction_lines(const EvidenceView& evidence, const SetView& set) {
  std::string text;
  for (const EvidenceCard& card : evidence.cards) {
    const bool known = card.place.article < set.articles.size();
    const std::string published = known ? set.articles[card.place.article].published : "";
    text += card.outlet + " (" + published + (published.empty() ? "" : ", ") + card.where + "): " + card.states + "\n";
  }
  return text;
}

void copy_evidence(const KeyContext& context, CommandQueue& commands) {
  const EvidenceView& evidence = context.views.evidence;
  if (view(context).screen == Screen::kFigures && evidence.subject.kind == SubjectKind::kFigure) {
    commands.emplace_back(CopyText{correction_lines(evidence, context.views.set)});
    return;
  }
  std::string text = evidence.title;
  if (!evidence.status_word.empty()) text += " (" + evidence.status_word + ")";
  text += "\n";
  for (const EvidenceCard& card : evidence.cards) {
    text += "\n" + card.letter + " " + card.outlet + ", " + card.where;
    if (!card.published.empty()) text += ", " + card.published;
    text += "\n" + (card.text.empty() ? card.note : card.text) + "\n";
  }
  commands.emplace_back(CopyText{std::move(text)});
}

}  // namespace newsloupe::row_actions
