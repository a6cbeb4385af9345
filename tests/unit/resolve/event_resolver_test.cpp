#include <doctest/doctest.h>

#include <fstream>

#include "core/resolve/resolve.h"
#include "tests/support/segmented_paragraphs.h"

namespace newsloupe {
namespace {

std::string_view name_of(EventStatus status) {
  constexpr std::string_view kNames[] = {"happened", "planned", "possible", "denied"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string events_of(std::string_view text) {
  const SegmentedDocument doc = segmented_paragraphs(text);
  std::string out;
  const std::optional<CivilDate> published = parse_iso_date("2025-08-26");
  const Layer<Timex> times = annotate_times(doc, published, shared_resources());
  for (const Event& event : resolve_events({doc, shared_resources().lexicon}, Coreference{}, times, published)) {
    out += "> " + event.label + " (" + std::string(doc.text(event.trigger)) + ") ";
    out += name_of(event.status);
    out += '\n';
  }
  return out;
}

// Names as the annotator would find them, so that participants are tested apart from it.
Coreference with_names(const SegmentedDocument& doc,
                       std::initializer_list<std::pair<std::string_view, EntityType>> names) {
  std::vector<Mention> mentions;
  for (const auto& [name, type] : names) {
    const auto at = static_cast<std::uint32_t>(doc.document->text().find(name));
    Mention mention;
    mention.span = {at, at + static_cast<std::uint32_t>(name.size())};
    mention.type = type;
    mentions.push_back(mention);
  }
  Coreference result;
  result.mentions = Layer<Mention>(std::move(mentions));
  return result;
}

std::string names_of(const SegmentedDocument& doc, const Coreference& names, const std::vector<Id<Mention>>& ids) {
  std::string out;
  for (const Id<Mention> id : ids) out += (out.empty() ? "" : "|") + std::string(doc.text(names.mentions[id].span));
  return out;
}

}  // namespace

TEST_CASE("events and whether they came about") {
  std::ifstream file(NEWSLOUPE_SOURCE_DIR "/tests/cases/events.cases");
  std::string name, text, expected;
  int checked = 0;
  const auto check = [&] {
    if (text.empty()) return;
    CAPTURE(name);
    CHECK(events_of(text) == expected);
    ++checked;
    text.clear();
    expected.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("case ")) {
      check();
      name = line.substr(5);
    } else if (line.starts_with("| ")) {
      text += line.substr(2) + "\n";
    } else if (line.starts_with("> ")) {
      expected += line + "\n";
    }
  }
  check();
  CHECK(checked > 6);
}

TEST_CASE("who does it to whom, and where") {
  struct Row {
    std::string_view text;
    std::initializer_list<std::pair<std::string_view, EntityType>> names;
    std::string_view who, whom, where;
  };
  const Row rows[] = {
      {"Joan Weaver met Emil Okoro in Orla.",
       {{"Joan Weaver", EntityType::kPerson}, {"Emil Okoro", EntityType::kPerson}, {"Orla", EntityType::kPlace}},
       "Joan Weaver",
       "Emil Okoro",
       "Orla"},
      {"Joan Weaver arrested an Orla girl.",
       {{"Joan Weaver", EntityType::kPerson}, {"Orla", EntityType::kPlace}},
       "Joan Weaver",
       "",
       ""},
      {"Joan Weaver attacked Emil Okoro's boat.",
       {{"Joan Weaver", EntityType::kPerson}, {"Emil Okoro", EntityType::kPerson}},
       "Joan Weaver",
       "",
       ""},
      {"Joan Weaver and Emil Okoro met in Orla.",
       {{"Joan Weaver", EntityType::kPerson}, {"Emil Okoro", EntityType::kPerson}, {"Orla", EntityType::kPlace}},
       "Joan Weaver|Emil Okoro",
       "",
       "Orla"},
      {"Emil Okoro was arrested by Navy Police in Orla.",
       {{"Emil Okoro", EntityType::kPerson}, {"Navy Police", EntityType::kOrganization}, {"Orla", EntityType::kPlace}},
       "Navy Police",
       "Emil Okoro",
       "Orla"},
      {"Joan Weaver said the launch in Orla was late.",
       {{"Joan Weaver", EntityType::kPerson}, {"Orla", EntityType::kPlace}},
       "",
       "",
       "Orla"},
      {"After the launch by Velda, Joan Weaver slept.",
       {{"Velda", EntityType::kPlace}, {"Joan Weaver", EntityType::kPerson}},
       "Velda",
       "",
       ""},
      {"A man opened fire at a harbour in the town of Emil Okoro.", {{"Emil Okoro", EntityType::kPerson}}, "", "", ""},
      {"Joan Weaver was sacked and works for Emil Okoro.",
       {{"Joan Weaver", EntityType::kPerson}, {"Emil Okoro", EntityType::kPerson}},
       "",
       "Joan Weaver",
       ""},
      {"Police arrested Joan Weaver, 32, on several charges near Gladstone Hall.",
       {{"Joan Weaver", EntityType::kPerson}, {"Gladstone Hall", EntityType::kOrganization}},
       "",
       "Joan Weaver",
       ""},
      {"Joan Weaver held new talks with Emil Okoro and Ada Brook.",
       {{"Joan Weaver", EntityType::kPerson}, {"Emil Okoro", EntityType::kPerson}, {"Ada Brook", EntityType::kPerson}},
       "Joan Weaver",
       "Emil Okoro|Ada Brook",
       ""},
      {"Joan Weaver found an old announcement.", {{"Joan Weaver", EntityType::kPerson}}, "", "", ""},
      {"The arrest of Emil Okoro by Navy Police in May was late.",
       {{"Emil Okoro", EntityType::kPerson}, {"Navy Police", EntityType::kOrganization}},
       "Navy Police",
       "Emil Okoro",
       ""},
      {"They called on Joan Weaver to resign.", {{"Joan Weaver", EntityType::kPerson}}, "Joan Weaver", "", ""},
      {"Joan Weaver visited Velda.",
       {{"Joan Weaver", EntityType::kPerson}, {"Velda", EntityType::kPlace}},
       "Joan Weaver",
       "",
       "Velda"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const SegmentedDocument doc = segmented_paragraphs(row.text);
    const Coreference names = with_names(doc, row.names);
    const Layer<Event> events = resolve_events({doc, shared_resources().lexicon}, names, Layer<Timex>(), std::nullopt);
    REQUIRE(events.size() == 1);
    CHECK(names_of(doc, names, events[std::size_t{0}].who) == row.who);
    CHECK(names_of(doc, names, events[std::size_t{0}].whom) == row.whom);
    CHECK(names_of(doc, names, events[std::size_t{0}].where) == row.where);
  }
}

TEST_CASE("when it happens, within its own clause") {
  const struct {
    std::string_view text, time, when;
  } rows[] = {
      {"Joan Weaver was arrested on 4 May 2025.", "4 May 2025", "4 May 2025"},
      {"On 4 May 2025 the treaty was signed.", "4 May 2025", "4 May 2025"},
      {"The towns have fought since 4 May 2025.", "4 May 2025", "4 May 2025"},
      {"She visited towns that were spared in 2018.", "2018", ""},
      {"She said on 4 May 2025 that the treaty was signed.", "4 May 2025", ""},
      {"The house where he was born will close, she said on 4 May 2025.", "4 May 2025", ""},
      {"The treaty was signed, she told reporters on 4 May 2025.", "4 May 2025", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const SegmentedDocument doc = segmented_paragraphs(row.text);
    const auto at = static_cast<std::uint32_t>(doc.document->text().find(row.time));
    Timex time;
    time.span = {at, at + static_cast<std::uint32_t>(row.time.size())};
    time.type = TimexType::kDate;
    const Layer<Timex> times({time});
    const Layer<Event> events = resolve_events({doc, shared_resources().lexicon}, Coreference{}, times, std::nullopt);
    REQUIRE(!events.empty());
    CHECK((events[0].when.valid() ? doc.text(times[events[0].when].span) : std::string_view()) == row.when);
  }
}

}  // namespace newsloupe
