// The commands of newsloupe.
#pragma once

#include <functional>

#include "cli/command_line.h"
#include "core/analysis/analyze_article.h"
#include "core/analysis/correction.h"
#include "core/unpack/unpack.h"

namespace newsloupe::cli {

struct ReadRecord {
  std::string id;
  Result<ArticlePtr> article;
};

// Reads all records of the paths on `line.jobs` threads, under the changes, and hands them on in order. Articles that
// the changes leave out are passed over.
void read_articles(const CommandLine& line, const Resources& resources, const std::vector<Change>& changes,
                   const std::function<void(ReadRecord)>& sink);

// All return the exit status.
int analyze(const CommandLine& line, const Resources& resources);
int compare(const CommandLine& line, const Resources& resources);
int sketch(const CommandLine& line, const Resources& resources);
int link(const CommandLine& line, const Resources& resources);
int copies(const CommandLine& line, const Resources& resources);

}  // namespace newsloupe::cli
