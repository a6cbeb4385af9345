#include "core/wire/correction_log_json.h"

#include <optional>

#include "core/wire/correction_json.h"

namespace newsloupe {

using wire::Json;

namespace {

// The number of the change that the row belongs to, 0 where it names none.
std::uint32_t change_of(const Json& row) {
  const auto at = row.find("change");
  return at != row.end() && at->is_number_unsigned() ? at->get<std::uint32_t>() : 0;
}

}  // namespace

wire::Json corrections_json(const std::vector<Change>& changes) {
  Json rows = Json::array();
  for (std::size_t number = 0; number < changes.size(); ++number) {
    for (const Correction& c : changes[number].corrections) {
      Json row = wire::json_from(c);
      row["change"] = number + 1;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Result<std::vector<Change>> changes_from_rows(const wire::Json& rows) {
  std::vector<Change> changes;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::optional<Correction> correction = wire::correction_from(rows[i]);
    if (!correction) {
      return Error{"wire", "correction " + std::to_string(i + 1) + " of " + std::to_string(rows.size()) +
                               " is not understood: " +
                               rows[i].dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 120)};
    }
    const std::uint32_t number = change_of(rows[i]);
    if (changes.empty() || number == 0 || number != last) changes.emplace_back();
    changes.back().corrections.push_back(std::move(*correction));
    last = number;
  }
  return changes;
}

Result<std::vector<Change>> changes_from_json(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  const Json value = Json::parse(bytes, nullptr, false);
  if (value.is_array()) return changes_from_rows(value);
  if (value.is_object() && value.contains("corrections") && value["corrections"].is_array()) {
    return changes_from_rows(value["corrections"]);
  }
  return Error{"wire",
               value.is_discarded()
                   ? "is no JSON: it must be a list of corrections, or an object that holds one as `corrections`"
                   : "holds no list of corrections: a comparison in JSON does, as `corrections`"};
}

}  // namespace newsloupe
