#pragma once

#include <span>
#include <vector>

#include "web/platform/events.h"

// The queue between the page and the frame: filled by the bridge or by a test, emptied by platform::take_events().
namespace newsloupe::platform {

// Every event is worth this many frames: popups and sizes that depend on the frame before settle in two.
inline constexpr int kFramesPerEvent = 3;

void push_event(Event event);

// What the next take_events() will give.
std::span<const Event> waiting_events();

}  // namespace newsloupe::platform
