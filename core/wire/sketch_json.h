// "newsloupe.sketch/1" (docs/schemas/sketch.schema.json): of one article what its story, its origin and the story's
// label are made of, without its text. Made in many runs and on many machines, joined in one.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/compare/article_digest.h"

namespace newsloupe {

// One line without the line feed.
[[nodiscard]] std::string sketch_json(const ArticleDigest& digest);
// The line for a record that could not be read.
[[nodiscard]] std::string sketch_error_json(const std::string& id, const Error& error);

// The digest behind such a line: outline() of these is outline() of the articles. An error (one line for the reader)
// for what is no sketch, one of another version, a damaged one, and for the line of a record that could not be read.
[[nodiscard]] Result<DigestPtr> digest_from_sketch(std::string_view line);

}  // namespace newsloupe
