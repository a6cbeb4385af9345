// A pattern that a person typed, over text. Matching takes time linear in the text, whatever the pattern. RE2's room.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/span.h"

namespace re2 {
class RE2;
}

namespace newsloupe {

class TextPattern {
 public:
  // A regular expression (RE2's syntax). The error says in words what is wrong with it.
  static Result<TextPattern> from_regex(std::string_view regex, bool match_case);
  // Words as they were typed: any white space between them, any form of quotation mark and dash, and, unless
  // `match_case`, any case and with or without accents.
  static Result<TextPattern> from_words(std::string_view words, bool match_case);

  // The first match that is not empty and begins at or after `from`.
  [[nodiscard]] std::optional<TextSpan> find(std::string_view text, std::uint32_t from) const;

 private:
  explicit TextPattern(std::shared_ptr<const re2::RE2> program) : program_(std::move(program)) {}
  static Result<TextPattern> compiled(const std::string& regex, bool match_case);

  std::shared_ptr<const re2::RE2> program_;
};

}  // namespace newsloupe
