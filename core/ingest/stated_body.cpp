#include "core/ingest/stated_body.h"

#include <algorithm>
#include <string>

#include "core/ingest/block_writer.h"

namespace newsloupe {
namespace {

constexpr std::size_t kShortest = 600;  // bytes

// Letters and digits of ASCII in lower case: what a text looks like through any markup. Bytes of other scripts stay.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c | 0x20);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

// Three places of the stated text, looked up in all that the page shows.
bool is_shown(const RawArticle& raw) {
  constexpr std::size_t kProbe = 40;
  std::string page;
  for (const RawBlock& block : raw.blocks) page += letters_of(block.text);
  const std::string body = letters_of(raw.stated_body.text);
  for (std::size_t quarter = 1; quarter <= 3; ++quarter) {
    const std::size_t at = body.size() * quarter / 4;
    if (body.size() >= at + kProbe && page.find(body.substr(at, kProbe)) != std::string::npos) return true;
  }
  return body.size() < kProbe * 4;
}

}  // namespace

void add_stated_body(RawArticle& raw) {
  const std::string& text = raw.stated_body.text;
  if (text.size() < kShortest || text.find("</") != std::string::npos || is_shown(raw)) return;
  const auto container = static_cast<std::uint32_t>(raw.containers.size());
  const std::uint32_t parent = raw.containers.empty() ? RawContainer::kNone : 0;
  raw.containers.push_back({parent, "article", " articlebody"});
  OffsetMap to_source;
  to_source.append({0, 1}, raw.stated_body.source);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    BlockWriter writer(to_source);
    writer.replace(std::string_view(text).substr(at, end - at), {0, 1});
    at = end + 1;
    if (writer.empty()) continue;
    RawBlock block = writer.take();
    block.tag = "p";
    block.container = container;
    raw.blocks.push_back(std::move(block));
  }
  raw.diagnostics.push_back({"ingest",
                             "The page does not show its article: the text was taken from what it states for machines "
                             "(JSON-LD). Compare it with the page as it is online.",
                             raw.stated_body.source});
}

}  // namespace newsloupe
