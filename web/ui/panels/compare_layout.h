#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/present/compare_view.h"
#include "core/present/view_state.h"
#include "web/ui/ui.h"

namespace newsloupe::ui {

// A passage on its page; not shown where the height is 0.
struct PassageBlock {
  float top = 0, height = 0;
  [[nodiscard]] bool shown() const { return height > 0; }
  [[nodiscard]] float middle() const { return top + height / 2; }
  [[nodiscard]] float bottom() const { return top + height; }
};

// The two texts of Compare set in blocks, and how their pages move together. Scrolling has one place, from 0 to
// range(); each side follows it so that passages that stand for each other are level in the middle of the window, near
// the beginning above it and near the end below it, so that both pages begin and end with the window.
class CompareLayout {
 public:
  enum Side : std::uint8_t { kLeft, kRight };

  // Sets what the mode shows; `width` is that of the text in a block, `pad` the room above and below it.
  void set(Ui& ui, const CompareView& view, CompareMode mode, const TypeSpec& type, float width, float pad);
  // Whether it was set for this.
  [[nodiscard]] bool fits(const CompareView& view, CompareMode mode, const TypeSpec& type, float width) const;

  [[nodiscard]] const std::vector<PassageBlock>& blocks(Side side) const { return blocks_[side]; }
  [[nodiscard]] float height(Side side) const { return heights_[side]; }
  // The row's share of the map, from 0 to 1; empty for rows that are not shown.
  [[nodiscard]] std::pair<float, float> on_map(std::size_t row) const { return {map_[row], map_[row + 1]}; }

  void set_window(float height) { window_ = height; }
  [[nodiscard]] float range() const;
  // How far the page of a side has moved up.
  [[nodiscard]] float offset(Side side, float scroll) const;
  // Where both ends of a row are nearest to the middle of the window.
  [[nodiscard]] float scroll_for(const CompareRow& row) const;
  // The nearest place, going on from `scroll` in the direction of `by`, where the page has moved by that; `scroll`
  // where there is none.
  [[nodiscard]] float scroll_by(Side side, float scroll, float by) const;

 private:
  struct Anchor {
    std::array<float, 2> at{};
    [[nodiscard]] float middle() const { return (at[0] + at[1]) / 2; }
  };
  void put_heights(Ui& ui, const CompareView& view, CompareMode mode, const TypeSpec& type);
  void stack(const CompareSide& side, std::vector<PassageBlock>& blocks, float& height);
  void put_anchors(const CompareView& view);
  void put_map(const CompareView& view);
  [[nodiscard]] float line(float scroll) const;   // the height in the window at which both sides are level
  [[nodiscard]] float place(float scroll) const;  // between the anchors' middles
  [[nodiscard]] float on_side(Side side, float place) const;

  std::array<std::vector<PassageBlock>, 2> blocks_;
  std::array<float, 2> heights_{};
  std::vector<Anchor> anchors_;
  std::vector<float> map_;
  float window_ = 0, width_ = 0, size_ = 0, pad_ = 0;
  std::uint64_t revision_ = 0;
  std::uint32_t left_ = 0, right_ = 0;
  CompareMode mode_ = CompareMode::kText;
};

}  // namespace newsloupe::ui
