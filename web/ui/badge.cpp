#include "web/ui/badge.h"

#include <numbers>
#include <string>

namespace newsloupe::ui {
namespace {
constexpr float kPi = std::numbers::pi_v<float>;
}

void draw_badge(const Canvas& canvas, Box box, std::string_view letter, bool outlined) {
  const bool large = box.width() > 22;
  const float radius = large ? 6 : 5;
  const Type type = large ? Type::kBadge : Type::kMiniStrong;
  if (outlined) {
    canvas.outline(box, Tint::kLine2, radius, 1);
  } else {
    canvas.fill(box, Tint::kInverse, radius);
  }
  canvas.capitals_in(box, outlined ? (large ? Type::kSmall : Type::kMini) : type,
                     canvas.color(outlined ? Tint::kInk2 : Tint::kOnInverse), letter);
}

void draw_role(const Canvas& canvas, Box badge, ArticleRole role) {
  if (role == ArticleRole::kNone) return;
  const ImVec2 corner{badge.x1, badge.y0 + 1};
  canvas.disc(corner, 5, canvas.color(Tint::kPaper));
  canvas.disc(corner, 4, canvas.color(Tint::kInk));
  if (role == ArticleRole::kReference) canvas.disc(corner, 2, canvas.color(Tint::kPaper));
}

void draw_value(const Canvas& canvas, Box box, Status status, std::string_view text, bool unsure, bool small) {
  constexpr float kHeight = 24, kLeast = 40, kPad = 9;
  if (status == Status::kSilent || (text.empty() && status == Status::kNone)) {
    draw_status(canvas, Status::kSilent, {box.middle_x(), box.middle_y()}, canvas.color(Tint::kInk3), 11);
    return;
  }
  if (text.empty()) {  // says so, without a value to show: the glyph of the finding stands for it
    draw_status(canvas, status, {box.middle_x(), box.middle_y()}, canvas.color(status_hue(status)), 14);
    return;
  }
  const bool filled = status == Status::kDiffer || status == Status::kOnly;
  const float room = box.width() - (filled ? 4 : 1);
  const bool little = small || status == Status::kBefore;
  Type type = filled ? Type::kRowStrong : little ? Type::kSmall : Type::kRow;
  float pad = filled ? kPad : 0;
  const auto too_wide = [&] { return canvas.width(type, text) > room - 2 * pad; };
  // In a narrow cell words move closer to the edge, then become smaller, before they are cut.
  if (filled && too_wide()) pad = 5;
  if (too_wide()) type = filled ? Type::kSmallStrong : Type::kSmall;
  if (filled && too_wide()) pad = 3;
  const float words = std::min(canvas.width(type, text), room - 2 * pad);
  if (filled) {
    const float width = std::max(kLeast, words + 2 * pad);
    canvas.fill(Box::at(box.middle_x() - width / 2, box.middle_y() - kHeight / 2, width, kHeight), status_fill(status),
                6);
  }
  const Box inner = Box::at(box.middle_x() - words / 2 - 0.25F, box.y0, words + 0.5F, box.height());
  canvas.text_in(inner, type,
                 status == Status::kBefore ? Tint::kInk3
                 : small && !filled        ? Tint::kInk2
                                           : Tint::kInk,
                 text, Align::kCentre);
  if (unsure) canvas.dashed_across(inner.x0, inner.x1, box.middle_y() + 9, canvas.color(Tint::kInk3), 1, 3, 2);
}

float tag_width(const Canvas& canvas, Status status, std::string_view word) {
  return 10 + (status == Status::kNone ? 0 : 20) + canvas.width(Type::kSmallStrong, word) + 9;
}

float draw_tag(const Canvas& canvas, float x, float top, Status status, std::string_view word, bool right_aligned) {
  const float width = tag_width(canvas, status, word);
  const Box box = Box::at(right_aligned ? x - width : x, top, width, 24);
  const Tint fill = status_fill(status);
  canvas.fill(box, fill == Tint::kClear ? Tint::kSelectFill : fill, 6);
  float text_x = box.x0 + 10;
  if (status != Status::kNone) {
    draw_status(canvas, status, {box.x0 + 16, box.middle_y()});
    text_x = box.x0 + 30;
  }
  canvas.text(Type::kSmallStrong, text_x, box.y0 + 4, Tint::kInk, word);
  return width;
}

float draw_key(const Canvas& canvas, float x, float middle_y, std::string_view key) {
  const float width = std::max(16.0F, canvas.width(Type::kMini, key) + 10);
  const Box box = Box::at(x, middle_y - 8, width, 16);
  canvas.outline(box, Tint::kLine2, 4, 1);
  canvas.capitals_in(box, Type::kMini, canvas.color(Tint::kInk2), key);
  return width;
}

float draw_key_hint(const Canvas& canvas, float x, float middle_y, std::string_view key, std::string_view words) {
  const float cap = draw_key(canvas, x, middle_y, key);
  const float text = canvas.text(Type::kSmall, x + cap + 7, middle_y - 8, Tint::kInk2, words);
  return cap + 7 + text + 17;
}

void draw_bracket(const Canvas& canvas, float x0, float x1, float y, std::string_view words) {
  constexpr float kTick = 7, kRadius = 4;
  ImDrawList& list = canvas.list();
  const ImU32 color = canvas.color(Tint::kInk3);
  const float half = canvas.hairline() / 2;
  const float top = canvas.snap(y) + half, left = canvas.snap(x0) + half, right = canvas.snap(x1) - half;
  const float wide = words.empty() ? 0 : canvas.width(Type::kMini, words);
  const float gap0 = (left + right - wide) / 2 - 8, gap1 = (left + right + wide) / 2 + 8;
  list.PathLineTo({left, top + kTick});
  list.PathArcTo({left + kRadius, top + kRadius}, kRadius, kPi, kPi * 1.5F);
  if (!words.empty() && gap0 > left + kRadius) {
    list.PathLineTo({gap0, top});
    list.PathStroke(color, ImDrawFlags_None, canvas.hairline());
    canvas.text(Type::kMini, gap0 + 8, top - 8, Tint::kInk2, words);
    list.PathLineTo({gap1, top});
  }
  list.PathArcTo({right - kRadius, top + kRadius}, kRadius, -kPi / 2, 0);
  list.PathLineTo({right, top + kTick});
  list.PathStroke(color, ImDrawFlags_None, canvas.hairline());
}

void draw_side_bracket(const Canvas& canvas, float x, float y0, float y1) {
  constexpr float kTick = 7, kRadius = 4;
  ImDrawList& list = canvas.list();
  const float left = canvas.snap(x) + canvas.hairline() / 2;
  list.PathLineTo({left + kTick, y0});
  list.PathArcTo({left + kRadius, y0 + kRadius}, kRadius, kPi * 1.5F, kPi);
  list.PathArcTo({left + kRadius, y1 - kRadius}, kRadius, kPi, kPi / 2);
  list.PathLineTo({left + kTick, y1});
  list.PathStroke(canvas.color(Tint::kInk3), ImDrawFlags_None, canvas.hairline());
}

}  // namespace newsloupe::ui
