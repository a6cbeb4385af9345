#include "core/ingest/html_folding.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/closed_list.h"
#include "core/ingest/html_scanner.h"

namespace newsloupe {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_reference(char c) { return c == '#' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

constexpr auto kUnchanged = [] {
  std::array<bool, 256> unchanged{};
  for (std::size_t byte = 0; byte < 0xEF; ++byte) unchanged[byte] = byte >= 0x20 && byte != 0x7F && byte != '&';
  unchanged['\n'] = unchanged['\t'] = true;
  return unchanged;
}();

class Folder {
 public:
  Folder(std::string_view page, std::size_t deepest) : page_(page), open_(deepest) {
    out_.html.reserve(page.size() / 2);
  }

  FoldedHtml fold() {
    while (at_ < page_.size() && !open_.are_too_deep()) {
      const std::size_t markup = std::min(page_.find('<', at_), page_.size());
      if (foreign_ > 0) copy_to(markup);  // the parser may have left <svg> before this scan does
      fold_text(markup);
      if (markup < page_.size()) fold_markup(read_markup(page_, markup, foreign_ > 0));
    }
    out_.too_deep = open_.are_too_deep();
    return std::move(out_);
  }

 private:
  using Kind = HtmlFold::Kind;

  static constexpr std::size_t kShortestRun = 6;  // what is shorter costs less than its fold

  void copy_to(std::size_t end) {
    out_.html += page_.substr(at_, end - at_);
    at_ = end;
  }

  void fold_to(std::size_t end, Kind kind) {
    out_.folds.push_back({static_cast<std::uint32_t>(out_.html.size()), static_cast<std::uint32_t>(at_),
                          static_cast<std::uint32_t>(end), kind});
    out_.html += stand_in(kind);
    at_ = end;
  }

  void fold_run(std::size_t end, Kind kind) {
    if (end - at_ < kShortestRun) {
      copy_to(end);
    } else {
      fold_to(end, kind);
    }
  }

  // White space and what follows it stay two runs: only the first may be dropped by the parser, before <body> say.
  void fold_text(std::size_t end) {
    while (at_ < end) {
      if (page_[at_] == '\n') copy_to(at_ + 1);  // the parser drops it after <pre>
      std::size_t run = at_;
      while (run < end && is_blank(page_[run])) ++run;
      fold_run(run, Kind::kSpace);
      while (run < end && passes_unchanged(run)) ++run;
      fold_run(run, Kind::kText);
      if (run < end) copy_to(changed_end(run, end));
    }
  }

  // False for references, and for bytes of characters that the parser may rewrite: line ends, controls, noncharacters.
  [[nodiscard]] bool passes_unchanged(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(page_[at]);
    if (byte != 0xC2) return kUnchanged[byte];
    return at + 1 >= page_.size() || static_cast<unsigned char>(page_[at + 1]) >= 0xA0;
  }

  // Behind the reference, line end or character at `at`.
  [[nodiscard]] std::size_t changed_end(std::size_t at, std::size_t end) const {
    const char first = page_[at++];
    while (first == '&' && at < end && is_reference(page_[at])) ++at;
    while (first != '&' && at < end && (static_cast<unsigned char>(page_[at]) & 0xC0) == 0x80) ++at;
    const char last = first == '&' ? ';' : first == '\r' ? '\n' : '\0';
    return at < end && page_[at] == last ? at + 1 : at;
  }

  void fold_markup(const Markup& markup) {
    if (may_be_lost(markup)) {
      copy_to(page_.size());
    } else if (markup.end == 0) {  // a lone '<': parsers differ in what they make of what follows
      copy_to(std::min(page_.find('<', at_ + 1), page_.size()));
    } else if (markup.is_comment) {
      fold_comment(markup.end);
    } else {
      fold_tag(markup);
    }
  }

  // What the parser may read otherwise than this scan, and all that follows with it: <plaintext>, and inside <svg>
  // elements of HTML, marked sections and lone marks.
  [[nodiscard]] bool may_be_lost(const Markup& markup) const {
    static constexpr std::string_view kHtml[] = {
        "b",     "big", "blockquote", "body",  "br",    "center",  "code",         "dd",   "div",    "dl",
        "dt",    "em",  "font",       "embed", "h1",    "h2",      "h3",           "h4",   "h5",     "h6",
        "head",  "hr",  "i",          "img",   "li",    "listing", "menu",         "meta", "nobr",   "ol",
        "p",     "pre", "ruby",       "s",     "small", "span",    "sub",          "sup",  "strong", "strike",
        "table", "tt",  "u",          "ul",    "var",   "script",  "foreignobject"};
    if (foreign_ == 0) return markup.name == "plaintext";
    return markup.end == 0 || (markup.name.empty() && !markup.is_comment) || is_one_of(kHtml, markup.name);
  }

