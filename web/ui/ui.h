#pragma once

#include <string>
#include <vector>

#include "core/present/view_state.h"
#include "web/app/command.h"
#include "web/app/settings.h"
#include "web/ui/canvas.h"
#include "web/ui/text_flow.h"

namespace newsloupe::ui {

// Where the words of a line are from, for what is copied: "Morning Ledger, 4 May 2025" and "¶ 6".
struct TextSource {
  std::string name, where;
};

// One line of painted article text, for the transparent text layer over the canvas.
struct LayerLine {
  Box box;  // relative to the area's origin
  TypeSpec type;
  bool shaped = false, right_to_left = false;
  std::string text, tail;  // what is painted, and what follows it in the text
  TextSource source;
};

// A part of the screen with selectable text that scrolls by itself.
struct TextArea {
  Box clip;
  ImVec2 origin;       // moves with the scrolling
  ImGuiID window = 0;  // what scrolls
  std::vector<LayerLine> lines;
};

// What a frame reports to the page beside its picture.
struct FrameReport {
  std::vector<TextArea> text_areas;
  struct Door {  // a button that opens a file chooser
    Box box;
    bool folder = false;
  };
  std::vector<Door> doors;
  bool wants_frames = false;  // something moves
};

// What every drawing function needs: where to draw, what was chosen, where commands go. Made anew each frame; a child
// region changes the canvas and puts it back.
struct Ui {
  Canvas canvas;
  FlowCache& flows;
  const ViewState& state;
  CommandQueue& commands;
  FrameReport& report;
  bool reduced_motion = false;
  Settings settings = {};
};

}  // namespace newsloupe::ui
