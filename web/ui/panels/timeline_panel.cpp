#include "web/ui/panels/timeline_panel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/sorting.h"
#include "web/ui/panels/quotes_panel.h"
#include "web/ui/timeline_scale.h"

namespace newsloupe::ui {
namespace {

std::vector<std::int32_t> days_of(const TimelineView& view) {
  std::vector<std::int32_t> days;
  for (const TimelineRow& row : view.rows) {
    days.push_back(row.mark.first_day);
    days.push_back(std::max(row.mark.first_day, row.mark.last_day));
  }
  for (const Publication& publication : view.publications) days.push_back(publication.day);
  return days;
}

class TimelinePage {
 public:
  TimelinePage(Ui& ui, Box box, const SetView& set, const TimelineView& view)
      : ui_(ui),
        canvas_(ui.canvas),
        set_(set),
        view_(view),
        box_(box),
        left_(box.x0 + measure::kPage),
        right_(box.x1 - measure::kPage),
        axis_(left_ + std::min(112.0F, box.width() * 0.1F)),
        scale_(days_of(view), axis_, right_) {
    slot_marks();
  }

  void draw() {
    Box rest = box_;
    draw_title(rest.take_top(72));
    draw_legend(rest.take_bottom(56));
    const float heads = rest.y0 + 8;
    all_ = rest.y0 + 62;
    const float first = all_ + 68;
    const auto count = static_cast<float>(std::max<std::size_t>(1, view_.columns.size()));
    row_ = std::clamp((rest.y1 - first - 12) / count, 40.0F, 96.0F);
    bottom_ = first + row_ * count;
    for (std::size_t i = 0; i < view_.columns.size(); ++i)
      rows_[view_.columns[i]] = first + row_ * (static_cast<float>(i) + 0.5F);
    draw_plates(first);
    draw_days(heads, rest.y0 + 26);
    draw_axes();
    draw_joins();
    draw_all();
    for (std::size_t i = 0; i < view_.rows.size(); ++i) draw_members(i);
    for (const Publication& publication : view_.publications) draw_flag(publication);
  }

 private:
  struct Place {
    float x0 = 0, x1 = 0;
  };

  // Things of one day stand beside each other in its column, in order.
  void slot_marks() {
    std::map<std::int32_t, std::vector<std::size_t>> by_day;
    for (std::size_t i = 0; i < view_.rows.size(); ++i) by_day[view_.rows[i].mark.first_day].push_back(i);
    places_.resize(view_.rows.size());
    for (const auto& [day, rows] : by_day) {
      const float width = scale_.column_width();
      const float left = scale_.x_from_day(day) - width / 2;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const float share = (static_cast<float>(i) + 1) / (static_cast<float>(rows.size()) + 1);
        const DatedMark& mark = view_.rows[rows[i]].mark;
        Place& place = places_[rows[i]];
        place.x0 = left + width * share;
        place.x1 = mark.last_day > mark.first_day
                       ? std::max(place.x0 + 24, scale_.x_from_day(mark.last_day) - width * 0.22F)
                       : place.x0;
      }
    }
  }

  void draw_title(Box head) {
    const float y = head.y0 + 22;
    const float width = canvas_.text(Type::kView, left_, y, Tint::kInk, "Timeline");
    std::string words = std::to_string(view_.rows.size()) + (view_.rows.size() == 1 ? " dated event" : " dated events");
    if (!view_.rows.empty()) {
      std::int32_t last = view_.rows.front().mark.first_day;
      for (const TimelineRow& row : view_.rows) last = std::max({last, row.mark.first_day, row.mark.last_day});
      words += ", " + day_words(view_.rows.front().mark.first_day, true) + " to " + day_words(last, true);
    }
    if (view_.undated > 0) words += "; " + std::to_string(view_.undated) + " without a day are not shown";
    canvas_.text_in({left_ + width + 12, y + 5, right_, y + 25}, Type::kBody, Tint::kInk3, words);
  }

  void draw_plates(float top) {
    std::size_t first = 0;
    while (first < view_.columns.size()) {
      std::size_t last = first;
      while (last + 1 < view_.columns.size() && origin(last + 1) == origin(first) && origin(first) != UINT32_MAX)
        ++last;
      if (last > first) {
        const float y0 = top + row_ * static_cast<float>(first) + 4, y1 = top + row_ * static_cast<float>(last + 1) - 4;
        canvas_.fill({left_, y0, right_, y1}, Tint::kPlate, 10);
        draw_side_bracket(canvas_, left_ - 16, y0, y1);
        if (row_ > 64) canvas_.text(Type::kMini, left_ + 16, y0 + 6, Tint::kInk2, "one origin");
      }
      first = last + 1;
    }
  }

