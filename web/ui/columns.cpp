#include "web/ui/columns.h"

#include <algorithm>
#include <cmath>

namespace newsloupe::ui {

ArticleColumns::ArticleColumns(const SetView& set, const std::vector<std::uint32_t>& articles, float right, float room,
                               float widest) {
  const auto count = static_cast<float>(std::max<std::size_t>(1, articles.size()));
  width_ = std::floor(std::clamp(room / count, 32.0F, widest));
  left_ = right - width_ * static_cast<float>(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const bool known = articles[i] < set.articles.size();
    letters_.push_back(known ? set.articles[articles[i]].letter : "?");
    roles_.push_back(known ? set.articles[articles[i]].role : ArticleRole::kNone);
    const std::uint32_t origin = known ? set.articles[articles[i]].origin : UINT32_MAX;
    const bool joins =
        i > 0 && known && articles[i - 1] < set.articles.size() && set.articles[articles[i - 1]].origin == origin;
    if (joins && !runs_.empty() && runs_.back().last + 1 == i) {
      runs_.back().last = i;
    } else {
      runs_.push_back({i, i, origin < set.origins.size() ? set.origins[origin].label : ""});
    }
  }
  std::erase_if(runs_, [](const Run& run) { return run.first == run.last; });
}

Box ArticleColumns::cell(std::size_t column, float top, float height) const {
  return Box::at(left_ + width_ * static_cast<float>(column), top, width_, height);
}

void ArticleColumns::draw_heads(const Canvas& canvas, float top, float size) const {
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const Box column = cell(i, top, size);
    const Box badge = Box::at(column.middle_x() - size / 2, top, size, size);
    draw_badge(canvas, badge, letters_[i]);
    draw_role(canvas, badge, roles_[i]);
  }
  for (const Run& run : runs_) {
    const float x0 = cell(run.first, top, size).x0 + 12, x1 = cell(run.last, top, size).x1 - 12;
    const bool fits = canvas.width(Type::kMini, run.label) + 40 < x1 - x0;
    const bool short_fits = canvas.width(Type::kMini, "one origin") + 40 < x1 - x0;
    draw_bracket(canvas, x0, x1, top - 16, fits && !run.label.empty() ? run.label : short_fits ? "one origin" : "");
  }
}

void ArticleColumns::draw_plates(const Canvas& canvas, float top, float bottom) const {
  for (const Run& run : runs_) {
    canvas.fill({cell(run.first, top, 0).x0, top, cell(run.last, top, 0).x1, bottom}, Tint::kPlate, 10);
  }
}

}  // namespace newsloupe::ui
