#include "core/ingest/file_name.h"

#include <doctest/doctest.h>

#include "core/resources/resources.h"

namespace newsloupe {
namespace {

std::string shown(std::string_view name) {
  static const auto resources = load_resources();
  std::vector<MetadataCandidate> candidates;
  read_file_name(name, resources->lexicon, candidates);
  std::string out;
  for (const MetadataCandidate& c : candidates) {
    CHECK(c.from == "file name");
    out += (out.empty() ? "" : " ") + c.value;
  }
  return out;
}

}  // namespace

TEST_CASE("dates and outlets in names of files") {
  const struct {
    std::string_view name, read;
  } rows[] = {
      {"2025-08-26_meridian-post_ferry.txt", "2025-08-26 Meridian Post"},
      {"harbour/2025-08-26_meridian-post_ferry.html", "2025-08-26 Meridian Post"},
      {"meridian-post-2025-08-26.txt", "2025-08-26 Meridian Post"},
      {"meridian-post_20250826.txt", "2025-08-26 Meridian Post"},
      {"2025_08_26 ferry stays.txt", "2025-08-26"},
      {"2025-08-26.txt", "2025-08-26"},
      {"20250826-ferry.md", "2025-08-26"},
      // no dates
      {"000_6022535fe393fd41.txt", ""},
      {"2025-13-26_post_ferry.txt", ""},
      {"2025-08-261.txt", ""},
      {"120250826.txt", ""},
      {"article-2025.txt", ""},
      {"26-08-2025_post_ferry.txt", ""},
      {"87654321_post_ferry.txt", ""},
      {"ferry.txt", ""},
      {"", ""},
      {".txt", ""},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.name) == row.read, row.name);
}

}  // namespace newsloupe
