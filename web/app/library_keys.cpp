#include "web/app/library_keys.h"

#include <algorithm>

namespace newsloupe::library_keys {
namespace {

const LibraryChoice& choice(const KeyContext& context) { return context.state.library; }

// The row under the cursor; null while the worker has not sent it.
const LibraryRow* row_at(const KeyContext& context, std::uint32_t row) {
  const LibraryView& view = context.views.library;
  return row >= view.first && row - view.first < view.rows.size() ? &view.rows[row - view.first] : nullptr;
}

void step(const KeyContext& context, int by, CommandQueue& commands) {
  const auto last = static_cast<std::int64_t>(context.views.library.total) - 1;
  if (last < 0) return;
  const std::int64_t to = std::clamp<std::int64_t>(std::int64_t{choice(context).cursor} + by, 0, last);
  commands.emplace_back(MoveCursor{static_cast<std::uint32_t>(to)});
}

bool is_head(const LibraryRow& row) { return row.kind != LibraryRowKind::kArticle; }

}  // namespace

bool in_library(const KeyContext& context) { return context.state.view.screen == Screen::kLibrary; }

void next_row(const KeyContext& context, CommandQueue& commands) { step(context, 1, commands); }
void previous_row(const KeyContext& context, CommandQueue& commands) { step(context, -1, commands); }

void right(const KeyContext& context, CommandQueue& commands) {
  const LibraryRow* row = row_at(context, choice(context).cursor);
  if (row == nullptr || !is_head(*row)) return;
  if (row->expanded) return step(context, 1, commands);
  commands.emplace_back(ExpandStory{row->story, true});
}

void left(const KeyContext& context, CommandQueue& commands) {
  const std::uint32_t cursor = choice(context).cursor;
  const LibraryRow* row = row_at(context, cursor);
  if (row == nullptr) return;
  if (is_head(*row)) {
    if (row->expanded) commands.emplace_back(ExpandStory{row->story, false});
    return;
  }
  for (std::uint32_t up = cursor; up > 0; --up) {
    const LibraryRow* above = row_at(context, up - 1);
    if (above == nullptr) return;
    if (is_head(*above)) return void(commands.emplace_back(MoveCursor{up - 1}));
  }
}

void enter(const KeyContext& context, CommandQueue& commands) {
  const LibraryRow* row = row_at(context, choice(context).cursor);
  if (row == nullptr) return;
  if (row->kind == LibraryRowKind::kStory) commands.emplace_back(OpenStoryOf{row->story});
  if (row->kind == LibraryRowKind::kLoose) commands.emplace_back(ExpandStory{row->story, !row->expanded});
  if (row->kind != LibraryRowKind::kArticle) return;
  if (row->left_out) {
    commands.emplace_back(SwitchArticle{row->id, false});
  } else {
    commands.emplace_back(ReadArticle{row->id});
  }
}

void tick(const KeyContext& context, CommandQueue& commands) {
  const LibraryRow* row = row_at(context, choice(context).cursor);
  if (row == nullptr) return;
  if (!is_head(*row)) {
    commands.emplace_back(TickArticle{row->id, row->story, !choice(context).ticked.contains(row->id)});
    return;
  }
  const auto ticked = std::count_if(choice(context).ticked.begin(), choice(context).ticked.end(),
                                    [&](const auto& article) { return article.second == row->story; });
  const bool all = ticked >= static_cast<std::ptrdiff_t>(row->matching);
  commands.emplace_back(TickMany{TickMany::What::kStory, row->story, "", "", !all});
}

void tick_all(const KeyContext&, CommandQueue& commands) { commands.emplace_back(TickMany{}); }

}  // namespace newsloupe::library_keys