  void fold_comment(std::size_t end) {
    constexpr std::string_view kOpen = "<!--", kClose = "-->";
    const std::string_view comment = page_.substr(at_, end - at_);
    if (comment.size() > 2 * (kOpen.size() + kClose.size()) && comment.ends_with(kClose) && foreign_ == 0 &&
        is_plain(at_, end - kClose.size())) {
      copy_to(at_ + kOpen.size());
      fold_to(end - kClose.size(), Kind::kText);
    }
    copy_to(end);
  }

  void fold_tag(const Markup& tag) {
    open_.pass(tag);
    if (tag.name == "svg" || tag.name == "math") {
      if (tag.closes && foreign_ > 0) --foreign_;
      if (!tag.closes && !tag.closes_itself) ++foreign_;
    }
    if (!tag.closes) fold_data_addresses(tag);
    copy_to(tag.tag_end);
    if (!tag.is_raw) return;
    if (may_go_on(tag)) return copy_to(page_.size());
    while (at_ < tag.content_end && (page_[at_] == '\r' || page_[at_] == '\n')) copy_to(at_ + 1);
    if (is_plain_code(tag)) fold_run(tag.content_end, Kind::kText);
    copy_to(tag.end);
  }

  // "<!-- <script" inside a script: the parser ends it elsewhere than this scan.
  [[nodiscard]] bool may_go_on(const Markup& tag) const {
    const std::string_view code = page_.substr(at_, tag.content_end - at_);
    const std::size_t comment = tag.name == "script" ? code.find("<!--") : std::string_view::npos;
    return comment != std::string_view::npos && lower_ascii(code.substr(comment)).find("<script") != std::string::npos;
  }

  [[nodiscard]] bool is_plain_code(const Markup& tag) const {
    return (tag.name == "script" || tag.name == "style") && is_plain(at_, tag.content_end) &&
           page_.substr(at_, tag.content_end - at_).find("<!--") == std::string_view::npos;
  }

  // Whether the parser gives the bytes back as they are where there are no references, but for line ends.
  [[nodiscard]] bool is_plain(std::size_t begin, std::size_t end) const {
    while (begin < end && (passes_unchanged(begin) || page_[begin] == '&' || page_[begin] == '\r')) ++begin;
    return begin == end;
  }

  // Pictures inside a saved page are most of its bytes.
  void fold_data_addresses(const Markup& tag) {
    constexpr std::size_t kLongTag = 256;
    constexpr std::string_view kData = "data:";
    if (tag.tag_end - at_ < kLongTag) return;
    QuotedValue value = next_quoted_value(page_, at_ + 1 + tag.name.size());
    for (; value.is_quoted; value = next_quoted_value(page_, value.end + 1)) {
      const std::string_view address = page_.substr(value.begin, value.end - value.begin);
      if (!address.starts_with(kData) || address.size() < kLongTag / 2) continue;
      copy_to(value.begin + kData.size());
      fold_to(value.end, Kind::kData);
    }
  }

  std::string_view page_;
  FoldedHtml out_;
  OpenElements open_;
  std::size_t at_ = 0;
  int foreign_ = 0;  // <svg> and <math> that are open
};

}  // namespace

std::uint32_t FoldedHtml::source_offset(std::uint32_t at) const {
  const auto after = std::ranges::lower_bound(folds, at, {}, &HtmlFold::at);
  if (after == folds.begin()) return at;
  const HtmlFold& fold = *(after - 1);
  return fold.end + (at - fold.at - static_cast<std::uint32_t>(stand_in(fold.kind).size()));
}

std::vector<HtmlFold>::const_iterator FoldedHtml::fold_from(std::uint32_t at) const {
  return std::ranges::lower_bound(folds, at, {}, &HtmlFold::at);
}

FoldedHtml fold_html(std::string_view html, std::size_t deepest) {
  using Kind = HtmlFold::Kind;
  FoldedHtml folded = Folder(html, deepest).fold();
  for (const Kind kind : {Kind::kText, Kind::kSpace, Kind::kData}) {
    const auto own = static_cast<std::size_t>(std::ranges::count(folded.folds, kind, &HtmlFold::kind));
    if (occurrences(folded.html, stand_in(kind)) != own) return {std::string(html), {}, folded.too_deep};
  }
  return folded;
}

}  // namespace newsloupe
