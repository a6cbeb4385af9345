#include "web/ui/panels/compare_layout.h"

#include <algorithm>
#include <cmath>

namespace newsloupe::ui {
namespace {

constexpr float kBetweenParagraphs = 12, kInParagraph = 4;

bool is_shown(const CompareRow& row, CompareMode mode) {
  return mode != CompareMode::kDifferences || row.difference || !row.in_both();
}

std::string_view words_of(const CompareSide& side, const ComparePassage& passage) {
  return std::string_view(side.text).substr(passage.span.begin, passage.span.size());
}

}  // namespace

bool CompareLayout::fits(const CompareView& view, CompareMode mode, const TypeSpec& type, float width) const {
  return revision_ == view.revision && left_ == view.left.article && right_ == view.right.article && mode_ == mode &&
         width_ == width && size_ == type.size;
}

void CompareLayout::set(Ui& ui, const CompareView& view, CompareMode mode, const TypeSpec& type, float width,
                        float pad) {
  revision_ = view.revision, left_ = view.left.article, right_ = view.right.article;
  mode_ = mode, width_ = width, size_ = type.size, pad_ = pad;
  put_heights(ui, view, mode, type);
  stack(view.left, blocks_[kLeft], heights_[kLeft]);
  stack(view.right, blocks_[kRight], heights_[kRight]);
  put_anchors(view);
  put_map(view);
}

// Two passages that stand for each other are equally high, so that one can stand in the other's place.
void CompareLayout::put_heights(Ui& ui, const CompareView& view, CompareMode mode, const TypeSpec& type) {
  blocks_[kLeft].assign(view.left.passages.size(), {});
  blocks_[kRight].assign(view.right.passages.size(), {});
  for (const CompareRow& row : view.rows) {
    if (!is_shown(row, mode)) continue;
    float height = 0;
    const auto measure = [&](const CompareSide& side, std::uint32_t passage) {
      if (passage == kNoPassage) return;
      height = std::max(height, ui.flows.get(words_of(side, side.passages[passage]), type, width_, ui.canvas).height());
    };
    measure(view.left, row.left);
    measure(view.right, row.right);
    height += 2 * pad_;
    if (row.left != kNoPassage) blocks_[kLeft][row.left].height = height;
    if (row.right != kNoPassage) blocks_[kRight][row.right].height = height;
  }
}

void CompareLayout::stack(const CompareSide& side, std::vector<PassageBlock>& blocks, float& height) {
  float y = 0;
  std::uint32_t paragraph = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!blocks[i].shown()) continue;
    if (y > 0) y += side.passages[i].paragraph == paragraph ? kInParagraph : kBetweenParagraphs;
    paragraph = side.passages[i].paragraph;
    blocks[i].top = y;
    y += blocks[i].height;
  }
  height = y;
}

// Of the rows that stand in both, those in one order, as much of them as possible.
void CompareLayout::put_anchors(const CompareView& view) {
  struct Step {
    const PassageBlock *left, *right;
    float best = 0;
    std::size_t before = SIZE_MAX;
  };
  std::vector<Step> steps;
  std::size_t last = SIZE_MAX;
  for (const CompareRow& row : view.rows) {
    if (!row.in_both() || !blocks_[kLeft][row.left].shown()) continue;
    Step step{&blocks_[kLeft][row.left], &blocks_[kRight][row.right]};
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].right->top < step.right->top && steps[i].best > step.best) {
        step.best = steps[i].best, step.before = i;
      }
    }
    step.best += step.left->height;
    steps.push_back(step);
    if (last == SIZE_MAX || step.best > steps[last].best) last = steps.size() - 1;
  }
  anchors_ = {{{heights_[kLeft], heights_[kRight]}}};
  for (; last != SIZE_MAX; last = steps[last].before) {
    anchors_.push_back({{steps[last].left->bottom(), steps[last].right->bottom()}});
    anchors_.push_back({{steps[last].left->top, steps[last].right->top}});
  }
  anchors_.push_back({});
  std::reverse(anchors_.begin(), anchors_.end());
}

void CompareLayout::put_map(const CompareView& view) {
  map_.assign(1, 0);
  for (const CompareRow& row : view.rows) {
    const float left = row.left == kNoPassage ? 0 : blocks_[kLeft][row.left].height;
    const float right = row.right == kNoPassage ? 0 : blocks_[kRight][row.right].height;
    map_.push_back(map_.back() + std::max(left, right));
  }
  const float whole = std::max(1.0F, map_.back());
  for (float& at : map_) at /= whole;
}

float CompareLayout::range() const {
  const float middle = (heights_[kLeft] + heights_[kRight]) / 2;
  if (middle > window_) return middle - window_;
  return std::max(0.0F, std::max(heights_[kLeft], heights_[kRight]) - window_);
}

float CompareLayout::line(float scroll) const {
  const float all = range();
  if (all <= 0) return 0;
  if (all <= 2 * window_) return scroll / all * window_;
  if (scroll < window_) return scroll / 2;
  if (scroll > all - window_) return window_ - (all - scroll) / 2;
  return window_ / 2;
}

float CompareLayout::place(float scroll) const {
  const float all = range();
  return all <= 0 ? 0 : (scroll + line(scroll)) * anchors_.back().middle() / (all + window_);
}

float CompareLayout::on_side(Side side, float place) const {
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), place,
                                      [](float at, const Anchor& anchor) { return at < anchor.middle(); });
  if (after == anchors_.begin()) return 0;
  if (after == anchors_.end()) return anchors_.back().at[side];
  const Anchor &from = *(after - 1), &to = *after;
  const float share = (place - from.middle()) / std::max(0.001F, to.middle() - from.middle());
  return from.at[side] + (to.at[side] - from.at[side]) * share;
}

float CompareLayout::offset(Side side, float scroll) const {
  if (range() <= 0) return 0;
  return on_side(side, place(scroll)) - line(scroll);
}

float CompareLayout::scroll_for(const CompareRow& row) const {
  float wanted = 0, sides = 0;
  const auto add = [&](Side side, std::uint32_t passage) {
    if (passage == kNoPassage) return;
    const float at = blocks_[side][passage].middle() - window_ / 2;
    // The first place where the middle of the block has come up to the middle of the window.
    const float all = range();
    float low = 0, high = all;
    for (int i = 0; i < 24; ++i) {
      const float middle = (low + high) / 2;
      (offset(side, middle) < at ? low : high) = middle;
    }
    wanted += low;
    ++sides;
  };
  add(kLeft, row.left);
  add(kRight, row.right);
  return sides > 0 ? std::clamp(wanted / sides, 0.0F, range()) : 0;
}

float CompareLayout::scroll_by(Side side, float scroll, float by) const {
  constexpr float kStep = 4;
  const float wanted = offset(side, scroll) + by, step = by < 0 ? -kStep : kStep;
  for (float at = scroll + step; at > -kStep && at < range() + kStep; at += step) {
    const float here = std::clamp(at, 0.0F, range());
    const float moved = offset(side, here);
    if (by < 0 ? moved <= wanted : moved >= wanted) return here;
  }
  return scroll;
}

}  // namespace newsloupe::ui
