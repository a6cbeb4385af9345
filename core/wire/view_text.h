// The view state as a short line of text: in the fragment of the address, in links and in story files. Unknown words
// are left out when it is read, so that older and newer versions understand each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/present/presenter.h"
#include "core/present/view_state.h"

namespace newsloupe {

// "brief s=figure:9f3c…": valid while the same articles are open under the same ids.
[[nodiscard]] std::string text_from(const ViewState& view);
// `view` keeps what the text says nothing about: theme and text size are the reader's own and are never in it. False
// where the text begins with no screen; then nothing is changed.
bool read_view(std::string_view text, ViewState& view);

// The same with the selection as a place, which holds wherever the same articles are open: "brief
// s=figure:2:1034-1040". `articles` are the positions of the articles in the receiver's list, by tab; one that is not
// in it drops what it anchors.
[[nodiscard]] std::string travelling_text(const ViewState& view, const Presenter& presenter,
                                          const std::vector<std::optional<std::uint32_t>>& positions);
// The way back; `tabs` are the tabs by position.
[[nodiscard]] ViewState view_from_travelling(std::string_view text, const Presenter& presenter,
                                             const std::vector<std::optional<std::uint32_t>>& tabs);

}  // namespace newsloupe
