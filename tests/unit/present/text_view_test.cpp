#include "core/present/text_view.h"

#include <doctest/doctest.h>

#include "core/present/html_writer.h"
#include "core/resources/resources.h"

namespace newsloupe {
namespace {

std::string page_of(const std::vector<std::pair<std::string, std::string>>& files) {
  static const std::unique_ptr<const Resources> resources = load_resources();
  Session session(*resources, {});
  for (const auto& [name, text] : files) session.add(name, name, text);
  while (session.has_work()) session.step();
  return report_page(Presenter(session.snapshot()));
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("text view: texts of articles cannot become markup") {
  const std::string page = page_of(
      {{"a<b>.txt",
        "Flood <script>alert(1)</script> in Velda\n\nBy Ann <img src=x> Lee\n\nThe \"quick\" & 'wet' <b>river</b> rose "
        "on Friday. Fourteen people are missing, police said on Saturday in the <i>town</i>."}});
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("text view: every link inside the page has its place, every place its own name") {
  const std::string page = page_of({{"a.txt",
                                     "Flood in Velda\n\nFourteen people are missing, police said on 4 May 2025.\n\n"
                                     "\"The river rose,\" said Elena Marsh."},
                                    {"b.txt",
                                     "Velda under water\n\nTwelve people are missing, police said on 4 May 2025.\n\n"
                                     "\"The river rose fast,\" said Elena Marsh."}});
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
    const std::string name = page.substr(at + 7, page.find('"', at + 7) - at - 7);
    CHECK_MESSAGE(count(page, " id=\"" + name + "\"") == 1, name);
  }
  for (const char* part : {"<h1>", "id=\"nl-quotes\"", "id=\"nl-timeline\"", "id=\"nl-people\"", "id=\"nl-a1-p1\"",
                           "<th scope=\"row\">", "<th scope=\"col\">", "lang=\"en\" dir=\"ltr\""}) {
    CHECK_MESSAGE(page.find(part) != std::string::npos, part);
  }
  CHECK(count(page, "<table") == count(page, "</table>"));
  CHECK(count(page, "<article") == 2);
}

TEST_CASE("text view: an empty set is a page that says so") {
  CHECK(page_of({}).find("<h1>No articles yet</h1>") != std::string::npos);
}

TEST_CASE("direction of a language") {
  CHECK(direction_of("ar") == "rtl");
  CHECK(direction_of("fa-IR") == "rtl");
  CHECK(direction_of("en") == "ltr");
  CHECK(direction_of("") == "auto");
}

}  // namespace
}  // namespace newsloupe
