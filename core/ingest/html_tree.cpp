#include "core/ingest/html_tree.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <vector>

#include "core/base/ascii.h"

namespace newsloupe {
namespace {

// The attributes whose value is "data:" and its stand-in.
std::ptrdiff_t data_addresses(const GumboNode* element) {
  const GumboVector& attributes = element->v.element.attributes;
  std::ptrdiff_t count = 0;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const std::string_view value = static_cast<const GumboAttribute*>(attributes.data[i])->value;
    count += value.ends_with(stand_in(HtmlFold::Kind::kData)) ? 1 : 0;
  }
  return count;
}

}  // namespace

class HtmlTree::Arena {
 public:
  void* allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) {
      left_ = std::max(size, kChunk);
      chunks_.emplace_back(new std::byte[left_]);  // not cleared: most of it is never used
      next_ = chunks_.back().get();
    }
    void* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

 private:
  static constexpr std::size_t kChunk = 1 << 18;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

HtmlTree::HtmlTree(std::string_view html, FoldedHtml folded)
    : arena_(std::make_unique<Arena>()), source_(html), folded_(std::move(folded)) {
  parse();
  if (is_whole()) return;
  folded_ = {std::string(html), {}, false};
  parse();
}

void HtmlTree::parse() {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, folded_.html.data(), folded_.html.size());
  document_ = output->document;
  root_ = output->root;
}

// Every text, comment and address holds the stand-ins of its own bytes, and none was lost or went elsewhere.
bool HtmlTree::is_whole() const {
  const auto folds_of = [&](HtmlFold::Kind kind) { return std::ranges::count(folded_.folds, kind, &HtmlFold::kind); };
  const std::ptrdiff_t addresses = folds_of(HtmlFold::Kind::kData);
  std::ptrdiff_t texts_seen = 0, addresses_seen = 0;
  const GumboVector& top = document_->v.document.children;  // <html>, and the comments around it
  for (unsigned i = 0; i < top.length; ++i) {
    const auto* root = static_cast<const GumboNode*>(top.data[i]);
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
      if (is_element(node)) {
        addresses_seen += addresses == 0 ? 0 : data_addresses(node);
        continue;
      }
      const std::ptrdiff_t texts = texts_held(node);
      if (texts < 0) return false;
      texts_seen += texts;
    }
  }
  return texts_seen == folds_of(HtmlFold::Kind::kText) && addresses_seen == addresses;
}

std::ptrdiff_t HtmlTree::texts_held(const GumboNode* node) const {
  std::ptrdiff_t texts = 0;
  const std::string_view text = node->v.text.text;
  const TextSpan range = folded_range(node);
  auto fold = folded_.fold_from(range.begin);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const HtmlFold::Kind kind = stand_in_at(text, i);
    if (kind == HtmlFold::Kind::kNone) continue;
    if (fold == folded_.folds.end() || fold->at >= range.end || fold->kind != kind) return -1;
    // A comment is folded whole: a run inside one was no comment to the scan.
    if (!is_text(node) && text != stand_in(kind)) return -1;
    texts += kind == HtmlFold::Kind::kText;
    ++fold;
  }
  return texts;
}

HtmlTree::~HtmlTree() = default;

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboVector& attributes = node->v.element.attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto* found = static_cast<const GumboAttribute*>(attributes.data[i]);
    if (std::strcmp(found->name, name) == 0) return found->value;
  }
  return {};
}

std::string tag_name(const GumboNode* node) {
  if (node->v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(node->v.element.tag);
  GumboStringPiece original = node->v.element.original_tag;
  gumbo_tag_from_original_text(&original);
  if (original.data == nullptr) return {};
  // The parser's piece begins too early where a lone '<' stands in front of the tag.
  const std::string_view piece(original.data, original.length);
  return lower_ascii(piece.substr(0, piece.find_first_of(" \t\n\f/>")));
}

const GumboNode* next_node(const GumboNode* node, const GumboNode* root) {
  if (is_element(node) && node->v.element.children.length > 0) {
    return static_cast<const GumboNode*>(node->v.element.children.data[0]);
  }
  while (node != root) {
    const GumboNode* parent = node->parent;
    const std::size_t next = node->index_within_parent + 1;
    if (next < parent->v.element.children.length) {
      return static_cast<const GumboNode*>(parent->v.element.children.data[next]);
    }
    node = parent;
  }
  return nullptr;
}

TextSpan HtmlTree::folded_range(const GumboNode* node) const {
  const GumboStringPiece piece = is_element(node) ? node->v.element.original_tag : node->v.text.original_text;
  if (piece.data == nullptr) return {};
  const auto begin = static_cast<std::uint32_t>(piece.data - folded_.html.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.length)};
}

TextSpan HtmlTree::source(const GumboNode* node) const {
  const TextSpan range = folded_range(node);
  return {folded_.source_offset(range.begin), folded_.source_offset(range.end)};
}

std::string_view HtmlTree::text(const GumboNode* node) const {
  if (!is_text(node)) return {};
  const std::string_view folded = node->v.text.text;
  const TextSpan range = folded_range(node);
  auto fold = folded_.fold_from(range.begin);
  if (fold == folded_.folds.end() || fold->at >= range.end) return folded;
  if (folded == std::string_view(folded_.html).substr(range.begin, range.size())) {
    const TextSpan span = source(node);
    return source_.substr(span.begin, span.size());
  }
  return unfolded(folded, fold);
}

// Kept in the arena: views of texts live as long as the tree. is_whole() has seen that every stand-in has its fold.
std::string_view HtmlTree::unfolded(std::string_view text, FoldIterator fold) const {
  std::string whole;
  for (std::size_t i = 0; i < text.size();) {
    const HtmlFold::Kind kind = stand_in_at(text, i);
    if (kind == HtmlFold::Kind::kNone) {
      whole += text[i++];
      continue;
    }
    whole += source_.substr(fold->begin, fold->end - fold->begin);
    ++fold;
    i += stand_in(kind).size();
  }
  char* kept = static_cast<char*>(arena_->allocate(whole.size() + 1));
  std::ranges::copy(whole, kept);
  return {kept, whole.size()};
}

std::string HtmlTree::text_below(const GumboNode* node) const {
  std::string below;
  for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) below += text(at);
  return below;
}

std::string HtmlTree::spaced_text_below(const GumboNode* node) const {
  std::string below;
  for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
    const std::string_view part = text(at);
    const bool meets = !below.empty() && !part.empty() && below.back() >= 'a' && below.back() <= 'z' &&
                       part.front() >= 'A' && part.front() <= 'Z';
    if (meets) below += ' ';
    below += part;
  }
  return below;
}

}  // namespace newsloupe
