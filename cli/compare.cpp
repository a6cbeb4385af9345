#include <iostream>

#include "cli/analyze.h"
#include "cli/plain_text.h"
#include "core/compare/comparison.h"
#include "core/present/text_view.h"
#include "core/wire/comparison_json.h"

namespace newsloupe::cli {
namespace {

// The report of a set in canonical order, so that the order of the paths does not matter.
std::string comparison_page(Comparison comparison) {
  Snapshot snapshot;
  snapshot.revision = 1;
  for (const ComparedArticle& a : comparison.articles) {
    const SourceInfo& source = a.article->source;
    snapshot.intakes.push_back({source.id, source.name, Intake::State::kDone, a.article, {}, {}});
  }
  snapshot.comparison = std::make_shared<const Comparison>(std::move(comparison));
  return report_page(Presenter(snapshot));
}

}  // namespace

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
  Comparison comparison = newsloupe::compare(std::move(articles), resources);
  if (line.format == Format::kText) std::cout << comparison_text(comparison);
  if (line.format == Format::kJson) std::cout << comparison_json(comparison, {}, true) << '\n';
  if (line.format == Format::kJsonl) std::cout << comparison_json_lines(comparison);
  if (line.format == Format::kHtml) std::cout << comparison_page(std::move(comparison));
  std::cout.flush();
  return status;
}

}  // namespace newsloupe::cli
