#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "core/unpack/file_choice.h"

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

void tell_passed_over(const fs::path& folder, std::size_t count) {
  if (count > 0) std::cerr << folder.generic_string() << ": " << words_for_passed_over(count) << '\n';
}

// Every file below the folder that is looked at, sorted by path; the others are counted on standard error.
void read_folder(const fs::path& folder, const Sink& sink) {
  std::vector<std::string> ids;
  std::error_code error;
  auto walk = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const bool hidden = walk->path().filename().generic_string().starts_with('.');
    if (hidden && walk->is_directory()) walk.disable_recursion_pending();
    if (!hidden && walk->is_regular_file()) ids.push_back(walk->path().lexically_relative(folder).generic_string());
  }
  if (error) report(folder.generic_string(), "cannot be walked: " + error.message(), sink);
  std::sort(ids.begin(), ids.end());
  const std::vector<FileFate> fates = choose_files(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (fates[i] == FileFate::kRead) read_file(folder / fs::path(ids[i]), ids[i], sink);
  }
  tell_passed_over(folder, static_cast<std::size_t>(std::count(fates.begin(), fates.end(), FileFate::kPassedOver)));
}

// True where the folder holds what a browser saved beside a page that is named too ("*" of a shell names both).
bool belongs_to_page(const std::string& folder, const std::vector<std::string>& paths) {
  std::vector<std::string> all = paths;
  all.push_back(folder + "/-");
  return choose_files(all).back() == FileFate::kPassedOver;
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
      if (!belongs_to_page(path, paths)) read_folder(path, sink);
    } else {
      read_file(path, fs::path(path).filename().generic_string(), sink);
    }
  }
}

}  // namespace newsloupe::cli
