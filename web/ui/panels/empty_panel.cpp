#include "web/ui/panels/empty_panel.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "web/ui/frame.h"

namespace newsloupe::ui {
namespace {

constexpr float kSheetWidth = 104, kSheetHeight = 136, kSheetStep = 152, kFirstLine = 20, kLineStep = 13;

// Five articles: each line is what it says (a: shared, d: differs, o: only here, g: the rest) and its length.
constexpr std::array<std::array<std::string_view, 8>, 5> kSheets = {{
    {"a72", "g56", "d40", "a68", "g76", "a60", "g72", "g44"},
    {"a72", "g56", "d40", "a68", "a64", "a60", "g72", "g52"},
    {"a72", "g56", "d40", "a68", "g58", "a60", "g72", "g36"},
    {"g64", "a72", "d40", "g58", "o72", "o52", "g70", "a40"},
    {"a70", "g58", "g76", "a66", "g48", "g72", "o60", "g30"},
}};
struct Ribbon {
  std::size_t from_sheet, from_line, to_sheet, to_line;
  bool differs;
};
constexpr Ribbon kRibbons[] = {
    {0, 0, 1, 0, false}, {1, 0, 2, 0, false}, {2, 0, 3, 1, false}, {3, 1, 4, 0, false},
    {0, 2, 1, 2, true},  {1, 2, 2, 2, true},  {2, 2, 3, 2, true},  {0, 3, 1, 3, false},
    {1, 3, 2, 3, false}, {0, 5, 1, 5, false}, {1, 5, 2, 5, false}, {3, 7, 4, 3, false},
};

float length_of(std::string_view line) { return static_cast<float>((line[1] - '0') * 10 + (line[2] - '0')); }

Box line_box(ImVec2 corner, std::size_t sheet, std::size_t line) {
  const float x = corner.x + kSheetStep * static_cast<float>(sheet) + 16;
  return Box::at(x, corner.y + kFirstLine - 3 + kLineStep * static_cast<float>(line), length_of(kSheets[sheet][line]),
                 6);
}

void draw_picture(const Canvas& canvas, ImVec2 corner) {
  for (std::size_t i = 0; i < kSheets.size(); ++i) {
    const Box sheet = Box::at(corner.x + kSheetStep * static_cast<float>(i), corner.y, kSheetWidth, kSheetHeight);
    canvas.fill(sheet.grown(1, 1).moved(0, 1.5F), Tint::kShadow, 9);
    canvas.fill(sheet, Tint::kSurface, 8);
    canvas.outline(sheet, Tint::kLine2, 8, 1);
  }
  for (const Ribbon& ribbon : kRibbons) {
    const Box from = line_box(corner, ribbon.from_sheet, ribbon.from_line);
    const Box to = line_box(corner, ribbon.to_sheet, ribbon.to_line);
    const float bend = (to.x0 - from.x1) / 2;
    const ImVec2 a{from.x1, from.middle_y()}, b{to.x0, to.middle_y()};
    canvas.list().AddBezierCubic(a, {a.x + bend, a.y}, {b.x - bend, b.y}, b,
                                 canvas.color(ribbon.differs ? Tint::kDifferRibbon : Tint::kAgreeRibbon), 6);
  }
  for (std::size_t i = 0; i < kSheets.size(); ++i) {
    for (std::size_t line = 0; line < kSheets[i].size(); ++line) {
      const char kind = kSheets[i][line][0];
      const Tint tint = kind == 'a'   ? Tint::kAgree
                        : kind == 'd' ? Tint::kDiffer
                        : kind == 'o' ? Tint::kOnly
                                      : Tint::kSheetLine;
      const ImU32 color = kind == 'a' ? faded(canvas.color(tint), 0.75F) : canvas.color(tint);
      if (kind == 'a') canvas.fill(line_box(corner, i, line), Tint::kSurface, 3);
      canvas.fill(line_box(corner, i, line), color, 3);
    }
  }
}

float draw_words(const Canvas& canvas, float middle, float y) {
  constexpr std::string_view kTitle = "Drop articles anywhere";
  access_text(Role::kHeading, kTitle, Box::at(middle - 200, y, 400, 48));
  access_text(Role::kText, "Texts, saved pages, documents, archives, folders; or press Ctrl V to paste text",
              Box::at(middle - 200, y + 57, 400, 24));
  canvas.text(Type::kDisplay, middle - canvas.width(Type::kDisplay, kTitle) / 2, y, Tint::kInk, kTitle);
  y += 57;
  constexpr std::string_view kBefore = "Texts, saved pages, documents, archives, folders; or press ",
                             kAfter = " to paste text", kKey = "Ctrl V";
  const float key = canvas.width(Type::kBody, kKey) + 14;
  const float before = canvas.width(Type::kLead, kBefore), after = canvas.width(Type::kLead, kAfter);
  float x = middle - (before + key + after) / 2;
  canvas.text(Type::kLead, x, y, Tint::kInk2, kBefore);
  x += before;
  const Box cap = Box::at(x, y + 2, key, 20);
  canvas.outline(cap, Tint::kLine2, 4, 1);
  canvas.capitals_in(cap, Type::kBody, canvas.color(Tint::kInk2), kKey);
  canvas.text(Type::kLead, x + key, y, Tint::kInk2, kAfter);
  return y + 54;
}

float draw_doors(Ui& ui, float middle, float y) {
  const ButtonLook files{ButtonKind::kPrimary, Icon::kFile}, folder{ButtonKind::kPlain, Icon::kFolder},
      paste{ButtonKind::kPlain, Icon::kClipboard};
  constexpr float kHeight = 40, kGap = 12;
  const float w0 = button_width(ui.canvas, "Choose files…", kHeight, files);
  const float w1 = button_width(ui.canvas, "Choose folder…", kHeight, folder);
  const float w2 = button_width(ui.canvas, "Paste text…", kHeight, paste);
  float x = middle - (w0 + w1 + w2 + 2 * kGap) / 2;
  if (door_button(ui, "Choose files…", Box::at(x, y, w0, kHeight), false, files))
    ui.commands.emplace_back(ChooseFiles{});
  x += w0 + kGap;
  if (door_button(ui, "Choose folder…", Box::at(x, y, w1, kHeight), true, folder))
    ui.commands.emplace_back(ChooseFolder{});
  x += w1 + kGap;
  if (button(ui, "Paste text…", Box::at(x, y, w2, kHeight), paste)) ui.commands.emplace_back(ShowSheet{Sheet::kPaste});
  y += kHeight + 22;
  constexpr std::string_view kSample = "Try the sample: six reports of one flood";
  const float width = ui.canvas.width(Type::kRow, kSample) + 18;
  const Box sample = Box::at(middle - width / 2 - 12, y, width + 24, 40);
  const Hit h = hit(kSample, 0, sample);
  if (h.hovered) ui.canvas.fill(sample, Tint::kHoverFill, 8);
  draw_icon(ui.canvas, Icon::kPlay, {sample.x0 + 15, sample.middle_y()}, ui.canvas.color(Tint::kInk), 16);
  ui.canvas.text(Type::kRow, sample.x0 + 30, sample.middle_y() - 10, Tint::kInk, kSample);
  if (h.focused) focus_ring(ui.canvas, sample, 8);
  if (h.clicked) ui.commands.emplace_back(OpenSample{});
  return sample.y1;
}

void draw_legend(const Canvas& canvas, float middle, float y) {
  struct Entry {
    Status status;
    std::string_view words;
  };
  constexpr Entry kEntries[] = {{Status::kAgree, "what they agree on"},
                                {Status::kDiffer, "where they differ"},
                                {Status::kOnly, "what only one says"},
                                {Status::kNone, "what copies what"}};
  float total = -40;
  for (const Entry& entry : kEntries) total += 26 + canvas.width(Type::kRow, entry.words) + 40;
  float x = middle - total / 2;
  for (const Entry& entry : kEntries) {
    if (entry.status == Status::kNone) {
      draw_icon(canvas, Icon::kOrigin, {x + 8, y}, canvas.color(Tint::kInk2), 20);
    } else {
      draw_status(canvas, entry.status, {x + 8, y});
    }
    x += 26 + canvas.text(Type::kRow, x + 26, y - 10, Tint::kInk2, entry.words) + 40;
  }
}

void draw_promise(Ui& ui, Box foot) {
  const Canvas& canvas = ui.canvas;
  canvas.across(foot.x0, foot.x1, foot.y0);
  constexpr std::string_view kPromise = "This page cannot send requests. Your articles stay here.";
  draw_icon(canvas, Icon::kLock, {foot.x0 + 7, foot.middle_y()}, canvas.color(Tint::kInk2), 15);
  const float width = canvas.text(Type::kBody, foot.x0 + 22, foot.middle_y() - 10, Tint::kInk2, kPromise);
  if (link(ui, "How to check", foot.x0 + 30 + width, foot.middle_y() - 10)) {
    ui.commands.emplace_back(ShowSheet{Sheet::kPrivacy});
  }
  constexpr std::string_view kAbout = "About Newsloupe";
  if (link(ui, kAbout, foot.x1 - canvas.width(Type::kBody, kAbout), foot.middle_y() - 10)) {
    ui.commands.emplace_back(ShowSheet{Sheet::kAbout});
  }
}

}  // namespace

void draw_empty(Ui& ui, Box window) {
  draw_app_bar(ui, window.take_top(measure::kAppBar), {});
  const Box foot = window.take_bottom(56).shrunk(24, 0);
  const float middle = window.middle_x();
  constexpr float kContent = kSheetHeight + 74 + 57 + 54 + 40 + 62;
  const bool legend = window.height() > kContent + 150;
  const float spare = window.height() - kContent - (legend ? 100 : 0);
  float y = std::round(window.y0 + std::max(16.0F, spare * 0.36F));
  const AccessRegion main(Role::kMain, "Start", window);
  draw_picture(ui.canvas, {std::round(middle - (4 * kSheetStep + kSheetWidth) / 2), y});
  y = draw_words(ui.canvas, middle, y + kSheetHeight + 74);
  y = draw_doors(ui, middle, y);
  if (legend) draw_legend(ui.canvas, middle, y + 82);
  draw_promise(ui, foot);
}

void draw_drop_frame(Ui& ui, Box window, int count) {
  const Canvas canvas = ui.canvas.on(*ImGui::GetForegroundDrawList());
  canvas.fill(window, faded(canvas.color(Tint::kPaper), 0.72F));
  canvas.dashed_outline(window.shrunk(16, 16), canvas.color(Tint::kInk), 16, 3);
  const std::string words =
      count == 1 ? "Drop to add it to this story" : "Drop " + std::to_string(count) + " items: add to this story";
  const float width = canvas.width(Type::kView, words) + 56;
  const Box pill = Box::at(window.middle_x() - width / 2, window.middle_y() - 30, width, 60);
  canvas.fill(pill, Tint::kInverse, 12);
  canvas.text_in(pill, Type::kView, Tint::kOnInverse, words, Align::kCentre);
}

}  // namespace newsloupe::ui
