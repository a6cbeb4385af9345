#include <array>
#include <utility>

#include "core/present/text_view_writer.h"

namespace newsloupe {

void TextViewWriter::quotes() {
  const QuotesView view = presenter_.quotes();
  section("quotes", "Quotes", view.total);
  if (view.rows.empty()) html_.tag("<p class=\"note\">No quotes were found.</p>\n");
  for (const QuoteRow& row : view.rows) saying(row);
}

void TextViewWriter::saying(const QuoteRow& row) {
  const std::uint32_t tab = row.renderings.empty() ? 0 : row.renderings.front().place.article;
  html_.tag("<figure class=\"saying\"><blockquote");
  html_.language(set_.articles[tab].language).tag("><p>").text(row.words).tag("</p></blockquote>\n<figcaption>");
  html_.element("strong", row.speaker);
  if (row.speaker_unsure) html_.tag(" (not sure)");
  if (row.indirect) html_.tag(", reported");
  if (row.renderings.size() > 1) html_.tag(" · ").text(row.kind);
  html_.tag("\n<ul class=\"evidence\">");
  for (const QuoteRendering& r : row.renderings) {
    html_.tag("<li>");
    source_line(r.place.article);
    where(r.place);
    if (row.renderings.size() > 1) html_.tag(" · ").text(r.relation);
    if (row.renderings.size() > 1 && r.relation != "exact") words(r);
    html_.tag("</li>");
  }
  html_.tag("</ul></figcaption></figure>\n");
}

// A rendering beside the longest one: what it changes or adds is marked, what it leaves out shows as a gap.
void TextViewWriter::words(const QuoteRendering& r) {
  html_.tag("<blockquote");
  html_.language(set_.articles[r.place.article].language).tag(">");
  bool first = true;
  for (const QuotePiece& piece : r.pieces) {
    if (piece.text.empty() && piece.state != PieceState::kMissing) continue;
    if (!std::exchange(first, false)) html_.tag(" ");
    if (piece.state == PieceState::kMissing) {
      html_.tag("<span aria-hidden=\"true\">[ ]</span><span class=\"sr\">words left out here</span>");
    } else if (piece.state == PieceState::kChanged || piece.state == PieceState::kExtra) {
      html_.element("mark", piece.text);
    } else {
      html_.text(piece.text);
    }
  }
  html_.tag("</blockquote>");
}

void TextViewWriter::figures() {
  static constexpr std::array<std::string_view, 3> kRelations = {"agree", "differ", "not comparable"};
  static constexpr std::array<std::string_view, 7> kReasons = {
      "", "updated later", "different scope", "rounded", "different units", "different sources", "no reason given"};
  const Comparison& all = presenter_.comparison();
  section("figures", "Figures in several articles", all.figures.size());
  if (all.figures.empty()) {
    html_.tag("<p class=\"note\">No figure stands in more than one place.</p>\n");
    return;
  }
  open_table("What is counted, and the figure as each text gives it", "What");
  html_.tag(
      "<th scope=\"col\">As given</th><th scope=\"col\">They</th><th "
      "scope=\"col\">Reason</th></tr></thead>\n<tbody>\n");
  for (const FigureGroup& group : all.figures) {
    html_.tag("<tr>").tag("<th scope=\"row\">").text(group.label).tag("</th><td>");
    bool first = true;
    for (const FigureMember& m : group.members) {
      const Article& article = all.article(m.member.article);
      const auto tab = tab_of_id_.find(article.source.id);
      if (tab == tab_of_id_.end()) continue;
      if (!std::exchange(first, false)) html_.tag(", ");
      letter(tab->second);
      html_.tag(" ").text(article.text(m.member.span));
      where({tab->second, m.member.span});
    }
    const auto relation = static_cast<std::size_t>(group.relation);
    html_.tag("</td>").element("td", kRelations[relation], relation == 1 ? "differ" : relation == 0 ? "agree" : "");
    html_.element("td", kReasons[static_cast<std::size_t>(group.reason)]).tag("</tr>\n");
  }
  close_table();
}

void TextViewWriter::timeline() {
  const TimelineView view = presenter_.timeline();
  section("timeline", "Timeline", view.rows.size());
  html_.tag("<ol class=\"days\">\n");
  for (const TimelineRow& row : view.rows) {
    html_.tag("<li><span>");
    const CivilDate day = civil_from_days(row.mark.first_day);
    html_.tag("<time datetime=\"").text(to_iso(day)).tag("\">");
    html_.text(row.approximate ? row.mark.date : row.mark.date + " " + std::to_string(day.year))
        .tag("</time></span><span>");
    html_.text(row.mark.label);
    if (!row.status.empty()) html_.tag(" (").text(row.status).tag(")");
    if (row.mark.differs) html_.element("span", " ≠ another day elsewhere", "differ");
    for (const TimelineMark& mark : row.members) {
      html_.tag(" ");
      letter(mark.article);
      where(mark.place);
      if (mark.derived) html_.element("span", " worked out", "note");
    }
    html_.tag("</span></li>\n");
  }
  html_.tag("</ol>\n");
  if (view.undated > 0) {
    html_.element("p", counted(view.undated, "time", "times") + " could not be put on a day.", "note").tag("\n");
  }
}

void TextViewWriter::people() {
  const Comparison& all = presenter_.comparison();
  std::vector<const SetEntity*> persons;
  for (const SetEntity& e : all.entities) {
    if (e.type == EntityType::kPerson) persons.push_back(&e);
  }
  section("people", "People", persons.size());
  if (persons.empty()) return;
  open_table("Who is named, and how often", "Name");
  html_.tag("<th scope=\"col\">Role as given</th>");
  has_columns() ? column_heads(brief_.columns) : void(html_.tag("<th scope=\"col\">Named in</th>"));
  html_.tag("</tr></thead>\n<tbody>\n");
  for (const SetEntity* person : persons) this->person(*person);
  close_table();
}

void TextViewWriter::person(const SetEntity& entity) {
  std::vector<BriefCell> row(brief_.columns.size());
  std::string role;
  for (const SetEntity::InArticle& in : entity.articles) {
    const auto tab = tab_of_id_.find(presenter_.comparison().article(in.article).source.id);
    if (tab == tab_of_id_.end()) continue;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (brief_.columns[c] == tab->second) row[c] = {std::to_string(in.mentions), Status::kNone, false};
    }
    if (role.empty()) role = in.role;
  }
  html_.tag("<tr><th scope=\"row\">").text(entity.name);
  std::string aliases;
  for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "" : ", ") + alias;
  if (!aliases.empty()) html_.tag(" <span class=\"note\">also ").text(aliases).tag("</span>");
  html_.tag("</th>").element("td", role);
  has_columns() ? cells(row, brief_.columns, nullptr) : sayers(row, brief_.columns, nullptr);
  html_.tag("</tr>\n");
}

