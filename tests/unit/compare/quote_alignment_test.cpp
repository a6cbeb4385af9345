#include "core/compare/quote_alignment.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "core/compare/set_words.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 8> kRelations = {"identical", "style",   "trimmed",    "extended",
                                                   "reworded",  "spliced", "paraphrase", "translated"};
constexpr std::array<const char*, 11> kEdits = {"spelling", "punctuation", "bracket",  "ellipsis", "insert", "delete",
                                                "replace",  "move",        "negation", "number",   "name"};

// "reworded: replace lifted>ended", each edit with the words of both sides.
std::string compared(const std::string& a, const std::string& b, QuoteForm form_b) {
  const std::vector<ArticlePtr> articles = {plain_article("a", a), plain_article("b", b)};
  const SetWords words(articles, shared_resources());
  const auto rendering = [&](std::size_t i, QuoteForm form) {
    return Rendering{articles[i].get(), &words[i], articles[i]->doc.document->whole(), form};
  };
  const QuoteComparison result =
      compare_renderings(rendering(0, QuoteForm::kDirect), rendering(1, form_b), words.vocabulary());
  std::string text = kRelations[static_cast<std::size_t>(result.relation)];
  for (const QuoteEdit& edit : result.edits) {
    text += text.find(':') == std::string::npos ? ": " : "; ";
    text += kEdits[static_cast<std::size_t>(edit.kind)];
    text += " " + std::string(articles[0]->text(edit.a)) + ">" + std::string(articles[1]->text(edit.b));
  }
  return text;
}

}  // namespace

TEST_CASE("two renderings of one utterance are told apart word by word") {
  struct {
    const char *a, *b, *expected;
    QuoteForm form = QuoteForm::kDirect;
  } const table[] = {
      {"The gates will open at noon", "The gates will open at noon", "identical"},
      {"the gates will open", "The gates will open", "identical"},
      {"a big, gray, fuzzy cat", "a big, old, gray cat", "reworded: insert >old; delete fuzzy>"},
      {"every street and neighbourhood", "every street and neighborhood", "style: spelling neighbourhood>neighborhood"},
      {"peace, stability, prosperity and growth", "peace, stability, prosperity, and growth",
       "style: punctuation  >, "},
      {"open within days, not weeks", "open within days", "trimmed: delete not weeks>"},
      {"open within days", "open within days, come what may", "extended: insert >come what may"},
      {"The gates will be lifted soon", "The gates will be ended soon", "reworded: replace lifted>ended"},
      {"The gates will open soon", "The gates will not open soon", "reworded: negation >not"},
      {"The gates hold 12 boats", "The gates hold 14 boats", "reworded: number 12>14"},
      {"We asked them for years and they came", "We asked them ... and they came", "trimmed: ellipsis for years>"},
      {"They told us to wait", "[The owners] told us to wait", "style: bracket They>The owners"},
      {"The gates will open within days", "the gates would open in days",
       "paraphrase: replace will>would; replace within>in", QuoteForm::kIndirect},
      {"The gates will open", "the gates will open", "identical", QuoteForm::kIndirect},
      // Form alone makes no paraphrase; little common wording does.
      {"The gates will open within days", "The gates will open", "trimmed: delete within days>",
       QuoteForm::kUnattributed},
      {"Nobody in this valley was ever warned", "We sent two letters and rang every bell in this valley",
       "paraphrase: replace Nobody>We sent two letters and rang every bell; delete was ever warned>"},
      // House style: numbers of one value, short forms, hyphens, stops, dashes.
      {"It took forty boats", "It took 40 boats", "style: spelling forty>40"},
      {"It cost three hundred and twenty million crowns", "It cost 320 million crowns",
       "style: spelling three hundred and twenty>320"},
      {"It took forty boats", "It took fourteen boats", "reworded: number forty>fourteen"},
      {"We'll pay and we won't wait", "We will pay and we will not wait",
       "style: spelling 'll>will; spelling won't>will not"},
      {"a big-game hunt", "a big game hunt", "style: punctuation -> "},
      {"We will wait – and then go", "We will wait -- and then go", "identical"},
      {"They [the owners] told us to wait", "They told us to wait", "style: bracket the owners>"},
      // A negation is one inside a longer change, too, where it denies words that stayed.
      {"I do not believe that the sea can be beaten", "I believe that the sea can be beaten",
       "reworded: negation do not>"},
      {"I do not for one moment think that we will lose", "We will lose",
       "reworded: negation I do not for one moment think that>"},
      {"We will build it, and we will not ask you to pay", "We will build it",
       "trimmed: delete and we will not ask you to pay>"},
      {"I won by a hair, and I will rule with a comb", "I won by a hair, and I will rule with a comb, not with a razor",
       "extended: insert >not with a razor"},
      // The same words elsewhere.
      {"The lock will open at every tide, by day and by night", "By day and by night the lock will open at every tide",
       "reworded: move by day and by night>By day and by night"},
      {"Tell the fishers of Ferrow that it opens", "Tell the fishers of Farrow that it opens",
       "reworded: name Ferrow>Farrow"},
      // Two stretches of one utterance.
      {"We will build it. We will pay for it with our own money",
       "We will pay for it with our own money. Nobody else will",
       "trimmed: delete We will build it>; insert >Nobody else will"},
  };
  for (const auto& row : table) CHECK(compared(row.a, row.b, row.form) == row.expected);
}

}  // namespace newsloupe
