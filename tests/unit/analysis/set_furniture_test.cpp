// What an outlet prints with many articles is set aside, and what only looks like it is not.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/analysis/session.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

constexpr std::string_view kLine =
    "The Coast Herald has reported from the harbour since 1881 and thanks its 9,000 readers.";

struct Text {
  std::string_view headline, first, second;
};
constexpr Text kTexts[] = {
    {"Flood closes bridge",
     "The old bridge over the river was closed on Monday after the water rose, the council said.",
     "Engineers will look at it this week."},
    {"Bakery opens at four", "The ovens of the new bakery are lit at four in the morning, the baker Ada Lind said.",
     "Nobody in the street has complained so far."},
    {"Clock loses its hand", "The minute hand of the clock tower fell into the market on Friday, police said.",
     "It hurt nobody and was carried to the museum."},
    {"Ferry stays in harbour", "The ferry stayed in the harbour on Tuesday because nobody could find the key.",
     "Nine hundred passengers were given soup."},
};

std::string article(const Text& text, std::string_view outlet, std::string_view last) {
  std::string out;
  for (const std::string_view part :
       {text.headline, outlet, std::string_view("4 May 2025"), text.first, text.second, last}) {
    out.append(part) += "\n\n";
  }
  return out;
}

void work(Session& session) {
  while (session.has_work()) session.step();
}

std::size_t set_aside(const Session& session) {
  std::size_t count = 0;
  for (const ComparedArticle& compared : session.snapshot().comparison->articles) {
    for (const Paragraph& p : compared.article->doc.paragraphs) count += p.rule == kRepeatedInSet ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("a line below three unlike articles of an outlet is set aside in all of them") {
  Session session(shared_resources(), {});
  for (std::size_t i = 0; i < 2; ++i)
    session.add(std::string(kTexts[i].headline), "a.txt", article(kTexts[i], "Coast Herald", kLine));
  work(session);
  CHECK(set_aside(session) == 0);
  for (std::size_t i = 2; i < 4; ++i)
    session.add(std::string(kTexts[i].headline), "a.txt", article(kTexts[i], "Coast Herald", kLine));
  work(session);
  CHECK(set_aside(session) == 4);
  CHECK(session.snapshot().outline->stories.size() == 4);
  CHECK(session.snapshot().comparison->figures.empty());
  // In any order.
  Session other(shared_resources(), {});
  for (std::size_t i = 4; i-- > 0;)
    other.add(std::string(kTexts[i].headline), "a.txt", article(kTexts[i], "Coast Herald", kLine));
  work(other);
  CHECK(set_aside(other) == 4);
}

TEST_CASE("what is no furniture though it stands there often") {
  const auto count = [](const std::vector<std::string>& articles) {
    Session session(shared_resources(), {});
    for (std::size_t i = 0; i < articles.size(); ++i) session.add("a" + std::to_string(i), "a.txt", articles[i]);
    work(session);
    return set_aside(session);
  };
  // Versions of one article.
  CHECK(count({article(kTexts[0], "Coast Herald", kLine),
               article(kTexts[0], "Coast Herald", std::string(kLine) + "\n\nIt rains."),
               article(kTexts[0], "Coast Herald", std::string(kLine) + "\n\nThe sun is out.")}) == 0);
  // Two articles of one outlet, one of another.
  CHECK(count({article(kTexts[0], "Coast Herald", kLine), article(kTexts[1], "Coast Herald", kLine),
               article(kTexts[2], "Morning Gazette", kLine)}) == 0);
  // A short line.
  CHECK(count({article(kTexts[0], "Coast Herald", "It rained on."), article(kTexts[1], "Coast Herald", "It rained on."),
               article(kTexts[2], "Coast Herald", "It rained on.")}) == 0);
}

}  // namespace newsloupe
