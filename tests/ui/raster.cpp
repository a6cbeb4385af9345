#include "tests/ui/raster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace newsloupe::test {
namespace {

struct Color {
  float r = 0, g = 0, b = 0, a = 0;
};

Color color_from(ImU32 c) {
  const auto part = [c](int shift) { return static_cast<float>((c >> shift) & 0xFF) / 255.0F; };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

Color texel(const ImTextureData& texture, int x, int y) {
  x = std::clamp(x, 0, texture.Width - 1);
  y = std::clamp(y, 0, texture.Height - 1);
  const unsigned char* p = texture.Pixels + (x + y * texture.Width) * texture.BytesPerPixel;
  if (texture.BytesPerPixel == 1) return {1, 1, 1, static_cast<float>(p[0]) / 255.0F};
  return {static_cast<float>(p[0]) / 255.0F, static_cast<float>(p[1]) / 255.0F, static_cast<float>(p[2]) / 255.0F,
          static_cast<float>(p[3]) / 255.0F};
}

Color sample(const ImTextureData& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.Width) - 0.5F, y = v * static_cast<float>(texture.Height) - 0.5F;
  const float fx = std::floor(x), fy = std::floor(y);
  const float dx = x - fx, dy = y - fy;
  const int ix = static_cast<int>(fx), iy = static_cast<int>(fy);
  const std::array<Color, 4> corner = {texel(texture, ix, iy), texel(texture, ix + 1, iy), texel(texture, ix, iy + 1),
                                       texel(texture, ix + 1, iy + 1)};
  const std::array<float, 4> share = {(1 - dx) * (1 - dy), dx * (1 - dy), (1 - dx) * dy, dx * dy};
  Color sum;
  for (std::size_t i = 0; i < 4; ++i) {
    sum.r += corner[i].r * share[i];
    sum.g += corner[i].g * share[i];
    sum.b += corner[i].b * share[i];
    sum.a += corner[i].a * share[i];
  }
  return sum;
}

struct Clip {
  int x0, y0, x1, y1;
};

class Raster {
 public:
  Raster(Picture& picture, ImVec2 offset, ImVec2 scale) : picture_(picture), offset_(offset), scale_(scale) {}

  void triangle(const ImDrawVert& v0, const ImDrawVert& v1, const ImDrawVert& v2, const ImTextureData& texture,
                const Clip& clip) {
    std::array<const ImDrawVert*, 3> v = {&v0, &v1, &v2};
    std::array<ImVec2, 3> p = {place(v0), place(v1), place(v2)};
    float area = cross(p[0], p[1], p[2]);
    if (area == 0) return;
    if (area < 0) {
      std::swap(v[1], v[2]);
      std::swap(p[1], p[2]);
      area = -area;
    }
    const int x0 = std::max(clip.x0, static_cast<int>(std::floor(std::min({p[0].x, p[1].x, p[2].x}))));
    const int x1 = std::min(clip.x1, static_cast<int>(std::ceil(std::max({p[0].x, p[1].x, p[2].x}))));
    const int y0 = std::max(clip.y0, static_cast<int>(std::floor(std::min({p[0].y, p[1].y, p[2].y}))));
    const int y1 = std::min(clip.y1, static_cast<int>(std::ceil(std::max({p[0].y, p[1].y, p[2].y}))));
    const std::array<Color, 3> colors = {color_from(v[0]->col), color_from(v[1]->col), color_from(v[2]->col)};
    const bool flat = same_uv(*v[0], *v[1]) && same_uv(*v[1], *v[2]);
    const Color flat_texel = flat ? sample(texture, v[0]->uv.x, v[0]->uv.y) : Color{};
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) {
        const ImVec2 at{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
        const std::array<float, 3> w = {cross(p[1], p[2], at), cross(p[2], p[0], at), cross(p[0], p[1], at)};
        if (!covers(w[0], p[1], p[2]) || !covers(w[1], p[2], p[0]) || !covers(w[2], p[0], p[1])) continue;
        const float a = w[0] / area, b = w[1] / area, c = w[2] / area;
        const Color t = flat ? flat_texel
                             : sample(texture, v[0]->uv.x * a + v[1]->uv.x * b + v[2]->uv.x * c,
                                      v[0]->uv.y * a + v[1]->uv.y * b + v[2]->uv.y * c);
        blend(x, y,
              {mixed(colors, &Color::r, a, b, c) * t.r, mixed(colors, &Color::g, a, b, c) * t.g,
               mixed(colors, &Color::b, a, b, c) * t.b, mixed(colors, &Color::a, a, b, c) * t.a});
      }
    }
  }

 private:
  ImVec2 place(const ImDrawVert& v) const {
    return {(v.pos.x - offset_.x) * scale_.x, (v.pos.y - offset_.y) * scale_.y};
  }
  static float cross(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }
  // The top-left rule: a pixel centre on a shared edge belongs to one triangle only.
  static bool covers(float w, ImVec2 from, ImVec2 to) {
    if (w != 0) return w > 0;
    return (from.y == to.y && to.x > from.x) || to.y < from.y;
  }
  static bool same_uv(const ImDrawVert& a, const ImDrawVert& b) { return a.uv.x == b.uv.x && a.uv.y == b.uv.y; }
  static float mixed(const std::array<Color, 3>& colors, float Color::*part, float a, float b, float c) {
    return colors[0].*part * a + colors[1].*part * b + colors[2].*part * c;
  }

