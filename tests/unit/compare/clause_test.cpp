#include "core/compare/clause.h"

#include <doctest/doctest.h>

#include "core/compare/statement_label.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// The label of the clause in which `about` stands, in an article of one sentence.
std::string label(const std::string& sentence, std::string_view about) {
  const ArticlePtr article = plain_article("a", sentence);
  const SetWords words(std::vector<ArticlePtr>{article}, shared_resources());
  const auto at = static_cast<std::uint32_t>(sentence.find(about));
  const auto size = static_cast<std::uint32_t>(sentence.size());
  return label_of(*article,
                  clause_around(*article, words[0], {0, size}, {at, at + static_cast<std::uint32_t>(about.size())}));
}

// What stands for the sentence in a list of facts, by the clause in which `about` stands.
std::string statement(const std::string& text, std::string_view about) {
  const ArticlePtr article = plain_article("a", text);
  const SetWords words(std::vector<ArticlePtr>{article}, shared_resources());
  const auto at = static_cast<std::uint32_t>(text.find(about));
  const TextSpan sentence = words[0].sentences[words[0].sentence_at(at)].span;
  return statement_label(
      *article, sentence,
      clause_around(*article, words[0], sentence, {at, at + static_cast<std::uint32_t>(about.size())}));
}

}  // namespace

TEST_CASE("a clause is cut at the marks around it, and goes on behind a bracket") {
  CHECK(label("The harbour wall broke at dawn, and forty boats sank on Monday in the storm.", "Monday") ==
        "And forty boats sank on Monday in the storm");
  CHECK(label("The storm dumped two inches (50 millimetres) of rain on Orla on Tuesday.", "Tuesday") ==
        "The storm dumped two inches (50 millimetres) of rain on Orla on Tuesday");
  CHECK(label("The harbour wall (built by masons of Norland in 1905) broke again at dawn.", "1905") ==
        "Built by masons of Norland in 1905");
}

TEST_CASE("no clause stands for a sentence that is cut before its verb, and no words for nobody") {
  CHECK(statement("The Orla Herald reported Friday that the Harbour League, a lobby of owners, was giving in.",
                  "Friday") == "");
  CHECK(statement("The Orla Herald reported Friday that the League was giving in, to the joy of few.", "Friday") ==
        "The Orla Herald reported Friday that the League was giving in");
  CHECK(statement("Ana Okoro, the pilot of Orla, was hurt on Friday by a falling mast in the storm.", "Friday") == "");
  CHECK(statement("After a dozen sailors were hurt on Friday in the storm, the council of Orla met.", "Friday") == "");
  CHECK(statement("The friend who wrote the letter on Friday to the council of Orla, and his wife, left.", "Friday") ==
        "");
  CHECK(statement("Tom Hill told a meeting on Friday, though few had come to Orla, that he would go.", "Friday") == "");
  CHECK(statement("Selling one old boat in the state, in 2012, was no great help to the town.", "2012") == "");
  CHECK(statement("The harbour wall broke again on Friday by that hour, which woke the town.", "Friday") ==
        "The harbour wall broke again on Friday by that hour");
  CHECK(statement("Anna Weaver, who has steered the old harbour ferry since Friday, knows.", "Friday") == "");
  CHECK(statement("In a letter signed by 42 members of the League on Friday, the owners gave in.", "Friday") == "");
  CHECK(statement("On Friday, Harbour League leader Anna Weaver, a lawyer, gave in.", "Friday") == "");
  CHECK(statement("The ferry hit the old harbour wall on Friday, which broke.", "Friday") ==
        "The ferry hit the old harbour wall on Friday");
  CHECK(statement("The old ferry leaves the harbour on Friday, at dawn.", "Friday") ==
        "The old ferry leaves the harbour on Friday");
  CHECK(statement("The harbour pilot Anna Weaver said on Friday, and left.", "Friday") == "");
  CHECK(statement("Anna Weaver said on Friday the wall had broken, and left.", "Friday") ==
        "Anna Weaver said on Friday the wall had broken");
  CHECK(statement("\"We lost forty boats on Friday, and all nets,\" Anna Weaver said.", "Friday") ==
        "Anna Weaver: “We lost forty boats on Friday”");
  const std::string spoken = "\"The stones are old. The harbour wall will stand until Friday. That is all,\" ";
  CHECK(statement(spoken + "they said.", "Friday") == "");
  CHECK(statement(spoken + "Anna Weaver said.", "Friday") == "Anna Weaver: “The harbour wall will stand until Friday”");
}

TEST_CASE("a label of several paragraphs has no mark that only opens a quotation anew") {
  const ArticlePtr article = plain_article("a", "“We stay.\n“We must stay,” she said.");
  CHECK(label_of(*article, article->doc.document->whole()) == "“We stay. We must stay,” she said");
}

}  // namespace newsloupe
