// An HTML page as a tree: the one place that calls the parser.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/span.h"
#include "core/ingest/html_folding.h"

namespace newsloupe {

// Holds the parsed page. Nodes and texts live as long as the tree and `html`. The page is parsed folded (see
// html_folding.h): read texts and offsets here, not from the nodes. All memory comes from one arena that is dropped at
// once: the parser's own destructor recurses.
class HtmlTree {
 public:
  // `folded` is fold_html() of the page, not too deep.
  HtmlTree(std::string_view html, FoldedHtml folded);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* root() const { return root_; }
  // The bytes of `html` that a text or an element's start tag was made of; empty for elements that no tag opened.
  [[nodiscard]] TextSpan source(const GumboNode* node) const;
  // The text of a text node; empty for elements and comments.
  [[nodiscard]] std::string_view text(const GumboNode* node) const;
  // All text below the node.
  [[nodiscard]] std::string text_below(const GumboNode* node) const;
  // The same with a space wherever an element ends between a small letter and a capital: "Ada LindStaff Writer" of two
  // elements that a style sheet keeps apart.
  [[nodiscard]] std::string spaced_text_below(const GumboNode* node) const;

 private:
  class Arena;
  using FoldIterator = std::vector<HtmlFold>::const_iterator;

  void parse();
  [[nodiscard]] bool is_whole() const;
  // The text stand-ins in a text or comment; -1 where they are not those of its own bytes.
  [[nodiscard]] std::ptrdiff_t texts_held(const GumboNode* node) const;
  [[nodiscard]] TextSpan folded_range(const GumboNode* node) const;
  [[nodiscard]] std::string_view unfolded(std::string_view text, FoldIterator fold) const;

  std::unique_ptr<Arena> arena_;
  std::string_view source_;
  FoldedHtml folded_;
  const GumboNode* document_ = nullptr;
  const GumboNode* root_ = nullptr;
};

[[nodiscard]] inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
[[nodiscard]] inline bool is_text(const GumboNode* node) {
  return !is_element(node) && node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT;
}
// The value of an attribute named in lower case, empty where there is none.
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
// The element's name as written in lower case ("div"), also of elements the parser does not know.
[[nodiscard]] std::string tag_name(const GumboNode* node);
// The element that follows `node` in document order inside `root`; null at the end. Needs no stack.
[[nodiscard]] const GumboNode* next_node(const GumboNode* node, const GumboNode* root);

}  // namespace newsloupe
