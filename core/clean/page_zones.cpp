#include "core/clean/page_zones.h"

#include <algorithm>
#include <unordered_map>

namespace newsloupe {
namespace {

constexpr std::uint32_t kNone = RawContainer::kNone;

using Words = std::initializer_list<std::string_view>;

bool has_any(std::string_view hints, Words words) {
  return !hints.empty() &&
         std::ranges::any_of(words, [&](std::string_view word) { return hints.find(word) != std::string_view::npos; });
}

// Words of ids and classes that name furniture. Matched inside words ("sharebar"), so each must be safe there.
constexpr std::string_view kFurnitureWords[] = {"related",
                                                "sidebar",
                                                "share",
                                                "sharing",
                                                "social",
                                                "newsletter",
                                                "subscribe",
                                                "promo",
                                                "breadcrumb",
                                                "crumbs",
                                                "footer",
                                                "masthead",
                                                "recommend",
                                                "most-read",
                                                "mostread",
                                                "most-pop",
                                                "popular",
                                                "trending",
                                                "sponsor",
                                                "advert",
                                                "taboola",
                                                "outbrain",
                                                "cookie",
                                                "pagination",
                                                "pager",
                                                "widget",
                                                "caption",
                                                "credit",
                                                "copyright",
                                                "more-stories",
                                                "morestories",
                                                "read-more",
                                                "readmore",
                                                "also-read",
                                                "see-also",
                                                "toolbar",
                                                "tag-list",
                                                "taglist",
                                                "tags",
                                                "author-bio",
                                                "authorbio",
                                                "author-box",
                                                "about-author",
                                                "navigation",
                                                "navbar",
                                                "modal",
                                                "popup",
                                                "overlay",
                                                "signup",
                                                "sign-up",
                                                "login",
                                                "paywall",
                                                ":hidden",
                                                "screen-reader",
                                                "visually-hidden",
                                                "sr-only",
                                                "skip-link",
                                                "print-only",
                                                "disclaimer",
                                                "complementary",
                                                "banner",
                                                "jump-link",
                                                "toc",
                                                "gallery",
                                                "slideshow",
                                                "carousel",
                                                "byline-bio",
                                                "next-post",
                                                "prev-post",
                                                "ad-container",
                                                "ad-slot",
                                                "adslot",
                                                "dfp",
                                                "embed",
                                                "infobox",
                                                "factbox",
                                                "pullquote",
                                                "pull-quote",
                                                "transcript-toggle",
                                                "livestream",
                                                "right-rail",
                                                "rightrail",
                                                "consent",
                                                "gdpr"};

bool is_furniture_tag(std::string_view tag) {
  static constexpr std::string_view kTags[] = {"nav", "footer", "aside", "form", "menu", "figcaption", "figure"};
  return std::ranges::find(kTags, tag) != std::end(kTags);
}

// Words that name furniture only of elements too small to hold a story.
constexpr std::uint32_t kSmall = 80;
bool names_small_furniture(const RawContainer& c) {
  return has_any(c.hints, {"image", "img", "photo", "picture", "thumb", "post-footer", "post-nav", "post-meta",
                           "entry-meta", "rating", "button", "cta", "action", "keywords", "attribution"});
}

// Names that hold both ("article-body with-sidebar", "story-share-wrapper article") are content.
bool names_body(const RawContainer& c) {
  return has_any(c.hints, {"articlebody", "article-body", "article_body", "story-body", "entry-content", "post-content",
                           "article-content", "main-content", "post-body"});
}

// A post of another place shown in the article is part of what it tells.
bool is_quoted_post(const RawContainer& c) {
  return c.tag == "blockquote" && has_any(c.hints, {"twitter-tweet", "instagram-media", "tiktok-embed"});
}

bool is_item(const RawContainer& c) {
  static constexpr std::string_view kTags[] = {"li", "article", "div", "section", "a", "tr", "td", "dd"};
  return std::ranges::find(kTags, c.tag) != std::end(kTags);
}

bool names_comments(const RawContainer& c) { return has_any(c.hints, {"comment", "disqus"}); }

static_assert(std::size(kFurnitureWords) <= PageZones::kMostNames);

}  // namespace

PageZones::PageZones(const Draft& draft, std::size_t headline)
    : draft_(draft),
      containers_(draft.raw().containers),
      words_(containers_.size(), 0),
      prose_(containers_.size(), 0),
      furniture_(containers_.size(), false),
      holds_headline_(containers_.size(), false),
      holds_heading_(containers_.size(), false) {
  count(true);
  read_names();
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    const std::string& tag = containers_[c].tag;
    if (tag.size() != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6') continue;
    for (std::uint32_t at = c; at != kNone; at = containers_[at].parent) holds_heading_[at] = true;
  }
  if (headline < draft.pieces.size()) {
    for (std::uint32_t c = container_of(headline); c != kNone; c = containers_[c].parent) holds_headline_[c] = true;
  }
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    const std::uint32_t parent = containers_[c].parent;
    const bool outer = parent == kNone || containers_[c].tag == "body" || containers_[c].tag == "html";
    furniture_[c] = !outer && (furniture_[parent] || is_named_furniture(c));
    if (is_quoted_post(containers_[c])) furniture_[c] = false;
  }
  mark_other_articles();
  mark_teasers();
  count(false);
}

