#include "core/compare/repeated_facts.h"

#include <doctest/doctest.h>

#include <utility>

#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

struct Said {
  std::size_t article = 0;
  const char* words;  // where the member stands
};

class Sheet {
 public:
  Sheet()
      : articles_{plain_article("a", "Anna Moss was born on April 22 in Orla. She died in May."),
                  plain_article("b", "Moss was born Anna Mae on April 22. The town mourned her.")},
        words_(articles_, shared_resources()) {}

  [[nodiscard]] Fact fact(const char* label, const std::vector<Said>& members) const {
    Fact fact;
    fact.label = label;
    for (const Said& said : members) {
      fact.members.push_back(
          {{ArticleIndex(said.article), span_of(*articles_[said.article], said.words), RuleId("test")}, ""});
    }
    return fact;
  }
  // The labels that are left.
  [[nodiscard]] std::vector<std::string> left(std::vector<Fact> facts) const {
    drop_repeated_facts(words_, facts);
    std::vector<std::string> labels;
    for (const Fact& fact : facts) labels.push_back(fact.label);
    return labels;
  }

 private:
  std::vector<ArticlePtr> articles_;
  SetWords words_;
};

}  // namespace

TEST_CASE("a statement is told once, by its sentences and its words") {
  using Labels = std::vector<std::string>;
  const Sheet sheet;
  const Fact born = sheet.fact("Moss was born Anna Mae on April 22", {{0, "April 22"}, {1, "Anna Mae"}});
  const Fact again = sheet.fact("Moss was born on April 22", {{0, "born"}, {1, "April 22"}});
  const Fact town = sheet.fact("Orla is her home", {{0, "Orla"}, {1, "April 22"}});
  const Fact elsewhere = sheet.fact("Moss was born on April 22", {{0, "born"}, {1, "mourned"}});
  CHECK(sheet.left({born, again}) == Labels{born.label});
  CHECK(sheet.left({again, born}) == Labels{again.label});
  CHECK(sheet.left({born, town}) == Labels{born.label, town.label});
  CHECK(sheet.left({born, elsewhere}) == Labels{born.label, elsewhere.label});
  Fact figure = again;
  figure.kind = FactKind::kFigure;
  CHECK(sheet.left({born, figure}) == Labels{born.label, figure.label});
}

}  // namespace newsloupe
