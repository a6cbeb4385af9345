#include "core/resources/resources.h"

#include <algorithm>
#include <array>

#include "core/resources/asset_table.h"

namespace newsloupe {
namespace {

constexpr std::string_view kLexiconFolder = "lexicon/en/";
constexpr std::string_view kLanguagesFile = "lexicon/languages.txt";
constexpr std::string_view kForeignAbbreviationsFile = "lexicon/abbreviations.txt";
constexpr std::string_view kRulesFolder = "rules/en/";

struct LexiconFile {
  std::string_view name;  // below kLexiconFolder, without ".txt"
  WordClass word_class;
};

// Which file fills which class.
constexpr LexiconFile kLexiconFiles[] = {
    {"abbreviations", WordClass::kAbbreviation},
    {"agencies", WordClass::kAgency},
    {"anonymous_sources", WordClass::kAnonymousSource},
    {"approximators", WordClass::kApproximator},
    {"auxiliaries", WordClass::kAuxiliary},
    {"byline_words", WordClass::kBylineWord},
    {"boilerplate_words", WordClass::kBoilerplateWord},
    {"boilerplate_phrases", WordClass::kBoilerplateWord},
    {"common_nouns", WordClass::kCommonNoun},
    {"common_words", WordClass::kCommonWord},
    {"conjunctions", WordClass::kConjunction},
    {"countries", WordClass::kCountry},
    {"currencies", WordClass::kCurrencyWord},
    {"demonyms", WordClass::kDemonym},
    {"determiners", WordClass::kDeterminer},
    {"directions", WordClass::kDirection},
    {"event_heads", WordClass::kEventHead},
    {"event_triggers", WordClass::kEventTrigger},
    {"family_names", WordClass::kFamilyName},
    {"given_names", WordClass::kGivenName},
    {"group_nouns", WordClass::kGroupNoun},
    {"hedges", WordClass::kHedge},
    {"honorifics", WordClass::kHonorific},
    {"magnitudes", WordClass::kMagnitude},
    {"months", WordClass::kMonth},
    {"name_cues", WordClass::kNameCue},
    {"negations", WordClass::kNegation},
    {"nicknames", WordClass::kNickname},
    {"number_words", WordClass::kNumberWord},
    {"offices", WordClass::kOffice},
    {"ordinals", WordClass::kOrdinalWord},
    {"organization_heads", WordClass::kOrganizationHead},
    {"organization_suffixes", WordClass::kOrganizationSuffix},
    {"organizations", WordClass::kOrganizationName},
    {"outlets", WordClass::kOutlet},
    {"pale_heads", WordClass::kPaleHead},
    {"pale_words", WordClass::kPaleWord},
    {"particles", WordClass::kParticle},
    {"past_forms", WordClass::kPastForm},
    {"person_nouns", WordClass::kPersonNoun},
    {"place_heads", WordClass::kPlaceHead},
    {"places", WordClass::kPlace},
    {"prepositions", WordClass::kPreposition},
    {"program_heads", WordClass::kProgramHead},
    {"pronouns", WordClass::kPronoun},
    {"relatives", WordClass::kRelative},
    {"reporting_nouns", WordClass::kReportingNoun},
    {"reporting_verbs", WordClass::kReportingVerb},
    {"seasons", WordClass::kSeason},
    {"stop_words", WordClass::kStopWord},
    {"time_units", WordClass::kTimeUnit},
    {"units", WordClass::kUnit},
    {"weekdays", WordClass::kWeekday},
};

void append_problems(std::string_view path, const std::vector<std::string>& found, std::vector<std::string>& problems) {
  for (const std::string& problem : found) problems.push_back(std::string(path) + ": " + problem);
}

// The part of `path` between `folder` and `ending`; empty where it is no such file.
std::string_view name_in(std::string_view path, std::string_view folder, std::string_view ending) {
  if (!path.starts_with(folder) || !path.ends_with(ending)) return {};
  return path.substr(folder.size(), path.size() - folder.size() - ending.size());
}

void load_lexicon_file(const Asset& asset, std::string_view name, Resources& resources) {
  const auto* const file = std::ranges::find(kLexiconFiles, name, &LexiconFile::name);
  if (file == std::ranges::end(kLexiconFiles)) {
    resources.problems.push_back(std::string(asset.path) + ": no word class is filled from this file");
    return;
  }
  append_problems(asset.path, resources.lexicon.load(file->word_class, asset.content), resources.problems);
}

}  // namespace

std::unique_ptr<const Resources> load_resources() {
  auto resources = std::make_unique<Resources>();
  for (const Asset& asset : embedded_assets()) {
    const std::string_view name = name_in(asset.path, kLexiconFolder, ".txt");
    if (!name.empty()) load_lexicon_file(asset, name, *resources);
    if (asset.path == kLanguagesFile) {
      append_problems(asset.path, resources->lexicon.load(WordClass::kLanguageWord, asset.content),
                      resources->problems);
    }
    if (asset.path == kForeignAbbreviationsFile) {
      append_problems(asset.path, resources->lexicon.load(WordClass::kAbbreviation, asset.content),
                      resources->problems);
    }
  }
  const std::array<std::pair<std::string_view, RuleSet*>, 4> rule_files{{{"timex", &resources->timex_rules},
                                                                         {"quantity", &resources->quantity_rules},
                                                                         {"attribution", &resources->attribution_rules},
                                                                         {"event", &resources->event_rules}}};
  for (const Asset& asset : embedded_assets()) {
    const std::string_view name = name_in(asset.path, kRulesFolder, ".rules");
    const auto file = std::ranges::find(rule_files, name, [](const auto& row) { return row.first; });
    if (file == rule_files.end()) continue;
    std::vector<std::string> problems;
    *file->second = RuleSet::compile(asset.content, resources->lexicon, problems);
    append_problems(asset.path, problems, resources->problems);
  }
  return resources;
}

}  // namespace newsloupe
