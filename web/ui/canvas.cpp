#include "web/ui/canvas.h"

#include <cmath>
#include <string>

#include "imgui_internal.h"
#include "web/ui/scripts.h"

namespace newsloupe::ui {

float Canvas::snap(float value) const { return std::round(value * density_) / density_; }

float Canvas::hairline() const { return std::max(1.0F, std::floor(density_)) / density_; }

void Canvas::fill(Box box, ImU32 color, float radius) const {
  list_->AddRectFilled({snap(box.x0), snap(box.y0)}, {snap(box.x1), snap(box.y1)}, color, radius);
}

void Canvas::outline(Box box, Tint tint, float radius, float thickness) const {
  outline(box, color(tint), radius, thickness > 0 ? thickness : hairline());
}

void Canvas::outline(Box box, ImU32 color, float radius, float thickness) const {
  const float half = thickness / 2;
  const Box inner = Box{snap(box.x0), snap(box.y0), snap(box.x1), snap(box.y1)}.shrunk(half, half);
  list_->PathRect(inner.min(), inner.max(), std::max(0.0F, radius - half));
  list_->PathStroke(color, ImDrawFlags_Closed, thickness);
}

void Canvas::across(float x0, float x1, float y, Tint tint) const {
  list_->AddRectFilled({snap(x0), snap(y)}, {snap(x1), snap(y) + hairline()}, color(tint));
}

void Canvas::down(float x, float y0, float y1, Tint tint) const {
  list_->AddRectFilled({snap(x), snap(y0)}, {snap(x) + hairline(), snap(y1)}, color(tint));
}

void Canvas::dashed_outline(Box box, ImU32 color, float radius, float thickness) const {
  constexpr float kOn = 4, kOff = 3;
  const float half = thickness / 2;
  const Box inner = Box{snap(box.x0), snap(box.y0), snap(box.x1), snap(box.y1)}.shrunk(half, half);
  list_->PathRect(inner.min(), inner.max(), radius);
  ImVector<ImVec2> outline = list_->_Path;
  list_->PathClear();
  if (outline.empty()) return;
  const ImVec2 first = outline[0];
  outline.push_back(first);
  bool drawing = true;
  float left = kOn;
  list_->PathLineTo(outline[0]);
  for (int i = 1; i < outline.Size; ++i) {
    ImVec2 from = outline[i - 1];
    const ImVec2 to = outline[i];
    float length = std::hypot(to.x - from.x, to.y - from.y);
    while (length > left) {
      const float share = left / length;
      from = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
      length -= left;
      if (drawing) list_->PathLineTo(from), list_->PathStroke(color, 0, thickness);
      drawing = !drawing;
      left = drawing ? kOn : kOff;
      if (drawing) list_->PathLineTo(from);
    }
    left -= length;
    if (drawing) list_->PathLineTo(to);
  }
  if (drawing) list_->PathStroke(color, 0, thickness);
  list_->PathClear();
}

void Canvas::dashed_across(float x0, float x1, float y, ImU32 color, float thickness, float on, float off) const {
  for (float x = x0; x < x1; x += on + off) fill({x, y, std::min(x + on, x1), y + thickness}, color);
}

void Canvas::disc(ImVec2 centre, float radius, ImU32 color) const { list_->AddCircleFilled(centre, radius, color); }

void Canvas::ring(ImVec2 centre, float radius, ImU32 color, float thickness) const {
  list_->AddCircle(centre, radius, color, 0, thickness);
}

void Canvas::shadow(Box box, float radius) const {
  for (int step = 8; step >= 1; --step) {
    const auto by = static_cast<float>(step);
    fill(box.grown(by * 3, by * 3).moved(0, by * 2), Tint::kShadow, radius + by * 3);
  }
}

void Canvas::fade_edge(Box region, bool top, Tint ground) const {
  constexpr float kDepth = 16;
  const ImU32 full = color(ground), none = faded(full, 0);
  if (top) {
    list_->AddRectFilledMultiColor(region.min(), {region.x1, region.y0 + kDepth}, full, full, none, none);
  } else {
    list_->AddRectFilledMultiColor({region.x0, region.y1 - kDepth}, region.max(), none, none, full, full);
  }
}

float Canvas::width(Type type, std::string_view text) const { return fonts_->width(type_spec(type), text, density_); }

float Canvas::text(Type type, float x, float line_top, ImU32 color, std::string_view text) const {
  const TypeSpec& spec = type_spec(type);
  glyphs(spec, x, line_top + fonts_->baseline(spec), color, text);
  return width(type, text);
}

std::size_t Canvas::fitting(Type type, std::string_view text, float width) const {
  if (needs_shaping(text)) return fitting_run(type, text, width);
  const TypeSpec& spec = type_spec(type);
  ImFontBaked* baked = fonts_->font(spec.face)->GetFontBaked(spec.size, density_);
  const float room = width - baked->GetCharAdvance(0x2026);
  float used = 0;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    unsigned int code_point = 0;
    const int length = ImTextCharFromUtf8(&code_point, at, end);
    used += baked->GetCharAdvance(static_cast<ImWchar>(code_point)) + spec.tracking;
    if (used > room) return static_cast<std::size_t>(at - text.data());
    at += length;
  }
  return text.size();
}

