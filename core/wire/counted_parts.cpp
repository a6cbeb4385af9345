#include "core/wire/counted_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/content_hash.h"

namespace newsloupe {
namespace {

constexpr std::string_view kHead = "#newsloupe.pairs/", kVersion = "1";

Error pairs_error(std::string message) { return {"link", std::move(message)}; }

// Takes a number and the sign after it off the front; nothing where there is none, or it is too large.
std::optional<std::uint32_t> take_number(std::string_view& text, char sign) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto length = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || length == 0) return std::nullopt;
  text.remove_prefix(length);
  if (sign != 0 && !text.starts_with(sign)) return std::nullopt;
  if (sign != 0) text.remove_prefix(1);
  return number;
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

bool before(const SharedGrams& x, const SharedGrams& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; }

}  // namespace

std::string set_fingerprint(const std::vector<const SourceInfo*>& in_order) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::uint64_t hash = hash64("");
  for (const SourceInfo* source : in_order)
    hash = hash64("\n", hash64(source->sha256, hash64("\t", hash64(source->id, hash))));
  std::string digits;
  for (unsigned shift = 64; shift > 0; shift -= 4) digits += kHex[hash >> (shift - 4) & 0xF];
  return digits;
}

std::string counted_part_text(const std::string& set, std::size_t articles, Part part,
                              const std::vector<SharedGrams>& counts) {
  std::string text(kHead);
  text.append(kVersion).append(" ").append(set).append(" ").append(std::to_string(articles)).append(" ");
  text.append(std::to_string(part.number + 1)).append("/").append(std::to_string(part.of)).append("\n");
  const auto put = [&text](std::uint32_t number, char sign) {
    std::array<char, 10> digits{};
    text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr) += sign;
  };
  for (const SharedGrams& pair : counts) {
    put(pair.a, '\t');
    put(pair.b, '\t');
    put(pair.grams, '\n');
  }
  return text;
}

std::optional<Error> CountedParts::read_head(std::string_view line) {
  line.remove_prefix(kHead.size());
  if (take_word(line) != kVersion) return pairs_error("is of another version; count its pairs again with this program");
  const bool same_set = take_word(line) == set_;
  if (take_word(line) != std::to_string(articles_) || !same_set) {
    return pairs_error("counts pairs of other articles than the sketches here; count and join the same sketches");
  }
  const auto number = take_number(line, '/'), of = take_number(line, 0);
  if (!number || !of || *number == 0 || *number > *of) return pairs_error("is damaged; count this part again");
  if (seen_.empty()) seen_.resize(*of);
  if (seen_.size() != *of) return pairs_error("is of another division into parts than the one before");
  if (seen_[*number - 1]) return pairs_error("is part " + std::to_string(*number) + " once more");
  seen_[*number - 1] = true;
  return std::nullopt;
}

std::optional<Error> CountedParts::add(std::string_view line) {
  if (line.starts_with(kHead)) return read_head(line);
  if (seen_.empty()) return pairs_error("is no count of pairs; newsloupe link --part makes them");
  const auto a = take_number(line, '\t'), b = take_number(line, '\t'), grams = take_number(line, 0);
  const bool whole = a && b && grams && line.empty() && *a < *b && *b < articles_;
  if (!whole) return pairs_error("is damaged; count this part again");
  counts_.push_back({*a, *b, *grams});
  return std::nullopt;
}

Result<std::vector<SharedGrams>> CountedParts::take() {
  const auto missing = std::find(seen_.begin(), seen_.end(), false);
  if (missing != seen_.end() || seen_.empty()) {
    const std::string part = std::to_string(missing - seen_.begin() + 1);
    return pairs_error(seen_.empty() ? "no part is there"
                                     : "part " + part + " of " + std::to_string(seen_.size()) + " is missing");
  }
  std::sort(counts_.begin(), counts_.end(), before);
  std::vector<SharedGrams> sums;
  for (const SharedGrams& pair : counts_) {
    const bool again = !sums.empty() && sums.back().a == pair.a && sums.back().b == pair.b;
    if (again) sums.back().grams += pair.grams;
    if (!again) sums.push_back(pair);
  }
  counts_ = {};
  return sums;
}

}  // namespace newsloupe
