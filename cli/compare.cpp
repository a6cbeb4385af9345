#include <iostream>

#include "cli/analyze.h"
#include "cli/plain_text.h"
#include "core/compare/comparison.h"
#include "core/wire/comparison_json.h"

namespace newsloupe::cli {

int compare(const CommandLine& line, const Resources& resources) {
  int status = 0;
  std::vector<ArticlePtr> articles;
  read_articles(line, resources, [&](ReadRecord record) {
    if (record.article.ok()) {
      articles.push_back(std::move(record.article).value());
    } else {
      status = 1;
      std::cerr << record.id << ": " << record.article.error().message << '\n';
    }
  });
  const Comparison comparison = newsloupe::compare(std::move(articles), resources);
  if (line.format == Format::kText) std::cout << comparison_text(comparison);
  if (line.format == Format::kJson) std::cout << comparison_json(comparison, {}, true) << '\n';
  if (line.format == Format::kJsonl) std::cout << comparison_json_lines(comparison);
  std::cout.flush();
  return status;
}

}  // namespace newsloupe::cli
