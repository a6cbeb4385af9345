// An index of one kind of thing is not an index of another.
#include "core/base/id.h"

struct Quote {};
struct Mention {};

newsloupe::Id<Quote> quote{3};

#ifdef MUST_FAIL
newsloupe::Id<Mention> mention = quote;
#else
newsloupe::Id<Mention> mention{quote.index()};
#endif
