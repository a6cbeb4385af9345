#pragma once

#include "web/app/actions.h"

// Walking through rows, paragraphs, differences and articles, and what is done with the row that is selected.
namespace newsloupe::row_actions {

void next_row(const KeyContext& context, CommandQueue& commands);
void previous_row(const KeyContext& context, CommandQueue& commands);
void next_difference(const KeyContext& context, CommandQueue& commands);
void previous_difference(const KeyContext& context, CommandQueue& commands);
// In Read the next article; elsewhere the row is opened, or closed.
void right(const KeyContext& context, CommandQueue& commands);
void left(const KeyContext& context, CommandQueue& commands);
// The first sentence of what is selected; in Read, the first one of another article.
void read_here(const KeyContext& context, CommandQueue& commands);
// The selected thing with its sentences and their sources, as plain text.
void copy_evidence(const KeyContext& context, CommandQueue& commands);

// In Compare: the articles exchanged; elsewhere the article of the selected row beside the next one.
void compare_articles(const KeyContext& context, CommandQueue& commands);
// The passage of Compare shown last: in its article, and both of its versions with their sources as plain text.
void read_passage(const KeyContext& context, CommandQueue& commands);
void copy_passage(const KeyContext& context, CommandQueue& commands);
bool at_passage(const KeyContext& context);

// In Search.
void next_hit(const KeyContext& context, CommandQueue& commands);
void previous_hit(const KeyContext& context, CommandQueue& commands);
void open_hit(const KeyContext& context, CommandQueue& commands);
// The sheet that corrects the selected name or quote; in Read with nothing of that kind selected, the one of files.
void correct(const KeyContext& context, CommandQueue& commands);

// The article that is read, marked as mine or as the reference, or no longer.
void mark_mine(const KeyContext& context, CommandQueue& commands);
void mark_reference(const KeyContext& context, CommandQueue& commands);
bool at_article(const KeyContext& context);

bool has_evidence(const KeyContext& context);
bool can_correct(const KeyContext& context);

}  // namespace newsloupe::row_actions
