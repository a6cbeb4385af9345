// Plain-text cases: anyone can add one without knowing C++.
//
//   # comment
//   @ key value            a setting that holds for the cases below it
//   A sentence to read.
//     "words" what is expected of them
//     "more words" ...
//   A sentence in which nothing is to be found.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace newsloupe {

struct TextCase {
  int line = 0;
  std::string text;
  std::vector<std::string> expected;
  std::map<std::string, std::string> settings;
};

inline std::vector<TextCase> read_cases(const std::string& name) {
  std::ifstream file(std::string(NEWSLOUPE_SOURCE_DIR) + "/tests/cases/" + name);
  std::vector<TextCase> cases;
  std::map<std::string, std::string> settings;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line[0] == '#') continue;
    if (line[0] == '@') {
      const std::size_t gap = std::min(line.find(' ', 2), line.size());
      settings[line.substr(2, gap - 2)] = gap == line.size() ? "" : line.substr(gap + 1);
    } else if (begin > 0) {
      cases.back().expected.push_back(line.substr(begin));
    } else {
      cases.push_back({number, line, {}, settings});
    }
  }
  return cases;
}

}  // namespace newsloupe
