// What the screens show, one plain struct for each: the page draws these and owns no facts. Made by core/present from a
// snapshot of the session, sent from worker to page as bytes (core/wire/view_codec). Texts are ready to be shown.
//
// Every struct lists its members once in each_field(), which the codec walks; order there is the order on the wire.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/present/frame_views.h"
#include "core/present/library_view.h"

namespace newsloupe {

// --- S2 Brief

// A piece of the standfirst; underlined in the hue of its status where it leads to a subject.
struct BriefRun {
  std::string text;
  Status status = Status::kNone;
  Subject subject;
  template <class F>
  void each_field(F&& f) {
    f(text);
    f(status);
    f(subject);
  }
};

struct BriefCell {
  std::string text;  // value or "exact"; empty where silent, and where it is said without a value
  Status status = Status::kSilent;
  bool unsure = false;
  template <class F>
  void each_field(F&& f) {
    f(text);
    f(status);
    f(unsure);
  }
};

struct BriefRow {
  std::string label, note;  // note in small grey: "updated since C"
  Subject subject;
  std::vector<BriefCell> cells;  // one for each column
  template <class F>
  void each_field(F&& f) {
    f(label);
    f(note);
    f(subject);
    f(cells);
  }
};

struct BriefBand {
  Status status = Status::kAgree;
  std::string title;        // "They differ"
  std::uint32_t total = 0;  // rows there are; `rows` may hold fewer: the most prominent
  std::vector<BriefRow> rows;
  template <class F>
  void each_field(F&& f) {
    f(status);
    f(title);
    f(total);
    f(rows);
  }
};

struct QuotedPerson {
  std::string name, role;
  std::vector<std::uint32_t> articles;
  std::uint32_t quotes = 0;
  Subject subject;
  template <class F>
  void each_field(F&& f) {
    f(name);
    f(role);
    f(articles);
    f(quotes);
    f(subject);
  }
};

struct DatedMark {
  std::int32_t first_day = 0, last_day = 0;  // days since 1970-01-01
  std::string date, label;                   // "Sat 3 May", "breach of the dam"
  bool differs = false;
  Subject subject;
  template <class F>
  void each_field(F&& f) {
    f(first_day);
    f(last_day);
    f(date);
    f(label);
    f(differs);
    f(subject);
  }
};

struct BriefView {
  std::uint64_t revision = 0;
  std::vector<BriefRun> standfirst;
  std::vector<std::uint32_t> columns;  // articles, in column order; those of one origin are neighbours
  std::vector<BriefBand> bands;        // in the order of worry
  std::vector<QuotedPerson> quoted;
  std::uint32_t quoted_total = 0;
  std::vector<DatedMark> when;
  std::uint32_t when_total = 0;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(standfirst);
    f(columns);
    f(bands);
    f(quoted);
    f(quoted_total);
    f(when);
    f(when_total);
  }
};

// --- S3 Read

enum class ReaderLayer : std::uint8_t { kStatus, kQuote, kFigure, kPerson, kPlace, kOrganization, kDate };

// Marked text of the article. Highlights of one layer do not overlap; layers may.
struct Highlight {
  TextSpan span;
  ReaderLayer layer = ReaderLayer::kStatus;
  Status status = Status::kNone;
  Subject subject;
  std::string note;  // "Shigeru Ishiba, person"; "2025-08-29, worked out from the publication date"
  bool unsure = false;
  template <class F>
  void each_field(F&& f) {
    f(span.begin);
    f(span.end);
    f(layer);
    f(status);
    f(subject);
    f(note);
    f(unsure);
  }
};

enum class ParagraphLook : std::uint8_t { kBody, kSubheading, kHeadline, kSubtitle, kByline, kDateline, kFurniture };

struct ReaderParagraph {
  TextSpan span;
  ParagraphLook look = ParagraphLook::kBody;
  std::uint32_t number = 0;  // of the body paragraphs, from 1; 0 for the others
  Status status = Status::kNone;
  std::string reason;  // for furniture: why it is left out of the analysis
  template <class F>
  void each_field(F&& f) {
    f(span.begin);
    f(span.end);
    f(look);
    f(number);
    f(status);
    f(reason);
  }
};

// A note in the margin beside a paragraph: "B: 12 · D: about 20".
struct MarginNote {
  std::uint32_t paragraph = 0;  // index into paragraphs
  Status status = Status::kNone;
  std::string text;
  Subject subject;
  template <class F>
  void each_field(F&& f) {
    f(paragraph);
    f(status);
    f(text);
    f(subject);
  }
};

struct ReaderView {
  std::uint64_t revision = 0;
  std::uint32_t article = 0;
  std::string text;  // the clean text; every span here counts its bytes
  std::string headline;
  bool headline_is_lead = false;
  std::string meta;  // "4 May 2025, 18:20 · Ruth Calloway · 812 words"
  std::vector<ReaderParagraph> paragraphs;
  std::vector<Highlight> highlights;  // by begin
  std::vector<MarginNote> notes;      // by paragraph
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(article);
    f(text);
    f(headline);
    f(headline_is_lead);
    f(meta);
    f(paragraphs);
    f(highlights);
    f(notes);
  }
};

