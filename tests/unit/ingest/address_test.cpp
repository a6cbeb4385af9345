#include "core/ingest/address.h"

#include <doctest/doctest.h>

namespace newsloupe {

TEST_CASE("what addresses say in passing") {
  const struct {
    const char *address, *readings;
  } rows[] = {
      {"https://www.paper.example/2025/05/04/ferry.html", "2025-05-04 paper.example "},
      {"https://m.paper.example:8080/news/2025-05-04-ferry", "2025-05-04 paper.example "},
      {"http://paper.example/2025/5/4/ferry", "paper.example "},
      {"https://paper.example/2025/0504/1", "paper.example "},
      {"https://paper.example/id/12345678901", "paper.example "},
      {"https://127.0.0.1/2025/05/04", "2025-05-04 "},
      {"http://localhost/a", ""},
      {"file:///home/a/2025/05/04/b.html", "2025-05-04 "},
      {"no address", ""},
  };
  for (const auto& row : rows) {
    std::vector<MetadataCandidate> candidates = {{"url", row.address, "canonical", {}},
                                                 {"url", row.address, "og:url", {}}};
    read_addresses(candidates);
    std::string readings;
    for (std::size_t i = 2; i < candidates.size(); ++i) readings += candidates[i].value + ' ';
    CHECK_MESSAGE(readings == row.readings, row.address);
  }
}

}  // namespace newsloupe
