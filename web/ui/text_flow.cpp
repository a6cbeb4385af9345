#include "web/ui/text_flow.h"

#include <algorithm>
#include <cmath>

#include "core/base/sorting.h"
#include "imgui_internal.h"
#include "web/platform/browser_text.h"
#include "web/ui/hash.h"
#include "web/ui/line_break.h"
#include "web/ui/scripts.h"

namespace newsloupe::ui {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

struct Character {
  char32_t code_point = 0;
  std::uint32_t length = 0;
};

Character character_from(std::string_view text, std::uint32_t at) {
  unsigned int code_point = 0;
  const int length = ImTextCharFromUtf8(&code_point, text.data() + at, text.data() + text.size());
  return {static_cast<char32_t>(code_point), static_cast<std::uint32_t>(std::max(1, length))};
}

const FlowStyle* style_at(const std::vector<FlowStyle>& styles, std::uint32_t offset) {
  auto found = std::upper_bound(styles.begin(), styles.end(), offset,
                                [](std::uint32_t at, const FlowStyle& style) { return at < style.span.begin; });
  if (found == styles.begin()) return nullptr;
  --found;
  return found->span.contains(offset) ? &*found : nullptr;
}

TypeSpec strong(TypeSpec type) {
  if (type.face == Face::kSans) type.face = Face::kSansStrong;
  if (type.face == Face::kSerif) type.face = Face::kSerifStrong;
  return type;
}

}  // namespace

TextFlow::TextFlow(std::string_view text, const TypeSpec& type, float width, std::vector<FlowStyle> styles,
                   const Fonts& fonts, float density)
    : type_(type), baseline_(fonts.baseline(type)), styles_(std::move(styles)) {
  if (needs_shaping(text) && set_by_browser(text, width)) return;
  measure(text, styles_, fonts, density);
  break_lines(text, width);
}

void TextFlow::measure(std::string_view text, const std::vector<FlowStyle>& styles, const Fonts& fonts, float density) {
  advance_.assign(text.size(), 0);
  const bool padded = std::any_of(styles.begin(), styles.end(), [](const FlowStyle& s) { return s.pad > 0; });
  lead_.assign(padded ? text.size() : 0, 0);
  ImFontBaked* plain = fonts.font(type_.face)->GetFontBaked(type_.size, density);
  ImFontBaked* bold = fonts.font(strong(type_).face)->GetFontBaked(type_.size, density);
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = character_from(text, at);
    const FlowStyle* style = style_at(styles, at);
    ImFontBaked* baked = style != nullptr && style->strong ? bold : plain;
    const bool invisible = c.code_point < 0x20 || c.code_point == kSoftHyphen || c.code_point == 0x200B;
    float advance = invisible ? 0 : baked->GetCharAdvance(static_cast<ImWchar>(c.code_point)) + type_.tracking;
    if (style != nullptr && style->pad > 0) {
      if (at == style->span.begin) lead_[at] = style->pad, advance += style->pad;
      if (at + c.length >= style->span.end) advance += style->pad;
    }
    advance_[at] = advance;
    at += c.length;
  }
}

bool TextFlow::set_by_browser(std::string_view text, float width) {
  const platform::BrowserFace face{type_.size, type_.face == Face::kSerif || type_.face == Face::kSerifStrong,
                                   type_.face == Face::kSansStrong || type_.face == Face::kSerifStrong};
  const std::optional<platform::SetParagraph> set = platform::browser_paragraph(face, text, width);
  if (!set || set->characters.empty()) return false;
  shaped_ = true, right_to_left_ = set->right_to_left;
  styles_.clear();
  x_.assign(text.size() + 1, 0);
  advance_.assign(text.size(), 0);
  std::uint32_t line = UINT32_MAX;
  for (const platform::SetCharacter& c : set->characters) {
    if (c.line != line) {
      line = c.line;
      lines_.push_back({{c.offset, c.offset}, c.offset, static_cast<float>(lines_.size()) * type_.line, 0, 0, false});
    }
    const Character character = character_from(text, c.offset);
    const std::uint32_t end = std::min(c.offset + character.length, static_cast<std::uint32_t>(text.size()));
    for (std::uint32_t i = c.offset; i < end; ++i) x_[i] = c.left;
    advance_[c.offset] = c.right - c.left;
    FlowLine& now = lines_.back();
    now.span.end = end;
    now.ends_paragraph = must_break_after(character.code_point);
    if (!is_breaking_space(character.code_point)) now.ink_end = end;
  }
  close_shaped_lines(text);
  return true;
}

