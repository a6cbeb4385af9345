#include "core/compare/set_entities.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// An article whose entities are given by hand: name, type, aliases.
struct Given {
  const char* name;
  EntityType type = EntityType::kPerson;
  std::vector<std::string> aliases = {};
};

ArticlePtr article_with(const char* id, const std::vector<Given>& given) {
  auto article = plain_article(id, "");
  article->resolution.entities.clear();
  for (const Given& g : given) {
    Entity entity;
    entity.name = g.name;
    entity.type = g.type;
    entity.aliases = g.aliases;
    entity.mentions = {Id<Mention>(0)};
    article->resolution.entities.push_back(entity);
  }
  return article;
}

// "Elena Marsh 0 1; Marsh 2": names with the articles they are in.
std::string linked(const std::vector<ArticlePtr>& articles, std::vector<Story> stories = {}) {
  if (stories.empty()) {
    stories.emplace_back();
    for (std::size_t a = 0; a < articles.size(); ++a) stories.back().articles.emplace_back(a);
  }
  std::string text;
  for (const SetEntity& entity : link_entities(articles, stories, shared_resources()).entities) {
    text += (text.empty() ? "" : "; ") + entity.name;
    for (const auto& in : entity.articles) text += " " + std::to_string(in.article.value);
  }
  return text;
}

constexpr EntityType kOrg = EntityType::kOrganization;

}  // namespace

TEST_CASE("equal full names are one, different full names never are") {
  CHECK(linked({article_with("a", {{"Elena Marsh"}}), article_with("b", {{"Elena Marsh"}})}) == "Elena Marsh 0 1");
  CHECK(linked({article_with("a", {{"Elena Marsh"}}), article_with("b", {{"Erik Marsh"}})}) ==
        "Elena Marsh 0; Erik Marsh 1");
  CHECK(linked({article_with("a", {{"S. Aldane"}}), article_with("b", {{"S Aldane"}})}) == "S. Aldane 0 1");
  CHECK(linked({article_with("a", {{"Karl M. Brenner"}}), article_with("b", {{"Karl Brenner"}})}) ==
        "Karl M. Brenner 0 1");
  CHECK(linked({article_with("a", {{"Raúl R. Lavador"}}), article_with("b", {{"Raul Lavador"}})}) ==
        "Raúl R. Lavador 0 1");
}

TEST_CASE("a generation or an initial parts namesakes only where the set knows two") {
  CHECK(linked({article_with("a", {{"Karl R. Moss Jr."}}), article_with("b", {{"Karl Moss"}})}) ==
        "Karl R. Moss Jr. 0 1");
  CHECK(linked({article_with("a", {{"Karl Moss Jr."}}), article_with("b", {{"Moss"}})}) == "Karl Moss Jr. 0 1");
  CHECK(linked({article_with("a", {{"Karl Moss Jr."}}), article_with("b", {{"Karl Moss Sr."}})}) ==
        "Karl Moss Jr. 0; Karl Moss Sr. 1");
  CHECK(linked({article_with("a", {{"Karl W. Moss"}, {"Karl H. W. Moss"}}), article_with("b", {{"Karl W. Moss"}})}) ==
        "Karl W. Moss 0 1; Karl H. W. Moss 0");
}

TEST_CASE("a nickname joins the one full name of its story that it is short for") {
  CHECK(linked({article_with("a", {{"Joe Marsh"}}), article_with("b", {{"Joseph R. Marsh Jr."}})}) ==
        "Joseph R. Marsh Jr. 0 1");
  CHECK(linked({article_with("a", {{"Joe Marsh"}}), article_with("b", {{"John Marsh"}})}) ==
        "Joe Marsh 0; John Marsh 1");
  CHECK(linked({article_with("a", {{"Jim Marsh"}}), article_with("b", {{"James Marsh"}})}) == "James Marsh 0 1");
  // One article tells them apart.
  CHECK(linked({article_with("a", {{"Jack Marsh"}, {"John Marsh"}}), article_with("b", {{"John Marsh"}})}) ==
        "John Marsh 0 1; Jack Marsh 0");
  CHECK(linked({article_with("a", {{"Al Marsh"}}), article_with("b", {{"Albert Marsh"}}),
                article_with("c", {{"Alfred Marsh"}})}) == "Al Marsh 0; Albert Marsh 1; Alfred Marsh 2");
}

TEST_CASE("a surname joins the one full name that has it") {
  CHECK(linked({article_with("a", {{"Elena Marsh"}}), article_with("b", {{"Marsh"}})}) == "Elena Marsh 0 1");
  CHECK(linked({article_with("a", {{"Elena Marsh"}, {"Erik Marsh"}}), article_with("b", {{"Marsh"}})}) ==
        "Elena Marsh 0; Erik Marsh 0; Marsh 1");
  // what an article keeps apart
  CHECK(linked({article_with("a", {{"Elena Marsh"}, {"Marsh"}})}) == "Elena Marsh 0; Marsh 0");
  CHECK(linked({article_with("a", {{"Elena Marsh"}, {"Marsh"}}), article_with("b", {{"Marsh"}})}) ==
        "Marsh 0 1; Elena Marsh 0");
  Story first, second;
  first.articles = {ArticleIndex(0), ArticleIndex(1)};
  second.articles = {ArticleIndex(2), ArticleIndex(3)};
  CHECK(linked({article_with("a", {{"Elena Marsh"}}), article_with("b", {{"Marsh"}}),
                article_with("c", {{"Erik Marsh"}}), article_with("d", {{"Marsh"}})},
               {first, second}) == "Elena Marsh 0 1; Erik Marsh 2 3");
}

TEST_CASE("an acronym joins the name it stands for; places and groups stay apart") {
  CHECK(linked({article_with("a", {{"River Safety Board", kOrg, {"RSB"}}}), article_with("b", {{"RSB", kOrg}})}) ==
        "River Safety Board 0 1");
  CHECK(linked({article_with("a", {{"River Safety Board", kOrg, {"RSB"}}, {"Royal Swim Bureau", kOrg, {"RSB"}}}),
                article_with("b", {{"RSB", kOrg}})}) == "River Safety Board 0; Royal Swim Bureau 0; RSB 1");
  CHECK(linked({article_with("a", {{"Sarn", EntityType::kPlace}}),
                article_with("b", {{"Sarn", EntityType::kGroup}})}) == "Sarn 0; Sarn 1");
}

}  // namespace newsloupe
