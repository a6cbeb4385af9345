#include "core/ingest/html_blocks.h"

#include <algorithm>
#include <bitset>

#include "core/base/utf8.h"
#include "core/ingest/block_writer.h"

namespace newsloupe {
namespace {

using TagSet = std::bitset<GUMBO_TAG_LAST>;

TagSet set_of(std::initializer_list<GumboTag> tags) {
  TagSet set;
  for (const GumboTag tag : tags) set.set(static_cast<std::size_t>(tag));
  return set;
}

bool is_invisible(const GumboNode* node) {
  static const TagSet kTags =
      set_of({GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
              GUMBO_TAG_MATH, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
              GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_BUTTON, GUMBO_TAG_TITLE, GUMBO_TAG_RP});
  return kTags[static_cast<std::size_t>(node->v.element.tag)];
}

bool is_block(GumboTag tag) {
  static const TagSet kTags =
      set_of({GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
              GUMBO_TAG_CENTER,  GUMBO_TAG_DD,      GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,        GUMBO_TAG_DIV,
              GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
              GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,
              GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,
              GUMBO_TAG_HR,      GUMBO_TAG_HTML,    GUMBO_TAG_LI,       GUMBO_TAG_MAIN,       GUMBO_TAG_MENU,
              GUMBO_TAG_NAV,     GUMBO_TAG_OL,      GUMBO_TAG_P,        GUMBO_TAG_PRE,        GUMBO_TAG_SECTION,
              GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY,    GUMBO_TAG_TD,         GUMBO_TAG_TFOOT,
              GUMBO_TAG_TH,      GUMBO_TAG_THEAD,   GUMBO_TAG_TR,       GUMBO_TAG_UL});
  return kTags[static_cast<std::size_t>(tag)];
}

bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// Writes a text node. The parser gives the decoded text and the bytes it came from; both are walked together, so that
// each character reference maps to its own bytes. Tags that the parser dropped inside are stepped over.
class TextAligner {
 public:
  TextAligner(std::string_view text, std::string_view original, std::uint32_t offset, BlockWriter& writer)
      : text_(text), original_(original), offset_(offset), writer_(writer) {}

  void write() {
    while (t_ < text_.size() && o_ < original_.size()) {
      if (text_[t_] == original_[o_] && !(original_[o_] == '&' && is_ampersand_reference())) {
        copy_equal();
      } else if (original_[o_] == '&') {
        write_reference();
      } else if (original_[o_] == '\r') {
        write_line_end();
      } else if (original_[o_] == '<') {
        const std::size_t end = original_.find('>', o_);
        o_ = end == std::string_view::npos ? original_.size() : end + 1;
      } else {
        break;
      }
    }
    if (t_ < text_.size()) writer_.replace(text_.substr(t_), span(std::min(o_, original_.size()), original_.size()));
  }

