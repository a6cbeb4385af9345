#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/wire/requests.h"

namespace newsloupe {
namespace {

const Subject kSubject{SubjectKind::kQuote, 0xFEDCBA9876543210ULL};

std::vector<Request> all_requests() {
  return {AddFile{"a/b.txt", "b.txt", std::string("\0bytes\xFF", 7)},
          ApplyChange{{{SetTitle{"a.txt", "A title, “quoted”"}}}},
          ApplyChange{{{SetOutlet{"a.txt", ""}}}},
          ApplyChange{{{SetPublished{"a.txt", CivilDate{2025, 8, 26}}}}},
          ApplyChange{{{SetPublished{"a.txt", std::nullopt}}}},
          ApplyChange{{{RemoveArticle{"a.txt"}}}},
          ApplyChange{{{LeaveOut{"a.txt", true}, LeaveOut{"b.txt", false}, MoveToStory{"a.txt", "b.txt"}}}},
          ApplyChange{{{RenameStory{"a.txt", "The flood"}, RenameName{{"a.txt", {3, 9}}, "Elena Marsh"}}}},
          ApplyChange{{{MergeNames{{"a.txt", {3, 9}}, {"b.txt", {1, 4}}}}}},
          ApplyChange{{{RetypeName{{"a.txt", {3, 9}}, EntityType::kPlace}}}},
          ApplyChange{{{SetSpeaker{"a.txt", {30, 90}, "Elena Marsh"}, RejectQuote{"a.txt", {3, 9}}}}},
          UndoChange{},
          RedoChange{},
          LoadSample{},
          OpenStory{"a.txt"},
          AskView{ViewKind::kEvidence, 3, kSubject},
          AskView{ViewKind::kLibrary, 0, Subject{}, SearchQuery{}, "velda outlet:ledger", 40, 20, {"a.txt", ""}, true},
          AskModel{7, ModelFormat::kArticles}};
}

std::vector<Response> all_responses() {
  SetView set;
  set.articles.resize(2);
  set.articles[1].letter = "B";
  set.origins.push_back({{0, 1}, "one origin · 71 %"});
  ImportView sheet;
  sheet.rows.resize(1);
  sheet.rows[0].state = ImportState::kFailed;
  sheet.rows[0].messages = {"one", "two"};
  LibraryView library;
  library.rows.resize(2);
  library.rows[1].bars = {1, 0, 2};
  ReaderView reader;
  reader.text = "Some text";
  reader.highlights.push_back({{2, 5}, ReaderLayer::kFigure, Status::kDiffer, kSubject, "note", true});
  EvidenceView evidence;
  evidence.subject = kSubject;
  evidence.cards.resize(1);
  evidence.cards[0].marks = {{1, 2}, {3, 4}};
  evidence.reading = {{"amount", "14"}};
  evidence.absent = {{3, "published before"}};
  BriefView brief;
  brief.bands.push_back({Status::kAgree, "They agree", 4, {{"row", "", kSubject, {{"14", Status::kAgree, false}}}}});
  CompareView pair;
  pair.left.passages.push_back(
      {{0, 9}, 1, 0, PassageKind::kDiffers, {{{2, 4}, WordChange::kChanged, Status::kDiffer, kSubject, "B: 12"}}});
  pair.rows.push_back({0, kNoPassage, true});
  return {Changed{42, true},        ViewReady{set},
          ViewReady{reader},        ViewReady{evidence},
          ViewReady{brief},         ViewReady{pair},
          ViewReady{QuotesView{}},  ViewReady{sheet},
          ViewReady{library},       ViewReady{LibraryMatchesView{3, "velda", {{"a.txt", "b.txt"}}}},
          ViewReady{StoriesView{}}, ViewReady{TimelineView{}},
          ModelReady{7, "{}"},      Failed{"wire", "why"}};
}

}  // namespace

TEST_CASE("requests and responses come back as the bytes they went out as") {
  for (const Request& request : all_requests()) {
    const std::string bytes = encode(request);
    const Result<Request> read = decode_request(bytes);
    REQUIRE(read.ok());
    CHECK(read.value().index() == request.index());
    CHECK(encode(read.value()) == bytes);
  }
  for (const Response& response : all_responses()) {
    const std::string bytes = encode(response);
    const Result<Response> read = decode_response(bytes);
    REQUIRE(read.ok());
    CHECK(read.value().index() == response.index());
    CHECK(encode(read.value()) == bytes);
  }
}

TEST_CASE("bytes that are cut, longer or damaged give an error, never a read outside them") {
  for (const Response& response : all_responses()) {
    const std::string bytes = encode(response);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const Result<Response> read = decode_response(std::string_view(bytes).substr(0, length));
      CHECK_FALSE(read.ok());
      if (!read.ok()) CHECK(read.error().stage == "wire");
    }
    CHECK_FALSE(decode_response(bytes + '\0').ok());
  }
  CHECK_FALSE(decode_request("\xFF").ok());
  CHECK_FALSE(decode_request(std::string("\0\xFF\xFF\xFF\xFF", 5)).ok());
}

TEST_CASE("a request keeps its contents") {
  const Result<Request> file = decode_request(encode(Request(AddFile{"f/ü.txt", "ü.txt", "text"})));
  REQUIRE(file.ok());
  CHECK(std::get<AddFile>(file.value()).id == "f/ü.txt");
  CHECK(std::get<AddFile>(file.value()).bytes == "text");
  const Result<Request> ask = decode_request(encode(Request(AskView{ViewKind::kEvidence, 3, kSubject})));
  REQUIRE(ask.ok());
  CHECK(std::get<AskView>(ask.value()).subject == kSubject);
}

}  // namespace newsloupe