bool PageZones::is_called_content(std::uint32_t container) const {
  const RawContainer& c = containers_[container];
  if (c.tag == "article" || c.tag == "main") return true;
  return has_any(c.hints, {"articlebody",      "article-body",         "article_body",
                           "article__body",    "story-body",           "storybody",
                           "story_body",       "entry-content",        "post-content",
                           "post-body",        "article-content",      "articlecontent",
                           "article-text",     "articletext",          "body-copy",
                           "content-body",     "main-content",         "story-content",
                           "post_content",     "td-post-content",      "field-name-body",
                           "article__content", "postcontent",          "entry-body",
                           "story-text",       "content__article-body"});
}

bool PageZones::is_called(std::uint32_t container, Words words) const {
  return has_any(containers_[container].hints, words);
}

bool PageZones::is_inside(std::uint32_t container, std::uint32_t outer) const {
  while (container != kNone && container > outer) container = containers_[container].parent;
  return container == outer;
}

bool PageZones::is_free_prose(std::size_t piece) const {
  return draft_.features(piece).is_prose() && draft_.block_of(draft_.pieces[piece]).link_bytes <= 500;
}

void PageZones::count(bool all) {
  std::ranges::fill(words_, 0);
  std::ranges::fill(prose_, 0);
  page_prose_ = 0;
  for (std::size_t i = 0; i < draft_.pieces.size(); ++i) {
    const std::uint32_t own = container_of(i);
    if (own == kNone || (!all && furniture_[own])) continue;
    const std::uint32_t words = draft_.features(i).words, prose = is_free_prose(i) ? words : 0;
    page_prose_ += prose;
    for (std::uint32_t c = own; c != kNone; c = containers_[c].parent) words_[c] += words, prose_[c] += prose;
  }
}

// A word that most of the page's running text stands under says nothing on this page: some builders of pages call every
// part a widget.
void PageZones::read_names() {
  named_.resize(containers_.size());
  std::unordered_map<std::string_view, std::bitset<kMostNames>> known;  // the parts of a page share their classes
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    const std::string_view hints = containers_[c].hints;
    if (hints.empty()) continue;
    const auto [names, is_new] = known.try_emplace(hints);
    for (std::size_t w = 0; is_new && w < std::size(kFurnitureWords); ++w) {
      if (hints.find(kFurnitureWords[w]) != std::string_view::npos) names->second.set(w);
    }
    named_[c] = names->second;
  }
  std::uint32_t prose[kMostNames] = {};
  for (std::size_t i = 0; i < draft_.pieces.size(); ++i) {
    if (!is_free_prose(i)) continue;
    std::bitset<kMostNames> around;
    for (std::uint32_t c = container_of(i); c != kNone && prose_[c] * 2 <= page_prose_; c = containers_[c].parent) {
      around |= named_[c];
    }
    for (std::size_t w = 0; w < std::size(kFurnitureWords); ++w) prose[w] += around[w] ? draft_.features(i).words : 0;
  }
  std::bitset<kMostNames> telling;
  for (std::size_t w = 0; w < std::size(kFurnitureWords); ++w) telling[w] = prose[w] * 5 <= page_prose_ * 4;
  for (std::bitset<kMostNames>& names : named_) names &= telling;
}

