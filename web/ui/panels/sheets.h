#pragma once

#include <string>
#include <string_view>

#include "web/ui/widgets.h"

namespace newsloupe::ui {

// Name, version and licence of everything the page carries, and the texts: "== name version (licence)", a blank line,
// the text.
struct AboutText {
  std::string_view licences;
};

void draw_about(Ui& ui, const AboutText& about);
// What the page promises, and how to see that it keeps it.
void draw_privacy(Ui& ui);
// A place to paste or type an article's text; `text` is kept while the sheet is closed.
void draw_paste(Ui& ui, std::string& text);

}  // namespace newsloupe::ui
