// A parsed page as lines of text, to compare two ways of parsing it.
#pragma once

#include <string>

#include "core/ingest/html_tree.h"

namespace newsloupe {

inline void append_attributes(const GumboNode* node, std::string& out) {
  for (unsigned i = 0; i < node->v.element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[i]);
    const std::string_view value = attribute->value;
    out += std::string(" ") + attribute->name + "=" + std::string(value.starts_with("data:") ? "data:" : value);
  }
}

// Line ends as the parser writes them: a folded script keeps its own.
inline std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

// Every element and text in document order with its depth and its place in the page.
inline std::string tree_dump(const HtmlTree& tree) {
  std::string out;
  for (const GumboNode* node = tree.root(); node != nullptr; node = next_node(node, tree.root())) {
    if (!is_element(node) && !is_text(node)) continue;
    for (const GumboNode* up = node; up != tree.root(); up = up->parent) out += ' ';
    out += is_element(node) ? "<" + tag_name(node) : "\"" + with_plain_line_ends(tree.text(node)) + "\"";
    if (is_element(node)) append_attributes(node, out);
    const TextSpan source = tree.source(node);
    out += " @" + std::to_string(source.begin) + "-" + std::to_string(source.end) + "\n";
  }
  return out;
}

}  // namespace newsloupe
