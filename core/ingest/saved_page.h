// What browsers and their extensions write above a page that they save.
#pragma once

#include "core/ingest/raw_article.h"
#include "core/unpack/charset.h"

namespace newsloupe {

// The address ("saved from url=(0023)https://...", SingleFile's "url:") and the day of saving become candidates. The
// day says nothing about the article and is a field of its own.
void read_saving_comments(const DecodedText& decoded, RawArticle& raw);

}  // namespace newsloupe