  std::uint32_t origin(std::size_t column) const {
    const std::uint32_t article = view_.columns[column];
    return article < set_.articles.size() ? set_.articles[article].origin : UINT32_MAX;
  }

  void draw_days(float label_top, float line_top) {
    const bool years =
        civil_from_days(scale_.columns().front().day).year != civil_from_days(scale_.columns().back().day).year;
    float free = axis_ - 1;
    for (const TimelineScale::Column& column : scale_.columns()) {
      if (column.is_break) {  // a zigzag on the row of all
        for (const float dx : {-3.0F, 3.0F}) {
          const float x = (column.x0 + column.x1) / 2 + dx;
          canvas_.list().AddLine({x - 3, all_ + 6}, {x + 3, all_ - 6}, canvas_.color(Tint::kControl), 1.5F);
        }
        continue;
      }
      canvas_.down(column.x0, line_top, bottom_);
      // Over years the weekday tells nothing.
      const std::string words = years ? day_words(column.day, true).substr(4) : day_words(column.day, false);
      const float width = canvas_.width(Type::kBodyStrong, words);
      if (column.x0 < free || column.x0 + 12 + width > right_ + 30) continue;
      canvas_.text(Type::kBodyStrong, column.x0 + 12, label_top - 6, Tint::kInk, words);
      free = column.x0 + width + 16;
    }
    canvas_.down(right_, line_top, bottom_);
  }

  void draw_axes() {
    canvas_.text(Type::kBody, left_ + 16, all_ - 10, Tint::kInk, "all");
    canvas_.across(axis_, right_, all_, Tint::kLine2);
    for (const auto& [article, y] : rows_) {
      canvas_.across(axis_, right_, y, Tint::kLine2);
      if (article >= set_.articles.size()) continue;
      draw_badge(canvas_, Box::at(left_ + 16, y - 12, 24, 24), set_.articles[article].letter);
    }
  }

  // One event told on several days: its days are joined on the row of all, its articles by a curve.
  void draw_joins() {
    const ImU32 color = canvas_.color(Tint::kDiffer);
    std::map<std::uint64_t, std::vector<std::size_t>> same;
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
      if (view_.rows[i].mark.differs && view_.rows[i].mark.subject.valid())
        same[view_.rows[i].mark.subject.key].push_back(i);
    }
    for (const auto& [key, rows] : same) {
      std::vector<ImVec2> points;
      for (const std::size_t row : rows) {
        for (const TimelineMark& member : view_.rows[row].members) {
          const auto y = rows_.find(member.article);
          if (y != rows_.end()) points.push_back({places_[row].x0, y->second});
        }
      }
      if (rows.size() > 1) canvas_.fill({places_[rows.front()].x0, all_ - 1, places_[rows.back()].x0, all_ + 1}, color);
      sort_items(points, [](ImVec2 a, ImVec2 b) { return a.y < b.y; });
      for (std::size_t i = 1; i < points.size(); ++i) {
        const float bend = (points[i].y - points[i - 1].y) / 2;
        canvas_.list().AddBezierCubic(points[i - 1], {points[i - 1].x, points[i - 1].y + bend},
                                      {points[i].x, points[i].y - bend}, points[i], color, 1.5F);
      }
    }
  }

  bool is_selected(const TimelineRow& row) const {
    return row.mark.subject.valid() && row.mark.subject == ui_.state.selected;
  }

  void draw_mark(const TimelineRow& row, Place place, float y, bool derived) {
    const ImU32 color = canvas_.color(row.mark.differs ? Tint::kDiffer : Tint::kInk);
    if (place.x1 > place.x0) {
      const Box bar{place.x0 - 6, y - 6, place.x1 + 6, y + 6};
      if (derived) {
        canvas_.fill(bar, Tint::kPaper, 6);
        canvas_.outline(bar, color, 6, 2);
      } else {
        canvas_.fill(bar, color, 6);
      }
    } else if (derived) {
      canvas_.disc({place.x0, y}, 6, canvas_.color(Tint::kPaper));
      canvas_.ring({place.x0, y}, 6, color, 2);
    } else {
      canvas_.disc({place.x0, y}, 7, color);
    }
    if (is_selected(row))
      canvas_.outline({place.x0 - 11, y - 11, place.x1 + 11, y + 11}, canvas_.color(Tint::kInk), 11, 1.5F);
  }

  // Pressing a mark selects its event; its tooltip says the day and how it is known.
  void press(const TimelineRow& row, std::size_t id, Place place, float y, std::string_view basis) {
    const Hit h = hit(row.mark.label + ", " + row.mark.date, id, {place.x0 - 11, y - 11, place.x1 + 11, y + 11});
    tooltip(ui_, h, row.mark.label + (row.status.empty() ? "" : " (" + row.status + ")"),
            row.mark.date + std::string(basis));
    if (h.focused) focus_ring(canvas_, {place.x0 - 8, y - 8, place.x1 + 8, y + 8}, 8);
    if (h.clicked) ui_.commands.emplace_back(Select{row.mark.subject});
  }