// Extents are gathered again when all characters of a line are known: they come in the order of the text, not of the
// eye.
void TextFlow::close_shaped_lines(std::string_view text) {
  for (FlowLine& line : lines_) {
    float left = 1e9F, right = 0;
    for (std::uint32_t at = line.span.begin; at < line.ink_end; at += character_from(text, at).length) {
      left = std::min(left, x_[at]);
      right = std::max(right, x_[at] + advance_[at]);
    }
    line.left = left < 1e9F ? left : 0;
    line.width = std::max(0.0F, right - line.left);
  }
  lines_.back().ends_paragraph = true;
  x_[text.size()] = right_to_left_ ? lines_.back().left : lines_.back().left + lines_.back().width;
}

void TextFlow::end_line(std::uint32_t begin, std::uint32_t end, std::string_view text, bool paragraph) {
  FlowLine line{{begin, end}, begin, static_cast<float>(lines_.size()) * type_.line, 0, 0, paragraph};
  float x = 0;
  for (std::uint32_t at = begin; at < end;) {
    const Character c = character_from(text, at);
    const float left = lead_.empty() ? 0 : lead_[at];
    for (std::uint32_t i = at; i < at + c.length && i < text.size(); ++i) x_[i] = x + left;
    x += advance_[at];
    at += c.length;
    if (!is_breaking_space(c.code_point)) line.ink_end = at, line.width = x;
  }
  lines_.push_back(line);
}

void TextFlow::break_lines(std::string_view text, float width) {
  x_.assign(text.size() + 1, 0);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = 0, last_break = 0;
  float x = 0, x_at_break = 0;
  char32_t before = 0, two_before = 0;
  for (std::uint32_t at = 0; at < size;) {
    const Character c = character_from(text, at);
    if (at > begin && must_break_after(before)) {
      end_line(begin, at, text, true);
      begin = last_break = at, x = x_at_break = 0;
    } else if (at > begin && may_break(two_before, before, c.code_point)) {
      last_break = at, x_at_break = x;
    }
    const float right = x + advance_[at];
    if (right > width && at > begin && !is_breaking_space(c.code_point)) {
      const std::uint32_t end = last_break > begin ? last_break : at;
      const float moved = last_break > begin ? x_at_break : x;
      end_line(begin, end, text, false);
      begin = last_break = end, x -= moved, x_at_break = 0;
    }
    x += advance_[at];
    two_before = before, before = c.code_point;
    at += c.length;
  }
  end_line(begin, size, text, true);
  x_[size] = lines_.back().width;
  if (lines_.back().ink_end < size) x_[size] = x;
}

float TextFlow::width() const {
  float widest = 0;
  for (const FlowLine& line : lines_) widest = std::max(widest, line.left + line.width);
  return widest;
}

std::size_t TextFlow::line_at(std::uint32_t offset) const {
  const auto found = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                      [](std::uint32_t at, const FlowLine& line) { return at < line.span.begin; });
  return found == lines_.begin() ? 0 : static_cast<std::size_t>(found - lines_.begin()) - 1;
}

float TextFlow::x_from_offset(std::uint32_t offset) const { return x_[std::min<std::size_t>(offset, x_.size() - 1)]; }

std::uint32_t TextFlow::offset_from_point(ImVec2 point) const {
  const float row = std::clamp(std::floor(point.y / type_.line), 0.0F, static_cast<float>(lines_.size() - 1));
  const FlowLine& line = lines_[static_cast<std::size_t>(row)];
  if (shaped_) return nearest_border(line, point.x);
  for (std::uint32_t at = line.span.begin; at < line.ink_end;) {
    std::uint32_t next = at + 1;
    while (next < line.ink_end && advance_[next] == 0 && x_[next] == x_[at]) ++next;
    const float right = next < line.ink_end ? x_[next] : line.width;
    if (point.x < (x_[at] + right) / 2) return at;
    at = next;
  }
  return line.ink_end;
}

TextSpan TextFlow::character_at(ImVec2 point) const {
  if (point.y < 0 || point.y >= height() || point.x < 0) return {};
  const FlowLine& line = lines_[static_cast<std::size_t>(point.y / type_.line)];
  if (shaped_) return shaped_character_at(line, point.x);
  for (std::uint32_t at = line.span.begin; at < line.ink_end;) {
    std::uint32_t next = at + 1;
    while (next < line.ink_end && advance_[next] == 0 && x_[next] == x_[at]) ++next;
    const float right = next < line.ink_end ? x_[next] : line.width;
    if (point.x < right) return {at, next};
    at = next;
  }
  return {};
}

