#include <iostream>

#include "cli/analyze.h"
#include "cli/command_line.h"

#ifndef NEWSLOUPE_VERSION
#error "the build defines NEWSLOUPE_VERSION"
#endif

int main(int argc, char** argv) {
  using namespace newsloupe;
  std::ios::sync_with_stdio(false);
  const Result<cli::CommandLine> parsed = cli::parse_command_line({argv + 1, argv + argc});
  if (!parsed.ok()) {
    std::cerr << "newsloupe: " << parsed.error().message << '\n';
    return 2;
  }
  const cli::CommandLine& line = parsed.value();
  if (line.command == cli::Command::kHelp) {
    std::cout << cli::kHelp;
    return 0;
  }
  if (line.command == cli::Command::kVersion) {
    std::cout << "newsloupe " NEWSLOUPE_VERSION "\n";
    return 0;
  }
  const auto resources = load_resources();
  switch (line.command) {
    case cli::Command::kAnalyze:
      return cli::analyze(line, *resources);
    case cli::Command::kCompare:
      return cli::compare(line, *resources);
    case cli::Command::kSketch:
      return cli::sketch(line, *resources);
    case cli::Command::kCopies:
      return cli::copies(line, *resources);
    default:
      return cli::link(line, *resources);
  }
}
