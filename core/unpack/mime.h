// MIME (RFC 2045 to 2047, 2231, 3676) as mails and saved pages use it. Reads whatever comes: what is missing is empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

struct MimeHeader {
  std::string name;   // lower case
  std::string value;  // on one line, words still encoded
};

// A message or a part of one. Points into the message's bytes.
struct MimePart {
  std::vector<MimeHeader> headers;
  std::string_view body;        // as it was sent
  std::string type;             // "text/html"; "text/plain" where nothing is said
  std::vector<MimePart> parts;  // of a multipart; a missing end boundary ends the last part at the end

  // The value of the first header of that name, encoded words and stray bytes as UTF-8; empty where there is none.
  [[nodiscard]] std::string header(std::string_view name) const;
  // A parameter of a header: "charset" of "content-type".
  [[nodiscard]] std::string parameter(std::string_view header, std::string_view name) const;
  // The name of the file that the part is, empty where it is none.
  [[nodiscard]] std::string file_name() const;
  // The body without its transfer encoding, flowed lines joined. Rubbish in base64 is passed over.
  [[nodiscard]] std::string content() const;
};

MimePart read_mime(std::string_view message);

// True where headers of a mail stand at the beginning; `surely` asks for one that no writer puts there by hand.
[[nodiscard]] bool looks_like_mime(std::string_view bytes, bool surely);

}  // namespace newsloupe
