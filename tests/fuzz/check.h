// What must hold of every article, whatever came in. A broken promise ends the program, which a fuzzer notices.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/resolve/article.h"
#include "core/resources/resources.h"

namespace newsloupe::fuzz {

inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

// Built once: reading the lexicons takes longer than any input.
inline const Resources& resources() {
  static const auto instance = load_resources();
  return *instance;
}

inline std::string_view bytes_from(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void check_span(const Article& article, TextSpan span) {
  const std::string_view text = article.doc.document->text();
  const auto is_border = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  require(span.begin <= span.end && span.end <= text.size(), "a span lies inside the text");
  require(is_border(span.begin) && is_border(span.end), "a span begins and ends between code points");
  const SourceSpan source = article.source_from_text(span);
  require(source.begin <= source.end && source.end <= article.source.bytes, "a source range lies inside the source");
}

template <class A>
void check_layer(const Article& article, const Layer<A>& layer) {
  std::uint32_t last = 0;
  for (const A& item : layer) {
    check_span(article, item.span);
    require(item.span.begin >= last, "a layer is sorted");
    last = item.span.begin;
  }
}

inline void check_article(const Article& article) {
  const Resolution& r = article.resolution;
  check_layer(article, article.doc.paragraphs);
  check_layer(article, article.doc.sentences);
  check_layer(article, r.mentions);
  check_layer(article, r.quotes);
  check_layer(article, r.times);
  check_layer(article, r.quantities);
  check_layer(article, r.events);
  check_layer(article, r.keyphrases);
  require(r.attributions.size() == r.quotes.size(), "every quote has its attribution");
  for (const Attribution& a : r.attributions) {
    check_span(article, a.speaker);
    check_span(article, a.cue);
  }
  for (const Entity& e : r.entities) require(!e.mentions.empty() && !e.name.empty(), "a name has mentions and a form");
  require(article.doc.tokens.size() == article.doc.token_spans.size(), "every token has its place");
}

}  // namespace newsloupe::fuzz
