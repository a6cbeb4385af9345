#include <doctest/doctest.h>
#include <algorithm>

#include "core/resources/resources.h"
#include "core/wire/session_host.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const std::unique_ptr<const Resources> loaded = load_resources();
  return *loaded;
}

AnalysisOptions on_day(std::uint8_t day) {
  AnalysisOptions options;
  options.received = CivilDate{2025, 5, day};
  return options;
}

void work(SessionHost& host) {
  std::vector<std::string> out;
  while (host.has_work()) host.step(out);
}

void ask(SessionHost& host, const Request& request) {
  std::vector<std::string> out;
  host.request(encode(request), out);
  work(host);
}

void open_sample(SessionHost& host, bool backwards = false) {
  std::vector<AddFile> files = sample_files();
  if (backwards) std::reverse(files.begin(), files.end());
  std::vector<std::string> out;
  for (AddFile& file : files) host.add({(backwards ? "other " : "") + file.id, file.name, file.bytes}, out);
  work(host);
}

// The last answer: empty where it went well, else what is said.
std::string open_story(SessionHost& host, const std::string& bytes, bool replace) {
  std::vector<std::string> out;
  host.open_story(bytes, replace, out);
  work(host);
  const Result<Response> response = decode_response(out.back());
  const auto* failed = std::get_if<Failed>(&response.value());
  return failed == nullptr ? std::string() : failed->message;
}

std::string document(SessionHost& host, const std::string& question) {
  const Result<std::string> result = host.document(question);
  return result.ok() ? result.value() : "error: " + result.error().message;
}

std::string edition(SessionHost& host) { return document(host, R"({"kind":"state"})").substr(0, 40); }

Change retitle(const std::string& article, const std::string& title) { return {{SetTitle{article, title}}}; }

TEST_CASE("a saved story opens as the same model, corrections included, also on a later day") {
  SessionHost host(resources(), on_day(6));
  open_sample(host);
  const std::string id = sample_files()[1].id;
  ask(host, ApplyChange{retitle(id, "Twelve <missing>")});
  ask(host, ApplyChange{{{SetPublished{id, CivilDate{2025, 5, 2}}}}});
  const std::string page = document(host, R"({"kind":"report","view":"quotes"})");
  SessionHost other(resources(), on_day(20));
  REQUIRE(open_story(other, page, true).empty());
  CHECK(other.model_json() == host.model_json());
  CHECK(edition(other) == edition(host));
  CHECK(document(other, R"({"kind":"opened"})").find(R"("view":"quotes")") != std::string::npos);
  ask(other, UndoChange{});
  ask(host, UndoChange{});
  CHECK(other.model_json() == host.model_json());
  CHECK(edition(other) == edition(host));
}

TEST_CASE("a damaged story says why and leaves the open work as it is") {
  SessionHost host(resources(), on_day(6));
  open_sample(host);
  const std::string before = host.model_json();
  const std::string page = document(host, R"({"kind":"report"})");
  CHECK(open_story(host, page.substr(0, page.size() - 400), true).find("is cut") != std::string::npos);
  CHECK(open_story(host, "{\"schema\":", true).find("damaged") != std::string::npos);
  CHECK(host.model_json() == before);
  CHECK(document(host, R"({"kind":"check","story":"{"})").starts_with("error: "));
  CHECK(document(host, "no JSON").starts_with("error: "));
  CHECK(document(host, R"({"kind":"nothing of ours"})").starts_with("error: "));
}

TEST_CASE("a story without its texts waits for the same articles and then shows the same view") {
  SessionHost sender(resources(), on_day(6));
  open_sample(sender);
  ask(sender, ApplyChange{retitle(sample_files()[0].id, "New title")});
  const std::string link = document(sender, R"({"kind":"link","texts":false,"view":"read a=2 r=3-9 l=3"})");
  CHECK(link.find("Rescue") == std::string::npos);
  SessionHost receiver(resources(), on_day(6));
  REQUIRE(open_story(receiver, link, false).empty());
  CHECK(document(receiver, R"({"kind":"opened"})") ==
        R"({"present":[false,false,false,false,false,false],"view":null})");
  open_sample(receiver, true);  // in another order, under other names
  const std::string opened = document(receiver, R"({"kind":"opened"})");
  CHECK(opened.find("false") == std::string::npos);
  const std::size_t there = sample_files().size() - 1 - 2;  // article 2 of the sender stands here
  CHECK(opened.find("\"view\":\"read a=" + std::to_string(there) + " r=3-9 l=3\"") != std::string::npos);
  CHECK(receiver.model_json().find("New title") != std::string::npos);
}

TEST_CASE("a story is added beside what is open; what is there already is not doubled and keeps its corrections") {
  SessionHost host(resources(), on_day(6));
  open_sample(host);
  ask(host, ApplyChange{retitle(sample_files()[0].id, "From the story")});
  const std::string link = document(host, R"({"kind":"link"})");
  SessionHost other(resources(), on_day(6));
  std::vector<std::string> out;
  other.add({"first.txt", "first.txt", sample_files()[0].bytes}, out);
  work(other);
  REQUIRE(open_story(other, link, false).empty());
  const std::string model = other.model_json();
  CHECK(model.find("From the story") != std::string::npos);
  CHECK(document(other, R"({"kind":"state"})").find("\"files\":7") != std::string::npos);
  CHECK(model.find("\"state\":\"duplicate\"") != std::string::npos);
}

TEST_CASE("removed articles and unwanted corrections do not travel") {
  SessionHost host(resources(), on_day(6));
  open_sample(host);
  const std::string first = sample_files()[0].id, second = sample_files()[1].id;
  ask(host, ApplyChange{retitle(second, "My title")});
  ask(host, ApplyChange{{{RemoveArticle{first}}}});
  const std::string all = document(host, R"({"kind":"link"})");
  CHECK(all.find("My title") != std::string::npos);
  CHECK(all.find(first) == std::string::npos);
  const std::string bare = document(host, R"({"kind":"report","corrections":false})");
  CHECK(bare.find("My title") == std::string::npos);
  CHECK(bare.find(first) == std::string::npos);
  const std::string without_texts = document(host, R"({"kind":"report","texts":false})");
  CHECK(without_texts.find("Articles in full") == std::string::npos);
  CHECK(without_texts.find("\"text\":") == std::string::npos);
}

TEST_CASE("tables: one row a finding, quoted as spreadsheets read it, never a formula") {
  SessionHost host(resources(), on_day(6));
  std::vector<std::string> out;
  host.add(
      {"a.txt", "a.txt",
       "=cmd|calc\n\nBy Ann Lee\n\nPolice counted 14 boats on Friday. \"The river, they say, rose,\" said Ann Lee."},
      out);
  work(host);
  const std::string quotes = document(host, R"({"kind":"quotes.csv"})");
  CHECK(quotes.starts_with("\xEF\xBB\xBFquote,speaker"));
  CHECK(quotes.find("\"The river, they say, rose,\"") != std::string::npos);
  CHECK(quotes.find(",=cmd") == std::string::npos);
  CHECK(document(host, R"({"kind":"figures.csv"})").find("\r\n14,14,,,") != std::string::npos);
  CHECK(document(host, R"({"kind":"names.csv"})").find("Ann Lee,person") != std::string::npos);
  CHECK(document(host, R"({"kind":"events.csv"})")
            .starts_with("\xEF\xBB\xBF"
                         "date,"));
}

}  // namespace
}  // namespace newsloupe
