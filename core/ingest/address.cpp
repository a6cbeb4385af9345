#include "core/ingest/address.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/utf8.h"

namespace newsloupe {
namespace {

// The day in ".../2025/08/26/..." or ".../2025-08-26-...", as ISO 8601; empty where there is none.
std::string date_in_address(std::string_view address) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    return at + count <= address.size() && std::all_of(address.begin() + static_cast<std::ptrdiff_t>(at),
                                                       address.begin() + static_cast<std::ptrdiff_t>(at + count),
                                                       [](char c) { return c >= '0' && c <= '9'; });
  };
  for (std::size_t at = address.find('/'); at != std::string_view::npos; at = address.find('/', at + 1)) {
    if (!digits(at + 1, 4) || !digits(at + 6, 2) || !digits(at + 9, 2) || digits(at + 11, 1)) continue;
    const char mark = address[at + 5];
    const std::string_view year = address.substr(at + 1, 4);
    if ((mark != '/' && mark != '-') || address[at + 8] != mark || year < "1990" || year > "2099") continue;
    return std::string(year) + "-" + std::string(address.substr(at + 6, 2)) + "-" +
           std::string(address.substr(at + 9, 2));
  }
  return {};
}

// "https://www.paper.example:8080/a": paper.example. Nothing for what has no site: files, numbers, a machine's own
// name.
std::string site_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos || !address.starts_with("http")) return {};
  std::string site = case_folded(address.substr(scheme + 3));
  site.resize(std::min(site.find_first_of("/?#"), site.size()));
  if (const std::size_t user = site.rfind('@'); user != std::string::npos) site.erase(0, user + 1);
  site.resize(std::min(site.find(':'), site.size()));
  for (const std::string_view label : {"www.", "m.", "amp.", "mobile."}) {
    if (site.starts_with(label) && std::ranges::count(site, '.') > 1) site.erase(0, label.size());
  }
  const bool named = std::ranges::any_of(site, [](char c) { return c >= 'a' && c <= 'z'; });
  return named && site.find('.') != std::string::npos ? site : std::string();
}

void add_once(std::vector<MetadataCandidate>& candidates, MetadataCandidate candidate) {
  const bool known = candidate.value.empty() || std::ranges::any_of(candidates, [&](const MetadataCandidate& c) {
                       return c.from == candidate.from && c.value == candidate.value;
                     });
  if (!known) candidates.push_back(std::move(candidate));
}

}  // namespace

void read_addresses(std::vector<MetadataCandidate>& candidates) {
  for (std::size_t i = 0, count = candidates.size(); i < count; ++i) {
    if (candidates[i].field != "url") continue;
    const std::string address = candidates[i].value;
    const auto source = candidates[i].source;
    add_once(candidates, {"published", date_in_address(address), "url", source});
    add_once(candidates, {"outlet", site_of(address), "url host", source});
  }
}

}  // namespace newsloupe
