#pragma once

#include "web/platform/events.h"

// Dear ImGui's platform and renderer. canvas_web.cpp draws with WebGL2; canvas_native.cpp draws nothing and counts.
// The ImGui context is made by start() and lives as long as the program.
namespace newsloupe::canvas {

// False: there is no WebGL2 here.
bool start();

// Gives ImGui the events that are about to be taken and opens the frame; `seconds` since the frame before.
void begin_frame(float seconds);

// Renders what was drawn, and tells the page about cursor and caret.
void end_frame();

// The graphics context came back after a loss: everything is uploaded again.
void restore();

}  // namespace newsloupe::canvas
