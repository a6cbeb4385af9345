// The head of an article: headline, subtitle, byline and dates, and what repeats them further down.
#pragma once

#include "core/clean/piece.h"
#include "core/ingest/date_text.h"
#include "core/resources/resources.h"

namespace newsloupe {

// Marks the lines above the first running text and keeps what they say as candidates. A headline is a short line
// without final stop with running text below it, so a text of one line has none. `title` is what metadata calls the
// article, empty where it says nothing: a line equal to it is the headline.
void mark_head(Draft& draft, std::string_view title, const Resources& resources);

// Marks what stands there twice: the headline again (also joined to itself by a bar), the lead cut off by an ellipsis,
// and any paragraph of five words or more that came before.
void mark_repeats(Draft& draft, std::string_view title);

// Marks short lines between paragraphs of running text.
void mark_subheadings(Draft& draft);

// Cuts the dateline off the lead.
void mark_dateline(Draft& draft, const Resources& resources);

// A line of two to thirty words that begins with a capital and does not stop.
[[nodiscard]] bool can_be_headline(const Draft& draft, std::size_t piece);

// Whether a line is what the page calls its outlet: a page's first heading may be the site's name.
[[nodiscard]] bool names_outlet(const Draft& draft, std::size_t piece);

// Tells that the line's weekday is not that of its date.
void note_weekday(Draft& draft, std::size_t piece, const DateReading& date);

// Letters and digits in folded form: what two lines that say the same have in common.
[[nodiscard]] std::string text_key(std::string_view text);

}  // namespace newsloupe
