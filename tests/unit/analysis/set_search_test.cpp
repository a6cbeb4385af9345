#include "core/analysis/set_search.h"

#include <doctest/doctest.h>

#include <string>

#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// Two stories, so many articles that only one of them is compared.
Session two_stories() {
  Session session(shared_resources(), {});
  for (int i = 1; i <= 9; ++i) {
    const std::string number = std::to_string(i);
    session.add(
        "flood" + number + ".txt", "flood" + number + ".txt",
        "Velda under water\n\nBy A. Writer\nPublished 4 May 2025\n\nThe river Sarn burst its dam above Velda on "
        "Saturday and flooded the lower town, house " +
            number + " among them. The governor, Luis Ortiz, ordered the evacuation of the valley.\n");
    session.add("vote" + number + ".txt", "vote" + number + ".txt",
                "BRANNICK, May " + number +
                    " (Reuters) - The council of Brannick elected Jonna Weir mayor on Sunday, " + "by a margin of " +
                    number + " votes. São Nuno, her rival Cal Rudd’s home, voted for him.\n");
  }
  while (session.has_work()) session.step();
  return session;
}

std::vector<FoundArticle> found(const Session& session, const SearchQuery& query) {
  Result<WholeSetSearch> search = WholeSetSearch::make(session, query);
  REQUIRE(search.ok());
  while (search.value().step()) continue;
  CHECK(search.value().done() == session.snapshot().intakes.size());
  return search.value().found();
}

}  // namespace

TEST_CASE("a whole set is searched, also what is not compared") {
  const Session session = two_stories();
  REQUIRE(session.snapshot().comparison->articles.size() < session.snapshot().intakes.size());
  struct Row {
    const char* text;
    std::size_t articles;
  };
  for (const Row& row : {Row{"evacuation", 9}, Row{"JONNA weir", 9}, Row{"sao nuno", 9}, Row{"são", 9},
                         Row{"brannick", 9}, Row{"reuters", 9}, Row{"margin of 7 votes", 1}, Row{"rudd's home", 9},
                         Row{"uation of", 9}, Row{"river sarn burst its dam above velda on saturday", 9},
                         Row{"council of brannick elected a mayor in the end", 0},
                         Row{"the council of brannick elected jonna weir on monday", 9}, Row{"nobody", 0},
                         Row{"by a margin of 7 at the end of the count", 1},
                         Row{"he asked whether são nuno, her rival cal rudd’s home, was asked at all", 9}}) {
    CAPTURE(row.text);
    CHECK(found(session, {.text = row.text, .regex = false, .match_case = false, .whole_word = false}).size() ==
          row.articles);
  }
  CHECK(found(session, {.text = "(dam|margin) (above|of)", .regex = true, .match_case = false, .whole_word = false})
            .size() == 18);
  CHECK_FALSE(
      WholeSetSearch::make(session, {.text = "(", .regex = true, .match_case = false, .whole_word = false}).ok());
}

TEST_CASE("what an article has, its words let one look for") {
  const Session session = two_stories();
  for (const char* text : {"Velda", "lower town", "Sarn burst", "ordered the evac", "May", "BRANNICK", "Cal Rudd’s",
                           "São", "Sao", "Saturday and flooded the lower town, house", "3 votes", "under water"}) {
    const Result<Finder> finder =
        Finder::make({.text = text, .regex = false, .match_case = false, .whole_word = false});
    REQUIRE(finder.ok());
    for (std::size_t i = 0; i < session.snapshot().intakes.size(); ++i) {
      std::vector<FoundSpan> hits;
      if (finder.value().find(*session.whole_article(i), 9, 9, hits) == 0) continue;
      CAPTURE(text);
      CHECK(finder.value().can_have(*session.snapshot().intakes[i].article));
    }
  }
}

TEST_CASE("a search ends where the set becomes another one") {
  Session session = two_stories();
  Result<WholeSetSearch> search =
      WholeSetSearch::make(session, {.text = "evacuation", .regex = false, .match_case = false, .whole_word = false});
  session.add("late.txt", "late.txt", "A late report of the evacuation.");
  CHECK_FALSE(search.value().step());
  CHECK(search.value().found().empty());
}

TEST_CASE("who prints a pasted sentence, how, and since when") {
  SessionHost host(shared_resources());
  std::vector<std::string> out;
  const auto add = [&](const char* name, const char* text) { host.add({name, name, text}, out); };
  add("a.txt",
      "First report\n\nPublished 3 May 2025\n\nThe harbour of Tarnmouth will get a dike of four kilometres next "
      "year.\n");
  add("b.txt",
      "Second report\n\nPublished 4 May 2025\n\nThe harbour of Tarnmouth will get a dike of four kilometres next "
      "year.\n");
  add("c.txt",
      "Third report\n\nPublished 5 May 2025\n\nTarnmouth will get a dike of four kilometres in two years, it was "
      "said.\n");
  add("d.txt",
      "Other news\n\nPublished 5 May 2025\n\nThe rowing club of Lemm won the regatta by two lengths on Sunday.\n");
  while (host.has_work()) host.step(out);
  out.clear();
  AskView ask;
  ask.kind = ViewKind::kSearch;
  ask.search.text = "The harbour of Tarnmouth will get a dike of four kilometres next year.";
  host.request(encode(Request(ask)), out);
  while (host.has_work()) host.step(out);
  REQUIRE_FALSE(out.empty());
  const Result<Response> last = decode_response(out.back());
  REQUIRE(last.ok());
  const SearchView& view = std::get<SearchView>(std::get<ViewReady>(last.value()).view);
  CHECK(view.meaning == "Printed exactly by 2 articles, in other words by 1 article; first on 3 May 2025, by a.txt.");
  CHECK(view.total == 3);
  CHECK(view.to_search == 0);
}

}  // namespace newsloupe
