// What the command line asks for.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/part.h"
#include "core/base/result.h"
#include "core/ingest/raw_article.h"
#include "core/wire/article_json.h"

namespace newsloupe::cli {

enum class Command { kAnalyze, kCompare, kSketch, kLink, kCopies, kHelp, kVersion };
enum class Format { kText, kJson, kJsonl, kHtml };

struct CommandLine {
  Command command = Command::kHelp;
  Format format = Format::kText;
  AnalysisOptions options;
  ArticleParts parts;
  unsigned jobs = 1;
  std::vector<std::string> paths;
  std::string corrections;            // file of the log to apply, empty for none
  std::uint32_t at_least = 500;       // of Jaccard's coefficient, in thousandths
  std::optional<Part> part;           // of the work
  std::vector<std::string> pairs;     // files that parts of link wrote
  std::optional<CivilDate> from, to;  // days of publication, both included
  int overlap = 0;                    // days around them
};

// Reads the arguments behind the program's name. The error is one line: what is wrong and what would do.
Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments);

// The text of --help.
extern const char* const kHelp;

}  // namespace newsloupe::cli
