#include "core/ingest/markdown.h"

#include <algorithm>
#include <string_view>

#include "core/ingest/block_writer.h"

namespace newsloupe {
namespace {

std::string_view trimmed(std::string_view text, std::string_view edges = " \t\r") {
  const std::size_t begin = text.find_first_not_of(edges);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(edges) - begin + 1);
}

struct FrontMatterKey {
  std::string_view key;
  const char* field;
};
constexpr FrontMatterKey kFrontMatterKeys[] = {
    {"title", "headline"}, {"headline", "headline"}, {"subtitle", "subtitle"},   {"author", "byline"},
    {"authors", "byline"}, {"date", "published"},    {"published", "published"}, {"updated", "updated"},
    {"outlet", "outlet"},  {"publisher", "outlet"},  {"source", "outlet"},       {"site", "outlet"},
    {"url", "url"},        {"lang", "language"},     {"language", "language"},
};

class MarkdownReader {
 public:
  MarkdownReader(const DecodedText& decoded, RawArticle& raw) : decoded_(decoded), raw_(raw), writer_(decoded.map) {}

  void read() {
    const std::string_view text = decoded_.text;
    std::size_t at = skip_front_matter();
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      read_line(at, end);
      at = end + 1;
    }
    flush();
  }

 private:
  // Behind the front matter; where there is none, the beginning.
  std::size_t skip_front_matter() {
    const std::string_view text = decoded_.text;
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
    std::size_t at = text.find('\n') + 1;
    const std::size_t begin = at;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (trimmed(text.substr(at, end - at)) == "---") {
        read_front_matter(begin, at);
        return std::min(end + 1, text.size());
      }
      at = end + 1;
    }
    return 0;
  }

  void read_front_matter(std::size_t begin, std::size_t end) {
    const std::string_view text = decoded_.text;
    while (begin < end) {
      const std::size_t stop = std::min(text.find('\n', begin), end);
      const std::string_view line = text.substr(begin, stop - begin);
      const std::size_t colon = line.find(':');
      const std::string_view key =
          colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(0, colon));
      const auto* known = std::ranges::find(kFrontMatterKeys, key, &FrontMatterKey::key);
      if (!key.empty() && known != std::end(kFrontMatterKeys)) {
        const std::string_view value = trimmed(line.substr(colon + 1), " \t\r\"'[]");
        const SourceSpan source =
            decoded_.map.source_from_text({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)});
        if (!value.empty()) raw_.candidates.push_back({known->field, std::string(value), "front matter", source});
      }
      begin = stop + 1;
    }
  }

  void read_line(std::size_t begin, std::size_t end) {
    const std::string_view text = decoded_.text;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\r' || text[end - 1] == '\t')) --end;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    const std::string_view line = text.substr(begin, end - begin);
    if (line.empty() || is_rule(line)) return flush();
    if (line.starts_with('#')) {
      const std::size_t level = line.find_first_not_of('#');
      if (level != std::string_view::npos && level <= 6 && line[level] == ' ') {
        flush();
        tag_ = "h" + std::to_string(level);
        write_inline(begin + level, end);
        return flush();
      }
    }
    if (const std::size_t mark = list_mark(line); mark > 0) {
      flush();
      tag_ = "li";
      begin += mark;
    } else if (line.starts_with('>')) {
      if (tag_ != "blockquote") flush();
      tag_ = "blockquote";
      begin += 1;
    }
    // A line that is emphasised as a whole, alone in its paragraph, often is the subtitle.
    const bool emphasised = line.size() > 2 && (line[0] == '*' || line[0] == '_') && line[1] != line[0] &&
                            line.back() == line[0] && line.find(line[0], 1) == line.size() - 1;
    if (writer_.empty() && emphasised && tag_ == "p") tag_ = "em";
    if (!writer_.empty()) writer_.copy("\n", static_cast<std::uint32_t>(begin > 0 ? begin - 1 : 0));
    write_inline(begin, end);
  }

  static bool is_rule(std::string_view line) {
    return line.size() >= 3 && (line.find_first_not_of("- ") == std::string_view::npos ||
                                line.find_first_not_of("* ") == std::string_view::npos ||
                                line.find_first_not_of("= ") == std::string_view::npos);
  }

  // Length of "- ", "* ", "12. "; 0 where the line is no list item.
  static std::size_t list_mark(std::string_view line) {
    if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
    const std::size_t digits = line.find_first_not_of("0123456789");
    const bool numbered =
        digits > 0 && digits <= 2 && digits + 1 < line.size() && line[digits] == '.' && line[digits + 1] == ' ';
    return numbered ? digits + 2 : 0;
  }

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  // A mark that opens or closes emphasis, not one that stands alone or inside a word ("5 * 3", "snake_case").
  [[nodiscard]] bool is_emphasis(std::size_t at, std::size_t begin, std::size_t end) const {
    const std::string_view text = decoded_.text;
    if (text[at] != '*' && text[at] != '_') return false;
    std::size_t first = at, last = at + 1;
    while (first > begin && text[first - 1] == text[at]) --first;
    while (last < end && text[last] == text[at]) ++last;
    const bool left_open =
        first == begin || is_space(text[first - 1]) || std::ispunct(static_cast<unsigned char>(text[first - 1]));
    const bool right_open = last == end || is_space(text[last]) || std::ispunct(static_cast<unsigned char>(text[last]));
    if (left_open && right_open && (first == begin || is_space(text[first - 1])) &&
        (last == end || is_space(text[last]))) {
      return false;
    }
    return text[at] == '*' || left_open || right_open;
  }

  void write_inline(std::size_t begin, std::size_t end) {
    const std::string_view text = decoded_.text;
    std::size_t copied = begin;
    const auto copy_to = [&](std::size_t to) {
      if (to > copied) writer_.copy(text.substr(copied, to - copied), static_cast<std::uint32_t>(copied));
    };
    for (std::size_t at = begin; at < end;) {
      std::size_t next = 0;
      if (text[at] == '\\' && at + 1 < end && std::ispunct(static_cast<unsigned char>(text[at + 1]))) {
        copy_to(at);
        copied = at + 1;
        at += 2;
        continue;
      }
      if (text[at] == '!' && at + 1 < end && text[at + 1] == '[' && (next = link_end(at + 1, end)) > 0) {
        copy_to(at);
        copied = at = next;
      } else if (text[at] == '[' && (next = link_end(at, end)) > 0) {
        copy_to(at);
        const std::size_t close = text.find("](", at);
        write_inline(at + 1, close);
        copied = at = next;
      } else if (is_emphasis(at, begin, end) || text[at] == '`') {
        copy_to(at);
        copied = ++at;
      } else {
        ++at;
      }
    }
    copy_to(end);
  }

  // Behind "[words](address)" that begins at `at`; 0 where no link begins there.
  [[nodiscard]] std::size_t link_end(std::size_t at, std::size_t end) const {
    const std::string_view line = std::string_view(decoded_.text).substr(0, end);
    const std::size_t close = line.find("](", at);
    if (close == std::string_view::npos || line.find('[', at + 1) < close) return 0;
    const std::size_t paren = line.find(')', close);
    return paren == std::string_view::npos ? 0 : paren + 1;
  }

  void flush() {
    if (!writer_.empty()) {
      RawBlock block = writer_.take();
      block.tag = tag_;
      raw_.blocks.push_back(std::move(block));
    } else {
      writer_.take();
    }
    tag_ = "p";
  }

  const DecodedText& decoded_;
  RawArticle& raw_;
  BlockWriter writer_;
  std::string tag_ = "p";
};

}  // namespace

void read_markdown(const DecodedText& decoded, RawArticle& raw) { MarkdownReader(decoded, raw).read(); }

}  // namespace newsloupe
