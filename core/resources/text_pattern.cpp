#include "core/resources/text_pattern.h"

#include <re2/re2.h>

#include <array>
#include <map>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr std::int64_t kMemory = 16 << 20;

// Every accented form of a plain letter, as the inside of a class.
const std::map<char32_t, std::string>& accented_forms() {
  static const std::map<char32_t, std::string> table = [] {
    std::map<char32_t, std::string> forms;
    constexpr std::pair<char32_t, char32_t> kBlocks[] = {
        {0xC0, 0x24F}, {0x386, 0x3CE}, {0x400, 0x45F}, {0x1E00, 0x1EFF}, {0xFF10, 0xFF5A}};
    for (const auto& [first, last] : kBlocks) {
      for (char32_t c = first; c <= last; ++c) {
        if (const char32_t plain = plain_letter(c); plain != c) append_utf8(forms[plain], c);
      }
    }
    return forms;
  }();
  return table;
}

// Marks that stand for one another in print.
std::string_view alike(char32_t c) {
  constexpr std::array<std::u32string_view, 3> kSets = {U"\"“”„«»‟", U"'’‘‚‛`´", U"-‐‑‒–—"};
  constexpr std::array<std::string_view, 3> kClasses = {"[\"“”„«»‟]", "['’‘‚‛`´]", "[-‐‑‒–—]"};
  for (std::size_t i = 0; i < kSets.size(); ++i) {
    if (kSets[i].find(c) != std::u32string_view::npos) return kClasses[i];
  }
  return {};
}

void append_letter(std::string& regex, char32_t c, std::string_view as_typed, bool match_case) {
  if (const std::string_view marks = alike(c); !marks.empty()) {
    regex += marks;
    return;
  }
  if (!match_case) {
    const char32_t plain = plain_letter(c);
    const auto forms = accented_forms().find(plain);
    if (forms != accented_forms().end()) {
      regex += '[';
      append_utf8(regex, plain);
      regex += forms->second;
      regex += ']';
      return;
    }
  }
  regex += RE2::QuoteMeta(as_typed);
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

// What stands before the place where the pattern broke, to be recognised by.
std::string words_for(const RE2& program, std::string_view pattern) {
  const std::string arg(program.error_arg());
  const std::string shown = quoted(arg.empty() || arg.size() > 40 ? pattern.substr(0, 40) : arg);
  switch (program.error_code()) {
    case RE2::ErrorMissingParen:
      return "A `)` is missing after " + quoted(pattern.substr(std::min(pattern.rfind('('), pattern.size())));
    case RE2::ErrorUnexpectedParen:
      return "There is a `)` without a `(` before it.";
    case RE2::ErrorMissingBracket:
      return "A `]` is missing after " + shown;
    case RE2::ErrorRepeatArgument:
      return shown + " has nothing before it that it could repeat.";
    case RE2::ErrorRepeatSize:
      return shown + " repeats too often: at most 1000.";
    case RE2::ErrorRepeatOp:
      return shown + " cannot follow another repetition.";
    case RE2::ErrorBadEscape:
      return shown + " has no meaning here. For the character itself write `\\\\`.";
    case RE2::ErrorTrailingBackslash:
      return "The pattern ends in a `\\`: something must follow it.";
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
      return shown + " is no range of characters.";
    case RE2::ErrorPatternTooLarge:
      return "The pattern is too large. Make its repetitions smaller.";
    case RE2::ErrorBadNamedCapture:
      return shown + " is no name of a group.";
    default:
      return "The pattern cannot be read at " + shown;
  }
}

}  // namespace

Result<TextPattern> TextPattern::compiled(const std::string& regex, bool match_case) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(match_case);
  options.set_max_mem(kMemory);
  auto program = std::make_shared<const RE2>("(?m)" + regex, options);
  if (!program->ok()) return Error{"search", words_for(*program, regex)};
  return TextPattern(std::move(program));
}

Result<TextPattern> TextPattern::from_regex(std::string_view regex, bool match_case) {
  if (!is_valid_utf8(regex)) return Error{"search", "The pattern holds bytes that are no characters."};
  return compiled(std::string(regex), match_case);
}

Result<TextPattern> TextPattern::from_words(std::string_view words, bool match_case) {
  std::string regex;
  bool space = false;
  std::size_t ligature_end = 0;  // of a group that is open
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    if (character_kind(c.value) == CharacterKind::kSpace) {
      space = !regex.empty();
    } else {
      if (space) regex += "\\s+";
      space = false;
      const char32_t ligature = at < ligature_end ? 0 : ligature_of(words, at);
      if (ligature != 0) {  // "(?:ﬁ|fi)"
        regex += "(?:";
        append_utf8(regex, ligature);
        regex += ligature == U'ﬃ' ? "|ﬀi|fﬁ|" : ligature == U'ﬄ' ? "|ﬀl|fﬂ|" : "|";
        ligature_end = at + ligature_letters(ligature).size();
      }
      append_letter(regex, c.value, words.substr(at, c.length), match_case);
    }
    at += c.length;
    if (at == ligature_end) regex += ')';
  }
  return compiled(regex, match_case);
}

std::optional<TextSpan> TextPattern::find(std::string_view text, std::uint32_t from) const {
  absl::string_view match;
  for (std::size_t at = from; at < text.size();) {
    if (!program_->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    if (!match.empty()) {
      return TextSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + match.size())};
    }
    at = begin < text.size() ? begin + decode_utf8(text, begin).length : text.size();
  }
  return std::nullopt;
}

}  // namespace newsloupe