// In shaped text characters of a line may stand in any order.
std::uint32_t TextFlow::nearest_border(const FlowLine& line, float x) const {
  std::uint32_t best = line.ink_end;
  float distance = 1e9F;
  for (std::uint32_t at = line.span.begin; at < line.ink_end;) {
    const std::uint32_t next = next_character(line, at);
    const float left = x_[at], right = left + advance_[at];
    const std::uint32_t border = (x < (left + right) / 2) == right_to_left_ ? next : at;
    const float away = x < left ? left - x : x > right ? x - right : 0;
    if (away < distance) distance = away, best = border;
    at = next;
  }
  return best;
}

TextSpan TextFlow::shaped_character_at(const FlowLine& line, float x) const {
  for (std::uint32_t at = line.span.begin; at < line.ink_end;) {
    const std::uint32_t next = next_character(line, at);
    if (x >= x_[at] && x < x_[at] + advance_[at]) return {at, next};
    at = next;
  }
  return {};
}

// Bytes of one character, and marks without a width of their own, share its place.
std::uint32_t TextFlow::next_character(const FlowLine& line, std::uint32_t at) const {
  std::uint32_t next = at + 1;
  while (next < line.ink_end && advance_[next] == 0) ++next;
  return next;
}

std::vector<Box> TextFlow::shaped_boxes(TextSpan span) const {
  std::vector<Box> boxes;
  for (std::size_t i = line_at(span.begin); i < lines_.size() && lines_[i].span.begin < span.end; ++i) {
    const FlowLine& line = lines_[i];
    std::vector<Box> pieces;
    for (std::uint32_t at = std::max(span.begin, line.span.begin); at < std::min(span.end, line.ink_end); ++at) {
      if (advance_[at] > 0) pieces.push_back({x_[at], line.top, x_[at] + advance_[at], line.top + type_.line});
    }
    sort_items(pieces, [](const Box& a, const Box& b) { return a.x0 < b.x0; });
    const std::size_t first = boxes.size();
    for (const Box& piece : pieces) {
      if (boxes.size() > first && piece.x0 < boxes.back().x1 + 1) {
        boxes.back().x1 = std::max(boxes.back().x1, piece.x1);
      } else {
        boxes.push_back(piece);
      }
    }
  }
  return boxes;
}

std::vector<Box> TextFlow::boxes(TextSpan span) const {
  if (shaped_) return shaped_boxes(span);
  std::vector<Box> boxes;
  for (std::size_t i = line_at(span.begin); i < lines_.size() && lines_[i].span.begin < span.end; ++i) {
    const FlowLine& line = lines_[i];
    const std::uint32_t begin = std::max(span.begin, line.span.begin), end = std::min(span.end, line.ink_end);
    if (begin >= end) continue;
    const FlowStyle* last = style_at(styles_, end - 1);
    const float pad = last != nullptr && last->span.end == end ? last->pad : 0;
    const float right = (end < line.ink_end ? x_[end] - (lead_.empty() ? 0 : lead_[end]) : line.width) - pad;
    boxes.push_back({x_[begin], line.top, right, line.top + type_.line});
  }
  return boxes;
}

// ---- Painting
// -------------------------------------------------------------------------------------------------------------

void FlowPainter::mark(TextSpan span, ImU32 color, float grow) const {
  for (const Box& box : flow_.boxes(span)) canvas_.fill(placed(box).grown(grow, -1.5F), color, 3);
}

void FlowPainter::frame(TextSpan span, ImU32 color, float grow) const {
  for (const Box& box : flow_.boxes(span)) canvas_.outline(placed(box).grown(grow, -0.5F), color, 4, 1.5F);
}

void FlowPainter::underline(TextSpan span, Underline kind, ImU32 color) const {
  constexpr float kBelow = 5;
  constexpr float kThickness[] = {1, 2, 1.5F, 1.5F, 1, 2, 1.5F};
  const float thick = kThickness[static_cast<std::size_t>(kind)];
  for (const Box& box : flow_.boxes(span)) {
    const Box line = placed(box);
    const float y = canvas_.snap(line.y0 + flow_.baseline_ + kBelow);
    if (kind == Underline::kDashed) {
      canvas_.dashed_across(line.x0, line.x1, y, color, thick, 6, 4);
    } else if (kind == Underline::kDotted) {
      for (float x = line.x0 + 1; x < line.x1; x += 4) canvas_.disc({x, y + 1}, 1, color);
    } else {
      canvas_.fill({line.x0, y, line.x1, y + std::max(thick, canvas_.hairline())}, color);
      if (kind == Underline::kDouble) canvas_.fill({line.x0, y + 3, line.x1, y + 4}, color);
    }
  }
}