// --- S5 Quotes

enum class PieceState : std::uint8_t { kSame, kStyle, kChanged, kMissing, kExtra, kPlain };

// One column of the alignment; every rendering of a saying has the same number of pieces, except indirect ones, which
// are one plain piece.
struct QuotePiece {
  std::string text;  // empty when missing
  PieceState state = PieceState::kSame;
  template <class F>
  void each_field(F&& f) {
    f(text);
    f(state);
  }
};

struct QuoteRendering {
  Place place;
  std::string relation;  // "exact", "trimmed", "indirect" ...
  std::string date;
  bool indirect = false;
  std::vector<QuotePiece> pieces;
  template <class F>
  void each_field(F&& f) {
    f(place);
    f(relation);
    f(date);
    f(indirect);
    f(pieces);
  }
};

struct QuoteRow {
  Subject subject;
  std::string speaker;  // "no speaker named" where none
  bool speaker_unsure = false;
  bool corrected = false;        // the speaker was given by the person
  std::string words;             // the longest direct rendering
  bool indirect = false;         // no rendering is direct
  std::vector<BriefCell> cells;  // one for each column
  std::string kind;              // "trimmed", "one text", "same"
  Status status = Status::kNone;
  std::vector<QuoteRendering> renderings;
  template <class F>
  void each_field(F&& f) {
    f(subject);
    f(speaker);
    f(speaker_unsure);
    f(corrected);
    f(words);
    f(indirect);
    f(cells);
    f(kind);
    f(status);
    f(renderings);
  }
};

struct QuotesView {
  std::uint64_t revision = 0;
  std::vector<std::uint32_t> columns;
  std::uint32_t total = 0, speakers = 0;
  std::vector<QuoteRow> rows;  // several renderings first, then by speaker's number of quotes
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(columns);
    f(total);
    f(speakers);
    f(rows);
  }
};

// --- S7 Timeline

struct TimelineMark {
  std::uint32_t article = 0;
  bool derived = false;  // worked out from "Sunday" and the publication date
  Place place;
  template <class F>
  void each_field(F&& f) {
    f(article);
    f(derived);
    f(place);
  }
};

struct TimelineRow {
  DatedMark mark;
  bool approximate = false;  // a month, a year, a season: drawn as a range
  std::string status;        // "planned", "denied", empty for what happened
  std::vector<TimelineMark> members;
  template <class F>
  void each_field(F&& f) {
    f(mark);
    f(approximate);
    f(status);
    f(members);
  }
};

struct Publication {
  std::uint32_t article = 0;
  std::int32_t day = 0;
  template <class F>
  void each_field(F&& f) {
    f(article);
    f(day);
  }
};

struct TimelineView {
  std::uint64_t revision = 0;
  std::vector<std::uint32_t> columns;
  std::vector<TimelineRow> rows;  // by first day
  std::vector<Publication> publications;
  std::uint32_t undated = 0;
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(columns);
    f(rows);
    f(publications);
    f(undated);
  }
};

// --- the evidence drawer: what is selected, verbatim, article by article

struct EvidenceCard {
  Place place;
  std::string letter, outlet;
  std::string where;            // "¶ 2"
  std::string published;        // "4 May, 18:20"
  std::string text;             // the verbatim sentence
  std::vector<TextSpan> marks;  // in `text`: the value or the quoted words
  std::string note;             // "the same sentence, a day earlier"
  std::string states;           // of a figure: "14 people missing"
  Status status = Status::kNone;
  template <class F>
  void each_field(F&& f) {
    f(place);
    f(letter);
    f(outlet);
    f(where);
    f(published);
    f(text);
    f(marks);
    f(note);
    f(states);
    f(status);
  }
};

struct EvidenceView {
  std::uint64_t revision = 0;
  Subject subject;
  std::string title;
  std::string kind;  // "Figure", "Quote", "Event", "Name"
  Status status = Status::kNone;
  std::string status_word;   // "differ", "agree", "only one says"
  std::string sure;          // "Sure: high. Same noun, same place, explicit numbers."
  bool correctable = false;  // a name or a quote: the sheet of corrections opens on it
  bool corrected = false;    // by the person
  std::vector<EvidenceCard> cards;
  std::vector<std::string> reasons;                          // "Possible reasons"
  std::vector<std::pair<std::string, std::string>> reading;  // "How it was read": amount -> "14, exact"
  std::vector<std::pair<std::uint32_t, std::string>>
      absent;  // article -> "not found in this text" | "published before"
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(subject);
    f(title);
    f(kind);
    f(status);
    f(status_word);
    f(sure);
    f(correctable);
    f(corrected);
    f(cards);
    f(reasons);
    f(reading);
    f(absent);
  }
};

}  // namespace newsloupe
