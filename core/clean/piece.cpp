#include "core/clean/piece.h"

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "\u201d", "\u2019", "\u00bb", "\u300d"};
constexpr std::string_view kOpening[] = {"\"", "'", "(", "[", "\u201c", "\u2018", "\u201e", "\u00ab"};

std::string_view without_closing_marks(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  return text;
}

// Scripts that part no words by spaces (Thai to Khmer, kana, Han): two characters count as a word.
std::uint32_t count_unspaced(std::string_view text) {
  std::uint32_t characters = 0;
  for (std::size_t at = ascii_length(text, 0); at < text.size(); at += ascii_length(text, at)) {
    const CodePoint c = decode_utf8(text, at);
    characters += (c.value >= 0x0E00 && c.value < 0x1100) || (c.value >= 0x1780 && c.value < 0x1800) ||
                  (c.value >= 0x3040 && c.value < 0xA000) || c.value >= 0x20000;
    at += c.length;
  }
  return characters / 2;
}

// What stands between spaces; dashes, bars and bullets alone are no words.
std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = count_unspaced(text);
  const auto is_mark = [](char c) { return c == '-' || c == '|' || c == '*'; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ' || is_mark(text[at])) continue;
    ++words;
    while (at < text.size() && text[at] != ' ') ++at;
  }
  return words;
}

std::size_t size_of(const std::vector<RawBlock>& blocks) {
  std::size_t bytes = 0;
  for (const RawBlock& block : blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace

TextFeatures features_of(std::string_view text) {
  TextFeatures f;
  f.words = count_words(text);
  const std::string_view core = without_closing_marks(text);
  // "By Ada Lind on Monday, 4 May 2025 at 11:04 a.m.": the point belongs to the time.
  constexpr std::size_t kLongestByline = 14;  // words
  const bool signed_at = text.starts_with("By ") && f.words <= kLongestByline && core.ends_with(".m.");
  f.ends_stop = (core.ends_with('.') && !signed_at) || core.ends_with("\u2026") || core.ends_with("\u3002");
  f.ends_sentence =
      f.ends_stop || core.ends_with('!') || core.ends_with('?') || core.ends_with("\uff01") || core.ends_with("\uff1f");
  f.ends_colon = core.ends_with(':');
  for (const std::string_view mark : kOpening) {
    if (!text.starts_with(mark)) continue;
    f.starts_quoted = mark != "(" && mark != "[";
    text.remove_prefix(mark.size());
    break;
  }
  if (text.empty()) return f;
  const CharacterKind first = character_kind(decode_utf8(text, 0).value);
  f.starts_upper = first == CharacterKind::kUpperLetter || first == CharacterKind::kDigit;
  return f;
}

Draft::Draft(const RawArticle& raw, const Lexicon& lexicon)
    : raw_(raw), cut_ranges_(raw.blocks.size()), cut_{Tokenizer(lexicon, size_of(raw.blocks)), {}, {}} {
  pieces.reserve(raw.blocks.size());
  features_.reserve(raw.blocks.size());
  for (std::uint32_t i = 0; i < raw.blocks.size(); ++i) {
    pieces.push_back(
        {i, 0, static_cast<std::uint32_t>(raw.blocks[i].text.size()), ParagraphClass::kBody, RuleId("clean.body")});
    features_.push_back(features_of(raw.blocks[i].text));
  }
}

TokenizedLine Draft::tokens(std::size_t piece) {
  TokenSpan& range = cut_ranges_[piece];
  const std::string_view line = text(pieces[piece]);
  if (range.empty()) {
    range.begin = static_cast<std::uint32_t>(cut_.tokens.size());
    cut_.tokenizer.append(line, {0, static_cast<std::uint32_t>(line.size())}, cut_.tokens, cut_.spans);
    range.end = static_cast<std::uint32_t>(cut_.tokens.size());
  }
  return {line, std::span(cut_.tokens).subspan(range.begin, range.size()),
          std::span(cut_.spans).subspan(range.begin, range.size())};
}

void Draft::split(std::size_t piece, std::uint32_t first_end, std::uint32_t second_begin) {
  Piece second = pieces[piece];
  second.begin += second_begin;
  second.paragraph_class = ParagraphClass::kBody;
  second.rule = RuleId("clean.body");
  pieces[piece].end = pieces[piece].begin + first_end;
  const auto after = static_cast<std::ptrdiff_t>(piece) + 1;
  pieces.insert(pieces.begin() + after, second);
  features_[piece] = features_of(text(pieces[piece]));
  features_.insert(features_.begin() + after, features_of(text(second)));
  cut_ranges_[piece] = {};
  cut_ranges_.insert(cut_ranges_.begin() + after, TokenSpan{});
}

}  // namespace newsloupe
