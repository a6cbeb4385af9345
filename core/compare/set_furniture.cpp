#include "core/compare/set_furniture.h"

#include <algorithm>
#include <map>

#include "core/base/sorting.h"
#include "core/base/utf8.h"
#include "core/compare/outline.h"

namespace newsloupe {
namespace {

constexpr std::size_t kFewest = 3;  // articles

struct Printed {
  std::uint64_t paragraph;
  std::uint32_t article;  // of those of the outlet
};

// At most half of the shorter one's paragraphs are the other's, too. Both lists are in order.
bool differ(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++shared, ++i, ++j;
    else if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  return shared * 2 <= std::min(a.size(), b.size());
}

// The paragraphs that three unlike articles among these print. Each list of paragraphs is in order.
std::vector<std::uint64_t> repeated(const std::vector<std::vector<std::uint64_t>>& articles) {
  std::vector<Printed> printed;
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    for (const std::uint64_t paragraph : articles[a]) printed.push_back({paragraph, a});
  }
  sort_items(printed, [](const Printed& x, const Printed& y) {
    return x.paragraph != y.paragraph ? x.paragraph < y.paragraph : x.article < y.article;
  });
  std::vector<std::uint64_t> found;
  for (std::size_t first = 0, last = 0; first < printed.size(); first = last) {
    std::vector<std::uint32_t> unlike;
    for (; last < printed.size() && printed[last].paragraph == printed[first].paragraph; ++last) {
      const std::uint32_t article = printed[last].article;
      const bool another = std::ranges::all_of(
          unlike, [&](std::uint32_t a) { return a != article && differ(articles[article], articles[a]); });
      if (unlike.size() < kFewest && another) unlike.push_back(article);
    }
    if (unlike.size() == kFewest) found.push_back(printed[first].paragraph);
  }
  return found;
}

}  // namespace

SetFurniture::SetFurniture(std::span<const DigestPtr> articles) {
  std::map<std::string, std::vector<std::vector<std::uint64_t>>> outlets;
  for (const DigestPtr& article : articles) {
    if (article->metadata.outlet.empty() || article->paragraphs.empty()) continue;
    std::vector<std::vector<std::uint64_t>>& own = outlets[case_folded(article->metadata.outlet)];
    own.push_back(article->paragraphs);
    sort_items(own.back(), [](std::uint64_t x, std::uint64_t y) { return x < y; });
  }
  for (const auto& [outlet, paragraphs] : outlets) {
    if (paragraphs.size() < kFewest) continue;
    if (std::vector<std::uint64_t> found = repeated(paragraphs); !found.empty()) {
      known_.push_back({outlet, std::move(found)});
    }
  }
}

const SetFurniture::Outlet* SetFurniture::find(std::string_view outlet) const {
  if (known_.empty()) return nullptr;
  const std::string name = case_folded(outlet);
  const auto at = std::ranges::find(known_, name, &Outlet::name);
  return at == known_.end() ? nullptr : &*at;
}

SetFurniture learn_furniture(std::vector<DigestPtr> articles) {
  sort_items(articles, [](const DigestPtr& a, const DigestPtr& b) { return stands_before(a->source, b->source); });
  return SetFurniture(articles);
}

bool SetFurniture::holds(std::string_view outlet, std::uint64_t paragraph) const {
  const Outlet* known = find(outlet);
  return known != nullptr && std::ranges::binary_search(known->paragraphs, paragraph);
}

bool SetFurniture::differs_for(const ArticleDigest& article, const SetFurniture& other) const {
  return std::ranges::any_of(article.paragraphs, [&](std::uint64_t paragraph) {
    return holds(article.metadata.outlet, paragraph) != other.holds(article.metadata.outlet, paragraph);
  });
}

}  // namespace newsloupe
