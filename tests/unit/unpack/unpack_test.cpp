#include "core/unpack/unpack.h"

#include <doctest/doctest.h>

#include "tests/support/unpacked_files.h"

namespace newsloupe {
TEST_CASE("a file that is no container is one record") {
  const auto records = unpacked("a.txt", "Two boats sank.");
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].record.ok());
  CHECK(records[0].record.value().id == "set/a.txt");
  CHECK(records[0].record.value().bytes == "Two boats sank.");
}

TEST_CASE("a line with an empty id goes by its place") {
  const auto records = unpacked("a.jsonl", "{\"id\":\"\",\"text\":\"One.\"}\n{\"id\":null,\"text\":\"Two.\"}");
  REQUIRE(records.size() == 2);
  CHECK(records[0].id == "set/a.jsonl:1");
  CHECK(records[1].id == "set/a.jsonl:2");
}

TEST_CASE("every line of JSON Lines gives one record, in order, bad ones too") {
  const auto records = unpacked("a.jsonl",
                                "{\"id\":\"x\",\"text\":\"One.\",\"title\":\"T\",\"authors\":[\"A B\",\"C D\"],"
                                "\"date_publish\":\"2025-08-26\",\"source_domain\":\"herald.example\"}\n"
                                "not json\n"
                                "\r\n"
                                "{\"id\":7,\"html\":\"<p>Two.</p>\"}\r\n"
                                "{\"id\":\"none\"}\n"
                                "[1]\n"
                                "{\"text\":\"\\ud800 lone\"}\n"
                                "{\"id\":\"bytes\",\"text\":\"a\xff\"}");
  REQUIRE(records.size() == 7);
  REQUIRE(records[0].record.ok());
  const SourceRecord& first = records[0].record.value();
  CHECK(first.id == "x");
  CHECK(first.kind == SourceRecord::Kind::kPlainText);
  REQUIRE(first.given.size() == 5);
  CHECK(first.given[0].field == "headline");
  CHECK(first.given[1].value == "A B");
  CHECK(first.given[3].field == "published");
  CHECK(first.given[4].from == "record");
  CHECK(records[1].id == "set/a.jsonl:2");
  CHECK(records[1].record.error().message == "Line 2 is no JSON. Each line must be one object.");
  CHECK(records[2].record.value().id == "7");
  CHECK(records[2].record.value().kind == SourceRecord::Kind::kHtml);
  CHECK(records[3].record.error().message == "Line 5 has no text and no html field.");
  CHECK_FALSE(records[4].record.ok());
  CHECK(records[5].record.value().bytes == "\ufffd lone");
  CHECK(records[6].record.value().bytes == "a\ufffd");
}

TEST_CASE("JSON Lines is known by its name or its first line") {
  CHECK(is_json_lines("a.jsonl", ""));
  CHECK(is_json_lines("-", "\n{\"text\":\"a\"}\n{"));
  CHECK_FALSE(is_json_lines("a.txt", "{braces} open this text"));
  CHECK_FALSE(is_json_lines("a.html", "{\"text\":\"a\"}"));
}

TEST_CASE("a .json file holds one record or a list of them") {
  CHECK(unpacked("a.json", "{\n \"text\": \"One.\"\n}")[0].id == "set/a.json");
  CHECK(unpacked("a.json", "[{\"id\":\"p\",\"text\":\"One.\"},{\"text\":\"Two.\"}]").size() == 2);
}

}  // namespace newsloupe
