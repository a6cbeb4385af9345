#include "core/ingest/html_tree.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace newsloupe {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// A start or end tag, or a comment, declaration or element whose content is no markup.
struct Tag {
  std::string name;     // empty for comments and declarations
  bool closes = false;  // </name>
  std::size_t end = 0;  // behind the tag; behind </script> for elements without markup inside
  bool is_raw = false;  // script, style and their like, with their content
  bool closes_itself = false;
};

std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    const bool same =
        std::equal(found.begin(), found.end(), name.begin(), name.end(), [](char a, char b) { return lower(a) == b; });
    if (same) return std::min(html.find('>', at), html.size() - 1) + 1;
  }
  return html.size();
}

// Behind the '>' of the tag at `at`, quoted attribute values stepped over.
std::size_t tag_end(std::string_view html, std::size_t at) {
  for (char quote = '\0'; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return at + 1;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    }
  }
  return html.size();
}

// The tag at `at`, where a '<' stands; `end` is 0 where it is no tag.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  const std::string_view rest = html.substr(at);
  if (rest.starts_with("<!--")) {
    const std::size_t end = html.find("-->", at + 4);
    tag.end = end == std::string_view::npos ? html.size() : end + 3;
  } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
    tag.end = std::min(html.find('>', at), html.size() - 1) + 1;
  } else {
    std::size_t i = at + 1;
    tag.closes = i < html.size() && html[i] == '/';
    if (tag.closes) ++i;
    if (i >= html.size() || !is_letter(html[i])) return tag;
    while (i < html.size() && html[i] != '>' && html[i] != '/' && static_cast<unsigned char>(html[i]) > ' ') {
      tag.name.push_back(lower(html[i++]));
    }
    tag.end = tag_end(html, i);
    tag.closes_itself = tag.end >= 2 && html[tag.end - 2] == '/';
    tag.is_raw = !tag.closes && is_one_of(tag.name, {"script", "style", "textarea", "title", "noscript", "iframe"});
    if (tag.is_raw) tag.end = find_end_tag(html, tag.end, tag.name);
  }
  return tag;
}

bool is_void(std::string_view name) {
  return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
                          "track", "wbr"});
}

// Start tags that end an open element of the same family: unclosed list items and cells are no nesting.
bool ends_open(std::string_view open, std::string_view starting) {
  if (open == "p")
    return !is_one_of(starting, {"a", "b", "i", "em", "strong", "span", "font", "u", "small", "sup", "sub"});
  if (open == "li") return starting == "li";
  if (open == "dt" || open == "dd") return starting == "dt" || starting == "dd";
  if (open == "td" || open == "th") return is_one_of(starting, {"td", "th", "tr", "tbody", "tfoot"});
  if (open == "tr") return is_one_of(starting, {"tr", "tbody", "tfoot"});
  return open == "option" && is_one_of(starting, {"option", "optgroup"});
}

}  // namespace

bool is_nested_deeper_than(std::string_view html, std::size_t limit) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    Tag tag = read_tag(html, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    at = tag.end;
    if (tag.name.empty() || tag.is_raw || tag.closes_itself || is_void(tag.name)) continue;
    if (tag.closes) {
      const auto match = std::find(open.rbegin(), open.rend(), tag.name);
      if (match != open.rend()) open.erase(match.base() - 1, open.end());
      continue;
    }
    while (!open.empty() && ends_open(open.back(), tag.name)) open.pop_back();
    open.push_back(std::move(tag.name));
    if (open.size() > limit) return true;
  }
  return false;
}

std::string without_tags(std::string_view html) {
  std::string text(html);
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const Tag tag = read_tag(html, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(tag.end), ' ');
    if (is_one_of(tag.name, {"p", "div", "br", "li", "h1", "h2", "h3", "td", "tr", "title"})) text[at] = '\n';
    at = tag.end;
  }
  return text;
}

class HtmlTree::Arena {
 public:
  void* allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) {
      left_ = std::max(size, kChunk);
      chunks_.push_back(std::make_unique<std::byte[]>(left_));
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

HtmlTree::HtmlTree(std::string_view html) : arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena_.get();
  options.max_errors = 0;
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

HtmlTree::~HtmlTree() = default;

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string tag_name(const GumboNode* node) {
  if (node->v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(node->v.element.tag);
  GumboStringPiece original = node->v.element.original_tag;
  gumbo_tag_from_original_text(&original);
  std::string name(original.data == nullptr ? "" : std::string(original.data, original.length));
  std::ranges::transform(name, name.begin(), [](char c) { return lower(c); });
  return name;
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

std::string text_below(const GumboNode* node) {
  std::string text;
  for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
    if (!is_element(at)) text += at->type == GUMBO_NODE_COMMENT ? "" : at->v.text.text;
  }
  return text;
}

std::string spaced_text_below(const GumboNode* node) {
  std::string text;
  for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
    if (is_element(at) || at->type == GUMBO_NODE_COMMENT) continue;
    const std::string_view part = at->v.text.text;
    const bool meets = !text.empty() && !part.empty() && text.back() >= 'a' && text.back() <= 'z' &&
                       part.front() >= 'A' && part.front() <= 'Z';
    if (meets) text += ' ';
    text += part;
  }
  return text;
}

}  // namespace newsloupe
