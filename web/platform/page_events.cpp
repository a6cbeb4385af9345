#include "web/platform/page_events.h"

#include <utility>

#include "web/platform/platform.h"

namespace newsloupe::platform {
namespace {

std::vector<Event>& queue() {
  static std::vector<Event> events;
  return events;
}

}  // namespace

void push_event(Event event) {
  queue().push_back(std::move(event));
  request_frames(kFramesPerEvent);
}

std::span<const Event> waiting_events() { return queue(); }

std::vector<Event> take_events() { return std::exchange(queue(), {}); }

}  // namespace newsloupe::platform
