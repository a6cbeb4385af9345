// Up to four texts, parted by lines of "===", compared: the order in which they arrive changes nothing.
#include <algorithm>
#include <vector>

#include "core/analysis/analyze_article.h"
#include "core/compare/comparison.h"
#include "core/wire/comparison_json.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  constexpr std::string_view kPart = "\n===\n";
  std::vector<ArticlePtr> articles;
  for (std::string_view rest = fuzz::bytes_from(data, size); !rest.empty() && articles.size() < 4;) {
    const std::size_t end = std::min(rest.find(kPart), rest.size());
    SourceRecord record;
    record.id = record.name = std::to_string(articles.size()) + ".txt";
    record.bytes = rest.substr(0, end);
    rest.remove_prefix(std::min(end + kPart.size(), rest.size()));
    if (Result<ArticlePtr> article = analyze_article(record, {}, fuzz::resources()); article.ok()) {
      articles.push_back(std::move(article).value());
    }
  }
  const std::string forward = comparison_json(compare(articles, fuzz::resources()), {}, true);
  std::reverse(articles.begin(), articles.end());
  fuzz::require(comparison_json(compare(articles, fuzz::resources()), {}, true) == forward,
                "the order of arrival changes nothing");
  return 0;
}
