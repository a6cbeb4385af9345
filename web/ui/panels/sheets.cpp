#include "web/ui/panels/sheets.h"

#include <algorithm>

#include "web/ui/sheet.h"

namespace newsloupe::ui {
namespace {

#ifndef NEWSLOUPE_VERSION
#define NEWSLOUPE_VERSION "0.1.0"
#endif

// A paragraph set in a column; gives the y below it.
float words(Ui& ui, Box column, float y, Type type, Tint tint, std::string_view text) {
  const TextFlow& flow = ui.flows.get(text, type, column.width(), ui.canvas);
  FlowPainter(ui.canvas, flow, text, {column.x0, y}).text(ui.canvas.color(tint));
  access_text(Role::kText, text, Box::at(column.x0, y, column.width(), flow.height()));
  return y + flow.height();
}

float label(Ui& ui, Box column, float y, std::string_view text) {
  ui.canvas.text(Type::kLabel, column.x0, y, Tint::kInk2, text);
  return y + 26;
}

// "== name version (licence)" lines of the licence texts.
float draw_licence_names(Ui& ui, Box column, float y, std::string_view licences) {
  for (std::size_t at = licences.find("== "); at != std::string_view::npos; at = licences.find("\n== ", at + 1)) {
    const std::size_t begin = licences.find_first_not_of("\n= ", at);
    const std::string_view line = licences.substr(begin, licences.find('\n', begin) - begin);
    const std::size_t open = line.rfind(" (");
    ui.canvas.text(Type::kBody, column.x0, y, Tint::kInk, line.substr(0, open));
    if (open != std::string_view::npos) {
      ui.canvas.text(Type::kBody, column.x0 + 260, y, Tint::kInk3, line.substr(open + 2, line.size() - open - 3));
    }
    y += 24;
  }
  return y;
}

// Licence texts are long: each of their paragraphs is set only where it is on the screen.
float draw_licence_texts(Ui& ui, Box column, float y, std::string_view text) {
  constexpr float kLine = 16;
  const float top = column.y0, bottom = column.y1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const bool title = line.starts_with("== ");
    if (title) y += 16;
    if (y > top - 40 && y < bottom) {
      ui.canvas.text_in(Box::at(column.x0, y, column.width(), kLine), title ? Type::kSmallStrong : Type::kSmall,
                        title ? Tint::kInk : Tint::kInk3, title ? line.substr(3) : line);
    }
    y += line.empty() ? 8 : kLine;
    at = end + 1;
  }
  return y;
}

}  // namespace

void draw_about(Ui& ui, const AboutText& about) {
  SheetFrame frame(ui, "About", 800, 640);
  Box rest = frame.body;
  draw_sheet_head(ui, rest.take_top(72), "Newsloupe", "version " NEWSLOUPE_VERSION ", MIT licence");
  ui.canvas.across(rest.x0, rest.x1, rest.y0);
  ScrollRegion region(ui, "About text", rest);
  const Box column = region.content().shrunk(32, 0);
  float y = column.y0 + 20;
  y = words(ui, column, y, Type::kEvidence, Tint::kInk,
            "Compares news articles: what they agree on, where they differ and why, what only one of them says, who is "
            "quoted "
            "in which wording, and what copies what. Every statement can be opened down to the sentence it rests on.") +
      16;
  y = words(ui, column, y, Type::kBody, Tint::kInk2,
            "English is read in full. Of other languages only the structure is read; their names, figures and "
            "quotes are "
            "not compared. Readings can be wrong: the sentence is always beside them.") +
      24;
  if (!about.licences.empty()) {
    y = label(ui, column, y, "THIS PAGE CARRIES");
    y = draw_licence_names(ui, column, y, about.licences) + 20;
    y = label(ui, column, y, "THEIR LICENCES");
    const Box seen{column.x0, rest.y0, column.x1, rest.y1};
    y = draw_licence_texts(ui, seen, y, about.licences);
  }
  region.set_height(y - region.content().y0 + 24);
}

void draw_privacy(Ui& ui) {
  SheetFrame frame(ui, "Privacy", 720, 520);
  Box rest = frame.body;
  draw_sheet_head(ui, rest.take_top(72), "This page cannot send requests", "");
  ui.canvas.across(rest.x0, rest.x1, rest.y0);
  const Box column = rest.shrunk(32, 0);
  float y = column.y0 + 20;
  y = words(ui, column, y, Type::kEvidence, Tint::kInk,
            "Your articles are read here, in this page, and stay here. The page carries a policy that forbids the "
            "browser to "
            "fetch or send anything for it, so this is not a promise but a lock.") +
      20;
  y = label(ui, column, y, "THE POLICY, IN ITS PARTS");
  constexpr const char* kParts[][2] = {
      {"default-src 'none'", "nothing is loaded unless named below"},
      {"connect-src 'none'", "no request by script, anywhere"},
      {"form-action 'none'", "no form is sent"},
      {"base-uri 'none'", "no address can be bent"},
      {"script-src, worker-src", "only the scripts inside this file, by their fingerprints"},
      {"img-src, font-src", "only what is inside this file"},
  };
  for (const auto& part : kParts) {
    ui.canvas.text(Type::kBodyStrong, column.x0, y, Tint::kInk, part[0]);
    ui.canvas.text(Type::kBody, column.x0 + 190, y, Tint::kInk2, part[1]);
    y += 24;
  }
  y = label(ui, column, y + 16, "HOW TO CHECK");
  words(
      ui, column, y, Type::kBody, Tint::kInk,
      "Open the developer tools of the browser (F12), choose Network, and use the page: the list stays empty. Or go "
      "offline first: everything works. Links in articles open as usual when you click them; the page follows none by "
      "itself.");
}

void draw_paste(Ui& ui, std::string& text) {
  SheetFrame frame(ui, "Paste", 800, 560);
  Box rest = frame.body;
  draw_sheet_head(ui, rest.take_top(72), "Paste text", "one article at a time; its headline on the first line");
  const Box foot = rest.take_bottom(64);
  area(ui, "Article text", rest.shrunk(32, 0), text);
  const float width = button_width(ui.canvas, "Add article", 40, {ButtonKind::kPrimary, Icon::kCount});
  const Box add = Box::at(foot.x1 - 32 - width, foot.middle_y() - 20, width, 40);
  const bool empty = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (empty) {
    ui.canvas.text(Type::kSmall, foot.x0 + 32, foot.middle_y() - 8, Tint::kInk3, "Nothing has been pasted yet.");
    return;
  }
  if (button(ui, "Add article", add, {ButtonKind::kPrimary, Icon::kCount})) {
    ui.commands.emplace_back(AddPastedText{text});
    text.clear();
  }
}

}  // namespace newsloupe::ui
