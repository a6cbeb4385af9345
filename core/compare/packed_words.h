// The words of a digest as bytes, for sketches that leave the program: the same on every machine.
#pragma once

#include <string>
#include <string_view>

#include "core/compare/article_digest.h"

namespace newsloupe {

// What of the words does not stand in `terms`: their order, what each is, and how the first ones are written.
struct PackedWords {
  std::string bytes;
  std::string written;  // words of the opening that are written neither "so", "So" nor "SO", each ended by a line break
};
[[nodiscard]] PackedWords packed_words(const ArticleDigest& digest);

// Puts words and opening into a digest whose terms are set. False where the bytes are damaged or of other terms; the
// digest is then of no use.
//
// Bytes (numbers are LEB128, DWARF 5, section 7.6): the count of the opening's words; the count of stretches that are
// not and are quoted, taking turns, and the length of each; then each word as twice the number of its term (from 1, 0
// for the next new one) plus 1 where its marks are not those it had last (a new one: content) and follow (content 1,
// name 2, number 4, persons 8 and 16). Words of the opening that carry sense are followed by how they are written (0 as
// the term, 1 with a capital, 2 in capitals, 3 the next of `written`).
[[nodiscard]] bool unpack_words(const PackedWords& packed, ArticleDigest& digest);

}  // namespace newsloupe
