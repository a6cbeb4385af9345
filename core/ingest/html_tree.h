// An HTML page as a tree: the one place that calls the parser.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace newsloupe {

// True where elements are nested deeper than any page made by people: the parser needs quadratic time for those. Scans
// tags only, with a stack of at most `limit` names, so its time is bounded.
[[nodiscard]] bool is_nested_deeper_than(std::string_view html, std::size_t limit);

// The page without tags, comments, scripts and styles, every one of them replaced by as many spaces (line feeds for
// tags that end a paragraph), so that offsets stay.
[[nodiscard]] std::string without_tags(std::string_view html);

// Holds the parsed page. Nodes point into `html`, which must outlive the tree. All memory comes from one arena that is
// dropped at once: the parser's own destructor recurses.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* root() const { return root_; }

 private:
  class Arena;
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

[[nodiscard]] inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
// The value of an attribute, empty where there is none.
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
// The element's name as written in lower case ("div"), also of elements the parser does not know.
[[nodiscard]] std::string tag_name(const GumboNode* node);
// All text below the node.
[[nodiscard]] std::string text_below(const GumboNode* node);
// The same with a space wherever an element ends between a small letter and a capital: "Ada LindStaff Writer" of two
// elements that a style sheet keeps apart.
[[nodiscard]] std::string spaced_text_below(const GumboNode* node);
// The element that follows `node` in document order inside `root`; null at the end. Needs no stack.
[[nodiscard]] const GumboNode* next_node(const GumboNode* node, const GumboNode* root);

}  // namespace newsloupe
