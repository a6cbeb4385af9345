#include "core/clean/content_extractor.h"

#include <algorithm>

#include "core/clean/head.h"
#include "core/clean/page_zones.h"

namespace newsloupe {
namespace {

constexpr std::uint32_t kNone = RawContainer::kNone;

class ContentFinder {
 public:
  ContentFinder(Draft& draft, std::size_t headline)
      : draft_(draft),
        zones_(draft, headline),
        containers_(draft.raw().containers),
        score_(containers_.size(), 0),
        text_(containers_.size(), 0),
        links_(containers_.size(), 0),
        paragraphs_(containers_.size(), 0) {
    for (std::size_t i = 0; i < draft_.pieces.size(); ++i) {
      const std::uint32_t own = zones_.container_of(i);
      if (own != kNone && containers_[own].tag == "p" && zones_.is_free_prose(i))
        ++paragraphs_[containers_[own].parent];
    }
  }

  bool find() {
    for (std::size_t i = 0; i < draft_.pieces.size(); ++i) weigh(i);
    std::uint32_t best = kNone;
    for (std::uint32_t c = 0; c < containers_.size(); ++c) {
      if (final_score(c) > 0 && (best == kNone || final_score(c) > final_score(best))) best = c;
    }
    if (best == kNone) return false;
    content_ = widened(best);
    return true;
  }

  [[nodiscard]] bool holds(std::size_t piece) const { return zones_.is_inside(zones_.container_of(piece), content_); }

  // A line between headline and lead that may name the author, though all of it is a link.
  [[nodiscard]] bool may_be_byline(std::size_t piece) const {
    const std::uint32_t c = zones_.container_of(piece);
    if (c == kNone || draft_.features(piece).words > 16) return false;
    const std::string_view text = draft_.text(draft_.pieces[piece]);
    const std::uint32_t parent = containers_[c].parent;
    const auto named = [&](std::uint32_t at) { return at != kNone && zones_.is_called(at, {"byline", "author"}); };
    return text.starts_with("By ") || text.starts_with("by ") || named(c) || named(parent);
  }

  // Without running text: whether the piece is none of the page's furniture, nor a link.
  [[nodiscard]] bool may_be_text(std::size_t piece) const {
    const std::uint32_t c = zones_.container_of(piece);
    return (c == kNone || !zones_.is_furniture(c)) && draft_.block_of(draft_.pieces[piece]).link_bytes < 600;
  }

  // Whether the piece reads as part of the article, being inside its element.
  [[nodiscard]] bool belongs(std::size_t piece) const {
    const std::uint32_t c = zones_.container_of(piece);
    if (c == kNone || zones_.is_furniture(c)) return false;
    const RawBlock& block = draft_.block_of(draft_.pieces[piece]);
    const TextFeatures& f = draft_.features(piece);
    if (stands_among_prose(piece) && f.words >= 3) return true;
    if (block.link_bytes >= 900 && !(block.tag != "li" && f.words >= 12 && f.ends_sentence)) return false;
    if (block.link_bytes >= 600 && f.words < 12) return false;
    return true;
  }

 private:
  // A paragraph beside others of running text, in the very element that holds them: all of it may be a link.
  [[nodiscard]] bool stands_among_prose(std::size_t piece) const {
    const std::uint32_t c = zones_.container_of(piece);
    return containers_[c].tag == "p" && paragraphs_[containers_[c].parent] >= 3 &&
           (draft_.features(piece).ends_sentence || draft_.block_of(draft_.pieces[piece]).link_bytes < 900);
  }

  // Points of a block go to its element in full, to those around it in falling parts.
  void weigh(std::size_t i) {
    const std::uint32_t own = zones_.container_of(i);
    if (own == kNone) return;
    const std::string_view text = draft_.text(draft_.pieces[i]);
    const auto size = static_cast<std::int64_t>(text.size());
    const std::int64_t linked = size * draft_.block_of(draft_.pieces[i]).link_bytes / 1000;
    for (std::uint32_t c = own; c != kNone; c = containers_[c].parent) text_[c] += size, links_[c] += linked;
    const TextFeatures& f = draft_.features(i);
    if (zones_.is_furniture(own) || f.words < 6 || !(f.ends_sentence || f.is_prose()) || linked * 2 > size) return;
    const std::int64_t commas = std::ranges::count(text, ',');
    const std::int64_t points = 100 * (1 + commas + std::min<std::int64_t>(size / 100, 8));
    std::int64_t part = 1;
    int level = 0;
    for (std::uint32_t c = own; c != kNone && level < 5; c = containers_[c].parent, ++level) {
      score_[c] += points / part;
      // The paragraph's own element and inline wrappers are no candidates for holding the article.
      part = level == 0 ? 1 : part * 2;
    }
  }

  [[nodiscard]] std::int64_t final_score(std::uint32_t c) const {
    if (zones_.is_furniture(c) || score_[c] == 0) return 0;
    std::int64_t score = score_[c];
    if (zones_.is_called_content(c)) score = score * 5 / 4;
    const std::int64_t text = std::max<std::int64_t>(text_[c], 1);
    return score * (text - std::min(links_[c], text)) / text;
  }

