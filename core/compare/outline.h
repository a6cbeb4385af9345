// What is known of all articles of a set, however many: which story and which
// origin each belongs to. What is compared in full is a part of it, the scope
// (usually one story), and consistent with the outline.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/compare/article_digest.h"
#include "core/compare/comparison.h"
#include "core/compare/gram_part.h"

namespace newsloupe {

struct OutlinedArticle {
  DigestPtr article;
  std::uint32_t story = 0, origin = 0;  // indices into the outline's lists
  bool left_out = false;                // stays listed and takes part in no comparison
};

// The order of all sets: by id, then by source, so that nothing depends on the order in which files arrived.
[[nodiscard]] bool stands_before(const SourceInfo& a, const SourceInfo& b);

struct SetOutline {
  std::vector<OutlinedArticle> articles;  // in canonical order: by id, then by hash of the source
  std::vector<Story> stories;             // by first article
  std::vector<Origin> origins;            // by first article

  [[nodiscard]] const ArticleDigest& article(ArticleIndex index) const { return *articles[index.index()].article; }
  // Index of the article with that id, or articles.size().
  [[nodiscard]] std::size_t find(std::string_view id) const;
};

// What a person says about the grouping, in the order in which it was said.
// Articles are named by id; an id that is not in the set says nothing until its
// article comes.
struct GroupingWishes {
  std::vector<std::string> left_out;
  struct Move {  // into the story that holds the article `with`; where that is
                 // empty, into a story of its own
    std::string article, with;
  };
  std::vector<Move> moves;
  struct Label {  // of the story that holds `article`; an empty one asks for the
                  // found label
    std::string article, label;
  };
  std::vector<Label> labels;
};

// Makes the outline of a set in bounded pieces, so that whoever waits can be
// told how far it is, or give up.
class OutlineMaker {
 public:
  // The order in which the articles are given does not matter. `resources` must
  // outlive the maker.
  OutlineMaker(std::vector<DigestPtr> articles, const Resources& resources, GroupingWishes wishes = {});
  ~OutlineMaker();
  // Before the first step: which articles share wording, counted in parts (gram_part.h).
  void use(std::vector<SharedGrams> counts);
  // A bounded piece of the work; false when nothing is left.
  bool step();
  // Once step() has said so.
  [[nodiscard]] SetOutline take();
  // After that: the pairs that share wording, as SharedWording gives them.
  [[nodiscard]] std::vector<Reuse> take_reuse();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

[[nodiscard]] SetOutline outline(std::vector<DigestPtr> articles, const Resources& resources,
                                 const GroupingWishes& wishes = {});

// Compares these articles of the outline, in any order, of which those that are left out take no part. Stories and
// origins are those of the outline, as far as the articles reach. `corrections` are applied in their order.
[[nodiscard]] Comparison compare(const SetOutline& outline, std::span<const ArticlePtr> articles,
                                 const Resources& resources, std::span<const ReadingCorrection> corrections = {},
                                 const ArticleRoles& roles = {});

}  // namespace newsloupe
