#include "core/present/text_view.h"

#include <utility>

#include "core/present/text_view_writer.h"
#include "core/resources/asset_table.h"

namespace newsloupe {
namespace {

// A table has one column for each article up to here; beyond, one column lists the articles.
constexpr std::size_t kMostColumns = 12;
// Of longer bands only what differs comes with its sentences: they stand in the articles below as well.
constexpr std::size_t kMostLinkedRows = 300;

struct StatusWords {
  std::string_view css, glyph, said;  // said: of a cell without a value
};
StatusWords words_of(Status status) {
  switch (status) {
    case Status::kAgree:
      return {"agree", "✓", "says so"};
    case Status::kDiffer:
      return {"differ", "≠", "differs"};
    case Status::kOnly:
      return {"only", "◇", "only here"};
    case Status::kBefore:
      return {"silent", "", "not compared"};
    case Status::kUpdated:
    case Status::kRounded:
    case Status::kNotComparable:
      return {"", "", "not comparable"};
    case Status::kNone:
      return {"", "✓", "says so"};
    case Status::kSilent:
      break;
  }
  return {"silent", "·", "not found in this text"};
}

std::string_view style_sheet() {
  for (const Asset& asset : embedded_assets()) {
    if (asset.path == "report/text_view.css") return asset.content;
  }
  return {};
}

}  // namespace

TextViewWriter::TextViewWriter(const Presenter& presenter, const TextViewOptions& options)
    : presenter_(presenter), options_(options), set_(presenter.set()), brief_(presenter.brief(everything())) {
  for (std::uint32_t t = 0; t < set_.articles.size(); ++t) {
    readers_.push_back(presenter.reader(t));
    tab_of_id_.emplace(set_.articles[t].id, t);
  }
  for (const BriefBand& band : brief_.bands) rows_ += band.rows.size();
}

std::string TextViewWriter::write() {
  html_.tag("<style>").tag(style_sheet()).tag("</style>\n<div class=\"nl\" lang=\"en\" dir=\"ltr\">\n");
  head();
  articles();
  for (const BriefBand& band : brief_.bands) this->band(band);
  quotes();
  figures();
  timeline();
  people();
  coverage();
  unread_files();
  if (options_.article_texts) texts();
  html_.tag(
      "<footer class=\"note\"><p>Made by Newsloupe from the texts named above. It shows what they say; it scores no "
      "outlet and declares nothing true.</p></footer>\n</div>\n");
  return html_.take();
}

BriefLimits TextViewWriter::everything() {
  constexpr std::size_t kAll = static_cast<std::size_t>(-1);
  return {kAll, kAll, kAll};
}

void TextViewWriter::section(std::string_view id, std::string_view title, std::size_t count, std::string_view css,
                             std::string_view glyph) {
  html_.tag("<h2 id=\"nl-").tag(id).tag("\" tabindex=\"-1\">");
  if (!glyph.empty()) {
    html_.tag("<span aria-hidden=\"true\" class=\"glyph ").tag(css).tag("\">").tag(glyph).tag("</span> ");
  }
  html_.text(title).tag(" <span class=\"count\">").number(count).tag("</span></h2>\n");
}

void TextViewWriter::letter(std::uint32_t tab) {
  html_.tag("<span class=\"letter\">").text(set_.articles[tab].letter).tag("</span>");
}

// The number of the body paragraph that holds the place; 0 for none.
std::uint32_t TextViewWriter::paragraph_of(const Place& place) const {
  if (place.article >= readers_.size()) return 0;
  for (const ReaderParagraph& p : readers_[place.article].paragraphs) {
    if (p.number > 0 && p.span.contains(place.span.begin)) return p.number;
  }
  return 0;
}

void TextViewWriter::open_anchor(const Place& place) {
  const std::uint32_t number = paragraph_of(place);
  html_.tag("<a href=\"#nl-a").number(place.article);
  if (number > 0) html_.tag("-p").number(number);
  html_.tag("\">");
}

// "¶ 4", a link to it where the articles are in the page.
void TextViewWriter::where(const Place& place) {
  const std::uint32_t number = paragraph_of(place);
  const std::string words = number > 0 ? "¶ " + std::to_string(number) : "in the head";
  html_.tag(" ");
  if (options_.article_texts) open_anchor(place);
  html_.text(words);
  if (options_.article_texts) html_.tag("</a>");
}

void TextViewWriter::source_line(std::uint32_t tab) {
  letter(tab);
  html_.tag(" ").text(set_.articles[tab].outlet);
}

void TextViewWriter::marked(std::string_view text, const std::vector<TextSpan>& marks, std::string_view css) {
  std::uint32_t at = 0;
  for (const TextSpan mark : marks) {
    if (mark.begin < at || mark.end > text.size()) continue;
    html_.text(text.substr(at, mark.begin - at)).tag("<mark");
    if (!css.empty()) html_.tag(" class=\"").tag(css).tag("\"");
    html_.tag(">").text(text.substr(mark.begin, mark.size())).tag("</mark>");
    at = mark.end;
  }
  html_.text(text.substr(at));
}

bool TextViewWriter::has_columns() const { return brief_.columns.size() <= kMostColumns; }

void TextViewWriter::column_heads(const std::vector<std::uint32_t>& columns) {
  for (const std::uint32_t tab : columns) {
    html_.tag("<th scope=\"col\">");
    letter(tab);
    html_.tag("<br>").text(set_.articles[tab].outlet).tag("</th>");
  }
}

void TextViewWriter::open_table(std::string_view caption, std::string_view first_head) {
  html_.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
      .text(caption)
      .tag("\"><table><caption class=\"sr\">");
  html_.text(caption).tag("</caption>\n<thead><tr><th scope=\"col\">").text(first_head).tag("</th>");
}

void TextViewWriter::close_table() { html_.tag("</tbody></table></div>\n"); }

void TextViewWriter::cell(const BriefCell& cell, const EvidenceView* evidence, std::uint32_t tab) {
  const StatusWords words = words_of(cell.status);
  const EvidenceCard* card = nullptr;
  for (std::size_t i = 0; evidence != nullptr && i < evidence->cards.size() && card == nullptr; ++i) {
    if (evidence->cards[i].place.article == tab) card = &evidence->cards[i];
  }
  const bool linked = card != nullptr && options_.article_texts;
  if (linked) open_anchor(card->place);
  if (cell.text.empty()) {
    html_.tag("<span aria-hidden=\"true\" class=\"").tag(words.css).tag("\">").tag(words.glyph).tag("</span>");
    html_.element("span", words.said, "sr");
  } else {
    html_.element("span", cell.text, cell.status == Status::kDiffer || cell.status == Status::kBefore ? words.css : "");
  }
  if (linked) html_.tag("</a>");
}

void TextViewWriter::cells(const std::vector<BriefCell>& row, const std::vector<std::uint32_t>& columns,
                           const EvidenceView* evidence) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    html_.tag("<td>");
    cell(row[i], evidence, columns[i]);
    html_.tag("</td>");
  }
}

