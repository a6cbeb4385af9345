#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/wire/story_file.h"

// A story that opens is written as the same story; what does not open says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<KeptStory> story = bytes.starts_with('{') ? story_from_json(bytes) : story_from_page(bytes);
  if (!story.ok()) {
    if (story.error().message.empty()) std::abort();
    return 0;
  }
  const std::string json = story_json(story.value());
  const Result<KeptStory> again = story_from_json(json);
  if (!again.ok() || story_json(again.value()) != json) std::abort();
  return 0;
}
