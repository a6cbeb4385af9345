#include "web/ui/figure_line.h"

#include <algorithm>

#include "core/base/sorting.h"

namespace newsloupe::ui {
namespace {

constexpr float kPad = 24, kBadge = 20, kBadgeStep = 22, kGap = 12;
constexpr std::size_t kMostBadges = 6;

}  // namespace

FigureLinePainter::FigureLinePainter(const Canvas& canvas, const SetView& set, const FigureLine& line, Box box,
                                     Status status)
    : canvas_(canvas),
      set_(set),
      line_(line),
      box_(box),
      status_(status),
      color_(canvas.color(status == Status::kDiffer ? Tint::kDiffer : Tint::kInk)),
      axis_(box.y1 - 24) {}

void FigureLinePainter::draw() {
  if (line_.points.empty()) return;
  make_groups();
  settle();
  draw_axis();
  draw_dots();
  for (const Group& group : groups_) draw_group(group);
}

float FigureLinePainter::x_of(std::uint32_t place) const {
  const float share = static_cast<float>(place) / static_cast<float>(FigureLine::kEnd);
  return box_.x0 + kPad + (box_.width() - 2 * kPad) * share;
}

// Without ticks there are no true places: the values stand in their order.
float FigureLinePainter::dot_x(std::size_t point) const {
  if (!line_.ticks.empty()) return x_of(line_.points[point].place);
  const float share = (static_cast<float>(point) + 1) / (static_cast<float>(line_.points.size()) + 1);
  return box_.x0 + box_.width() * share;
}

std::vector<std::uint32_t> FigureLinePainter::articles_of(const Group& group) const {
  std::vector<std::uint32_t> all;
  for (std::size_t p = group.first; p <= group.last; ++p) {
    for (const std::uint32_t article : line_.points[p].articles) {
      if (article < set_.articles.size()) all.push_back(article);
    }
  }
  sort_items(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

float FigureLinePainter::measured(const Group& group) const {
  const std::size_t articles = articles_of(group).size();
  const auto badges = static_cast<float>(std::min(articles, kMostBadges)) * kBadgeStep - 2;
  const float more = articles > kMostBadges ? 30 : 0;
  return std::max(canvas_.width(Type::kRowStrong, group.words), badges + more);
}

void FigureLinePainter::make_groups() {
  for (std::size_t p = 0; p < line_.points.size(); ++p) {
    groups_.push_back({p, p, line_.points[p].words, dot_x(p)});
    groups_.back().width = measured(groups_.back());
  }
  const auto total = [this] {
    float sum = 0;
    for (const Group& group : groups_) sum += group.width + kGap;
    return sum - kGap;
  };
  while (groups_.size() > 1 && total() > box_.width()) {
    std::size_t nearest = 1;
    for (std::size_t g = 2; g < groups_.size(); ++g) {
      const auto gap = [this](std::size_t at) { return groups_[at].anchor - groups_[at - 1].anchor; };
      if (gap(g) < gap(nearest)) nearest = g;
    }
    Group& into = groups_[nearest - 1];
    into.last = groups_[nearest].last;
    into.words = line_.points[into.first].words + " … " + line_.points[into.last].words;
    into.anchor = (dot_x(into.first) + dot_x(into.last)) / 2;
    into.width = std::min(measured(into), box_.width());
    groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(nearest));
  }
}

// Groups stand over their dots as far as their neighbours allow.
void FigureLinePainter::settle() {
  float free = box_.x0;
  for (Group& group : groups_) {
    group.left = std::max(group.anchor - group.width / 2, free);
    free = group.left + group.width + kGap;
  }
  float end = box_.x1;
  for (std::size_t g = groups_.size(); g-- > 0;) {
    groups_[g].left = std::min(groups_[g].left, end - groups_[g].width);
    end = groups_[g].left - kGap;
  }
}

void FigureLinePainter::draw_axis() const {
  if (line_.ticks.empty()) {
    canvas_.dashed_across(box_.x0 + kPad, box_.x1 - kPad, axis_, canvas_.color(Tint::kControl), 1, 4, 3);
    canvas_.text_in({box_.x0, axis_ + 6, box_.x1, axis_ + 22}, Type::kSmall, Tint::kInk3, line_.unit, Align::kCentre);
    return;
  }
  canvas_.across(box_.x0, box_.x1, axis_, Tint::kLine2);
  float free = box_.x0 - 20;
  for (const auto& [place, number] : line_.ticks) {
    const float x = x_of(place);
    canvas_.down(x, axis_ - 4, axis_ + 4, Tint::kLine2);
    const bool last = &number == &line_.ticks.back().second && !line_.unit.empty();
    const std::string words = last ? number + " " + line_.unit : number;
    const float width = canvas_.width(Type::kSmall, words);
    const float left = std::min(x - canvas_.width(Type::kSmall, number) / 2, box_.x1 + 16 - width);
    if (left < free) continue;
    canvas_.text(Type::kSmall, left, axis_ + 7, Tint::kInk3, words);
    free = left + width + 8;
  }
}

void FigureLinePainter::draw_dots() const {
  const Tint soft = status_ == Status::kDiffer ? Tint::kDifferFill : Tint::kSelectFill;
  for (const FigurePoint& point : line_.points) {
    if (point.low >= point.high || line_.ticks.empty()) continue;
    const Box bar{x_of(point.low), axis_ - 5, x_of(point.high), axis_ + 6};
    if (point.approximate) {
      canvas_.fill(bar, soft, 5);
    } else {
      canvas_.fill(bar.shrunk(0, 3.5F), color_, 2);
    }
  }
  for (const bool approximate : {true, false}) {  // a disc inside a ring where both stand at one place
    for (std::size_t p = 0; p < line_.points.size(); ++p) {
      if (line_.points[p].approximate != approximate) continue;
      const ImVec2 at{dot_x(p), axis_ + 0.5F};
      canvas_.disc(at, approximate ? 5.5F : 3.5F, approximate ? canvas_.color(Tint::kPaper) : color_);
      if (approximate) canvas_.ring(at, 5.5F, color_, 1.5F);
    }
  }
}

void FigureLinePainter::draw_group(const Group& group) const {
  const float top = axis_ - 20 - kBadge;
  const float middle = group.left + group.width / 2;
  for (std::size_t p = group.first; p <= group.last; ++p) {
    canvas_.list().AddLine({middle, top + kBadge}, {dot_x(p), axis_ - 4}, color_, 1.5F);
  }
  canvas_.text_in(Box::at(group.left, top - 24, group.width + 0.5F, 20), Type::kRowStrong, Tint::kInk, group.words,
                  Align::kCentre);
  draw_badges(group, top);
}

void FigureLinePainter::draw_badges(const Group& group, float top) const {
  const std::vector<std::uint32_t> articles = articles_of(group);
  const auto room = static_cast<std::size_t>((group.width + 2) / kBadgeStep);
  std::size_t shown = std::min({articles.size(), kMostBadges, std::max<std::size_t>(1, room)});
  if (shown < articles.size() && shown > 1 && room < kMostBadges + 1) --shown;
  const std::string more = shown < articles.size() ? "+" + std::to_string(articles.size() - shown) : "";
  const float width =
      static_cast<float>(shown) * kBadgeStep - 2 + (more.empty() ? 0 : 4 + canvas_.width(Type::kMini, more));
  float x = group.left + (group.width - width) / 2;
  for (std::size_t i = 0; i < shown; ++i, x += kBadgeStep) {
    const Box badge = Box::at(x, top, kBadge, kBadge);
    bool approximate = true;
    for (std::size_t p = group.first; p <= group.last; ++p) {
      const std::vector<std::uint32_t>& said = line_.points[p].articles;
      const bool here = std::find(said.begin(), said.end(), articles[i]) != said.end();
      approximate = approximate && (!here || line_.points[p].approximate);
    }
    if (approximate) {
      canvas_.fill(badge, Tint::kPaper, 5);
      canvas_.dashed_outline(badge, color_, 5, 1.5F);
    } else {
      canvas_.fill(badge, status_ == Status::kDiffer ? color_ : canvas_.color(Tint::kInverse), 5);
    }
    canvas_.capitals_in(badge, Type::kMiniStrong, approximate ? color_ : canvas_.color(Tint::kOnInverse),
                        set_.articles[articles[i]].letter);
  }
  if (!more.empty()) canvas_.text(Type::kMini, x + 2, top + 2, Tint::kInk2, more);
}

}  // namespace newsloupe::ui
