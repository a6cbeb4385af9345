#include "core/wire/view_text.h"

#include <doctest/doctest.h>

#include <string>

#include "core/wire/session_host.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

std::string again(const std::string& text) {
  ViewState view;
  return read_view(text, view) ? text_from(view) : "no screen";
}

}  // namespace

TEST_CASE("a view comes back from its text; what is usual is not in it, what is unknown is left out") {
  struct {
    const char *text, *again;
  } const table[] = {
      {"brief", "brief"},
      {"read a=2 r=3-9 l=3", "read a=2 r=3-9 l=3"},
      {"compare p=0-1", "compare p=0-1"},
      {"compare p=2-0 m=facts d=0", "compare p=2-0 m=facts d=0"},
      {"compare p=1-1 m=text", "compare"},
      {"compare p=x m=sideways z=9", "compare"},
      {"nowhere p=0-1", "no screen"},
  };
  for (const auto& row : table) CHECK(again(row.text) == row.again);
}

TEST_CASE("a pair travels by the places of its articles, and not without one of them") {
  Session session(shared_resources(), {});
  for (AddFile& file : sample_files()) session.add(std::move(file.id), std::move(file.name), std::move(file.bytes));
  while (session.has_work()) session.step();
  const Presenter presenter(session.snapshot());
  ViewState view;
  view.screen = Screen::kCompare;
  view.left = 1;
  view.right = 0;
  const std::string text = travelling_text(view, presenter, {3, 5});
  CHECK(text == "compare a=3 p=5-3");
  const ViewState there = view_from_travelling(text, presenter, {{}, {}, {}, 2, {}, 4});
  CHECK(there.screen == Screen::kCompare);
  CHECK(there.left == 4);
  CHECK(there.right == 2);
  const ViewState without = view_from_travelling(text, presenter, {{}, {}, {}, 2, {}, {}});
  CHECK(without.left == without.right);
}

}  // namespace newsloupe
