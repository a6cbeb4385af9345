// A tolerant pull reader for the XML that feeds and office documents are written in. It knows elements, text, CDATA,
// comments and the five entities; it fetches nothing and expands nothing that a document declares.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsloupe {

class XmlReader {
 public:
  enum class Event : std::uint8_t { kStart, kEnd, kText, kDone };

  // `xml` is UTF-8 and must outlive the reader.
  explicit XmlReader(std::string_view xml) : xml_(xml) {}

  // Every start has its end, also where tags are missing or the text breaks off. Nothing comes after an element that is
  // nested deeper than any document of people's: too_deep().
  Event next();

  // Of a start or an end: "content:encoded", "encoded", "content".
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view local_name() const { return name_.substr(name_.rfind(':') + 1); }
  [[nodiscard]] std::string_view prefix() const { return name_.substr(0, name_.size() - local_name().size()); }
  // Of a start: the value of the attribute of that name, with its prefix, entities resolved; empty where it has none.
  [[nodiscard]] std::string attribute(std::string_view name) const;

  // Of a text: as it stands there; `literal` for CDATA, where entities are none.
  [[nodiscard]] std::string_view text() const { return xml_.substr(begin_, end_ - begin_); }
  [[nodiscard]] bool literal() const { return literal_; }

  // Where the event stands in the document; of CDATA what it holds.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] bool too_deep() const { return too_deep_; }

  // After a start, up to its end: passes over it, gives the text below it with entities resolved, or what stands in it
  // as it is.
  void skip() { inside(nullptr); }
  std::string text_inside();
  std::string_view source_inside();

 private:
  void inside(std::string* text);
  Event start_tag(std::size_t close);
  bool end_tag(std::size_t close);

  std::string_view xml_, name_, attributes_;
  std::vector<std::string_view> open_;
  std::size_t at_ = 0, begin_ = 0, end_ = 0;
  std::size_t ends_due_ = 0;  // elements that a tag or the end of the text closed and that are still to be told
  bool literal_ = false, too_deep_ = false;
};

// The character that the reference at `at` ("&amp;", "&#8217;") stands for, as UTF-8, and its length; length 0 where
// none stands there. Names that a document may declare itself are none, but for those that feeds use as if they were
// HTML.
struct XmlReference {
  char32_t value = 0;
  std::size_t length = 0;
};
[[nodiscard]] XmlReference xml_reference(std::string_view text, std::size_t at);
[[nodiscard]] std::string xml_text(std::string_view raw);

// The value of `encoding` in the XML declaration, empty where there is none.
[[nodiscard]] std::string_view xml_encoding(std::string_view bytes);

}  // namespace newsloupe
