// S10 Search, and what the palette finds in the set. How views are made and sent is told in core/present/views.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/present/frame_views.h"

namespace newsloupe {

// One hit with the words around it, to be set so that all hits stand under each other.
struct SearchHitView {
  Place place;
  std::string where;  // "¶ 5"
  std::string before, hit, after;
  std::string note;  // for a sentence that was looked for: "exact", "6 of 9 runs"
  template <class F>
  void each_field(F&& f) {
    f(place);
    f(where);
    f(before);
    f(hit);
    f(after);
    f(note);
  }
};

struct SearchCount {
  std::uint32_t article = 0, hits = 0;
  template <class F>
  void each_field(F&& f) {
    f(article);
    f(hits);
  }
};

// An article that is not compared now and has it.
struct FoundElsewhere {
  std::string id, source;  // "Wire One, 3 May 2025 · 4 · exact"
  std::string before, hit, after;
  template <class F>
  void each_field(F&& f) {
    f(id);
    f(source);
    f(before);
    f(hit);
    f(after);
  }
};

struct SearchView {
  std::uint64_t revision = 0;
  std::string text;     // what was looked for
  std::string problem;  // why nothing was, in words
  std::string meaning;  // "Finds “curfew”, in any case, with or without accents."; who prints a sentence
  std::string absent;   // "Not in D and E."
  std::uint32_t total = 0, articles_with = 0, articles_total = 0;
  bool more = false;                // there are more than `total`: counting stopped
  std::vector<SearchCount> counts;  // of the first articles; zeros too, because absence is a finding
  std::vector<SearchHitView> hits;  // the first of them, by article
  std::vector<FoundElsewhere> elsewhere;
  std::uint32_t elsewhere_total = 0;          // articles; `elsewhere` may hold fewer
  std::uint32_t searched = 0, to_search = 0;  // of the whole set, while it is gone through
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(text);
    f(problem);
    f(meaning);
    f(absent);
    f(total);
    f(articles_with);
    f(articles_total);
    f(more);
    f(counts);
    f(hits);
    f(elsewhere);
    f(elsewhere_total);
    f(searched);
    f(to_search);
  }
};

// --- the palette

enum class FoundKind : std::uint8_t { kPerson, kFact, kEvent, kArticle };

struct FoundThing {
  FoundKind kind = FoundKind::kFact;
  std::string label, detail;
  Status status = Status::kNone;
  Subject subject;            // not for an article
  std::uint32_t article = 0;  // for an article
  template <class F>
  void each_field(F&& f) {
    f(kind);
    f(label);
    f(detail);
    f(status);
    f(subject);
    f(article);
  }
};

struct FoundView {
  std::uint64_t revision = 0;
  std::string text;  // what was looked for
  std::uint32_t total = 0;
  std::vector<FoundThing> things;  // best first within a kind; kinds in their order
  template <class F>
  void each_field(F&& f) {
    f(revision);
    f(text);
    f(total);
    f(things);
  }
};

}  // namespace newsloupe
