#include "core/compare/shingles.h"

#include <array>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr std::uint64_t kPrime = 0x100000001B3ULL, kGolden = 0x9E3779B97F4A7C15ULL;

// Letters and digits of ASCII, folded; 0 for what parts words, kBeyond for bytes of other characters.
constexpr std::uint8_t kBeyond = 0xFF;
constexpr std::array<std::uint8_t, 256> kFolded = [] {
  std::array<std::uint8_t, 256> folded{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool upper = c >= 'A' && c <= 'Z', kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    folded[c] = c >= 0x80 ? kBeyond
                : upper   ? static_cast<std::uint8_t>(c | 0x20)
                : kept    ? static_cast<std::uint8_t>(c)
                          : 0;
  }
  return folded;
}();

constexpr std::uint64_t kToTheShingle = [] {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kShingleWords; ++i) power *= kPrime;
  return power;
}();

std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= kGolden;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = kGolden;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

// Rolls over the words: a polynomial of the last five.
class Shingler {
 public:
  explicit Shingler(std::vector<std::uint64_t>& out) : out_(out) {}
  void add(std::uint64_t word) {
    word = mixed(word);
    hash_ = hash_ * kPrime + word - last_[at_] * kToTheShingle;
    last_[at_] = word;
    at_ = at_ + 1 == kShingleWords ? 0 : at_ + 1;
    if (++words_ >= kShingleWords) out_.push_back(mixed(hash_));
  }
  void finish() {
    if (words_ > 0 && words_ < kShingleWords) out_.push_back(mixed(hash_));
  }

 private:
  std::vector<std::uint64_t>& out_;
  std::array<std::uint64_t, kShingleWords> last_{};
  std::size_t at_ = 0, words_ = 0;
  std::uint64_t hash_ = 0;
};

bool is_part_of_word(char32_t c) {
  const CharacterKind kind = character_kind(c);
  return kind != CharacterKind::kPunct && kind != CharacterKind::kSpace;
}

// Where the word that holds characters beyond ASCII ends; `at` is the place of the first of these.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode_utf8(text, at);
    if (!is_part_of_word(c.value)) break;
    at += c.length;
  }
  return at;
}

}  // namespace

void append_shingles(std::string_view text, std::vector<std::uint64_t>& out) {
  Shingler shingler(out);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::uint64_t hash = kGolden;
    std::uint8_t folded = 0;
    for (; at < text.size(); ++at) {
      folded = kFolded[static_cast<unsigned char>(text[at])];
      if (folded == 0 || folded == kBeyond) break;
      hash = (hash ^ folded) * kPrime;
    }
    if (at < text.size() && folded == kBeyond) {
      const std::size_t end = end_of_word(text, at);
      if (end > begin) shingler.add(end == at ? hash : hash_of(case_folded(text.substr(begin, end - begin))));
      at = end == at ? at + decode_utf8(text, at).length : end;
      continue;
    }
    if (at > begin) shingler.add(hash);
    ++at;
  }
  shingler.finish();
}

}  // namespace newsloupe