void TextViewWriter::coverage() {
  if (set_.articles.size() < 2) return;
  const CoverageView view = presenter_.coverage();
  section("coverage", "Coverage", view.facts);
  open_table("Which articles say how many of the facts", "Said by");
  html_.tag(
      "<th scope=\"col\">Facts</th><th scope=\"col\">Agree</th><th scope=\"col\">Differ</th></tr></thead>\n<tbody>\n");
  for (const CoverageRow& row : view.rows) {
    html_.tag("<tr><th scope=\"row\">").text(row.label).tag("</th>");
    for (const std::uint32_t count : {row.total, row.agree, row.differ}) html_.tag("<td>").number(count).tag("</td>");
    html_.tag("</tr>\n");
  }
  close_table();
  html_.tag("<ul>\n");
  for (const auto& [article, words] : view.articles) {
    html_.tag("<li>");
    source_line(article);
    html_.tag(" · ").text(words).tag("</li>\n");
  }
  html_.tag("</ul>\n");
}

void TextViewWriter::unread_files() {
  const ImportView files = presenter_.imports({0, 0xFFFFFFFF}, true);
  std::vector<const ImportRow*> rows;
  for (const ImportRow& row : files.rows) {
    if (row.state == ImportState::kFailed || row.state == ImportState::kDuplicate) rows.push_back(&row);
  }
  if (rows.empty()) return;
  section("unread", "Files that are not among the articles", rows.size());
  html_.tag("<ul>\n");
  for (const ImportRow* row : rows) {
    html_.tag("<li>").element("strong", row->name);
    for (const std::string& message : row->messages) html_.tag(" ").text(message);
    html_.tag("</li>\n");
  }
  html_.tag("</ul>\n");
}

