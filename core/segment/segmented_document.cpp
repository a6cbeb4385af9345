#include "core/segment/segmented_document.h"

#include <algorithm>

#include "core/resources/tokenizer.h"
#include "core/segment/sentence_splitter.h"

namespace newsloupe {
namespace {

// The last item that begins at or before the offset, if it reaches over it.
template <class A>
const A* covering(const Layer<A>& layer, std::uint32_t offset) {
  const std::size_t after = layer.first_from(offset + 1);
  if (after == 0) return nullptr;
  const A& item = layer[after - 1];
  return offset < item.span.end ? &item : nullptr;
}

// Appends the paragraph's tokens: those that were cut before, or else cut now.
void take_tokens(Paragraph& paragraph, CutTokens& cut, SegmentedDocument& doc) {
  const auto begin = static_cast<std::uint32_t>(doc.tokens.size());
  if (const TokenSpan known = paragraph.tokens; !known.empty()) {
    const auto tokens = std::span(cut.tokens).subspan(known.begin, known.size());
    doc.tokens.insert(doc.tokens.end(), tokens.begin(), tokens.end());
    for (const TextSpan span : std::span(cut.spans).subspan(known.begin, known.size())) {
      doc.token_spans.push_back({paragraph.span.begin + span.begin, paragraph.span.begin + span.end});
    }
  } else {
    cut.tokenizer.append(doc.document->text(), paragraph.span, doc.tokens, doc.token_spans);
  }
  paragraph.tokens = {begin, static_cast<std::uint32_t>(doc.tokens.size())};
}

bool has_several_sentences(ParagraphClass c) {
  return is_body(c) || c == ParagraphClass::kSubheading || c == ParagraphClass::kSubtitle;
}

}  // namespace

const Sentence* SegmentedDocument::sentence_at(std::uint32_t text_offset) const {
  return covering(sentences, text_offset);
}

const Paragraph* SegmentedDocument::paragraph_at(std::uint32_t text_offset) const {
  return covering(paragraphs, text_offset);
}

std::uint32_t SegmentedDocument::token_from(std::uint32_t text_offset) const {
  const auto at = std::lower_bound(token_spans.begin(), token_spans.end(), text_offset,
                                   [](TextSpan span, std::uint32_t offset) { return span.begin < offset; });
  return static_cast<std::uint32_t>(at - token_spans.begin());
}

SegmentedDocument segment(CleanDocument&& clean, const Resources& resources) {
  SegmentedDocument doc;
  doc.document = std::move(clean.document);
  const std::string_view text = doc.document->text();
  doc.tokens.reserve(text.size() / 5);
  doc.token_spans.reserve(text.size() / 5);
  CutTokens cut = clean.cut ? std::move(*clean.cut) : CutTokens{Tokenizer(resources.lexicon, text.size()), {}, {}};
  std::vector<Sentence> sentences;
  for (std::uint32_t index = 0; index < clean.paragraphs.size(); ++index) {
    Paragraph& paragraph = clean.paragraphs[index];
    const bool has_sentences = feeds_analysis(paragraph.paragraph_class);
    if (!has_sentences && paragraph.paragraph_class != ParagraphClass::kByline) {
      paragraph.tokens = {};
      continue;
    }
    take_tokens(paragraph, cut, doc);
    if (paragraph.tokens.empty() || !has_sentences) continue;
    const std::vector<TokenSpan> ranges =
        has_several_sentences(paragraph.paragraph_class)
            ? split_sentences(text, doc.tokens, doc.token_spans, paragraph.tokens, resources.lexicon)
            : std::vector<TokenSpan>{paragraph.tokens};
    for (const TokenSpan range : ranges) sentences.push_back({doc.text_from_tokens(range), range, index});
  }
  doc.sentences = Layer<Sentence>(std::move(sentences));
  doc.paragraphs = Layer<Paragraph>(std::move(clean.paragraphs));
  return doc;
}

}  // namespace newsloupe
