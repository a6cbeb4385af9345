#include "core/segment/language.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace newsloupe {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 37> kNames = {
    {{"ar", "Arabic"},     {"da", "Danish"},    {"de", "German"},     {"el", "Greek"},      {"en", "English"},
     {"es", "Spanish"},    {"fr", "French"},    {"hi", "Hindi"},      {"id", "Indonesian"}, {"it", "Italian"},
     {"nl", "Dutch"},      {"pl", "Polish"},    {"pt", "Portuguese"}, {"ru", "Russian"},    {"sv", "Swedish"},
     {"tr", "Turkish"},    {"uk", "Ukrainian"}, {"bg", "Bulgarian"},  {"bn", "Bengali"},    {"ca", "Catalan"},
     {"cs", "Czech"},      {"fa", "Persian"},   {"fi", "Finnish"},    {"he", "Hebrew"},     {"hr", "Croatian"},
     {"hu", "Hungarian"},  {"ja", "Japanese"},  {"ko", "Korean"},     {"nb", "Norwegian"},  {"no", "Norwegian"},
     {"ro", "Romanian"},   {"sk", "Slovak"},    {"sr", "Serbian"},    {"th", "Thai"},       {"ur", "Urdu"},
     {"vi", "Vietnamese"}, {"zh", "Chinese"}}};

}  // namespace

std::string language_of(const SegmentedDocument& doc, const Resources& resources) {
  std::map<std::string_view, std::uint32_t> hits;
  std::uint32_t all = 0;
  for (const RuleToken& token : doc.tokens) {
    if (!token.classes.has(WordClass::kLanguageWord)) continue;
    const LexiconEntry* entry = resources.lexicon.entry(WordClass::kLanguageWord, token.term);
    if (entry == nullptr || entry->columns.empty()) continue;
    ++hits[entry->columns[0]];
    ++all;
  }
  const auto most =
      std::max_element(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  // One word proves nothing: "und" stands in English company names, too.
  if (most == hits.end() || all < 2 || most->second * 2 <= all) return {};
  return std::string(most->first);
}

std::string language_name(std::string_view code) {
  const auto* const name =
      std::find_if(kNames.begin(), kNames.end(), [&](const auto& row) { return row.first == code; });
  return std::string(name == kNames.end() ? code : name->second);
}

}  // namespace newsloupe