// Who says it, in one cell: for what few articles say, and for more articles than a table has room for.
void TextViewWriter::sayers(const std::vector<BriefCell>& row, const std::vector<std::uint32_t>& columns,
                            const EvidenceView* evidence) {
  html_.tag("<td>");
  bool first = true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].status == Status::kSilent || row[i].status == Status::kBefore) continue;
    if (!std::exchange(first, false)) html_.tag(", ");
    letter(columns[i]);
    for (std::size_t c = 0; evidence != nullptr && c < evidence->cards.size(); ++c) {
      if (evidence->cards[c].place.article != columns[i]) continue;
      where(evidence->cards[c].place);
      break;
    }
    if (!row[i].text.empty()) html_.tag(" ").text(row[i].text);
  }
  html_.tag("</td>");
}

void TextViewWriter::contents_link(std::string_view id, std::string_view words) {
  html_.tag("<li><a href=\"#nl-").tag(id).tag("\">").text(words).tag("</a></li>\n");
}

void TextViewWriter::head() {
  html_.tag("<a class=\"skip\" href=\"#nl-articles\">Skip the list of contents</a>\n<header>\n");
  html_.element("h1", set_.articles.empty() ? "No articles yet" : set_story_name()).tag("\n");
  html_.tag("<p class=\"standfirst\">");
  for (const BriefRun& run : brief_.standfirst) {
    run.status == Status::kNone ? html_.text(run.text) : html_.element("em", run.text, words_of(run.status).css);
  }
  html_.tag("</p>\n");
  if (!set_.status.empty()) html_.element("p", set_.status, "meta").tag("\n");
  html_.tag("</header>\n<nav class=\"contents\" aria-label=\"Contents\"><ul>\n");
  contents_link("articles", "Articles");
  for (const BriefBand& band : brief_.bands) contents_link(band_id(band), band.title);
  contents_link("quotes", "Quotes");
  contents_link("figures", "Figures");
  contents_link("timeline", "Timeline");
  contents_link("people", "People");
  if (set_.articles.size() > 1) contents_link("coverage", "Coverage");
  if (options_.article_texts) contents_link("texts", "Articles in full");
  html_.tag("</ul></nav>\n");
}

// The whole name of the story that the app bar shows cut.
std::string TextViewWriter::set_story_name() const {
  const std::string shown = set_.story.ends_with(" …") ? set_.story.substr(0, set_.story.size() - 4) : set_.story;
  for (const Story& story : presenter_.comparison().stories) {
    if (story.label.starts_with(shown)) return story.label;
  }
  return set_.story;
}

