// Bytes of the source are not bytes of the text.
#include "core/base/span.h"

newsloupe::TextSpan text{0, 4};
newsloupe::SourceSpan source{0, 4};

#ifdef MUST_FAIL
bool mixed() { return text.overlaps(source); }
#else
bool mixed() { return text.overlaps(newsloupe::TextSpan{source.begin, source.end}); }
#endif
