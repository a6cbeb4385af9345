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
  return line.command == cli::Command::kAnalyze ? cli::analyze(line, *resources) : cli::compare(line, *resources);
}
