#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/analyze.h"
#include "cli/plain_text.h"
#include "core/compare/outline.h"
#include "core/present/text_view.h"
#include "core/wire/comparison_json.h"
#include "core/wire/correction_log_json.h"

namespace newsloupe::cli {
namespace {

// The report of a set in canonical order, so that the order of the paths does not matter.
std::string comparison_page(Comparison comparison) {
  Snapshot snapshot;
  snapshot.revision = 1;
  for (const ComparedArticle& a : comparison.articles) {
    const SourceInfo& source = a.article->source;
    snapshot.intakes.push_back({source.id, source.name, Intake::State::kDone, digest(*a.article), a.article, {}, {}});
  }
  snapshot.comparison = std::make_shared<const Comparison>(std::move(comparison));
  return report_page(Presenter(snapshot));
}

Result<std::vector<Change>> read_changes(const std::string& path) {
  if (path.empty()) return std::vector<Change>();
  std::ifstream file(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.good() && !file.eof()) return Error{"input", "cannot be opened: is it there, and may you read it?"};
  return changes_from_json(bytes);
}

// The articles without what their outlets print with many of them.
std::vector<ArticlePtr> without_repeats(const std::vector<ArticlePtr>& articles, const Resources& resources) {
  const SetFurniture furniture = learn_furniture(digests_of(articles));
  std::vector<ArticlePtr> cleared;
  for (const ArticlePtr& article : articles) cleared.push_back(without_furniture(article, furniture, resources));
  return cleared;
}

// All articles under what the changes say of stories, of who takes part, and of names and quotes.
Comparison compare_all(const std::vector<ArticlePtr>& articles, const std::vector<Change>& changes,
                       const Resources& resources) {
  const SetOutline all = outline(digests_of(articles), resources, grouping_wishes(changes));
  return newsloupe::compare(all, articles, resources, reading_corrections(changes), article_roles(changes));
}

// A line for each correction that met nothing in the set; the log keeps it all the same.
void report_unmatched(const Comparison& comparison, const std::vector<Change>& changes) {
  std::vector<std::string> rows;
  for (const Change& change : changes) {
    for (const Correction& c : change.corrections) {
      if (!reading_corrections({Change{{c}}}).empty())
        rows.push_back(wire::to_line(corrections_json({Change{{c}}})[0]));
    }
  }
  for (const std::uint32_t place : comparison.unmatched) {
    std::cerr << "a correction changes nothing, because its article or its place is not in the set: " << rows[place]
              << '\n';
  }
}

}  // namespace

int compare(const CommandLine& line, const Resources& resources) {
  const Result<std::vector<Change>> read = read_changes(line.corrections);
  if (!read.ok()) {
    std::cerr << "newsloupe: " << line.corrections << ": " << read.error().message << '\n';
    return 2;
  }
  const std::vector<Change>& changes = read.value();
  int status = 0;
  std::vector<ArticlePtr> articles;
  read_articles(line, resources, changes, [&](ReadRecord record) {
    if (record.article.ok()) {
      articles.push_back(std::move(record.article).value());
    } else {
      status = 1;
      std::cerr << record.id << ": " << record.article.error().message << '\n';
    }
  });
  articles = without_repeats(articles, resources);
  Comparison comparison = compare_all(articles, changes, resources);
  report_unmatched(comparison, changes);
  if (line.format == Format::kText) std::cout << comparison_text(comparison);
  if (line.format == Format::kJson) std::cout << comparison_json(comparison, changes, true) << '\n';
  if (line.format == Format::kJsonl) std::cout << comparison_json_lines(comparison);
  if (line.format == Format::kHtml) std::cout << comparison_page(std::move(comparison));
  std::cout.flush();
  return status;
}

}  // namespace newsloupe::cli
