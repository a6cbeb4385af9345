#include "core/present/search_view.h"

#include <doctest/doctest.h>

#include <optional>

#include "core/present/presenter.h"
#include "core/resources/resources.h"

namespace newsloupe {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

// A set that was read, with its presenter: which points into the session's snapshot.
struct Opened {
  explicit Opened(const Files& files) : session(resources(), {}) {
    for (const auto& [name, text] : files) session.add(name, name, text);
    while (session.has_work()) session.step();
    presenter.emplace(session.snapshot());
  }
  static const Resources& resources() {
    static const std::unique_ptr<const Resources> instance = load_resources();
    return *instance;
  }
  Session session;
  std::optional<Presenter> presenter;
};

const Files kStory = {
    {"a.txt",
     "Curfew in Velda\n\nA curfew was imposed on the lower town on Friday night, the governor said.\n\n"
     "The café by the river will stay shut until the curfew ends, its owner said.\n"},
    {"b.txt",
     "Velda under water\n\nPolice fined eleven people who broke the Curfew before dawn on Sunday.\n\n"
     "A curfew was imposed on the lower town late on Friday, the governor told reporters.\n"},
    {"c.txt", "Port of Velda closed\n\nThe harbour stays closed until Monday, its master said on Sunday.\n"},
};

SearchView searched(const std::string& text, SearchQuery query = {}) {
  static const Opened opened(kStory);
  query.text = text;
  return opened.presenter->search(query);
}

TEST_CASE("search: however it is typed or pasted, composed or not, with marks that show nothing") {
  static const Opened opened(
      Files{{"a.txt",
             "Market in Velda\n\nZoe\u0308 A\u0304mes, the of\uFB01cer of the market, said the foot\u00ADball "
             "ground would stay shut until the water has gone down.\n"}});
  const auto hits = [](std::string text, bool match_case = false) {
    SearchQuery query;
    query.text = std::move(text), query.match_case = match_case;
    return opened.presenter->search(query).total;
  };
  for (const char* typed :
       {"Zo\u00EB \u0100mes", "Zoe\u0308 A\u0304mes", "of\uFB01cer", "officer", "foot\u00ADball", "football",
        "foot\u200Bball", "\u202Afootball\u202C", "\uFF47\uFF32ound", "foot\u00ADball\u00A0ground", "officer\nof",
        "of\uFB01cer of the market, said the foot\u00ADball ground"}) {
    CHECK_MESSAGE(hits(typed) == 1, typed);
  }
  CHECK(hits("Zoe\u0308", true) == 1);
  CHECK(hits("Zoe", true) == 0);
}

TEST_CASE("search: hits stand by article in order, each with the words around it, zeros are counted too") {
  const SearchView view = searched("curfew");
  CHECK(view.total == 5);
  REQUIRE(view.counts.size() == 3);
  CHECK(view.counts[0].hits == 3);
  CHECK(view.counts[1].hits == 2);
  CHECK(view.counts[2].hits == 0);
  CHECK(view.absent == "C has none of them.");
  REQUIRE(view.hits.size() == 5);
  CHECK(view.hits[0].where == "title");
  CHECK(view.hits[1].before == "A ");
  CHECK(view.hits[1].hit == "curfew");
  CHECK(view.hits[1].after.starts_with(" was imposed on the lower town"));
  CHECK(view.hits[3].hit == "Curfew");
  CHECK(view.hits[3].place.article == 1);
}

TEST_CASE("search: case, accents and whole words as they are asked for") {
  CHECK(searched("CAFE").total == 1);
  CHECK(searched("Cafe", {"", false, true, false}).total == 0);
  CHECK(searched("curf").total == 5);
  CHECK(searched("curf", {"", false, false, true}).total == 0);
  CHECK(searched("curfew", {"", false, false, true}).total == 5);
  CHECK(searched("fined|closed", {"", true, false, false}).total == 3);
  const SearchView wrong = searched("(curfew", {"", true, false, false});
  CHECK(wrong.problem == "A `)` is missing after `(curfew`");
  CHECK(wrong.hits.empty());
}

TEST_CASE("search: a sentence finds who prints it exactly and who prints it nearly") {
  const SearchView view = searched("A curfew was imposed on the lower town on Friday night, the governor said.");
  REQUIRE(view.hits.size() == 2);
  CHECK(view.hits[0].place.article == 0);
  CHECK(view.hits[0].note == "exact");
  CHECK(view.hits[1].place.article == 1);
  CHECK(view.hits[1].note == "4 of 10 runs");
  CHECK(view.hits[1].hit == "A curfew was imposed on the lower town");
  CHECK(searched("Nobody ever printed these words in any of the papers").total == 0);
}

TEST_CASE("search: a common word in many articles is counted whole and shown in part") {
  Files many;
  for (int i = 0; i < 12; ++i) {
    std::string text = "Report " + std::to_string(i) + " from the river\n\n";
    for (int line = 0; line < 60; ++line)
      text += "The water rose by " + std::to_string(i * 60 + line) + " cm today.\n\n";
    many.emplace_back("f" + std::to_string(i) + ".txt", text);
  }
  const SearchView view = Opened(many).presenter->search({"water", false, false, false});
  CHECK(view.total == 12 * 60);
  CHECK(view.articles_with == 12);
  CHECK(view.counts.size() == 12);
  CHECK(view.hits.size() == 400);
}

TEST_CASE("palette: articles and facts are found by a few letters, people before facts before articles") {
  const Opened opened(
      {{"a.txt", "Dam breach near Marsh End\n\nElena Marsh, the mayor, said on Sunday that 14 people are missing.\n"},
       {"b.txt", "Flood in Velda\n\nMarsh said on Sunday that 12 people are missing in Velda.\n"}});
  const FoundView view = opened.presenter->find_things("mar");
  REQUIRE_FALSE(view.things.empty());
  CHECK(view.things.front().kind == FoundKind::kPerson);
  CHECK(view.things.front().label == "Marsh End");  // begins with it
  CHECK(view.things[1].label == "Elena Marsh");
  CHECK(view.things.back().kind == FoundKind::kArticle);
  CHECK(view.things.back().label == "Dam breach near Marsh End");
  CHECK(opened.presenter->find_things("qqq").things.empty());
}

}  // namespace
}  // namespace newsloupe