// Shaped text is as wide as the browser says, so the end is looked for by halves.
std::size_t Canvas::fitting_run(Type type, std::string_view text, float width) const {
  const float room = width - this->width(type, "…");
  const auto border = [&](std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  std::size_t fits = 0, over = text.size() + 1;
  while (over - fits > 1) {
    const std::size_t middle = fits + (over - fits) / 2;
    if (this->width(type, text.substr(0, border(middle))) <= room) {
      fits = middle;
    } else {
      over = middle;
    }
  }
  return border(std::min(fits, text.size()));
}

void Canvas::text_in(Box box, Type type, Tint tint, std::string_view words, Align align) const {
  const float line_top = box.middle_y() - type_spec(type).line / 2;
  const float wide = width(type, words);
  if (wide > box.width() + 0.5F) {
    std::string cut(words.substr(0, fitting(type, words, box.width())));
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    text(type, box.x0, line_top, tint, cut + "…");
    return;
  }
  const float spare = box.width() - wide;
  const float x = box.x0 + (align == Align::kLeft ? 0 : align == Align::kRight ? spare : spare / 2);
  text(type, x, line_top, tint, words);
}

void Canvas::capitals_in(Box box, Type type, ImU32 color, std::string_view text) const {
  const TypeSpec& spec = type_spec(type);
  const float cap = fonts_->metrics(spec.face).cap_height * spec.size;
  const float x = box.middle_x() - (width(type, text) - spec.tracking) / 2;
  glyphs(spec, x, box.middle_y() + cap / 2, color, text);
}

bool Canvas::run(const TypeSpec& spec, float x, float baseline, ImU32 color, std::string_view text,
                 bool right_to_left) const {
  return fonts_->draw_run(*list_, spec, density_, {snap(x), snap(baseline)}, color, text, right_to_left);
}

void Canvas::glyphs(const TypeSpec& spec, float x, float baseline, ImU32 color, std::string_view text) const {
  if (text.empty() || (color & IM_COL32_A_MASK) == 0) return;
  if (needs_shaping(text) && run(spec, x, baseline, color, text, is_right_to_left(text))) return;
  ImFontBaked* baked = fonts_->font(spec.face)->GetFontBaked(spec.size, density_);
  const char* const end = text.data() + text.size();
  // Loading a glyph may replace the texture and start a new draw command: load all of them before space is reserved.
  for (const char* at = text.data(); at < end;) {
    unsigned int code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    baked->FindGlyph(static_cast<ImWchar>(code_point));
  }
  const float top = snap(baseline) - baked->Ascent;
  const ImVec4 clip = list_->_CmdHeader.ClipRect;
  const auto count = static_cast<int>(text.size());
  list_->PrimReserve(count * 6, count * 4);
  int drawn = 0;
  for (const char* at = text.data(); at < end;) {
    unsigned int code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(code_point));
    // Pictures of the browser are made for whole pixels, glyphs of the embedded faces for any.
    const float pen = glyph->SourceIdx > 0 ? snap(x) : x;
    const float x0 = pen + glyph->X0, x1 = pen + glyph->X1;
    if (glyph->Visible && x0 <= clip.z && x1 >= clip.x) {
      const ImU32 tint = glyph->Colored ? color | ~IM_COL32_A_MASK : color;
      list_->PrimRectUV({x0, top + glyph->Y0}, {x1, top + glyph->Y1}, {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                        tint);
      ++drawn;
    }
    x += glyph->AdvanceX + spec.tracking;
  }
  list_->PrimUnreserve((count - drawn) * 6, (count - drawn) * 4);
}

}  // namespace newsloupe::ui
