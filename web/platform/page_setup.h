#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// What the bridge hands to platform_web.cpp before the first frame.
namespace newsloupe::platform {

void set_asset(std::string_view name, std::span<const std::byte> bytes);
void set_today(std::string_view day);

}  // namespace newsloupe::platform
