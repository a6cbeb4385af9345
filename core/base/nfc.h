// Normalisation form C with a record of what changed, so that offsets survive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

// Bytes [begin, end) of the input become `text`.
struct NfcChange {
  std::uint32_t begin = 0, end = 0;
  std::string text;
};

// The places where `utf8` (valid) is not in NFC, in order, each a whole combining sequence. Text below U+0300, so most
// English, costs one scan of its bytes.
[[nodiscard]] std::vector<NfcChange> nfc_changes(std::string_view utf8);

}  // namespace newsloupe
