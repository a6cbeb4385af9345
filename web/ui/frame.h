#pragma once

#include "web/app/views.h"
#include "web/ui/widgets.h"

// The frame around every screen: app bar, rail, status bar, and where the screen and the drawer stand between them.
namespace newsloupe::ui {

struct Layout {
  Box app_bar, rail, status_bar;
  Box main;                   // the screen
  Box drawer;                 // empty where it is closed
  bool narrow_rail = false;   // glyphs without words
  bool bottom_sheet = false;  // the drawer lies below the screen
};

// Cuts a window of this size. `drawer`: whether the drawer is shown.
Layout layout_from(ImVec2 window, bool drawer);

// Whether the drawer has anything to say on this screen.
bool shows_drawer(const ViewState& state);

void draw_app_bar(Ui& ui, Box box, const SetView& set);
void draw_rail(Ui& ui, Box box, bool narrow);
void draw_status_bar(Ui& ui, Box box, const SetView& set, const FileProgress& files, std::string_view saved,
                     std::string_view right);

// A button that opens a file chooser: reported to the page, which opens it inside the real click.
bool door_button(Ui& ui, std::string_view label, Box box, bool folder, ButtonLook look);

}  // namespace newsloupe::ui
