#include <doctest/doctest.h>

#include "core/present/presenter.h"
#include "core/resources/resources.h"

namespace newsloupe {
namespace {

std::string undo_words(Change change) {
  const std::unique_ptr<const Resources> resources = load_resources();
  Session session(*resources, {});
  for (const char* id : {"a.txt", "b.txt", "c.txt"}) {
    session.add(id, id, std::string("Report of ") + id + "\n\nThe council of Velda met on Monday, its clerk said.\n");
  }
  session.apply(std::move(change));
  while (session.has_work()) session.step();
  return Presenter(session.snapshot()).set().undo_label;
}

TEST_CASE("what was done to many articles at once is said once") {
  CHECK(undo_words({{RemoveArticle{"a.txt"}, RemoveArticle{"c.txt"}}}) == "Removed 2 articles");
  CHECK(undo_words({{LeaveOut{"a.txt", true}, LeaveOut{"b.txt", true}, LeaveOut{"c.txt", true}}}) ==
        "Left out 3 articles");
  CHECK(undo_words({{SetOutlet{"a.txt", "Coast Herald"}, SetOutlet{"b.txt", "Coast Herald"}}}) ==
        "Outlet of 2 articles: Coast Herald");
  CHECK(undo_words({{MoveToStory{"a.txt", ""}, MoveToStory{"b.txt", "a.txt"}}}) == "Made a story of 2 articles");
  CHECK(undo_words({{RemoveArticle{"a.txt"}}}) == "Removed a.txt");
}

}  // namespace
}  // namespace newsloupe
