#include "core/wire/story_file.h"

#include <doctest/doctest.h>

#include "core/base/base64.h"

namespace newsloupe {
namespace {

KeptStory small_story() {
  KeptStory story;
  KeptArticle page;
  page.fingerprint = "0123456789ab";
  page.record = SourceRecord{"a/page.html", "page.html", "<p>Water \xE9 & </script> rose.</p>", {}, {}};
  page.record->is_file = true;
  page.record->charset = "windows-1252";
  page.record->notes = {"Cut off."};
  page.received = CivilDate{2025, 5, 4};
  KeptArticle line;
  line.record = SourceRecord{
      "set:2", "set", "The dam “broke”.\n\0x", SourceRecord::Kind::kPlainText, {{"outlet", "Wire One", "record", {}}}};
  KeptArticle elsewhere;
  elsewhere.fingerprint = "ba9876543210";
  story.articles = {page, line, elsewhere};
  story.changes = {{{SetTitle{"@0", "Flood"}, SetPublished{"@1", CivilDate{2025, 5, 3}}}},
                   {{SetPublished{"@2", std::nullopt}, LeaveOut{"@0", true}, LeaveOut{"@0", false}}},
                   {{MergeNames{{"@0", {1, 5}}, {"@1", {7, 9}}}, RenameName{{"@0", {1, 5}}, "Elena Marsh"}}},
                   {{RetypeName{{"@0", {1, 5}}, EntityType::kPlace}, SetSpeaker{"@1", {3, 4}, ""}}},
                   {{RejectQuote{"@1", {3, 4}}, MoveToStory{"@0", "@1"}, MoveToStory{"@0", ""}}},
                   {{RenameStory{"@0", "Velda"}, RemoveArticle{"@1"}, SetOutlet{"@1", "Ledger"}}}};
  story.view = "read a=1 r=4-9 s=figure:0:1-5";
  return story;
}

TEST_CASE("story: what goes into a page comes out of it, byte for byte") {
  const KeptStory story = small_story();
  const std::string page = "<!doctype html><p>report</p>" + story_block(story) + "</html>";
  const Result<KeptStory> back = story_from_page(page);
  REQUIRE(back.ok());
  CHECK(story_json(back.value()) == story_json(story));
  CHECK(back.value().articles[0].record->bytes == story.articles[0].record->bytes);
  CHECK(back.value().articles[0].record->is_file);
  CHECK(back.value().articles[0].record->charset == "windows-1252");
  CHECK(back.value().articles[0].record->notes == std::vector<std::string>{"Cut off."});
  CHECK(back.value().articles[1].record->bytes == story.articles[1].record->bytes);
  CHECK(back.value().articles[1].record->given[0].value == "Wire One");
  CHECK(back.value().articles[0].received == CivilDate{2025, 5, 4});
  CHECK_FALSE(back.value().articles[2].record.has_value());
  CHECK(back.value().changes.size() == 6);
  CHECK(std::get<MergeNames>(back.value().changes[2].corrections[0]).into.mention == TextSpan{7, 9});
}

TEST_CASE("story: nothing in its text can end the element that holds it") {
  const std::string json = story_json(small_story());
  CHECK(json.find('<') == std::string::npos);
  CHECK(story_block(small_story()).find("</script>") == story_block(small_story()).size() - 9);
}

TEST_CASE("story: a cut page, a changed one and one of a newer version each say so") {
  const std::string page = "<main></main>" + story_block(small_story());
  const auto message = [](std::string_view text) {
    const Result<KeptStory> result = story_from_page(text);
    return result.ok() ? std::string("opened") : result.error().message;
  };
  CHECK(message(page) == "opened");
  for (std::size_t length = 0; length < page.size(); ++length) {
    CHECK(message(std::string_view(page).substr(0, length)).find("is cut") != std::string::npos);
  }
  std::string changed = page;
  changed.replace(changed.find("Flood"), 5, "Fraud");
  CHECK(message(changed).find("was changed") != std::string::npos);
  const Result<KeptStory> newer = story_from_json(R"({"schema":"newsloupe.story/2","articles":[]})");
  REQUIRE_FALSE(newer.ok());
  CHECK(newer.error().message.find("newer") != std::string::npos);
}

TEST_CASE("story: JSON that is no story is refused and never half read") {
  for (
      const char* text :
      {"", "{", "[]", "{}", R"({"schema":"newsloupe.story/1"})", R"({"schema":"newsloupe.story/1","articles":[7]})",
       R"({"schema":"newsloupe.story/1","articles":[{"id":"a"}]})",
       R"({"schema":"newsloupe.story/1","articles":[{"id":"","text":"x"}]})",
       R"({"schema":"newsloupe.story/1","articles":[{"id":"a","base64":"x"}]})",
       R"({"schema":"newsloupe.story/1","articles":[],"changes":[[{"kind":"title","id":"@0","value":"x"}]]})",
       R"({"schema":"newsloupe.story/1","articles":["f"],"changes":[[{"kind":"title","id":"@99999999999","value":"x"}]]})",
       R"({"schema":"newsloupe.story/1","articles":["f"],"changes":[[{"kind":"merge","name":{"id":"@0","span":[5,1]}}]]})",
       R"({"schema":"newsloupe.story/1","articles":["f"],"changes":[[{"kind":"unknown","id":"@0"}]]})"}) {
    CHECK_MESSAGE(!story_from_json(text).ok(), text);
  }
}

TEST_CASE("base64: both ways, and nothing for what is none") {
  for (const std::string text : {"", "f", "fo", "foo", "foob", "fooba", "foobar"}) {
    CHECK(bytes_from_base64(base64_from(text)) == text);
  }
  CHECK(base64_from("foob") == "Zm9vYg==");
  CHECK(base64_from("\xFF\xEE\xDD") == "/+7d");
  for (const char* bad : {"Zg", "Zg=", "Z===", "Zm9?", "Zm=v", "===="}) CHECK_FALSE(bytes_from_base64(bad).has_value());
}

}  // namespace
}  // namespace newsloupe
