#include "core/analysis/session.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/wire/comparison_json.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

// Two invented stories: reports of a flood and of a port strike, told in words of their own.
std::string flood(int n) {
  static const char* const kOwn[] = {"The river rose by two metres in Velda.",
                                     "Rescue teams searched the valley of Velda.", "The dam above Velda broke at dawn.",
                                     "Families in Velda slept in a school.", "Engineers had warned Velda of the dam."};
  return "Velda flood, report " + std::to_string(n) + "\n\nVELDA - The flood in Velda has driven " +
         std::to_string(200 + n) + " people out of their homes after the dam broke, Mayor Elena Marsh said. " +
         kOwn[n % 5] + "\n\nMarsh said the dam and the flooded valley would be searched until Sunday.\n";
}
std::string strike(int n) {
  static const char* const kOwn[] = {"Cranes stood still in Port Amry.", "Ships waited outside Port Amry.",
                                     "The union of dockers called the offer small.",
                                     "Talks with Amry Shipping failed."};
  return "Dockers strike, report " + std::to_string(n) + "\n\nPORT AMRY - Dockers in Port Amry went on strike on day " +
         std::to_string(n) + " over wages, union leader Tomas Okafor said. " + kOwn[n % 4] +
         "\n\nOkafor said the strike of the dockers would last until the wages rise.\n";
}

AnalysisOptions published() {
  AnalysisOptions options;
  options.published = CivilDate{2025, 5, 4};
  return options;
}

void work(Session& session) {
  while (session.has_work()) session.step();
}

Session set_of(int floods, int strikes) {
  Session session(shared_resources(), published());
  for (int i = 0; i < floods; ++i) session.add("flood-" + std::to_string(i) + ".txt", "flood", flood(i));
  for (int i = 0; i < strikes; ++i) session.add("strike-" + std::to_string(i) + ".txt", "strike", strike(i));
  work(session);
  return session;
}

std::vector<std::string> ids_of(const Comparison& comparison) {
  std::vector<std::string> ids;
  for (const ComparedArticle& a : comparison.articles) ids.push_back(a.article->source.id);
  return ids;
}

const Story& story_of(const Session& session, const std::string& id) {
  const SetOutline& outline = *session.snapshot().outline;
  return outline.stories[outline.articles[outline.find(id)].story];
}

void apply(Session& session, Correction correction) {
  session.apply({{std::move(correction)}});
  work(session);
}

}  // namespace

TEST_CASE("a set of up to twelve articles is compared as a whole, a larger one by its largest story") {
  const Session small = set_of(6, 4);
  CHECK(small.snapshot().scope.anchor.empty());
  CHECK(small.snapshot().comparison->articles.size() == 10);
  CHECK(small.snapshot().outline->stories.size() == 2);

  const Session large = set_of(9, 4);
  CHECK(large.snapshot().outline->articles.size() == 13);
  CHECK(large.snapshot().scope.anchor == "flood-0.txt");
  CHECK_FALSE(large.snapshot().scope.chosen);
  CHECK(large.snapshot().comparison->articles.size() == 9);
  CHECK(large.snapshot().comparison->stories.size() == 1);
}

TEST_CASE("the comparison of a whole set is that of compare() alone") {
  const Session session = set_of(5, 3);
  std::vector<ArticlePtr> articles;
  for (const ComparedArticle& a : session.snapshot().comparison->articles) articles.push_back(a.article);
  std::reverse(articles.begin(), articles.end());
  CHECK(comparison_json(*session.snapshot().comparison, {}, true) ==
        comparison_json(compare(articles, shared_resources()), {}, true));
}

TEST_CASE("an opened story stays open and takes in what comes later") {
  Session session = set_of(9, 4);
  CHECK_FALSE(session.open_story("strike-2.txt"));
  work(session);
  CHECK(session.snapshot().comparison->articles.size() == 4);
  session.add("a-strike.txt", "strike", strike(7));
  work(session);
  CHECK(session.snapshot().scope.anchor == "strike-2.txt");
  CHECK(ids_of(*session.snapshot().comparison).front() == "a-strike.txt");
  CHECK(session.snapshot().comparison->articles.size() == 5);

  CHECK_FALSE(session.open_story(""));
  work(session);
  CHECK(session.snapshot().comparison->articles.size() == 14);
  CHECK(session.open_story("nowhere.txt"));  // says that there is none
}

TEST_CASE("an article that is left out stays listed with its story and takes no part") {
  Session session = set_of(5, 3);
  apply(session, LeaveOut{"flood-2.txt"});
  CHECK(session.snapshot().comparison->articles.size() == 7);
  CHECK(story_of(session, "flood-2.txt").articles.size() == 5);
  const SetOutline& outline = *session.snapshot().outline;
  CHECK(outline.articles[outline.find("flood-2.txt")].left_out);
  apply(session, LeaveOut{"flood-2.txt", false});
  CHECK(session.snapshot().comparison->articles.size() == 8);
  CHECK(session.undo());
  work(session);
  CHECK(session.snapshot().comparison->articles.size() == 7);
}

