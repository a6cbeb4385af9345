// Anything that claims to be a kept story, a log of corrections or a view: refused in one line, or read and written
// again without loss.
#include "core/wire/correction_log_json.h"
#include "core/wire/story_file.h"
#include "core/wire/view_text.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  const std::string_view bytes = fuzz::bytes_from(data, size);
  for (const Result<KeptStory>& story : {story_from_page(bytes), story_from_json(bytes)}) {
    if (!story.ok()) {
      fuzz::require(!story.error().message.empty(), "an error says why");
      continue;
    }
    const std::string json = story_json(story.value());
    const Result<KeptStory> again = story_from_json(json);
    fuzz::require(again.ok() && story_json(again.value()) == json, "a story survives its bytes");
    const Result<KeptStory> paged = story_from_page("<p>" + story_block(story.value()));
    fuzz::require(paged.ok() && story_json(paged.value()) == json, "a story survives its page");
  }
  if (const Result<std::vector<Change>> changes = changes_from_json(bytes); changes.ok()) {
    const std::string rows = wire::to_line(corrections_json(changes.value()));
    const Result<std::vector<Change>> again = changes_from_json(rows);
    fuzz::require(again.ok() && wire::to_line(corrections_json(again.value())) == rows, "a log survives its bytes");
  }
  ViewState view;
  if (read_view(bytes, view)) {
    const std::string text = text_from(view);
    ViewState again;
    fuzz::require(read_view(text, again) && text_from(again) == text, "a view survives its text");
  }
  return 0;
}
