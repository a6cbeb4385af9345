// A range of tokens is not a range of text.
#include "core/base/span.h"

newsloupe::TokenSpan tokens{1, 2};

#ifdef MUST_FAIL
newsloupe::TextSpan text = tokens;
#else
newsloupe::TokenSpan text = tokens;
#endif