  void blend(int x, int y, const Color& over) {
    std::uint8_t* p = picture_.rgb.data() + static_cast<std::size_t>((y * picture_.width + x) * 3);
    const std::array<float, 3> parts = {over.r, over.g, over.b};
    for (std::size_t i = 0; i < 3; ++i) {
      const float under = static_cast<float>(p[i]) / 255.0F;
      p[i] = static_cast<std::uint8_t>(
          std::clamp((parts[i] * over.a + under * (1 - over.a)) * 255.0F + 0.5F, 0.0F, 255.0F));
    }
  }

  Picture& picture_;
  ImVec2 offset_, scale_;
};

}  // namespace

std::uint32_t Picture::at(int x, int y) const {
  const std::uint8_t* p = rgb.data() + static_cast<std::size_t>((y * width + x) * 3);
  return (std::uint32_t{p[0]} << 16) | (std::uint32_t{p[1]} << 8) | p[2];
}

Picture rasterise(const ImDrawData& data, std::uint32_t background) {
  Picture picture;
  const ImVec2 scale = data.FramebufferScale;
  picture.width = static_cast<int>(std::round(data.DisplaySize.x * scale.x));
  picture.height = static_cast<int>(std::round(data.DisplaySize.y * scale.y));
  picture.rgb.resize(static_cast<std::size_t>(picture.width * picture.height * 3));
  for (std::size_t i = 0; i < picture.rgb.size(); ++i) {
    picture.rgb[i] = static_cast<std::uint8_t>(background >> (16 - 8 * (i % 3)));
  }
  Raster raster(picture, data.DisplayPos, scale);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& cmd : list->CmdBuffer) {
      const ImTextureData* texture = cmd.TexRef._TexData;
      if (texture == nullptr || texture->Pixels == nullptr || cmd.UserCallback != nullptr) continue;
      const auto px = [&](float value, float s) { return static_cast<int>(value * s); };
      const Clip clip = {std::max(0, px(cmd.ClipRect.x - data.DisplayPos.x, scale.x)),
                         std::max(0, px(cmd.ClipRect.y - data.DisplayPos.y, scale.y)),
                         std::min(picture.width, px(cmd.ClipRect.z - data.DisplayPos.x, scale.x)),
                         std::min(picture.height, px(cmd.ClipRect.w - data.DisplayPos.y, scale.y))};
      for (unsigned int i = 0; i + 2 < cmd.ElemCount; i += 3) {
        const auto vertex = [&](unsigned int k) -> const ImDrawVert& {
          const auto index = static_cast<unsigned int>(list->IdxBuffer[static_cast<int>(cmd.IdxOffset + k)]);
          return list->VtxBuffer[static_cast<int>(cmd.VtxOffset + index)];
        };
        raster.triangle(vertex(i), vertex(i + 1), vertex(i + 2), *texture, clip);
      }
    }
  }
  return picture;
}

namespace {

void put32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(static_cast<unsigned char>(value >> shift));
}

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1)));
  }
  return ~crc;
}

void put_chunk(std::string& out, const std::string& type, const std::string& data) {
  put32(out, static_cast<std::uint32_t>(data.size()));
  out += type + data;
  put32(out, crc32(type + data));
}

// A zlib stream of stored blocks.
std::string stored(const std::string& raw) {
  constexpr std::size_t kBlock = 65535;
  std::string out = "\x78\x01";
  std::uint32_t a = 1, b = 0;
  for (const char c : raw) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  for (std::size_t at = 0; at < raw.size(); at += kBlock) {
    const std::size_t size = std::min(kBlock, raw.size() - at);
    out += static_cast<char>(at + size == raw.size());
    for (const std::size_t n : {size, ~size}) {
      out += static_cast<char>(n & 0xFF);
      out += static_cast<char>((n >> 8) & 0xFF);
    }
    out.append(raw, at, size);
  }
  put32(out, (b << 16) | a);
  return out;
}

}  // namespace

std::string png_from(const Picture& picture) {
  std::string header, raw;
  put32(header, static_cast<std::uint32_t>(picture.width));
  put32(header, static_cast<std::uint32_t>(picture.height));
  header += std::string("\x08\x02\x00\x00\x00", 5);
  const auto row = static_cast<std::size_t>(picture.width) * 3;
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
    raw += '\0';
    raw.append(reinterpret_cast<const char*>(picture.rgb.data()) + y * row, row);
  }
  std::string out = "\x89PNG\r\n\x1A\n";
  put_chunk(out, "IHDR", header);
  put_chunk(out, "IDAT", stored(raw));
  put_chunk(out, "IEND", "");
  return out;
}

}  // namespace newsloupe::test
