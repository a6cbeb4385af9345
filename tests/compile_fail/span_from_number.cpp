// A lone offset is not a span.
#include "core/base/span.h"

#ifdef MUST_FAIL
newsloupe::TextSpan span = 7;
#else
newsloupe::TextSpan span = {7, 7};
#endif