void FlowPainter::piece(const FlowLine& line, TextSpan span, ImU32 color) const {
  std::uint32_t begin = span.begin;
  while (begin < span.end) {  // split where the face changes or a pad moves the text
    const FlowStyle* style = style_at(flow_.styles_, begin);
    std::uint32_t end = style != nullptr ? std::min(style->span.end, span.end) : span.end;
    if (style == nullptr) {
      for (const FlowStyle& next : flow_.styles_) {
        if (next.span.begin > begin) {
          end = std::min(end, next.span.begin);
          break;
        }
      }
    }
    const TypeSpec type = style != nullptr && style->strong ? strong(flow_.type_) : flow_.type_;
    canvas_.glyphs(type, origin_.x + flow_.x_[begin], origin_.y + line.top + flow_.baseline_, color,
                   text_.substr(begin, end - begin));
    begin = end;
  }
}

void FlowPainter::text(ImU32 base, const std::vector<TextColor>& colors) const {
  const ImVec4 clip = canvas_.list()._CmdHeader.ClipRect;
  auto next = colors.begin();
  for (const FlowLine& line : flow_.lines_) {
    const float top = origin_.y + line.top;
    if (top > clip.w) break;
    if (top + flow_.type_.line < clip.y) continue;
    if (flow_.shaped_) {
      const std::string_view words = text_.substr(line.span.begin, line.ink_end - line.span.begin);
      canvas_.run(flow_.type_, origin_.x + line.left, origin_.y + line.top + flow_.baseline_, base, words,
                  flow_.right_to_left_);
      continue;
    }
    while (next != colors.end() && next->span.end <= line.span.begin) ++next;
    std::uint32_t at = line.span.begin;
    for (auto color = next; color != colors.end() && color->span.begin < line.ink_end; ++color) {
      const std::uint32_t begin = std::max(at, color->span.begin), end = std::min(line.ink_end, color->span.end);
      if (at < begin) piece(line, {at, begin}, base);
      if (begin < end) piece(line, {begin, end}, color->color);
      at = std::max(at, end);
    }
    if (at < line.ink_end) piece(line, {at, line.ink_end}, base);
  }
}

TextSpan word_around(std::string_view text, std::uint32_t offset) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (offset >= size) return {size, size};
  const auto is_continuation = [&](std::uint32_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (offset > 0 && is_continuation(offset)) --offset;
  const Character here = character_from(text, offset);
  TextSpan word{offset, offset + here.length};
  if (!is_word_character(here.code_point)) return word;
  while (word.end < size) {
    const Character c = character_from(text, word.end);
    if (!is_word_character(c.code_point)) break;
    word.end += c.length;
  }
  while (word.begin > 0) {
    std::uint32_t at = word.begin - 1;
    while (at > 0 && is_continuation(at)) --at;
    if (!is_word_character(character_from(text, at).code_point)) break;
    word.begin = at;
  }
  return word;
}

// ---- Cache
// ------------------------------------------------------------------------------------------------------------------

const TextFlow& FlowCache::get(std::string_view text, const TypeSpec& type, float width, const Canvas& canvas,
                               const std::vector<FlowStyle>& styles) {
  Hash hash;
  hash.add(text);
  hash.add(static_cast<std::uint64_t>(type.face));
  hash.add(type.size);
  hash.add(type.line);
  hash.add(width);
  hash.add(canvas.density());
  for (const FlowStyle& style : styles) {
    hash.add((std::uint64_t{style.span.begin} << 32) | style.span.end);
    hash.add(style.pad);
    hash.add(std::uint64_t{style.strong});
  }
  const std::uint64_t key = hash.state();
  auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                [](const std::unique_ptr<Entry>& entry, std::uint64_t k) { return entry->key < k; });
  if (found == entries_.end() || (*found)->key != key) {
    TextFlow flow(text, type, width, styles, canvas.fonts(), canvas.density());
    found = entries_.insert(found, std::make_unique<Entry>(Entry{key, frame_, std::move(flow)}));
  }
  (*found)->last_used = frame_;
  return (*found)->flow;
}

void FlowCache::end_frame() {
  constexpr std::size_t kKept = 512;
  constexpr std::uint64_t kFrames = 120;
  ++frame_;
  if (entries_.size() <= kKept) return;
  std::erase_if(entries_, [&](const std::unique_ptr<Entry>& entry) { return frame_ - entry->last_used > kFrames; });
}

}  // namespace newsloupe::ui