  // Goes up while the element around holds clearly more of the article (text split over several wrappers).
  [[nodiscard]] std::uint32_t widened(std::uint32_t c) const {
    std::uint32_t chosen = c;
    for (std::uint32_t at = containers_[c].parent; at != kNone && containers_[at].tag != "html";
         at = containers_[at].parent) {
      if (containers_[chosen].tag == "article" && zones_.prose(at) < zones_.prose(chosen) * 3) break;
      if (zones_.prose(at) * 10 >= zones_.prose(chosen) * 12) chosen = at;
    }
    return chosen;
  }

  Draft& draft_;
  PageZones zones_;
  const std::vector<RawContainer>& containers_;
  std::vector<std::int64_t> score_, text_, links_;
  std::vector<std::uint32_t> paragraphs_;  // of running text, directly in each element
  std::uint32_t content_ = kNone;
};

// The headline's piece; the number of pieces where none is found.
std::size_t find_title_block(const Draft& draft, std::string_view title, std::size_t before) {
  const std::string key = text_key(title);
  std::size_t first_h1 = draft.pieces.size();
  for (std::size_t i = 0; i < std::min(draft.pieces.size(), before + 1); ++i) {
    const std::string& tag = draft.block_of(draft.pieces[i]).tag;
    const bool heading = tag.size() == 2 && tag[0] == 'h';
    if (heading && !key.empty() && text_key(draft.text(draft.pieces[i])) == key) return i;
    if (tag == "h1" && first_h1 == draft.pieces.size() && !names_outlet(draft, i)) first_h1 = i;
  }
  return first_h1;
}

bool is_short_line(const Draft& draft, std::size_t i) {
  return draft.features(i).words <= 14 && !draft.features(i).ends_sentence && !draft.features(i).ends_colon;
}

// Headings, cells of tables, items and paragraphs without a link are an article's own.
bool may_be_list(const Draft& draft, std::size_t i) {
  const RawBlock& block = draft.block_of(draft.pieces[i]);
  static constexpr std::string_view kOwn[] = {"p", "td", "th", "pre", "h2", "h3", "h4", "h5", "h6"};
  return block.tag != "li" && (block.link_bytes > 0 || std::ranges::find(kOwn, block.tag) == std::end(kOwn));
}

// Inside the article's element: runs of short lines are lists of links, whatever they are made of, and short lines
// below the last running text are the page's foot.
void mark_lists_and_foot(Draft& draft, std::size_t first) {
  static constexpr std::size_t kShortestList = 4;
  std::size_t last_prose = first;
  for (std::size_t i = first; i < draft.pieces.size(); ++i) {
    if (draft.is_body(i) && draft.features(i).words >= 8 && draft.features(i).ends_sentence) last_prose = i;
  }
  std::vector<std::size_t> run;
  for (std::size_t i = first; i <= draft.pieces.size(); ++i) {
    const bool end = i == draft.pieces.size();
    if (!end && !draft.is_body(i)) continue;
    if (!end && is_short_line(draft, i) && may_be_list(draft, i)) {
      run.push_back(i);
      continue;
    }
    const bool foot = !run.empty() && run.front() > last_prose;
    for (const std::size_t line : run) {
      if (foot || run.size() >= kShortestList) {
        draft.mark(line, ParagraphClass::kBoilerplate, RuleId(foot ? "content.foot" : "content.list"));
      }
    }
    run.clear();
  }
}

// Where names of furniture would leave less than half of the words, they say nothing on this page.
void mark_furniture_alone(Draft& draft, const ContentFinder& finder) {
  std::uint32_t words = 0, kept = 0;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (draft.block_of(draft.pieces[i]).link_bytes >= 600) continue;
    words += draft.features(i).words;
    kept += finder.may_be_text(i) ? draft.features(i).words : 0;
  }
  if (kept * 2 < words) return;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (!finder.may_be_text(i)) draft.mark(i, ParagraphClass::kBoilerplate, RuleId("content.outside"));
  }
}

}  // namespace

bool mark_outside_content(Draft& draft, std::string_view title) {
  ContentFinder finder(draft, find_title_block(draft, title, draft.pieces.size()));
  const std::size_t count = draft.pieces.size();
  if (!finder.find()) {
    mark_furniture_alone(draft, finder);
    return false;
  }
  std::size_t first = count;
  for (std::size_t i = 0; i < count && first == count; ++i) {
    if (finder.holds(i) && finder.belongs(i) && draft.features(i).is_prose()) first = i;
  }
  if (first == count) return false;
  const std::size_t headline = find_title_block(draft, title, first);
  const std::size_t head = headline < first && first - headline <= 30 ? headline : first;
  for (std::size_t i = 0; i < count; ++i) {
    const bool in_head = i >= head && i < first && (i == head || finder.belongs(i) || finder.may_be_byline(i));
    const bool in_body = i >= first && finder.holds(i) && finder.belongs(i);
    if (!in_head && !in_body) draft.mark(i, ParagraphClass::kBoilerplate, RuleId("content.outside"));
  }
  mark_lists_and_foot(draft, first);
  return true;
}

}  // namespace newsloupe
