// newsloupe sketch and link.
#include <fstream>
#include <functional>
#include <iostream>

#include "cli/analyze.h"
#include "core/compare/outline.h"
#include "core/wire/links_json.h"
#include "core/wire/sketch_json.h"

namespace newsloupe::cli {
namespace {

// Calls `take` for every line of the files that is not empty, with the name by which messages speak of it. False where
// a file cannot be read to its end; that is said on standard error.
bool for_each_line(const std::vector<std::string>& paths,
                   const std::function<void(const std::string& name, const std::string& text)>& take) {
  bool all = true;
  std::string text;
  for (const std::string& path : paths) {
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    std::istream& in = path == "-" ? std::cin : file;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
      if (text.ends_with('\r')) text.pop_back();
      if (!text.empty()) take(path + ":" + std::to_string(number), text);
    }
    if (in.eof()) continue;
    std::cerr << path << ": cannot be opened: is it there, and may you read it?\n";
    all = false;
  }
  return all;
}

}  // namespace

int sketch(const CommandLine& line, const Resources& resources) {
  int status = 0;
  read_articles(line, resources, {}, [&](const ReadRecord& record) {
    if (record.article.ok()) {
      std::cout << sketch_json(*digest(*record.article.value())) << '\n';
    } else {
      status = 1;
      std::cerr << record.id << ": " << record.article.error().message << '\n';
      std::cout << sketch_error_json(record.id, record.article.error()) << '\n';
    }
  });
  std::cout.flush();
  return status;
}

int link(const CommandLine& line, const Resources& resources) {
  int status = 0;
  std::vector<DigestPtr> digests;
  const bool all = for_each_line(line.paths, [&](const std::string& name, const std::string& text) {
    Result<DigestPtr> digest = digest_from_sketch(text);
    if (digest.ok()) {
      digests.push_back(std::move(digest).value());
    } else {
      status = 1;
      std::cerr << name << ": " << digest.error().message << '\n';
    }
  });
  OutlineMaker maker(std::move(digests), resources);
  while (maker.step()) continue;
  const SetOutline outline = maker.take();
  const std::vector<Reuse> reuse = maker.take_reuse();
  if (line.format == Format::kJson) std::cout << links_json(outline, reuse) << '\n';
  if (line.format == Format::kJsonl) std::cout << links_json_lines(outline, reuse);
  std::cout.flush();
  return all ? status : 1;
}

}  // namespace newsloupe::cli