 private:
  [[nodiscard]] TextSpan span(std::size_t begin, std::size_t end) const {
    return {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
  }

  void copy_equal() {
    const std::size_t begin = o_;
    do {
      ++t_, ++o_;
    } while (t_ < text_.size() && o_ < original_.size() && text_[t_] == original_[o_] && original_[o_] != '&');
    writer_.copy(original_.substr(begin, o_ - begin), span(begin, o_).begin);
  }

  // "&amp;", "&AMP", "&#38;": the only references that stand for what they begin with.
  [[nodiscard]] bool is_ampersand_reference() const {
    const std::string_view rest = original_.substr(o_ + 1, 3);
    return rest == "amp" || rest == "AMP" || rest == "#38" || rest == "#x2" || rest == "#X2";
  }

  void write_line_end() {
    const std::size_t length = original_.substr(o_).starts_with("\r\n") ? 2 : 1;
    writer_.replace(text_.substr(t_, 1), span(o_, o_ + length));
    ++t_;
    o_ += length;
  }

  // Whether the source from `after` on is what follows one or two characters of the text.
  [[nodiscard]] bool goes_on_after(std::size_t after) const {
    if (after >= original_.size() || original_[after] == '&' || original_[after] == '<' || original_[after] == '\r') {
      return true;
    }
    std::size_t next = t_ + decode_utf8(text_, t_).length;
    if (next >= text_.size() || text_[next] == original_[after]) return true;
    next += decode_utf8(text_, next).length;
    return next < text_.size() && text_[next] == original_[after];
  }

  // Length in bytes of the reference at `o_`: its name or number, with the semicolon where one follows.
  [[nodiscard]] std::size_t reference_length() const {
    std::size_t end = o_ + 1;
    if (end < original_.size() && original_[end] == '#') ++end;
    while (end < original_.size() && is_alnum(original_[end])) ++end;
    if (end < original_.size() && original_[end] == ';' && goes_on_after(end + 1)) return end + 1 - o_;
    // Without a semicolon ("&copy2024") the name ends where the rest is found again in the text.
    const std::uint32_t decoded = decode_utf8(text_, t_).length;
    for (std::size_t name_end = end; name_end > o_ + 2; --name_end) {
      const std::string_view rest = original_.substr(name_end, end - name_end + 1);
      if (text_.substr(t_ + decoded).starts_with(rest)) return name_end - o_;
    }
    return end - o_;
  }

  void write_reference() {
    const std::size_t length = reference_length();
    std::size_t decoded = decode_utf8(text_, t_).length;
    // Some names stand for two characters: the next byte of the source then follows only after the second.
    const std::size_t after = o_ + length;
    const bool fits = after >= original_.size() || original_[after] == '&' || original_[after] == '<' ||
                      original_[after] == '\r' ||
                      (t_ + decoded < text_.size() && text_[t_ + decoded] == original_[after]);
    if (!fits && t_ + decoded < text_.size()) decoded += decode_utf8(text_, t_ + decoded).length;
    if (after >= original_.size()) decoded = text_.size() - t_;
    writer_.replace(text_.substr(t_, decoded), span(o_, after));
    t_ += decoded;
    o_ = after;
  }

  std::string_view text_, original_;
  std::uint32_t offset_;
  BlockWriter& writer_;
  std::size_t t_ = 0, o_ = 0;
};

class PageReader {
 public:
  PageReader(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw)
      : tree_(tree), decoded_(decoded), raw_(raw), writer_(decoded.map) {}

  // Depth first without recursion; `enter` and `leave` keep the state.
  void read() {
    const GumboNode* const root = tree_.root();
    const GumboNode* node = root;
    for (;;) {
      const bool descend = enter(node);
      if (descend && is_element(node) && node->v.element.children.length > 0) {
        node = child(node, 0);
        continue;
      }
      if (descend) leave(node);
      for (;;) {
        if (node == root) {
          flush();
          return;
        }
        const GumboNode* parent = node->parent;
        if (node->index_within_parent + 1 < parent->v.element.children.length) {
          node = child(parent, node->index_within_parent + 1);
          break;
        }
        leave(parent);
        node = parent;
      }
    }
  }

 private:
  static const GumboNode* child(const GumboNode* node, std::size_t index) {
    return static_cast<const GumboNode*>(node->v.element.children.data[index]);
  }

  // False where the node is not to be descended into.
  bool enter(const GumboNode* node) {
    if (!is_element(node)) {
      if (is_text(node)) add_text(node);
      return true;
    }
    if (is_invisible(node)) return false;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      ++breaks_;
      return true;
    }
    if (tag == GUMBO_TAG_A) ++links_;
    if (is_block(tag)) flush();
    if (is_block(tag) || has_words(node)) open_container(node);
    return true;
  }

  void leave(const GumboNode* node) {
    if (!is_element(node)) return;
    if (node->v.element.tag == GUMBO_TAG_A) --links_;
    const bool block = is_block(node->v.element.tag);
    if (block) flush();
    if (node->v.element.tag != GUMBO_TAG_BR && (block || has_words(node)))
      container_ = raw_.containers[container_].parent;
  }

