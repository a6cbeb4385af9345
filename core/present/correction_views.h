// What can be said against the selected thing, and what has been said: the views of the sheets of corrections.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/annotate/annotations.h"
#include "core/present/frame_views.h"

namespace newsloupe {

// A name of the set with a mention to hang a correction on.
struct NameChoice {
  std::string name;
  EntityType type = EntityType::kPerson;
  std::string letters;  // of the articles that name it: "A B D"
  std::string article;  // id
  TextSpan mention;
  template <class F>
  void each_field(F&& f) {
    f(name);
    f(type);
    f(letters);
    f(article);
    f(mention.begin);
    f(mention.end);
  }
};

struct CorrectableQuote {
  std::string letter, article;  // article: id
  TextSpan quote;
  template <class F>
  void each_field(F&& f) {
    f(letter);
    f(article);
    f(quote.begin);
    f(quote.end);
  }
};

enum class CorrectionTarget : std::uint8_t { kNothing, kName, kQuote };

struct CorrectionView {
  std::uint64_t revision = 0;
  Subject subject;
  CorrectionTarget target = CorrectionTarget::kNothing;
  NameChoice name;                       // of a name
  std::string words, speaker;            // of a quote; speaker is empty where nobody is named
  std::vector<CorrectableQuote> quotes;  // its renderings
  std::vector<NameChoice> names;  // the other names of the set, in most articles first; of a quote, who can speak
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(subject);
    f(target);
    f(name);
    f(words);
    f(speaker);
    f(quotes);
    f(names);
  }
};

struct ChangeRow {
  std::string words;  // "Merged Marsh into Elena Marsh"
  std::string note;   // "changes nothing now: its place is gone", empty where it holds
  bool undone = false;
  template <class F>
  void each_field(F&& f) {
    f(words);
    f(note);
    f(undone);
  }
};

struct ChangesView {
  std::uint64_t revision = 0;
  std::vector<ChangeRow> rows;  // newest first; before them those taken back, the next to be done again last
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(rows);
  }
};

}  // namespace newsloupe