  void draw_all() {
    float free[2] = {axis_, axis_};  // above and below the line
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
      const TimelineRow& row = view_.rows[i];
      draw_mark(row, places_[i], all_, false);
      press(row, i * 64, places_[i], all_, "");
      const bool repeated = i > 0 && row.mark.differs && row.mark.subject == view_.rows[i - 1].mark.subject;
      if (repeated) continue;
      const Type type = row.mark.differs || is_selected(row) ? Type::kBodyStrong : Type::kBody;
      const std::string_view words = row.mark.label;
      const float wide = std::min(canvas_.width(type, words), 190.0F);
      const float x = std::clamp((places_[i].x0 + places_[i].x1) / 2 - wide / 2, axis_, std::max(axis_, right_ - wide));
      const std::size_t lane = x >= free[0] ? 0 : x >= free[1] ? 1 : 2;
      if (lane == 2) continue;  // no room: the tooltip says it
      const float top = lane == 0 ? all_ - 30 : all_ + 12;
      canvas_.text_in(Box::at(x, top, wide + 0.5F, 20), type, row.mark.differs ? Tint::kDiffer : Tint::kInk, words);
      free[lane] = x + wide + 14;
    }
  }

  void draw_members(std::size_t i) {
    const TimelineRow& row = view_.rows[i];
    for (const TimelineMark& member : row.members) {
      const auto y = rows_.find(member.article);
      if (y == rows_.end()) continue;
      draw_mark(row, places_[i], y->second, member.derived);
      press(row, i * 64 + 1 + member.article, places_[i], y->second,
            member.derived ? ", worked out from the publication date" : ", stated");
    }
  }

  void draw_flag(const Publication& publication) {
    const auto row = rows_.find(publication.article);
    if (row == rows_.end()) return;
    const float x = std::round(scale_.x_from_day(publication.day) + scale_.column_width() * 0.42F), y = row->second;
    const ImU32 color = canvas_.color(Tint::kInk3);
    canvas_.fill({x, y - 20, x + 1.5F, y + 20}, color);
    canvas_.list().AddTriangleFilled({x + 1.5F, y - 20}, {x + 11, y - 16}, {x + 1.5F, y - 12}, color);
    const Hit h = pointer_hit("Published " + day_words(publication.day, true), 7000 + publication.article,
                              {x - 4, y - 22, x + 12, y + 22});
    tooltip(ui_, h, "Published " + day_words(publication.day, true),
            "Nothing after this can be missing from the article");
  }

  void draw_legend(Box foot) {
    canvas_.across(left_, right_, foot.y0);
    const float y = foot.middle_y() + 1;
    float x = left_ + 8;
    const ImU32 ink = canvas_.color(Tint::kInk);
    const auto words = [&](float symbol, std::string_view text) {
      x += symbol + canvas_.text(Type::kSmall, x + symbol, y - 8, Tint::kInk2, text) + 26;
    };
    canvas_.disc({x, y}, 6, ink);
    words(14, "date stated");
    canvas_.ring({x, y}, 5, ink, 2);
    words(14, "worked out from the publication date");
    canvas_.fill({x - 6, y - 5, x + 28, y + 5}, ink, 5);
    words(38, "range");
    canvas_.fill({x, y - 8, x + 1.5F, y + 8}, canvas_.color(Tint::kInk3));
    canvas_.list().AddTriangleFilled({x + 1.5F, y - 8}, {x + 10, y - 4.5F}, {x + 1.5F, y - 1},
                                     canvas_.color(Tint::kInk3));
    words(18, "published");
    if (x + 190 > right_) return;
    canvas_.fill({x, y - 1, x + 28, y + 1}, Tint::kDiffer);
    words(38, "same event, other day");
  }

  Ui& ui_;
  const Canvas& canvas_;
  const SetView& set_;
  const TimelineView& view_;
  Box box_;
  float left_, right_, axis_;
  TimelineScale scale_;
  std::vector<Place> places_;            // by row of the view
  std::map<std::uint32_t, float> rows_;  // article to the y of its row
  float all_ = 0, row_ = 0, bottom_ = 0;
};

}  // namespace

void draw_timeline(Ui& ui, Box box, const SetView& set, const TimelineView& view) {
  if (view.revision == 0) return;
  if (view.rows.empty() && view.publications.empty()) {
    draw_nothing_found(ui, box, "No dated events found in these articles",
                       "Dates and weekdays are read; a weekday needs the day the article was published.");
    return;
  }
  TimelinePage(ui, box, set, view).draw();
}

}  // namespace newsloupe::ui
