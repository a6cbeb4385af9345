#include "core/compare/office_holders.h"

#include <algorithm>
#include <string_view>

#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

constexpr std::string_view kOffices[] = {"prime minister",
                                         "president",
                                         "chancellor",
                                         "foreign secretary",
                                         "foreign minister",
                                         "secretary of state",
                                         "finance minister",
                                         "defence minister",
                                         "defense minister",
                                         "defense secretary",
                                         "defence secretary",
                                         "interior minister",
                                         "home secretary",
                                         "pope",
                                         "king",
                                         "queen"};

// "India's foreign secretary" to "foreign secretary"; empty for what many are.
std::string office_of(std::string_view role) {
  std::string folded = fold_word(role);
  if (const std::size_t of = folded.rfind("'s "); of != std::string::npos) folded.erase(0, of + 3);
  if (folded == "pm") return "prime minister";
  if (folded.ends_with(" counterpart") && folded.find(' ') == folded.rfind(' ')) return folded;
  return std::ranges::find(kOffices, folded) == std::ranges::end(kOffices) ? std::string() : folded;
}

}  // namespace

std::vector<OfficeHolder> office_holders(const Article& article) {
  std::vector<OfficeHolder> all;
  for (const Entity& entity : article.resolution.entities) {
    if (entity.type != EntityType::kPerson || entity.role.empty()) continue;
    std::string office = office_of(entity.role);
    if (office.empty()) continue;
    const std::size_t space = entity.name.rfind(' ');
    all.push_back({std::move(office),
                   fold_word(std::string_view(entity.name).substr(space == std::string::npos ? 0 : space + 1))});
  }
  std::vector<OfficeHolder> sole;
  for (const OfficeHolder& holder : all) {
    const auto same = std::ranges::count(all, holder.office, &OfficeHolder::office);
    if (same == 1) sole.push_back(holder);
  }
  return sole;
}

}  // namespace newsloupe
