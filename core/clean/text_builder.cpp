#include "core/clean/text_builder.h"

#include "core/base/nfc.h"

namespace newsloupe {
namespace {

class TextBuilder {
 public:
  // Bytes [begin, end) of the block in NFC; true where they were so already.
  bool write(const RawBlock& block, std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = std::string_view(block.text).substr(begin, end - begin);
    std::uint32_t done = 0;
    const std::vector<NfcChange> changes = nfc_changes(text);
    for (const NfcChange& change : changes) {
      copy(block, text, begin, done, change.begin);
      const std::uint32_t at = size();
      text_.append(change.text);
      map_.append({at, size()}, block.map.source_from_text({begin + change.begin, begin + change.end}));
      done = change.end;
    }
    copy(block, text, begin, done, static_cast<std::uint32_t>(text.size()));
    last_source_ = block.map.source_from_text({begin, end}).end;
    return changes.empty();
  }

  void part_from(const RawBlock& next) {
    const std::uint32_t begin = size();
    if (begin == 0) return;
    text_.append(next.line_break_before ? "\n\n" : "\n");
    const std::uint32_t source = next.map.source_from_text({0, 1}).begin;
    map_.append({begin, size()},
                source >= last_source_ ? SourceSpan{last_source_, source} : SourceSpan{source, source});
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::unique_ptr<Document> take() { return std::make_unique<Document>(std::move(text_), std::move(map_)); }

 private:
  void copy(const RawBlock& block, std::string_view text, std::uint32_t offset, std::uint32_t begin,
            std::uint32_t end) {
    text_.append(text.substr(begin, end - begin));
    map_.append_slice(block.map, {offset + begin, offset + end});
  }

  std::string text_;
  OffsetMap map_;
  std::uint32_t last_source_ = 0;
};

}  // namespace

BuiltText build_text(const Draft& draft) {
  BuiltText built;
  TextBuilder builder;
  const Piece* before = nullptr;
  built.paragraphs.reserve(draft.pieces.size());
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    const Piece& piece = draft.pieces[i];
    const RawBlock& block = draft.block_of(piece);
    if (before != nullptr && before->block == piece.block) {
      builder.write(block, before->end, piece.begin);
    } else {
      builder.part_from(block);
    }
    const std::uint32_t begin = builder.size();
    const bool as_it_was = builder.write(block, piece.begin, piece.end);
    const TokenSpan tokens = as_it_was ? draft.cut_tokens(i) : TokenSpan{};
    built.paragraphs.push_back({{begin, builder.size()}, piece.paragraph_class, tokens, piece.rule});
    before = &piece;
  }
  built.document = builder.take();
  return built;
}

}  // namespace newsloupe
