#include "core/wire/sketch_json.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/compare/outline.h"
#include "core/compare/packed_words.h"
#include "core/wire/links_json.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

constexpr const char* kText =
    "The ferry sank off Velmark on Monday, killing 14 people. McKay said: “We will find the cause, and we will say "
    "it.”\n"
    "NATO and the Velmark coast guard, led by Prime Minister Ada Brandt, searched until the evening. Brandt thanked "
    "them.";

DigestPtr digest_of(const std::string& text, std::string headline = "") {
  const std::shared_ptr<Article> article = plain_article("a.txt", text, "2025-05-04T18:20:00+02:00");
  article->metadata.headline = std::move(headline);
  article->metadata.outlet = "Velmark Post";
  article->metadata.agency = "Atlas News";
  article->source.sha256 = "00ff";
  return digest(*article);
}

void check_same_words(const ArticleDigest& a, const ArticleDigest& b) {
  CHECK(a.terms == b.terms);
  CHECK(a.opening == b.opening);
  CHECK(a.opening_words == b.opening_words);
  REQUIRE(a.words.size() == b.words.size());
  const bool same = std::equal(a.words.begin(), a.words.end(), b.words.begin(), [](const auto& x, const auto& y) {
    return x.term == y.term && x.content == y.content && x.name == y.name && x.number == y.number &&
           x.quoted == y.quoted && x.persons == y.persons;
  });
  CHECK(same);
}

void check_kept(const DigestPtr& before) {
  const Result<DigestPtr> read = digest_from_sketch(sketch_json(*before));
  REQUIRE_MESSAGE(read.ok(), sketch_json(*before));
  const ArticleDigest& after = *read.value();
  check_same_words(*before, after);
  CHECK(after.source.id == before->source.id);
  CHECK(after.source.sha256 == before->source.sha256);
  CHECK(after.metadata.headline == before->metadata.headline);
  CHECK(after.metadata.outlet == before->metadata.outlet);
  CHECK(after.metadata.agency == before->metadata.agency);
  CHECK(after.metadata.published.value == before->metadata.published.value);
  CHECK(after.metadata.published.date == before->metadata.published.date);
  CHECK(after.body_words == before->body_words);
  CHECK(after.offices == before->offices);
  CHECK(sketch_json(after) == sketch_json(*before));
}

std::string message_for(std::string_view line) {
  const Result<DigestPtr> read = digest_from_sketch(line);
  return read.ok() ? "" : read.error().message;
}

}  // namespace

TEST_CASE("a sketch keeps what an outline is made of") {
  const DigestPtr article = digest_of(kText, "Ferry sinks off Velmark");
  CHECK(packed_words(*article).written == "McKay\n");
  CHECK(article->offices.size() == 1);
  check_kept(article);
  check_kept(digest_of(kText));  // by its lead
  check_kept(digest_of(""));
  check_kept(digest_of("Ein Wort. ÉTÉ été Été – the the The THE 12 12 „so“ “so so” so\nstraße STRASSE Straße"));
}

TEST_CASE("what is no sketch is refused with a way out") {
  const std::string line = sketch_json(*digest_of(kText));
  CHECK(message_for("{\"schema\":\"newsloupe.ske") == "is no JSON; was the file cut short?");
  CHECK(message_for("[1]").starts_with("is no sketch"));
  CHECK(message_for(R"({"schema":"newsloupe.article/1","id":"a"})").starts_with("is no sketch"));
  CHECK(message_for(R"({"schema":"newsloupe.sketch/2","id":"a"})")
            .starts_with("is of version 2, and this program reads"));
  CHECK(message_for(sketch_error_json("b.txt", {"ingest", "Nothing in it."})) ==
        "b.txt was not read when it was to be sketched: Nothing in it.");
  std::string changed = line;
  changed.replace(changed.find("\"terms\":\"the "), 13, "\"terms\":\"");
  CHECK(message_for(changed) == "is damaged; make the sketch of a.txt again");
}

TEST_CASE("damaged words are noticed or harmless") {
  const DigestPtr article = digest_of(kText);
  const PackedWords packed = packed_words(*article);
  for (std::size_t length = 0; length < packed.bytes.size(); ++length) {
    ArticleDigest read = {};
    read.terms = article->terms;
    CHECK_FALSE(unpack_words({packed.bytes.substr(0, length), packed.written}, read));
  }
  std::size_t noticed = 0;
  for (std::size_t at = 0; at < packed.bytes.size(); ++at) {
    PackedWords changed = packed;
    changed.bytes[at] = static_cast<char>(~changed.bytes[at]);
    ArticleDigest read = {};
    read.terms = article->terms;
    if (!unpack_words(changed, read)) ++noticed;
  }
  CHECK(noticed > packed.bytes.size() / 2);
}

TEST_CASE("stories and origins of sketches are those of the articles, in whatever order they come") {
  std::vector<ArticlePtr> articles;
  for (int i = 0; i < 12; ++i) {
    const std::string topic = i % 3 == 0 ? "budget" : i % 3 == 1 ? "ferry" : "harvest";
    articles.push_back(plain_article("article-" + std::to_string(i),
                                     "The " + topic + " was in doubt for the whole of the week, officials of the " +
                                         topic + " board said.\nNobody in Velmark knew more about the " + topic +
                                         (i < 6 ? " on that day." : " than the mayor did."),
                                     i % 3 == 0   ? "2022-01-09"
                                     : i % 3 == 1 ? "2023-08-30"
                                                  : "2025-05-04"));
  }
  std::vector<DigestPtr> sketched;
  for (const DigestPtr& d : digests_of(articles)) sketched.push_back(digest_from_sketch(sketch_json(*d)).value());
  const SetOutline direct = outline(digests_of(articles), shared_resources());
  std::reverse(sketched.begin(), sketched.end());
  OutlineMaker maker(sketched, shared_resources());
  while (maker.step()) continue;
  const SetOutline linked = maker.take();
  CHECK(direct.stories.size() == 3);
  CHECK(links_json(linked, {}) == links_json(direct, {}));
  const std::vector<Reuse> reuse = maker.take_reuse();
  CHECK(reuse.size() > 3);
  CHECK(links_json_lines(linked, reuse).find(R"({"record":"reuse","a":{"id":"article-0"},"b":{"id":"article-3"},)") !=
        std::string::npos);
}

}  // namespace newsloupe