TEST_CASE("articles move between stories, stories are named; each undone and redone as it was") {
  Session session = set_of(4, 3);
  apply(session, MoveToStory{"flood-3.txt", "strike-0.txt"});
  CHECK(story_of(session, "strike-1.txt").articles.size() == 4);
  CHECK(story_of(session, "flood-0.txt").articles.size() == 3);
  apply(session, MoveToStory{"strike-1.txt", ""});
  CHECK(story_of(session, "strike-1.txt").articles.size() == 1);
  apply(session, RenameStory{"flood-3.txt", "The strike"});
  CHECK(story_of(session, "strike-0.txt").label == "The strike");
  CHECK(story_of(session, "strike-0.txt").named);

  for (int i = 0; i < 3; ++i) CHECK(session.undo());
  work(session);
  CHECK(story_of(session, "strike-1.txt").articles.size() == 3);
  CHECK_FALSE(story_of(session, "strike-0.txt").named);
  CHECK(session.redo());
  work(session);
  CHECK(story_of(session, "strike-1.txt").articles.size() == 4);
}

TEST_CASE("groups and names of stories do not depend on the order in which articles come") {
  const auto json_of = [](std::vector<int> order) {
    Session session(shared_resources(), published());
    session.apply({{MoveToStory{"5.txt", "1.txt"}, RenameStory{"1.txt", "Water"}, LeaveOut{"3.txt"}}});
    for (const int n : order) session.add(std::to_string(n) + ".txt", "n", n < 4 ? flood(n) : strike(n));
    work(session);
    return comparison_json(*session.snapshot().comparison, {}, true);
  };
  CHECK(json_of({0, 1, 2, 3, 4, 5, 6}) == json_of({6, 2, 5, 3, 0, 4, 1}));
}

TEST_CASE("of two equal texts the second is not read; it takes the place of the first when that is removed") {
  Session session = set_of(3, 0);
  session.add("copy.txt", "copy", flood(1));
  work(session);
  CHECK(session.snapshot().intakes.back().state == Intake::State::kDuplicate);
  CHECK(session.snapshot().outline->articles.size() == 3);
  apply(session, RemoveArticle{"flood-1.txt"});
  CHECK(session.snapshot().intakes.back().state == Intake::State::kDone);
  CHECK(session.snapshot().outline->find("copy.txt") < 3);
  CHECK(session.undo());
  work(session);
  CHECK(session.snapshot().intakes.back().state == Intake::State::kDuplicate);
  CHECK(session.snapshot().outline->articles.size() == 3);
}

TEST_CASE("of an article that comes to an open set that one alone is read") {
  Session session = set_of(9, 4);
  std::vector<DigestPtr> before;
  for (const Intake& intake : session.snapshot().intakes) before.push_back(intake.article);
  session.add("flood-9.txt", "flood", flood(9));
  std::size_t reading = 0;
  for (; session.reading(); session.step()) ++reading;
  CHECK(reading == 1);
  work(session);
  const std::vector<Intake>& intakes = session.snapshot().intakes;
  REQUIRE(intakes.size() == before.size() + 1);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(intakes[i].article == before[i]);  // the very same reading
  CHECK(story_of(session, "flood-9.txt").articles.size() == 10);
}

TEST_CASE("ids that are taken get a number") {
  Session session(shared_resources(), published());
  for (int i = 0; i < 3; ++i) session.add("a.txt", "a.txt", flood(i));
  work(session);
  CHECK(session.snapshot().intakes[1].id == "a.txt (2)");
  CHECK(session.snapshot().intakes[2].id == "a.txt (3)");
}

TEST_CASE("of a large set no more is held as a whole than can be compared; a story is read again when it is opened") {
  const auto held = [](const Session& session) {
    const std::vector<Intake>& intakes = session.snapshot().intakes;
    return static_cast<std::size_t>(
        std::count_if(intakes.begin(), intakes.end(), [](const Intake& i) { return i.whole != nullptr; }));
  };
  Session session = set_of(static_cast<int>(kMostCompared) + 5, 4);
  CHECK(session.snapshot().comparison->articles.size() == kMostCompared);
  CHECK(held(session) == kMostCompared);
  CHECK(session.snapshot().intakes.back().whole == nullptr);

  CHECK_FALSE(session.open_story("strike-2.txt"));
  work(session);
  CHECK(held(session) <= kMostCompared);
  CHECK(comparison_json(*session.snapshot().comparison, {}, true) ==
        comparison_json(*set_of(0, 4).snapshot().comparison, {}, true));

  apply(session, SetTitle{"strike-1.txt", "Dockers stay out"});
  const Comparison& comparison = *session.snapshot().comparison;
  CHECK(comparison.articles[1].article->metadata.headline == "Dockers stay out");
  CHECK(session.undo());
  work(session);
  CHECK(session.snapshot().comparison->articles[1].article->metadata.headline == "Dockers strike, report 1");
}

}  // namespace newsloupe
