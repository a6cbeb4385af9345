#include "core/resolve/token_map.h"

namespace newsloupe {
namespace {

// Finds the tokens of ranges that come in text order, without a search for each.
class TokenWalk {
 public:
  explicit TokenWalk(const SegmentedDocument& doc) : spans_(doc.token_spans) {}

  TokenSpan tokens_of(TextSpan span) {
    while (at_ < spans_.size() && spans_[at_].begin < span.begin) ++at_;
    std::uint32_t end = at_;
    while (end < spans_.size() && spans_[end].begin < span.end) ++end;
    return {at_, end};
  }

 private:
  const std::vector<TextSpan>& spans_;
  std::uint32_t at_ = 0;
};

// Writes `id` at every token of `span` that nothing larger holds yet.
template <class T>
void mark(std::vector<Id<T>>& ids, TokenSpan span, Id<T> id) {
  for (std::uint32_t t = span.begin; t < span.end && t < ids.size(); ++t) {
    if (!ids[t].valid()) ids[t] = id;
  }
}

}  // namespace

TokenMap::TokenMap(const SegmentedDocument& doc, const Layer<Quote>& quotes, const Coreference& coreference)
    : quote_(doc.tokens.size()), mention_(doc.tokens.size()), entity_(coreference.mentions.size()) {
  quote_tokens_.reserve(quotes.size());
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    quote_tokens_.push_back(doc.tokens_from_text(quotes[i].marked));
    mark(quote_, quote_tokens_.back(), Id<Quote>(i));
  }
  TokenWalk walk(doc);
  mention_tokens_.reserve(coreference.mentions.size());
  for (std::size_t i = 0; i < coreference.mentions.size(); ++i) {
    mention_tokens_.push_back(walk.tokens_of(coreference.mentions[i].span));
    mark(mention_, mention_tokens_.back(), Id<Mention>(i));
  }
  for (std::size_t e = 0; e < coreference.entities.size(); ++e) {
    for (const Id<Mention> mention : coreference.entities[e].mentions) entity_[mention.index()] = Id<Entity>(e);
  }
}

}  // namespace newsloupe
