#include "core/compare/near_copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/compare/shingles.h"

namespace newsloupe {
namespace {

// Numbers without a pattern, the same on every machine (Numerical Recipes' constants).
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 1664525 + 1013904223;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * n) >> 32);
  }

 private:
  std::uint32_t state_;
};

using Words = std::vector<std::uint32_t>;

std::string text_of(const Words& words) {
  std::string text;
  for (const std::uint32_t word : words) text += "w" + std::to_string(word) + (word % 7 == 0 ? ", " : " ");
  return text;
}

// Texts of 0 to 120 words: new ones, copies with a few words changed, parts of others, and a formula that many share.
std::vector<std::string> texts(std::size_t count) {
  Numbers numbers(20250826);
  Words formula;
  for (std::uint32_t i = 0; i < 40; ++i) formula.push_back(5000 + i);
  std::vector<Words> made;
  while (made.size() < count) {
    Words words;
    if (const std::uint32_t kind = numbers.below(10); kind < 5 && !made.empty()) {
      words = made[numbers.below(static_cast<std::uint32_t>(made.size()))];
      for (std::uint32_t& word : words) {
        if (numbers.below(30) == 0) word = numbers.below(900);
      }
      if (kind == 0) words.resize(words.size() / 2);
    } else {
      words.resize(numbers.below(4) == 0 ? numbers.below(8) : numbers.below(120));
      for (std::uint32_t& word : words) word = numbers.below(900);
      if (kind == 9) words.insert(words.end(), formula.begin(), formula.end());
    }
    made.push_back(std::move(words));
  }
  std::vector<std::string> texts;
  for (const Words& words : made) texts.push_back(text_of(words));
  return texts;
}

std::vector<NearCopy> found(const std::vector<std::string>& texts, std::uint32_t least, Part part = {}) {
  NearCopies copies(least, part);
  for (const std::string& text : texts) copies.add(text);
  return copies.take();
}

NearCopy compared_texts(const std::vector<std::string>& texts, std::uint32_t a, std::uint32_t b) {
  NearCopy pair = compared(shingle_set(texts[a]), shingle_set(texts[b]));
  pair.a = a;
  pair.b = b;
  return pair;
}

// Every text with every other.
std::vector<NearCopy> by_force(const std::vector<std::string>& texts, std::uint32_t least) {
  std::vector<NearCopy> pairs;
  for (std::uint32_t a = 0; a < texts.size(); ++a) {
    for (std::uint32_t b = a + 1; b < texts.size(); ++b) {
      if (const NearCopy pair = compared_texts(texts, a, b); are_alike(pair, least)) pairs.push_back(pair);
    }
  }
  return pairs;
}

std::size_t shingles_of(std::string_view text) { return shingle_set(text).size(); }

}  // namespace

TEST_CASE("near copies are those that comparing every text with every other finds") {
  const std::vector<std::string> all = texts(400);
  for (const std::uint32_t least : {1U, 100U, 333U, 500U, 501U, 800U, 999U, 1000U}) {
    const std::vector<NearCopy> expected = by_force(all, least);
    CHECK(expected.size() > 20);
    CHECK_MESSAGE(found(all, least) == expected, least);
  }
}

TEST_CASE("parts of the shingles find between them all near copies") {
  const std::vector<std::string> all = texts(300);
  for (const std::uint32_t least : {300U, 500U, 900U}) {
    std::vector<NearCopy> pairs;
    for (std::uint32_t number = 0; number < 5; ++number) {
      for (const NearCopy& candidate : found(all, least, {number, 5})) {
        if (const NearCopy pair = compared_texts(all, candidate.a, candidate.b); are_alike(pair, least)) {
          pairs.push_back(pair);
        }
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const NearCopy& x, const NearCopy& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    CHECK(pairs == found(all, least));
  }
}

TEST_CASE("empty, short and equal texts") {
  CHECK(found({}, 500).empty());
  CHECK(found({"", " ", "...", "\xFF"}, 1).empty());
  CHECK(found({"One two.", "ONE – “two”", "two one", "one two three"}, 500) == std::vector<NearCopy>{{0, 1, 1, 1}});
  const std::string text = "The ferry sank off Velmark on Monday morning.";
  CHECK(found({text, "", text}, 1000) == std::vector<NearCopy>{{0, 2, 4, 4}});
  CHECK(found({text, text + " Nobody was hurt."}, 500) == std::vector<NearCopy>{{0, 1, 4, 7}});
  CHECK(found({text, text + " Nobody was hurt."}, 572).empty());
}

TEST_CASE("a shingle is five words, however they are written") {
  CHECK(shingles_of("one two three four five") == 1);
  CHECK(shingles_of("one two three four five six") == 2);
  CHECK(shingles_of("one one one one one one one") == 1);
  CHECK(shingle_set("It’s 5.2 km, Zoë!") == shingle_set("it's 5,2 KM zoe\xCC\x88"));
  CHECK(shingle_set("STRASSE am See in Wien") == shingle_set("straße am see – in wien"));
  CHECK(shingle_set("a b c d e") != shingle_set("a b c e d"));
  CHECK(shingle_set("ab c d e f") != shingle_set("a bc d e f"));
}

}  // namespace newsloupe
