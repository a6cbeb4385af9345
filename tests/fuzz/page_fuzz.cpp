// Any text as a page: parsed folded it gives the tree that the whole page gives.
#include "core/base/utf8.h"
#include "core/ingest/html_folding.h"
#include "tests/fuzz/check.h"
#include "tests/support/tree_dump.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace newsloupe;
  const std::string_view page = fuzz::bytes_from(data, size);
  if (!is_valid_utf8(page) || page.find('\0') != std::string_view::npos) return 0;
  FoldedHtml folded = fold_html(page, 256);
  if (folded.too_deep) return 0;
  const HtmlTree whole(page, {std::string(page), {}, false});
  const HtmlTree tree(page, std::move(folded));
  fuzz::require(tree_dump(tree) == tree_dump(whole), "the folded page gives the tree of the page");
  return 0;
}
