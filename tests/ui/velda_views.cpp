#include "tests/ui/velda_views.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace newsloupe::test {
namespace {

constexpr std::int32_t kApril30 = 20208;  // 2025-04-30 in days since 1970

Subject figure(std::uint64_t key) { return {SubjectKind::kFigure, key}; }

TextSpan span_of(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

ArticleTab tab(const char* letter, const char* outlet, const char* title, const char* published, std::uint32_t words,
               std::uint32_t origin, const char* language = "en") {
  ArticleTab out;
  out.letter = letter, out.id = std::string(letter) + ".html", out.outlet = outlet, out.title = title;
  out.published = published, out.words = words, out.origin = origin, out.language = language;
  return out;
}

SetView set_view() {
  SetView set;
  set.revision = 1;
  set.story = "Velda flood";
  set.status = "5 articles · 3 origins · English, German";
  set.articles = {tab("A", "Morning Ledger", "Dam breach leaves 14 missing in Velda", "4 May 2025", 812, 0),
                  tab("B", "Coast Herald", "Flood: 12 missing in Velda", "4 May 2025", 655, 0),
                  tab("C", "Wire One", "Dam bursts in Velda", "3 May 2025", 402, 0),
                  tab("D", "Radio Nord", "Staudamm gebrochen: etwa 20 Vermisste", "4 May 2025", 390, 1, "de"),
                  tab("E", "Upland Post", "After the flood, Velda counts the cost", "4 May 2025", 911, 2)};
  set.origins = {{{0, 1, 2}, "one origin · 71 %"}, {{3}, ""}, {{4}, ""}};
  set.differences = 3;
  set.scope_articles = set.total_articles = 5;
  set.total_stories = 1;
  set.total_origins = 3;
  set.files_done = set.files_total = 5;
  return set;
}

// "14 12 14 ~20 ." with the status of what is not a dot.
std::vector<BriefCell> cells(Status status, std::initializer_list<const char*> texts) {
  std::vector<BriefCell> out;
  for (const std::string text : texts) {
    if (text == ".") {
      out.push_back({});
    } else {
      out.push_back({text, status, false});
    }
  }
  return out;
}

BriefView brief_view() {
  const Status kDiffer = Status::kDiffer, kAgree = Status::kAgree, kOnly = Status::kOnly;
  BriefView brief;
  brief.revision = 1;
  brief.standfirst = {
      {"Five articles, three origins: A, B and C share 71 % of their wording. All report the breach of the Orrin dam "
       "on "
       "3 May. They differ on ",
       Status::kNone,
       {}},
      {"how many are missing", kDiffer, figure(1)},
      {", ", Status::kNone, {}},
      {"who ordered the evacuation", kDiffer, {SubjectKind::kFact, 2}},
      {" and ", Status::kNone, {}},
      {"when the first warning came", kDiffer, {SubjectKind::kEvent, 3}},
      {".", Status::kNone, {}},
  };
  brief.columns = {0, 1, 2, 3, 4};
  brief.bands = {
      {kDiffer,
       "They differ",
       3,
       {{"People missing", "", figure(1), cells(kDiffer, {"14", "12", "14", "~20", "."})},
        {"Who ordered the evacuation",
         "",
         {SubjectKind::kFact, 2},
         cells(kDiffer, {"gov.", "pres.", "gov.", "gov.", "."})},
        {"Day of the first warning", "", {SubjectKind::kEvent, 3}, cells(kDiffer, {".", "Thu", ".", "Wed", "Wed"})}}},
      {kAgree,
       "They agree",
       14,
       {{"Orrin dam broke on 3 May",
         "",
         {SubjectKind::kEvent, 4},
         cells(kAgree, {"04:10", "04:10", "04:10", "~04", "dawn"})},
        {"People brought to safety", "", figure(5), cells(kAgree, {"2,300", "2,300", "2,300", "2,300", "."})},
        {"People killed", "updated since C", figure(6), cells(kAgree, {"5", "5", "3", "5", "5"})},
        {"Marsh: curfew to be lifted soon",
         "quoted in 4 wordings",
         {SubjectKind::kQuote, 7},
         cells(kAgree, {"exact", "trimmed", "exact", "translated", "indirect"})},
        {"Two days of rain before the breach",
         "",
         {SubjectKind::kFact, 8},
         cells(kAgree, {"2 days", ".", "2 days", ".", "2 days"})}}},
      {kOnly,
       "Only one origin says",
       21,
       {{"Dam inspection skipped in 2023", "", {SubjectKind::kFact, 9}, cells(kOnly, {".", ".", ".", "2023", "."})},
        {"Upper Sarn and Tolle reachable only by helicopter",
         "",
         {SubjectKind::kFact, 10},
         cells(kOnly, {"2", ".", ".", ".", "."})},
        {"A school shelters 640 people", "", {SubjectKind::kFact, 11}, cells(kOnly, {"640", ".", ".", ".", "."})}}},
  };
  brief.quoted = {{"Elena Marsh", "president", {0, 1, 2, 3}, 5, {SubjectKind::kName, 20}},
                  {"Luis Ortiz", "governor", {0, 2}, 3, {SubjectKind::kName, 21}},
                  {"Ada Okafor", "engineer", {3}, 1, {SubjectKind::kName, 22}}};
  brief.quoted_total = 7;
  brief.when = {{kApril30, kApril30 + 1, "Wed 30 Apr", "first warning: Wed or Thu", true, {SubjectKind::kEvent, 3}},
                {kApril30 + 1, kApril30 + 1, "Thu 1 May", "gates inspected", false, {SubjectKind::kEvent, 12}},
                {kApril30 + 2, kApril30 + 2, "Fri 2 May", "evacuation", false, {SubjectKind::kEvent, 13}},
                {kApril30 + 3, kApril30 + 3, "Sat 3 May", "breach", false, {SubjectKind::kEvent, 4}},
                {kApril30 + 4, kApril30 + 4, "Sun 4 May", "visit", false, {SubjectKind::kEvent, 14}}};
  brief.when_total = 7;
  return brief;
}

EvidenceCard card(std::uint32_t article, const char* letter, const char* outlet, const char* where, const char* when,
                  std::string text, const char* mark, const char* note = "") {
  EvidenceCard out;
  out.place.article = article, out.letter = letter, out.outlet = outlet, out.where = where, out.published = when;
  out.text = std::move(text), out.note = note, out.status = Status::kDiffer;
  if (*mark != '\0') out.marks = {span_of(out.text, mark)};
  return out;
}

EvidenceView evidence_view(const ReaderView& reader) {
  EvidenceView view;
  view.revision = 1;
  view.subject = figure(1);
  view.title = "People missing";
  view.kind = "Figure";
  view.status = Status::kDiffer;
  view.status_word = "differ";
  view.sure = "Sure: high. Same noun, same place, explicit numbers.";
  view.cards = {
      card(0, "A", "Morning Ledger", "¶ 2", "4 May, 18:20",
           "Rescue teams searched the flooded valley for 14 missing people, the governor’s office said.", "14"),
      card(1, "B", "Coast Herald", "¶ 2", "4 May, 11:05",
           "Rescue teams searched the flooded valley for 12 missing people, the fire service said.", "12",
           "Shares this sentence with A, the figure and its source changed"),
      card(2, "C", "Wire One", "¶ 2", "3 May, 21:40", "", "", "the same sentence, a day earlier"),
      card(3, "D", "Radio Nord", "¶ 4", "4 May, 16:00", "Am Sonntag galten noch etwa 20 Menschen als vermisst.",
           "etwa 20")};
  view.cards[0].place.span = span_of(reader.text,
                                     "Rescue teams searched the flooded valley for 14 missing people, the "
                                     "governor’s office said.");
  view.reasons = {"Other source: B names the fire service, A and C the governor’s office", "D says “etwa” (about)"};
  view.reading = {{"amount", "14, exact"}, {"what", "people, missing"}, {"where", "the flooded valley"}};
  view.absent = {{4, "not found in this text"}};
  return view;
}

void add_paragraph(ReaderView& view, ParagraphLook look, std::uint32_t number, Status status, const std::string& text,
                   const char* between = "\n\n", const char* reason = "") {
  if (!view.text.empty()) view.text += between;
  const auto begin = static_cast<std::uint32_t>(view.text.size());
  view.text += text;
  view.paragraphs.push_back({{begin, static_cast<std::uint32_t>(view.text.size())}, look, number, status, reason});
}

void add_highlight(ReaderView& view, const char* part, ReaderLayer layer, Status status, Subject subject,
                   const char* note = "") {
  view.highlights.push_back({span_of(view.text, part), layer, status, subject, note, false});
}

ReaderView reader_view() {
  const Status kDiffer = Status::kDiffer, kAgree = Status::kAgree, kOnly = Status::kOnly;
  ReaderView view;
  view.revision = 1;
  view.headline = "Dam breach leaves 14 missing in Velda";
  view.meta = "4 May 2025, 18:20 · Ruth Calloway · 812 words";
  add_paragraph(view, ParagraphLook::kFurniture, 0, Status::kNone, "Sign up for our morning letter", "",
                "asks to subscribe");
  add_paragraph(view, ParagraphLook::kHeadline, 0, Status::kNone, view.headline);
  add_paragraph(view, ParagraphLook::kDateline, 0, Status::kNone, "VELDA —");
  add_paragraph(
      view, ParagraphLook::kBody, 1, kAgree,
      "The Orrin dam above Velda gave way shortly after four on Saturday morning, sending a wall of water through "
      "the lower town and leaving five people dead.",
      " ");
  add_paragraph(
      view, ParagraphLook::kBody, 2, kDiffer,
      "Rescue teams searched the flooded valley for 14 missing people, the governor’s office said. About 2,300 "
      "residents had been brought to safety.");
  add_paragraph(
      view, ParagraphLook::kBody, 3, kAgree,
      "The breach was recorded at 04:10, after two days of rain that lifted the Sarn to its highest level in sixty "
      "years.");
  add_paragraph(
      view, ParagraphLook::kBody, 4, kDiffer,
      "Governor Luis Ortiz said he had ordered the evacuation of the lower town on Friday at 21:00. “We will not "
      "speculate on the cause,” Ortiz told reporters.");
  add_paragraph(view, ParagraphLook::kSubheading, 0, Status::kNone, "A curfew for days");
  add_paragraph(view, ParagraphLook::kBody, 5, kAgree,
                "“The curfew will be lifted within days, not weeks,” President Elena Marsh said on Saturday evening.");
  add_paragraph(
      view, ParagraphLook::kBody, 6, kOnly,
      "Two hamlets above the dam, Upper Sarn and Tolle, could be reached only by helicopter on Sunday, Mayor Tomas "
      "Brand said.");
  add_paragraph(
      view, ParagraphLook::kBody, 7, kAgree,
      "Marsh visited the town on Sunday and met families at the school in Harrow Street, where 640 people spent "
      "the night.");
  for (std::uint32_t i = 8; i <= 21; ++i) {
    add_paragraph(
        view, ParagraphLook::kBody, i,
        i % 5 == 0   ? kOnly
        : i % 4 == 0 ? kDiffer
        : i % 3 == 0 ? Status::kNone
                     : kAgree,
        "Engineers walked the crest of the dam on Monday and looked for cracks. The river authority wants to see the "
        "gates before it says anything about the cause, and so do the insurers of the lower town.");
  }
  add_highlight(view, "shortly after four on Saturday morning", ReaderLayer::kStatus, kAgree, {SubjectKind::kEvent, 4});
  add_highlight(view, "five people dead", ReaderLayer::kStatus, kAgree, figure(6));
  add_highlight(view, "14 missing people", ReaderLayer::kFigure, Status::kNone, figure(1), "14 people, missing");
  view.highlights.back().span.end = view.highlights.back().span.begin + 2;
  add_highlight(view, "14 missing people, the", ReaderLayer::kStatus, kDiffer, figure(1));
  view.highlights.back().span.end = view.highlights.back().span.begin + 2;
  add_highlight(view, "2,300 residents", ReaderLayer::kStatus, kAgree, figure(5));
  add_highlight(view, "04:10", ReaderLayer::kStatus, kAgree, {SubjectKind::kEvent, 4});
  add_highlight(view, "Luis Ortiz", ReaderLayer::kPerson, Status::kNone, {SubjectKind::kName, 21},
                "Luis Ortiz, person");
  add_highlight(view, "he had ordered the evacuation", ReaderLayer::kStatus, kDiffer, {SubjectKind::kFact, 2});
  add_highlight(view, "Two hamlets above the dam, Upper Sarn and Tolle, could be reached only by helicopter",
                ReaderLayer::kStatus, kOnly, {SubjectKind::kFact, 10});
  const auto paragraph = [&](std::uint32_t number) {
    for (std::uint32_t i = 0; i < view.paragraphs.size(); ++i) {
      if (view.paragraphs[i].number == number) return i;
    }
    return 0U;
  };
  view.notes = {{paragraph(1), kAgree, "said by all five", {SubjectKind::kEvent, 4}},
                {paragraph(1), Status::kBefore, "C, a day earlier: 3 dead", figure(6)},
                {paragraph(2), kDiffer, "B: 12 · D: about 20", figure(1)},
                {paragraph(2), kAgree, "2,300 also in B, C, D", figure(5)},
                {paragraph(3), kAgree, "04:10 also in B, C", {SubjectKind::kEvent, 4}},
                {paragraph(4), kDiffer, "B: the president did", {SubjectKind::kFact, 2}},
                {paragraph(5), kAgree, "4 wordings in 5 articles: B ends after “days”", {SubjectKind::kQuote, 7}},
                {paragraph(6), kOnly, "only A says this", {SubjectKind::kFact, 10}},
                {paragraph(7), kAgree, "visit also in B, D", {SubjectKind::kEvent, 14}}};
  return view;
}

QuoteRow saying(std::uint64_t key, const char* speaker, const char* words, std::vector<BriefCell> forms, Status status,
                const char* kind) {
  QuoteRow row;
  row.subject = {SubjectKind::kQuote, key};
  row.speaker = speaker, row.words = words, row.cells = std::move(forms), row.status = status, row.kind = kind;
  return row;
}

QuoteRendering rendering(std::uint32_t article, const char* relation, const char* date, bool indirect,
                         std::initializer_list<std::pair<const char*, PieceState>> pieces) {
  QuoteRendering out;
  out.place.article = article, out.relation = relation, out.date = date, out.indirect = indirect;
  for (const auto& [text, state] : pieces) out.pieces.push_back({text, state});
  return out;
}

QuotesView quotes_view() {
  const Status kNone = Status::kNone;
  QuotesView view;
  view.revision = 1;
  view.columns = {0, 1, 2, 3, 4};
  view.total = 23;
  view.speakers = 7;
  view.rows = {
      saying(7, "Elena Marsh", "“The curfew will be lifted within days, not weeks”",
             cells(kNone, {"exact", "trimmed", "exact", "transl.", "indirect"}), Status::kDiffer, "4 wordings"),
      saying(31, "Ines Valk", "“We search until every name is accounted for”",
             cells(kNone, {"exact", "changed", "exact", ".", "."}), Status::kDiffer, "1 word changed"),
      saying(32, "DamCo", "“All gates worked as designed”",
             cells(kNone, {"indirect", ".", "indirect", "transl.", "exact"}), Status::kAgree, "same sense"),
      saying(33, "Luis Ortiz", "“We will not speculate on the cause”", cells(kNone, {"exact", ".", "exact", ".", "."}),
             Status::kOnly, "one text"),
      saying(34, "Ada Okafor", "„Die Prüfung fiel 2023 aus, und alle wussten es“",
             cells(kNone, {".", ".", ".", "exact", "."}), Status::kOnly, "only D"),
      saying(35, "Elena Marsh", "“I have seen courage in every street”",
             cells(kNone, {"exact", "exact", ".", ".", "."}), Status::kOnly, "one text"),
      saying(36, "Tomas Brand", "“The road is simply gone”", cells(kNone, {"exact", ".", ".", ".", "."}), Status::kOnly,
             "only A"),
      saying(37, "no speaker named", "“The sirens came after the water”", cells(kNone, {".", ".", ".", ".", "exact"}),
             Status::kOnly, "only E")};
  view.rows[5].cells[2] = {"before", Status::kBefore, false};
  view.rows[0].renderings = {
      rendering(2, "earliest", "3 May, 21:40", false,
                {{"“The curfew will be lifted", PieceState::kSame},
                 {"within days,", PieceState::kSame},
                 {"not weeks”", PieceState::kSame}}),
      rendering(0, "same as C", "4 May, 18:20", false,
                {{"“The curfew will be lifted", PieceState::kSame},
                 {"within days,", PieceState::kSame},
                 {"not weeks”", PieceState::kSame}}),
      rendering(1, "trimmed at the end", "4 May, 11:05", false,
                {{"“The curfew will be lifted", PieceState::kSame},
                 {"within days”", PieceState::kStyle},
                 {"", PieceState::kMissing}}),
      rendering(3, "translated, de", "4 May, 16:00", false,
                {{"„Die Ausgangssperre endet", PieceState::kPlain},
                 {"in wenigen Tagen“", PieceState::kPlain},
                 {"", PieceState::kMissing}}),
      rendering(
          4, "indirect speech", "4 May, 19:10", true,
          {{"the curfew would end", PieceState::kPlain}, {"soon", PieceState::kChanged}, {"", PieceState::kMissing}})};
  return view;
}

TimelineRow event(std::int32_t first, std::int32_t last, const char* date, const char* label, Subject subject,
                  bool differs, std::initializer_list<std::pair<std::uint32_t, bool>> members) {
  TimelineRow row;
  row.mark = {kApril30 + first, kApril30 + last, date, label, differs, subject};
  for (const auto& [article, derived] : members) row.members.push_back({article, derived, {article, {}}});
  return row;
}

TimelineView timeline_view() {
  TimelineView view;
  view.revision = 1;
  view.columns = {0, 1, 2, 3, 4};
  view.rows = {
      event(0, 0, "Wed 30 Apr", "first warning", {SubjectKind::kEvent, 3}, true, {{3, true}, {4, true}}),
      event(1, 1, "Thu 1 May", "first warning", {SubjectKind::kEvent, 3}, true, {{1, true}}),
      event(1, 1, "Thu 1 May", "gates inspected", {SubjectKind::kEvent, 12}, false, {{3, false}}),
      event(2, 2, "Fri 2 May", "evacuation ordered", {SubjectKind::kEvent, 13}, false,
            {{0, false}, {1, false}, {2, false}, {3, false}}),
      event(3, 3, "Sat 3 May", "dam breaks", {SubjectKind::kEvent, 4}, false,
            {{0, false}, {1, false}, {2, false}, {3, true}, {4, true}}),
      event(3, 4, "Sat 3 May", "search of the valley", {SubjectKind::kEvent, 15}, false,
            {{0, false}, {1, false}, {3, false}}),
      event(4, 4, "Sun 4 May", "Marsh visits", {SubjectKind::kEvent, 14}, false, {{0, false}, {1, true}, {3, false}})};
  view.publications = {{0, kApril30 + 4}, {1, kApril30 + 4}, {2, kApril30 + 3}, {3, kApril30 + 4}, {4, kApril30 + 4}};
  view.undated = 4;
  return view;
}

ImportRow row(const char* letter, const char* title, const char* outlet, const char* published, const char* language,
              std::uint32_t words, ImportState state) {
  ImportRow out;
  out.letter = letter, out.id = std::string(letter) + ".html", out.name = out.id, out.title = title,
  out.outlet = outlet;
  out.published = published, out.language = language, out.words = words, out.state = state;
  return out;
}

}  // namespace

ImportView velda_import() {
  ImportView sheet;
  sheet.files = sheet.total = 6;
  sheet.done = 5;
  sheet.ready = 4;
  sheet.needs_you = 2;
  sheet.failed = 1;
  sheet.rows = {
      row("A", "Dam breach leaves 14 missing in Velda", "Morning Ledger", "2025-05-04", "en", 812, ImportState::kDone),
      row("B", "Flood: 12 missing in Velda", "Coast Herald", "2025-05-04", "en", 655, ImportState::kDone),
      row("C", "Dam bursts in Velda", "Wire One", "2025-05-03", "en", 402, ImportState::kDone),
      row("D", "Staudamm gebrochen: etwa 20 Vermisste", "Radio Nord", "", "de", 390, ImportState::kDone),
      row("", "", "", "", "", 0, ImportState::kReading),
      row("", "", "", "", "", 0, ImportState::kFailed)};
  sheet.rows[3].needs_date = true;
  sheet.rows[3].messages = {"The page gives no date. Type the day it was published."};
  sheet.rows[4].name = "after-the-flood.html";
  sheet.rows[5].name = "invoice.pdf";
  sheet.rows[5].messages = {"PDF is not read yet: copy its text and paste it here."};
  return sheet;
}

Views velda_views() {
  Views views;
  views.set = set_view();
  views.brief = brief_view();
  views.reader = reader_view();
  views.quotes = quotes_view();
  views.timeline = timeline_view();
  views.evidence = evidence_view(views.reader);
  return views;
}

CorrectionView velda_correction(CorrectionTarget target) {
  CorrectionView view;
  view.revision = 1;
  view.subject = figure(1);
  view.target = target;
  view.name = {"Marsh", EntityType::kPerson, "B", "b.txt", {10, 15}};
  view.words = "The curfew will be lifted within days, not weeks";
  view.speaker = "Luis Ortiz";
  view.quotes = {{"A", "a.txt", {50, 72}}, {"B", "b.txt", {60, 71}}, {"C", "c.txt", {9, 31}}};
  view.names = {{"Elena Marsh", EntityType::kPerson, "A B C D E", "a.txt", {3, 14}},
                {"Luis Ortiz", EntityType::kPerson, "A C", "a.txt", {30, 40}},
                {"Ada Okafor", EntityType::kPerson, "D", "d.txt", {30, 40}},
                {"DamCo", EntityType::kOrganization, "D E", "d.txt", {50, 55}},
                {"River Safety Board", EntityType::kOrganization, "E", "e.txt", {50, 55}},
                {"Velda", EntityType::kPlace, "A B C D E", "a.txt", {70, 75}},
                {"Orla", EntityType::kPlace, "A", "a.txt", {80, 84}}};
  return view;
}

ChangesView velda_changes() {
  ChangesView view;
  view.revision = 1;
  view.rows = {
      {"Not spoken words: “river parliament”", "", true},
      {"Merged Marsh into Elena Marsh", "", false},
      {"Ada Okafor said “It was skipped, and everybody at the station knew …”, and in 1 other place", "", false},
      {"Outlet of radio.html: Radio Nord", "changes nothing now: what it was said of is not in the set", false}};
  return view;
}

}  // namespace newsloupe::test