bool PageZones::is_named_furniture(std::uint32_t c) const {
  const RawContainer& container = containers_[c];
  const bool small = words_[c] <= kSmall && names_small_furniture(container);
  const bool named = named_[c].any() || names_comments(container) || is_furniture_tag(container.tag);
  if (!small && !named) return false;
  if (names_body(container) || is_slide(c)) return false;
  const bool most = prose_[c] * 2 > page_prose_ && !names_comments(container);
  return !most && !(holds_headline_[c] && prose_[c] * 5 > page_prose_);
}

// A picture with a heading of its own and a text below it is a part of a story told in pictures.
bool PageZones::is_slide(std::uint32_t c) const {
  while (c != kNone && containers_[c].tag != "figure") c = containers_[c].parent;
  return c != kNone && holds_heading_[c] && prose_[c] > 0;
}

// A page whose headline stands in the article's own element shows other stories in theirs.
void PageZones::mark_other_articles() {
  constexpr std::uint32_t kEnough = 60;
  std::uint32_t own = kNone;
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    if (containers_[c].tag == "article" && holds_headline_[c]) own = c;
  }
  if (own == kNone || prose_[own] < kEnough) return;
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    const std::uint32_t parent = containers_[c].parent;
    const bool other = containers_[c].tag == "article" && !holds_headline_[c] && !is_inside(c, own);
    if (other || (parent != kNone && furniture_[parent] && !is_quoted_post(containers_[c]))) furniture_[c] = true;
  }
}

// A line that is all link and no mere label, or words broken off that a link goes on with.
bool PageZones::opens_another_story(std::size_t piece) const {
  const std::uint16_t linked = draft_.block_of(draft_.pieces[piece]).link_bytes;
  const std::string_view text = draft_.text(draft_.pieces[piece]);
  const bool broken_off = text.ends_with("...") || text.ends_with("\u2026") || text.ends_with("[...]");
  return draft_.features(piece).words >= 4 && (linked >= 900 || (linked > 0 && broken_off));
}

// Items of one kind, side by side, that each hold a linked line and little more: other stories, told in their first
// words. Paragraphs of an article with links in them are no such items.
void PageZones::mark_teasers() {
  constexpr std::uint32_t kLongest = 120, kFewest = 3;
  std::vector<bool> linked(containers_.size(), false);
  for (std::size_t i = 0; i < draft_.pieces.size(); ++i) {
    if (!opens_another_story(i)) continue;
    for (std::uint32_t c = container_of(i); c != kNone && words_[c] <= kLongest; c = containers_[c].parent) {
      linked[c] = true;
    }
  }
  std::vector<std::uint32_t> items;
  std::vector<bool> teaser(containers_.size(), false);
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    if (linked[c] && !furniture_[c] && is_item(containers_[c]) && !holds_headline_[c]) items.push_back(c);
  }
  std::ranges::stable_sort(items, {}, [&](std::uint32_t c) { return containers_[c].parent; });
  for (std::size_t first = 0, last = 0; first < items.size(); first = last) {
    const std::uint32_t parent = containers_[items[first]].parent;
    while (last < items.size() && containers_[items[last]].parent == parent) ++last;
    if (last - first < kFewest) continue;
    for (std::size_t i = first; i < last; ++i) teaser[items[i]] = true;
  }
  for (std::uint32_t c = 0; c < containers_.size(); ++c) {
    teaser[c] = teaser[c] || (containers_[c].parent != kNone && teaser[containers_[c].parent]);
    if (teaser[c]) furniture_[c] = true;
  }
}

}  // namespace newsloupe
