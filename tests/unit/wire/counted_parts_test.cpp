#include "core/wire/counted_parts.h"

#include <doctest/doctest.h>

#include "core/compare/outline.h"
#include "core/compare/stories.h"
#include "core/wire/links_json.h"
#include "tests/support/plain_article.h"

namespace newsloupe {
namespace {

// Articles of which every third tells again what another one told, some of it in other words.
std::vector<DigestPtr> articles(std::size_t count) {
  std::vector<DigestPtr> digests;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t k = 0; k < 30; ++k) {
      const std::size_t word = i % 3 == 0 && k < 24 ? i / 9 * 31 + k : i * 37 + k;
      text += "w" + std::to_string(word) + (k % 10 == 9 ? ". " : " ");
    }
    digests.push_back(digest(*plain_article(std::to_string(1000 + i), text, "2025-05-04")));
  }
  return digests;
}

std::string set_of(const std::vector<DigestPtr>& digests) {
  std::vector<const SourceInfo*> sources;
  for (const DigestPtr& d : digests) sources.push_back(&d->source);
  return set_fingerprint(sources);
}

std::string counted(const std::vector<DigestPtr>& digests, Part part) {
  GramPart grams(part);
  std::vector<std::uint32_t> places;
  for (const DigestPtr& d : digests) {
    grams.add(*d);
    places.push_back(static_cast<std::uint32_t>(places.size()));
  }
  return counted_part_text(set_of(digests), digests.size(), part, grams.take(places));
}

std::string links(OutlineMaker&& maker) {
  while (maker.step()) continue;
  const SetOutline outline = maker.take();
  return links_json(outline, maker.take_reuse());
}

}  // namespace

TEST_CASE("what the parts count, added up, gives the same links, in small sets and in large ones") {
  for (const std::size_t count : {std::size_t{40}, kAllPairsUpTo + 60}) {
    const std::vector<DigestPtr> digests = articles(count);
    const std::string whole = links(OutlineMaker(digests, shared_resources()));
    CHECK(whole.find("\"wholly\"") != std::string::npos);
    for (const std::uint32_t parts : {1U, 4U}) {
      CountedParts sum(set_of(digests), digests.size());
      for (std::uint32_t number = parts; number-- > 0;) {
        const std::string text = counted(digests, {number, parts});
        for (std::size_t begin = 0; begin < text.size();) {
          const std::size_t end = text.find('\n', begin);
          CHECK_FALSE(sum.add(std::string_view(text).substr(begin, end - begin)));
          begin = end + 1;
        }
      }
      OutlineMaker maker(digests, shared_resources());
      maker.use(sum.take().value());
      CHECK(links(std::move(maker)) == whole);
    }
  }
}

TEST_CASE("counts that do not fit are refused") {
  const auto said = [](std::string_view line) {
    CountedParts parts("00ff", 3);
    (void)parts.add("#newsloupe.pairs/1 00ff 3 1/2");
    const std::optional<Error> error = parts.add(line);
    return error ? error->message : "";
  };
  CHECK(said("0\t2\t5") == "");
  CHECK(said("0\t3\t5") == "is damaged; count this part again");
  CHECK(said("2\t1\t5") == "is damaged; count this part again");
  CHECK(said("0\t2\t99999999999") == "is damaged; count this part again");
  CHECK(said("0\t2") == "is damaged; count this part again");
  CHECK(said("#newsloupe.pairs/1 00ff 3 1/2") == "is part 1 once more");
  CHECK(said("#newsloupe.pairs/1 00ff 3 2/3") == "is of another division into parts than the one before");
  CHECK(said("#newsloupe.pairs/1 00fe 3 2/2").starts_with("counts pairs of other articles"));
  CHECK(said("#newsloupe.pairs/2 00ff 3 2/2").starts_with("is of another version"));
  CHECK(said("#newsloupe.pairs/1 00ff 3 3/2") == "is damaged; count this part again");
}

}  // namespace newsloupe
