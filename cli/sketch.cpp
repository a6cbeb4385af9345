// newsloupe sketch.
#include <iostream>

#include "cli/analyze.h"
#include "core/wire/sketch_json.h"

namespace newsloupe::cli {
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

}  // namespace newsloupe::cli
