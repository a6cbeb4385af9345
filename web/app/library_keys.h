#pragma once

#include "web/app/actions.h"

// What keys do in the Library: walk through its rows, open and close stories, tick.
namespace newsloupe::library_keys {

bool in_library(const KeyContext& context);

void next_row(const KeyContext& context, CommandQueue& commands);
void previous_row(const KeyContext& context, CommandQueue& commands);
// Opens the head, or goes to the first article below it.
void right(const KeyContext& context, CommandQueue& commands);
// Closes the head, or goes to the head of the article.
void left(const KeyContext& context, CommandQueue& commands);
// The story in the Brief, or the article in Read.
void enter(const KeyContext& context, CommandQueue& commands);
void tick(const KeyContext& context, CommandQueue& commands);
void tick_all(const KeyContext& context, CommandQueue& commands);

}  // namespace newsloupe::library_keys
