#include "core/ingest/plain_text.h"

#include <algorithm>
#include <string_view>

#include "core/base/utf8.h"
#include "core/ingest/block_writer.h"

namespace newsloupe {
namespace {

struct Line {
  std::uint32_t begin = 0, end = 0;  // without white space at its ends
  bool after_empty = true;           // an empty line stood before it
};

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_line_end(c) || c == '\0'; }

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool after_empty = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_line_end(text[end])) ++end;
    std::size_t first = at, last = end;
    while (first < last && is_blank(text[first])) ++first;
    while (last > first && is_blank(text[last - 1])) --last;
    if (first < last) {
      lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), after_empty});
      after_empty = false;
    } else {
      after_empty = true;
    }
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::string_view text_of(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

// A line that stops without a final mark, before a line that goes on in lower case or with a number in brackets, was
// broken in mid-sentence. Lists of words in lower case are not wrapped text; `first` is the first of the joined lines.
bool breaks_off(std::string_view first, std::string_view line, std::string_view next) {
  static constexpr std::string_view kFinal = ".!?:;\"')]";
  const std::size_t word = next[0] == '(' ? next.find_first_not_of(' ', 1) : 0;
  if (word >= next.size()) return false;
  const CharacterKind following = character_kind(decode_utf8(next, word).value);
  const bool goes_on = following == CharacterKind::kLowerLetter || (word > 0 && following == CharacterKind::kDigit);
  return character_kind(decode_utf8(first, 0).value) != CharacterKind::kLowerLetter && goes_on &&
         kFinal.find(line.back()) == std::string_view::npos && line.find(' ') != std::string_view::npos;
}

// The width at which the text was wrapped; 0 where lines are paragraphs. In wrapped text no line is wider than a
// screen's column and most lines that do not end a paragraph come near the widest.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::uint32_t widest = 0;
  std::size_t inner = 0, full = 0;
  for (const Line& line : lines) widest = std::max(widest, line.end - line.begin);
  if (widest < 40 || widest > 100) return 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_empty) continue;
    ++inner;
    if ((lines[i].end - lines[i].begin) * 4 >= widest * 3) ++full;
  }
  return inner >= 3 && full * 10 >= inner * 8 ? widest : 0;
}

}  // namespace

std::vector<RawBlock> blocks_from_plain_text(const DecodedText& decoded) {
  const std::string_view text = decoded.text;
  const std::vector<Line> lines = lines_of(text);
  const std::uint32_t width = wrap_width(lines);
  std::vector<RawBlock> blocks;
  BlockWriter writer(decoded.map);
  for (std::size_t i = 0; i < lines.size();) {
    const bool after_empty = lines[i].after_empty;
    std::size_t last = i;
    while (last + 1 < lines.size() && !lines[last + 1].after_empty &&
           (breaks_off(text_of(text, lines[i]), text_of(text, lines[last]), text_of(text, lines[last + 1])) ||
            (width > 0 && (lines[last].end - lines[last].begin) * 4 >= width * 3))) {
      ++last;
    }
    writer.copy(text.substr(lines[i].begin, lines[last].end - lines[i].begin), lines[i].begin);
    i = last + 1;
    if (writer.empty()) continue;
    RawBlock block = writer.take();
    block.tag = "p";
    block.line_break_before = after_empty;
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace newsloupe
