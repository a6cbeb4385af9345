#include "core/resources/asset_table.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace newsloupe {

TEST_CASE("embedded assets are sorted by path and none is a font") {
  const std::span<const Asset> assets = embedded_assets();
  CHECK(std::ranges::is_sorted(assets, {}, &Asset::path));
  for (const Asset& asset : assets) CHECK_MESSAGE(!asset.path.starts_with("fonts/"), asset.path);
}

}  // namespace newsloupe
