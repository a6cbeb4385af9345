// Bytes of any encoding to UTF-8, with the way back.
#pragma once

#include <string>
#include <string_view>

#include "core/text/diagnostic.h"
#include "core/text/offset_map.h"
#include "core/unpack/source_record.h"

namespace newsloupe {

struct DecodedText {
  std::string text;      // valid UTF-8 without byte order mark
  OffsetMap map;         // of `text` into the bytes
  std::string encoding;  // as browsers name it: "utf-8", "windows-1252", "utf-16le", "shift_jis"
  Diagnostics diagnostics;
};

// As browsers do (WHATWG Encoding Standard): a byte order mark decides; then, for a page, the charset its <meta> names;
// then valid UTF-8; else windows-1252. Kinder than browsers in two cases, both said in a diagnostic: bytes that are
// UTF-8 are read so whatever a page declares, and UTF-8 with some damaged bytes stays UTF-8, each of them U+FFFD.
// Encodings that are known but not read (East Asian ones) are named and read as UTF-8 or windows-1252.
// `label` is what the carrier says (a part of a mail, an XML declaration); it goes before what a page declares.
DecodedText decode_text(std::string_view bytes, SourceRecord::Kind kind, std::string_view label = {});

// The encoding a page declares, by the prescan of the HTML standard in its first 1024 bytes or by a <meta> further
// down, as a browser's parser finds it; empty where it declares none that browsers know.
[[nodiscard]] std::string declared_encoding(std::string_view page);

}  // namespace newsloupe
