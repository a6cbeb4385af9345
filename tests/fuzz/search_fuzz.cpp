// Anything typed into the search field: a pattern is refused in words or finds places inside the articles, in order.
#include <vector>

#include "core/analysis/analyze_article.h"
#include "core/analysis/search.h"
#include "core/wire/session_host.h"
#include "tests/fuzz/check.h"

namespace {

newsloupe::Comparison sample() {
  using namespace newsloupe;
  std::vector<ArticlePtr> articles;
  for (AddFile& file : sample_files()) {
    unpack({file.id, file.name, std::move(file.bytes)}, [&](UnpackedRecord unpacked) {
      if (!unpacked.record.ok()) return;
      Result<ArticlePtr> article = analyze_article(unpacked.record.value(), {}, fuzz::resources());
      if (article.ok()) articles.push_back(std::move(article).value());
    });
  }
  return compare(std::move(articles), fuzz::resources());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  if (size == 0) return 0;
  static const Comparison comparison = sample();
  std::vector<ArticleIndex> order;
  for (std::size_t i = 0; i < comparison.articles.size(); ++i) order.emplace_back(i);
  const int flags = data[0];
  const SearchQuery query{std::string(fuzz::bytes_from(data + 1, size - 1)), (flags & 1) != 0, (flags & 2) != 0,
                          (flags & 4) != 0};
  const SearchResult found = search(comparison, query, order);
  std::uint32_t total = 0;
  for (const std::uint32_t count : found.counts) total += count;
  fuzz::require(found.problem.empty() || found.hits.empty(), "a refused pattern finds nothing");
  fuzz::require(total == found.total && found.hits.size() <= found.total, "the counts add up");
  for (const SearchHit& hit : found.hits) fuzz::check_span(comparison.article(hit.article), hit.found.span);
  return 0;
}