void TextViewWriter::texts() {
  section("texts", "Articles in full", set_.articles.size());
  for (std::uint32_t t = 0; t < readers_.size(); ++t) article_text(t);
}

void TextViewWriter::article_text(std::uint32_t tab) {
  const ReaderView& reader = readers_[tab];
  const ArticleTab& head = set_.articles[tab];
  html_.tag("<article id=\"nl-a")
      .number(tab)
      .tag("\" tabindex=\"-1\" aria-labelledby=\"nl-a")
      .number(tab)
      .tag("-title\"");
  html_.language(head.language).tag(">\n<h3 class=\"title\" id=\"nl-a").number(tab).tag("-title\">");
  letter(tab);
  html_.tag(" ").text(reader.headline).tag("</h3>\n<p class=\"meta\" lang=\"en\" dir=\"ltr\">");
  html_.text(head.outlet + " · " + reader.meta);
  html_.tag("</p>\n");
  std::vector<const ReaderParagraph*> furniture;
  for (const ReaderParagraph& p : reader.paragraphs) {
    if (p.look == ParagraphLook::kFurniture) {
      furniture.push_back(&p);
    } else {
      paragraph(reader, p, tab);
    }
  }
  if (!furniture.empty()) {
    html_.tag("<details><summary lang=\"en\" dir=\"ltr\">");
    html_.text(counted(furniture.size(), "paragraph", "paragraphs") + " of the page around the article, left out")
        .tag("</summary>\n");
    for (const ReaderParagraph* p : furniture) html_.element("p", text_of(reader, p->span)).tag("\n");
    html_.tag("</details>\n");
  }
  html_.tag("</article>\n");
}

std::string_view TextViewWriter::text_of(const ReaderView& reader, TextSpan span) {
  return std::string_view(reader.text).substr(span.begin, span.size());
}

void TextViewWriter::paragraph(const ReaderView& reader, const ReaderParagraph& p, std::uint32_t tab) {
  if (p.look == ParagraphLook::kHeadline && text_of(reader, p.span) == reader.headline) return;  // stands above
  if (p.look == ParagraphLook::kSubheading) {
    html_.element("h4", text_of(reader, p.span)).tag("\n");
    return;
  }
  html_.tag("<p");
  if (p.number > 0) {
    html_.tag(" id=\"nl-a").number(tab).tag("-p").number(p.number).tag("\" tabindex=\"-1\">");
    html_.tag("<span class=\"number\">").number(p.number).tag("</span> ");
  } else {
    html_.tag(" class=\"meta\">");
  }
  highlighted(reader, p.span);
  html_.tag("</p>\n");
}

// What agrees, differs or stands here alone is marked; the title says what it is.
void TextViewWriter::highlighted(const ReaderView& reader, TextSpan span) {
  std::uint32_t at = span.begin;
  for (const Highlight& mark : reader.highlights) {
    const bool fits = mark.layer == ReaderLayer::kStatus && mark.span.begin >= at && mark.span.end <= span.end;
    if (!fits || mark.status != Status::kDiffer) continue;
    html_.text(text_of(reader, {at, mark.span.begin})).tag("<mark class=\"differ\" title=\"differs: ");
    html_.text(mark.note).tag("\">").text(text_of(reader, mark.span)).tag("</mark>");
    at = mark.span.end;
  }
  html_.text(text_of(reader, {at, span.end}));
}

}  // namespace newsloupe
