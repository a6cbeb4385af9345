// The foot of an article: who else worked on it and whose material it is, and what an issuer adds below a release.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clean/piece.h"
#include "core/resources/resources.h"

namespace newsloupe {

struct CreditReading {
  std::vector<std::string> agencies;   // whose material it is
  std::vector<std::string> reporters;  // "Reporting by ..."
  std::vector<std::string> helpers;    // "Additional reporting by ...", "editing by ..."
  std::string outlet;                  // "© The Meridian Post"
};

// Reads "With material from Atlas News Service", "(Reuters)", "Source: Atlas News Service", "(Reporting by Dana Merrow;
// editing by Lew Abbot)", "© 2025 The Meridian Post". Nothing where the line is more than credits.
std::optional<CreditReading> read_credit(std::string_view line, const Resources& resources);

// Marks credits above `lead` and at the end and keeps them as candidates. Marks "ENDS" and what follows, contacts,
// notes to editors and "About Kestrel Marine Group: ..." at the end.
void mark_foot(Draft& draft, std::size_t lead, const Resources& resources);

}  // namespace newsloupe
