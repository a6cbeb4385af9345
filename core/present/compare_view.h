// What Compare shows: two articles passage by passage. How views are made and sent is told in core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/present/views.h"

namespace newsloupe {

enum class PassageKind : std::uint8_t {
  kSameWords,
  kOtherWords,  // says the same in other words
  kDiffers,     // a figure, a stated fact or a "not" is another one
  kOnlyHere
};

enum class WordChange : std::uint8_t {
  kSame,      // a figure both give alike
  kOnlyHere,  // words the other passage has not
  kMissing,   // an empty span, where the other passage has more words
  kChanged    // other words stand in their place
};

struct WordMark {
  TextSpan span;
  WordChange change = WordChange::kSame;
  Status status = Status::kNone;  // kDiffer for what is another statement, not only other words
  Subject subject;                // of a figure or fact
  std::string note;               // "B: 12", "missing here: on Sunday"
  template <class F>
  void each_field(F&& f) {
    f(span.begin);
    f(span.end);
    f(change);
    f(status);
    f(subject);
    f(note);
  }
};

// Neighbouring sentences of one paragraph.
struct ComparePassage {
  TextSpan span;
  std::uint32_t paragraph = 0;  // number among the body paragraphs, from 1
  std::uint32_t row = 0;        // index into CompareView::rows
  PassageKind kind = PassageKind::kSameWords;
  std::vector<WordMark> marks;  // by span
  template <class F>
  void each_field(F&& f) {
    f(span.begin);
    f(span.end);
    f(paragraph);
    f(row);
    f(kind);
    f(marks);
  }
};

struct CompareSide {
  std::uint32_t article = 0;             // counts SetView::articles
  std::string text;                      // the clean text; every span here counts its bytes
  std::string when;                      // "4 May 2025, 18:20"
  std::vector<ComparePassage> passages;  // in reading order
  template <class F>
  void each_field(F&& f) {
    f(article);
    f(text);
    f(when);
    f(passages);
  }
};

inline constexpr std::uint32_t kNoPassage = 0xFFFFFFFF;

// A passage of the left side, of the right one, or two that stand for each other.
struct CompareRow {
  std::uint32_t left = kNoPassage, right = kNoPassage;  // indices into CompareSide::passages
  bool difference = false;  // stands in both, and not in the same words or with the same statements
  [[nodiscard]] bool in_both() const { return left != kNoPassage && right != kNoPassage; }
  template <class F>
  void each_field(F&& f) {
    f(left);
    f(right);
    f(difference);
  }
};

struct CompareView {
  std::uint64_t revision = 0;
  std::string needs;  // what is missing for a comparison; the rest is empty then
  CompareSide left, right;
  std::vector<CompareRow> rows;  // in reading order of the left side
  std::uint32_t share = 0;       // of the shorter text's words in common passages, per cent
  std::string wording;           // "71 % of A’s words and 64 % of B’s stand in common passages: partly one text."
  std::string direction;         // "B took it from A: it names A’s outlet as its agency."
  std::string added;             // "Only A: 5 sentences, 78 words. Only B: …"
  std::vector<BriefBand> facts;  // cells for the left and the right side
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(needs);
    f(left);
    f(right);
    f(rows);
    f(share);
    f(wording);
    f(direction);
    f(added);
    f(facts);
  }
};

}  // namespace newsloupe
