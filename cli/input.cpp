#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

namespace newsloupe::cli {
namespace {

namespace fs = std::filesystem;
using Sink = std::function<void(UnpackedRecord)>;

void report(const std::string& id, std::string message, const Sink& sink) {
  sink({id, id, Error{"input", std::move(message)}});
}

void read_file(const fs::path& path, const std::string& id, const Sink& sink) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.good() && !file.eof()) return report(id, "cannot be opened: is it there, and may you read it?", sink);
  unpack({id, path.filename().generic_string(), std::move(bytes)}, sink);
}

// Every file below the folder, sorted by path; hidden files and folders are passed over.
void read_folder(const fs::path& folder, const Sink& sink) {
  std::vector<std::pair<std::string, fs::path>> files;
  std::error_code error;
  auto walk = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const bool hidden = walk->path().filename().generic_string().starts_with('.');
    if (hidden && walk->is_directory()) walk.disable_recursion_pending();
    if (!hidden && walk->is_regular_file()) {
      files.emplace_back(walk->path().lexically_relative(folder).generic_string(), walk->path());
    }
  }
  if (error) report(folder.generic_string(), "cannot be walked: " + error.message(), sink);
  std::sort(files.begin(), files.end());
  for (const auto& [id, path] : files) read_file(path, id, sink);
}

void read_standard_input(const Sink& sink) {
  std::string line;
  if (!std::getline(std::cin, line)) return;
  if (!is_json_lines("-", line)) {
    std::string rest(std::istreambuf_iterator<char>(std::cin), {});
    unpack({"-", "standard input", line + "\n" + rest}, sink);
    return;
  }
  std::size_t number = 0;
  do {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) sink(record_from_json_line(line, "-", number));
  } while (std::getline(std::cin, line));
}

}  // namespace

void read_records(const std::vector<std::string>& paths, const Sink& sink) {
  for (const std::string& path : paths) {
    if (path == "-") {
      read_standard_input(sink);
    } else if (std::error_code error; fs::is_directory(path, error)) {
      read_folder(path, sink);
    } else {
      read_file(path, fs::path(path).filename().generic_string(), sink);
    }
  }
}

}  // namespace newsloupe::cli
