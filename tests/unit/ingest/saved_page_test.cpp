#include <doctest/doctest.h>

#include "tests/support/read_files.h"

namespace newsloupe {

TEST_CASE("a page saved with SingleFile: address and day of saving, pictures inside count for nothing") {
  const std::string page =
      "<!DOCTYPE html> <html lang=\"en\"><!--\n Page saved with SingleFile \n url: https://harbour.example/2025/ferry "
      "\n"
      " saved date: Wed Aug 27 2025 10:00:00 GMT+0200 (CEST)\n--><title>Ferry</title><img "
      "src=\"data:image/png;base64," +
      std::string(9'000'000, 'A') + "\"><style>a{background:url(data:x," + std::string(1'000'000, 'B') +
      ")}</style><p>The ferry sank.";
  const RawArticle raw = raw_article(only_record("ferry.html", page));
  CHECK(told(raw.blocks) == "p:The ferry sank.|");
  const std::string found = told(raw.candidates);
  CHECK(found.find("url=https://harbour.example/2025/ferry (saved page)\n") != std::string::npos);
  CHECK(found.find("saved=Wed Aug 27 2025 10:00:00 GMT+0200 (CEST) (saved page)\n") != std::string::npos);
  CHECK(found.find("published=") == std::string::npos);
}

TEST_CASE("the address that browsers write above a page") {
  const auto found = [](const std::string& page) { return told(raw_article(only_record("a.html", page)).candidates); };
  const std::string page =
      "<!DOCTYPE html>\n<!-- saved from url=(0029)https://harbour.example/ferry -->\n<html><p>One.";
  CHECK(found(page) == "url=https://harbour.example/ferry (saved page)\noutlet=harbour.example (url host)\n");
  CHECK(found("<!-- saved from url=(0014)about:internet -->\n<p>One.") == "");
  CHECK(found("<!-- saved from url=(00") == "");
}

}  // namespace newsloupe
