#include "core/unpack/delimited.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/unpack/charset.h"
#include "core/unpack/json_records.h"

namespace newsloupe {
namespace {

class RowReader {
 public:
  explicit RowReader(std::string_view text) : text_(text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const char c : {';', '\t'}) {
      if (std::ranges::count(line, c) > std::ranges::count(line, separator_)) separator_ = c;
    }
  }

  // Gives false at the end.
  bool next(std::vector<std::string>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return false;
    for (;;) {
      cells.push_back(read_cell());
      const bool more = at_ < text_.size() && text_[at_] == separator_;
      if (more) {
        ++at_;
        continue;
      }
      if (text_.substr(at_).starts_with("\r\n")) ++at_;
      ++at_;
      return true;
    }
  }

 private:
  std::string read_cell() {
    std::string cell;
    if (at_ < text_.size() && text_[at_] == '"') {
      for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '"' && !text_.substr(at_ + 1).starts_with('"')) {
          ++at_;
          break;
        }
        if (text_[at_] == '"') ++at_;
        cell.push_back(text_[at_]);
      }
    }
    const char ends[] = {separator_, '\n', '\r'};
    const std::size_t end = std::min(text_.find_first_of({ends, 3}, at_), text_.size());
    cell += text_.substr(at_, end - at_);
    at_ = end;
    return cell;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
};

}  // namespace

bool is_table(std::string_view name) { return ends_like(name, ".csv") || ends_like(name, ".tsv"); }

void unpack_table(const SourceFile& file, const RecordSink& sink) {
  const std::string text = decode_text(file.bytes, SourceRecord::Kind::kPlainText).text;
  RowReader rows(text);
  std::vector<std::string> names, cells;
  rows.next(names);
  for (std::string& name : names) name = lower_ascii(trimmed_ascii(name));
  if (!names_text(names)) {
    const char* message =
        "The table has no column named text, content, body or html. Name the column with the articles so.";
    return sink({file.id, file.name, Error{"unpack", message}});
  }
  for (std::size_t row = 2; rows.next(cells); ++row) {
    const bool blank = std::ranges::all_of(cells, [](const std::string& cell) { return trimmed_ascii(cell).empty(); });
    if (!blank) sink(record_from_cells(names, cells, file.id, row));
  }
}

}  // namespace newsloupe
