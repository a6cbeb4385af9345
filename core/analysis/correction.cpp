#include "core/analysis/correction.h"

#include <type_traits>

namespace newsloupe {
namespace {

// The last word on a field replaces what came with the record; an empty one leaves none.
struct GivenWriter {
  SourceRecord& record;

  void operator()(const SetTitle& c) const { put(c.article, "headline", c.title); }
  void operator()(const SetOutlet& c) const { put(c.article, "outlet", c.outlet); }
  void operator()(const SetPublished& c) const {
    put(c.article, "published", c.date ? to_iso(*c.date) : std::string());
  }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  void put(const std::string& article, const char* field, const std::string& value) const {
    if (article != record.id) return;
    std::erase_if(record.given, [&](const MetadataCandidate& c) { return c.field == field; });
    if (!value.empty()) record.given.push_back({field, value, "given", std::nullopt});
  }
};

struct WishReader {
  GroupingWishes& wishes;

  void operator()(const LeaveOut& c) const {
    std::erase(wishes.left_out, c.article);
    if (c.out) wishes.left_out.push_back(c.article);
  }
  void operator()(const MoveToStory& c) const { wishes.moves.push_back({c.article, c.with}); }
  void operator()(const RenameStory& c) const { wishes.labels.push_back({c.article, c.label}); }
  template <class Other>
  void operator()(const Other&) const {}
};

struct RoleReader {
  ArticleRoles& roles;

  void operator()(const SetRole& c) const {
    if (roles.mine == c.article) roles.mine.clear();
    if (roles.reference == c.article) roles.reference.clear();
    if (c.role == ArticleRole::kMine) roles.mine = c.article;
    if (c.role == ArticleRole::kReference) roles.reference = c.article;
  }
  template <class Other>
  void operator()(const Other&) const {}
};

template <class Visitor>
void for_each_correction(const std::vector<Change>& changes, const Visitor& visitor) {
  for (const Change& change : changes) {
    for (const Correction& c : change.corrections) std::visit(visitor, c);
  }
}

}  // namespace

void put_given(SourceRecord& record, const Correction& correction) { std::visit(GivenWriter{record}, correction); }

void put_given(SourceRecord& record, const std::vector<Change>& changes) {
  for_each_correction(changes, GivenWriter{record});
}

bool is_removed(const std::string& article, const std::vector<Change>& changes) {
  bool removed = false;
  for_each_correction(changes, [&](const auto& c) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(c)>, RemoveArticle>) {
      removed = removed || c.article == article;
    }
  });
  return removed;
}

GroupingWishes grouping_wishes(const std::vector<Change>& changes) {
  GroupingWishes wishes;
  for_each_correction(changes, WishReader{wishes});
  return wishes;
}

ArticleRoles article_roles(const std::vector<Change>& changes) {
  ArticleRoles roles;
  for_each_correction(changes, RoleReader{roles});
  return roles;
}

std::vector<ReadingCorrection> reading_corrections(const std::vector<Change>& changes) {
  std::vector<ReadingCorrection> result;
  const auto take = [&result](const auto& c) {
    if constexpr (std::is_constructible_v<ReadingCorrection, decltype(c)>) result.emplace_back(c);
  };
  for_each_correction(changes, take);
  return result;
}

}  // namespace newsloupe
