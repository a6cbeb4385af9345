#pragma once

#include <span>

#include "web/platform/events.h"
#include "web/platform/platform.h"

// Between platform events and Dear ImGui: the same on every platform, so that tests can drive it without a browser.
namespace newsloupe::canvas {

// Settings of io that hold for every backend: no ini file, no blinking caret, the clipboard, the keys of a Mac on a
// Mac.
void configure_input();

void feed_events(std::span<const platform::Event> events);

// Sends the cursor and the caret that ImGui asked for to the page, and asks for a frame while events wait for one.
void report_to_page();

}  // namespace newsloupe::canvas
