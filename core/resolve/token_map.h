// What stands at each token, for readers that walk a sentence to the left and to the right.
#pragma once

#include <vector>

#include "core/annotate/annotations.h"
#include "core/resolve/resolve.h"
#include "core/segment/segmented_document.h"

namespace newsloupe {

// Built once for an article; borrows nothing.
class TokenMap {
 public:
  TokenMap(const SegmentedDocument& doc, const Layer<Quote>& quotes, const Coreference& coreference);

  // The quote whose words or marks hold the token.
  [[nodiscard]] Id<Quote> quote(std::uint32_t token) const { return at(quote_, token); }
  // The outermost mention that holds the token.
  [[nodiscard]] Id<Mention> mention(std::uint32_t token) const { return at(mention_, token); }
  [[nodiscard]] Id<Entity> entity(Id<Mention> mention) const {
    return mention.valid() ? entity_[mention.index()] : Id<Entity>();
  }
  // Tokens of quote `id` with its marks, and of mention `id`.
  [[nodiscard]] TokenSpan tokens(Id<Quote> id) const { return quote_tokens_[id.index()]; }
  [[nodiscard]] TokenSpan tokens(Id<Mention> id) const { return mention_tokens_[id.index()]; }

 private:
  template <class T>
  static Id<T> at(const std::vector<Id<T>>& ids, std::uint32_t token) {
    return token < ids.size() ? ids[token] : Id<T>();
  }

  std::vector<Id<Quote>> quote_;
  std::vector<Id<Mention>> mention_;
  std::vector<Id<Entity>> entity_;  // by mention
  std::vector<TokenSpan> quote_tokens_, mention_tokens_;
};

}  // namespace newsloupe