  // Inline elements count as containers only where their class may tell what they are.
  static bool has_words(const GumboNode* node) {
    if (node->v.element.tag == GUMBO_TAG_TIME) return true;
    return node->v.element.attributes.length > 0 &&
           (!attribute(node, "class").empty() || !attribute(node, "itemprop").empty() ||
            !attribute(node, "rel").empty() || !attribute(node, "id").empty());
  }

  void open_container(const GumboNode* node) {
    RawContainer container;
    container.parent = container_;
    container.tag = tag_name(node);
    if (node->v.element.attributes.length > 0) read_hints(node, container);
    container_ = static_cast<std::uint32_t>(raw_.containers.size());
    raw_.containers.push_back(std::move(container));
  }

  static void read_hints(const GumboNode* node, RawContainer& container) {
    for (const char* name : {"class", "id", "role", "itemprop", "rel", "data-component", "data-testid"}) {
      const std::string_view value = attribute(node, name);
      if (value.empty()) continue;
      container.hints += ' ';
      container.hints += case_folded(value.substr(0, 200));
    }
    const std::string_view style = attribute(node, "style");
    const bool hidden = gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr ||
                        style.find("display:none") != std::string_view::npos ||
                        style.find("display: none") != std::string_view::npos;
    if (hidden) container.hints += " :hidden";
  }

  void add_text(const GumboNode* node) {
    const std::string_view text = tree_.text(node);
    const TextSpan source = tree_.source(node);
    const std::string_view original = std::string_view(decoded_.text).substr(source.begin, source.size());
    const bool blank = text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    if (blank && writer_.empty()) return;
    if (!blank) end_line();
    const std::size_t before = writer_.size();
    if (writer_.empty()) block_container_ = container_;
    if (text == original) {
      writer_.copy(text, source.begin);
    } else {
      TextAligner(text, original, source.begin, writer_).write();
    }
    if (links_ > 0) link_bytes_ += writer_.size() - before;
    last_ = source.end;
  }

  // Two line breaks end a paragraph; one ends it after a full sentence or a short line.
  void end_line() {
    if (breaks_ == 0) return;
    if (breaks_ >= 2 || writer_.size() < 80 || writer_.ends_sentence()) {
      flush();
    } else {
      writer_.replace(" ", {last_, last_});
    }
    breaks_ = 0;
  }

  void flush() {
    breaks_ = 0;
    if (writer_.empty()) {
      writer_.take();
      return;
    }
    const std::size_t size = writer_.size();
    RawBlock block = writer_.take();
    block.link_bytes = static_cast<std::uint16_t>(std::min<std::size_t>(1000, link_bytes_ * 1000 / size));
    block.container = common_container(block_container_, container_);
    block.tag = tag_of(block.container);
    raw_.blocks.push_back(std::move(block));
    link_bytes_ = 0;
  }

  // The innermost element that holds both; containers before their children.
  [[nodiscard]] std::uint32_t common_container(std::uint32_t a, std::uint32_t b) const {
    while (a != b) {
      if (a == RawContainer::kNone || b == RawContainer::kNone) return RawContainer::kNone;
      (a > b ? a : b) = raw_.containers[std::max(a, b)].parent;
    }
    return a;
  }

  [[nodiscard]] std::string tag_of(std::uint32_t container) const {
    static constexpr std::string_view kInline[] = {"span", "a", "b", "i", "em", "strong", "font", "time", "u", "small"};
    while (container != RawContainer::kNone &&
           std::ranges::find(kInline, raw_.containers[container].tag) != std::end(kInline)) {
      container = raw_.containers[container].parent;
    }
    return container == RawContainer::kNone ? "body" : raw_.containers[container].tag;
  }

  const HtmlTree& tree_;
  const DecodedText& decoded_;
  RawArticle& raw_;
  BlockWriter writer_;
  std::uint32_t container_ = RawContainer::kNone, block_container_ = RawContainer::kNone, last_ = 0;
  std::size_t link_bytes_ = 0;
  int links_ = 0, breaks_ = 0;
};

}  // namespace

void read_blocks_of_page(const HtmlTree& tree, const DecodedText& decoded, RawArticle& raw) {
  PageReader(tree, decoded, raw).read();
}

}  // namespace newsloupe
