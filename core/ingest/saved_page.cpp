#include "core/ingest/saved_page.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace newsloupe {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

class CommentReader {
 public:
  CommentReader(const DecodedText& decoded, RawArticle& raw) : decoded_(decoded), raw_(raw) {}

  void read(std::size_t begin, std::size_t end) {
    constexpr std::string_view kMark = "saved from url=(";
    const std::string_view comment = std::string_view(decoded_.text).substr(0, end);
    if (const std::size_t mark = comment.find(kMark, begin); mark != std::string_view::npos) {
      const std::size_t address = comment.find(')', mark);
      if (address != std::string_view::npos) add("url", address + 1, comment.find_first_of(kBlank, address));
      return;
    }
    if (comment.find("SingleFile", begin) == std::string_view::npos) return;
    add_line("url:", "url", comment, begin);
    add_line("saved date:", "saved", comment, begin);
  }

 private:
  void add_line(std::string_view name, const char* field, std::string_view comment, std::size_t begin) {
    std::size_t at = comment.find(name, begin);
    while (at != std::string_view::npos && at > 0 && kBlank.find(comment[at - 1]) == std::string_view::npos) {
      at = comment.find(name, at + 1);
    }
    if (at != std::string_view::npos) add(field, at + name.size(), comment.find_first_of("\r\n", at));
  }

  void add(const char* field, std::size_t begin, std::size_t end) {
    const std::string_view text = decoded_.text;
    end = std::min(end, text.size());
    begin = std::min(text.find_first_not_of(" \t", begin), end);
    const std::string_view value = trimmed_ascii(text.substr(begin, end - begin));
    const bool fits = std::string_view(field) != "url" || value.starts_with("http");
    if (value.empty() || value.size() > 2000 || !fits) return;
    const auto from = static_cast<std::uint32_t>(begin);
    const SourceSpan source = decoded_.map.source_from_text({from, from + static_cast<std::uint32_t>(value.size())});
    raw_.candidates.push_back({field, std::string(value), "saved page", source});
  }

  const DecodedText& decoded_;
  RawArticle& raw_;
};

}  // namespace

void read_saving_comments(const DecodedText& decoded, RawArticle& raw) {
  constexpr std::size_t kHead = 8192;
  const std::string_view head = std::string_view(decoded.text).substr(0, kHead);
  for (std::size_t at = head.find("<!--"); at < head.size(); at = head.find("<!--", at)) {
    const std::size_t end = std::min(head.find("-->", at), head.size());
    CommentReader(decoded, raw).read(at, end);
    at = end;
  }
}

}  // namespace newsloupe
