#include "core/wire/article_json.h"

#include <array>

#include "core/wire/json.h"

namespace newsloupe {
namespace {

using wire::Json;
using wire::json_from_span;
using wire::name_of;
using wire::string_or_null;

constexpr std::array<std::string_view, 8> kParagraphClasses = {"headline", "subtitle",   "byline",      "dateline",
                                                               "body",     "subheading", "boilerplate", "repeat"};
constexpr std::array<std::string_view, 5> kDateBases = {"stated", "metadata", "given", "inferred", "unknown"};

// Adds the two ranges that every extracted thing carries.
void put_place(Json& json, const Article& article, TextSpan span) {
  json["span"] = json_from_span(span);
  json["source"] = json_from_span(article.source_from_text(span));
}

Json placed_text(const Article& article, TextSpan span) {
  return {{"text", article.text(span)}, {"source", json_from_span(article.source_from_text(span))}};
}

void put_confidence(Json& json, Confidence confidence) {
  if (confidence != Confidence::kSure) json["confidence"] = name_of(confidence);
}

Json source_json(const SourceInfo& source) {
  return {{"name", source.name},
          {"media_type", source.media_type},
          {"encoding", source.encoding},
          {"bytes", source.bytes},
          {"sha256", source.sha256}};
}

Json candidates_json(const std::vector<MetadataCandidate>& candidates) {
  Json list = Json::array();
  for (const MetadataCandidate& c : candidates) {
    Json item = {{"field", c.field}, {"value", c.value}, {"from", c.from}};
    if (c.source) item["source"] = json_from_span(*c.source);
    list.push_back(std::move(item));
  }
  return list;
}

Json dateline_json(const std::optional<Dateline>& dateline) {
  if (!dateline) return {};
  return {{"place", string_or_null(dateline->place)},
          {"date", string_or_null(dateline->date)},
          {"agency", string_or_null(dateline->agency)},
          {"source", json_from_span(dateline->source)}};
}

Json metadata_json(const ArticleMetadata& metadata) {
  Json published = {{"value", string_or_null(metadata.published.value)},
                    {"basis", kDateBases[static_cast<std::size_t>(metadata.published.basis)]}};
  if (metadata.published.source) published["source"] = json_from_span(*metadata.published.source);
  Json json = {{"headline", string_or_null(metadata.headline)},
               {"subtitle", string_or_null(metadata.subtitle)},
               {"byline", metadata.byline},
               {"outlet", string_or_null(metadata.outlet)},
               {"agency", string_or_null(metadata.agency)},
               {"url", string_or_null(metadata.url)},
               {"language", string_or_null(metadata.language)}};
  json["published"] = std::move(published);
  json["dateline"] = dateline_json(metadata.dateline);
  json["candidates"] = candidates_json(metadata.candidates);
  return json;
}

Json paragraphs_json(const Article& article) {
  Json list = Json::array();
  for (const Paragraph& p : article.doc.paragraphs) {
    Json item;
    put_place(item, article, p.span);
    item["class"] = kParagraphClasses[static_cast<std::size_t>(p.paragraph_class)];
    if (!p.rule.name().empty()) item["rule"] = p.rule.name();
    list.push_back(std::move(item));
  }
  return list;
}

Json sentences_json(const Article& article) {
  Json list = Json::array();
  for (const Sentence& s : article.doc.sentences) {
    if (!is_body(article.doc.paragraphs[s.paragraph].paragraph_class)) continue;
    Json item;
    put_place(item, article, s.span);
    list.push_back(std::move(item));
  }
  return list;
}

Json tokens_json(const Article& article) {
  Json list = Json::array();
  for (const TextSpan span : article.doc.token_spans) list.push_back(json_from_span(span));
  return list;
}

Json mention_json(const Article& article, const Mention& mention) {
  Json item;
  put_place(item, article, mention.span);
  item["form"] = name_of(mention.form);
  if (mention.nested) item["nested"] = true;
  put_confidence(item, mention.confidence);
  item["rule"] = mention.rule.name();
  return item;
}

Json entities_json(const Article& article) {
  Json list = Json::array();
  for (const Entity& entity : article.resolution.entities) {
    Json item = {{"name", entity.name}, {"type", name_of(entity.type)}, {"aliases", entity.aliases}};
    if (!entity.role.empty()) item["role"] = entity.role;
    if (!entity.of.empty()) item["of"] = entity.of;
    if (entity.corrected) item["corrected"] = true;
    put_confidence(item, entity.confidence);
    Json mentions = Json::array();
    for (const Id<Mention> id : entity.mentions) {
      mentions.push_back(mention_json(article, article.resolution.mentions[id]));
    }
    item["mentions"] = std::move(mentions);
    list.push_back(std::move(item));
  }
  return list;
}

Json speaker_json(const Article& article, const Attribution& attribution) {
  Json speaker = {{"text", Json()}, {"source", Json()}, {"kind", name_of(attribution.kind)}};
  if (!attribution.speaker.empty()) {
    speaker["text"] = article.text(attribution.speaker);
    speaker["source"] = json_from_span(article.source_from_text(attribution.speaker));
  }
  if (!attribution.given.empty()) speaker["text"] = attribution.given;
  if (attribution.entity.valid()) speaker["entity"] = attribution.entity.value;
  put_confidence(speaker, attribution.confidence);
  speaker["rule"] = attribution.rule.name();
  return speaker;
}

Json quotes_json(const Article& article) {
  Json list = Json::array();
  const Resolution& resolution = article.resolution;
  for (std::size_t i = 0; i < resolution.quotes.size(); ++i) {
    const Quote& quote = resolution.quotes[i];
    const Attribution& attribution = resolution.attributions[i];
    Json item;
    put_place(item, article, quote.span);
    item["kind"] = name_of(quote.kind);
    item["speaker"] = speaker_json(article, attribution);
    if (!attribution.cue.empty()) item["cue"] = placed_text(article, attribution.cue);
    if (quote.part_of.valid()) item["part_of"] = quote.part_of.value;
    if (quote.within.valid()) item["within"] = quote.within.value;
    item["rule"] = quote.rule.name();
    list.push_back(std::move(item));
  }
  return list;
}

Json times_json(const Article& article) {
  Json list = Json::array();
  for (const Timex& time : article.resolution.times) {
    Json item;
    put_place(item, article, time.span);
    item["type"] = name_of(time.type);
    item["value"] = time.value;
    if (!time.end.empty()) item["end"] = time.end;
    if (!time.modifier.empty()) item["mod"] = time.modifier;
    item["basis"] = name_of(time.basis);
    put_confidence(item, time.confidence);
    item["rule"] = time.rule.name();
    list.push_back(std::move(item));
  }
  return list;
}

Json quantities_json(const Article& article) {
  Json list = Json::array();
  for (const Quantity& quantity : article.resolution.quantities) {
    Json item;
    put_place(item, article, quantity.span);
    item["kind"] = name_of(quantity.kind);
    item["value"] = wire::json_from_decimal(quantity.value);
    if (quantity.low) item["low"] = wire::json_from_decimal(*quantity.low);
    if (quantity.high) item["high"] = wire::json_from_decimal(*quantity.high);
    if (!quantity.unit.empty()) item["unit"] = quantity.unit;
    if (quantity.unit_assumed) item["unit_basis"] = "assumed";
    if (quantity.bound != Bound::kNone) item["modifier"] = name_of(quantity.bound);
    if (!quantity.counted.empty()) item["counted"] = placed_text(article, quantity.counted);
    put_confidence(item, quantity.confidence);
    item["rule"] = quantity.rule.name();
    list.push_back(std::move(item));
  }
  return list;
}

// Entities by mention, so that an event names its participants by index.
std::vector<Id<Entity>> entity_of_mentions(const Resolution& resolution) {
  std::vector<Id<Entity>> owner(resolution.mentions.size());
  for (std::size_t e = 0; e < resolution.entities.size(); ++e) {
    for (const Id<Mention> m : resolution.entities[e].mentions) owner[m.index()] = Id<Entity>(e);
  }
  return owner;
}

Json participants(const std::vector<Id<Mention>>& mentions, const std::vector<Id<Entity>>& owner) {
  Json list = Json::array();
  for (const Id<Mention> m : mentions) {
    if (owner[m.index()].valid()) list.push_back(owner[m.index()].value);
  }
  return list;
}

Json events_json(const Article& article) {
  Json list = Json::array();
  const Resolution& resolution = article.resolution;
  const std::vector<Id<Entity>> owner = entity_of_mentions(resolution);
  for (const Event& event : resolution.events) {
    Json item;
    put_place(item, article, event.span);
    item["label"] = event.label;
    item["trigger"] = placed_text(article, event.trigger);
    item["who"] = participants(event.who, owner);
    item["whom"] = participants(event.whom, owner);
    if (!event.where.empty()) item["where"] = participants(event.where, owner);
    if (event.when.valid()) {
      const Timex& when = resolution.times[event.when];
      item["when"] = {{"value", when.value}, {"source", json_from_span(article.source_from_text(when.span))}};
    }
    item["status"] = name_of(event.status);
    if (const Sentence* sentence = article.doc.sentence_at(event.trigger.begin)) {
      item["sentence"] = {{"source", json_from_span(article.source_from_text(sentence->span))}};
    }
    put_confidence(item, event.confidence);
    item["rule"] = event.rule.name();
    list.push_back(std::move(item));
  }
  return list;
}

Json keyphrases_json(const Article& article) {
  Json list = Json::array();
  for (const Keyphrase& phrase : article.resolution.keyphrases) {
    Json spans = Json::array();
    for (const TextSpan span : phrase.spans) spans.push_back(json_from_span(article.source_from_text(span)));
    list.push_back({{"text", phrase.text}, {"score", phrase.score}, {"spans", std::move(spans)}});
  }
  return list;
}

Json diagnostics_json(const Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& d : diagnostics) {
    Json item = {{"stage", d.stage}, {"message", d.message}};
    if (d.source) item["source"] = json_from_span(*d.source);
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

std::string article_json(const Article& article, const ArticleParts& parts) {
  Json json = {{"schema", "newsloupe.article/1"}, {"id", article.source.id}};
  json["source"] = source_json(article.source);
  if (parts.text) json["text"] = article.doc.document->text();
  json["metadata"] = metadata_json(article.metadata);
  json["paragraphs"] = paragraphs_json(article);
  if (parts.sentences) json["sentences"] = sentences_json(article);
  if (parts.tokens) json["tokens"] = tokens_json(article);
  json["entities"] = entities_json(article);
  json["quotes"] = quotes_json(article);
  json["times"] = times_json(article);
  json["quantities"] = quantities_json(article);
  json["events"] = events_json(article);
  json["keyphrases"] = keyphrases_json(article);
  json["diagnostics"] = diagnostics_json(article.diagnostics);
  return wire::to_line(json);
}

std::string error_json(const std::string& id, const Error& error) {
  return wire::to_line(
      {{"schema", "newsloupe.article/1"}, {"id", id}, {"error", {{"stage", error.stage}, {"message", error.message}}}});
}

}  // namespace newsloupe
