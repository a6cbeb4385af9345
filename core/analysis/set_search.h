// Looking through all articles of a set, also those that are not compared now, a piece of work at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/search.h"
#include "core/analysis/session.h"

namespace newsloupe {

// An article that has it.
struct FoundArticle {
  std::size_t intake = 0;  // index into Snapshot::intakes
  std::uint32_t hits = 0;
  FoundSpan first;                 // of the best hit: exactly what was typed before what is like it
  std::string before, hit, after;  // the words there, cut at the paragraph
};

class WholeSetSearch {
 public:
  // `session` must outlive the search; it ends where the session's snapshot becomes another one. An error as of Finder.
  [[nodiscard]] static Result<WholeSetSearch> make(const Session& session, const SearchQuery& query);

  // A bounded piece of the work; false when nothing is left to look through.
  bool step();
  // Articles looked at and to look at.
  [[nodiscard]] std::size_t done() const { return next_; }
  [[nodiscard]] std::size_t total() const { return session_->snapshot().intakes.size(); }
  // In order of arrival.
  [[nodiscard]] const std::vector<FoundArticle>& found() const { return found_; }
  [[nodiscard]] std::uint32_t runs() const { return finder_.runs(); }

 private:
  WholeSetSearch(const Session& session, Finder finder)
      : session_(&session), finder_(std::move(finder)), revision_(session.snapshot().revision) {}
  void look_into(std::size_t intake);

  const Session* session_;
  Finder finder_;
  std::uint64_t revision_;
  std::size_t next_ = 0;
  std::vector<FoundArticle> found_;
};

// The words of the paragraph left and right of a span, each cut to some 110 and 150 bytes at a word's end, with line
// breaks as spaces and an ellipsis where they were cut.
[[nodiscard]] std::string words_before(const Article& article, TextSpan span);
[[nodiscard]] std::string words_after(const Article& article, TextSpan span);
// Line breaks and the like as spaces.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace newsloupe
