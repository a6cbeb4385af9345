#include "core/wire/correction_log_json.h"

#include <doctest/doctest.h>

#include <string>

namespace newsloupe {
namespace {

std::vector<Change> every_kind() {
  return {{{SetTitle{"a.txt", "A title, “quoted”"}}},
          {{SetOutlet{"a.txt", ""}, SetOutlet{"b.txt", ""}}},
          {{SetPublished{"a.txt", CivilDate{2025, 8, 26}}}},
          {{SetPublished{"a.txt", std::nullopt}}},
          {{LeaveOut{"a.txt", true}, LeaveOut{"b.txt", false}}},
          {{RemoveArticle{"c.txt"}}},
          {{MoveToStory{"a.txt", "b.txt"}}},
          {{MoveToStory{"a.txt", ""}}},
          {{RenameStory{"a.txt", "The flood"}}},
          {{SetRole{"a.txt", ArticleRole::kMine}, SetRole{"b.txt", ArticleRole::kReference}}},
          {{SetRole{"a.txt", ArticleRole::kNone}}},
          {{MergeNames{{"a.txt", {3, 9}}, {"b.txt", {1, 4}}}}},
          {{RenameName{{"a.txt", {3, 9}}, "Elena Marsh"}}},
          {{RetypeName{{"a.txt", {3, 9}}, EntityType::kGroup}}},
          {{SetSpeaker{"a.txt", {30, 90}, ""}, RejectQuote{"a.txt", {3, 9}}}}};
}

std::string failure(const char* bytes) {
  const Result<std::vector<Change>> read = changes_from_json(bytes);
  return read.ok() ? "" : read.error().message;
}

}  // namespace

TEST_CASE("a log that was written is read as the same changes") {
  const std::string written = wire::to_line(corrections_json(every_kind()));
  for (const std::string& bytes :
       {written, "{\"schema\":\"newsloupe.comparison/1\",\"corrections\":" + written + "}"}) {
    const Result<std::vector<Change>> read = changes_from_json(bytes);
    REQUIRE(read.ok());
    CHECK(read.value().size() == every_kind().size());
    CHECK(read.value()[1].corrections.size() == 2);
    CHECK(wire::to_line(corrections_json(read.value())) == written);
  }
}

TEST_CASE("rows without a number are changes of their own") {
  const Result<std::vector<Change>> read =
      changes_from_json(R"([{"kind":"remove","id":"a"},{"kind":"remove","id":"b"}])");
  REQUIRE(read.ok());
  CHECK(read.value().size() == 2);
}

TEST_CASE("what is no log is one line with the reason") {
  CHECK(failure("corrections: none").starts_with("is no JSON"));
  CHECK(failure("{\"articles\":[]}").starts_with("holds no list"));
  CHECK(failure("12").starts_with("holds no list"));
  for (const char* row :
       {"7", "{}", R"({"kind":"rename","name":{"id":"a","span":[1,2]}})", R"({"kind":"burn","id":"a"})",
        R"({"kind":"no-quote","id":"a","span":[9,3]})", R"({"kind":"no-quote","id":"a","span":[-1,3]})",
        R"({"kind":"speaker","id":"a","span":[1,3]})", R"({"kind":"published","id":"a","value":"soon"})",
        R"({"kind":"retype","name":{"id":"a","span":[1,2]},"value":"river"})",
        R"({"kind":"merge","name":{"id":"a"}})"}) {
    CAPTURE(row);
    const std::string message = failure((R"([{"kind":"remove","id":"a"},)" + std::string(row) + "]").c_str());
    CHECK(message.starts_with("correction 2 of 2 is not understood"));
    CHECK(message.find('\n') == std::string::npos);
  }
}

}  // namespace newsloupe