void TextViewWriter::articles() {
  section("articles", "Articles", set_.articles.size());
  if (set_.articles.empty()) return;
  open_table("Each article goes by a letter", "Article");
  html_.tag(
      "<th scope=\"col\">Outlet</th><th scope=\"col\">Published</th><th scope=\"col\">Words</th>"
      "<th scope=\"col\">Origin</th></tr></thead>\n<tbody>\n");
  for (std::uint32_t t = 0; t < set_.articles.size(); ++t) {
    const ArticleTab& tab = set_.articles[t];
    html_.tag("<tr><th scope=\"row\"");
    html_.language(tab.language).tag(">");
    letter(t);
    html_.tag(" ");
    if (options_.article_texts) html_.tag("<a href=\"#nl-a").number(t).tag("\">");
    html_.text(tab.title);
    if (options_.article_texts) html_.tag("</a>");
    html_.tag("</th>").element("td", tab.outlet).element("td", tab.published.empty() ? "no date" : tab.published);
    html_.tag("<td>").number(tab.words).tag("</td>").element("td", origin_words(t)).tag("</tr>\n");
  }
  close_table();
}

// "shared with B and C", or "its own".
std::string TextViewWriter::origin_words(std::uint32_t tab) const {
  const std::uint32_t origin = set_.articles[tab].origin;
  if (origin >= set_.origins.size()) return {};
  std::string others;
  for (const std::uint32_t other : set_.origins[origin].articles) {
    if (other != tab) others += (others.empty() ? "" : ", ") + set_.articles[other].letter;
  }
  return others.empty() ? "its own" : "one with " + others;
}

std::string_view TextViewWriter::band_id(const BriefBand& band) {
  return band.status == Status::kDiffer ? "differ" : band.status == Status::kAgree ? "agree" : "only";
}

void TextViewWriter::band(const BriefBand& band) {
  const StatusWords words = words_of(band.status);
  section(band_id(band), band.title, band.total, words.css, words.glyph);
  const bool linked = band.status == Status::kDiffer || rows_ <= kMostLinkedRows;
  std::vector<EvidenceView> evidence;
  open_table(band.title, "Statement");
  const bool matrix = has_columns() && band.status != Status::kOnly;
  matrix ? column_heads(brief_.columns) : void(html_.tag("<th scope=\"col\">Said by</th>"));
  html_.tag("</tr></thead>\n<tbody>\n");
  for (const BriefRow& row : band.rows) {
    if (linked) evidence.push_back(presenter_.evidence(row.subject));
    html_.tag("<tr><th scope=\"row\">").text(row.label);
    if (!row.note.empty()) html_.tag(" <span class=\"note\">").text(row.note).tag("</span>");
    html_.tag("</th>");
    const EvidenceView* rests_on = linked ? &evidence.back() : nullptr;
    matrix ? cells(row.cells, brief_.columns, rests_on) : sayers(row.cells, brief_.columns, rests_on);
    html_.tag("</tr>\n");
  }
  close_table();
  if (band.status != Status::kDiffer) return;
  for (std::size_t i = 0; i < band.rows.size(); ++i) difference(band.rows[i], evidence[i]);
}

// A difference with the sentences it rests on.
void TextViewWriter::difference(const BriefRow& row, const EvidenceView& evidence) {
  html_.element("h3", row.label).tag("\n");
  for (const std::string& reason : evidence.reasons) html_.element("p", "Possible reason: " + reason + ".", "note");
  html_.tag("<ul class=\"evidence\">\n");
  for (const EvidenceCard& card : evidence.cards) {
    html_.tag("<li>");
    source_line(card.place.article);
    where(card.place);
    if (!card.published.empty()) html_.tag(", ").text(card.published);
    html_.tag("<blockquote");
    html_.language(set_.articles[card.place.article].language).tag(">");
    marked(card.text, card.marks, "differ");
    html_.tag("</blockquote>");
    if (!card.note.empty()) html_.element("span", card.note, "note");
    html_.tag("</li>\n");
  }
  html_.tag("</ul>\n");
}

std::string text_view(const Presenter& presenter, const TextViewOptions& options) {
  return TextViewWriter(presenter, options).write();
}

std::string report_page(const Presenter& presenter, const TextViewOptions& options, std::string_view data) {
  HtmlWriter page;
  page.tag(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"generator\" content=\"");
  page.tag(data.empty() ? "Newsloupe" : "Newsloupe story");  // the page knows its own files by this line
  page.tag(
      "\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "form-action 'none'; base-uri 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  const std::string story = presenter.set().story;
  page.text(story.empty() ? "Newsloupe" : story + " · Newsloupe");
  page.tag(
      "</title>\n<style>html, body { margin: 0; background: #FAFAF7; } @media (prefers-color-scheme: dark) "
      "{ html, body { background: #16181D; } } @media print { html, body { background: none; } }</style>\n"
      "</head>\n<body>\n<main>\n");
  page.tag(text_view(presenter, options)).tag("</main>\n").tag(data).tag("\n</body>\n</html>\n");
  return page.take();
}

}  // namespace newsloupe
