// Views point into a document, so it stays where it was made.
#include "core/text/document.h"

newsloupe::Document make();

#ifdef MUST_FAIL
void copy(const newsloupe::Document& document) { newsloupe::Document other = document; }
#else
void copy(const newsloupe::Document& document) { [[maybe_unused]] const newsloupe::Document& other = document; }
#endif
