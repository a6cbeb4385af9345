#pragma once

#include <cstdint>
#include <vector>

#include "web/app/views.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

// A piece of the page: one paragraph, a dateline with the paragraph it stands before, or a closed run of furniture.
struct ReaderBlock {
  std::uint32_t first = 0, last = 0;  // paragraphs
  TextSpan span;                      // of the article's text; empty for closed furniture
  float top = 0, height = 0;
  bool closed = false;  // furniture shown as one line
};

struct ReaderPanelState {
  // The page as it was set last, and what it was set for.
  std::vector<ReaderBlock> blocks;
  std::uint64_t revision = 0;
  std::uint32_t article = UINT32_MAX;
  float width = 0, size = 0, height = 0;
  std::vector<std::uint32_t> opened_furniture;  // first paragraphs of the runs that are open
  // Scrolling.
  TextSpan revealed;
  std::uint32_t revealed_article = UINT32_MAX;
  float wanted_scroll = -1;  // asked for by the strip; negative: not
};

// S3: the article in reading serif, what others say of it underlined, notes in the margin, a strip that is map and
// scroll bar in one.
void draw_reader(Ui& ui, Box box, const SetView& set, const ReaderView& view, const EvidenceView& evidence,
                 ReaderPanelState& state);

}  // namespace newsloupe::ui
