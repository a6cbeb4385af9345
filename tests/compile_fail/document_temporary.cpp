// A view of a document that is about to die.
#include "core/text/document.h"

newsloupe::Document make();

std::string_view dangling() {
#ifdef MUST_FAIL
  return make().text();
#else
  static const newsloupe::Document document = make();
  return document.text();
#endif
}
