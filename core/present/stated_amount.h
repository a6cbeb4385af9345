#pragma once

#include <string>

namespace newsloupe {

// The amount with what it is about, for one who has to correct it: "14 people missing"; a label that is a statement of
// its own follows a colon.
[[nodiscard]] std::string stated_amount(const std::string& amount, const std::string& label);

}  // namespace newsloupe
