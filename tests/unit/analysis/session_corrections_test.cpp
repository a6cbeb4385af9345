// Corrections over the embedded sample: they change what they say, and taken back they leave no trace.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/wire/comparison_json.h"
#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

struct OpenSample {
  Session session{shared_resources(), {}};
  OpenSample() {
    for (AddFile& file : sample_files()) session.add(file.id, file.name, file.bytes);
    work();
  }
  void work() {
    while (session.has_work()) session.step();
  }
  std::string json() const { return comparison_json(*session.snapshot().comparison, session.changes(), true); }
  const Comparison& comparison() const { return *session.snapshot().comparison; }
};

NameAnchor first_mention(const Comparison& comparison, const SetEntity& entity) {
  const auto& in = entity.articles.front();
  const Article& article = comparison.article(in.article);
  const Id<Mention> mention = article.resolution.entities[in.entity.index()].mentions.front();
  return {article.source.id, article.resolution.mentions[mention].span};
}

// One change of every kind that acts on the reading.
std::vector<Change> changes_for(const Comparison& comparison) {
  std::vector<NameAnchor> people;
  for (const SetEntity& entity : comparison.entities) {
    if (entity.type == EntityType::kPerson) people.push_back(first_mention(comparison, entity));
  }
  REQUIRE(people.size() >= 3);
  std::vector<SetSpeaker> quotes;
  for (const ComparedArticle& a : comparison.articles) {
    for (const Quote& quote : a.article->resolution.quotes)
      quotes.push_back({a.article->source.id, quote.span, "Nora Blum"});
  }
  REQUIRE(quotes.size() >= 2);
  const SetSpeaker& last = quotes.back();
  return {{{MergeNames{people[0], people[1]}}},
          {{RenameName{people[1], "Somebody Else"}}},
          {{RetypeName{people[2], EntityType::kOrganization}}},
          {{quotes.front(), SetSpeaker{quotes[1].article, quotes[1].quote, ""}}},
          {{RejectQuote{last.article, last.quote}}},
          {{SetOutlet{last.article, "The Other Paper"}}},
          {{RemoveArticle{quotes.front().article}}}};
}

}  // namespace

TEST_CASE("every change taken back gives the bytes from before it; done again, those after it") {
  OpenSample sample;
  std::vector<std::string> states = {sample.json()};
  const std::vector<Change> changes = changes_for(sample.comparison());
  for (const Change& change : changes) {
    sample.session.apply(change);
    sample.work();
    states.push_back(sample.json());
    CHECK(states.back() != states[states.size() - 2]);
  }
  for (std::size_t i = changes.size(); i-- > 0;) {
    CHECK(sample.session.undo());
    sample.work();
    CHECK(sample.json() == states[i]);
  }
  CHECK_FALSE(sample.session.undo());
  for (std::size_t i = 1; i < states.size(); ++i) {
    CHECK(sample.session.redo());
    sample.work();
    CHECK(sample.json() == states[i]);
  }
  CHECK_FALSE(sample.session.redo());
}

TEST_CASE("corrections outlive the article they hang on and hold again when it is back") {
  OpenSample sample;
  const SetEntity& entity = sample.comparison().entities.front();
  const NameAnchor anchor = first_mention(sample.comparison(), entity);
  sample.session.apply({{RenameName{anchor, "Somebody Else"}}});
  sample.work();
  CHECK(sample.comparison().unmatched.empty());
  sample.session.apply({{RemoveArticle{anchor.article}}});
  sample.work();
  CHECK(sample.comparison().unmatched == std::vector<std::uint32_t>{0});
  CHECK(sample.session.changes().size() == 2);
  sample.session.undo();
  sample.work();
  CHECK(sample.comparison().unmatched.empty());
}

}  // namespace newsloupe
